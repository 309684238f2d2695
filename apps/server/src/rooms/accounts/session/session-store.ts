/** The SQL of sessions: browsers that are signed in. Tokens are kept as hashes. */
import type { SessionId, UserId } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';

export type NewSession = { id: string; userId: UserId; tokenHash: string; method: string; address: string | null; userAgent: string | null; now: Date; expiresAt: Date };

export async function addSession(tx: Db | Tx, session: NewSession): Promise<void> {
  const { now } = session;
  await tx.insertInto('session').values({
    id: session.id, user_id: session.userId, token_hash: session.tokenHash, previous_hash: null, method: session.method, address: session.address, user_agent: session.userAgent,
    created_at: now, last_seen_at: now, rotated_at: now, confirmed_at: now, expires_at: session.expiresAt,
  }).execute();
}

export async function listSessions(db: Db, userId: UserId, now: Date) {
  return db.selectFrom('session').selectAll().where('user_id', '=', userId).where('expires_at', '>', now).orderBy('last_seen_at', 'desc').orderBy('id').execute();
}

export async function findSessionOwner(tx: Tx, id: SessionId): Promise<{ owner: string } | undefined> {
  const row = await tx.selectFrom('session').select('user_id').where('id', '=', id).executeTakeFirst();
  return row && { owner: `user:${row.user_id}` };
}

export async function removeSession(tx: Db | Tx, id: SessionId): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', id).execute();
}

export async function removeSessionOfToken(tx: Db | Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('session').where((e) => e.or([e('token_hash', '=', tokenHash), e('previous_hash', '=', tokenHash)])).execute();
}

/** Ends every session of a user but `except`. Returns how many. */
export async function removeSessions(tx: Db | Tx, userId: UserId, except?: SessionId): Promise<number> {
  let query = tx.deleteFrom('session').where('user_id', '=', userId);
  if (except !== undefined) query = query.where('id', '<>', except);
  return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
}

export async function markConfirmed(db: Db, id: SessionId, now: Date): Promise<void> {
  await db.updateTable('session').set({ confirmed_at: now }).where('id', '=', id).execute();
}

/** Says where a session was last seen; at most once a minute. */
export async function markSeen(db: Db, id: SessionId, seen: { address: string | null; userAgent: string | null; now: Date; before: Date }): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: seen.now, address: seen.address, user_agent: seen.userAgent }).where('id', '=', id).where('last_seen_at', '<', seen.before).execute();
}

/** The new token was seen: the one before it ends. */
export async function dropPrevious(db: Db, tokenHash: string): Promise<void> {
  await db.updateTable('session').set({ previous_hash: null }).where('token_hash', '=', tokenHash).where('previous_hash', 'is not', null).execute();
}

/**
 * Gives a session another token when its own is older than `before`. The one shown now is honoured until the new
 * one is seen: an answer that was lost signs nobody out. Of two at once one wins; false for the other.
 */
export async function rotateSession(db: Db, id: SessionId, change: { shownHash: string; newHash: string; now: Date; before: Date; expiresAt: Date }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('session').set({ token_hash: change.newHash, previous_hash: change.shownHash, rotated_at: change.now, expires_at: change.expiresAt })
    .where('id', '=', id).where('rotated_at', '<', change.before).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A token lost on its way: the one before it is still shown well after the change. Same statement, shorter wait. */
export async function isPreviousShown(db: Db, id: SessionId, shownHash: string): Promise<boolean> {
  return (await db.selectFrom('session').select('id').where('id', '=', id).where('previous_hash', '=', shownHash).executeTakeFirst()) !== undefined;
}

export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute();
}
