import { ImageModel } from '@komawari/contract';
import { recipeProblems } from '@komawari/contract/studio-check';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { EMPTY_DRAFT, maskOf, parseDraft, recipeOf, workOf, worksOf, type Draft, type HeldInput, type HeldMask } from '../desk/draft.ts';
import { partsOf } from '../desk/form-parts.ts';
import { addDeed, beginStroke, extendStroke, keptDeeds, NO_WORK, parseDeeds, redoDeed, undoDeed, type Deed, type MaskWork, type Stroke } from './mask-deeds.ts';
import { paintMask, screenSize } from './paint-mask.ts';

const SIZE = { width: 640, height: 360 };
const spot = fc.record({ x: fc.double({ min: -5000, max: 5000, noNaN: true }), y: fc.double({ min: -5000, max: 5000, noNaN: true }) });
const size = fc.record({ width: fc.integer({ min: 1, max: 8000 }), height: fc.integer({ min: 1, max: 8000 }) });
const tool = fc.constantFrom<Stroke['kind']>('brush', 'erase', 'lasso');
const stroked = (kind: Stroke['kind'], spots: readonly { x: number; y: number }[], of = SIZE): Stroke => spots.slice(1).reduce((stroke, at) => extendStroke(stroke, at, of), beginStroke(kind, 20, spots[0] ?? { x: 0, y: 0 }, of));
const deed: fc.Arbitrary<Deed> = fc.oneof(fc.constant<Deed>({ kind: 'invert' }), fc.constant<Deed>({ kind: 'clear' }), fc.tuple(tool, fc.array(spot, { minLength: 1, maxLength: 12 })).map(([kind, spots]) => stroked(kind, spots)));

describe('what the hand does', () => {
  test('a stroke never leaves its picture, and lies on whole pixels', () => fc.assert(fc.property(tool, size, fc.array(spot, { minLength: 1, maxLength: 30 }), (kind, of, spots) => {
    const { points } = stroked(kind, spots, of);
    points.forEach((value, at) => expect(Number.isInteger(value) && value >= 0 && value <= (at % 2 === 0 ? of.width : of.height)).toBe(true));
  })));

  test('as often undone as done gives what was before, and done again what was after', () => fc.assert(fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 8 }), (before, more) => {
    const from: MaskWork = { deeds: before, undone: [] };
    const done = more.reduce(addDeed, from);
    const back = more.reduce((work) => undoDeed(work), done);
    expect(back.deeds).toEqual(before);
    expect(more.reduce((work) => redoDeed(work), back)).toEqual({ ...done, undone: [] });
  })));

  test('nothing to undo changes nothing, and a new deed ends what could be done again', () => {
    expect([undoDeed(NO_WORK), redoDeed(NO_WORK)]).toEqual([NO_WORK, NO_WORK]);
    const clear: Deed = { kind: 'clear' };
    expect(addDeed(undoDeed(addDeed(NO_WORK, clear)), { kind: 'invert' })).toEqual({ deeds: [{ kind: 'invert' }], undone: [] });
  });

  test('points that nobody would see are not kept', () => {
    expect(stroked('brush', [{ x: 1, y: 1 }, { x: 1.2, y: 1 }, { x: 2, y: 1 }, { x: 40, y: 1 }]).points).toEqual([1, 1, 40, 1]);
  });

  test('what a clearing hides is left out, and of too much the nearest points go, ends never', () => {
    const long: Stroke = { kind: 'lasso', points: Array.from({ length: 50_000 }, (_, at) => (at % 2 === 0 ? (at / 2) % 640 : 7)) };
    const [kept] = keptDeeds([stroked('brush', [{ x: 3, y: 3 }]), { kind: 'clear' }, long]);
    expect(kept?.kind === 'lasso' && kept.points.length <= 30_000 && kept.points.slice(0, 2).concat(kept.points.slice(-2))).toEqual([...long.points.slice(0, 2), ...long.points.slice(-2)]);
  });

  test('what was kept is read again; what others wrote is not', () => fc.assert(fc.property(fc.array(deed, { maxLength: 6 }), (deeds) => {
    expect(parseDeeds(JSON.parse(JSON.stringify([...deeds, { kind: 'brush', points: [1] }, { kind: 'brush', radius: 3, points: [1, 1e9] }, 7, null])), SIZE)).toEqual(deeds);
  })));
});

describe('on paper', () => {
  const paperOf = () => ({ clearRect: vi.fn(), fillRect: vi.fn(), beginPath: vi.fn(), arc: vi.fn(), lineTo: vi.fn(), fill: vi.fn(), stroke: vi.fn(), save: vi.fn(), restore: vi.fn(), scale: vi.fn() });

  test('the same deeds fill the screen and the picture, each in its own pixels', () => {
    const deeds: Deed[] = [stroked('brush', [{ x: 10, y: 10 }]), { kind: 'invert' }];
    for (const sheet of [SIZE, { width: 64, height: 36 }]) {
      const paper = paperOf();
      paintMask(paper as never, deeds, { size: SIZE, sheet, colour: 'white' });
      expect(paper.scale).toHaveBeenCalledWith(sheet.width / SIZE.width, sheet.height / SIZE.height);
      expect(paper.arc).toHaveBeenCalledWith(10, 10, 20, 0, Math.PI * 2);
      expect(paper.fillRect).toHaveBeenCalledWith(0, 0, sheet.width, sheet.height);
    }
  });

  test('the screen has the shape of the picture and is never large', () => fc.assert(fc.property(size, (of) => {
    const { width, height } = screenSize(of);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
    expect(Math.abs(width - (of.width * height) / of.height)).toBeLessThanOrEqual(Math.max(of.width / of.height, 1) + 1);
  })));
});

describe('in the form', () => {
  const SIZES = { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 2048, areaMin: 4096, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] } as const;
  const model = (part: object = {}) => ImageModel.parse({ id: 'm', name: 'M', abilities: ['generate', 'vary', 'inpaint'], countMax: 1, promptMax: 100, mask: true, progress: 'none', sizes: SIZES, settings: [], ...part });
  const id = (n: number) => `input_${String(n).padStart(26, '0')}`;
  const source: HeldInput = { id: id(1), mediaType: 'image/png', ...SIZE, sizeBytes: 10, thumb: '' };
  const mask: HeldMask = { ...source, id: id(2), sourceId: id(1), deeds: [stroked('brush', [{ x: 9, y: 9 }])] };
  const draft: Draft = { ...EMPTY_DRAFT, prompt: 'a cat', work: 'inpaint', source, mask };
  const offer = (part: object = {}) => ({ providerId: `provider_${'0'.repeat(26)}` as never, providerName: 'P', bills: false, isDefault: false, price: null, model: model(part) });

  test('it is offered only where the model takes a mask', () => {
    expect([worksOf(model()), workOf(draft, model()), partsOf(model(), draft).mask]).toEqual([['vary', 'inpaint', 'outpaint'], 'inpaint', true]);
    expect([worksOf(model({ mask: false })), workOf(draft, model({ mask: false })), partsOf(model({ mask: false }), draft).mask]).toEqual([['vary'], 'vary', false]);
    expect(recipeOf(draft, offer({ mask: false })).maskId).toBeUndefined();
  });

  test('the mask goes with its own picture and no other, and is asked for where it is missing', () => {
    expect(recipeOf(draft, offer())).toMatchObject({ ability: 'inpaint', sourceId: id(1), maskId: id(2) });
    const other: Draft = { ...draft, source: { ...source, id: id(3) } };
    expect([maskOf(other), recipeOf(other, offer()).maskId]).toEqual([null, undefined]);
    expect(recipeProblems(recipeOf(other, offer()), model(), { source, references: [] }).map(({ code }) => code)).toEqual(['mask-missing']);
  });

  test('one of another size is refused before it is sent', () => {
    expect(recipeProblems(recipeOf(draft, offer()), model(), { source, mask: { ...mask, width: 639 }, references: [] })).toEqual([{ code: 'mask-size', field: 'maskId', limit: '639 × 360 ≠ 640 × 360' }]);
    expect(recipeProblems(recipeOf(draft, offer()), model(), { source, mask, references: [] })).toEqual([]);
  });

  test('the picture keeps its own size, as near as the model comes to it', () => {
    expect(recipeOf(draft, offer()).size).toEqual({ kind: 'pixels', width: 640, height: 360 });
    expect(recipeOf({ ...draft, work: 'vary' }, offer()).size).toMatchObject(EMPTY_DRAFT.size);
    expect(recipeOf(draft, offer({ sizes: { kind: 'named', ratios: ['1:1', '16:9'], resolutions: ['1K'] } })).size).toEqual({ kind: 'ratio', ratio: '16:9', resolution: '1K' });
    fc.assert(fc.property(fc.integer({ min: 20, max: 9000 }), fc.double({ min: 0.3, max: 3, noNaN: true }), (width, aspect) => {
      const of = { ...source, width, height: Math.max(20, Math.round(width / aspect)) };
      const recipe = recipeOf({ ...draft, source: of }, offer());
      expect(recipeProblems(recipe, model(), { source: of, mask: { ...mask, ...of }, references: [] }).filter(({ field }) => field === 'size')).toEqual([]);
    }));
  });

  test('it is there again after a refresh, with what the hand did', () => {
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    expect(parseDraft(JSON.stringify({ ...draft, mask: { ...mask, sourceId: 5 } })).mask).toBeNull();
  });
});
