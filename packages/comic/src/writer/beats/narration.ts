/** How narration is portioned. */
import type { Language } from '../../model/kinds.ts';
import type { Span } from '../split/sentences.ts';

/** A caption holds about this much comfortably; shorter sentences are joined up to it. */
const COMFORTABLE = { en: 110, zh: 34, ja: 40 } as const;
/** A single sentence above this is cut at a clause. */
const LONGEST = { en: 420, zh: 140, ja: 160 } as const;

export function joinShortSentences(text: string, sentences: readonly Span[], language: Language): Span[] {
  const parts: Span[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    const isMark = /^[^\p{L}\p{N}]+$/u.test(text.slice(sentence.start, sentence.end));
    const isAside = text.startsWith('*', sentence.start) || (last !== undefined && text[last.end - 1] === '*');
    if (last && (isMark || (!isAside && sentence.end - last.start <= COMFORTABLE[language]))) last.end = sentence.end;
    else parts.push(...cutLong(text, sentence, language));
  }
  return parts;
}

/** Cuts at a comma or the like in the second half of what fits; a sentence without any is cut hard. */
function cutLong(text: string, sentence: Span, language: Language): Span[] {
  const limit = LONGEST[language];
  const parts: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > limit) {
    let cut = start + limit;
    for (let i = cut; i > start + limit / 2; i--) {
      if (/[,;:，；：、—\s]/.test(text[i - 1] ?? '')) {
        cut = i;
        break;
      }
    }
    if (/[\ud800-\udbff]/.test(text[cut - 1] ?? '')) cut++;
    parts.push({ start, end: cut });
    start = cut;
    while (start < sentence.end && /\s/.test(text[start] ?? '')) start++;
  }
  parts.push({ start, end: sentence.end });
  return parts.filter((part) => part.end > part.start);
}

const TAG_VERBS = {
  en: /\b(?:said|says|say|asked|asks|replied|answered|cried|whispered|shouted|murmured|muttered|exclaimed|added|returned|thought|called|remarked|observed|inquired|continued|demanded|repeated|went on|began|told|wrote|screamed|yelled|sighed|laughed|growled|gasped|snapped)\b/i,
  zh: /[说說道问問答喊叫想曰]|回答|嘟囔|嘀咕/,
  ja: /言[いうっわえ]|云[いうっわえ]|いっ[てた]|いい[まな]|答え|尋ね|訊[いねき]|聞[いき]|叫[びんぶ]|つぶや|呟|思[いうっ]|ささや|囁|話し|怒鳴|どなっ|申し|^[とって、。]{1,3}$/,
} as const;

/** A short piece beside a quote that only says who speaks, or only a mark that was left over. */
export function isMereTag(text: string, language: Language): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const length = language === 'en' ? text.split(' ').length : text.length;
  return length <= (language === 'en' ? 7 : 12) && TAG_VERBS[language].test(text);
}
