import type { Line } from '../../model/book.ts';
import type { Language } from '../../model/kinds.ts';
import { LANGUAGES } from '../../model/kinds.ts';

/**
 * What is set of a text: control and direction characters and soft hyphens go, runs of white
 * space become one space (one line break if they hold one), lone surrogates become U+FFFD.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    // oxlint-disable-next-line no-control-regex -- removing them is the purpose
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/[ \u3000]*\n[ \u3000\n]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The text as the runs of a line's bubbles hold it, joined: `cleanText` with line breaks as spaces. */
export function plainText(raw: string): string {
  return cleanText(raw).replaceAll('\n', ' ');
}

/** The line's text in a language, or in another one rather than nothing; as a bubble shows it, of the same length. */
export function textOfLine(line: Line, language: Language): string {
  const text = line.text[language] ?? LANGUAGES.map((l) => line.text[l]).find((t) => t !== undefined) ?? '';
  // A translation is lettered as it was typed; lines without one show the English words.
  return line.isClosedByTag === true && text === line.text.en ? text.replace(/,(?=\s*$)/u, '.') : text;
}

const MARKS = /[\u0300-\u036f\u3099\u309a\u200d\ufe00-\ufe0f\u20e3\ud800-\udfff]/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** User-perceived characters. Text without marks or surrogates is simply split: faster, and the same. */
export function splitGraphemes(text: string): string[] {
  if (!MARKS.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), (s) => s.segment);
}
