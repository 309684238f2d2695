/** The book behind a comic as it stands: the last whole one that was stored, and the edits since. */
import type { Book } from '@komawari/comic';
import type { ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import { getJson } from '../objects.ts';
import { listEdits, getBase, type EditRow } from './book-store.ts';

export type OpenBook = { revision: number; book: Book };

/** Books opened last in this process. A book of 200 000 characters takes about 10 MB. */
const KEPT_MAX = 12;
const kept = new Map<string, OpenBook>();

/** Throws AppError `comics.no-script` while nothing is written. */
export async function openBook(app: App, db: Db | Tx, comicId: string): Promise<OpenBook> {
  const base = await getBase(db, comicId);
  if (base.base_key === null) throw new AppError('comics.no-script');
  const known = kept.get(comicId);
  if (known?.revision === base.revision) return keep(comicId, known);
  const isNearer = known !== undefined && known.revision >= base.base_revision && known.revision < base.revision;
  const from = isNearer ? known : { revision: base.base_revision, book: (await getJson<{ book: Book }>(app, base.base_key as ObjectKey)).book };
  let { book } = from;
  for (const edit of await listEdits(db, comicId, from.revision)) book = await edited(app, book, edit);
  return keep(comicId, { revision: base.revision, book });
}

/** To be called when a transaction that changed the book has committed. */
export function keep(comicId: string, open: OpenBook): OpenBook {
  kept.delete(comicId);
  kept.set(comicId, open);
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest);
  return open;
}

async function edited(app: App, book: Book, edit: EditRow): Promise<Book> {
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
