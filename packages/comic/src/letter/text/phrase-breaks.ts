import type { Language } from '../../model/kinds.ts';
import { isHan, isHiragana, isKatakana, mayBreakBetween } from './kinsoku.ts';

/** Cost of ending a line after a character; 0 is neutral, below is welcome, `NEVER` is forbidden. */
export const NEVER = Infinity;
export const INSIDE_WORD = 95;

const segmenters = new Map<Language, Intl.Segmenter>();
const boundaryCache = new Map<string, Set<number>>();

/** UTF-16 offsets where words end, from the platform's dictionary. */
export function wordBoundaries(text: string, language: Language): Set<number> {
  const key = `${language}:${text}`;
  const known = boundaryCache.get(key);
  if (known) return known;
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  const found = new Set<number>();
  for (const part of segmenter.segment(text.slice(0, 2000))) found.add(part.index);
  if (boundaryCache.size > 2000) boundaryCache.clear();
  boundaryCache.set(key, found);
  return found;
}

/**
 * Cost of breaking between two full-width characters. Welcome after punctuation; then where a
 * phrase ends (Japanese: kana before kanji or katakana); then between words; least inside one.
 */
export function cjkBreakCost(before: string, after: string, isWordEnd: boolean, language: Language): number {
  if (!mayBreakBetween(before, after[0]!)) return NEVER;
  if ('。！？!?♪♥♡'.includes(before)) return -18;
  if ('、，；：,…」』）”》'.includes(before)) return -12;
  if ('「『（“《'.includes(after)) return -8;
  if (!isWordEnd) return INSIDE_WORD;
  if (language !== 'ja') return '的了着过吗呢吧啊们个得地里上下中边'.includes(after) ? 48 : '的在把被和与跟对从向给是不没很又再就也都我你他她'.includes(before) ? 34 : 14;
  if (isHiragana(before) && !isHiragana(after)) return 0;
  if (isHan(before) && isHan(after)) return 40;
  if (isKatakana(before) && isKatakana(after)) return 85;
  if (isHiragana(after)) return isHiragana(before) && 'そこあどいもきうお'.includes(after) ? 24 : 90;
  return 12;
}

const CLINGS = new Set(['a', 'an', 'the', 'to', 'of', 'in', 'on', 'at', 'my', 'your', 'his', 'her', 'its', 'our', 'i', "i'm", "i'll", 'and', 'or', 'but', 'is', 'no', 'mr.', 'mrs.', 'dr.']);

/** Cost of ending a line after an English word (with its punctuation). */
export function wordBreakCost(word: string): number {
  if (/[.!?…]["'”’)]*$/.test(word) && !/^(?:Mr|Mrs|Ms|Dr|St)\.$/.test(word)) return -14;
  if (/[,;:—–]["'”’)]*$/.test(word)) return -9;
  return CLINGS.has(word.toLowerCase()) ? 9 : 0;
}
