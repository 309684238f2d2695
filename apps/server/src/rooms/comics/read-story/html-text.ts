/** HTML and XHTML to paragraphs: headings, lines, ruby and emphasis stay; what is no story goes. */
import { Parser } from 'htmlparser2';
import type { Paragraphs } from './paragraphs.ts';
import { assertDepth, type NoticeCode } from './story-file.ts';

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'audio', 'video', 'canvas', 'select', 'textarea', 'button', 'nav', 'rp', 'title', 'head']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'td', 'th', 'caption', 'figure', 'figcaption', 'address', 'body', 'html', 'form', 'center', 'details', 'summary']);
const HEADING = /^h[1-6]$/;
/** EPUB structural semantics and their ARIA twins. */
const NOTES = /\b(?:footnotes?|endnotes?|rearnotes?|doc-footnote|doc-endnotes?)\b/;
const MATTER = /\b(?:toc|landmarks|copyright-page|index|doc-toc|doc-index)\b/;
const NOTE_MARK = /\b(?:noteref|doc-noteref)\b/;

type Counts = Record<NoticeCode, number>;
/** An open element that changes how what is in it is read. */
type Open = { name: string; isSilent: boolean; isHeading: boolean; isBlock: boolean; isEmphasis: boolean };

/** Returns the document's title. Throws AppError for markup nested beyond reason. */
export function readHtml(markup: string, into: Paragraphs, counts: Counts): string {
  const open: Open[] = [];
  let [silent, title, isTitle] = [0, '', false];
  let ruby: Ruby | undefined;

  const parser = new Parser({
    onopentag(name, attributes) {
      assertDepth(open.length);
      const what = kindOf(name, attributes);
      if (what.counts && silent === 0) counts[what.counts] += 1;
      open.push({ name, isSilent: what.isSilent, isHeading: HEADING.test(name), isBlock: BLOCKS.has(name) || HEADING.test(name), isEmphasis: name === 'em' || name === 'i' });
      if (what.isSilent) silent += 1;
      if (name === 'title') isTitle = true;
      if (silent > 0) return;
      if (open.at(-1)!.isBlock) into.end();
      else if (name === 'br') into.line();
      else if (name === 'hr') into.rule();
      else if (name === 'ruby') ruby = { base: '', reading: '', isReading: false };
      else if (name === 'rt' && ruby) ruby.isReading = true;
      else if ((name === 'rb' || name === 'rbc') && ruby) ruby = flushed(ruby, into);
      else if (open.at(-1)!.isEmphasis) into.emphasise(true);
    },
    ontext(text) {
      if (isTitle && title.length < 2000) title += text;
      if (silent > 0) return;
      if (!ruby) into.add(text);
      else if (ruby.isReading) ruby.reading += text;
      else {
        // The next base of a group: `<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>`.
        if (ruby.reading !== '' && text.trim() !== '') ruby = flushed(ruby, into);
        ruby.base += text;
      }
    },
    onclosetag(name) {
      const closed = open.pop();
      if (name === 'title') isTitle = false;
      if (!closed) return;
      if (closed.isSilent) {
        silent -= 1;
        return;
      }
      if (silent > 0) return;
      if (closed.isHeading) into.end({ isHeading: true });
      else if (closed.isBlock) into.end({ isEmptyGap: name === 'p' });
      else if (name === 'rt' && ruby) ruby.isReading = false;
      else if (name === 'ruby' && ruby) {
        flushed(ruby, into);
        ruby = undefined;
      } else if (closed.isEmphasis) into.emphasise(false);
    },
  }, { decodeEntities: true, recognizeSelfClosing: true });
  for (let at = 0; at < markup.length; at += STEP) parser.write(markup.slice(at, at + STEP));
  parser.end();
  if (ruby) flushed(ruby, into);
  into.end();
  return title.replace(/\s+/g, ' ').trim();
}

const STEP = 65_536;

type Ruby = { base: string; reading: string; isReading: boolean };

function flushed(ruby: Ruby, into: Paragraphs): Ruby {
  if (ruby.reading.trim() === '') into.add(ruby.base);
  else into.ruby(ruby.base, ruby.reading);
  return { base: '', reading: '', isReading: false };
}

function kindOf(name: string, attributes: Record<string, string>): { isSilent: boolean; counts?: NoticeCode } {
  if (name === 'img' || name === 'image') return { isSilent: false, counts: 'pictures' };
  if (SILENT.has(name)) return { isSilent: true };
  const role = `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`;
  if (role === ' ') return { isSilent: 'hidden' in attributes };
  if (NOTE_MARK.test(role)) return { isSilent: true };
  if (NOTES.test(role)) return { isSilent: true, counts: 'footnotes' };
  if (MATTER.test(role)) return { isSilent: true, counts: 'matter' };
  return { isSilent: 'hidden' in attributes };
}
