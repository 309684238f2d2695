import { type ComicId, type ObjectKey, type UiLanguage, type Version, type VersionId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { putJson } from '../objects.ts';
import { findComic } from '../store.ts';
import { addVersion, countVersions, findVersion, listVersions, removeVersionRow, type VersionRow } from './book-store.ts';
import { appendEdit, lockOwn, storedBook } from './edit-book.ts';
import { keep, openBook } from './open-book.ts';

const VERSIONS_MAX = 100;

export async function listOwnVersions(ctx: Ctx, comicId: ComicId) {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  return { items: (await listVersions(ctx.app.client.db, comicId)).map(presentVersion) };
}

export async function keepVersion(ctx: Ctx, comicId: ComicId, name: string): Promise<Version> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await lockOwn(ctx, tx, comicId);
    if ((await countVersions(tx, comicId)) >= VERSIONS_MAX) throw new AppError('comics.too-many-versions');
    const row = await keepNow(ctx, tx, comic, name);
    await audit(tx, ctx, { action: 'comics.keep-version', subject: comicId, data: { version: row.id } });
    return presentVersion(row);
  });
}

export async function getVersionBook(ctx: Ctx, comicId: ComicId, versionId: VersionId) {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  const version = await findVersion(ctx.app.client.db, comicId, versionId);
  if (!version) throw new AppError('not-found');
  return { revision: version.revision, book: await storedBook(ctx.app, version.book_key) };
}

const BEFORE: Readonly<Record<UiLanguage, (name: string) => string>> = { en: (name) => `Before “${name}” was restored`, 'zh-CN': (name) => `恢复“${name}”之前`, ja: (name) => `「${name}」に戻す前` };

/** Nothing is lost by it: the present book becomes a version first. */
export async function restoreVersion(ctx: Ctx, comicId: ComicId, versionId: VersionId) {
  const done = await inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await lockOwn(ctx, tx, comicId);
    const version = await findVersion(tx, comicId, versionId);
    if (!version) throw new AppError('not-found');
    await keepNow(ctx, tx, comic, BEFORE[ctx.language](version.name).slice(0, 200));
    // Shorter than any page's own id: none can take its place in the sequence.
    const edit = await appendEdit(ctx.app, tx, comic, { clientId: 'restore', restored: { key: version.book_key as ObjectKey, book: await storedBook(ctx.app, version.book_key) } });
    await audit(tx, ctx, { action: 'comics.restore-version', subject: comicId, data: { version: versionId } });
    return edit;
  });
  if (done.open) keep(comicId, done.open);
  return { revision: done.revision };
}

export async function removeVersion(ctx: Ctx, comicId: ComicId, versionId: VersionId) {
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockOwn(ctx, tx, comicId);
    if (!(await findVersion(tx, comicId, versionId))) throw new AppError('not-found');
    await removeVersionRow(tx, comicId, versionId);
    await audit(tx, ctx, { action: 'comics.remove-version', subject: comicId, data: { version: versionId } });
    return { isRemoved: true } as const;
  });
}

async function keepNow(ctx: Ctx, tx: Tx, comic: { id: string; page_count: number }, name: string): Promise<VersionRow> {
  const { listPanels } = await import('@komawari/comic');
  const { revision, book } = await openBook(ctx.app, tx, comic.id);
  const row = {
    id: ctx.app.ports.ids.next('version'), comic_id: comic.id, name, revision, book_key: await putJson(ctx.app, { book }), panels: listPanels(book).length, pages: comic.page_count, created_at: ctx.app.ports.clock.now(),
  };
  await addVersion(tx, row);
  return row;
}

function presentVersion(row: VersionRow): Version {
  return { id: row.id as VersionId, name: row.name, revision: row.revision, panels: row.panels, pages: row.pages, createdAt: row.created_at.toISOString() };
}
