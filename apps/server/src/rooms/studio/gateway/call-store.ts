/** The SQL of what was asked of providers: written before a request leaves, so that a lost answer is known to be one. */
import type { ObjectKey } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { PictureType } from '../../../ports/image-provider.ts';

export type StoredPicture = { key: ObjectKey; mediaType: PictureType; width: number; height: number; sizeBytes: number; seed?: number };

/**
 * `sent`, then `accepted` under a handle; in the end `answered` (its pictures are stored), `failed` (it came to nothing and cost
 * nothing), `lost` (nobody knows; a person decides), `checking` (a person asked to look), `given-up` (a person decided).
 */
export type CallState = 'sent' | 'accepted' | 'answered' | 'failed' | 'lost' | 'checking' | 'given-up';

export type Call = { id: string; providerId: string; modelId: string; endpointId: string | null; doesBill: boolean; state: CallState; handle: string | null; results: readonly StoredPicture[] | null };

export async function listCalls(db: Db | Tx, taskId: string): Promise<Call[]> {
  const rows = await db.selectFrom('provider_call').select(['id', 'provider_id', 'model_id', 'endpoint_id', 'does_bill', 'state', 'handle', 'results']).where('task_id', '=', taskId).orderBy('sent_at').orderBy('id').execute();
  return rows.map((row) => ({
    // Written below by the same types.
    id: row.id, providerId: row.provider_id, modelId: row.model_id, endpointId: row.endpoint_id, doesBill: row.does_bill, state: row.state as CallState, handle: row.handle, results: row.results as readonly StoredPicture[] | null,
  }));
}

/**
 * Writes down what is about to leave, if the attempt still counts: false when another has taken over or the task has ended.
 * Several requests of one attempt are one call.
 */
export async function noteSending(db: Db | Tx, call: NewCall): Promise<boolean> {
  const { rows } = await sql`
    insert into provider_call (id, task_id, epoch, provider_id, model_id, endpoint_id, does_bill, state, sent_at)
    select ${call.id}, task.id, task.epoch, ${call.providerId}, ${call.modelId}, ${call.endpointId ?? null}, ${call.doesBill}, 'sent', ${call.now} from task
    where task.id = ${call.taskId} and task.epoch = ${call.epoch} and task.state = 'running' and not task.is_cancelling
    on conflict (id) do update set sent_at = provider_call.sent_at returning id`.execute(db);
  return rows.length > 0;
}

type NewCall = { id: string; taskId: string; epoch: number; providerId: string; modelId: string; endpointId: string | undefined; doesBill: boolean; now: Date };

/** The same without a task, or after the fact. */
export async function noteSent(db: Db | Tx, call: NewCall): Promise<void> {
  await db.insertInto('provider_call').values({
    id: call.id, task_id: call.taskId, epoch: call.epoch, provider_id: call.providerId, model_id: call.modelId, endpoint_id: call.endpointId ?? null, does_bill: call.doesBill, state: 'sent', sent_at: call.now,
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

const OPEN = ['sent', 'accepted', 'lost', 'checking'];

/** A person, or the end of its task, has decided about all that was open or lost. */
export async function closeCalls(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.updateTable('provider_call').set({ state: 'given-up', ended_at: now }).where('task_id', '=', taskId).where('state', 'in', OPEN).execute();
}

/** A person has decided about what was lost; what is still open is looked for. */
export async function closeLost(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.updateTable('provider_call').set({ state: 'given-up', ended_at: now }).where('task_id', '=', taskId).where('state', '=', 'lost').execute();
}

/** A person wants another answer than the one that came. */
export async function giveUpAnswered(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.updateTable('provider_call').set({ state: 'given-up', ended_at: now }).where('task_id', '=', taskId).where('state', '=', 'answered').execute();
}

/** Whether something was sent that may be billed, and nobody knows what came of it. */
export async function hasOpenBill(db: Db, taskId: string): Promise<boolean> {
  return (await db.selectFrom('provider_call').select('id').where('task_id', '=', taskId).where('does_bill', '=', true).where('state', 'in', OPEN).limit(1).executeTakeFirst()) !== undefined;
}

/** What an attempt that was cut off had sent, and may be billed, is lost; false when there is nothing of the kind. */
export async function loseOpen(db: Db, taskId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('provider_call').set({ state: 'lost', fault: 'unknown', ended_at: now }).where('task_id', '=', taskId).where('does_bill', '=', true).where('state', 'in', ['sent', 'accepted', 'lost']).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
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
