/** The SQL of the second factor: the sealed secret of an authenticator, and hashes of recovery codes. */
import type { UserId } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { SealedPlace } from '../../../kernel/sealed-place.ts';

export async function findTotp(db: Db | Tx, userId: UserId) {
  return db.selectFrom('totp').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** Sets a secret that is not proved yet; one that is proved stays. False then. */
export async function saveTotp(tx: Db | Tx, totp: { userId: UserId; sealed: string; now: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('totp').values({ user_id: totp.userId, secret: totp.sealed, created_at: totp.now, proved_at: null })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ secret: totp.sealed, created_at: totp.now, last_step: 0 }).where('totp.proved_at', 'is', null)).executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function proveTotp(tx: Tx, userId: UserId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('totp').set({ proved_at: now }).where('user_id', '=', userId).where('proved_at', 'is', null).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Uses up the code of a time step: each step, and all before it, only once. */
export async function useStep(tx: Tx, userId: UserId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('totp').set({ last_step: step }).where('user_id', '=', userId).where('last_step', '<', step).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function removeTotp(tx: Tx, userId: UserId): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  const { numDeletedRows } = await tx.deleteFrom('totp').where('user_id', '=', userId).where('proved_at', 'is not', null).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function replaceRecoveryCodes(tx: Tx, userId: UserId, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  await tx.insertInto('recovery_code').values(hashes.map((hash) => ({ user_id: userId, code_hash: hash, used_at: null }))).execute();
}

/** `used`: it was right, and somebody used it before. */
export async function useRecoveryCode(tx: Tx, userId: UserId, hash: string, now: Date): Promise<'right' | 'used' | 'wrong'> {
  const { numUpdatedRows } = await tx.updateTable('recovery_code').set({ used_at: now }).where('user_id', '=', userId).where('code_hash', '=', hash).where('used_at', 'is', null).executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return 'right';
  return (await tx.selectFrom('recovery_code').select('code_hash').where('user_id', '=', userId).where('code_hash', '=', hash).executeTakeFirst()) ? 'used' : 'wrong';
}

export async function countRecoveryCodes(db: Db, userId: UserId): Promise<number> {
  const { count } = await db.selectFrom('recovery_code').select((e) => e.fn.countAll<number>().as('count')).where('user_id', '=', userId).where('used_at', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}

export const TOTP_SEAL = 'totp';

export const sealedAuthenticators: SealedPlace<Db> = {
  name: 'authenticators', purpose: TOTP_SEAL,
  list: (db, after, limit) => db.selectFrom('totp').select(['user_id as id', 'secret as sealed']).where('user_id', '>', after as UserId).orderBy('user_id').limit(limit).execute(),
  async replace(db, { id, from, to }) { await db.updateTable('totp').set({ secret: to }).where('user_id', '=', id as UserId).where('secret', '=', from).execute(); },
};
