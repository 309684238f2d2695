/** More pictures like one that is there. Pure. */
import type { ImageModelOffer, PictureWithRecipe, Recipe } from '@komawari/contract';
import { offerOf, type Draft } from '../desk/draft.ts';
import { sourceSize } from '../mask/source-size.ts';

const COUNT = 4;
/** Of the range of the model: the same thing, seen anew. */
const STRENGTH = 0.5;

type Of = Pick<PictureWithRecipe, 'recipe' | 'model' | 'prompt' | 'width' | 'height'>;

/** Who draws them: the model of the picture, or the one in the form; undefined where neither works on pictures. */
export function variationOffer(picture: Of, draft: Pick<Draft, 'model'>, offers: readonly ImageModelOffer[]): ImageModelOffer | undefined {
  const own = offers.find(({ providerId, model }) => picture.model?.providerId === providerId && picture.model.modelId === model.id);
  return [own, offerOf(draft, offers)].find((offer) => offer?.model.abilities.includes('vary'));
}

/** As the picture was asked for, with itself to work on, and a new seed. */
export function variationOf({ recipe, model: drawnBy, prompt, ...size }: Of, { providerId, model }: ImageModelOffer, sourceId: NonNullable<Recipe['sourceId']>): Recipe {
  const { strength } = model;
  const isSame = drawnBy?.modelId === model.id && drawnBy.providerId === providerId;
  return {
    ability: 'vary', prompt, model: { providerId, modelId: model.id }, size: sourceSize(size, model.sizes) ?? recipe.size, count: COUNT, referenceIds: [], settings: isSame ? recipe.settings : {}, sourceId,
    ...(strength ? { strength: strength.min + (strength.max - strength.min) * STRENGTH } : {}), ...(model.negativePromptMax !== undefined && recipe.negativePrompt ? { negativePrompt: recipe.negativePrompt } : {}),
  };
}
