/** The SQL of generations and their pictures. */
import type { GenerationId, GridAxis, OwnerRef, PictureId, Recipe, TaskState } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { StoredPicture } from '../gateway/call-store.ts';
import type { InputFacts } from '@komawari/contract';

export type NewGeneration = { id: GenerationId; owner: OwnerRef; taskId: string; recipe: Recipe; /** Of a grid. */ axes?: readonly GridAxis[] | undefined; now: Date };

export async function addGeneration(tx: Tx, generation: NewGeneration): Promise<void> {
  await tx.insertInto('generation').values({ id: generation.id, owner: generation.owner, task_id: generation.taskId, recipe: JSON.stringify(generation.recipe), axes: generation.axes === undefined ? null : JSON.stringify(generation.axes), quoted_micros: null, currency: null, created_at: generation.now }).execute();
}

export type NewPicture = { id: PictureId; generationId: GenerationId; owner: string; taskId: string; slot: number; prompt: string; negativePrompt: string; seed: number | undefined; /** Where it is not that of the generation. */ recipe?: Recipe | undefined; now: Date };

/** A millisecond apart, so that the newest first are those of one generation in their order. */
export async function addPictures(tx: Tx, pictures: readonly NewPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  await tx.insertInto('picture').values(pictures.map((picture) => ({
    id: picture.id, generation_id: picture.generationId, owner: picture.owner, task_id: picture.taskId, slot: picture.slot, state: 'queued', prompt: picture.prompt, negative_prompt: picture.negativePrompt, seed: picture.seed ?? null, provider_id: null, model_id: null,
    object_key: null, media_type: null, error_code: null, error_detail: null, recipe: picture.recipe === undefined ? null : JSON.stringify(picture.recipe), created_at: new Date(picture.now.getTime() - picture.slot),
  }))).execute();
}

export async function findGeneration(db: Db | Tx, id: string) {
  return db.selectFrom('generation').select(['id', 'owner', 'task_id', 'recipe', 'axes', 'created_at']).where('id', '=', id).where('trashed_at', 'is', null).executeTakeFirst();
}

export async function findGenerationOfTask(db: Db | Tx, taskId: string) {
  return db.selectFrom('generation').select(['id', 'owner', 'task_id', 'recipe', 'axes', 'created_at']).where('task_id', '=', taskId).executeTakeFirst();
}

/** Whole rows, with the boards they lie on. */
export function selectPictures(db: Db | Tx) {
  return db.selectFrom('picture').selectAll('picture').select(sql<string[]>`array(select board_id from board_picture where picture_id = picture.id order by added_at, board_id)`.as('board_ids'));
}

/** Those of a generation, in the order of their places; not those in the trash. */
export async function listPictures(db: Db | Tx, generationId: string) {
  return selectPictures(db).where('generation_id', '=', generationId).where('trashed_at', 'is', null).orderBy('slot').execute();
}

export type PictureRow = Awaited<ReturnType<typeof listPictures>>[number];
export type GenerationRow = NonNullable<Awaited<ReturnType<typeof findGeneration>>>;

export async function findPicture(db: Db | Tx, id: string): Promise<PictureRow | undefined> {
  return selectPictures(db).where('id', '=', id).where('trashed_at', 'is', null).executeTakeFirst();
}

/** Whose picture it is, with its own recipe or that of its generation. */
export async function findAsked(db: Db | Tx, pictureId: string): Promise<{ owner: string; recipe: object } | undefined> {
  const { rows } = await sql<{ owner: string; recipe: object }>`
    select picture.owner, coalesce(picture.recipe, generation.recipe) as recipe from picture join generation on generation.id = picture.generation_id where picture.id = ${pictureId} and generation.trashed_at is null`.execute(db);
  return rows[0];
}

export async function storePicture(tx: Tx, taskId: string, made: { picture: StoredPicture; thumbnailKey: string | undefined; providerId: string | null; modelId: string | null; isCached: boolean }): Promise<void> {
  const { picture } = made;
  await tx.updateTable('picture').set({
    object_key: picture.key, media_type: picture.mediaType, width: picture.width, height: picture.height, size_bytes: picture.sizeBytes, provider_id: made.providerId, model_id: made.modelId, is_cached: made.isCached, thumbnail_key: made.thumbnailKey ?? null,
    ...(picture.seed === undefined ? {} : { seed: picture.seed }),
  }).where('task_id', '=', taskId).execute();
}

/** What is opened again comes out of the trash. */
export async function setPictureState(tx: Tx, taskId: string, end: { state: TaskState; code: string | null; detail: string | null; now: Date | null }): Promise<void> {
  await tx.updateTable('picture').set({ state: end.state, error_code: end.code, error_detail: end.detail, ended_at: end.now, ...(end.state === 'queued' ? { trashed_at: null, trashed_by: null } : {}) }).where('task_id', '=', taskId).execute();
}

export type InputRow = InputFacts & { id: string; key: string };

/** Those of one owner, by id; others are as if they were not there. */
export async function listInputs(db: Db | Tx, owner: string, ids: readonly string[]): Promise<Map<string, InputRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('picture_input').select(['id', 'object_key', 'media_type', 'width', 'height', 'size_bytes']).where('owner', '=', owner).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, { id: row.id, key: row.object_key, mediaType: row.media_type, width: row.width, height: row.height, sizeBytes: row.size_bytes }]));
}

export async function findInput(db: Db | Tx, id: string): Promise<{ owner: string; object_key: string } | undefined> {
  return db.selectFrom('picture_input').select(['owner', 'object_key']).where('id', '=', id).executeTakeFirst();
}

export async function addInput(tx: Db | Tx, input: InputRow & { owner: string; now: Date }): Promise<void> {
  await tx.insertInto('picture_input').values({ id: input.id, owner: input.owner, object_key: input.key, media_type: input.mediaType, width: input.width, height: input.height, size_bytes: input.sizeBytes, created_at: input.now }).execute();
}

/** Which of these objects the studio names. */
export async function namedObjects(db: Db | Tx, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select object_key as key from picture where object_key = any(${[...keys]}::text[])
    union select thumbnail_key from picture where thumbnail_key = any(${[...keys]}::text[])
    union select object_key from picture_input where object_key = any(${[...keys]}::text[])
    union select object_key from answer_cache where object_key = any(${[...keys]}::text[])
    union select made ->> 'key' from provider_call call join task on task.id = call.task_id and task.state <> 'done', jsonb_array_elements(call.results) as made
      where call.state = 'answered' and made ->> 'key' = any(${[...keys]}::text[])`.execute(db);
  return rows.map(({ key }) => key);
}

/** Everything of one owner becomes another's. */
export async function moveGenerations(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('generation').set({ owner: to }).where('owner', '=', from).executeTakeFirstOrThrow();
  await tx.updateTable('picture').set({ owner: to }).where('owner', '=', from).execute();
  await tx.updateTable('picture_input').set({ owner: to }).where('owner', '=', from).execute();
  await tx.updateTable('board').set({ owner: to }).where('owner', '=', from).execute();
  await tx.updateTable('picture_zip').set({ owner: to }).where('owner', '=', from).execute();
  await sql`insert into studio_setting (owner, keeps_making) select ${to}, keeps_making from studio_setting where owner = ${from} on conflict (owner) do nothing`.execute(tx);
  await tx.deleteFrom('studio_setting').where('owner', '=', from).execute();
  return Number(numUpdatedRows);
}

export async function removeGenerations(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('generation').where('owner', '=', owner).execute();
  await tx.deleteFrom('picture_input').where('owner', '=', owner).execute();
  await tx.deleteFrom('board').where('owner', '=', owner).execute();
  await tx.deleteFrom('picture_zip').where('owner', '=', owner).execute();
  await tx.deleteFrom('studio_setting').where('owner', '=', owner).execute();
  await tx.deleteFrom('queue_pause').where('owner', '=', owner).execute();
}
