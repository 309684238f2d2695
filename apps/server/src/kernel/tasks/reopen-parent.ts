import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { appendEvents } from '../events.ts';
import { enqueueAdvance } from './queue.ts';
import { lockTask } from './store.ts';
import { stateEvent, type TaskRow } from './task.ts';

/** A parent that has ended for want of this part goes on. */
export async function reopenParent(app: App, tx: Tx, task: TaskRow, now: Date): Promise<void> {
  const parent = task.parent_id === null ? undefined : await lockTask(tx, task.parent_id);
  if (!parent || parent.state === 'running' || parent.state === 'queued') return;
  await tx.updateTable('task').set({ state: 'running', ended_at: null, error_code: null, error_detail: null, is_cancelling: false }).where('id', '=', parent.id).execute();
  await app.jobs.get(parent.kind).onReopen?.(tx, parent, now);
  await enqueueAdvance(tx, parent);
  await appendEvents(tx, parent.stream, [stateEvent(parent, 'running')], now);
}
