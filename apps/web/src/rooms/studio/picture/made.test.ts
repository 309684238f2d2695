import { Recipe, type ImageModelOffer } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from '../desk/draft.ts';
import { madeOf, unfitOf } from './made.ts';
import { recalled } from './recall.ts';

const PROVIDER = `provider_${'0'.repeat(26)}`;
const model = { providerId: PROVIDER as never, modelId: 'm' };
const said = (part: object) => ({ recipe: Recipe.parse(part) });

describe('out of a file that somebody brings', () => {
  test('a model that is not here leaves the chosen one', () => {
    expect(recalled('all', madeOf(said({ prompt: 'x', seed: 7 }), model))).toMatchObject({ prompt: 'x', seed: 7, model });
    expect(recalled('all', madeOf(said({ prompt: 'x', model }), null))).toMatchObject({ model, seed: null });
  });

  test('what the chosen model cannot use is said', () => {
    const offer = { providerId: PROVIDER, providerName: 'P', bills: false, isDefault: true, price: null, model: { id: 'm', name: 'M', abilities: ['generate'], promptMax: 10, sizes: { kind: 'named', ratios: ['1:1', '16:9'], resolutions: [] }, countMax: 4, settings: [] } } as unknown as ImageModelOffer;
    const part = recalled('all', madeOf(said({ prompt: 'a long long prompt', negativePrompt: 'hands', seed: 7, steps: 30, size: { kind: 'pixels', width: 832, height: 480 }, settings: { sampler: 'Euler' } }), model));
    expect(unfitOf(EMPTY_DRAFT, part, [offer])).toEqual({ leftOut: ['negativePrompt', 'seed', 'steps'], settings: ['sampler'], shape: '16:9', problems: [{ code: 'prompt-long', field: 'prompt', limit: '10' }] });
    expect(unfitOf(EMPTY_DRAFT, recalled('prompt', madeOf(said({ prompt: 'x' }), model)), [offer])).toEqual({ leftOut: [], settings: [], shape: null, problems: [] });
    expect(unfitOf(EMPTY_DRAFT, part, [])).toMatchObject({ leftOut: [], problems: [] });
  });
});
