import { describe, expect, test } from 'vitest';
import { recipeProblems, type InputFacts, type RecipeInputs } from './studio-check.ts';
import { Recipe } from './studio.ts';
import type { ImageModel } from './studio-models.ts';

const MODEL: ImageModel = {
  id: 'm', name: 'M', abilities: ['generate', 'edit', 'inpaint'], countMax: 1, promptMax: 4000, mask: true, progress: 'none',
  sizes: { kind: 'free', multipleOf: 16, sideMin: 256, sideMax: 2048, areaMin: 65_536, areaMax: 4_194_304, aspectMax: 3, resolutions: ['1K'] },
  references: { countMax: 2, bytesMax: 10_000_000, pixelsMax: 36_000_000, mediaTypes: ['image/png', 'image/jpeg'] },
  steps: { min: 1, max: 50, step: 1, default: 20 }, seedMax: 100,
  settings: [{ name: 'quality', kind: 'choice', choices: ['low', 'high'] }, { name: 'shift', kind: 'number', range: { min: 0, max: 2, step: 0.1, default: 1 } }, { name: 'tiled', kind: 'switch', default: false }],
};
const input = (facts: Partial<InputFacts> = {}): InputFacts => ({ width: 512, height: 512, sizeBytes: 1000, mediaType: 'image/png', ...facts });
const codes = (recipe: Partial<Recipe>, inputs: RecipeInputs = { references: [] }, model = MODEL) => recipeProblems(Recipe.parse({ prompt: 'a cat', ...recipe }), model, inputs).map(({ code, limit }) => (limit === undefined ? code : `${code}: ${limit}`));

describe('what a model cannot do', () => {
  test('a recipe that fits has no problem', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ prompt: '🐈'.repeat(4000), size: { kind: 'pixels', width: 1024, height: 512 }, seed: 93, count: 8, steps: 50, settings: { quality: 'low', shift: 0, tiled: true } })).toEqual([]);
    expect(codes({ ability: 'inpaint' }, { source: input(), mask: input(), references: [input()] })).toEqual([]);
  });

  test.each<[string, Partial<Recipe>, RecipeInputs | undefined, string[]]>([
    ['no words', { prompt: ' \n' }, undefined, ['prompt-missing']],
    ['4 001 characters', { prompt: 'x'.repeat(4001) }, undefined, ['prompt-long: 4000']],
    ['what it should not show', { negativePrompt: 'hands' }, undefined, ['negative-none']],
    ['pixels off the grid', { size: { kind: 'pixels', width: 1000, height: 1024 } }, undefined, ['size: 256 – 2048 px, 0.1 – 4.2 MP, ×16']],
    ['too slim a ratio', { size: { kind: 'ratio', ratio: '4:1' } }, undefined, ['size: 1:3 – 3:1']],
    ['the last seed too large', { seed: 94, count: 8 }, undefined, ['seed-large: 100']],
    ['too many steps', { steps: 51 }, undefined, ['steps-range: 1 – 50']],
    ['a thing it has not', { guidance: 3, strength: 0.5 }, undefined, ['guidance-none', 'strength-none']],
    ['another ability', { ability: 'upscale' }, { source: input(), references: [] }, ['ability: generate, edit, inpaint']],
    ['nothing to edit', { ability: 'edit' }, undefined, ['source-missing']],
    ['something to edit, and nobody asked', {}, { source: input(), references: [] }, ['source-none']],
    ['too many, too large, of the wrong kind', {}, { references: [input({ sizeBytes: 10_000_001 }), input({ width: 9000, height: 9000 }), input({ mediaType: 'image/gif' })] }, ['references-many: 2', 'input-large: 10 MB', 'input-pixels: 36 MP', 'input-type: PNG, JPEG']],
    ['no mask', { ability: 'inpaint' }, { source: input(), references: [] }, ['mask-missing']],
    ['a mask of another size', { ability: 'inpaint' }, { source: input(), mask: input({ width: 511 }), references: [] }, ['mask-size: 511 × 512 ≠ 512 × 512']],
    ['a mask for nothing', { ability: 'edit' }, { source: input(), mask: input(), references: [] }, ['mask-none']],
    ['nowhere to grow', { ability: 'outpaint', grows: { left: 0, top: 0, right: 0, bottom: 0 } }, { source: input(), references: [] }, ['grow-missing']],
    ['growing, and nobody asked', { ability: 'edit', grows: { left: 8, top: 0, right: 0, bottom: 0 } }, { source: input(), references: [] }, ['grow-none']],
    ['too far beyond its edges', { ability: 'outpaint', grows: { left: 5489, top: 0, right: 0, bottom: 0 } }, { source: input(), references: [] }, ['grow-large: 6000 px, 24.0 MP']],
    ['a canvas without words', { ability: 'outpaint', prompt: '', grows: { left: 8, top: 0, right: 0, bottom: 0 } }, { source: input(), references: [] }, ['prompt-missing']],
    ['settings', { settings: { quality: 'best', shift: 3, tiled: 1, sampler: 'x' } }, undefined, ['setting-value: quality: low, high', 'setting-value: shift: 0 – 2', 'setting-value: tiled: true, false', 'setting-unknown: sampler']],
  ])('%s', (_, recipe, inputs, problems) => { expect(codes(recipe, inputs)).toEqual(problems); });

  test('who draws parts or edits by words draws beyond the edges, whatever size the canvas or file has', () => {
    const grows = { left: 301, top: 0, right: 77, bottom: 3 };
    const big = { source: input({ mediaType: 'image/avif', sizeBytes: 40_000_000 }), references: [] };
    const by = (abilities: ImageModel['abilities'], mask: boolean, recipe: Partial<Recipe> = {}) => codes({ ability: 'outpaint', grows, ...recipe }, big, { ...MODEL, abilities, mask });
    expect([by(['outpaint'], true), by(['inpaint'], true), by(['edit'], false)]).toEqual([[], [], []]);
    expect([by(['generate', 'vary'], false), by(['inpaint'], false)]).toEqual([['ability: generate, vary'], ['ability: inpaint']]);
    // What is said to a model without masks needs room in its prompt.
    expect([by(['inpaint'], true, { prompt: 'x'.repeat(4000) }), by(['edit'], false, { prompt: 'x'.repeat(4000) })]).toEqual([[], [expect.stringMatching(/^prompt-long: 3\d{3}$/) as string]]);
  });

  test('named and fixed sizes', () => {
    const named: ImageModel = { ...MODEL, sizes: { kind: 'named', ratios: ['1:1', '16:9'], resolutions: ['1K', '2K'] } };
    expect(codes({ size: { kind: 'ratio', ratio: '16:9', resolution: '2K' } }, undefined, named)).toEqual([]);
    expect(codes({ size: { kind: 'ratio', ratio: '3:2' } }, undefined, named)).toEqual(['size: 1:1, 16:9']);
    expect(codes({ size: { kind: 'ratio', ratio: '1:1', resolution: '4K' } }, undefined, named)).toEqual(['size: 1K, 2K']);
    expect(codes({ size: { kind: 'pixels', width: 1024, height: 1024 } }, undefined, named)).toEqual(['size: 1:1, 16:9, 1K, 2K']);
    const fixed: ImageModel = { ...MODEL, sizes: { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }] } };
    expect(codes({ size: { kind: 'pixels', width: 1024, height: 1024 } }, undefined, fixed)).toEqual([]);
    expect(codes({ size: { kind: 'pixels', width: 512, height: 512 } }, undefined, fixed)).toEqual(['size: 1024 × 1024']);
  });

  test('without references or seeds at all', () => {
    const { references: _, seedMax: __, ...plain } = MODEL;
    expect(codes({ seed: 1 }, { references: [input()] }, plain)).toEqual(['seed-none', 'references-none']);
  });
});
