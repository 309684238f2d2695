/** A title for a story without heading: its first words said, or its first sentence. */
import type { Language } from '../../model/kinds.ts';
import { cjkBreakCost, wordBoundaries } from '../../letter/text/phrase-breaks.ts';
import { splitSentences } from '../split/sentences.ts';

/** Characters a title holds at most. */
const LIMIT = { en: 40, zh: 18, ja: 18 } as const;
const CLOSERS: ReadonlyMap<string, string> = new Map([['“', '”'], ['"', '"'], ['‘', '’'], ["'", "'"], ['「', '」'], ['『', '』'], ['«', '»'], ['„', '“'], ['＂', '＂']]);
/** A shorter title costs as much a character; half a word costs more than half a title. */
const [PER_CHARACTER, WITHIN_WORD, NEW_CLAUSE] = [2, 200, -24];
/** A new clause begins with these; after those, something must follow. */
const CLAUSE_OPENERS: Readonly<Partial<Record<Language, RegExp>>> = { zh: /^(?:而且|但|可是|然后|于是|因为|所以|就|便|却|又|并且|不料|忽然)/u };
const HANGING = /[会能要想可将只还也都很太更最不没把被让给向从对像比一两三几每这那]$/u;
const LEADING_ON = /(?:\s+(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|but|as|is|was|were|his|her|its|their|my|your|our|into|that|who|which))+$/iu;
const PAUSES = /[\s,;:，、；：。．.·—―-]+$/u;

/** The title, never empty. `text` is the whole cleaned story. */
export function readOpeningTitle(text: string, language: Language): string {
  const opening = text.slice(0, 600).trim();
  const said = readFirstQuote(opening);
  if (said !== undefined) {
    const whole = bare(said);
    if (countChars(whole) <= LIMIT[language]) return whole;
    return shorten(firstSentence(said, language), LIMIT[language], language);
  }
  return shorten(firstSentence(opening, language), LIMIT[language], language);
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

/** Cuts at the last phrase that fits, else between two words; inside of one only when it is longer than a title. */
function shorten(text: string, limit: number, language: Language): string {
  const chars = [...text];
  if (text === '') return '…';
  if (chars.length <= limit) return text;
  const phrase = /^(.+)[,;:，、；：—―]/u.exec(chars.slice(0, limit + 1).join(''))?.[1] ?? '';
  if (countChars(phrase) >= limit / 3) return bare(phrase) || '…';
  const head = chars.slice(0, limit).join('');
  const words = language === 'en' ? atWord(head, chars[limit] ?? '') : atSense(text, head.length, language);
  return `${bare(words) || head}…`;
}

/** English: without the half word at the end, and without small words that only lead on. */
function atWord(head: string, next: string): string {
  const whole = /^\s/u.test(next) || !/\s/.test(head) ? head : head.replace(/\s+\S*$/u, '');
  return whole.replace(LEADING_ON, '') || whole;
}

/** Chinese and Japanese: where a line would break best in the second half of what fits. */
function atSense(text: string, end: number, language: Language): string {
  const wordEnds = wordBoundaries(text, language);
  let best = { at: end, cost: Infinity };
  for (let at = Math.ceil(end / 2); at <= end; at++) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at) || ' '];
    const sense = (CLAUSE_OPENERS[language]?.test(text.slice(at, at + 2)) ? NEW_CLAUSE : 0) - (language === 'zh' && HANGING.test(before) ? NEW_CLAUSE : 0);
    const cost = (wordEnds.has(at) ? 0 : WITHIN_WORD) + cjkBreakCost(before, after, wordEnds.has(at), language) + sense + (end - at) * PER_CHARACTER;
    if (cost <= best.cost && !/[\ud800-\udbff]/.test(text[at - 1] ?? '')) best = { at, cost };
  }
  return text.slice(0, best.at);
}
