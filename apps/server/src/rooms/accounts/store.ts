/** The SQL of users, API keys, guests and the welcome link. */
import type { ApiKeyId, GuestId, ObjectKey, OwnerRef, Role, Scope, UserId, UserState } from '@komawari/contract';
import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';
import type { UserTable } from '../../db/database.ts';

export type User = Omit<Selectable<UserTable>, 'id' | 'role'> & { id: UserId; role: Role };
export type UserRow = { userId: UserId; name: string; email: string; role: Role; isPending: boolean };

/** Columns that tell who acts; `leaving` and suspended accounts act nowhere. */
const ACTOR = ['user.id', 'user.name', 'user.email', 'user.role', 'user.state'] as const;

function actorOf(row: { id: string; name: string; email: string; role: string; state: string }): UserRow {
  return { userId: row.id as UserId, name: row.name, email: row.email, role: row.role as Role, isPending: row.state === 'pending' };
}

export async function findUserByKey(db: Db, hash: string, now: Date): Promise<(UserRow & { scopes: Scope[]; keyId: ApiKeyId; expiresAt: Date | null }) | undefined> {
  const row = await db.selectFrom('api_key').innerJoin('user', 'user.id', 'api_key.user_id')
    .select([...ACTOR, 'api_key.scopes', 'api_key.id as key_id', 'api_key.expires_at'])
    .where('api_key.hash', '=', hash).where('api_key.revoked_at', 'is', null).where('user.state', '<>', 'suspended').where('user.deletion_at', 'is', null)
    .where((e) => e.or([e('api_key.expires_at', 'is', null), e('api_key.expires_at', '>', now)])).executeTakeFirst();
  return row && { ...actorOf(row), scopes: row.scopes as Scope[], keyId: row.key_id as ApiKeyId, expiresAt: row.expires_at };
}

export async function findUserBySession(db: Db, tokenHash: string, now: Date) {
  const row = await db.selectFrom('session').innerJoin('user', 'user.id', 'session.user_id')
    .select([...ACTOR, 'session.id as session_id', 'session.confirmed_at', 'session.expires_at', 'session.token_hash', 'session.previous_hash'])
    .where((e) => e.or([e('session.token_hash', '=', tokenHash), e('session.previous_hash', '=', tokenHash)])).where('session.expires_at', '>', now)
    .where('user.state', '<>', 'suspended').where('user.deletion_at', 'is', null).executeTakeFirst();
  return row && { ...actorOf(row), sessionId: row.session_id, confirmedAt: row.confirmed_at, expiresAt: row.expires_at, isNewToken: row.token_hash === tokenHash, hasPrevious: row.previous_hash !== null };
}

export async function markKeyUsed(db: Db, keyId: ApiKeyId, now: Date): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: now }).where('id', '=', keyId).execute();
}

export async function findUser(db: Db | Tx, id: UserId): Promise<User | undefined> {
  return (await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst()) as User | undefined;
}

export async function findUserByEmail(db: Db | Tx, email: string): Promise<User | undefined> {
  return (await db.selectFrom('user').selectAll().where('email', '=', email).executeTakeFirst()) as User | undefined;
}

export async function lockUser(tx: Tx, id: UserId): Promise<User | undefined> {
  return (await tx.selectFrom('user').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as User | undefined;
}

export type NewUserRow = { id: UserId; name: string; email: string; role: Role; state: 'active' | 'pending'; isEmailVerified: boolean; passwordHash: string | null; language: string | null; now: Date };

/** False when the e-mail is taken, also by somebody who came in the same moment. */
export async function addUser(tx: Db | Tx, user: NewUserRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('user').values({
    id: user.id, name: user.name, email: user.email, role: user.role, state: user.state, is_email_verified: user.isEmailVerified, password_hash: user.passwordHash, language: user.language, created_at: user.now, updated_at: user.now,
  }).onConflict((conflict) => conflict.column('email').doNothing()).executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

type UserChange = Partial<{ name: string; email: string; role: Role; state: UserState & ('active' | 'pending' | 'suspended'); is_email_verified: boolean; suspended_reason: string | null; password_hash: string; avatar_key: ObjectKey | null;
  language: string | null; theme: string; time_zone: string | null; notices: string; last_seen_at: Date; deletion_at: Date | null }>;

export async function changeUser(tx: Db | Tx, id: UserId, change: UserChange, now: Date): Promise<void> {
  await tx.updateTable('user').set({ ...change, updated_at: now }).where('id', '=', id).execute();
}

export async function removeUser(tx: Tx, id: UserId): Promise<void> {
  await tx.deleteFrom('user').where('id', '=', id).execute();
}

/** How many owners can act, with their rows locked: two who leave at once wait for each other. */
export async function countOwnersLocked(tx: Tx): Promise<number> {
  const rows = await tx.selectFrom('user').select(['id', 'state', 'deletion_at']).where('role', '=', 'owner').orderBy('id').forUpdate().execute();
  return rows.filter((row) => row.state === 'active' && row.deletion_at === null).length;
}

/** The first owner of the site, by the time of joining. */
export async function findSiteOwner(db: Db | Tx): Promise<UserRow | undefined> {
  const row = await db.selectFrom('user').select(['id', 'name', 'email', 'role', 'state']).where('role', '=', 'owner').orderBy('created_at').executeTakeFirst();
  return row && actorOf(row);
}

/** Whether somebody shows this picture. */
export async function isAvatar(db: Db, key: ObjectKey): Promise<boolean> {
  return (await db.selectFrom('user').select('id').where('avatar_key', '=', key).limit(1).executeTakeFirst()) !== undefined;
}

export async function findGuest(db: Db, tokenHash: string): Promise<GuestId | undefined> {
  const row = await db.selectFrom('guest').select('id').where('token_hash', '=', tokenHash).where('claimed_by', 'is', null).executeTakeFirst();
  return row?.id as GuestId | undefined;
}

export async function addGuest(db: Db, guest: { id: string; tokenHash: string; now: Date }): Promise<void> {
  await db.insertInto('guest').values({ id: guest.id, token_hash: guest.tokenHash, created_at: guest.now }).execute();
}

/** True for the one who gets the guest's work. */
export async function closeGuest(tx: Tx, guestId: GuestId, by: OwnerRef): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('guest').set({ claimed_by: by }).where('id', '=', guestId).where('claimed_by', 'is', null).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function addWelcome(tx: Tx, welcome: { tokenHash: string; now: Date; expiresAt: Date }): Promise<void> {
  await tx.deleteFrom('welcome').where('used_at', 'is', null).execute();
  await tx.insertInto('welcome').values({ token_hash: welcome.tokenHash, created_at: welcome.now, expires_at: welcome.expiresAt }).execute();
}

/** True for the one caller who gets to use the link. */
export async function useWelcome(tx: Tx, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('welcome').set({ used_at: now }).where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
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

/** How much somebody has of what guards the account. */
export async function countGuards(db: Db, id: UserId): Promise<{ passkeys: number; twoFactor: boolean }> {
  const { rows } = await sql<{ passkeys: number; twoFactor: boolean }>`
    select (select count(*)::int from passkey where user_id = ${id}) as passkeys, exists (select 1 from totp where user_id = ${id} and proved_at is not null) as "twoFactor"`.execute(db);
  return rows[0] ?? { passkeys: 0, twoFactor: false };
}
