import { setImmediate } from 'node:timers/promises';
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

type Asked = Pick<Recipe, 'prompt' | 'hasChoices' | 'variables'>;

/** The prompt of a recipe with its variables and the lists of whoever asks; without choices, the words as they stand. */
export function openPrompt(ctx: Ctx, recipe: Asked): Promise<OpenPrompt> {
  return openPrompts(ctx)(recipe);
}

/** The same for many recipes of one request: lists are read once, and the same prompt is measured once, others served in between. */
export function openPrompts(ctx: Ctx): (recipe: Asked) => Promise<OpenPrompt> {
  const opened = new Map<string, Promise<OpenPrompt>>();
  let lists: Promise<WordLists> | undefined;
  return (recipe) => {
    const name = JSON.stringify([recipe.prompt, recipe.hasChoices, recipe.variables]);
    const known = opened.get(name) ?? open(recipe, () => (lists ??= listsOf(ctx.app.client.db, ownerOrNotFound(ctx))));
    opened.set(name, known);
    return known;
  };
}

type WordLists = Awaited<ReturnType<typeof listsOf>>;

async function open(recipe: Asked, listsOnce: () => Promise<WordLists>): Promise<OpenPrompt> {
  const { prompt, variables } = recipe;
  if (!recipe.hasChoices) return { hardest: prompt, promptOf: () => prompt };
  const lists = await listsOnce();
  await setImmediate();
  return { hardest: measurePrompt(prompt, lists, variables).hardest, promptOf: (seed) => expandPrompt(prompt, lists, seed, variables) };
}
