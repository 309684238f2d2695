import type { App } from '../app.ts';
import { inTransaction } from '../../db/transaction.ts';
import { appendEvents } from '../events.ts';
import { createTasks } from './create-task.ts';
import type { ParentJob } from './job-registry.ts';
import { outcomeOfParent } from './rules.ts';
import { listChildren, lockTask } from './store.ts';
import { isEnded, stateEvent, type TaskRow } from './task.ts';
import type { Tx } from '../../db/client.ts';
import type { TaskState } from '@komawari/contract';

/** Starts the parts of a parent that can start, or ends it when all have ended. Running it again does no harm. */
export async function advanceParent(app: App, job: ParentJob<unknown>, taskId: string): Promise<void> {
  await inTransaction(app.client.db, async (tx) => {
    const task = await lockTask(tx, taskId);
    if (!task || isEnded(task.state)) return;
    const children = await listChildren(tx, taskId);
    const spawned = task.is_cancelling ? [] : await spawn(app, tx, job, task, children);
    const outcome = spawned.length === 0 ? outcomeOfParent(children.map((child) => child.state), task.is_cancelling) : undefined;
    if (outcome) return endParent(app, tx, job, task, outcome, children.find((child) => child.errorCode)?.errorCode ?? null);
    if (task.state === 'queued') await markRunning(app, tx, task);
  });
}

async function spawn(app: App, tx: Tx, job: ParentJob<unknown>, task: TaskRow, children: Awaited<ReturnType<typeof listChildren>>): Promise<string[]> {
  const input = job.input.parse(task.input);
  const wanted = await job.advance({ app, tx, task, input, children });
  const known = new Set(children.map((child) => child.key));
  const fresh = wanted.filter((child) => !known.has(child.key));
  return createTasks(app, tx, fresh.map((child) => ({ ...child, owner: task.owner, stream: task.stream, parentId: task.id })));
}

async function markRunning(app: App, tx: Tx, task: TaskRow): Promise<void> {
  const now = app.ports.clock.now();
  await tx.updateTable('task').set({ state: 'running', started_at: task.started_at ?? now }).where('id', '=', task.id).execute();
  await appendEvents(tx, task.stream, [stateEvent(task, 'running')], now);
}

/** Ends a parent inside the caller's transaction. */
export async function endParent(app: App, tx: Tx, job: ParentJob<unknown>, task: TaskRow, state: TaskState, code: string | null): Promise<void> {
  const now = app.ports.clock.now();
  const kept = state === 'done' ? null : code;
  await tx.updateTable('task').set({ state, ended_at: now, error_code: kept, is_cancelling: false, lease_until: null }).where('id', '=', task.id).execute();
  await job.onEnd?.(tx, task, { state, code: kept, detail: null, now });
  await appendEvents(tx, task.stream, [stateEvent(task, state, kept)], now);
}
