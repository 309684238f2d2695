import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { AppError } from '../errors.ts';
import { appendEvents } from '../events.ts';
import { enqueueTasks, fairPriorities } from './queue.ts';
import { reopenParent } from './reopen-parent.ts';
import { settleUnknown } from './store.ts';
import { stateEvent, type TaskRow } from './task.ts';

/**
 * What becomes of work whose answer was lost at a provider that bills; only a person decides that. The caller holds the
 * lock on `task`. Throws `tasks.not-unknown` for any other task.
 */

/** Opens it for another attempt: the job looks for what was made, or makes it again, as its room has noted in the same transaction. */
export async function reopenUnknown(app: App, tx: Tx, task: TaskRow): Promise<void> {
  mustBeUnknown(task);
  const now = app.ports.clock.now();
  await settleUnknown(tx, task.id, { state: 'queued', code: null, now });
  // After 72 hours the hold was released: it is held again, or there is too little left.
  const hold = await tx.selectFrom('hold').select('amount').where('task_id', '=', task.id).where('state', '=', 'void').executeTakeFirst();
  if (hold) await app.billing.hold(tx, [{ taskId: task.id, owner: task.owner, amount: hold.amount }], now);
  const [priority = 0] = await fairPriorities(tx, task.owner, 1);
  await enqueueTasks(tx, [{ id: task.id, kind: task.kind, priority }]);
  await app.jobs.get(task.kind).onReopen?.(tx, task, now);
  await reopenParent(app, tx, task, now);
  await appendEvents(tx, task.stream, [stateEvent(task, 'queued')], now);
}

/** Nobody waits for it any more; its hold is released, whatever the provider may bill. */
export async function abandonUnknown(app: App, tx: Tx, task: TaskRow): Promise<void> {
  mustBeUnknown(task);
  const now = app.ports.clock.now();
  await settleUnknown(tx, task.id, { state: 'cancelled', code: 'tasks.abandoned', now });
  await app.billing.release(tx, [task.id], now);
  await app.jobs.get(task.kind).onEnd?.(tx, task, { state: 'cancelled', code: 'tasks.abandoned', detail: null, now });
  await appendEvents(tx, task.stream, [stateEvent(task, 'cancelled', 'tasks.abandoned')], now);
}

function mustBeUnknown(task: TaskRow): void {
  if (task.state !== 'unknown') throw new AppError('tasks.not-unknown');
}
