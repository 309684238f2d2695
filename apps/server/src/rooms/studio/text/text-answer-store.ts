/** The SQL of words that are kept: the same request of the same person is not asked twice. */
import type { OwnerRef } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { TextAnswer } from '../../../ports/text-provider.ts';

export type KeptText = { providerId: string; modelId: string; answer: TextAnswer };

export async function findText(db: Db, key: string, now: Date): Promise<KeptText | undefined> {
  const row = await db.updateTable('text_answer').set({ used_at: now }).where('key', '=', key).returning(['provider_id', 'model_id', 'answer']).executeTakeFirst();
  // Written below by the same type.
  return row && { providerId: row.provider_id, modelId: row.model_id, answer: row.answer as TextAnswer };
}

export async function keepText(tx: Tx, key: string, { owner, providerId, modelId, answer, now }: KeptText & { owner: OwnerRef; now: Date }): Promise<void> {
  const provider = await tx.selectFrom('provider').select('id').where('id', '=', providerId).executeTakeFirst();
  if (!provider) return;
  const kept = { answer: JSON.stringify(answer, storable), created_at: now, used_at: now };
  await tx.insertInto('text_answer').values({ key, owner, provider_id: providerId, model_id: modelId, ...kept }).onConflict((conflict) => conflict.column('key').doUpdateSet(kept)).execute();
}

/** The database holds neither NUL nor half a pair of UTF-16; nobody would miss them in words. */
function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

export async function removeTextsOf(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('text_answer').where('owner', '=', owner).execute();
}

/** Those that nobody has asked for since. */
export async function removeUnusedTexts(db: Db, since: Date): Promise<void> {
  await db.deleteFrom('text_answer').where('used_at', '<', since).execute();
}
