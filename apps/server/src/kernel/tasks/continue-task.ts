import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { AppError } from '../errors.ts';
import { appendEvents } from '../events.ts';
import { sql } from 'kysely';
import { enqueueAdvance, enqueueTasks, fairPriorities } from './queue.ts';
import { reopenParent } from './reopen-parent.ts';
import { stateEvent, type TaskRow } from './task.ts';

/** Units a reopened task holds again are those it held before. */
const REOPENED = ['failed', 'cancelled'];
/** Somebody decided about it: it stays as it is while its fellows go on. */
const ABANDONED = 'tasks.abandoned';

/**
 * Opens what failed or was cancelled again; a refusal stays refused, unless the work is one of its own and a person wants it
 * once more, and an unknown one unknown. The caller holds the lock on `task`.
 */
export async function continueTask(app: App, tx: Tx, task: TaskRow, { isRefusedToo = false }: { isRefusedToo?: boolean } = {}): Promise<void> {
  const job = app.jobs.get(task.kind);
  const isOpenable = job.type === 'parent' ? ['incomplete', 'cancelled'].includes(task.state) : [...REOPENED, ...(isRefusedToo ? ['refused'] : [])].includes(task.state);
  if (!isOpenable) throw new AppError('tasks.nothing-to-continue');
  const parts = job.type === 'parent'
    ? await tx.selectFrom('task').selectAll().where('parent_id', '=', task.id).where('state', 'in', REOPENED).where(sql<boolean>`error_code is distinct from ${ABANDONED}`).orderBy('id').forUpdate().execute()
    : [task];
  if (parts.length === 0 && task.state !== 'cancelled') throw new AppError('tasks.nothing-to-continue');
  await reopen(app, tx, task.owner, parts);
  if (job.type !== 'parent') return reopenParent(app, tx, task, app.ports.clock.now());
  const now = app.ports.clock.now();
  await tx.updateTable('task').set({ state: 'running', ended_at: null, error_code: null, error_detail: null, is_cancelling: false }).where('id', '=', task.id).execute();
  await job.onReopen?.(tx, task, now);
  await enqueueAdvance(tx, task);
  await appendEvents(tx, task.stream, [stateEvent(task, 'running')], now);
}

async function reopen(app: App, tx: Tx, owner: string, parts: readonly TaskRow[]): Promise<void> {
  if (parts.length === 0) return;
  const now = app.ports.clock.now();
  const ids = parts.map((part) => part.id);
  await tx.updateTable('task').set({ state: 'queued', ended_at: null, error_code: null, error_detail: null, failures: 0, interruptions: 0, is_cancelling: false, paused_at: null }).where('id', 'in', ids).execute();
  const holds = await tx.selectFrom('hold').select(['task_id', 'amount']).where('task_id', 'in', ids).where('state', '=', 'void').execute();
  await app.billing.hold(tx, holds.map((hold) => ({ taskId: hold.task_id, owner, amount: hold.amount })), now);
  const priorities = await fairPriorities(tx, owner, parts.length);
  await enqueueTasks(tx, parts.map((part, index) => ({ ...part, priority: priorities[index] ?? 0 })));
  for (const part of parts) await app.jobs.get(part.kind).onReopen?.(tx, part, now);
  for (const [stream, list] of Map.groupBy(parts, (part) => part.stream)) await appendEvents(tx, stream, list.map((part) => stateEvent(part, 'queued')), now);
}
