/** A picture without its background. Pure. */
import type { ImageModel, ImageModelOffer, PictureWithRecipe, Recipe } from '@komawari/contract';
import { offerOf, type Draft } from '../desk/draft.ts';
import { sourceSize } from '../mask/source-size.ts';

type Of = Pick<PictureWithRecipe, 'model' | 'width' | 'height'>;

/** Who does it: the model of the picture, else the one in the form, else the first that can. */
export function chosenOffer(picture: Pick<Of, 'model'>, draft: Pick<Draft, 'model'>, offers: readonly ImageModelOffer[], can: (model: ImageModel) => boolean): ImageModelOffer | undefined {
  const own = offers.find(({ providerId, model }) => picture.model?.providerId === providerId && picture.model.modelId === model.id);
  return [own, offerOf(draft, offers), ...offers].find((offer) => offer !== undefined && can(offer.model));
}

export function canCutOut({ abilities }: ImageModel): boolean {
  return abilities.includes('cut-out');
}

/** Something may shine through what comes of it. */
export function hasClearGround({ ability, settings }: Pick<Recipe, 'ability' | 'settings'>): boolean {
  return ability === 'cut-out' || settings['background'] === 'transparent';
}

/** One picture, in its own size as near as the model comes to it, without words: there is nothing to be said. */
export function cutOutRecipe({ width, height }: Of, { providerId, model }: ImageModelOffer, sourceId: NonNullable<Recipe['sourceId']>): Recipe {
  return { ability: 'cut-out', prompt: '', model: { providerId, modelId: model.id }, size: sourceSize({ width, height }, model.sizes) ?? { kind: 'ratio', ratio: '1:1' }, count: 1, referenceIds: [], settings: {}, sourceId };
}
