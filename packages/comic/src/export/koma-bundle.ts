/** `.koma`: the whole project in one zip. Reading back what was written gives the same book. */
import { strToU8 } from 'fflate';
import { Book, listPanels } from '../model/book.ts';
import { shapeInTurns } from '../model/shape-in-turns.ts';
import { notesOf } from './comic-info.ts';
import { fileStem } from './file-name.ts';
import { jsonInTurns } from './json-in-turns.ts';
import { openZip, ZipError, type OpenZip, type ZipErrorCode, type ZipPlace } from './open-zip.ts';
import { LINES_MAX, PANELS_MAX, soundBook } from './sound-book.ts';
import { PANEL_TAKES_MAX, TAKES_MAX_BYTES } from './takes-that-fit.ts';
import type { ExportedFile, ExportTools, FinishedBook } from './types.ts';
import { zipWriter } from './zip-writer.ts';

const FORMAT = 'komawari-bundle';
/** `version` counts every change of the form; `reads` is the oldest version whose reader still understands the file: what such a reader does not know it leaves out. */
const VERSION = 2;
/** Readers of version 1 take eight takes a panel, and all for such that may be shown. */
const PLAIN_TAKES_MAX = 8;
const MIB = 1024 * 1024;

/** What a bundle may hold. A book of 200 000 characters takes about 4 MB, one of 5 000 panels with eight takes each 18 MB and 0.9 million values. */
export const KOMA_LIMITS = {
  bookMaxBytes: 24 * MIB,
  manifestMaxBytes: 2 * MIB,
  pictureMaxBytes: 50 * MIB,
  filesMax: 20_000,
  linesMax: LINES_MAX,
  creditsMax: 1000,
  /** Of what is written: `takesThatFit` holds to both. */
  panelTakesMax: PANEL_TAKES_MAX,
  takesMaxBytes: TAKES_MAX_BYTES,
  /** We store pictures as they are, since they hardly shrink. Other programs deflate them: no picture of a megabyte or more shrinks to less than a tenth, and together they unpack to no more than this. */
  deflated: { ratioMax: 10, ratioFromBytes: MIB, totalMaxBytes: 128 * MIB },
  /** `arrayMax`: as many panels as a book may have; of nothing else it has more in one place. No book of ours nests deeper than 20, and no object of one has more members than a page has panels. */
  json: { depthMax: 100, valuesMax: 2_000_000, arrayMax: PANELS_MAX, membersMax: 1000 },
} as const;

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
  const manifest = { format: FORMAT, version: VERSION, reads: readsOf(finished.book), title: finished.book.title, madeBy: finished.book.madeBy, credits: finished.credits, savedAt: tools.now.toISOString(), notes: notesOf(finished) };
  const zip = zipWriter(tools.now);
  zip.add('manifest.json', strToU8(JSON.stringify(manifest, null, 2)));
  zip.add('book.json', strToU8(JSON.stringify(finished.book)));
  for (const key of pictureKeys(finished.book)) {
    const picture = await tools.findPicture?.(key);
    if (picture) zip.add(`${PICTURES}${key}`, picture, { isStored: true });
  }
  return [{ name: `${fileStem(finished.book.title)}.koma`, mediaType: 'application/vnd.komawari+zip', bytes: zip.finish() }];
}

export { takesThatFit } from './takes-that-fit.ts';

const PICTURES = 'pictures/';
const KEY = /^[0-9a-f]{64}$/;

function readsOf(book: Book): number {
  return listPanels(book).some(({ takes }) => takes.length > PLAIN_TAKES_MAX || takes.some((take) => take.isRejected || take.isShown)) ? VERSION : 1;
}

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
  /** `read`, with `pause` between its steps. */
  readInTurns(pause: () => Promise<unknown>): Promise<Uint8Array>;
};

/** Throws BundleError for anything that is no bundle this reader understands; never another error. No picture is unpacked yet, but what cannot be one is refused. */
export function readKoma(bytes: Uint8Array): ReadBundle {
  const turns = reading(bytes);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** `readKoma` for who has others to serve meanwhile: the large book of a stranger takes a second, so `pause` lets them in between its steps. */
export async function readKomaInTurns(bytes: Uint8Array, pause: () => Promise<unknown>): Promise<ReadBundle> {
  return inTurns(reading(bytes), pause);
}

async function inTurns<T>(turns: Generator<undefined, T>, pause: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    await pause();
  }
}

function* reading(bytes: Uint8Array): Generator<undefined, ReadBundle> {
  const { filesMax, pictureMaxBytes, bookMaxBytes, manifestMaxBytes, deflated } = KOMA_LIMITS;
  const zip = mended(() => openZip(bytes, { entriesMax: filesMax, entryMaxBytes: pictureMaxBytes, totalMaxBytes: bytes.length + bookMaxBytes + deflated.totalMaxBytes }));
  if (!zip.has('manifest.json')) throw new BundleError('bundle.unreadable');
  const manifest = yield* jsonOf(zip, 'manifest.json', manifestMaxBytes);
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest) || manifest.format !== FORMAT) throw new BundleError('bundle.unreadable');
  if (!('version' in manifest) || typeof manifest.version !== 'number') throw new BundleError('bundle.damaged');
  const needs = 'reads' in manifest && typeof manifest.reads === 'number' ? manifest.reads : manifest.version;
  if (needs > VERSION) throw new BundleError('bundle.newer');
  const book = yield* bookOf(yield* jsonOf(zip, 'book.json', bookMaxBytes));
  yield;
  const credits = 'credits' in manifest && Array.isArray(manifest.credits) ? manifest.credits.filter((credit) => typeof credit === 'string').slice(0, KOMA_LIMITS.creditsMax) : [];
  const keys = pictureKeys(book).filter((key) => zip.has(PICTURES + key));
  refuseBombs(keys.flatMap((key) => zip.place(PICTURES + key) ?? []), bytes.length);
  return { book, credits, pictures: keys.map((key) => pictureOf(zip, key)) };
}

function pictureOf(zip: OpenZip, key: string): BundlePicture {
  const name = PICTURES + key;
  return {
    key,
    head: () => mended(() => zip.head(name)),
    read: () => mended(() => zip.read(name)),
    readInTurns: (pause) => inTurns(mendedTurns(zip.readInTurns(name)), pause),
  };
}

/** Before the first picture is unpacked: none too large, none that only a bomb shrinks so far, none that share their bytes to be more than the file holds. */
function refuseBombs(places: readonly ZipPlace[], fileBytes: number): void {
  const { pictureMaxBytes, deflated } = KOMA_LIMITS;
  let [packed, inflated] = [0, 0];
  for (const place of places) {
    if (!place.isStored && place.size >= deflated.ratioFromBytes && place.size > place.packed * deflated.ratioMax) throw new BundleError('bundle.damaged');
    if (place.size > pictureMaxBytes) throw new BundleError('bundle.too-large');
    packed += place.packed;
    inflated += place.isStored ? 0 : place.size;
  }
  if (packed > fileBytes) throw new BundleError('bundle.damaged');
  if (inflated > deflated.totalMaxBytes) throw new BundleError('bundle.too-large');
}

function* bookOf(value: unknown): Generator<undefined, Book> {
  if (typeof value === 'object' && value !== null && 'schema' in value && typeof value.schema === 'number' && value.schema > 1) throw new BundleError('bundle.newer');
  const shaped = yield* shapedBook(value);
  yield;
  const book = yield* soundBook(shaped);
  if (!book) throw new BundleError('bundle.damaged');
  return book;
}

function* shapedBook(value: unknown): Generator<undefined, Book> {
  try {
    return (yield* shapeInTurns(Book, value)) as Book;
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}

const CODES: Record<ZipErrorCode, BundleErrorCode> = { 'zip.unreadable': 'bundle.unreadable', 'zip.damaged': 'bundle.damaged', 'zip.encrypted': 'bundle.unreadable', 'zip.too-large': 'bundle.too-large' };

function mended<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw mend(cause);
  }
}

function* mendedTurns<T>(turns: Generator<undefined, T>): Generator<undefined, T> {
  try {
    return yield* turns;
  } catch (cause) {
    throw mend(cause);
  }
}

function mend(cause: unknown): unknown {
  return cause instanceof ZipError ? new BundleError(CODES[cause.code], cause) : cause;
}

function* jsonOf(zip: OpenZip, name: string, maxBytes: number): Generator<undefined, unknown> {
  if ((zip.place(name)?.size ?? 0) > maxBytes) throw new BundleError('bundle.too-large');
  const content = yield* mendedTurns(zip.readInTurns(name));
  yield;
  try {
    return yield* jsonInTurns(content, KOMA_LIMITS.json);
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}
