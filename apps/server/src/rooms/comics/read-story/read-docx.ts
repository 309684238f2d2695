/** Word documents (ECMA-376, WordprocessingML) to paragraphs. */
import type { OpenZip } from '@komawari/comic/zip';
import { Parser } from 'htmlparser2';
import { decodeMarkup } from './decode-markup.ts';
import { Paragraphs } from './paragraphs.ts';
import { assertDepth, noCounts, noticesOf, type StoryFile } from './story-file.ts';

export function isDocx(zip: OpenZip): boolean {
  return zip.has('[Content_Types].xml') && zip.names.some((name) => /^word\/document\d*\.xml$/.test(name));
}

/** Text boxes, tables and tracked insertions are kept; deletions, hidden text, comments, notes and fields' codes are not. */
export function readDocx(zip: OpenZip): StoryFile {
  const part = zip.has('word/document.xml') ? 'word/document.xml' : zip.names.find((name) => /^word\/document\d*\.xml$/.test(name))!;
  const headings = zip.has('word/styles.xml') ? headingStyles(decodeMarkup(zip.read('word/styles.xml'))) : new Set<string>();
  const counts = noCounts();
  const paragraphs = new Paragraphs();
  readBody(decodeMarkup(zip.read(part)), headings, paragraphs, counts);
  const about = zip.has('docProps/core.xml') ? readCore(decodeMarkup(zip.read('docProps/core.xml'))) : {};
  return { text: paragraphs.finish(), ...about, notices: noticesOf(counts) };
}

/** Elements by their local names: prefixes are the writer's choice. */
function walk(xml: string, on: { open?(name: string, get: (attribute: string) => string | undefined): void; text?(text: string): void; close?(name: string): void }): void {
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser({
    onopentag(name, attributes) {
      assertDepth(++depth);
      on.open?.(local(name), (wanted) => Object.entries(attributes).find(([key]) => local(key) === wanted)?.[1]);
    },
    ontext: (text) => on.text?.(text),
    onclosetag(name) {
      depth -= 1;
      on.close?.(local(name));
    },
  }, { xmlMode: true, decodeEntities: true });
  for (let at = 0; at < xml.length; at += STEP) parser.write(xml.slice(at, at + STEP));
  parser.end();
}

const STEP = 65_536;

/** Ids of styles that are headings: by their outline level, or by a name that Word gives in every language. */
function headingStyles(xml: string): Set<string> {
  const ids = new Set<string>();
  let id = '';
  walk(xml, {
    open(name, get) {
      if (name === 'style') id = get('styleId') ?? '';
      else if (name === 'name' && /^(?:heading \d|title)$/i.test(get('val') ?? '')) ids.add(id);
      else if (name === 'outlineLvl' && Number(get('val')) < 9) ids.add(id);
    },
  });
  return ids;
}

/** What of a run's or paragraph's properties matters. */
type Run = { isItalic: boolean; isHidden: boolean };

/** Content that is not shown, or is shown already: alternatives for old programs, deletions. */
const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'sectPr', 'rPrChange', 'pPrChange']);

function readBody(xml: string, headings: ReadonlySet<string>, into: Paragraphs, counts: ReturnType<typeof noCounts>): void {
  let run: Run = { isItalic: false, isHidden: false };
  let [skipped, isText, isHeading, isItalic, inRun] = [0, false, false, false, false];
  let ruby: { base: string; reading: string; isReading: boolean } | undefined;
  const say = (text: string): void => {
    if (run.isHidden) return;
    if (ruby) {
      if (ruby.isReading) ruby.reading += text;
      else ruby.base += text;
      return;
    }
    if (run.isItalic !== isItalic) into.emphasise((isItalic = run.isItalic));
    into.add(text);
  };
  const endParagraph = (isEmptyGap: boolean): void => {
    into.end({ isHeading, isEmptyGap });
    [isHeading, isItalic] = [false, false];
  };
  walk(xml, {
    open(name, get) {
      if (skipped > 0 || SKIPPED.has(name)) skipped += SKIPPED.has(name) ? 1 : 0;
      else if (name === 'p') endParagraph(false);
      else if (name === 'pStyle') isHeading ||= headings.has(get('val') ?? '');
      else if (name === 'outlineLvl') isHeading ||= Number(get('val') ?? 9) < 9;
      else if (name === 'r') {
        run = { isItalic: false, isHidden: false };
        inRun = true;
      } else if (name === 'i' && inRun) run.isItalic = isOn(get('val'));
      else if (name === 'vanish' && inRun) run.isHidden = isOn(get('val'));
      else if (name === 't') isText = true;
      else if (name === 'tab' && inRun) say(' ');
      else if ((name === 'br' || name === 'cr') && inRun && get('type') !== 'page' && !ruby) into.line();
      else if (name === 'noBreakHyphen') say('-');
      else if (name === 'footnoteReference' || name === 'endnoteReference') counts.footnotes += 1;
      else if (name === 'drawing' || name === 'pict') counts.pictures += 1;
      else if (name === 'ruby') ruby = { base: '', reading: '', isReading: false };
      else if (name === 'rt' && ruby) ruby.isReading = true;
      else if (name === 'rubyBase' && ruby) ruby.isReading = false;
    },
    text: (text) => {
      if (isText && skipped === 0) say(text);
    },
    close(name) {
      if (SKIPPED.has(name)) skipped -= 1;
      else if (skipped > 0) return;
      else if (name === 't') isText = false;
      else if (name === 'r') inRun = false;
      else if (name === 'p') endParagraph(true);
      else if (name === 'ruby' && ruby) {
        if (ruby.reading.trim() === '') into.add(ruby.base);
        else into.ruby(ruby.base, ruby.reading);
        ruby = undefined;
      }
    },
  });
}

/** A switch without a value is on. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}

function readCore(xml: string): { title?: string; author?: string } {
  const found: Record<string, string> = {};
  let current = '';
  walk(xml, {
    open: (name) => (current = name),
    text(text) {
      if (current === 'title' || current === 'creator') found[current] = ((found[current] ?? '') + text).slice(0, 2000);
    },
    close: () => (current = ''),
  });
  const [title, author] = [found['title']?.trim(), found['creator']?.trim()];
  return { ...(title ? { title } : {}), ...(author ? { author } : {}) };
}
