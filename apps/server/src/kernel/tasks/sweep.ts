/** Finds work that fell between two chairs and gives it back to the queue. */
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Tx } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { enqueueAdvance, enqueueTasks } from './queue.ts';

/** Tasks that should have a job and have none, parents with nothing open, and holds past their time. Returns how many tasks were given back. */
export async function sweepTasks(app: App): Promise<number> {
  const now = app.ports.clock.now();
  const parents = app.jobs.kinds().filter((kind) => app.jobs.get(kind).type === 'parent');
  const lost = await sql<{ id: string; kind: string; priority: number }>`
    select task.id, task.kind, task.priority from task
    where (task.state = 'running' or task.state = 'queued' and task.paused_at is null) and not (task.kind = any(${parents}))
      and (task.lease_until is null or task.lease_until < ${now}) and task.created_at < ${new Date(now.getTime() - 5000)}
      and not exists (select 1 from graphile_worker._private_jobs job where job.key = 'task:' || task.id or (job.locked_at is not null and job.payload ->> 'taskId' = task.id))
    limit 500`.execute(app.client.db);
  const idle = await sql<{ id: string; kind: string }>`
    select task.id, task.kind from task
    where task.state in ('queued', 'running') and task.kind = any(${parents})
      and not exists (select 1 from task child where child.parent_id = task.id and child.state in ('queued', 'running'))
      and not exists (select 1 from graphile_worker._private_jobs job where job.key = 'advance:' || task.id)
    limit 500`.execute(app.client.db);
  await inTransaction(app.client.db, async (tx) => {
    await hastenFailedJobs(tx);
    await clearSupersededJobs(tx);
    await enqueueTasks(tx, lost.rows);
    for (const parent of idle.rows) await enqueueAdvance(tx, parent);
    await sql`
      update hold set state = 'void', ended_at = ${now} where state = 'held' and expires_at < ${now}
        and not exists (select 1 from task where task.id = hold.task_id and task.state in ('queued', 'running'))`.execute(tx);
  });
  return lost.rows.length + idle.rows.length;
}

/**
 * A job throws only when the database was out of reach, and graphile-worker then makes it wait longer each
 * time, up to hours. What a task waits for is decided by the task alone, and never more than a minute: a job
 * that is due later was queued before the clock was set back. Both are due now.
 */
async function hastenFailedJobs(tx: Tx): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker._private_jobs
    where (last_error is not null or run_at > now() + interval '2 minutes') and locked_at is null and run_at > now() having count(*) > 0`.execute(tx);
}

/** A job that a newer one under the same key replaced while its worker died is never run again; it only lies in the way. */
async function clearSupersededJobs(tx: Tx): Promise<void> {
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs where attempts >= max_attempts and key is null and locked_at is null having count(*) > 0`.execute(tx);
}
