import type { GenerationId, Recipe } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { mustHaveBudget } from '../budgets/budgets.ts';
import { openPrompt } from '../craft/open-prompt.ts';
import { mustHaveRoom } from '../retention/must-have-room.ts';
import { chooseModels } from './choose-models.ts';
import { inputsOf } from './recipe-inputs.ts';
import { findStarted, newSeed, startGeneration } from './start-generation.ts';

export type GenerateInput = { recipe: Recipe; idempotencyKey?: string | undefined };

/** Takes a recipe and starts drawing; the same key again gives the same generation. */
export async function createGeneration(ctx: Ctx, book: ProviderBook, { recipe: { enlarged: _enlarged, ...recipe }, idempotencyKey }: GenerateInput): Promise<GenerationId> {
  const owner = ownerOrNotFound(ctx);
  const asked = { owner, recipe, idempotencyKey };
  const known = await findStarted(ctx, asked);
  if (known) return known;
  await mustHaveRoom(ctx.app, owner, ctx.language);
  const { hardest, promptOf } = await openPrompt(ctx, recipe);
  const [first] = await chooseModels(book, { ...recipe, prompt: hardest }, await inputsOf(ctx.app.client.db, owner, recipe));
  if (first) await mustHaveBudget(ctx.app, owner, [[first, recipe.count]]);
  const seed = recipe.seed ?? (first?.model.seedMax === undefined ? undefined : newSeed(ctx, first.model.seedMax - recipe.count));
  // A model without seeds leaves the choice of words to chance.
  const places = Array.from({ length: recipe.count }, (_, slot) => ({ prompt: promptOf((seed ?? newSeed(ctx, 2 ** 31 - 1)) + slot), ...(seed === undefined ? {} : { seed: seed + slot }) }));
  return startGeneration(ctx, { ...asked, places });
}
