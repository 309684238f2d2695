/** How a speaker of a script is called outside of the labels. */
import type { Language } from '../../model/kinds.ts';

/** The best form first: `OLD PETE` is `Old Pete`. All forms that the text may hold. */
export function labelForms(label: string, text: string, language: Language): string[] {
  if (language !== 'en') return [label];
  const title = titleCase(label);
  return [...new Set([title, label])].filter((form, i) => i === 0 || text.includes(form));
}

function titleCase(label: string): string {
  if (!/\p{Lu}{2}/u.test(label)) return label;
  return label.toLowerCase().replace(/(^|[\s.'’-])(\p{L})/gu, (_whole: string, before: string, letter: string) => before + letter.toUpperCase()).replace(/['’]S\b/g, (end) => end.toLowerCase()).replace(/ (Of|The|And|De|Von|Van|In|With) /g, (word) => word.toLowerCase());
}
