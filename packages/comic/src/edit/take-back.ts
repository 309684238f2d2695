/**
 * The rule of steps that say `rule: 'back'`: undo and redo. What the step had written goes, what it had taken away comes
 * back, and nothing that somebody else has written since goes with it. Where its words are no longer there, it does nothing.
 */
import { diffIndices } from 'node-diff3';
import { placesIn } from './merge-both.ts';
import { commonHead, commonTail, COMPARED_MAX } from './merge-text.ts';
import { wordPieces } from './word-pieces.ts';

/** `from` is how the step had left the text, `to` how it had found it, `now` what stands there. */
export function takeBack(from: string, now: string, to: string): string {
  if (now === from) return to;
  const [own, shown] = [[...from], [...now]];
  // Somebody only wrote more: each character of the step's is known. Else only whole words are surely still the same ones.
  const places = placesIn(own, shown) ?? wordsLeft(from, now);
  const put = new Map<number, string>();
  const gone = new Set<number>();
  for (const { start, end, words } of changesOf(from, to)) {
    const range = own.slice(start, end).map((character, i) => ({ character, at: places[start + i] }));
    const left = range.filter(({ at }) => at !== undefined);
    const isWord = ({ character }: { character: string }): boolean => character.trim() !== '';
    if (range.length > 0 && !(range.some(isWord) ? left.some(isWord) : left.length > 0)) continue;
    const anchor = left[0]?.at ?? behind(places, start);
    put.set(anchor, (put.get(anchor) ?? '') + words);
    for (const { at } of left) if (at !== undefined) gone.add(at);
  }
  return [...shown, ''].map((character, i) => `${put.get(i) ?? ''}${gone.has(i) ? '' : character}`).join('');
}

/** Right behind the last character before it that is still there. */
function behind(places: readonly (number | undefined)[], start: number): number {
  for (let i = start - 1; i >= 0; i -= 1) {
    const at = places[i];
    if (at !== undefined) return at + 1;
  }
  return 0;
}

/** Where each character of `from` stands in `to`, of the words that both have; undefined for the others. */
function wordsLeft(from: string, to: string): (number | undefined)[] {
  const [a, b] = [wordPieces(from), wordPieces(to)];
  const places: (number | undefined)[] = [];
  let [i, j, at] = [0, 0, 0];
  const skip = (count: number) => {
    for (const end = j + count; j < end; j += 1) at += [...(b[j] ?? '')].length;
  };
  for (const { start, end, put } of [...hunksOf(a, b), { start: a.length, end: a.length, put: [] }]) {
    for (; i < start; i += 1, j += 1) for (const _ of a[i] ?? '') places.push(at++);
    for (; i < end; i += 1) for (const _ of a[i] ?? '') places.push(undefined);
    skip(put.length);
  }
  return places;
}

/** By words, in characters of `from`. */
function changesOf(from: string, to: string): { start: number; end: number; words: string }[] {
  const pieces = wordPieces(from);
  const offsets = [0];
  for (const piece of pieces) offsets.push(offsets.at(-1)! + [...piece].length);
  return hunksOf(pieces, wordPieces(to)).map(({ start, end, put }) => ({ start: offsets[start]!, end: offsets[end]!, words: put.join('') }));
}

type Hunk = { start: number; end: number; put: readonly string[] };

function hunksOf(from: readonly string[], to: readonly string[]): Hunk[] {
  const head = commonHead(from, to);
  const tail = commonTail(from, to, head);
  const [a, b] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  if (Math.max(a.length, b.length) > COMPARED_MAX) return [{ start: head, end: head + a.length, put: b }];
  return diffIndices(a, b).map(({ buffer1: [start, length], buffer2Content }) => ({ start: head + start, end: head + start + length, put: buffer2Content }));
}
