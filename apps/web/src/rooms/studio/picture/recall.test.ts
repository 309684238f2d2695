import { Recipe } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, type Draft, type HeldInput } from '../desk/draft.ts';
import { changesOf, recalled } from './recall.ts';

const PROVIDER = `provider_${'0'.repeat(26)}`;
const INPUT = `input_${'1'.repeat(26)}`;
const model = { providerId: PROVIDER as never, modelId: 'm' };
const recipe = Recipe.parse({ ability: 'vary', prompt: 'a cat, ink', negativePrompt: 'hands', model, size: { kind: 'ratio', ratio: '16:9' }, count: 4, seed: 40, steps: 12, strength: 0.3, sourceId: INPUT, settings: { tiled: true } });
const picture = { recipe, seed: 42, model };
const draft: Draft = { ...EMPTY_DRAFT, prompt: 'a dog', style: 'ink', styleWords: 'ink', guidance: 7 };

describe('from a picture back to the form', () => {
  test('the words alone, with those of their style', () => {
    expect(recalled('prompt', picture)).toEqual({ prompt: 'a cat, ink', style: null, styleWords: '', styleNegative: '', negativePrompt: 'hands' });
    expect(recalled('seed', picture)).toEqual({ seed: 42 });
  });

  test('all draws this picture again; remix has every part but the seed', () => {
    expect(recalled('all', picture)).toMatchObject({ prompt: 'a cat, ink', model, count: 1, seed: 42, steps: 12, guidance: null, work: 'vary', settings: { tiled: true } });
    expect(recalled('remix', picture)).toMatchObject({ prompt: 'a cat, ink', count: 4, seed: null, size: { kind: 'ratio', ratio: '16:9' } });
  });

  test('the style apart from the words, where the picture says which it was', () => {
    const styled = { ...picture, recipe: Recipe.parse({ ...recipe, style: { id: 'ink', words: 'ink' } }) };
    expect(recalled('prompt', styled)).toMatchObject({ prompt: 'a cat', style: 'ink', styleWords: 'ink' });
    expect(recalled('remix', { ...styled, recipe: { ...styled.recipe, prompt: 'a {a|b} cat, ink' } })).toMatchObject({ prompt: String.raw`a \{a\|b\} cat, ink`, style: null, styleWords: '' });
  });

  test('the words as they were typed, with what was filled in', () => {
    const made = { ...picture, template: { prompt: 'a {{hair}} {cat|dog}, ink', variables: { hair: 'red' } }, recipe: Recipe.parse({ ...recipe, style: { id: 'ink', words: 'ink' } }) };
    const part = recalled('template', made);
    expect(part).toEqual({ prompt: 'a {{hair}} {cat|dog}', values: { hair: 'red' }, style: 'ink', styleWords: 'ink', styleNegative: '', negativePrompt: 'hands' });
    expect(changesOf(draft, part, [])).toMatchObject([{ part: 'prompt' }, { part: 'variables', before: null, after: 'hair: red' }, { part: 'negativePrompt' }]);
    expect(recalled('template', picture)).toEqual({});
    const asked = { ...made, template: { prompt: '{{hair}} {{eyes=green}}', variables: { hair: 'red' } } };
    expect(Object.entries(recalled('template', asked, new Map(), { eyes: 'blue', hair: 'black', mood: 'calm' }).values ?? {}), 'what other prompts ask for stays').toEqual([['mood', 'calm'], ['hair', 'red']]);
  });

  test('pictures that went in come along, known or not', () => {
    const held: HeldInput = { id: INPUT, mediaType: 'image/jpeg', width: 9, height: 9, sizeBytes: 9, thumb: 'data:' };
    expect(recalled('all', picture, new Map([[INPUT, held]])).source).toBe(held);
    expect(recalled('all', picture).source).toMatchObject({ id: INPUT, thumb: '' });
    expect(recalled('all', { ...picture, recipe: Recipe.parse({ prompt: 'x' }) })).toMatchObject({ source: null, references: [] });
  });

  test('what would change is said before it does, and nothing else', () => {
    expect(changesOf(draft, recalled('seed', picture), [])).toEqual([{ part: 'seed', before: null, after: '42' }]);
    const remix = recalled('remix', picture);
    expect(changesOf(draft, remix, []).map(({ part, before, after }) => `${part}: ${before} > ${after}`)).toEqual([
      'prompt: a dog > a cat, ink', 'negativePrompt: null > hands', 'style: ink > null', 'model: null > m', 'shape: 1:1 > 16:9', 'count: 2 > 4', 'steps: null > 12', 'guidance: 7 > null', 'strength: null > 0.3', 'source: null > 1', 'settings: null > tiled: true',
    ]);
    expect(changesOf({ ...draft, ...remix }, remix, [])).toEqual([]);
  });
});
