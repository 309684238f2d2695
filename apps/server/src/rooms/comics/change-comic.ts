import type { BodyOf, comicDrawingRoutes, ComicId, ExportWish } from '@komawari/contract';
import { inTransaction, sqlStateOf } from '../../db/transaction.ts';
import { mustBeAuthor } from '../../kernel/access.ts';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import { cancelTask } from '../../kernel/tasks/cancel-task.ts';
import { continueTask } from '../../kernel/tasks/continue-task.ts';
import { createTasks } from '../../kernel/tasks/create-task.ts';
import { presentTask } from '../../kernel/tasks/present-task.ts';
import { findTaskOfKey, lockTask } from '../../kernel/tasks/store.ts';
import { isEnded, type TaskRow } from '../../kernel/tasks/task.ts';
import type { Tx } from '../../db/client.ts';
import type { Models } from '../studio/index.ts';
import { lockOwn } from './book/edit-book.ts';
import { choicesOf, markOf } from './making/export-choices.ts';
import { listPageKeys, setArtist } from './making/making-store.ts';
import { hashOf } from './making/plan-work.ts';
import { mustBeArtist } from './models/artist.ts';
import { presentSummary } from './present.ts';
import { findComic, hasPagesIn, removeComic, setMaking, setPaused, setTrashed, type ComicRow } from './store.ts';
import { listKnownTakes } from './takes/take-store.ts';

/** Stops the making; drawn panels stay. */
export async function cancelComic(ctx: Ctx, comicId: ComicId) {
  return changeMaking(ctx, comicId, 'comics.cancel', (tx, task) => cancelTask(ctx.app, tx, task));
}

/** Stops the making for now: the same, but the comic says that it only waits. */
export async function pauseComic(ctx: Ctx, comicId: ComicId) {
  return changeMaking(ctx, comicId, 'comics.pause', async (tx, task) => {
    await cancelTask(ctx.app, tx, task);
    await setPaused(tx, comicId, true);
  });
}

/** Goes on with what is missing. */
export async function continueComic(ctx: Ctx, comicId: ComicId) {
  return changeMaking(ctx, comicId, 'comics.continue', async (tx, task) => {
    await continueTask(ctx.app, tx, task);
    await setPaused(tx, comicId, false);
  });
}

async function changeMaking(ctx: Ctx, comicId: ComicId, action: string, change: (tx: Tx, task: TaskRow) => Promise<void>) {
  const taskId = await inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await getOwn(ctx, tx, comicId);
    const task = await lockTask(tx, comic.task_id);
    if (!task) throw new AppError('not-found');
    // Read again under the lock, which removing takes too.
    await getKept(ctx, tx, comicId);
    await audit(tx, ctx, { action, subject: comicId });
    await change(tx, task);
    return task.id;
  });
  return presentTask(ctx.app.client.db, taskId, ctx.language);
}

/** Brings pages up to date with the book. When they are, and nothing is to be drawn again, the task that made them is the answer. */
export async function updateComic(ctx: Ctx, models: Models, comicId: ComicId, { redraw, artist }: BodyOf<typeof comicDrawingRoutes.update>) {
  await mustBeArtist(ctx, models, artist);
  const taskId = await inTransaction(ctx.app.client.db, async (tx) => {
    const { task_id } = await getKept(ctx, tx, comicId);
    const task = await lockTask(tx, task_id);
    await lockOwn(ctx, tx, comicId);
    const comic = await getKept(ctx, tx, comicId);
    if (comic.task_id !== task_id || (task && !isEnded(task.state))) throw new AppError('comics.busy');
    if (comic.revision === 0) throw new AppError('comics.no-script');
    if (artist !== undefined) await setArtist(tx, comicId, artist);
    if (redraw === 'missing' && comic.state === 'done' && comic.pages_revision === comic.revision) return task_id;
    const [taskId = ''] = await createTasks(ctx.app, tx, [{ kind: 'comic.update', owner: comic.owner, stream: comicId, input: { comicId, redraw } }]);
    await setMaking(tx, comicId, taskId, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'comics.update', subject: comicId, data: { redraw: Array.isArray(redraw) ? redraw.length : redraw } });
    return taskId;
  });
  return presentTask(ctx.app.client.db, taskId, ctx.language);
}

/** The files of one format. Asking again for the same book gives the same task; a failed one is tried again. */
export async function exportComic(ctx: Ctx, comicId: ComicId, wish: ExportWish) {
  const { db } = ctx.app.client;
  const taskId = await inTransaction(db, (tx) => exportOrFind(ctx, tx, comicId, wish)).catch((error: unknown) => {
    // Two requests for one export at the same moment: the other one won.
    if (sqlStateOf(error) === '23505') return inTransaction(db, (tx) => exportOrFind(ctx, tx, comicId, wish));
    throw error;
  });
  return presentTask(db, taskId, ctx.language);
}

async function exportOrFind(ctx: Ctx, tx: Tx, comicId: ComicId, wish: ExportWish): Promise<string> {
  const comic = await getKept(ctx, tx, comicId);
  // A bundle is the book itself, whatever its pages show.
  if (wish.format === 'koma' ? comic.revision === 0 : comic.state !== 'done') throw new AppError('comics.unfinished');
  if (wish.format !== 'koma' && comic.pages_revision !== comic.revision) throw new AppError('comics.pages-outdated');
  const language = wish.language === undefined || wish.language === comic.language ? '' : wish.language;
  if (language !== '' && wish.format !== 'koma' && !(await hasPagesIn(tx, comicId, language))) throw new AppError('request.invalid', { detail: `language: ${language}` });
  const choices = choicesOf(wish);
  const idempotencyKey = `export:${comicId}:${wish.format}:${wish.dpi}:${comic.revision}:${language}${markOf({ ...choices, dpi: 150 })}:${await contentMark(tx, comicId, wish.format, language)}`;
  const known = await findTaskOfKey(tx, comic.owner, idempotencyKey);
  if (known) {
    if (isEnded(known.state) && known.state !== 'done') await continueTask(ctx.app, tx, known);
    return known.id;
  }
  const [taskId] = await createTasks(ctx.app, tx, [{ kind: 'comic.export', owner: comic.owner, stream: comicId, input: { comicId, format: wish.format, dpi: wish.dpi, language, ...choices }, idempotencyKey }]);
  return taskId ?? '';
}

/** Pages may be drawn again, and takes come and go, while the book stays as it is. */
async function contentMark(tx: Tx, comicId: ComicId, format: ExportWish['format'], language: string): Promise<string> {
  const parts = format === 'koma' ? (await listKnownTakes(tx, comicId)).map((take) => take.id) : await listPageKeys(tx, comicId, language);
  return hashOf(parts).slice(0, 16);
}

/** To the trash, stopping what runs; from there for good, but only where that was asked for: a request may come twice. */
export async function removeOwnComic(ctx: Ctx, comicId: ComicId, isForGood: boolean): Promise<{ where: 'trash' | 'gone' }> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await getOwn(ctx, tx, comicId);
    const task = await lockTask(tx, comic.task_id);
    if (task && !isEnded(task.state)) await cancelTask(ctx.app, tx, task);
    const where = comic.trashed_at && isForGood ? 'gone' : 'trash';
    if (where === 'gone') await removeComic(tx, comicId);
    else if (!comic.trashed_at) await setTrashed(tx, comicId, ctx.app.ports.clock.now(), ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'comics.remove', subject: comicId, data: { where } });
    return { where };
  });
}

export async function restoreComic(ctx: Ctx, comicId: ComicId) {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await getOwn(ctx, tx, comicId);
    await setTrashed(tx, comicId, null, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'comics.restore', subject: comicId });
    return presentSummary({ ...comic, trashed_at: null });
  });
}

/** In the trash nothing is made: a comic there answers like a missing one. */
async function getKept(ctx: Ctx, tx: Tx, comicId: ComicId): Promise<ComicRow> {
  const comic = await getOwn(ctx, tx, comicId);
  if (comic.trashed_at) throw new AppError('not-found');
  return comic;
}

async function getOwn(ctx: Ctx, tx: Tx, comicId: ComicId): Promise<ComicRow> {
  const comic = await findComic(tx, comicId);
  mustBeAuthor(ctx, comic);
  return comic as ComicRow;
}
