/** The SQL of tasks that more than one verb needs. */
import type { TaskState } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';
import type { ChildState, TaskRow } from './task.ts';

export async function findTask(db: Db | Tx, id: string): Promise<TaskRow | undefined> {
  return db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockTask(tx: Tx, id: string): Promise<TaskRow | undefined> {
  return tx.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The task an owner made under an idempotency key, locked. */
export async function findTaskOfKey(tx: Tx, owner: string, idempotencyKey: string): Promise<TaskRow | undefined> {
  return tx.selectFrom('task').selectAll().where('owner', '=', owner).where('idempotency_key', '=', idempotencyKey).forUpdate().executeTakeFirst();
}

export async function listChildren(db: Db | Tx, parentId: string): Promise<ChildState[]> {
  const rows = await db.selectFrom('task').select(['id', 'key', 'kind', 'state', 'error_code']).where('parent_id', '=', parentId).orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, key: row.key ?? '', kind: row.kind, state: row.state as TaskState, errorCode: row.error_code }));
}

/**
 * Takes tasks for one attempt each: a new epoch fences all earlier ones. Undefined for those that have
 * ended, and for those that wait and are paused. A task found running lost its process; that is counted, unless it only
 * stood in line: whatever killed the process, it was not this.
 */
export async function claimTasks(db: Db, ids: readonly string[], claim: { holder: string; now: Date; leaseUntil: Date; /** Kinds that have not begun yet, and note themselves when they do. */ inLine?: readonly string[] }): Promise<(TaskRow | undefined)[]> {
  const rows = await db.updateTable('task').set({
    state: 'running', epoch: sql`epoch + 1`, holder: claim.holder, lease_until: claim.leaseUntil,
    started_at: sql`coalesce(started_at, ${claim.now})`, is_in_line: sql`kind = any(${[...(claim.inLine ?? [])]}::text[])`, interruptions: sql`interruptions + case when state = 'running' and not is_in_line then 1 else 0 end`,
  }).where('id', 'in', [...ids].sort()).where((task) => task.or([task('state', '=', 'running'), task.and([task('state', '=', 'queued'), task('paused_at', 'is', null)])])).returningAll().execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** Whether an attempt waits for somebody else's turn to end, if its epoch still counts. */
export async function noteInLine(db: Db, task: { id: string; epoch: number }, isInLine: boolean): Promise<void> {
  await db.updateTable('task').set({ is_in_line: isInLine }).where('id', '=', task.id).where('epoch', '=', task.epoch).where('state', '=', 'running').execute();
}

/** Ends an attempt if its epoch still counts. False when another took over or the task has ended. */
export async function settleTask(tx: Tx, task: { id: string; epoch: number }, end: { state: TaskState; result?: object; code?: string | null; detail?: string | null; now: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('task').set({
    state: end.state, result: end.result ? JSON.stringify(end.result) : null, error_code: end.code ?? null, error_detail: end.detail ?? null,
    ended_at: end.now, holder: null, lease_until: null, is_cancelling: false, is_in_line: false,
  }).where('id', '=', task.id).where('epoch', '=', task.epoch).where('state', '=', 'running').executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The end, or the new beginning, of a task whose answer was lost. */
export async function settleUnknown(tx: Tx, id: string, end: { state: 'queued' | 'cancelled'; code: string | null; now: Date }): Promise<void> {
  await tx.updateTable('task').set({
    state: end.state, error_code: end.code, error_detail: null, ended_at: end.state === 'queued' ? null : end.now, failures: 0, interruptions: 0, is_cancelling: false, paused_at: null, holder: null, lease_until: null,
  }).where('id', '=', id).where('state', '=', 'unknown').execute();
}

export async function countProgress(db: Db, parentId: string): Promise<{ total: number; done: number; failed: number }> {
  const { rows } = await sql<{ total: number; done: number; failed: number }>`
    select count(*)::int as total, (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state in ('failed', 'refused', 'unknown')))::int as failed
    from task where parent_id = ${parentId}`.execute(db);
  return rows[0] ?? { total: 0, done: 0, failed: 0 };
}
