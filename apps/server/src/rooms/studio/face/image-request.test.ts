import type { ImageModel, InputId } from '@komawari/contract';
import { expect, test } from 'vitest';
import { SCRIPTED_MODEL } from '../testing/scripted-provider.ts';
import { ImageAsk, recipeOf } from './image-request.ts';
import { OpenaiRefusal } from './openai-refusal.ts';

const NAMED: ImageModel = { ...SCRIPTED_MODEL, sizes: { kind: 'named', ratios: ['16:9', '1:1', '2:3'], resolutions: ['1K', '2K', '4K'] }, settings: [{ name: 'quality', kind: 'choice', choices: ['low', 'high'] }, { name: 'format', kind: 'choice', choices: ['png', 'webp'] }] };
const NO_PICTURES = { inputs: { references: [] }, isFresh: false };
const recipe = (fields: object, model = NAMED) => recipeOf(ImageAsk.parse({ prompt: 'a cat', ...fields }), model, NO_PICTURES);
const refused = (work: () => unknown) => { try { work(); } catch (error) { if (error instanceof OpenaiRefusal) return error.problem.param; throw error; } return 'not refused'; };

test.each([['auto', { kind: 'ratio', ratio: '1:1' }], ['1024x1024', { kind: 'ratio', ratio: '1:1', resolution: '1K' }], ['1792x1024', { kind: 'ratio', ratio: '16:9', resolution: '1K' }], ['4096x4096', { kind: 'ratio', ratio: '1:1', resolution: '4K' }], ['1365x2048', { kind: 'ratio', ratio: '2:3', resolution: '2K' }]])('%s of a model that knows ratios alone', (size, expected) => {
  expect(recipe({ size }).size).toEqual(expected);
});

test('pixels stay pixels where a model draws them', () => {
  expect(recipe({ size: '64x128' }, SCRIPTED_MODEL).size).toEqual({ kind: 'pixels', width: 64, height: 128 });
});

test('settings go where the model has them, under its own names; no wish is none', () => {
  expect(recipe({ quality: 'high', output_format: 'webp' }).settings).toEqual({ quality: 'high', format: 'webp' });
  expect(recipe({ quality: 'standard', style: 'auto', background: 'auto' }).settings).toEqual({});
  for (const [fields, param] of [[{ quality: 'best' }, 'quality'], [{ style: 'vivid' }, 'style'], [{ size: '1000x3000' }, 'size'], [{ background: 'transparent' }, 'background'], [{ negative_prompt: 'dogs' }, 'negative_prompt']] as const) expect(refused(() => recipe(fields)), param).toBe(param);
});

test('fields of a form are text, and no field is no field', () => {
  expect(recipe({ n: '3', seed: '7' })).toMatchObject({ count: 3, seed: 7 });
  expect(Object.values(recipe({}))).not.toContain(undefined);
});

test('pictures are edited by words, or varied where that is all there is; a mask must be known', () => {
  const source = { width: 8, height: 8, sizeBytes: 9, mediaType: 'image/png' };
  const given = { pictures: { sourceId: `input_${'0'.repeat(26)}` as InputId, referenceIds: [] }, inputs: { source, references: [] }, isFresh: true };
  expect(recipeOf(ImageAsk.parse({ prompt: 'x' }), SCRIPTED_MODEL, given)).toMatchObject({ ability: 'vary', isFresh: true });
  expect(recipeOf(ImageAsk.parse({ prompt: 'x' }), { ...SCRIPTED_MODEL, abilities: ['vary', 'edit'] }, given).ability).toBe('edit');
  expect(refused(() => recipeOf(ImageAsk.parse({ prompt: 'x' }), { ...SCRIPTED_MODEL, abilities: ['generate'] }, given))).toBe('model');
  const masked = { ...given, pictures: { ...given.pictures, maskId: `input_${'1'.repeat(26)}` as InputId }, inputs: { ...given.inputs, mask: source } };
  expect(recipeOf(ImageAsk.parse({ prompt: 'x' }), { ...SCRIPTED_MODEL, abilities: ['inpaint'], mask: true }, masked)).toMatchObject({ ability: 'inpaint', maskKind: 'clear' });
});
