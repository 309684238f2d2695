/** The SQL of machines at home. */
import type { HomeHostId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

/** The one connection of a host: `door` is `host:port` of the process that holds it. */
export type HostLink = { connectionId: string; door: string; connectedAt: Date };
export type HomeHostRow = { id: HomeHostId; name: string; createdAt: Date; lastSeenAt: Date | null; link: HostLink | undefined };

const COLUMNS = ['id', 'name', 'created_at', 'connection_id', 'door', 'connected_at', 'last_seen_at'] as const;

export async function listHomeHosts(db: Db | Tx): Promise<HomeHostRow[]> {
  return (await db.selectFrom('home_host').select(COLUMNS).orderBy('name').execute()).map(rowOf);
}

export async function findHomeHost(db: Db | Tx, id: HomeHostId): Promise<HomeHostRow | undefined> {
  const row = await db.selectFrom('home_host').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && rowOf(row);
}

export async function findHomeHostByName(db: Db, name: string): Promise<HomeHostRow | undefined> {
  const row = await db.selectFrom('home_host').select(COLUMNS).where('name', '=', name).executeTakeFirst();
  return row && rowOf(row);
}

export async function findHomeHostByToken(db: Db, tokenHash: string): Promise<HomeHostRow | undefined> {
  const row = await db.selectFrom('home_host').select(COLUMNS).where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && rowOf(row);
}

/** False when the name is taken. */
export async function addHomeHostRow(tx: Tx, host: { id: HomeHostId; name: string; tokenHash: string; now: Date }): Promise<boolean> {
  const rows = await tx.insertInto('home_host').values({ id: host.id, name: host.name, token_hash: host.tokenHash, created_at: host.now }).onConflict((conflict) => conflict.column('name').doNothing()).returning('id').execute();
  return rows.length > 0;
}

/** A new token, and no connection; false for a host that is not there. */
export async function saveToken(tx: Tx, id: HomeHostId, tokenHash: string): Promise<boolean> {
  const rows = await tx.updateTable('home_host').set({ token_hash: tokenHash, connection_id: null, door: null, connected_at: null }).where('id', '=', id).returning('id').execute();
  return rows.length > 0;
}

export async function removeHomeHostRow(tx: Tx, id: HomeHostId): Promise<boolean> {
  return (await tx.deleteFrom('home_host').where('id', '=', id).returning('id').execute()).length > 0;
}

/** The newest connection is the one that counts; false when its token was changed meanwhile. */
export async function saveLink(db: Db, id: HomeHostId, { tokenHash, ...link }: HostLink & { tokenHash: string }): Promise<boolean> {
  const rows = await db.updateTable('home_host').set({ connection_id: link.connectionId, door: link.door, connected_at: link.connectedAt, last_seen_at: link.connectedAt })
    .where('id', '=', id).where('token_hash', '=', tokenHash).returning('id').execute();
  return rows.length > 0;
}

/** False when the connection is not the one that counts any more. */
export async function noteSeen(db: Db, id: HomeHostId, connectionId: string, now: Date): Promise<boolean> {
  const rows = await db.updateTable('home_host').set({ last_seen_at: now }).where('id', '=', id).where('connection_id', '=', connectionId).returning('id').execute();
  return rows.length > 0;
}

export async function dropLink(db: Db, id: HomeHostId, connectionId: string, now: Date): Promise<void> {
  await db.updateTable('home_host').set({ connection_id: null, door: null, connected_at: null, last_seen_at: now }).where('id', '=', id).where('connection_id', '=', connectionId).execute();
}

/** Heard by every process when the transaction is through: whoever holds a connection of this host looks whether it still counts. */
export async function tellChanged(db: Db | Tx, id: HomeHostId): Promise<void> {
  await sql`select pg_notify('koma_home_host', ${id})`.execute(db);
}

function rowOf(row: { id: string; name: string; created_at: Date; connection_id: string | null; door: string | null; connected_at: Date | null; last_seen_at: Date | null }): HomeHostRow {
  const { connection_id: connectionId, door, connected_at: connectedAt } = row;
  return { id: row.id as HomeHostId, name: row.name, createdAt: row.created_at, lastSeenAt: row.last_seen_at, link: connectionId !== null && door !== null && connectedAt !== null ? { connectionId, door, connectedAt } : undefined };
}
