import { expandPrompt, measurePrompt, type Recipe } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { listsOf } from './word-lists.ts';

export type OpenPrompt = {
  /** What asks the most of a model, of all that may come of the prompt. */
  hardest: string;
  /** The words of the picture with this seed. */
  promptOf(seed: number): string;
};

/** The prompt of a recipe with its variables and the lists of whoever asks; without choices, the words as they stand. */
export async function openPrompt(ctx: Ctx, recipe: Pick<Recipe, 'prompt' | 'hasChoices' | 'variables'>): Promise<OpenPrompt> {
  const { prompt, variables } = recipe;
  if (!recipe.hasChoices) return { hardest: prompt, promptOf: () => prompt };
  const lists = await listsOf(ctx.app.client.db, ownerOrNotFound(ctx));
  return { hardest: measurePrompt(prompt, lists, variables).hardest, promptOf: (seed) => expandPrompt(prompt, lists, seed, variables) };
}
