import type { EditNotice, EditOp } from '@komawari/comic/edit';
import { oneLine, type BodyOf, type ComicId, type comicEditingRoutes as routes, type ObjectKey } from '@komawari/contract';
import type { Book } from '@komawari/comic';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { appendEvents } from '../../../kernel/events.ts';
import { getJson, putJson } from '../objects.ts';
import { findComic } from '../store.ts';
import { noteIfAsDrawn } from './as-drawn.ts';
import { addEdit, findEditOf, listEdits, lockComic, setBase, type EditRow } from './book-store.ts';
import { asAppError, keep, openBook, type OpenBook } from './open-book.ts';

/** A whole book is stored this often; opening it replays at most as many edits. */
const EDITS_A_BASE = 100;
const KEPT_EDITS = 2000;

export async function getBook(ctx: Ctx, comicId: ComicId): Promise<OpenBook> {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  return openBook(ctx.app, ctx.app.client.db, comicId);
}

export async function getEdits(ctx: Ctx, comicId: ComicId, after: number) {
  const comic = await findComic(ctx.app.client.db, comicId);
  mustBeAuthor(ctx, comic);
  const items = (await listEdits(ctx.app.client.db, comicId, after)).map(presentEdit);
  return { items, revision: items.at(-1)?.revision ?? comic?.revision ?? 0 };
}

/** One step of a writer. Edits of one comic follow one another; the same step sent twice counts once. */
export async function editBook(ctx: Ctx, comicId: ComicId, body: BodyOf<typeof routes.edit>) {
  const ops = await opsOf(body.ops);
  const done = await inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await lockOwn(ctx, tx, comicId);
    const known = await findEditOf(tx, comicId, body);
    const result = known ? { revision: known.revision, notices: [], open: undefined } : await appendEdit(ctx.app, tx, comic, { clientId: body.clientId, clientSeq: body.clientSeq, ops });
    const edits = (await listEdits(tx, comicId, body.baseRevision)).map(presentEdit);
    return { ...result, edits };
  });
  if (done.open) keep(comicId, done.open);
  return { revision: done.edits.at(-1)?.revision ?? done.revision, notices: done.notices.map((notice) => ({ ...notice })), edits: done.edits };
}

type Locked = { id: string; revision: number; base_revision: number };
type Step = { clientId: string; clientSeq?: number; ops: readonly EditOp[] } | { clientId: string; restored: { key: ObjectKey; book: Book } };

/** Writes one more step under the lock on the comic. The caller keeps `open` once the transaction has committed. */
export async function appendEdit(app: App, tx: Tx, comic: Locked, step: Step): Promise<{ revision: number; notices: EditNotice[]; open: OpenBook | undefined }> {
  const before = await openBook(app, tx, comic.id);
  const applied = 'ops' in step ? await appliedTo(before.book, step.ops) : { book: step.restored.book, notices: [] };
  if (applied.book === before.book) return { revision: before.revision, notices: applied.notices, open: undefined };
  const now = app.ports.clock.now();
  const revision = before.revision + 1;
  const { book } = applied;
  await addEdit(tx, {
    comicId: comic.id, revision, clientId: step.clientId, clientSeq: ('clientSeq' in step ? step.clientSeq : undefined) ?? revision,
    ops: 'ops' in step ? step.ops : null, restoredKey: 'ops' in step ? null : step.restored.key, at: now,
  }, { title: oneLine(book.title) || '…', language: book.language, format: book.format, direction: book.direction });
  if (revision - comic.base_revision >= EDITS_A_BASE) await setBase(tx, comic.id, { revision, key: await putJson(app, { book }) }, KEPT_EDITS);
  await appendEvents(tx, comic.id, [{ type: 'comic.edit', revision, clientId: step.clientId }], now);
  await noteIfAsDrawn(app, tx, comic.id, { revision, book }, now);
  return { revision, notices: applied.notices, open: { revision, book } };
}

async function appliedTo(book: Book, ops: readonly EditOp[]): Promise<{ book: Book; notices: EditNotice[] }> {
  const { applyEdit } = await import('@komawari/comic/edit');
  try {
    return applyEdit(book, ops);
  } catch (error) {
    throw await asAppError(error);
  }
}

async function opsOf(raw: readonly unknown[]): Promise<EditOp[]> {
  const { parseOps } = await import('@komawari/comic/edit');
  try {
    return parseOps(kept(raw));
  } catch (error) {
    throw await asAppError(error);
  }
}

/** Nothing of a book lies deeper. */
const DEPTH_MAX = 40;

/** What a database can keep of it: no half of a character, and no NUL; an edit is not refused for what a paste brought along. */
function kept(value: unknown, depth = 0): unknown {
  if (depth > DEPTH_MAX) throw new AppError('comics.edit-invalid', { detail: 'too deep' });
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map((item) => kept(item, depth + 1));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kept(inner, depth + 1)]));
  return value;
}

/** In the trash nothing is edited: a comic there answers like a missing one. */
export async function lockOwn(ctx: Ctx, tx: Tx, comicId: ComicId) {
  const comic = await lockComic(tx, comicId);
  mustBeAuthor(ctx, comic);
  if (!comic || comic.trashed_at) throw new AppError('not-found');
  return comic;
}

function presentEdit(edit: EditRow) {
  return { revision: edit.revision, clientId: edit.client_id, ops: edit.restored_key === null ? (edit.ops ?? []) : null, at: edit.at.toISOString() };
}

/** The book stored under a key of this room. */
export async function storedBook(app: App, key: string): Promise<Book> {
  return (await getJson<{ book: Book }>(app, key as ObjectKey)).book;
}
