/** The SQL of secrets that are good once: links in mails, steps of a ceremony. They are kept as hashes. */
import type { UserId } from '@komawari/contract';
import type { Db, Tx } from '../../db/client.ts';

/** `link` signs in, `reset` sets a password, `email` proves or changes an address, `sign-up` makes an account; the rest are steps that browsers take. */
export type Purpose = 'link' | 'reset' | 'email' | 'sign-up' | 'second-step' | 'passkey-add' | 'passkey-sign-in' | 'passkey-confirm';
export type OneTimeToken = { purpose: string; userId: UserId | null; email: string | null; data: unknown };

export async function addOneTimeToken(db: Db | Tx, token: { tokenHash: string; purpose: Purpose; userId?: UserId | undefined; email?: string | undefined; data?: object | undefined; now: Date; expiresAt: Date }): Promise<void> {
  await db.insertInto('one_time_token').values({
    token_hash: token.tokenHash, purpose: token.purpose, user_id: token.userId ?? null, email: token.email ?? null, data: JSON.stringify(token.data ?? {}), created_at: token.now, expires_at: token.expiresAt, used_at: null,
  }).execute();
}

/** Uses a token up: of many at once exactly one gets it. */
export async function takeOneTimeToken(db: Db | Tx, tokenHash: string, purpose: Purpose, now: Date): Promise<OneTimeToken | undefined> {
  const row = await db.updateTable('one_time_token').set({ used_at: now }).where('token_hash', '=', tokenHash).where('purpose', '=', purpose).where('used_at', 'is', null).where('expires_at', '>', now)
    .returning(['purpose', 'user_id', 'email', 'data']).executeTakeFirst();
  return row && { purpose: row.purpose, userId: row.user_id as UserId | null, email: row.email, data: row.data };
}

/** Looks at a token without using it up. */
export async function findOneTimeToken(db: Db | Tx, tokenHash: string, purpose: Purpose, now: Date): Promise<OneTimeToken | undefined> {
  const row = await db.selectFrom('one_time_token').select(['purpose', 'user_id', 'email', 'data']).where('token_hash', '=', tokenHash).where('purpose', '=', purpose).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return row && { purpose: row.purpose, userId: row.user_id as UserId | null, email: row.email, data: row.data };
}

export async function wasUsed(db: Db | Tx, tokenHash: string, purpose: Purpose): Promise<boolean> {
  return (await db.selectFrom('one_time_token').select('token_hash').where('token_hash', '=', tokenHash).where('purpose', '=', purpose).where('used_at', 'is not', null).executeTakeFirst()) !== undefined;
}

/** Ends every open link of a user, for one purpose or all: after a new password or e-mail none of them must work. */
export async function endOneTimeTokens(tx: Db | Tx, userId: UserId, purposes: readonly Purpose[], now: Date): Promise<void> {
  await tx.updateTable('one_time_token').set({ expires_at: now }).where('user_id', '=', userId).where('purpose', 'in', [...purposes]).where('used_at', 'is', null).where('expires_at', '>', now).execute();
}

/** Used ones are kept for a while after their time, to answer that they were used. */
export async function removeOldTokens(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('one_time_token').where('expires_at', '<', before).execute();
}
