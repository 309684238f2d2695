import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRID_CELLS_MAX, gridCells, gridProblem, gridSize, promptWith, replaceWords } from './studio-grid-cells.ts';
import { GridAxis } from './studio-grids.ts';
import { Recipe } from './studio.ts';

const RECIPE = Recipe.parse({ prompt: 'a cat and a boat, cat nap', size: { kind: 'ratio', ratio: '1:1', resolution: '1K' } });
const provider = `provider_${'0'.repeat(26)}`;

const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { minLength: 1, maxLength: 70 });
const word = fc.constantFrom('dog', 'dog dog', 'boat', '', 'a', 'cat', 'big {red|blue} cat', '猫', ' dog ');
const anyAxis: fc.Arbitrary<GridAxis> = fc.oneof(
  fc.record({ kind: fc.constant('seed' as const), values: some(fc.nat()) }), fc.record({ kind: fc.constant('steps' as const), values: some(fc.integer({ min: 1, max: 100 })) }),
  fc.record({ kind: fc.constant('guidance' as const), values: some(fc.integer({ min: 0, max: 90 })) }), fc.record({ kind: fc.constant('strength' as const), values: some(fc.double({ min: 0, max: 1, noNaN: true })) }),
  fc.record({ kind: fc.constant('shape' as const), values: some(fc.constantFrom({ kind: 'ratio' as const, ratio: '1:1' }, { kind: 'ratio' as const, ratio: '3:2' }, { kind: 'pixels' as const, width: 512, height: 768 })) }),
  fc.record({ kind: fc.constant('resolution' as const), values: some(fc.constantFrom('1K' as const, '2K' as const)) }),
  fc.record({ kind: fc.constant('model' as const), values: some(fc.constantFrom('a', 'b', 'c').map((modelId) => ({ providerId: provider as never, modelId }))) }),
  fc.record({ kind: fc.constant('style' as const), values: some(fc.constantFrom({ id: '', words: '' }, { id: 'ink', words: 'ink wash' }, { id: 'other', words: 'ink wash' })) }),
  fc.record({ kind: fc.constant('word' as const), search: fc.constantFrom('cat', 'boat', 'a', 'nothing'), values: some(word) }),
);

describe('the cells of a grid', () => {
  test('of any two axes are refused, or as many as was said, all different, each a recipe, and each where its values say', () => {
    let drawn = 0;
    fc.assert(fc.property(fc.array(anyAxis, { minLength: 1, maxLength: 2 }), (axes) => {
      const { columns, rows } = gridSize(axes);
      if (gridProblem(RECIPE, axes)) return;
      drawn += 1;
      const cells = gridCells(RECIPE, axes);
      expect(cells.length).toBe(columns * rows);
      expect(cells.length).toBeLessThanOrEqual(GRID_CELLS_MAX);
      expect(new Set(cells.map(({ recipe }) => JSON.stringify(recipe))).size).toBe(cells.length);
      for (const [slot, { column, row, recipe }] of cells.entries()) {
        expect([row * columns + column, recipe.count]).toEqual([slot, 1]);
        // Nothing undefined, and nothing that the contract does not know.
        expect(Recipe.parse(recipe)).toStrictEqual(recipe);
      }
      // The other way round it is the same grid, turned.
      const turned = gridCells(RECIPE, axes.toReversed());
      if (axes.length === 2) for (const { column, row, recipe } of cells) expect(turned[column * rows + row]?.recipe).toEqual(recipe);
    }), { numRuns: 1500 });
    expect(drawn).toBeGreaterThan(100);
  });

  test('a whole word gives way everywhere, and what was put in never does', () => {
    expect(replaceWords('a cat, a catalogue, cat', [{ search: 'cat', by: 'dog' }])).toBe('a dog, a catalogue, dog');
    expect(replaceWords('a cat and a dog', [{ search: 'cat', by: 'dog' }, { search: 'dog', by: 'cat' }])).toBe('a dog and a cat');
    expect(replaceWords('一只黑猫在黑夜里', [{ search: '黑', by: '白' }])).toBe('一只白猫在白夜里');
    expect(replaceWords('price $5 (about)', [{ search: '$5 (about)', by: '$&' }])).toBe('price $&');
    expect(replaceWords('half-tone [x] {y|z}', [{ search: 'half-tone', by: 'ink' }, { search: '{y|z}', by: 'w' }])).toBe('ink [x] w');
    expect(replaceWords('a cat', [{ search: '', by: 'x' }])).toBe('a cat');
  });

  test('two words, styles, sizes', () => {
    const prompts = gridCells(RECIPE, [{ kind: 'word', search: 'cat', values: ['dog', ''] }, { kind: 'style', values: [{ id: '', words: '' }, { id: 'ink', words: 'ink wash' }] }]).map(({ recipe }) => recipe.prompt);
    expect(prompts).toEqual(['a dog and a boat, dog nap', 'a and a boat, nap', 'a dog and a boat, dog nap, ink wash', 'a and a boat, nap, ink wash']);
    const sizes = gridCells(RECIPE, [{ kind: 'shape', values: [{ kind: 'ratio', ratio: '1:1' }, { kind: 'ratio', ratio: '3:2' }] }, { kind: 'resolution', values: ['1K', '2K'] }]).map(({ recipe: { size } }) => (size.kind === 'ratio' ? `${size.ratio} ${size.resolution}` : ''));
    expect(sizes).toEqual(['1:1 1K', '3:2 1K', '1:1 2K', '3:2 2K']);
    expect(promptWith('一只猫。', 'ink')).toBe('一只猫。 ink');
  });

  test.each<[string, GridAxis[]]>([
    ['few', [{ kind: 'seed', values: [1] }]], ['many', [{ kind: 'seed', values: Array.from({ length: 13 }, (_, seed) => seed) }, { kind: 'guidance', values: [1, 2, 3, 4, 5] }]],
    ['kinds', [{ kind: 'seed', values: [1, 2] }, { kind: 'seed', values: [3, 4] }]], ['kinds', [{ kind: 'word', search: 'cat', values: ['a', 'b'] }, { kind: 'word', search: 'cat', values: ['c', 'd'] }]],
    ['word', [{ kind: 'word', search: 'Cat', values: ['dog', 'bird'] }]], ['same', [{ kind: 'seed', values: [1, 1] }]],
    // Different words that come to the same sentence.
    ['same', [{ kind: 'word', search: 'cat', values: ['dog', 'dog '] }]],
  ])('%s: refused before anything is asked for', (code, axes) => { expect(gridProblem(RECIPE, axes)?.code).toBe(code); });
});
