/**
 * Two changes of one text made at the same time, brought together (three-way merge by characters; diff3 of Khanna, Kunal
 * and Pierce 2007). Steps stored without a `rule` were merged like this, and must be for good: newer ones, see merge-both.ts.
 */
import { diff3Merge } from 'node-diff3';
import type { Stress } from '../model/hand-made.ts';
import type { Line } from '../model/book.ts';

/** Both changed the same place: as many characters as this are compared one by one, which takes milliseconds at the worst; the cost grows with the cube. */
export const COMPARED_MAX = 160;

export type Merged = { text: string; isClash: boolean; /** It took comparing them character by character, which is what costs. */ isCompared?: true };

/** Both changes where they lie apart; where they meet, `mine` stands and `isClash` says so. */
export function mergeText(base: string, theirs: string, mine: string, { mayCompare = true } = {}): Merged {
  if (theirs === base || theirs === mine) return { text: mine, isClash: false };
  if (mine === base) return { text: theirs, isClash: false };
  // Whole characters: an offset never falls between the halves of one.
  const texts = { base: [...base], theirs: [...theirs], mine: [...mine] };
  return apart(texts) ?? (mayCompare ? compared(texts) : { text: mine, isClash: true });
}

export type Texts = Readonly<Record<'base' | 'theirs' | 'mine', readonly string[]>>;

/** One change before the other, with something of the base between them; undefined when they touch. */
export function apart({ base, theirs, mine }: Texts): { text: string; isClash: boolean } | undefined {
  const [a, b] = [changeOf(base, theirs), changeOf(base, mine)];
  if (a.end >= b.start && b.end >= a.start) return undefined;
  const [first, second] = a.end < b.start ? [a, b] : [b, a];
  return { text: [...base.slice(0, first.start), ...first.put, ...base.slice(first.end, second.start), ...second.put, ...base.slice(second.end)].join(''), isClash: false };
}

function changeOf(base: readonly string[], to: readonly string[]): { start: number; end: number; put: readonly string[] } {
  const head = commonHead(base, to);
  const tail = commonTail(base, to, head);
  return { start: head, end: base.length - tail, put: to.slice(head, to.length - tail) };
}

function compared({ base, theirs, mine }: Texts): Merged {
  const head = Math.min(commonHead(base, theirs), commonHead(base, mine));
  const tail = Math.min(commonTail(base, theirs, head), commonTail(base, mine, head));
  const [was, their, my] = [base, theirs, mine].map((text) => text.slice(head, text.length - tail)) as [string[], string[], string[]];
  if (Math.max(was.length, their.length, my.length) > COMPARED_MAX) return { text: mine.join(''), isClash: true };
  const regions = diff3Merge(my, was, their, { excludeFalseConflicts: true });
  const middle = regions.flatMap((region) => region.ok ?? region.conflict?.a ?? []);
  return { text: [...base.slice(0, head), ...middle, ...base.slice(base.length - tail)].join(''), isClash: regions.some((region) => region.conflict), isCompared: true };
}

type Span = { start: number; end: number };

/** Ruby and stress stay on their words when the text round them changes; what stood on changed words goes. */
export function shiftMarks(line: Line, language: string, from: string, to: string): Pick<Line, 'ruby' | 'stress'> {
  const head = commonHead(from, to);
  const tail = commonTail(from, to, head);
  const grown = to.length - from.length;
  const shift = <S extends Span>(span: S): S[] => {
    if (span.end <= head) return [span];
    if (span.start >= from.length - tail) return [{ ...span, start: span.start + grown, end: span.end + grown }];
    // A change inside a stressed run keeps the run; a change inside a reading makes it wrong.
    return 'how' in span && span.start <= head && span.end >= from.length - tail ? [{ ...span, end: span.end + grown }] : [];
  };
  const own = (ruby: Line['ruby'][number]): boolean => (ruby.language ?? language) === language;
  const marks: readonly Stress[] = (line.stress as Record<string, Stress[]> | undefined)?.[language] ?? [];
  return {
    ruby: line.ruby.flatMap((ruby) => (own(ruby) ? shift(ruby) : [ruby])).filter((ruby) => ruby.end > ruby.start),
    ...(line.stress ? { stress: { ...line.stress, [language]: marks.flatMap(shift).filter((mark) => mark.end > mark.start) } } : {}),
  };
}

export function commonHead(a: ArrayLike<string>, b: ArrayLike<string>): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

export function commonTail(a: ArrayLike<string>, b: ArrayLike<string>, head: number): number {
  let n = 0;
  while (n < a.length - head && n < b.length - head && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}
