/** The jobs of graphile-worker, written inside the caller's transaction. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';
import { ADVANCE_PRIORITY, PRIORITY_MAX, priorityOf } from './rules.ts';

/** Attempts are counted by the task itself; a worker that dies must not use up the job. */
const ATTEMPTS_MAX = 30_000;

export type QueuedTask = { id: string; kind: string; priority: number; runAt?: Date };

export async function enqueueTasks(tx: Tx, tasks: readonly QueuedTask[]): Promise<void> {
  await untilAdded(tasks, async (missing) => {
    const payload = JSON.stringify(missing.map((task) => ({ kind: task.kind, id: task.id, priority: task.priority, run_at: task.runAt ?? null })));
    const { rows } = await sql<Added>`
      select item.id, (graphile_worker.add_job(item.kind, json_build_object('taskId', item.id), null, item.run_at, ${ATTEMPTS_MAX}, 'task:' || item.id, least(item.priority, ${PRIORITY_MAX}::int))).id as job
      from jsonb_to_recordset(${payload}::jsonb) as item (kind text, id text, priority int, run_at timestamptz)`.execute(tx);
    return rows;
  });
}

/** Brings a parent forward soon; many wishes at once are one job. */
export async function enqueueAdvance(tx: Tx | Db, parent: { id: string; kind: string }): Promise<void> {
  await untilAdded([parent], async () => {
    const { rows } = await sql<Added>`
      select ${parent.id}::text as id, (graphile_worker.add_job(${parent.kind}, json_build_object('taskId', ${parent.id}::text), null, null, ${ATTEMPTS_MAX}, ${`advance:${parent.id}`}, ${ADVANCE_PRIORITY})).id as job`.execute(tx);
    return rows;
  });
}

type Added = { id: string; job: string | null };

const TRIES = 10;

/**
 * A job that is being fetched in the very moment at which its key is added again swallows the addition, and `add_job` gives
 * nothing: the fetch had not committed when it looked, and had when it wrote. Asked once more, it sees that the old job runs.
 */
async function untilAdded<Item extends { id: string }>(items: readonly Item[], add: (missing: readonly Item[]) => Promise<readonly Added[]>): Promise<void> {
  let missing = items;
  for (let tries = 0; missing.length > 0; tries += 1) {
    if (tries === TRIES) throw new Error('jobs: a key stays taken');
    const lost = new Set((await add(missing)).filter(({ job }) => job === null).map(({ id }) => id));
    missing = missing.filter(({ id }) => lost.has(id));
  }
}

/** A parent with more open parts than this is looked at after a while: a look costs as much as it has parts. */
const FEW_PARTS = 100;
/** The while grows with the parts, a millisecond for each, up to two seconds. */
const MANY_PARTS = 2000;

/** The same for several parents, whatever their kinds. Thousands of parts that end one by one do not each make their parent look at all. */
export async function enqueueAdvances(tx: Tx, parentIds: readonly string[]): Promise<void> {
  const parents = [...new Set(parentIds)].sort().map((id) => ({ id }));
  await untilAdded(parents, async (missing) => {
    const { rows } = await sql<Added>`
      select parent.id, (graphile_worker.add_job(
        kind, json_build_object('taskId', parent.id), null, case when open.parts > ${FEW_PARTS}::int then now() + open.parts * interval '1 millisecond' end, ${ATTEMPTS_MAX}, 'advance:' || parent.id, ${ADVANCE_PRIORITY},
        null, case when open.parts > ${FEW_PARTS}::int then 'preserve_run_at' else 'replace' end)).id as job
      from task parent, lateral (select count(*)::int as parts from (select 1 from task child where child.parent_id = parent.id and child.state in ('queued', 'running') limit ${MANY_PARTS}::int) as counted) as open
      where parent.id = any(${missing.map(({ id }) => id)}::text[]) order by parent.id`.execute(tx);
    return rows;
  });
}

/** Takes waiting jobs out; one that runs already is left to its worker. */
export async function dequeueTasks(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select graphile_worker.remove_job('task:' || id) from unnest(${[...ids]}::text[]) as id`.execute(tx);
}

/** Fair priorities for `count` new tasks of one owner, behind those of theirs that wait; what is paused waits for nobody. */
export async function fairPriorities(tx: Tx, owner: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ next: number; waiting: number; inLine: number | null }>`
    select
      coalesce((select priority from graphile_worker._private_jobs where is_available and priority >= 0 order by priority, run_at limit 1), 0)::int as next,
      (select count(*) from (select 1 from task where owner = ${owner} and state = 'queued' and paused_at is null limit 5000) as own)::int as waiting,
      (select max(priority) from task where owner = ${owner} and is_in_line and state = 'running') as "inLine"`.execute(tx);
  const { next, waiting, inLine } = rows[0] ?? { next: 0, waiting: 0, inLine: null };
  // Those that stand before a provider are taken already, and no longer seen above.
  const nextPriority = Math.max(next, (inLine ?? -1) + 1 - waiting);
  return Array.from({ length: count }, (_, index) => priorityOf({ nextPriority, ownerWaiting: waiting, index }));
}

type Turn = { id: string; priority: number };

/** Gives waiting tasks other priorities; what rested for a while and has not failed is due at once. A task that is being taken in this moment keeps its job. */
export async function reorderTasks(tx: Tx, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return;
  const given = JSON.stringify(turns.map(({ id, priority }) => ({ id, priority })));
  await sql`update task set priority = turn.priority from jsonb_to_recordset(${given}::jsonb) as turn (id text, priority int) where task.id = turn.id`.execute(tx);
  await sql`
    select graphile_worker.reschedule_jobs(array[job.id], case when task.failures = 0 then now() end, least(task.priority, ${PRIORITY_MAX}::int))
    from task join graphile_worker._private_jobs job on job.key = 'task:' || task.id
    where task.id = any(${turns.map(({ id }) => id)}::text[]) and job.locked_at is null`.execute(tx);
}

/** What rests without having failed, of these kinds, is due now. */
export async function wakeTasks(tx: Tx, kinds: readonly string[]): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(array_agg(job.id), now()) from task join graphile_worker._private_jobs job on job.key = 'task:' || task.id
    where task.state = 'queued' and task.failures = 0 and task.kind = any(${[...kinds]}::text[]) and job.locked_at is null and job.run_at > now() having count(*) > 0`.execute(tx);
}
