/** A title for a story without heading: its first words said, or its first sentence. */
import type { Language } from '../../model/kinds.ts';
import { splitSentences } from '../split/sentences.ts';

/** Characters a title holds at most. */
const LIMIT = { en: 40, zh: 18, ja: 18 } as const;
const CLOSERS: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['‘', '’'], ["'", "'"], ['「', '」'], ['『', '』'], ['«', '»'], ['„', '“'], ['＂', '＂']]);
const PAUSES = /[\s,;:，、；：。．.·—―-]+$/u;

/** The title, never empty. `text` is the whole cleaned story. */
export function readOpeningTitle(text: string, language: Language): string {
  const opening = text.slice(0, 600).trim();
  const said = readFirstQuote(opening);
  if (said !== undefined) {
    const whole = bare(said);
    if (countChars(whole) <= LIMIT[language]) return whole;
    return shorten(firstSentence(said, language), LIMIT[language]);
  }
  return shorten(firstSentence(opening, language), LIMIT[language]);
}

/** The words inside the quote that opens the text; a closing `'` inside a word is an apostrophe. */
function readFirstQuote(opening: string): string | undefined {
  const start = /^[*_\s]*/.exec(opening)?.[0].length ?? 0;
  const open = opening[start] ?? '';
  const close = CLOSERS.get(open);
  if (close === undefined) return undefined;
  const isElision = (open === "'" || open === '‘') && /^(?:t(?:is|was|were)|em|til|cause|round|bout)\b/i.test(opening.slice(start + 1));
  if (isElision) return undefined;
  const paragraph = opening.slice(start + 1).split('\n')[0] ?? '';
  let depth = 1;
  for (let i = 0; i < paragraph.length; i++) {
    const mark = paragraph[i] ?? '';
    const isApostrophe = (mark === '’' || mark === "'") && /\p{L}/u.test(paragraph[i - 1] ?? '') && /\p{L}/u.test(paragraph[i + 1] ?? '');
    if (mark === open && open !== close) depth++;
    else if (mark === close && !isApostrophe && --depth === 0) return bare(paragraph.slice(0, i)) === '' ? undefined : paragraph.slice(0, i);
  }
  return undefined;
}

function firstSentence(text: string, language: Language): string {
  const paragraph = text.split('\n').find((line) => bare(line) !== '') ?? '';
  const sentences = splitSentences(paragraph, { start: 0, end: paragraph.length }, language).map(({ start, end }) => paragraph.slice(start, end));
  return bare(sentences.find((sentence) => bare(sentence) !== '') ?? paragraph);
}

/** Without marks at the ends, pauses at the end and quote marks that have no partner. `!` and `?` stay. */
function bare(text: string): string {
  const plain = text.replace(/[*_#]/g, '').replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}“"「『«‘'’¿¡]+/u, '');
  const paired = dropUnpaired(plain).trim();
  // A lone pair around everything goes as well.
  const close = CLOSERS.get(paired[0] ?? '');
  const inner = close !== undefined && paired.endsWith(close) && paired.indexOf(close, 1) === paired.length - 1 ? paired.slice(1, -1) : paired;
  const words = inner.trim().replace(/(?:\.{2,}|…+)$/u, '').replace(PAUSES, '').trim();
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words) ? words : '';
}

function dropUnpaired(text: string): string {
  const dropped = new Set<number>();
  const open: { at: number; close: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] ?? '';
    const isSingle = mark === '’' || mark === "'";
    const isInWord = isSingle && /\p{L}/u.test(text[i - 1] ?? '') && /\p{L}/u.test(text[i + 1] ?? '');
    // `the boys’ hats`, `’tis`: no mark stands open that it could close.
    const isElision = mark === '’' && open.at(-1)?.close !== mark && (/\p{L}/u.test(text[i - 1] ?? '') || /\p{L}/u.test(text[i + 1] ?? ''));
    if (isInWord || isElision) continue;
    if (open.at(-1)?.close === mark) open.pop();
    else if (CLOSERS.has(mark) && !(mark === "'" && /\p{L}/u.test(text[i - 1] ?? ''))) open.push({ at: i, close: CLOSERS.get(mark) ?? '' });
    else if (/[”」』»’]/.test(mark)) dropped.add(i);
  }
  for (const { at } of open) dropped.add(at);
  return text.split('').filter((_, i) => !dropped.has(i)).join('');
}

function countChars(text: string): number {
  return [...text].length;
}

/** Cuts at the last phrase that fits, else at a word, else at the character. */
function shorten(text: string, limit: number): string {
  const chars = [...text];
  if (text === '') return '…';
  if (chars.length <= limit) return text;
  const head = chars.slice(0, limit).join('');
  const phrase = /^(.+)[,;:，、；：—―]/u.exec(chars.slice(0, limit + 1).join(''))?.[1] ?? '';
  if (countChars(phrase) >= limit / 3) return bare(phrase) || '…';
  const atWord = /^\s/u.test(chars[limit] ?? '') || !/\s/.test(head) ? head : head.replace(/\s+\S*$/u, '');
  return `${bare(atWord) || head}…`;
}
