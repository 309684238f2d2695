/** Finds the quotes of a paragraph: nested ones stay inside, open ones end with the paragraph. */
import { isOpeningSingle, isClosingSingle, isOpeningStraight, hasSureEnd } from './apostrophe.ts';
import type { QuoteStyle } from './quote-marks.ts';

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
  let outer: { at: number; open: string; close: string; depth: number } | undefined;
  const finish = (innerEnd: number, quoteEnd: number, isClosed: boolean): void => {
    if (!outer) return;
    quotes.push(trimQuote(text, { start: outer.at, end: quoteEnd, innerStart: outer.at + 1, innerEnd, open: outer.open, isClosed }));
    outer = undefined;
  };
  for (let i = start; i < end; i++) {
    const mark = text[i] ?? '';
    remaining.pass(mark);
    if (outer && closes(text, i, end, outer)) {
      outer.depth--;
      if (outer.depth === 0) finish(i, i + 1, true);
      continue;
    }
    const close = openedBy(text, i, start, style);
    if (close === undefined) continue;
    if (!outer) outer = { at: i, open: mark, close, depth: 1 };
    else if (mark === outer.open && mark !== close) {
      // The same mark again: nested when enough closing marks follow, else the first quote was never closed.
      if (remaining.of(close) > outer.depth) outer.depth++;
      else {
        finish(i, i, false);
        outer = { at: i, open: mark, close, depth: 1 };
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

function closes(text: string, at: number, end: number, outer: { open: string; close: string; depth: number }): boolean {
  const mark = text[at] ?? '';
  if (mark !== outer.close && !(outer.open === '“' && mark === '"') && !(outer.open === '"' && mark === '”')) return false;
  if (outer.close === '’' || outer.close === "'") return isClosingSingle(text, at, end);
  return true;
}

function countClosers(text: string, start: number, end: number, style: QuoteStyle): { pass(mark: string): void; of(mark: string): number } {
  const closers = new Set([...style.pairs.values(), '’']);
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
