/**
 * Work that is not to begin for now. A paused task that waits has no job, and none is made for it; one that is under way goes
 * on, and is paused should it come back to the queue.
 */
import type { Tx } from '../../db/client.ts';
import { dequeueTasks, enqueueTasks, fairPriorities, reorderTasks } from './queue.ts';

export async function pauseTasks(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const paused = await tx.updateTable('task').set({ paused_at: now }).where('id', 'in', [...ids].sort()).where('state', 'in', ['queued', 'running']).where('paused_at', 'is', null).returning(['id', 'state']).execute();
  await dequeueTasks(tx, paused.filter(({ state }) => state === 'queued').map(({ id }) => id));
}

/** In this order, with the turns that new work of this owner would get now: whoever rested does not overtake those who did not. */
export async function resumeTasks(tx: Tx, owner: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = new Map((await tx.selectFrom('task').select(['id', 'kind', 'state']).where('id', 'in', [...ids]).where('owner', '=', owner).where('paused_at', 'is not', null).orderBy('id').forUpdate().execute()).map((row) => [row.id, row]));
  const waiting = ids.flatMap((id) => { const row = rows.get(id); return row?.state === 'queued' ? [row] : []; });
  const priorities = await fairPriorities(tx, owner, waiting.length);
  const due = waiting.map((row, index) => ({ ...row, priority: priorities[index] ?? 0 }));
  await reorderTasks(tx, due);
  await tx.updateTable('task').set({ paused_at: null }).where('id', 'in', [...ids]).where('owner', '=', owner).execute();
  await enqueueTasks(tx, due);
}
