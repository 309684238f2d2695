import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { enqueueAdvance, enqueueTasks, fairPriorities } from './queue.ts';
import type { NewTask } from './task.ts';

/**
 * Creates tasks, holds what they cost and enqueues their jobs, all in the caller's transaction.
 * Children that exist already under their key are left alone. Returns the ids of those created.
 * All tasks must belong to one owner. The stream must exist.
 */
export async function createTasks(app: App, tx: Tx, tasks: readonly NewTask[]): Promise<string[]> {
  const owner = tasks[0]?.owner;
  if (owner === undefined) return [];
  const now = app.ports.clock.now();
  const priorities = await fairPriorities(tx, owner, tasks.length);
  const rows = tasks.map((task, index) => ({
    id: app.ports.ids.next('task'), owner: task.owner, kind: task.kind, stream: task.stream, state: 'queued', parent_id: task.parentId ?? null, key: task.key ?? null,
    input: JSON.stringify(task.input), idempotency_key: task.idempotencyKey ?? null, priority: priorities[index] ?? 0, created_at: now,
  }));
  const created = await tx.insertInto('task').values(rows).onConflict((conflict) => conflict.columns(['parent_id', 'key']).doNothing()).returning('id').execute();
  const ids = new Set(created.map((row) => row.id));
  const fresh = rows.flatMap((row, index) => (ids.has(row.id) ? [{ row, units: tasks[index]?.units ?? 0 }] : []));
  await app.billing.hold(tx, fresh.filter(({ units }) => units > 0).map(({ row, units }) => ({ taskId: row.id, owner, amount: units })), now);
  await enqueueTasks(tx, fresh.filter(({ row }) => app.jobs.get(row.kind).type === 'work').map(({ row }) => row));
  for (const { row } of fresh) if (app.jobs.get(row.kind).type === 'parent') await enqueueAdvance(tx, row);
  return fresh.map(({ row }) => row.id);
}

/** The record of work that is over before it began, such as that of a copy: nothing is held or enqueued; `cancelled` can be continued. Returns its id. */
export async function createEndedTask(app: App, tx: Tx, { state, ...task }: Pick<NewTask, 'owner' | 'kind' | 'stream' | 'input'> & { state: 'done' | 'cancelled' }): Promise<string> {
  const now = app.ports.clock.now();
  const row = { id: app.ports.ids.next('task'), ...task, state, input: JSON.stringify(task.input), created_at: now, ended_at: now };
  await tx.insertInto('task').values(row).execute();
  return row.id;
}
