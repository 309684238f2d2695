import { recipeProblems, Recipe, type ImageModel, type SizeRule } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseSize } from './choose-size.ts';

const model = (sizes: SizeRule): ImageModel => ({ id: 'm', name: 'M', abilities: ['generate'], sizes, countMax: 1, promptMax: 1000, mask: false, progress: 'none', settings: [] });

const rules: fc.Arbitrary<SizeRule> = fc.oneof(
  fc.record({ kind: fc.constant('named' as const), ratios: fc.subarray(['1:1', '3:2', '2:3', '16:9', '9:16', '21:9'], { minLength: 1 }), resolutions: fc.subarray(['512', '1K', '2K', '4K'] as const) }).map((rule) => ({ ...rule, resolutions: [...rule.resolutions] })),
  fc.record({ kind: fc.constant('fixed' as const), sizes: fc.array(fc.record({ width: fc.integer({ min: 64, max: 4096 }), height: fc.integer({ min: 64, max: 4096 }) }), { minLength: 1, maxLength: 8 }) }),
  fc.record({ multipleOf: fc.constantFrom(1, 8, 16, 64), sideMin: fc.constantFrom(64, 256, 512), sideMax: fc.constantFrom(1024, 2048, 4096), aspectMax: fc.constantFrom(1, 2, 3, 16) })
    .map((rule) => ({ kind: 'free' as const, ...rule, areaMin: rule.sideMin ** 2, areaMax: rule.sideMax ** 2, resolutions: ['1K' as const] })),
);

test('whatever a model draws, the size asked for is one of them', () => {
  fc.assert(fc.property(rules, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (rule, width, height) => {
    const size = chooseSize(rule, { width, height });
    const problems = recipeProblems(Recipe.parse({ prompt: 'p', size }), model(rule), { references: [] });
    expect(problems, JSON.stringify({ rule, size })).toEqual([]);
  }), { numRuns: 300 });
});

test('the shape is the nearest there is, and a megapixel is enough', () => {
  expect(chooseSize({ kind: 'named', ratios: ['1:1', '16:9', '9:16'], resolutions: ['2K', '1K'] }, { width: 900, height: 500 })).toEqual({ kind: 'ratio', ratio: '16:9', resolution: '1K' });
  expect(chooseSize({ kind: 'fixed', sizes: [{ width: 256, height: 256 }, { width: 1024, height: 1024 }, { width: 1536, height: 1024 }] }, { width: 500, height: 480 })).toEqual({ kind: 'pixels', width: 1024, height: 1024 });
  expect(chooseSize({ kind: 'free', multipleOf: 8, sideMin: 256, sideMax: 2048, areaMin: 65_536, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] }, { width: 2000, height: 1000 })).toEqual({ kind: 'pixels', width: 1448, height: 728 });
});
