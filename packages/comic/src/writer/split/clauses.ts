/** Clauses of Chinese and Japanese text. */
import type { Span } from './sentences.ts';

/** Where the clause around `at` begins: after the last mark before it, not before `from`. */
export function clauseStart(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && !/[，。！？；：、,.!?;:\n…—」』”’“「『（）()]/.test(text[i - 1] ?? '')) i--;
  return i;
}

/** Clause spans of a sentence, marks left out. */
export function splitClauses(text: string, span: Span): Span[] {
  const clauses: Span[] = [];
  let from = span.start;
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && !/[，。！？；：,!?;:\n…—“”「」『』]/.test(text[i] ?? '')) continue;
    if (i > from) clauses.push({ start: from, end: i });
    from = i + 1;
  }
  return clauses;
}
