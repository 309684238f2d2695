/** Reads out of a picture what it says of its making. Nothing is decoded, and all that is read has a bound. */
import { pictureFormatOf } from '../../../../kernel/objects/picture-format.ts';
import { readA1111 } from './a1111-text.ts';
import { userCommentOf } from './exif-comment.ts';
import { readJpeg, type JpegWords } from './jpeg-segments.ts';
import { keywordOf, pngChunks, textOf } from './png-chunks.ts';
import { readComfyui } from './read-comfyui.ts';
import { isObject, member, othersOf, readObject, textOfJson, type JsonObject, type Told } from './told.ts';
import { readWebp } from './webp-chunks.ts';
import { A1111_KEYWORD, OWN_KEYWORD, XMP_KEYWORD } from './write-making.ts';
import { ownMakingIn } from './xmp.ts';

/** One text, packed or not: more than the longest prompt in its longest spelling, and than the graphs that people draw. */
const TEXT_MAX_BYTES = 1_000_000;
const KEYWORDS: ReadonlySet<string> = new Set([OWN_KEYWORD, A1111_KEYWORD, XMP_KEYWORD, 'prompt', 'workflow', 'invokeai_metadata']);

/** Undefined where nothing is told that can be understood. Ours first, since it says most. */
export function readTold(bytes: Uint8Array): Told | undefined {
  const texts = textsOf(bytes);
  const own = texts.get(OWN_KEYWORD) ?? [texts.get('extension'), texts.get(XMP_KEYWORD)].map((packet) => packet && ownMakingIn(packet)).find((text) => text !== undefined);
  const comment = texts.get('comment');
  return (own === undefined ? undefined : toldByUs(own))
    ?? toldByInvokeai(texts.get('invokeai_metadata'))
    ?? readComfyui({ prompt: texts.get('prompt'), workflow: texts.get('workflow') })
    ?? toldByA1111(texts.get(A1111_KEYWORD)) ?? toldByA1111(comment);
}

/** The first of each kind: a file that says a thing twice is not read for longer. */
function textsOf(bytes: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  const keep = (name: string, text: string | undefined) => { if (text !== undefined && !texts.has(name)) texts.set(name, text); };
  const format = pictureFormatOf(bytes);
  if (format === 'png') {
    const tried = new Set<string>();
    for (const chunk of pngChunks(bytes)) {
      const keyword = keywordOf(chunk);
      if (keyword === undefined || !KEYWORDS.has(keyword) || tried.has(keyword)) continue;
      tried.add(keyword);
      keep(keyword, textOf(chunk, TEXT_MAX_BYTES));
    }
  }
  if (format !== 'jpeg' && format !== 'webp') return texts;
  const words: JpegWords = format === 'jpeg' ? readJpeg(bytes, TEXT_MAX_BYTES) : readWebp(bytes, TEXT_MAX_BYTES);
  keep(XMP_KEYWORD, words.xmp);
  keep('extension', words.extension);
  keep('comment', words.exif && userCommentOf(words.exif, TEXT_MAX_BYTES));
  return texts;
}

function toldByUs(text: string): Told | undefined {
  const said = readObject(text);
  const recipe = member(said, 'recipe');
  if (!isObject(recipe)) return undefined;
  return { source: 'komawari', fields: { ...recipe }, modelName: textOfJson(member(said, 'modelName')), others: [] };
}

const A1111_FIELDS: ReadonlySet<string> = new Set(['Steps', 'CFG scale', 'Seed', 'Size', 'Model']);

function toldByA1111(text: string | undefined): Told | undefined {
  const words = text === undefined ? undefined : readA1111(text);
  if (!words) return undefined;
  const value = (name: string) => words.pairs.find((pair) => pair.name === name)?.value;
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(value('Size') ?? '') ?? [];
  return {
    source: 'a1111', modelName: value('Model'),
    fields: {
      prompt: words.prompt, negativePrompt: words.negativePrompt || undefined, steps: numberOf(value('Steps')), guidance: numberOf(value('CFG scale')), seed: numberOf(value('Seed')),
      ...(width === undefined ? {} : { size: { kind: 'pixels', width: Number(width), height: Number(height) } }),
    },
    others: words.pairs.filter(({ name }) => !A1111_FIELDS.has(name)),
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text.trim() === '' ? undefined : Number(text);
}

function toldByInvokeai(text: string | undefined): Told | undefined {
  const said = text === undefined ? undefined : readObject(text);
  const prompt = member(said, 'positive_prompt');
  if (!said || typeof prompt !== 'string') return undefined;
  const get = (name: string) => member(said, name) ?? undefined;
  const [width, height] = [get('width'), get('height')];
  return {
    source: 'invokeai', modelName: modelOf(said),
    fields: {
      prompt, negativePrompt: get('negative_prompt') || undefined, seed: get('seed'), steps: get('steps'), guidance: get('cfg_scale') ?? get('guidance'),
      ...(typeof width === 'number' && typeof height === 'number' ? { size: { kind: 'pixels', width, height } } : {}),
    },
    others: othersOf([['Scheduler', get('scheduler')], ['Strength', get('strength')], ['Mode', get('generation_mode')], ['VAE', member(get('vae'), 'name') ?? undefined]]),
  };
}

function modelOf(said: JsonObject): string | undefined {
  const model = member(said, 'model');
  return textOfJson(member(model, 'name') ?? member(model, 'model_name') ?? member(model, 'key')) ?? textOfJson(model);
}
