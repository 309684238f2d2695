import type { BodyOf, PictureId, ProviderId, QueueList, queueRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { cancelTask } from '../../../kernel/tasks/cancel-task.ts';
import { pauseTasks, resumeTasks } from '../../../kernel/tasks/pause-tasks.ts';
import { reorderTasks, wakeTasks } from '../../../kernel/tasks/queue.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { isEnded } from '../../../kernel/tasks/task.ts';
import { setProviderPause } from '../gateway/pause-store.ts';
import { getQueue, ROWS_MAX } from './list-queue.ts';
import { moved, turnsOf } from './order.ts';
import { endPause, isQueuePaused, listOpen, listStoppable, lockQueue, notePause, recallOwner } from './queue-store.ts';

/** Kinds of tasks that wait for a provider of pictures. */
const DRAWING = ['studio.picture', 'comic.model-panel', 'comic.model-take'];

/** Nothing more of one's own is begun, what comes later neither; what is on its way goes on. Saying it twice is saying it once. */
export async function pauseQueue(ctx: Ctx, { isPaused }: BodyOf<typeof queueRoutes.pause>): Promise<QueueList> {
  const owner = ownerOrNotFound(ctx);
  await inTransaction(ctx.app.client.db, async (tx) => {
    await lockQueue(tx, owner);
    if (isPaused === (await isQueuePaused(tx, owner))) return;
    const now = ctx.app.ports.clock.now();
    const ids = (await listOpen(tx, owner)).map(({ id }) => id);
    if (isPaused) {
      await notePause(tx, owner, now);
      await pauseTasks(tx, ids, now);
      await recallOwner(tx, owner);
    } else {
      await endPause(tx, owner);
      await resumeTasks(tx, owner, ids);
    }
    await audit(tx, ctx, { action: isPaused ? 'studio.pause-queue' : 'studio.resume-queue', subject: owner });
  });
  return getQueue(ctx, { of: 'mine', limit: ROWS_MAX });
}

/** Among one's own that wait; what has been begun meanwhile, or is not there, is moved no more. */
export async function movePicture(ctx: Ctx, { pictureId, ...move }: BodyOf<typeof queueRoutes.move>): Promise<QueueList> {
  const owner = ownerOrNotFound(ctx);
  await inTransaction(ctx.app.client.db, async (tx) => {
    await lockQueue(tx, owner);
    const waiting = (await listOpen(tx, owner)).filter(({ isWaiting }) => isWaiting);
    const byPicture = new Map(waiting.map((task) => [task.pictureId, task]));
    const order = moved<string>([...byPicture.keys()], pictureId, move);
    const turns = turnsOf(waiting.map(({ priority }) => priority));
    const changes = order.flatMap((id, index) => {
      const task = byPicture.get(id);
      const priority = turns[index];
      return task && priority !== undefined && task.priority !== priority ? [{ id: task.id, priority }] : [];
    });
    if (changes.length === 0) return;
    await reorderTasks(tx, changes);
    await recallOwner(tx, owner);
  });
  return getQueue(ctx, { of: 'mine', limit: ROWS_MAX });
}

/** Never fails for one of them: those that have ended, or are not there, are named. */
export async function cancelPictures(ctx: Ctx, { pictureIds }: BodyOf<typeof queueRoutes.cancel>): Promise<{ cancelled: PictureId[]; skipped: PictureId[] }> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    const cancelled = new Set<string>();
    for (const { id, pictureId } of await listStoppable(tx, owner, pictureIds)) {
      const task = await lockTask(tx, id);
      if (!task || isEnded(task.state)) continue;
      await cancelTask(ctx.app, tx, task);
      cancelled.add(pictureId);
    }
    await audit(tx, ctx, { action: 'studio.cancel-pictures', subject: owner, data: { pictures: cancelled.size } });
    const wanted = [...new Set(pictureIds)];
    return { cancelled: wanted.filter((id) => cancelled.has(id)), skipped: wanted.filter((id) => !cancelled.has(id)) };
  });
}

/** Begins nothing more at a provider, whoever asks, comics too; what is on its way goes on. */
export async function pauseProvider(ctx: Ctx, providerId: ProviderId, { isPaused }: BodyOf<typeof queueRoutes.pauseProvider>): Promise<QueueList> {
  const now = ctx.app.ports.clock.now();
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await setProviderPause(tx, providerId, isPaused ? now : null))) throw new AppError('not-found');
    if (!isPaused) await wakeTasks(tx, DRAWING);
    await audit(tx, ctx, { action: isPaused ? 'studio.pause-provider' : 'studio.resume-provider', subject: providerId });
  });
  return getQueue(ctx, { of: 'all', limit: ROWS_MAX });
}
