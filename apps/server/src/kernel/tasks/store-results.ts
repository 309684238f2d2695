import type { StreamEvent } from '@komawari/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { App } from '../app.ts';
import { appendEvents } from '../events.ts';
import type { WorkJob, WorkResult } from './job-registry.ts';
import { enqueueAdvances } from './queue.ts';
import { stateEvent, type TaskRow } from './task.ts';

export type Finished = { job: WorkJob<unknown>; task: TaskRow; made: WorkResult };

/**
 * Ends tasks with their results, all in one transaction: what their jobs keep, what is captured, what
 * follows. A result whose epoch is no longer the task's is kept as a spare and changes nothing else.
 */
export async function storeResults(app: App, finished: readonly Finished[]): Promise<readonly boolean[]> {
  return inTransaction(app.client.db, async (tx) => {
    const now = app.ports.clock.now();
    const ended = await endTasks(tx, finished, now);
    const stored = finished.filter(({ task }) => ended.has(task.id));
    for (const { job, task, made } of stored) {
      await made.commit?.(tx);
      await job.onEnd?.(tx, task, { state: 'done', code: null, detail: null, now });
    }
    const free = stored.filter(({ made }) => made.isFree).map(({ task }) => task.id);
    await app.billing.capture(tx, [...ended].filter((id) => !free.includes(id)), now);
    await app.billing.release(tx, free, now);
    for (const late of finished) if (!ended.has(late.task.id)) await keepSpare(tx, late, now);
    await enqueueAdvances(tx, stored.flatMap(({ task }) => task.parent_id ?? []));
    await tellStreams(tx, stored, now);
    return finished.map(({ task }) => ended.has(task.id));
  });
}

async function endTasks(tx: Tx, finished: readonly Finished[], now: Date): Promise<Set<string>> {
  const ends = JSON.stringify(finished.map(({ task, made }) => ({ id: task.id, epoch: task.epoch, result: made.result })).sort((a, b) => (a.id < b.id ? -1 : 1)));
  const { rows } = await sql<{ id: string }>`
    update task set state = 'done', result = done.result, error_code = null, error_detail = null, ended_at = ${now}, holder = null, lease_until = null, is_cancelling = false, is_in_line = false
    from jsonb_to_recordset(${ends}::jsonb) as done (id text, epoch int, result jsonb)
    where task.id = done.id and task.epoch = done.epoch and task.state = 'running' returning task.id`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** The result came too late: another attempt is under way or the task has ended. Our own commit whose answer was lost is no spare. */
async function keepSpare(tx: Tx, { task, made }: Finished, now: Date): Promise<void> {
  const current = await tx.selectFrom('task').select(['state', 'epoch']).where('id', '=', task.id).executeTakeFirst();
  if (!current || (current.state === 'done' && current.epoch === task.epoch)) return;
  await tx.insertInto('spare').values({ task_id: task.id, epoch: task.epoch, result: JSON.stringify(made.result), at: now }).execute();
}

/** Streams in the order of their names: two workers never wait for each other crosswise. */
async function tellStreams(tx: Tx, stored: readonly Finished[], now: Date): Promise<void> {
  const streams = [...Map.groupBy(stored, ({ task }) => task.stream)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [stream, list] of streams) {
    const events: StreamEvent[] = list.flatMap(({ task, made }) => [...(made.events ?? []), stateEvent(task, 'done')]);
    await appendEvents(tx, stream, events, now);
  }
}
