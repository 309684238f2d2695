import { isDeepStrictEqual } from 'node:util';
import { Recipe, type GenerationId, type PictureId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction, sqlStateOf } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { findTaskOfKey } from '../../../kernel/tasks/store.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { keepPaused } from '../queue/keep-paused.ts';
import { mustHaveBudget } from '../budgets/budgets.ts';
import { openPrompt } from '../craft/open-prompt.ts';
import { chooseModels } from './choose-models.ts';
import { addGeneration, addPictures, findGenerationOfTask } from './picture-store.ts';
import { inputsOf } from './recipe-inputs.ts';

export type GenerateInput = { recipe: Recipe; idempotencyKey?: string | undefined };

/** Takes a recipe and starts drawing: row, stream, tasks, holds and jobs in one transaction. Gives the generation's id; the same key again the same one. */
export async function createGeneration(ctx: Ctx, book: ProviderBook, { recipe: { enlarged: _enlarged, ...recipe }, idempotencyKey }: GenerateInput): Promise<GenerationId> {
  const owner = ownerOrNotFound(ctx);
  const { db } = ctx.app.client;
  const known = idempotencyKey === undefined ? undefined : await inTransaction(db, (tx) => findKnown(tx, { owner, recipe, idempotencyKey }));
  if (known) return known;
  const { hardest, promptOf } = await openPrompt(ctx, recipe);
  const [first] = await chooseModels(book, { ...recipe, prompt: hardest }, await inputsOf(db, owner, recipe));
  if (first) await mustHaveBudget(ctx.app, owner, first, recipe.count);
  const seed = recipe.seed ?? (first?.model.seedMax === undefined ? undefined : newSeed(ctx, first.model.seedMax - recipe.count));
  // A model without seeds leaves the choice of words to chance.
  const prompts = Array.from({ length: recipe.count }, (_, slot) => promptOf((seed ?? newSeed(ctx, 2 ** 31 - 1)) + slot));
  const create = (tx: Tx) => createOrFind(ctx, tx, { owner, recipe, prompts, seed, idempotencyKey });
  try {
    return await inTransaction(db, create);
  } catch (error) {
    // Two requests with one key at the same moment: the other one won.
    if (sqlStateOf(error) === '23505' && idempotencyKey !== undefined) return inTransaction(db, create);
    throw error;
  }
}

type Creating = { owner: ReturnType<typeof ownerOrNotFound>; recipe: Recipe; /** Of each slot. */ prompts: readonly string[]; seed: number | undefined; idempotencyKey: string | undefined };

async function createOrFind(ctx: Ctx, tx: Tx, { owner, recipe, prompts, seed, idempotencyKey }: Creating): Promise<GenerationId> {
  const { app } = ctx;
  const known = idempotencyKey === undefined ? undefined : await findKnown(tx, { owner, recipe, idempotencyKey });
  if (known) return known;
  const now = app.ports.clock.now();
  const id = app.ports.ids.next('generation') as GenerationId;
  await openStream(tx, { id, owner });
  const [parentId] = await createTasks(app, tx, [{ kind: 'studio.generate', owner, stream: id, input: { generationId: id }, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }]);
  if (parentId === undefined) throw new Error('studio: the task was not created');
  const wanted = prompts.map((prompt, slot) => ({ slot, pictureId: app.ports.ids.next('picture') as PictureId, prompt, ...(seed === undefined ? {} : { seed: seed + slot }) }));
  const taskIds = await createTasks(app, tx, wanted.map(({ slot, ...input }) => ({ kind: 'studio.picture', owner, stream: id, parentId, key: `picture:${slot}`, input: { generationId: id, ...input }, units: 1 })));
  await addGeneration(tx, { id, owner, taskId: parentId, recipe, now });
  await addPictures(tx, wanted.map(({ slot, pictureId, prompt, ...rest }, index) => ({ id: pictureId, generationId: id, owner, taskId: taskIds[index] ?? '', slot, prompt, negativePrompt: recipe.negativePrompt ?? '', seed: rest.seed, now })));
  await keepPaused(tx, owner, taskIds, now);
  await audit(tx, ctx, { action: 'studio.generate', subject: id, data: { pictures: recipe.count } });
  return id;
}

/** What was made under this key. Throws `request.idempotency-conflict` when it was something else. */
async function findKnown(tx: Tx, { owner, recipe, idempotencyKey }: { owner: string; recipe: Recipe; idempotencyKey: string }): Promise<GenerationId | undefined> {
  const task = await findTaskOfKey(tx, owner, idempotencyKey);
  if (!task) return undefined;
  const generation = await findGenerationOfTask(tx, task.id);
  // The database keeps no order of names.
  if (!generation || !isDeepStrictEqual(Recipe.parse(generation.recipe), recipe)) throw new AppError('request.idempotency-conflict');
  return generation.id as GenerationId;
}

/** From 1, since some models take 0 for none. */
function newSeed(ctx: Ctx, max: number): number {
  const random = Buffer.from(ctx.app.ports.ids.secret(6), 'base64url').readUIntBE(0, 6);
  return 1 + (random % Math.max(Math.min(max, 2 ** 31 - 1), 1));
}
