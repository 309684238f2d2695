/** The beginning of a story: enough for its first panel, little enough to answer at once. */

/** UTF-16 code units. */
export const EXCERPT_LENGTH = 1500;
/** Where no paragraph ends in the second half, a sentence or a word does. */
const ENDS = [/\n\s*\n(?![^]*\n\s*\n)/, /\n(?![^]*\n)/, /[.!?。！？…][”’"'」』）)]*(?![^]*[.!?。！？…])/, /\s(?![^]*\s)/];

/** `text` up to the last end of a paragraph, line, sentence or word within the limit; all of a short text. */
export function excerptOf(text: string, limit = EXCERPT_LENGTH): string {
  if (text.length < limit) return text;
  const start = text.slice(0, limit);
  for (const end of ENDS) {
    const found = end.exec(start.slice(limit / 2));
    if (found) return start.slice(0, limit / 2 + found.index + found[0].length);
  }
  // A pair of surrogates is never torn.
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start;
}
