import { ImageModel, Recipe, type ImageModelOffer } from '@komawari/contract';
import { recipeProblems } from '@komawari/contract/studio-check';
import { expect, test } from 'vitest';
import { variationOf, variationOffer } from './variation.ts';

const SIZES = { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 2048, areaMin: 4096, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] } as const;
const PROVIDER = `provider_${'0'.repeat(26)}` as ImageModelOffer['providerId'];
const offer = (id: string, part: object = {}, isDefault = false): ImageModelOffer => ({ providerId: PROVIDER, providerName: 'P', bills: false, isDefault, price: null, model: ImageModel.parse({ id, name: id, abilities: ['generate', 'vary'], countMax: 1, promptMax: 100, mask: false, progress: 'none', sizes: SIZES, settings: [], ...part }) });
const source = { width: 640, height: 360, mediaType: 'image/png', sizeBytes: 9 };
const picture = { recipe: Recipe.parse({ prompt: 'a {red|blue} cat', hasChoices: true, seed: 7, settings: { tiled: true }, enlarged: { pictureId: `picture_${'0'.repeat(26)}`, factor: 2 } }), model: { providerId: PROVIDER, modelId: 'own' }, prompt: 'a red cat', width: 640, height: 360 };
const ID = `input_${'0'.repeat(26)}` as NonNullable<Recipe['sourceId']>;

test('the model of the picture draws more like it, else the one in the form, else nobody', () => {
  const [own, usual, plain] = [offer('own'), offer('usual', {}, true), offer('own', { abilities: ['generate'] })];
  expect(variationOffer(picture, { model: null }, [usual, own])).toBe(own);
  expect(variationOffer(picture, { model: null }, [usual, plain])).toBe(usual);
  expect(variationOffer(picture, { model: null }, [plain])).toBeUndefined();
});

test('it is asked for as it was, with itself to work on, its own size, and a new seed; what a model does not know is left out', () => {
  const own = offer('own', { settings: [{ name: 'tiled', kind: 'switch', default: false }], strength: { min: 0, max: 1, step: 0.05, default: 0.75 } });
  const made = variationOf(picture, own, ID);
  expect(made).toEqual({ ability: 'vary', prompt: 'a red cat', model: { providerId: PROVIDER, modelId: 'own' }, size: { kind: 'pixels', width: 640, height: 360 }, count: 4, referenceIds: [], settings: { tiled: true }, sourceId: ID, strength: 0.5 });
  expect(recipeProblems(made, own.model, { source, references: [] })).toEqual([]);
  const other = offer('other');
  expect(recipeProblems(variationOf(picture, other, ID), other.model, { source, references: [] })).toEqual([]);
});
