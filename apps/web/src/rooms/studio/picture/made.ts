/** What a file says of how it was made, and what of a recipe the model that would draw it has no use for. Pure. */
import type { ImageModelOffer, PictureWithRecipe, RecalledRecipe } from '@komawari/contract';
import { recipeProblems, type RecipeProblem } from '@komawari/contract/studio-check';
import { leftOutOf, maskOf, offerOf, recipeOf, type Draft } from '../desk/draft.ts';
import { fittingSize, nameOfSize } from '../desk/shapes.ts';

/** What a picture was made with, as far as the form can take it. */
export type Made = Pick<PictureWithRecipe, 'recipe' | 'seed' | 'model' | 'template'>;

/** As of a picture of one's own; a model that is not here leaves the chosen one where it is. */
export function madeOf({ recipe }: Pick<RecalledRecipe, 'recipe'>, chosen: Draft['model']): Made {
  return { recipe, seed: recipe.seed ?? null, model: recipe.model ?? chosen };
}

type Unfit = { leftOut: ReturnType<typeof leftOutOf>; settings: string[]; /** The one it would have instead. */ shape: string | null; problems: RecipeProblem[] };

/** What of the form, as it would be, its model leaves out, does in its own way, or refuses. Nothing where there is no model. */
export function unfitOf(draft: Draft, part: Partial<Draft>, offers: readonly ImageModelOffer[]): Unfit {
  const after = { ...draft, ...part };
  const offer = offerOf(after, offers);
  if (!offer) return { leftOut: [], settings: [], shape: null, problems: [] };
  const { model } = offer;
  const shape = nameOfSize(fittingSize(after.size, model.sizes));
  const [recipe, mask] = [recipeOf(after, offer), maskOf(after)];
  const problems = recipeProblems(recipe, model, { ...(after.source ? { source: after.source } : {}), ...(recipe.maskId !== undefined && mask ? { mask } : {}), references: after.references });
  return {
    leftOut: leftOutOf(after, model), settings: Object.keys(after.settings).filter((name) => !model.settings.some((setting) => setting.name === name)),
    // A ratio without a resolution gets the model's own: that is no other shape.
    shape: shape.startsWith(nameOfSize(after.size)) ? null : shape, problems: problems.filter(({ code, field }) => code !== 'prompt-missing' && field !== 'maskId'),
  };
}
