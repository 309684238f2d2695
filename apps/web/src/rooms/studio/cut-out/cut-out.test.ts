import { ImageModel, type ImageModelOffer, type Recipe } from '@komawari/contract';
import { recipeProblems } from '@komawari/contract/studio-check';
import { expect, test } from 'vitest';
import { canCutOut, chosenOffer, cutOutRecipe, hasClearGround } from './cut-out.ts';

const SIZES = { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }] } as const;
const PROVIDER = `provider_${'0'.repeat(26)}` as ImageModelOffer['providerId'];
const offer = (id: string, abilities: string[], isDefault = false): ImageModelOffer => ({ providerId: PROVIDER, providerName: 'P', bills: true, isDefault, price: null, model: ImageModel.parse({ id, name: id, abilities, countMax: 1, promptMax: 100, mask: false, progress: 'none', sizes: SIZES, settings: [], references: { countMax: 1, bytesMax: 1e7, pixelsMax: 1e8, mediaTypes: ['image/png'] } }) });
const picture = { model: { providerId: PROVIDER, modelId: 'own' }, width: 1200, height: 800 };
const ID = `input_${'0'.repeat(26)}` as NonNullable<Recipe['sourceId']>;

test('its own model takes the background away, else the one in the form, else any that can, else nobody', () => {
  const [own, usual, other] = [offer('own', ['cut-out']), offer('usual', ['cut-out'], true), offer('other', ['edit', 'cut-out'])];
  const plain = [offer('own', ['generate']), offer('usual', ['edit'], true)];
  expect([chosenOffer(picture, { model: null }, [other, usual, own], canCutOut), chosenOffer(picture, { model: null }, [other, usual], canCutOut)]).toEqual([own, usual]);
  expect([chosenOffer(picture, { model: null }, [...plain, other], canCutOut), chosenOffer(picture, { model: null }, plain, canCutOut)]).toEqual([other, undefined]);
});

test('it is asked for without words, in the size that is nearest, and the model can do all of that', () => {
  const own = offer('own', ['cut-out']);
  const recipe = cutOutRecipe(picture, own, ID);
  expect(recipe).toMatchObject({ ability: 'cut-out', prompt: '', count: 1, size: { kind: 'pixels', width: 1536, height: 1024 }, sourceId: ID });
  expect([hasClearGround(recipe), hasClearGround({ ability: 'generate', settings: { background: 'transparent' } }), hasClearGround({ ability: 'edit', settings: {} })]).toEqual([true, true, false]);
  expect(recipeProblems(recipe, own.model, { source: { width: 1200, height: 800, mediaType: 'image/png', sizeBytes: 9 }, references: [] })).toEqual([]);
});
