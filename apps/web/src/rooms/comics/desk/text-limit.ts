import { TEXT_MAX } from '../book-choices.ts';

/** How long a text is and how long it may be, both as the language writes numbers, for one sentence. */
export function countAndLimit(count: number, language: string): { n: string; most: string } {
  const { format } = new Intl.NumberFormat(language);
  return { n: format(count), most: format(TEXT_MAX) };
}
