/** Cuts the words behind a label into what is said and the directions in brackets between. */
import type { Language } from '../../model/kinds.ts';
import { trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';

/** `manner` tells how (`(softly)`), `told` what happens (`(She shuts the door.)`). `outer` has the marks, `inner` not. */
export type ScriptPiece = { type: 'said' | 'manner' | 'told'; outer: Span; inner: Span };

const GROUP = /[(（［[]([^()（）［］[\]]{1,400})[)）］\]][。.]?/gu;
const QUOTES: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['「', '」'], ['『', '』'], ['‘', '’'], ['＂', '＂']]);

/** In order; only white space lies between. A line of nothing but brackets is all direction. */
export function cutPieces(text: string, span: Span, language: Language): ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let at = span.start;
  const say = (to: number): void => {
    const outer = trimSpan(text, { start: at, end: to });
    if (outer.end > outer.start) pieces.push(...sayings(text, outer));
  };
  for (const match of text.slice(span.start, span.end).matchAll(GROUP)) {
    const start = span.start + match.index;
    const before = text.slice(at, start).trimEnd();
    // A bracket inside a sentence (`我（小明）`) belongs to the words.
    if (before !== '' && !/[.!?…,;—–~～。！？，、；」』”"]$/u.test(before)) continue;
    say(start);
    const inner = trimSpan(text, { start: start + 1, end: start + match[0].replace(/[。.]$/, '').length - 1 });
    at = start + match[0].length;
    if (inner.end > inner.start) pieces.push({ type: isDeed(text.slice(inner.start, inner.end), language) ? 'told' : 'manner', outer: { start, end: at }, inner });
  }
  say(span.end);
  return pieces;
}

/** A whole sentence tells a deed; a word or two tell how the words are said. */
function isDeed(inner: string, language: Language): boolean {
  const isShort = language === 'en' ? inner.split(' ').length <= 2 : inner.length <= 4;
  if (/[.!?。！？]$/.test(inner)) return !isShort;
  return language === 'en' ? inner.split(' ').length >= 6 : inner.length >= 12;
}

/** Words in marks from end to end lose them; 「…」「…」 are two sayings. */
function sayings(text: string, outer: Span): ScriptPiece[] {
  const close = QUOTES.get(text[outer.start] ?? '');
  if (close === undefined) return [{ type: 'said', outer, inner: outer }];
  const end = text.indexOf(close, outer.start + 1);
  if (end < 0 || end >= outer.end) return [{ type: 'said', outer, inner: outer }];
  const isNested = text.slice(outer.start + 1, end).includes(text[outer.start] ?? '') && close !== text[outer.start];
  const to = isNested ? text.lastIndexOf(close, outer.end - 1) : end;
  const rest = trimSpan(text, { start: to + 1, end: outer.end });
  const restText = text.slice(rest.start, rest.end);
  if (restText !== '' && restText !== '。' && restText !== '.' && !QUOTES.has(restText[0] ?? '')) return [{ type: 'said', outer, inner: outer }];
  const inner = trimSpan(text, { start: outer.start + 1, end: to });
  const hasMore = QUOTES.has(restText[0] ?? '');
  const opening = /^[(（［[][^()（）［］[\]]{1,80}[)）］\]]/u.exec(text.slice(inner.start, inner.end))?.[0];
  const first: ScriptPiece[] = inner.end > inner.start ? [{ type: 'said', outer: { start: outer.start, end: hasMore ? to + 1 : outer.end }, inner }] : [];
  // 「（首を振って）まだです」
  if (opening !== undefined && opening.length < inner.end - inner.start) {
    const bracket = { start: inner.start, end: inner.start + opening.length };
    const said = trimSpan(text, { start: bracket.end, end: inner.end });
    first.splice(0, 1, { type: 'manner', outer: bracket, inner: { start: bracket.start + 1, end: bracket.end - 1 } }, { type: 'said', outer: said, inner: said });
  }
  return hasMore ? [...first, ...sayings(text, rest)] : first;
}
