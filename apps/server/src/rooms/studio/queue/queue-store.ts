/** The SQL of the queue of pictures. */
import type { OwnerRef, ProviderId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import { selectPictures, type PictureRow } from '../making/picture-store.ts';

const KIND = 'studio.picture';

/** One change of an owner's queue at a time; held to the end of the transaction. */
export async function lockQueue(tx: Tx, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`studio.queue:${owner}`}, 0))`.execute(tx);
}

export async function isQueuePaused(db: Db | Tx, owner: string): Promise<boolean> {
  return (await db.selectFrom('queue_pause').select('owner').where('owner', '=', owner).executeTakeFirst()) !== undefined;
}

export async function notePause(tx: Tx, owner: OwnerRef, now: Date): Promise<void> {
  await tx.insertInto('queue_pause').values({ owner, paused_at: now }).onConflict((conflict) => conflict.column('owner').doNothing()).execute();
}

export async function endPause(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('queue_pause').where('owner', '=', owner).execute();
}

/** Tells every process that what stands before a provider for this owner goes back to the queue, where its place or leave may have changed. */
export async function recallOwner(tx: Tx, owner: OwnerRef): Promise<void> {
  await sql`select pg_notify('koma_recall', ${owner})`.execute(tx);
}

type OpenTask = { id: string; pictureId: string; priority: number; isWaiting: boolean };

/** Pictures of an owner that are not there yet, in their order; those that wait have not been begun. */
export async function listOpen(tx: Tx, owner: string): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select task.id, picture.id as "pictureId", task.priority, (task.state = 'queued' or task.is_in_line) as "isWaiting"
    from task join picture on picture.task_id = task.id
    where task.owner = ${owner} and task.kind = ${KIND} and task.state in ('queued', 'running') order by task.priority, task.id`.execute(tx);
  return rows;
}

/** Tasks of one's own pictures that can be stopped, in one order whoever asks. */
export async function listStoppable(tx: Tx, owner: OwnerRef, pictureIds: readonly string[]): Promise<{ id: string; pictureId: string }[]> {
  const { rows } = await sql<{ id: string; pictureId: string }>`
    select task.id, picture.id as "pictureId" from picture join task on task.id = picture.task_id
    where picture.owner = ${owner} and picture.id = any(${[...pictureIds]}::text[]) and task.state in ('queued', 'running') order by task.id`.execute(tx);
  return rows;
}

export type QueuedPicture = {
  taskId: string; owner: string; ownerName: string | null; isWaiting: boolean; isPaused: boolean; state: string; result: object | null; createdAt: Date; startedAt: Date | null;
  pictureId: string; generationId: string; prompt: string; recipe: object; providerName: string | null; modelName: string | null;
};

/** Of one owner or of everybody: what is being drawn, then what waits in its order, then what is paused. */
export async function listQueue(db: Db, of: { owner?: OwnerRef; limit: number }): Promise<QueuedPicture[]> {
  const { rows } = await sql<QueuedPicture>`
    select task.id as "taskId", task.owner, "user".name as "ownerName", (task.state = 'queued' or task.is_in_line) as "isWaiting", (task.paused_at is not null or rest.paused_at is not null) as "isPaused", task.state, task.result, task.created_at as "createdAt", task.started_at as "startedAt",
      picture.id as "pictureId", picture.generation_id as "generationId", picture.prompt, asked.recipe, provider.name as "providerName", coalesce(model.facts ->> 'name', model.model_id) as "modelName"
    from task join picture on picture.task_id = task.id join generation on generation.id = picture.generation_id
      cross join lateral (select coalesce(picture.recipe, generation.recipe) as recipe) asked
      left join "user" on task.owner = 'user:' || "user".id
      left join model_default usual on usual.purpose = 'picture'
      left join provider on provider.id = coalesce(asked.recipe -> 'model' ->> 'providerId', usual.provider_id)
      left join provider_pause rest on rest.provider_id = provider.id
      left join provider_model model on model.provider_id = provider.id and model.job = 'image' and model.model_id = coalesce(asked.recipe -> 'model' ->> 'modelId', usual.model_id)
    where task.kind = ${KIND} and task.state in ('queued', 'running') and ${of.owner === undefined ? sql`true` : sql`task.owner = ${of.owner}`}
    order by (task.state = 'queued' or task.is_in_line), task.paused_at is not null and (task.state = 'queued' or task.is_in_line), task.priority, task.id limit ${of.limit}`.execute(db);
  return rows;
}

/** Providers that may draw, and whether they rest. */
export async function listProviders(db: Db): Promise<{ id: ProviderId; name: string; isPaused: boolean }[]> {
  const { rows } = await sql<{ id: ProviderId; name: string; isPaused: boolean }>`
    select provider.id, provider.name, rest.paused_at is not null as "isPaused" from provider left join provider_pause rest on rest.provider_id = provider.id
    where provider.is_enabled and exists (select from provider_model model where model.provider_id = provider.id and model.job = 'image') order by provider.position, provider.id`.execute(db);
  return rows;
}

export async function countWaiting(db: Db, owner: OwnerRef): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from task where owner = ${owner} and kind = ${KIND} and (state = 'queued' or state = 'running' and is_in_line)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Those that ended without a picture since then, the newest first; not those in the trash. */
export async function listEnded(db: Db, owner: OwnerRef, since: Date, limit: number): Promise<PictureRow[]> {
  return selectPictures(db).where('owner', '=', owner).where('trashed_at', 'is', null).where('state', 'in', ['failed', 'refused', 'cancelled', 'unknown']).where('ended_at', '>', since).orderBy('ended_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Its turn has come. False when it was paused meanwhile, or another attempt has taken over. */
export async function noteBegun(db: Db, task: { id: string; epoch: number }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('task').set({ is_in_line: false }).where('id', '=', task.id).where('epoch', '=', task.epoch).where('state', '=', 'running').where('paused_at', 'is', null).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
