/** The SQL of passkeys: public keys, never anything that signs. */
import type { PasskeyId, UserId } from '@komawari/contract';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { PasskeyTable } from '../../../db/database.ts';

export type PasskeyRow = Selectable<PasskeyTable>;

export async function listPasskeyRows(db: Db | Tx, userId: UserId): Promise<PasskeyRow[]> {
  return db.selectFrom('passkey').selectAll().where('user_id', '=', userId).orderBy('id').execute();
}

export async function addPasskeyRow(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('passkey').values(row).onConflict((conflict) => conflict.column('credential_id').doNothing()).executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findPasskeyOfCredential(db: Db | Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkey').selectAll().where('credential_id', '=', credentialId).executeTakeFirst();
}

export async function findPasskeyOwner(tx: Tx, id: PasskeyId): Promise<{ owner: string } | undefined> {
  const row = await tx.selectFrom('passkey').select('user_id').where('id', '=', id).executeTakeFirst();
  return row && { owner: `user:${row.user_id}` };
}

export async function markPasskeyUsed(tx: Db | Tx, id: string, used: { counter: number; isSynced: boolean; now: Date }): Promise<void> {
  await tx.updateTable('passkey').set({ counter: used.counter, is_synced: used.isSynced, last_used_at: used.now }).where('id', '=', id).execute();
}

export async function renamePasskeyRow(tx: Tx, id: PasskeyId, name: string): Promise<PasskeyRow> {
  return tx.updateTable('passkey').set({ name }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

export async function removePasskeyRow(tx: Tx, id: PasskeyId): Promise<PasskeyRow> {
  return tx.deleteFrom('passkey').where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
