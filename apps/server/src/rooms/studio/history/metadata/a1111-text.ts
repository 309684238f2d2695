/** The words that AUTOMATIC1111 writes under `parameters`, and most other programs read. */
import { PROGRAM, type Making } from './making.ts';

const NEGATIVE = 'Negative prompt: ';
/** Fewer pairs than this, and the last line is one of the prompt. */
const PAIRS_LEAST = 3;
const PAIRS_MAX = 100;
const NAME_MAX = 60;

export function a1111Text({ recipe, modelName, width, height }: Making): string {
  const pairs: [string, string | number | undefined][] = [
    ['Steps', recipe.steps], ['Sampler', settingOf(recipe.settings['sampler'])], ['Schedule type', settingOf(recipe.settings['scheduler'])], ['CFG scale', recipe.guidance], ['Seed', recipe.seed],
    ['Size', `${width}x${height}`], ['Model', modelName ?? undefined], ['Denoising strength', recipe.strength], ['Version', PROGRAM],
  ];
  const last = pairs.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${quoted(String(value))}`)).join(', ');
  return [recipe.prompt, ...(recipe.negativePrompt ? [NEGATIVE + recipe.negativePrompt] : []), last].join('\n').replaceAll('\0', '').toWellFormed();
}

function settingOf(value: string | number | boolean | undefined): string | undefined {
  return value === undefined || typeof value === 'boolean' ? undefined : String(value);
}

function quoted(value: string): string {
  return /[,:\n"]/.test(value) ? JSON.stringify(value) : value;
}

export type A1111Words = { prompt: string; negativePrompt: string; pairs: { name: string; value: string }[] };

/** Undefined for text that is none of it. */
export function readA1111(text: string): A1111Words | undefined {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const pairs = pairsOf(lines.at(-1) ?? '');
  if (pairs.length < PAIRS_LEAST) return undefined;
  lines.pop();
  const at = lines.findIndex((line) => line.startsWith(NEGATIVE.trim()));
  const [prompt, negative] = at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at)];
  return { prompt: prompt.join('\n').trim(), negativePrompt: negative.join('\n').slice(NEGATIVE.trim().length).trim(), pairs };
}

/** `Name: value, Name: "value, with commas"`; one step through the line. */
function pairsOf(line: string): { name: string; value: string }[] {
  const pairs: { name: string; value: string }[] = [];
  for (let at = 0; at < line.length && pairs.length < PAIRS_MAX;) {
    const colon = line.indexOf(':', at);
    if (colon < 0) break;
    const name = line.slice(at, colon).trim();
    // A name has no comma: what stands before it is no pair.
    const isName = name !== '' && name.length <= NAME_MAX && !name.includes(',');
    const comma = line.indexOf(',', at);
    if (!isName) {
      at = comma < 0 || comma > colon ? colon + 1 : comma + 1;
      continue;
    }
    const { value, end } = valueAt(line, colon + 1);
    pairs.push({ name, value });
    at = end + 1;
  }
  return pairs;
}

function valueAt(line: string, from: number): { value: string; end: number } {
  let at = from;
  while (line[at] === ' ') at += 1;
  if (line[at] === '"') {
    let end = at + 1;
    while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1;
    const comma = line.indexOf(',', end);
    return { value: unquoted(line.slice(at, end + 1)), end: comma < 0 ? line.length : comma };
  }
  const comma = line.indexOf(',', at);
  const end = comma < 0 ? line.length : comma;
  return { value: line.slice(at, end).trim(), end };
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
