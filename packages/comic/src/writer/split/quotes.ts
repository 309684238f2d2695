/** Finds the quotes of a paragraph: nested ones stay inside, open ones end with the paragraph. */
import { isOpeningSingle, isClosingSingle, isOpeningStraight, hasSureEnd } from './apostrophe.ts';
import type { QuoteStyle } from './quote-marks.ts';
import { findUnclosedEnd } from './unclosed-tag.ts';

export type Quote = {
  /** With the marks. */
  start: number;
  end: number;
  /** Without the marks, trimmed. */
  innerStart: number;
  innerEnd: number;
  open: string;
  isClosed: boolean;
};

/** `start` and `end` bound one paragraph of `text`. Linear: every character is looked at once. */
export function findQuotes(text: string, start: number, end: number, style: QuoteStyle): Quote[] {
  const quotes: Quote[] = [];
  const remaining = countClosers(text, start, end, style);
  // `curly`: how many “ stand open inside straight quotes.
  let outer: { at: number; open: string; close: string; depth: number; curly: number } | undefined;
  const finish = (innerEnd: number, quoteEnd: number, isClosed: boolean): void => {
    if (!outer) return;
    // Without its mark a quote ends where somebody tells who said it.
    const told = isClosed ? undefined : findUnclosedEnd(text.slice(outer.at + 1, innerEnd));
    if (told !== undefined) [innerEnd, quoteEnd] = [outer.at + 1 + told, outer.at + 1 + told];
    quotes.push(trimQuote(text, { start: outer.at, end: quoteEnd, innerStart: outer.at + 1, innerEnd, open: outer.open, isClosed }));
    outer = undefined;
  };
  for (let i = start; i < end; i++) {
    const mark = text[i] ?? '';
    remaining.pass(mark);
    if (outer && mark === '“') outer.curly++;
    if (outer && opensAnew(text, i, outer)) {
      const left = remaining.of(mark) - outer.depth;
      // Ends for this one and all that are open: it nests. Otherwise the quote before it was never closed.
      if (left > 0 && left % 2 === 1) outer.depth++;
      else if (left >= 0) {
        finish(i, i, false);
        outer = { at: i, open: mark, close: mark, depth: 1, curly: 0 };
      }
      if (left >= 0) continue;
    }
    if (outer && closes(text, i, end, outer)) {
      outer.depth--;
      if (outer.depth === 0) finish(i, i + 1, true);
      continue;
    }
    if (outer && mark === '”') outer.curly--;
    const close = openedBy(text, i, start, style);
    if (close === undefined) continue;
    if (!outer) outer = { at: i, open: mark, close, depth: 1, curly: 0 };
    else if (mark === outer.open && mark !== close) {
      // The same mark again: nested when enough closing marks follow, else the first quote was never closed.
      if (remaining.of(close) > outer.depth) outer.depth++;
      else {
        finish(i, i, false);
        outer = { at: i, open: mark, close, depth: 1, curly: 0 };
      }
    }
  }
  if (outer) finish(end, end, false);
  return quotes.filter((quote) => quote.innerEnd > quote.innerStart);
}

function openedBy(text: string, at: number, start: number, style: QuoteStyle): string | undefined {
  const mark = text[at] ?? '';
  if (mark === '"' || mark === '＂') return isOpeningStraight(text, at, start) ? mark : undefined;
  const close = style.pairs.get(mark);
  if (close !== undefined) return close;
  if (style.hasSingles && (mark === '‘' || mark === "'") && isOpeningSingle(text, at, start) && (!style.areSinglesRare || hasSureEnd(text, at))) return mark === '‘' ? '’' : "'";
  return undefined;
}

/** `"He said "no" and left," said Tom.`: a straight mark before a word, inside straight quotes; but not the misplaced end of `"Well, "said Tom.` */
function opensAnew(text: string, at: number, outer: { open: string }): boolean {
  if (outer.open !== '"' || text[at] !== '"' || !/\s/.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at + 1] ?? '')) return false;
  return !/^[,.!?…] +"(?:said|says|asked|replied|cried|answered|shouted|whispered|exclaimed|he|she|they|I)\b/u.test(text.slice(Math.max(0, at - 2), at + 14));
}

function closes(text: string, at: number, end: number, outer: { open: string; close: string; curly: number }): boolean {
  const mark = text[at] ?? '';
  const isMixed = (outer.open === '“' && mark === '"') || (outer.open === '"' && mark === '”' && outer.curly <= 0);
  if (mark !== outer.close && !isMixed) return false;
  if (outer.close === '’' || outer.close === "'") return isClosingSingle(text, at, end);
  return true;
}

function countClosers(text: string, start: number, end: number, style: QuoteStyle): { pass(mark: string): void; of(mark: string): number } {
  const closers = new Set([...style.pairs.values(), '’', '"']);
  const counts = new Map<string, number>();
  for (let i = start; i < end; i++) {
    const mark = text[i] ?? '';
    if (closers.has(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return {
    pass: (mark) => { const n = counts.get(mark); if (n !== undefined) counts.set(mark, n - 1); },
    of: (mark) => counts.get(mark) ?? 0,
  };
}

function trimQuote(text: string, quote: Quote): Quote {
  let { innerStart, innerEnd } = quote;
  while (innerStart < innerEnd && /\s/.test(text[innerStart] ?? '')) innerStart++;
  while (innerEnd > innerStart && /\s/.test(text[innerEnd - 1] ?? '')) innerEnd--;
  return { ...quote, innerStart, innerEnd };
}
