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

/** False when the counter has gone on meanwhile: of two that show one count at the same moment one is a copy. Devices without a counter say 0 always. */
export async function markPasskeyUsed(tx: Db | Tx, id: string, used: { counter: number; isSynced: boolean; now: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('passkey').set({ counter: used.counter, is_synced: used.isSynced, last_used_at: used.now })
    .where('id', '=', id).where((where) => where.or([where('counter', '<', used.counter), where.and([where('counter', '=', 0), where.val(used.counter === 0)])])).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function renamePasskeyRow(tx: Tx, id: PasskeyId, name: string): Promise<PasskeyRow | undefined> {
  return tx.updateTable('passkey').set({ name }).where('id', '=', id).returningAll().executeTakeFirst();
}

export async function removePasskeyRow(tx: Tx, id: PasskeyId): Promise<PasskeyRow> {
  return tx.deleteFrom('passkey').where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
