/** The SQL of accounts. better-auth writes users, passwords and sessions; we read them. */
import type { ApiKeyId, GuestId, OwnerRef, Role, Scope, UserId } from '@komawari/contract';
import type { Db, Tx } from '../../db/client.ts';

export type UserRow = { userId: UserId; name: string; email: string; role: Role };

export async function findUserBySession(db: Db, token: string, now: Date): Promise<(UserRow & { expiresAt: Date }) | undefined> {
  const row = await db.selectFrom('session').innerJoin('user', 'user.id', 'session.userId')
    .select(['user.id', 'user.name', 'user.email', 'user.role', 'session.expiresAt']).where('session.token', '=', token).where('session.expiresAt', '>', now).executeTakeFirst();
  return row && { userId: row.id as UserId, name: row.name, email: row.email, role: row.role as Role, expiresAt: row.expiresAt };
}

export async function findUserByKey(db: Db, hash: string, now: Date): Promise<(UserRow & { scopes: Scope[]; keyId: ApiKeyId; expiresAt: Date | null }) | undefined> {
  const row = await db.selectFrom('api_key').innerJoin('user', 'user.id', 'api_key.user_id')
    .select(['user.id', 'user.name', 'user.email', 'user.role', 'api_key.scopes', 'api_key.id as key_id', 'api_key.expires_at'])
    .where('api_key.hash', '=', hash).where('api_key.revoked_at', 'is', null)
    .where((e) => e.or([e('api_key.expires_at', 'is', null), e('api_key.expires_at', '>', now)])).executeTakeFirst();
  return row && { userId: row.id as UserId, name: row.name, email: row.email, role: row.role as Role, scopes: row.scopes as Scope[], keyId: row.key_id as ApiKeyId, expiresAt: row.expires_at };
}

export async function markKeyUsed(db: Db, keyId: ApiKeyId, now: Date): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: now }).where('id', '=', keyId).execute();
}

export async function findGuest(db: Db, tokenHash: string): Promise<GuestId | undefined> {
  const row = await db.selectFrom('guest').select('id').where('token_hash', '=', tokenHash).where('claimed_by', 'is', null).executeTakeFirst();
  return row?.id as GuestId | undefined;
}

export async function addGuest(db: Db, guest: { id: string; tokenHash: string; now: Date }): Promise<void> {
  await db.insertInto('guest').values({ id: guest.id, token_hash: guest.tokenHash, created_at: guest.now }).execute();
}

export async function closeGuest(tx: Tx, guestId: GuestId, by: OwnerRef): Promise<void> {
  await tx.updateTable('guest').set({ claimed_by: by }).where('id', '=', guestId).execute();
}

/** The first owner of the site, by the time of joining. */
export async function findSiteOwner(db: Db | Tx): Promise<UserRow | undefined> {
  const row = await db.selectFrom('user').select(['id', 'name', 'email', 'role']).where('role', '=', 'owner').orderBy('createdAt').executeTakeFirst();
  return row && { userId: row.id as UserId, name: row.name, email: row.email, role: 'owner' };
}

export async function listUsers(db: Db, page: { after?: string; limit: number }) {
  let query = db.selectFrom('user').select(['id', 'name', 'email', 'role', 'createdAt']).orderBy('id').limit(page.limit + 1);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  return query.execute();
}

export async function addWelcome(tx: Tx, welcome: { tokenHash: string; now: Date; expiresAt: Date }): Promise<void> {
  await tx.deleteFrom('welcome').where('used_at', 'is', null).execute();
  await tx.insertInto('welcome').values({ token_hash: welcome.tokenHash, created_at: welcome.now, expires_at: welcome.expiresAt }).execute();
}

/** True for the one caller who gets to use the link. */
export async function useWelcome(db: Db | Tx, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('welcome').set({ used_at: now }).where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives a link back whose use failed. */
export async function reopenWelcome(db: Db, tokenHash: string): Promise<void> {
  await db.updateTable('welcome').set({ used_at: null }).where('token_hash', '=', tokenHash).execute();
}

export type NewKey = { id: string; userId: UserId; name: string; prefix: string; hash: string; scopes: readonly Scope[]; now: Date; expiresAt: Date | null };

export async function addKey(tx: Db | Tx, key: NewKey): Promise<void> {
  await tx.insertInto('api_key').values({ id: key.id, user_id: key.userId, name: key.name, prefix: key.prefix, hash: key.hash, scopes: [...key.scopes], created_at: key.now, expires_at: key.expiresAt }).execute();
}

export async function listKeys(db: Db, userId: UserId) {
  return db.selectFrom('api_key').select(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at']).where('user_id', '=', userId).where('revoked_at', 'is', null).orderBy('id').execute();
}

export async function findKeyOwner(db: Db | Tx, id: ApiKeyId): Promise<{ owner: string } | undefined> {
  const row = await db.selectFrom('api_key').select('user_id').where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  return row && { owner: `user:${row.user_id}` };
}

export async function revokeKey(tx: Tx, id: ApiKeyId, now: Date): Promise<void> {
  await tx.updateTable('api_key').set({ revoked_at: now }).where('id', '=', id).execute();
}
