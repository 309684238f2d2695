/** `.koma`: the whole project in one zip. Reading back what was written gives the same book. */
import { strFromU8, strToU8 } from 'fflate';
import { Book, listPanels } from '../model/book.ts';
import { notesOf } from './comic-info.ts';
import { fileStem } from './file-name.ts';
import { openZip, ZipError, type OpenZip, type ZipErrorCode } from './open-zip.ts';
import { soundBook } from './sound-book.ts';
import type { ExportedFile, ExportTools, FinishedBook } from './types.ts';
import { zipWriter } from './zip-writer.ts';

const FORMAT = 'komawari-bundle';
/** `version` counts every change of the form; `reads` is the oldest version whose reader still understands the file: what such a reader does not know it leaves out. */
const VERSION = 1;
const READS = 1;
/** A book of 200 000 characters takes about 4 MB. Takes are pictures: at most 50 MB each, read one by one. */
const BOOK_MAX_BYTES = 64 * 1024 * 1024;
const LIMITS = { entriesMax: 20_000, entryMaxBytes: BOOK_MAX_BYTES, totalMaxBytes: 2 * 1024 * 1024 * 1024 };
/** No book of ours nests deeper than 20; much deeper ones would overflow the stack of who writes them again. */
const DEPTH_MAX = 100;

export type BundleErrorCode = 'bundle.unreadable' | 'bundle.newer' | 'bundle.damaged' | 'bundle.too-large';

export class BundleError extends Error {
  readonly code: BundleErrorCode;

  constructor(code: BundleErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'BundleError';
    this.code = code;
  }
}

/** With the pictures of takes where `tools.findPicture` finds them. */
export async function writeKoma(finished: FinishedBook, tools: Pick<ExportTools, 'now' | 'findPicture'>): Promise<ExportedFile[]> {
  const manifest = { format: FORMAT, version: VERSION, reads: READS, title: finished.book.title, madeBy: finished.book.madeBy, credits: finished.credits, savedAt: tools.now.toISOString(), notes: notesOf(finished) };
  const zip = zipWriter(tools.now);
  zip.add('manifest.json', strToU8(JSON.stringify(manifest, null, 2)));
  zip.add('book.json', strToU8(JSON.stringify(finished.book)));
  for (const key of pictureKeys(finished.book)) {
    const picture = await tools.findPicture?.(key);
    if (picture) zip.add(`${PICTURES}${key}`, picture, { isStored: true });
  }
  return [{ name: `${fileStem(finished.book.title)}.koma`, mediaType: 'application/vnd.komawari+zip', bytes: zip.finish() }];
}

const PICTURES = 'pictures/';
const KEY = /^[0-9a-f]{64}$/;

/** Content addresses of all takes' pictures, each once, in the order of the book. */
function pictureKeys(book: Book): string[] {
  return [...new Set(listPanels(book).flatMap((panel) => panel.takes.flatMap((take) => (take.picture !== undefined && KEY.test(take.picture) ? [take.picture] : []))))];
}

export type ReadBundle = {
  book: Book;
  credits: string[];
  /** Pictures of takes that are in the bundle. `read` throws BundleError; nothing vouches that the bytes belong to the key. */
  pictures: { key: string; read(): Uint8Array }[];
};

/** Throws BundleError for anything that is no bundle this reader understands; never another error. */
export function readKoma(bytes: Uint8Array): ReadBundle {
  const zip = mended(() => openZip(bytes, LIMITS));
  if (!zip.has('manifest.json')) throw new BundleError('bundle.unreadable');
  const manifest = parseJson(zip, 'manifest.json');
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest) || manifest.format !== FORMAT) throw new BundleError('bundle.unreadable');
  if (!('version' in manifest) || typeof manifest.version !== 'number') throw new BundleError('bundle.damaged');
  const needs = 'reads' in manifest && typeof manifest.reads === 'number' ? manifest.reads : manifest.version;
  if (needs > VERSION) throw new BundleError('bundle.newer');
  const book = bookOf(parseJson(zip, 'book.json'));
  const credits = 'credits' in manifest && Array.isArray(manifest.credits) ? manifest.credits.filter((credit) => typeof credit === 'string').slice(0, 1000) : [];
  const pictures = pictureKeys(book).filter((key) => zip.has(PICTURES + key)).map((key) => ({ key, read: () => mended(() => zip.read(PICTURES + key)) }));
  return { book, credits, pictures };
}

function bookOf(value: unknown): Book {
  if (typeof value === 'object' && value !== null && 'schema' in value && typeof value.schema === 'number' && value.schema > 1) throw new BundleError('bundle.newer');
  const parsed = Book.safeParse(value);
  if (!parsed.success) throw new BundleError('bundle.damaged', parsed.error);
  const book = soundBook(parsed.data);
  if (!book) throw new BundleError('bundle.damaged');
  return book;
}

const CODES: Record<ZipErrorCode, BundleErrorCode> = { 'zip.unreadable': 'bundle.unreadable', 'zip.damaged': 'bundle.damaged', 'zip.encrypted': 'bundle.unreadable', 'zip.too-large': 'bundle.too-large' };

function mended<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof ZipError ? new BundleError(CODES[cause.code], cause) : cause;
  }
}

function parseJson(zip: OpenZip, name: string): unknown {
  const text = strFromU8(mended(() => zip.read(name)));
  if (depthOf(text) > DEPTH_MAX) throw new BundleError('bundle.damaged');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}

/** How deep arrays and objects lie in each other; brackets in strings do not count. */
function depthOf(json: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (isString) {
      if (code === 92) i += 1;
      else if (code === 34) isString = false;
    } else if (code === 34) isString = true;
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth -= 1;
  }
  return deepest;
}
