import { isDeepStrictEqual } from 'node:util';
import { Recipe, type GenerationId, type GridAxis, type OwnerRef, type PictureId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction, sqlStateOf } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { findTaskOfKey } from '../../../kernel/tasks/store.ts';
import { keepPaused } from '../queue/keep-paused.ts';
import { addGeneration, addPictures, findGenerationOfTask } from './picture-store.ts';

/** What was asked for; `axes` where it is a grid. */
export type Asked = { owner: OwnerRef; recipe: Recipe; axes?: readonly GridAxis[] | undefined; idempotencyKey: string | undefined };
/** What is drawn in one place; `recipe` where it is not that of all. */
export type Place = { prompt: string; seed?: number; recipe?: Recipe };

/** What was made under this key. Throws `request.idempotency-conflict` when it was something else. */
export async function findStarted(ctx: Ctx, asked: Asked): Promise<GenerationId | undefined> {
  return asked.idempotencyKey === undefined ? undefined : inTransaction(ctx.app.client.db, (tx) => findKnown(tx, asked));
}

/** Row, stream, tasks, holds and jobs in one transaction. Gives the generation's id; the same key again the same one. */
export async function startGeneration(ctx: Ctx, asked: Asked & { places: readonly Place[] }): Promise<GenerationId> {
  const { db } = ctx.app.client;
  const create = (tx: Tx) => createOrFind(ctx, tx, asked);
  try {
    return await inTransaction(db, create);
  } catch (error) {
    // Two requests with one key at the same moment: the other one won.
    if (sqlStateOf(error) === '23505' && asked.idempotencyKey !== undefined) return inTransaction(db, create);
    throw error;
  }
}

async function createOrFind(ctx: Ctx, tx: Tx, { places, ...asked }: Asked & { places: readonly Place[] }): Promise<GenerationId> {
  const { app } = ctx;
  const { owner, recipe, axes, idempotencyKey } = asked;
  const known = await findKnown(tx, asked);
  if (known) return known;
  const now = app.ports.clock.now();
  const id = app.ports.ids.next('generation') as GenerationId;
  await openStream(tx, { id, owner });
  const [parentId] = await createTasks(app, tx, [{ kind: 'studio.generate', owner, stream: id, input: { generationId: id }, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }]);
  if (parentId === undefined) throw new Error('studio: the task was not created');
  const wanted = places.map((place, slot) => ({ ...place, slot, pictureId: app.ports.ids.next('picture') as PictureId }));
  const taskIds = await createTasks(app, tx, wanted.map(({ slot, recipe: _recipe, ...input }) => ({ kind: 'studio.picture', owner, stream: id, parentId, key: `picture:${slot}`, input: { generationId: id, ...input }, units: 1 })));
  await addGeneration(tx, { id, owner, taskId: parentId, recipe, axes, now });
  await addPictures(tx, wanted.map(({ slot, pictureId, prompt, seed, recipe: own }, index) => ({ id: pictureId, generationId: id, owner, taskId: taskIds[index] ?? '', slot, prompt, negativePrompt: recipe.negativePrompt ?? '', seed, recipe: own, now })));
  await keepPaused(tx, owner, taskIds, now);
  await audit(tx, ctx, { action: 'studio.generate', subject: id, data: { pictures: places.length } });
  return id;
}

async function findKnown(tx: Tx, { owner, recipe, axes, idempotencyKey }: Asked): Promise<GenerationId | undefined> {
  const task = idempotencyKey === undefined ? undefined : await findTaskOfKey(tx, owner, idempotencyKey);
  if (!task) return undefined;
  const generation = await findGenerationOfTask(tx, task.id);
  // The database keeps no order of names.
  if (!generation || !isDeepStrictEqual([Recipe.parse(generation.recipe), generation.axes], [recipe, axes ?? null])) throw new AppError('request.idempotency-conflict');
  return generation.id as GenerationId;
}

/** From 1, since some models take 0 for none. */
export function newSeed(ctx: Ctx, max: number): number {
  const random = Buffer.from(ctx.app.ports.ids.secret(6), 'base64url').readUIntBE(0, 6);
  return 1 + (random % Math.max(Math.min(max, 2 ** 31 - 1), 1));
}
