/** What Gemini says under HTTP 200: words, pictures among thoughts, refusals, and the same in pieces. */
import { createHash } from 'node:crypto';
import { bombPicture, fakePicture, NO_PICTURE } from './fake-pictures.ts';
import { nearestRatio, pixelsOf } from './gemini-models.ts';
import type { GeminiAsk } from './gemini-request.ts';
import { fitting } from './gemini-schema.ts';

export const BLOCK_REASONS = ['SAFETY', 'OTHER', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'IMAGE_SAFETY'] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** Of candidates without content. */
export const WITHHELD_REASONS = [
  'SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'OTHER', 'IMAGE_SAFETY', 'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION', 'IMAGE_OTHER', 'NO_IMAGE', 'MAX_TOKENS',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** STOP, and yet: words for a picture, nothing but thoughts (a sketch among them), content without parts, no content. */
export const EMPTY_FORMS = ['words', 'thoughts', 'no-parts', 'no-content'] as const;
export type EmptyForm = (typeof EMPTY_FORMS)[number];

export type GeminiPart = { text?: string; thought?: true; inlineData?: { mimeType: string; data: string }; thoughtSignature?: string };
export type GeminiCandidate = { content?: { parts?: GeminiPart[]; role: 'model' }; finishReason?: string; index: 0 };
/** One answer, whole or a piece of it. */
export type GeminiAnswer = { candidates?: GeminiCandidate[]; promptFeedback?: { blockReason: BlockReason }; usageMetadata: Record<string, number>; modelVersion: string; responseId: string };

export type Drawing = { index: number; type: 'png' | 'jpeg'; followsReference: boolean; hasThoughts: boolean; instead?: 'wrong-type' | 'bomb' };

/** Words for the prompt, of the form that was asked for. */
export function wordsFor({ prompt, seen, mimeType, schema }: GeminiAsk): string {
  if (mimeType === 'application/json') return JSON.stringify(schema ? fitting(schema, `echo: ${prompt}`) : { echo: prompt });
  if (mimeType === 'text/x.enum') {
    const labels = Array.isArray(schema?.['enum']) ? schema['enum'].map(String) : [];
    return labels.find((label) => prompt.includes(label)) ?? labels[0] ?? '';
  }
  const pictures = seen.map(({ mimeType: type, width, height }) => `${type}${width === undefined ? '' : ` ${width}x${height}`}`);
  return `echo: ${prompt}${pictures.length > 0 ? ` [seen: ${pictures.join(', ')}]` : ''}`;
}

/** The parts of an answer in words, and whether they were cut at the limit. */
export function wordParts(ask: GeminiAsk): { parts: GeminiPart[]; finishReason: string } {
  const words = wordsFor(ask);
  const most = (ask.maxOutputTokens ?? ask.model.outputTokenLimit) * 4;
  const thoughts: GeminiPart[] = ask.showsThoughts ? [{ text: 'What was asked is to be echoed.', thought: true }] : [];
  return { parts: [...thoughts, { text: words.slice(0, most) }], finishReason: words.length > most ? 'MAX_TOKENS' : 'STOP' };
}

/** Thoughts with a sketch, words if they were asked for, and one picture with its signature. */
export async function pictureParts(ask: GeminiAsk, drawing: Drawing): Promise<GeminiPart[]> {
  const bytes = await picture(ask, drawing);
  const mimeType = `image/${drawing.type}`;
  const thoughtSignature = createHash('sha256').update(bytes).update(ask.prompt).digest('base64');
  return [
    ...(drawing.hasThoughts ? await thoughtParts(drawing) : []), ...(ask.hasWords ? [{ text: wordsFor(ask) }] : []),
    { inlineData: { mimeType, data: bytes.toString('base64') }, thoughtSignature },
  ];
}

export async function thoughtParts({ index, type }: Drawing): Promise<GeminiPart[]> {
  const sketch = await fakePicture(256, 256, index + 1, type);
  return [{ text: 'A sketch first.', thought: true }, { inlineData: { mimeType: `image/${type}`, data: sketch.toString('base64') }, thought: true }];
}

async function picture(ask: GeminiAsk, { index, type, followsReference, instead }: Drawing): Promise<Buffer> {
  if (instead === 'wrong-type') return NO_PICTURE;
  if (instead === 'bomb') return bombPicture();
  const { width, height } = pixelsOf(ask.picture?.ratio ?? ratioOf(ask, followsReference), ask.picture?.size ?? '1K');
  return fakePicture(width, height, index, type);
}

function ratioOf({ seen, model }: GeminiAsk, followsReference: boolean): string {
  const { width, height } = seen.at(-1) ?? {};
  return followsReference && width !== undefined && height !== undefined ? nearestRatio(model.ratios ?? [], { width, height }) : '1:1';
}

/** An answer around its candidate; without one, `blockReason` tells why. */
export function answerOf(ask: GeminiAsk, candidate: GeminiCandidate | { blockReason: BlockReason }, responseId: string): GeminiAnswer {
  const promptTokenCount = tokensOf(ask.prompt) + tokensOf(ask.system) + 258 * ask.seen.length;
  const tail = (told: number) => ({
    usageMetadata: { promptTokenCount, ...(told > 0 ? { candidatesTokenCount: told } : {}), totalTokenCount: promptTokenCount + told }, modelVersion: ask.model.id, responseId,
  });
  if ('blockReason' in candidate) return { promptFeedback: candidate, ...tail(0) };
  const told = (candidate.content?.parts ?? []).reduce((sum, { text, inlineData }) => sum + tokensOf(text ?? '') + (inlineData ? 1290 : 0), 0);
  return { candidates: [candidate], ...tail(told) };
}

export function candidateOf(parts: GeminiPart[], finishReason?: string): GeminiCandidate {
  return { content: { parts, role: 'model' }, ...(finishReason === undefined ? {} : { finishReason }), index: 0 };
}

/** The parts one by one, words torn in three; the last says how it ended. */
export function piecesOf(parts: readonly GeminiPart[], finishReason: string): GeminiCandidate[] {
  const pieces = parts.flatMap((part) => (part.text === undefined ? [part] : torn(part.text).map((text) => ({ ...part, text }))));
  return pieces.map((part, at) => candidateOf([part], at === pieces.length - 1 ? finishReason : undefined));
}

function torn(text: string): string[] {
  const letters = Array.from(text);
  const step = Math.max(1, Math.ceil(letters.length / 3));
  const pieces = Array.from({ length: Math.ceil(letters.length / step) }, (_, at) => letters.slice(at * step, (at + 1) * step).join(''));
  return pieces.length > 0 ? pieces : [''];
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
