/** The jobs of graphile-worker, written inside the caller's transaction. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';
import { ADVANCE_PRIORITY, priorityOf } from './rules.ts';

/** Attempts are counted by the task itself; a worker that dies must not use up the job. */
const ATTEMPTS_MAX = 30_000;

export type QueuedTask = { id: string; kind: string; priority: number; runAt?: Date };

export async function enqueueTasks(tx: Tx, tasks: readonly QueuedTask[]): Promise<void> {
  await untilAdded(tasks, async (missing) => {
    const payload = JSON.stringify(missing.map((task) => ({ kind: task.kind, id: task.id, priority: task.priority, run_at: task.runAt ?? null })));
    const { rows } = await sql<Added>`
      select item.id, (graphile_worker.add_job(item.kind, json_build_object('taskId', item.id), null, item.run_at, ${ATTEMPTS_MAX}, 'task:' || item.id, item.priority)).id as job
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

/** Fair priorities for `count` new tasks of one owner. */
export async function fairPriorities(tx: Tx, owner: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ next: number; waiting: number }>`
    select
      coalesce((select priority from graphile_worker._private_jobs where is_available and priority >= 0 order by priority, run_at limit 1), 0)::int as next,
      (select count(*) from (select 1 from task where owner = ${owner} and state = 'queued' limit 5000) as own)::int as waiting`.execute(tx);
  const { next, waiting } = rows[0] ?? { next: 0, waiting: 0 };
  return Array.from({ length: count }, (_, index) => priorityOf({ nextPriority: next, ownerWaiting: waiting, index }));
}
