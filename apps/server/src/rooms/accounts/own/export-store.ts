/** The SQL of exports, and of what an export tells about an account. */
import type { ObjectKey, TaskId, TaskState, UserId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export const EXPORT_JOB = 'accounts.export';
export type ExportRow = { id: TaskId; state: TaskState; createdAt: Date; sizeBytes: number | null; expiresAt: Date | null; objectKey: ObjectKey | null };

const EXPORT = sql`
  select task.id, task.state, task.created_at as "createdAt", own_export.size_bytes as "sizeBytes", own_export.expires_at as "expiresAt", own_export.object_key as "objectKey"
  from task left join own_export on own_export.task_id = task.id`;

/** Newest first: those under way, and those whose file is still there. */
export async function listExportRows(db: Db | Tx, owner: string, now: Date): Promise<ExportRow[]> {
  return (await sql<ExportRow>`${EXPORT} where task.owner = ${owner} and task.kind = ${EXPORT_JOB} and (task.state <> 'done' or own_export.expires_at > ${now}) order by task.id desc limit 20`.execute(db)).rows;
}

export async function findExport(db: Db, id: TaskId): Promise<(ExportRow & { owner: string }) | undefined> {
  return (await sql<ExportRow & { owner: string }>`select found.*, task.owner from (${EXPORT}) as found join task on task.id = found.id where found.id = ${id} and task.kind = ${EXPORT_JOB}`.execute(db)).rows[0];
}

export async function addExport(tx: Tx, row: { taskId: string; userId: UserId; objectKey: ObjectKey; sizeBytes: number; now: Date; expiresAt: Date }): Promise<void> {
  await tx.insertInto('own_export').values({ task_id: row.taskId, user_id: row.userId, object_key: row.objectKey, size_bytes: row.sizeBytes, created_at: row.now, expires_at: row.expiresAt }).execute();
}

export async function removeOldExports(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('own_export').where('expires_at', '<', now).execute();
}

/** Which of these objects are somebody's portrait or export. */
export async function namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<string[]> {
  const wanted = sql`any(${[...keys]}::text[])`;
  const { rows } = await sql<{ key: string }>`select avatar_key as key from "user" where avatar_key = ${wanted} union select object_key from own_export where object_key = ${wanted}`.execute(db);
  return rows.map((row) => row.key);
}

/** Everything that is kept about a person beside their works; no secret, not even its hash. */
export async function readOwnRows(db: Db, userId: UserId) {
  const [sessions, passkeys, keys, audit] = await Promise.all([
    db.selectFrom('session').select(['id', 'method', 'address', 'user_agent', 'created_at', 'last_seen_at', 'expires_at']).where('user_id', '=', userId).execute(),
    db.selectFrom('passkey').select(['id', 'name', 'is_synced', 'created_at', 'last_used_at']).where('user_id', '=', userId).execute(),
    db.selectFrom('api_key').select(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at']).where('user_id', '=', userId).execute(),
    db.selectFrom('audit').select(['at', 'action', 'subject', 'data']).where((e) => e.or([e('actor', '=', `user:${userId}`), e('subject', '=', `user:${userId}`)])).orderBy('id').execute(),
  ]);
  return { sessions, passkeys, keys, audit };
}
