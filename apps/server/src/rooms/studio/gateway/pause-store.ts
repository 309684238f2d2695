/** The SQL of providers that the operator lets rest: nothing is begun there, whoever asks. */
import type { ProviderId } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';

export async function isProviderPaused(db: Db, providerId: string): Promise<boolean> {
  return (await db.selectFrom('provider_pause').select('provider_id').where('provider_id', '=', providerId).executeTakeFirst()) !== undefined;
}

/** False when there is no such provider. */
export async function setProviderPause(tx: Tx, providerId: ProviderId, pausedAt: Date | null): Promise<boolean> {
  const provider = await tx.selectFrom('provider').select('id').where('id', '=', providerId).forUpdate().executeTakeFirst();
  if (!provider) return false;
  if (pausedAt === null) await tx.deleteFrom('provider_pause').where('provider_id', '=', providerId).execute();
  else await tx.insertInto('provider_pause').values({ provider_id: providerId, paused_at: pausedAt }).onConflict((conflict) => conflict.column('provider_id').doNothing()).execute();
  return true;
}
