/** Speech that opens with a dash instead of a quote mark: `— Hello, said Tom.`, `―そうか。`. */
import type { Quote } from './quotes.ts';

const DASH = /^(?:[—–―─]{1,2}|- )[ ]?/;
/** A tag inside a dashed line: `, said Tom,` in English; a dash closes the words in other books. */
const TAG = /([,.!?…]) ?((?:said|asked|cried|replied|answered|whispered|shouted|murmured|thought) [^.,!?—–]{1,60}|[—–] [^—–]{1,80}(?:said|asked|cried|replied|answered|whispered|shouted|murmured)[^—–]{0,60})/;

/** The spoken part of one paragraph, without the dash; nothing when the paragraph does not open with one. */
export function findDashSpeech(text: string, start: number, end: number): Quote[] {
  const line = text.slice(start, end);
  const dash = DASH.exec(line);
  if (!dash || line.length === dash[0].length) return [];
  const innerStart = start + dash[0].length;
  const tag = TAG.exec(line.slice(dash[0].length, 4000));
  const innerEnd = tag ? innerStart + tag.index + 1 : end;
  return innerEnd > innerStart ? [{ start, end: innerEnd, innerStart, innerEnd, open: '—', isClosed: true }] : [];
}
