import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { AppError } from '../errors.ts';
import { appendEvents } from '../events.ts';
import { sql } from 'kysely';
import { endParent } from './advance-parent.ts';
import { dequeueTasks, enqueueAdvances } from './queue.ts';
import { isEnded, stateEvent, type TaskRow } from './task.ts';

/**
 * Stops a task and its parts: what waits ends at once, what runs is told to stop and ends when its
 * worker says so. Stored results stay. The caller holds the lock on `task`.
 */
export async function cancelTask(app: App, tx: Tx, task: TaskRow): Promise<void> {
  if (isEnded(task.state)) throw new AppError('tasks.not-cancellable');
  const job = app.jobs.get(task.kind);
  const parts = job.type === 'parent'
    ? await tx.selectFrom('task').selectAll().where('parent_id', '=', task.id).where('state', 'in', ['queued', 'running']).forUpdate().execute()
    : [task];
  const waiting = parts.filter((part) => part.state === 'queued');
  const running = parts.filter((part) => part.state === 'running');
  await endWaiting(app, tx, waiting);
  await tellRunning(tx, running);
  // Whoever waits for this part alone hears of its end; of one that runs, from its worker.
  if (job.type !== 'parent') return enqueueAdvances(tx, waiting.flatMap((part) => part.parent_id ?? []));
  if (running.length === 0) return endParent(app, tx, job, task, 'cancelled', null);
  await tx.updateTable('task').set({ is_cancelling: true }).where('id', '=', task.id).execute();
}

async function endWaiting(app: App, tx: Tx, waiting: readonly TaskRow[]): Promise<void> {
  if (waiting.length === 0) return;
  const now = app.ports.clock.now();
  const ids = waiting.map((task) => task.id);
  await tx.updateTable('task').set({ state: 'cancelled', ended_at: now, error_code: 'cancelled' }).where('id', 'in', ids).execute();
  await dequeueTasks(tx, ids);
  await app.billing.release(tx, ids, now);
  for (const task of waiting) await app.jobs.get(task.kind).onEnd?.(tx, task, { state: 'cancelled', code: 'cancelled', detail: null, now });
  for (const [stream, tasks] of Map.groupBy(waiting, (task) => task.stream)) await appendEvents(tx, stream, tasks.map((task) => stateEvent(task, 'cancelled', 'cancelled')), now);
}

async function tellRunning(tx: Tx, running: readonly TaskRow[]): Promise<void> {
  if (running.length === 0) return;
  await tx.updateTable('task').set({ is_cancelling: true }).where('id', 'in', running.map((task) => task.id)).execute();
  for (const task of running) await sql`select pg_notify('koma_cancel', ${task.id})`.execute(tx);
}
