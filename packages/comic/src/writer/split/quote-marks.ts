/** Which characters open and close a quote in a given text. */
import type { Language } from '../../model/kinds.ts';

export type QuoteStyle = {
  /** Closing mark by opening mark. */
  pairs: ReadonlyMap<string, string>;
  /** `'` and `’` serve as quotes, so each one must be told from an apostrophe. */
  hasSingles: boolean;
  /** Singles are the exception in this text: each needs a sure end before it is taken for a quote. */
  areSinglesRare: boolean;
  /** Paragraphs that open with a dash are spoken. */
  hasDashes: boolean;
};

const COMMON: readonly (readonly [string, string])[] = [
  ['“', '”'], ['„', '“'], ['«', '»'], ['「', '」'], ['『', '』'], ['﹁', '﹂'], ['﹃', '﹄'], ['｢', '｣'], ['〝', '〟'], ['"', '"'], ['＂', '＂'],
];

/** Counts the marks at the beginning of paragraphs and words; singles count as quotes only where doubles are rare. */
export function findQuoteStyle(text: string, language: Language): QuoteStyle {
  const pairs = new Map(COMMON);
  const doubles = count(text, /["“＂]/g);
  const singles = count(text, /(?:^|[\s(—–-])[‘'](?=[\p{L}\d…—])/gmu);
  const singlesClosed = count(text, /[.,!?…—][’'](?=[\s—)]|$)/gm);
  const hasSingles = language === 'en'
    ? singles > 0 && singlesClosed > 0
    : text.includes('‘') && doubles === 0 && !/[「“]/.test(text);
  if (language !== 'en') pairs.set('‘', '’');
  const quotes = doubles + count(text, /[「«]/g) + (hasSingles ? singles : 0);
  const dashes = count(text, /^(?:[—–―─]{1,2}|- )[ ]?(?=[\p{L}¿¡"“])/gmu);
  const areSinglesRare = language === 'en' && singles <= doubles * 1.2;
  return { pairs, hasSingles, areSinglesRare, hasDashes: dashes >= 2 && dashes > quotes / 2 };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
