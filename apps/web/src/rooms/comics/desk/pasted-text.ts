/** What comes by the clipboard or by a file, before it lies on the sheet. Pure. */

/** Characters as people count them on the whole: code points, without making a list of them. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff) {
      count -= 1;
      i += 1;
    }
  }
  return count;
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
  let end = limit;
  // As many code units more as there are pairs among them.
  for (let known = -1; end !== known && end < text.length;) {
    known = end;
    end = limit + (end - countCharacters(text.slice(0, end)));
  }
  if (end >= text.length) return text;
  const start = text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
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
