import { recipeProblems, type Recipe, type RecipeInputs } from '@komawari/contract';
import { problemDetail } from '@komawari/contract/told-error';
import { AppError } from '../../../kernel/errors.ts';
import type { ReadyImageModel } from '../gateway/ready-model.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { standInsFor } from '../providers/stand-ins.ts';

/**
 * The models that a recipe goes to: the one it names or the one set up for the purpose, then those that may step in and can
 * do all of it. Throws `studio.no-provider`, `studio.no-model` and `studio.cannot` with what it cannot.
 */
export async function chooseModels(book: ProviderBook, recipe: Recipe, inputs: RecipeInputs): Promise<ReadyImageModel[]> {
  const all = await book.listImageModels();
  const { model: named } = recipe;
  const first = named ? all.find(({ providerId, model }) => providerId === named.providerId && model.id === named.modelId) : await book.findImageDefault('picture');
  if (!first) throw new AppError(named ? 'studio.no-model' : 'studio.no-provider');
  const [problem] = recipeProblems(recipe, first.model, inputs);
  if (problem) throw new AppError('studio.cannot', { detail: problemDetail(problem) });
  const mayTurn = recipe.mayTurnElsewhere ?? named === undefined;
  if (!mayTurn) return [first];
  const chain = await book.findChain(recipe.ability === 'generate' && recipe.referenceIds.length === 0 ? 'picture' : 'edit');
  return [first, ...standInsFor(first, all, { chain, isAble: ({ model }) => recipeProblems(recipe, model, inputs).length === 0 })];
}
