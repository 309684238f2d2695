import type { ComicId, ExportFormat } from '@komawari/contract';
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
import { presentSummary } from './present.ts';
import { findComic, removeComic, setTrashed, type ComicRow } from './store.ts';

type ExportWish = { format: ExportFormat; dpi: number };

/** Stops the making; drawn panels stay. */
export async function cancelComic(ctx: Ctx, comicId: ComicId) {
  return changeMaking(ctx, comicId, 'comics.cancel', (tx, task) => cancelTask(ctx.app, tx, task));
}

/** Goes on with what is missing. */
export async function continueComic(ctx: Ctx, comicId: ComicId) {
  return changeMaking(ctx, comicId, 'comics.continue', (tx, task) => continueTask(ctx.app, tx, task));
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

/** The files of one format. Asking again gives the same task; a failed one is tried again. */
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
  if (comic.state !== 'done') throw new AppError('comics.unfinished');
  const idempotencyKey = `export:${comicId}:${wish.format}:${wish.dpi}`;
  const known = await findTaskOfKey(tx, comic.owner, idempotencyKey);
  if (known) {
    if (isEnded(known.state) && known.state !== 'done') await continueTask(ctx.app, tx, known);
    return known.id;
  }
  const [taskId] = await createTasks(ctx.app, tx, [{ kind: 'comic.export', owner: comic.owner, stream: comicId, input: { comicId, ...wish }, idempotencyKey }]);
  return taskId ?? '';
}

/** First to the trash, stopping what runs; from there for good. */
export async function removeOwnComic(ctx: Ctx, comicId: ComicId): Promise<{ where: 'trash' | 'gone' }> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const comic = await getOwn(ctx, tx, comicId);
    const task = await lockTask(tx, comic.task_id);
    if (task && !isEnded(task.state)) await cancelTask(ctx.app, tx, task);
    const where = comic.trashed_at ? 'gone' : 'trash';
    if (comic.trashed_at) await removeComic(tx, comicId);
    else await setTrashed(tx, comicId, ctx.app.ports.clock.now(), ctx.app.ports.clock.now());
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
