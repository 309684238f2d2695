/** Two changes of one text made at the same time, brought together (three-way merge by characters; diff3 of Khanna, Kunal and Pierce 2007). */
import { diff3Merge } from 'node-diff3';
import type { Stress } from '../model/hand-made.ts';
import type { Line } from '../model/book.ts';

/** Both changes where they lie apart; where they meet, `mine` stands and `isClash` says so. */
export function mergeText(base: string, theirs: string, mine: string): { text: string; isClash: boolean } {
  if (theirs === base || theirs === mine) return { text: mine, isClash: false };
  if (mine === base) return { text: theirs, isClash: false };
  const regions = diff3Merge([...mine], [...base], [...theirs], { excludeFalseConflicts: true });
  return { text: regions.map((region) => (region.ok ?? region.conflict?.a ?? []).join('')).join(''), isClash: regions.some((region) => region.conflict) };
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

function commonHead(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

function commonTail(a: string, b: string, head: number): number {
  let n = 0;
  while (n < a.length - head && n < b.length - head && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}
