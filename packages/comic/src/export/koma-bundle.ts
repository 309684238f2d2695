/** `.koma`: the whole project in one zip. Reading back what was written gives the same book. */
import { Inflate, strFromU8, strToU8 } from 'fflate';
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
const MIB = 1024 * 1024;
/** A book of 200 000 characters takes about 4 MB; 5 000 panels with eight takes each take 15 MB. */
const BOOK_MAX_BYTES = 24 * MIB;
const MANIFEST_MAX_BYTES = 2 * MIB;
const PICTURE_MAX_BYTES = 50 * MIB;
/** We store pictures as they are, since they hardly shrink. Other programs deflate them: no picture of this size or more shrinks to less than a tenth, and together they unpack to no more than this. */
const DEFLATED = { ratioMax: 10, ratioFromBytes: MIB, totalMaxBytes: 128 * MIB };
const ENTRIES_MAX = 20_000;
/** No book of ours nests deeper than 20; much deeper ones would overflow the stack of who writes them again. */
const DEPTH_MAX = 100;
/** Arrays, objects and what stands in them: a book of 5 000 panels with eight takes each has about a million. Many more take JSON.parse seconds, however small the file. */
const VALUES_MAX = 3_000_000;

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
  /** Pictures of takes that are in the bundle. */
  pictures: BundlePicture[];
};

/** Nothing vouches that the bytes belong to the key, or are a picture: whoever reads on looks at the beginning first. Both throw BundleError. */
export type BundlePicture = {
  key: string;
  /** The first bytes, 256 where there are as many; next to nothing is unpacked for them. */
  head(): Uint8Array;
  /** At most 50 MB. */
  read(): Uint8Array;
};

/** Throws BundleError for anything that is no bundle this reader understands; never another error. No picture is unpacked yet, but what cannot be one is refused. */
export function readKoma(bytes: Uint8Array): ReadBundle {
  const steps = reading(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `readKoma` for who has others to serve meanwhile: the large book of a stranger takes seconds, so `pause` lets them in between its steps. */
export async function readKomaInTurns(bytes: Uint8Array, pause: () => Promise<unknown>): Promise<ReadBundle> {
  const steps = reading(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* reading(bytes: Uint8Array): Generator<undefined, ReadBundle> {
  const zip = mended(() => openZip(bytes, { entriesMax: ENTRIES_MAX, entryMaxBytes: PICTURE_MAX_BYTES, totalMaxBytes: bytes.length + BOOK_MAX_BYTES + DEFLATED.totalMaxBytes }));
  if (!zip.has('manifest.json')) throw new BundleError('bundle.unreadable');
  const places = placesIn(bytes);
  const manifest = yield* parseJson(zip, 'manifest.json', places, MANIFEST_MAX_BYTES);
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest) || manifest.format !== FORMAT) throw new BundleError('bundle.unreadable');
  if (!('version' in manifest) || typeof manifest.version !== 'number') throw new BundleError('bundle.damaged');
  const needs = 'reads' in manifest && typeof manifest.reads === 'number' ? manifest.reads : manifest.version;
  if (needs > VERSION) throw new BundleError('bundle.newer');
  const value = yield* parseJson(zip, 'book.json', places, BOOK_MAX_BYTES);
  yield;
  const book = bookOf(value);
  yield;
  const credits = 'credits' in manifest && Array.isArray(manifest.credits) ? manifest.credits.filter((credit) => typeof credit === 'string').slice(0, 1000) : [];
  const listed = pictureKeys(book).flatMap((key) => {
    const place = zip.has(PICTURES + key) ? places.get(PICTURES + key) : undefined;
    return place ? [{ key, place }] : [];
  });
  refuseBombs(listed.map(({ place }) => place), bytes.length);
  return { book, credits, pictures: listed.map(({ key, place }) => ({ key, head: () => headOf(bytes, place), read: () => mended(() => zip.read(PICTURES + key)) })) };
}

/** What the zip's directory says of an entry. It may lie: `zip.read` unpacks no more than `size`, or throws. */
type Place = { isStored: boolean; packed: number; size: number; offset: number };

/** By name, the first of a name counts, as in `openZip`, which has found the directory whole by now (APPNOTE 4.3.12 and 4.3.16). Our own names are ASCII. */
function placesIn(bytes: Uint8Array): Map<string, Place> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = new Map<string, Place>();
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), true);
    if (!places.has(name)) places.set(name, { isStored: view.getUint16(at + 10, true) === 0, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return places;
}

/** Before the first picture is unpacked: none too large, none that only a bomb shrinks so far, none that share their bytes to be more than the file holds. */
function refuseBombs(places: readonly Place[], fileBytes: number): void {
  let [packed, inflated] = [0, 0];
  for (const place of places) {
    if (!place.isStored && place.size >= DEFLATED.ratioFromBytes && place.size > place.packed * DEFLATED.ratioMax) throw new BundleError('bundle.damaged');
    if (place.size > PICTURE_MAX_BYTES) throw new BundleError('bundle.too-large');
    packed += place.packed;
    inflated += place.isStored ? 0 : place.size;
  }
  if (packed > fileBytes) throw new BundleError('bundle.damaged');
  if (inflated > DEFLATED.totalMaxBytes) throw new BundleError('bundle.too-large');
}

/** Enough for the signature of every picture format. */
const HEAD_BYTES = 256;
/** Deflate packs at most 1 032 to 1: a step never unpacks to more than 66 kB, and no encoder needs more than 4 kB for its first 256 bytes. */
const HEAD = { step: 64, packedMax: 4096 };

function headOf(bytes: Uint8Array, { isStored, packed, offset }: Place): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (offset + 30 > bytes.length) throw new BundleError('bundle.damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (isStored) return content.slice(0, HEAD_BYTES);
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  const stream = new Inflate((chunk) => {
    const taken = chunk.subarray(0, HEAD_BYTES - length);
    head.set(taken, length);
    length += taken.length;
  });
  try {
    for (let at = 0; at < Math.min(content.length, HEAD.packedMax) && length < HEAD_BYTES; at += HEAD.step) stream.push(content.subarray(at, at + HEAD.step), at + HEAD.step >= content.length);
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
  return head.subarray(0, length);
}

function bookOf(value: unknown): Book {
  if (typeof value === 'object' && value !== null && 'schema' in value && typeof value.schema === 'number' && value.schema > 1) throw new BundleError('bundle.newer');
  if (longestArray(value) > ARRAY_MAX) throw new BundleError('bundle.damaged');
  const book = soundBook(shapedBook(value));
  if (!book) throw new BundleError('bundle.damaged');
  return book;
}

/** zod collects all faults of a book before it says one, and overflows the stack when they are many. */
function shapedBook(value: unknown): Book {
  try {
    return Book.parse(value);
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}

/** As many panels as a book may have; of nothing else it has more in one place. */
const ARRAY_MAX = 20_000;

function longestArray(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let longest = Array.isArray(value) ? value.length : 0;
  for (const inner of Object.values(value)) longest = Math.max(longest, longestArray(inner));
  return longest;
}

const CODES: Record<ZipErrorCode, BundleErrorCode> = { 'zip.unreadable': 'bundle.unreadable', 'zip.damaged': 'bundle.damaged', 'zip.encrypted': 'bundle.unreadable', 'zip.too-large': 'bundle.too-large' };

function mended<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof ZipError ? new BundleError(CODES[cause.code], cause) : cause;
  }
}

function* parseJson(zip: OpenZip, name: string, places: ReadonlyMap<string, Place>, maxBytes: number): Generator<undefined, unknown> {
  if ((places.get(name)?.size ?? 0) > maxBytes) throw new BundleError('bundle.too-large');
  const content = mended(() => zip.read(name));
  yield;
  const text = strFromU8(content);
  const { deepest, values } = measureJson(text);
  if (deepest > DEPTH_MAX || values > VALUES_MAX) throw new BundleError('bundle.damaged');
  yield;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}

/** How deep arrays and objects lie in each other, and about how many values there are; what stands in strings does not count. */
function measureJson(json: string): { deepest: number; values: number } {
  let [depth, deepest, values, isString] = [0, 0, 0, false];
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (isString) {
      if (code === 92) i += 1;
      else if (code === 34) isString = false;
    } else if (code === 34) isString = true;
    else if (code === 44) values += 1;
    else if (code === 91 || code === 123) {
      values += 1;
      deepest = Math.max(deepest, ++depth);
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return { deepest, values };
}
