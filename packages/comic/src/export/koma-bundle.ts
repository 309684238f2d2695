/** `.koma`: the whole project in one zip. Reading back what was written gives the same book. */
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { Book } from '../model/book.ts';
import { notesOf } from './comic-info.ts';
import { fileStem } from './file-name.ts';
import type { ExportedFile, ExportTools, FinishedBook } from './types.ts';

const FORMAT = 'komawari-bundle';
const VERSION = 1;
/** A book of 200 000 characters takes about 4 MB; more than this unpacked is no book. */
const UNPACKED_MAX_BYTES = 256 * 1024 * 1024;

export type BundleErrorCode = 'bundle.unreadable' | 'bundle.newer' | 'bundle.damaged' | 'bundle.too-large';

export class BundleError extends Error {
  readonly code: BundleErrorCode;

  constructor(code: BundleErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'BundleError';
    this.code = code;
  }
}

export function writeKoma(finished: FinishedBook, tools: Pick<ExportTools, 'now'>): ExportedFile[] {
  const manifest = { format: FORMAT, version: VERSION, title: finished.book.title, madeBy: finished.book.madeBy, credits: finished.credits, savedAt: tools.now.toISOString(), notes: notesOf(finished) };
  const bytes = zipSync({ 'manifest.json': [strToU8(JSON.stringify(manifest, null, 2)), { mtime: tools.now }], 'book.json': [strToU8(JSON.stringify(finished.book)), { mtime: tools.now }] });
  return [{ name: `${fileStem(finished.book.title)}.koma`, mediaType: 'application/vnd.komawari+zip', bytes }];
}

/** Throws BundleError for anything that is no bundle of this version or older. */
export function readKoma(bytes: Uint8Array): { book: Book; credits: string[] } {
  const files = unpack(bytes);
  if (files['manifest.json'] === undefined) throw new BundleError('bundle.unreadable');
  const manifest = parseJson(files['manifest.json']);
  if (typeof manifest !== 'object' || manifest === null || !('format' in manifest) || manifest.format !== FORMAT) throw new BundleError('bundle.unreadable');
  if (!('version' in manifest) || typeof manifest.version !== 'number') throw new BundleError('bundle.damaged');
  if (manifest.version > VERSION) throw new BundleError('bundle.newer');
  const book = Book.safeParse(parseJson(files['book.json']));
  if (!book.success) throw new BundleError('bundle.damaged', book.error);
  const credits = 'credits' in manifest && Array.isArray(manifest.credits) ? manifest.credits.filter((credit) => typeof credit === 'string') : [];
  return { book: book.data, credits };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > UNPACKED_MAX_BYTES) throw new BundleError('bundle.too-large');
        return file.name === 'manifest.json' || file.name === 'book.json';
      },
    });
  } catch (cause) {
    throw cause instanceof BundleError ? cause : new BundleError('bundle.unreadable', cause);
  }
}

function parseJson(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) throw new BundleError('bundle.damaged');
  try {
    return JSON.parse(strFromU8(bytes));
  } catch (cause) {
    throw new BundleError('bundle.damaged', cause);
  }
}
