import { oneLine, recipeProblems, type ImageAbility, type ImageModel, type ImageModelOffer, type ModelRef, type Recipe, type RecipeInputs } from '@komawari/contract';
import { isSentence } from '../../config/sentences.ts';
import { StartupError } from '../../config/startup-error.ts';
import type { DrawCommand } from './parse-picture.ts';

/** The model that a command names, by its provider, its id or both. Undefined: the one set up for pictures. Throws StartupError. */
export function chooseModel(offers: readonly ImageModelOffer[], { provider, model }: Pick<DrawCommand, 'provider' | 'model'>): ImageModelOffer | undefined {
  if (provider === undefined && model === undefined) return undefined;
  const among = provider === undefined ? offers : ofProvider(offers, provider);
  if (model === undefined) return among.find(({ isDefault }) => isDefault) ?? among[0];
  const found = among.filter((offer) => offer.model.id === model);
  if (found.length > 1) throw StartupError.one('studio.which-model', { name: model, providers: listed(found.map(({ providerName }) => providerName)) });
  if (!found[0]) throw StartupError.one('studio.no-such-model', { name: model, known: listed(among.map((offer) => offer.model.id)) });
  return found[0];
}

export function refOf(offer: ImageModelOffer | undefined): ModelRef | undefined {
  return offer && { providerId: offer.providerId, modelId: offer.model.id };
}

/** What is asked of the model: a picture is changed by words where the model can, varied where it can only do that or a strength is given. */
export function abilityOf({ source, mask, strength }: Pick<DrawCommand, 'source' | 'mask' | 'strength'>, abilities: readonly ImageAbility[]): ImageAbility {
  if (source === undefined) return 'generate';
  if (mask !== undefined) return 'inpaint';
  return strength === undefined && (abilities.includes('edit') || !abilities.includes('vary')) ? 'edit' : 'vary';
}

/** Says all that a model can not do of a recipe, before it is asked for. Throws StartupError; what has no sentence here is left to the studio to refuse. */
export function mustBeAbleTo(model: ImageModel, recipe: Recipe, inputs: RecipeInputs): void {
  const mistakes = recipeProblems(recipe, model, inputs).flatMap(({ code, limit = '' }) => {
    const name = `recipe.${code}`;
    return isSentence(name) ? [{ code: name, params: { model: oneLine(model.name), limit: oneLine(limit) } }] : [];
  });
  if (mistakes.length > 0) throw new StartupError(mistakes);
}

function ofProvider(offers: readonly ImageModelOffer[], asked: string): readonly ImageModelOffer[] {
  const found = offers.filter(({ providerId, providerName }) => providerId === asked || providerName.toLowerCase() === asked.toLowerCase());
  const ids = [...new Set(found.map(({ providerId }) => providerId))];
  if (ids.length === 0) throw StartupError.one('studio.no-such-provider', { name: asked, known: listed(offers.map(({ providerName }) => providerName)) });
  if (ids.length > 1) throw StartupError.one('studio.which-provider', { name: asked, ids: ids.join(', ') });
  return found;
}

/** Names as others gave them, each once. */
export function listed(names: readonly string[]): string {
  return [...new Set(names.map(oneLine))].join(', ') || '–';
}
