/** The SQL of what an operator chooses among models. */
import type { ModelPurpose } from '@komawari/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../db/client.ts';

/** False where none was chosen. */
export async function dropDefault(tx: Tx, purpose: ModelPurpose): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('model_default').where('purpose', '=', purpose).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** How many of them there are; those that are not are left out. */
export async function switchModels(tx: Tx, providerId: string, models: readonly { job: string; modelId: string }[], isEnabled: boolean): Promise<number> {
  const wanted = JSON.stringify(models.map(({ job, modelId }) => ({ job, model_id: modelId })));
  const { numAffectedRows } = await sql`
    update provider_model set is_enabled = ${isEnabled} from jsonb_to_recordset(${wanted}::jsonb) as wanted(job text, model_id text)
    where provider_model.provider_id = ${providerId} and provider_model.job = wanted.job and provider_model.model_id = wanted.model_id`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
