/** Turns whatever was pasted or uploaded into plain paragraphs. */
import { liftRuby, type RubyRun } from './lift-ruby.ts';
import { reduceEtext } from './reduce-etext.ts';
import { reduceHtml } from './reduce-html.ts';
import { reduceMarkdown } from './reduce-markdown.ts';
import { reduceScreenplay } from './reduce-screenplay.ts';
import { joinUnindented, unwrapLines } from './unwrap-lines.ts';

/**
 * Normalises newlines, removes what cannot be seen (controls, zero-width, bidi overrides, byte-order marks) and
 * reduces HTML and markdown to text. Headings stay as `# Title` lines and emphasised whole sentences as `*...*`,
 * because both mean something to `readStory`. Cleaning a cleaned text changes nothing.
 */
export function cleanText(text: string): string {
  return cleanRuby(text).text;
}

/** The cleaned text, and the readings that stood in it; offsets in the cleaned text. */
export function cleanRuby(text: string): { text: string; ruby: RubyRun[] } {
  const visible = stripInvisible(text.slice(0, HARD_LIMIT));
  const plain = reduceMarkdown(reduceHtml(reduceEtext(visible)));
  const lines = unwrapLines(joinUnindented(reduceScreenplay(plain.split('\n'))).map(trimLine));
  return liftRuby(lines.join('\n').replace(/\n{4,}/g, '\n\n\n').replace(/^\n+|\n+$/g, ''));
}

/** Beyond this nothing is even cleaned: it would be refused as too long after any reduction. */
const HARD_LIMIT = 4_000_000;

export function stripInvisible(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u0085|\f|\v/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g, '')
    .replace(/(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])[\u200c\u200d]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ');
}

function trimLine(line: string): string {
  return line.replace(/^[ \u3000]+/, '').replace(/(?<![ \u3000])[ \u3000]+$/, '').replace(/ {2,}/g, ' ');
}
