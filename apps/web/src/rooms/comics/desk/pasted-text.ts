/** What comes by the clipboard or by a file, before it lies on the sheet. Pure. */

/** Characters as people count them on the whole: code points, without making a list of them. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) count += 1;
  return count;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const SAMPLE = 60_000;
const TAGS = /<\/?(?:html|head|body|div|p|span|br|article|section|h[1-6]|td|li|blockquote)(?:\s[^<>]{0,500})?\/?>/gi;

/** Source of a page, not a story that mentions a tag. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, SAMPLE);
  return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(start) || (start.match(TAGS)?.length ?? 0) >= 4;
}

/** The beginning of a text, at most `limit` characters, up to an end of a paragraph, line or sentence in its last tenth. */
export function cutToFit(text: string, limit: number): string {
  let end = 0;
  for (let count = 0; count < limit && end < text.length; count += 1) end += widthAt(text, end);
  if (end >= text.length) return text;
  const start = text.slice(0, end);
  for (const mark of ['\n\n', '\n', '。', '. ', '！', '? ', ' ']) {
    const at = start.lastIndexOf(mark);
    if (at > start.length * 0.9) return start.slice(0, at + mark.trimEnd().length);
  }
  return start;
}

/** `text` with `piece` in place of what lies between two offsets. */
export function putIn(text: string, piece: string, from: number, to: number): string {
  return text.slice(0, from) + piece + text.slice(to);
}
