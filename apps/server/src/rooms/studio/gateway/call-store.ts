/** The SQL of what was asked of providers: written before a request leaves, so that a lost answer is known to be one. */
import type { ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { PictureType } from '../../../ports/image-provider.ts';

export type StoredPicture = { key: ObjectKey; mediaType: PictureType; width: number; height: number; sizeBytes: number; seed?: number };

/**
 * `sent`, then `accepted` under a handle; in the end `answered` (its pictures are stored), `failed` (it came to nothing and cost
 * nothing), `lost` (nobody knows; a person decides), `checking` (a person asked to look), `given-up` (a person decided).
 */
export type CallState = 'sent' | 'accepted' | 'answered' | 'failed' | 'lost' | 'checking' | 'given-up';

export type Call = { id: string; providerId: string; modelId: string; doesBill: boolean; state: CallState; handle: string | null; results: readonly StoredPicture[] | null };

export async function listCalls(db: Db | Tx, taskId: string): Promise<Call[]> {
  const rows = await db.selectFrom('provider_call').select(['id', 'provider_id', 'model_id', 'does_bill', 'state', 'handle', 'results']).where('task_id', '=', taskId).orderBy('sent_at').orderBy('id').execute();
  return rows.map((row) => ({
    // Written below by the same types.
    id: row.id, providerId: row.provider_id, modelId: row.model_id, doesBill: row.does_bill, state: row.state as CallState, handle: row.handle, results: row.results as readonly StoredPicture[] | null,
  }));
}

/** Several requests of one attempt are one call. */
export async function noteSent(db: Db, call: { id: string; taskId: string; epoch: number; providerId: string; modelId: string; doesBill: boolean; now: Date }): Promise<void> {
  await db.insertInto('provider_call').values({
    id: call.id, task_id: call.taskId, epoch: call.epoch, provider_id: call.providerId, model_id: call.modelId, does_bill: call.doesBill, state: 'sent', sent_at: call.now,
  }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

export async function noteAccepted(db: Db, id: string, handle: string): Promise<void> {
  await db.updateTable('provider_call').set({ state: 'accepted', handle }).where('id', '=', id).where('state', 'in', ['sent', 'accepted']).execute();
}

export async function noteAnswered(db: Db, id: string, answer: { results: readonly StoredPicture[]; costMicros?: number | undefined; currency?: string | undefined; now: Date }): Promise<void> {
  await db.updateTable('provider_call').set({ state: 'answered', results: JSON.stringify(answer.results), cost_micros: answer.costMicros ?? null, currency: answer.currency ?? null, ended_at: answer.now }).where('id', '=', id).execute();
}

export async function noteEnd(db: Db | Tx, ids: readonly string[], end: { state: 'failed' | 'lost' | 'checking' | 'given-up'; fault?: string; now: Date }): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('provider_call').set({ state: end.state, ...(end.fault === undefined ? {} : { fault: end.fault }), ended_at: end.now }).where('id', 'in', [...ids]).where('state', '<>', 'answered').execute();
}

/** A person, or the end of its task, has decided about what was open or lost. */
export async function closeCalls(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.updateTable('provider_call').set({ state: 'given-up', ended_at: now }).where('task_id', '=', taskId).where('state', 'in', ['sent', 'accepted', 'lost']).execute();
}

/** A person asks to look for lost answers; false where no handle tells under which name. */
export async function markChecking(tx: Tx, taskId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('provider_call').set({ state: 'checking', ended_at: null }).where('task_id', '=', taskId).where('state', '=', 'lost').where('handle', 'is not', null).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Words were given to whoever waited for them; they are not kept here. */
export async function noteWritten(db: Db, id: string, answer: { costMicros: number | undefined; currency: string | undefined; now: Date }): Promise<void> {
  await db.updateTable('provider_call').set({ state: 'answered', cost_micros: answer.costMicros ?? null, currency: answer.currency ?? null, ended_at: answer.now }).where('id', '=', id).execute();
}
