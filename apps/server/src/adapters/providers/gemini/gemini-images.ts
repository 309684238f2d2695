/** Pictures by `generateContent`: one a request, among words and thoughts. */
import type { ImageAnswer, ImageCall, ImageProvider, ImageRequest, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { pictureOfBase64 } from '../wire/pictures.ts';
import { cleanSaid, wordsIn } from '../wire/said.ts';
import { namesFor, pixelsFor } from '../wire/sizes.ts';
import { answerOfSlots, faultSlot } from '../wire/slots.ts';
import type { Wire } from '../wire/wire.ts';
import { Answer, finishOf, pictureIn, refusalIn, wordsOf } from './gemini-answer.ts';
import { failureIn, toldFailure } from './gemini-refusal.ts';
import type { GeminiSettings } from './gemini-settings.ts';
import { picturePart } from './gemini-text.ts';

type Context = { wire: Wire; settings: GeminiSettings };

export function geminiImages(context: Context, listModels: ImageProvider['listModels']): ImageProvider {
  return { listModels, draw: (request, call) => draw(context, request, call) };
}

async function draw({ wire, settings }: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const body = bodyOf(request, settings);
  if (JSON.stringify(body).length > settings.requestBytesMax) throw wire.fault('invalid', { code: 'request.too-large' });
  const slots: ImageSlot[] = [];
  const words: string[] = [];
  for (let at = 0; at < request.count; at += 1) {
    try {
      const made = await drawOne(wire, { request, call, body });
      slots.push({ kind: 'picture', picture: made.picture });
      words.push(made.words);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.fault === 'cancelled') throw error;
      slots.push(faultSlot(error));
      if (!isOfOne(error)) break;
    }
    const slot = slots.at(-1);
    if (slot && at < request.count - 1) await call.onSlot?.(at, slot);
  }
  const said = words.filter(Boolean).join('\n');
  return { ...answerOfSlots(slots), ...(said ? { words: said } : {}) };
}

/** Whether the next one may well succeed: this picture was withheld, or left out. Anything else befalls them all, or leaves open what was done. */
function isOfOne({ fault, facts }: ProviderError): boolean {
  return fault === 'empty' || (fault === 'refused' && facts.side === 'output');
}

async function drawOne(wire: Wire, { request, call, body }: { request: ImageRequest; call: ImageCall; body: unknown }): Promise<{ picture: Picture; words: string }> {
  const ask = { call, mayBill: true };
  const texts = wordsIn(request.prompt);
  const { json } = await wire.postJson(`/models/${encodeURIComponent(request.model.id)}:generateContent`, body, ask);
  const failure = failureIn(json);
  if (failure) throw toldFailure(wire, ask, { failure, texts });
  const read = Answer.safeParse(json);
  if (!read.success) throw wire.lost(ask, { code: 'answer.unreadable' });
  const data = pictureIn(read.data);
  const { text } = wordsOf(read.data);
  if (data !== undefined) return { picture: pictureOfBase64(data, { asked: pixelsFor(request.size, request.model.sizes) }), words: text };
  const refusal = refusalIn(read.data);
  if (refusal) throw wire.fault('refused', refusal);
  // It may have said why it did not draw.
  throw wire.fault('empty', { code: 'picture.missing', said: cleanSaid(text || finishOf(read.data) || '', { secrets: [], texts }) });
}

function bodyOf(request: ImageRequest, { safety }: GeminiSettings): Record<string, unknown> {
  const { prompt, source, references, size, model: { sizes } } = request;
  const { ratio, resolution } = sizes.kind === 'named' ? namesFor(size, sizes) : {};
  return {
    contents: [{ role: 'user', parts: [{ text: prompt }, ...[...(source ? [source] : []), ...references].map(picturePart)] }],
    ...(safety.length > 0 ? { safetySettings: safety } : {}),
    generationConfig: { responseModalities: ['TEXT', 'IMAGE'], ...(ratio ? { imageConfig: { aspectRatio: ratio, ...(resolution ? { imageSize: resolution } : {}) } } : {}) },
  };
}
