import type { ImageModel, ImageModelOffer } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, type Draft } from '../desk/draft.ts';
import { styleOffers } from '../templates/style-list.ts';
import { firstNumbers, readNumbers } from './axis-values.ts';
import { sheetLayout } from './contact-sheet.ts';
import { costOfCells } from './cost-of-cells.ts';
import { addressOf, askedGrid, choicesOf, EMPTY_GRID, freshAxis, kindsOf, NO_AXIS, parseGrid, type AxisDraft, type Palette } from './grid-draft.ts';

const PLAIN: ImageModel = { id: 'plain', name: 'Plain', abilities: ['generate'], countMax: 1, promptMax: 4000, mask: false, progress: 'none', settings: [], sizes: { kind: 'named', ratios: ['1:1'], resolutions: ['1K'] } };
const RICH: ImageModel = { ...PLAIN, id: 'rich', name: 'Rich', seedMax: 1000, steps: { min: 1, max: 50, step: 1, default: 20 }, guidance: { min: 1, max: 20, step: 0.5, default: 7 }, sizes: { kind: 'named', ratios: ['1:1', '3:2', '16:9'], resolutions: ['1K', '2K'] } };
const offerOf = (model: ImageModel, part: Partial<ImageModelOffer> = {}): ImageModelOffer => ({ providerId: `provider_${'0'.repeat(26)}` as never, providerName: 'P', bills: false, isDefault: model === RICH, model, price: null, ...part });
const OFFERS = [offerOf(RICH), offerOf(PLAIN)];
const [RICH_OFFER, PLAIN_OFFER] = OFFERS as [ImageModelOffer, ImageModelOffer];
const PALETTE: Palette = { offers: OFFERS, styles: styleOffers([], (name) => name) };
const DRAFT: Draft = { ...EMPTY_DRAFT, prompt: 'a cat in rain', steps: 9, seed: 5 };
const axis = (part: Partial<AxisDraft>): AxisDraft => ({ ...NO_AXIS, ...part });
const asked = (across: AxisDraft, down: AxisDraft = NO_AXIS, draft = DRAFT) => askedGrid({ across, down }, draft, RICH_OFFER, PALETTE);

describe('numbers as they are written', () => {
  test.each<[string, number[], string[]]>([
    ['4, 8,12', [4, 8, 12], []], ['1..8 by 2', [1, 3, 5, 7], []], ['0.1..0.5 by 0.1', [0.1, 0.2, 0.3, 0.4, 0.5], []], ['4..1', [4, 3, 2, 1], []], ['1-3; 9', [1, 2, 3, 9], []],
    ['１０、２０', [10, 20], []], ['1～7 每 3', [1, 4, 7], []], ['5, 5, 4..6', [5, 4, 6], []], ['', [], []], ['x, 3, 1..2 by 0, -4', [3], ['x', '1..2 by 0', '-4']],
  ])('%s', (text, values, faults) => { expect(readNumbers(text)).toEqual({ values, faults }); });

  test('whatever is written: no more than can be refused as too many, each once, each a number', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom('1', '9', '.', '..', ' by ', ',', '-', '1e9', '99999999999')).map((parts) => parts.join(''))), (text) => {
      const { values } = readNumbers(text);
      expect(values.length).toBeLessThanOrEqual(200);
      expect(new Set(values).size).toBe(values.length);
      expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }), { numRuns: 400 });
  });

  test('three to begin with stand on the steps of the range', () => {
    expect([firstNumbers({ min: 1, max: 50, step: 1 }), firstNumbers({ min: 0, max: 1, step: 0.01 }), firstNumbers({ min: 3, max: 3, step: 1 })]).toEqual(['11, 26, 40', '0.2, 0.5, 0.8', '3']);
  });
});

describe('a grid being set up', () => {
  test('changes only what the chosen model knows', () => {
    expect(kindsOf(DRAFT, RICH_OFFER, OFFERS)).toEqual(['seed', 'steps', 'guidance', 'shape', 'resolution', 'style', 'model', 'word']);
    expect(kindsOf(DRAFT, PLAIN_OFFER, [PLAIN_OFFER])).toEqual(['style', 'word']);
  });

  test('whatever can change begins with values that the model can draw', () => {
    for (const kind of kindsOf(DRAFT, RICH_OFFER, OFFERS).filter((one) => one !== 'word' && one !== 'model')) {
      const grid = asked(freshAxis(kind, DRAFT, RICH_OFFER, OFFERS));
      expect([kind, grid.problem, grid.refused, grid.cells.length > 1]).toEqual([kind, undefined, undefined, true]);
    }
  });

  test('what goes across is no part of what stays, and the rest is as the form has it', () => {
    const { recipe, cells, axes } = asked(axis({ kind: 'style', picked: ['', 'ink'] }), axis({ kind: 'steps', text: '10..30 by 10' }), { ...DRAFT, style: 'manga', styleWords: 'manga' });
    expect([recipe.prompt, recipe.style, recipe.count, recipe.seed, axes.map(({ kind }) => kind)]).toEqual(['a cat in rain', undefined, 1, 5, ['style', 'steps']]);
    expect(cells.map(({ recipe: one }) => [one.steps, one.style?.id])).toEqual([[10, undefined], [10, 'ink'], [20, undefined], [20, 'ink'], [30, undefined], [30, 'ink']]);
  });

  test('models are compared by what all of them know', () => {
    const grid = asked(axis({ kind: 'model', picked: OFFERS.map(addressOf) }));
    expect([grid.refused, grid.recipe.steps, grid.recipe.seed, grid.cells.map(({ recipe }) => recipe.model?.modelId)]).toEqual([undefined, undefined, undefined, ['rich', 'plain']]);
  });

  test('says what is wrong before anything is sent', () => {
    expect(asked(axis({ kind: 'word', search: 'dog', text: 'bird\nfish' })).problem).toEqual({ code: 'word', axis: 0, search: 'dog' });
    expect(asked(axis({ kind: 'seed', text: '1..100' })).problem).toEqual({ code: 'many', count: 100 });
    expect(asked(axis({ kind: 'steps', text: '10, 60' })).refused).toMatchObject({ cell: { column: 1 }, problem: { code: 'steps-range' } });
    expect(asked(axis({ kind: 'shape', picked: [] })).problem).toEqual({ code: 'few' });
    expect(asked(axis({ kind: 'seed', text: '1, 2000' })).refused?.problem.code).toBe('seed-large');
  });

  test('what the words ask for has to be written, or changes along a side', () => {
    const sides = axis({ kind: 'steps', text: '10, 20' });
    const words = { ...DRAFT, prompt: 'a {{Hair}} {{animal=cat}}' };
    expect(asked(sides, NO_AXIS, words).unfilled).toBe('Hair');
    expect(asked(sides, NO_AXIS, { ...words, values: { hair: 'red' } })).toMatchObject({ recipe: { variables: { hair: 'red' } }, cells: [{}, {}] });
    expect(asked(sides, NO_AXIS, { ...words, values: { hair: 'red' } }).unfilled).toBeUndefined();
    expect(asked(axis({ kind: 'word', search: '{{Hair}}', text: 'red\nblue' }), NO_AXIS, words)).toMatchObject({ cells: [{ recipe: { prompt: 'a red {{animal=cat}}' } }, {}] });
    expect(asked(axis({ kind: 'word', search: '{{Hair}}', text: 'red\nblue' }), NO_AXIS, words).unfilled).toBeUndefined();
  });

  test('what another hand has kept is read, or is as if it were not there', () => {
    expect(parseGrid(JSON.stringify({ across: axis({ kind: 'seed', text: '1..2' }), down: { kind: 'nonsense' } }))).toEqual({ across: axis({ kind: 'seed', text: '1..2' }), down: NO_AXIS });
    for (const json of [undefined, '', 'null', '[]', '{"across":{"kind":7}}']) expect(parseGrid(json)).toEqual(EMPTY_GRID);
    expect(choicesOf('seed', RICH, PALETTE)).toEqual([]);
  });
});

test('what it costs is the sum of who draws', () => {
  const [cents, dear] = [offerOf(RICH, { bills: true, price: { currency: 'USD', perPictureMicros: 20_000 } }), offerOf(PLAIN, { bills: true, price: { currency: 'USD', perPictureMicros: 500_000 } })];
  expect(costOfCells([cents, cents, dear], 'en')).toEqual({ kind: 'about', text: '$0.54' });
  expect(costOfCells([RICH_OFFER, PLAIN_OFFER], 'en')).toEqual({ kind: 'free' });
  expect(costOfCells([cents, offerOf(PLAIN, { bills: true })], 'en')).toEqual({ kind: 'unknown' });
  expect(costOfCells([cents, offerOf(PLAIN, { bills: true, price: { currency: 'EUR', perPictureMicros: 1_000_000 } })], 'en')).toEqual({ kind: 'about', text: '$0.02 + €1.00' });
});

test('a sheet of any grid fits what a browser holds, and its cells do not touch', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }), fc.double({ min: 0.25, max: 4, noNaN: true }), (columns, rows, aspect) => {
    fc.pre(columns * rows <= 64);
    const { widthPx, heightPx, cell, gapPx } = sheetLayout({ columns: Array.from({ length: columns }, String), rows: Array.from({ length: rows }, String), aspect });
    expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(8192);
    expect(widthPx * heightPx).toBeLessThanOrEqual(32_000_000);
    expect([gapPx >= 1, cell.widthPx / cell.heightPx > aspect * 0.8, cell.widthPx / cell.heightPx < aspect * 1.25]).toEqual([true, true, true]);
  }), { numRuns: 200 });
});
