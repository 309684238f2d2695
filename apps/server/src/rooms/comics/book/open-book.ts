/** The book behind a comic as it stands: the last whole one that was stored, and the edits since. */
import type { Book } from '@komawari/comic';
import type { ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import { AppError } from '../../../kernel/errors.ts';
import { getJson, type Shelf } from '../objects.ts';
import { listEdits, getBase, type EditRow } from './book-store.ts';

export type OpenBook = { revision: number; book: Book };

/** Books opened last in this process. A book of 200 000 characters takes about 10 MB. */
const KEPT_MAX = 12;
const kept = new Map<string, OpenBook>();

/** Between two reads others may write: how often a book is read anew before it counts as broken. */
const READS_MAX = 5;

/** Throws AppError `comics.no-script` while nothing is written. Only the object store of `app` is asked. */
export async function openBook(app: Shelf, db: Db | Tx, comicId: string): Promise<OpenBook> {
  for (let reads = 1; reads <= READS_MAX; reads += 1) {
    const open = await readBook(app, db, comicId);
    if (open) return keep(comicId, open);
  }
  throw new Error(`comics: edits of ${comicId} are missing`);
}

/** The book at the revision it is named by, or nothing when edits on the way to it were folded into a later base meanwhile. */
async function readBook(app: Shelf, db: Db | Tx, comicId: string): Promise<OpenBook | undefined> {
  const base = await getBase(db, comicId);
  if (base.base_key === null) throw new AppError('comics.no-script');
  const known = kept.get(comicId);
  if (known?.revision === base.revision) return known;
  const isNearer = known !== undefined && known.revision >= base.base_revision && known.revision < base.revision;
  const from = isNearer ? known : { revision: base.base_revision, book: (await getJson<{ book: Book }>(app, base.base_key as ObjectKey)).book };
  // Never beyond the revision read above: what is written since would count twice.
  const edits = await listEdits(db, comicId, from.revision, base.revision);
  if (edits.length < base.revision - from.revision) return undefined;
  let { book } = from;
  for (const edit of edits) book = await edited(app, book, edit);
  return { revision: base.revision, book };
}

/** To be called when a transaction that changed the book has committed. */
export function keep(comicId: string, open: OpenBook): OpenBook {
  kept.delete(comicId);
  kept.set(comicId, open);
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest);
  return open;
}

async function edited(app: Shelf, book: Book, edit: EditRow): Promise<Book> {
  if (edit.restored_key !== null) return (await getJson<{ book: Book }>(app, edit.restored_key as ObjectKey)).book;
  const { applyEdit } = await import('@komawari/comic/edit');
  return applyEdit(book, edit.ops ?? []).book;
}

/** What the engine says of ops that do not fit, as an error that a client can meet. */
export async function asAppError(error: unknown): Promise<unknown> {
  const { EditError } = await import('@komawari/comic/edit');
  if (!(error instanceof EditError)) return error;
  return new AppError(error.code === 'edit.too-large' ? 'comics.edit-too-large' : 'comics.edit-invalid', { detail: error.message, cause: error });
}
