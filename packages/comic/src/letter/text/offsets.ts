/** Offsets of what a user marked in a raw text, moved to the clean text that is set; and back. */
import { cleanText, splitGraphemes } from './clean-text.ts';

/** Maps a UTF-16 offset of the raw text to one of the clean text. */
export function cleanOffsets(raw: string): (offset: number) => number {
  const clean = cleanText(raw);
  if (clean === raw) return (offset) => Math.max(0, Math.min(raw.length, offset));
  const lead = cleanText(`x${raw}`).length - 1 - clean.length;
  return (offset) => Math.max(0, Math.min(clean.length, cleanText(`x${raw.slice(0, Math.max(0, offset))}x`).length - 2 - lead));
}

/** The first offset of the raw text that stands for one of the clean text. */
export function rawOffset(raw: string, clean: number): number {
  if (cleanText(raw) === raw) return clean;
  const toClean = cleanOffsets(raw);
  for (let at = 0; at <= raw.length; at++) if (toClean(at) >= clean) return at;
  return raw.length;
}

/** Where a clean text is cut, in order: never inside a character, nor before the space that ends a part. */
export function cleanSplits(raw: string, splits: readonly number[]): number[] {
  const text = cleanText(raw);
  const toClean = cleanOffsets(raw);
  const starts = characterStarts(text);
  const found = new Set<number>();
  for (const split of splits) {
    if (!Number.isFinite(split)) continue;
    let at = toClean(Math.round(split));
    while (at < text.length && (!starts.has(at) || /[ \n\u3000]/.test(text[at]!))) at++;
    if (at > 0 && at < text.length) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

function characterStarts(text: string): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const character of splitGraphemes(text)) {
    starts.add(at);
    at += character.length;
  }
  return starts;
}

/** Cuts a text at offsets; the parts joined are the text. */
export function cutAt(text: string, offsets: readonly number[]): string[] {
  const cuts = [0, ...offsets, text.length];
  return cuts.slice(1).map((to, i) => text.slice(cuts[i]!, to));
}
