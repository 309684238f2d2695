/** The SQL of answers that are kept: the same request of the same model with the same seed is not asked twice. */
import { createHash } from 'node:crypto';
import type { Recipe } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { StoredPicture } from '../gateway/call-store.ts';

export type KeptAnswer = { providerId: string; modelId: string; picture: StoredPicture };

type Asked = { providerId: string; modelId: string; recipe: Recipe; prompt: string; seed: number | undefined; inputKeys: readonly string[] };

/** Undefined where the same would not come of it: without a seed, or where a fresh picture is wanted. */
export function answerKey({ providerId, modelId, recipe, prompt, seed, inputKeys }: Asked): string | undefined {
  if (seed === undefined || recipe.isFresh) return undefined;
  const { ability, negativePrompt, size, steps, guidance, strength, maskKind, grows, settings } = recipe;
  const asked = { providerId, modelId, ability, prompt, negativePrompt, size, steps, guidance, strength, seed, maskKind, grows, inputKeys, settings: Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)) };
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

export async function findAnswer(db: Db, key: string, now: Date): Promise<KeptAnswer | undefined> {
  const row = await db.updateTable('answer_cache').set((e) => ({ used_at: now, uses: e('uses', '+', 1) })).where('key', '=', key).returning(['provider_id', 'model_id', 'answer']).executeTakeFirst();
  // Written below by the same type.
  return row && { providerId: row.provider_id, modelId: row.model_id, picture: row.answer as StoredPicture };
}

export async function keepAnswer(tx: Tx, key: string, { providerId, modelId, picture }: KeptAnswer, now: Date): Promise<void> {
  const provider = await tx.selectFrom('provider').select('id').where('id', '=', providerId).executeTakeFirst();
  if (!provider) return;
  await tx.insertInto('answer_cache').values({ key, job: 'image', provider_id: providerId, model_id: modelId, answer: JSON.stringify(picture), object_key: picture.key, created_at: now, used_at: now })
    .onConflict((conflict) => conflict.doNothing()).execute();
}
