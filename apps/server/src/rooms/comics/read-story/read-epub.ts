/** EPUB 2 and 3 (W3C, IDPF): the chapters in the order of the spine. */
import type { OpenZip } from '@komawari/comic/zip';
import { Parser } from 'htmlparser2';
import { AppError } from '../../../kernel/errors.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readHtml } from './html-text.ts';
import { Paragraphs } from './paragraphs.ts';
import { assertDepth, noCounts, noticesOf, type StoryFile } from './story-file.ts';

const CONTAINER = 'META-INF/container.xml';

export function isEpub(zip: OpenZip): boolean {
  return zip.has(CONTAINER);
}

/** Throws AppError: `comics.file-protected` for books under copy protection, `comics.file-damaged` without a package or any chapter. */
export function readEpub(zip: OpenZip): StoryFile {
  assertReadable(zip);
  const path = attributesOf(zip, CONTAINER, 'rootfile')[0]?.['full-path'];
  if (path === undefined || !zip.has(path)) throw new AppError('comics.file-damaged', { detail: 'no package' });
  const book = readPackage(zip, path);
  const counts = noCounts();
  const paragraphs = new Paragraphs();
  let found = 0;
  for (const name of book.chapters) {
    if (name === undefined || !zip.has(name)) {
      counts['missing-parts'] += 1;
      continue;
    }
    found += 1;
    readHtml(decodeMarkup(zip.read(name)), paragraphs, counts);
  }
  if (found === 0) throw new AppError('comics.file-damaged', { detail: 'no chapters' });
  return { text: paragraphs.finish(), ...book.about, notices: noticesOf(counts) };
}

/** Fonts may be scrambled in any book; their algorithms lock nothing else. */
const FONT_ALGORITHMS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

function assertReadable(zip: OpenZip): void {
  if (zip.has('META-INF/sinf.xml')) throw new AppError('comics.file-protected');
  if (!zip.has('META-INF/encryption.xml')) return;
  const algorithms = attributesOf(zip, 'META-INF/encryption.xml', 'EncryptionMethod').map((attributes) => attributes['Algorithm'] ?? '');
  const isKeyed = zip.has('META-INF/rights.xml') || zip.has('META-INF/license.lcpl');
  if (algorithms.some((algorithm) => !FONT_ALGORITHMS.test(algorithm)) || (isKeyed && algorithms.length === 0)) throw new AppError('comics.file-protected');
}

type Attributes = Record<string, string>;

/** Attributes of every element of a name, whatever its prefix. */
function attributesOf(zip: OpenZip, part: string, wanted: string): Attributes[] {
  const found: Attributes[] = [];
  walk(decodeMarkup(zip.read(part)), (name, attributes) => name === wanted && found.push(attributes), () => undefined);
  return found;
}

function walk(xml: string, onOpen: (name: string, attributes: Attributes) => unknown, onText: (text: string, inside: string) => unknown): void {
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      assertDepth(open.length);
      open.push(name.slice(name.indexOf(':') + 1));
      onOpen(open.at(-1)!, attributes);
    },
    ontext: (text) => onText(text, open.at(-1) ?? ''),
    onclosetag: () => open.pop(),
  }, { xmlMode: true, decodeEntities: true });
  parser.write(xml);
  parser.end();
}

const CHAPTER_TYPES = new Set(['application/xhtml+xml', 'text/html', 'application/xml', 'text/x-oeb1-document']);
const CHAPTERS_MAX = 5_000;

/** Chapters as names in the zip; undefined for those that the manifest does not know. */
function readPackage(zip: OpenZip, path: string): { chapters: (string | undefined)[]; about: { title?: string; author?: string } } {
  const manifest = new Map<string, Attributes>();
  const spine: string[] = [];
  const said: { title?: string; creator?: string } = {};
  let isFirst = true;
  walk(decodeMarkup(zip.read(path)), (name, attributes) => {
    if (name === 'item' && attributes['id'] !== undefined) manifest.set(attributes['id'], attributes);
    if (name === 'itemref' && attributes['linear'] !== 'no' && spine.length < CHAPTERS_MAX) spine.push(attributes['idref'] ?? '');
    if (name === 'title' || name === 'creator') isFirst = said[name] === undefined;
  }, (text, inside) => {
    if ((inside === 'title' || inside === 'creator') && isFirst) said[inside] = ((said[inside] ?? '') + text).slice(0, 2000);
  });
  const chapters = [...new Set(spine)].flatMap((id) => {
    const item = manifest.get(id);
    if (!item) return [undefined];
    const isStory = CHAPTER_TYPES.has(item['media-type'] ?? '') && !/\bnav\b/.test(item['properties'] ?? '');
    return isStory ? [resolve(path, item['href'] ?? '')] : [];
  });
  const [title, author] = [said.title?.trim(), said.creator?.trim()];
  return { chapters, about: { ...(title ? { title } : {}), ...(author ? { author } : {}) } };
}

/** A relative address in the zip; undefined where it leads out of it. */
function resolve(from: string, href: string): string | undefined {
  try {
    const { pathname, host } = new URL(href, `epub://book/${from.split('/').map(encodeURIComponent).join('/')}`);
    return host === 'book' ? decodeURIComponent(pathname.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}
