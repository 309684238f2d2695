/** The SQL of who stands in for whom. */
import { CHAIN_JOBS, ChainJob, ModelRef } from '@komawari/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../../../db/client.ts';

const SETTING = 'studio.chains';
const Kept = z.partialRecord(ChainJob, z.array(ModelRef));
export type Chains = z.infer<typeof Kept>;

/** Only what somebody chose. */
export async function findChains(db: Db | Tx): Promise<Chains> {
  const row = await db.selectFrom('site_setting').select('value').where('name', '=', SETTING).executeTakeFirst();
  return Kept.safeParse(row?.value).data ?? {};
}

/** Undefined takes a choice back. */
export async function saveChain(tx: Tx, job: ChainJob, models: readonly ModelRef[] | undefined, change: { by: string; now: Date }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${SETTING}, 0))`.execute(tx);
  const { [job]: _before, ...others } = await findChains(tx);
  const value = JSON.stringify(models === undefined ? others : { ...others, [job]: models });
  await tx.insertInto('site_setting').values({ name: SETTING, value, changed_at: change.now, changed_by: change.by })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: change.now, changed_by: change.by })).execute();
}

/** Whether every one of them is known; one that is switched off may be among them. */
export async function areKnown(tx: Tx, job: ChainJob, models: readonly ModelRef[]): Promise<boolean> {
  const rows = await tx.selectFrom('provider_model').select(['provider_id', 'model_id']).where('job', '=', CHAIN_JOBS[job]).execute();
  const known = new Set(rows.map((row) => `${row.provider_id} ${row.model_id}`));
  return models.every(({ providerId, modelId }) => known.has(`${providerId} ${modelId}`));
}
