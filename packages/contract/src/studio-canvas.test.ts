import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canvasOf, overlapOf, placeOnSheet, sheetOf, wayToExtend, type Growth } from './studio-canvas.ts';
import type { SizeRule } from './studio-models.ts';

const NOTHING: Growth = { left: 0, top: 0, right: 0, bottom: 0 };
const FREE = { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 2048, areaMin: 4096, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] } satisfies SizeRule;
const THREE = { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }] } satisfies SizeRule;
const NAMED = { kind: 'named', ratios: ['1:1', '3:2', '2:3', '16:9', '9:16', '21:9'], resolutions: ['1K', '2K', '4K'] } satisfies SizeRule;

test('who can draw parts can draw beyond the edges, and who edits by words too', () => {
  expect([
    wayToExtend({ abilities: ['edit', 'inpaint', 'outpaint'], mask: true }), wayToExtend({ abilities: ['edit', 'inpaint'], mask: true }), wayToExtend({ abilities: ['edit', 'inpaint'], mask: false }),
    wayToExtend({ abilities: ['inpaint'], mask: false }), wayToExtend({ abilities: ['generate', 'vary', 'upscale'], mask: true }),
  ]).toEqual(['outpaint', 'inpaint', 'edit', undefined, undefined]);
});

describe('the sheet that a model draws', () => {
  test('is the canvas itself where the model draws it', () => {
    expect(sheetOf({ width: 1024, height: 512 }, FREE)).toEqual({ width: 1024, height: 512, asked: { width: 1024, height: 512 }, scale: 1, box: { left: 0, top: 0, width: 1024, height: 512 } });
  });

  test('has a rim that is cut away where the grid, the ratio or the sizes of the model want it', () => {
    expect(sheetOf({ width: 1021, height: 512 }, FREE)).toMatchObject({ width: 1024, height: 512, scale: 1, box: { left: 1, width: 1021 } });
    expect(sheetOf({ width: 1000, height: 100 }, FREE)).toMatchObject({ width: 1000, height: 256, scale: 1, box: { left: 0, top: 78, width: 1000, height: 100 } });
    expect(sheetOf({ width: 1600, height: 900 }, THREE)).toMatchObject({ asked: { width: 1536, height: 1024 }, box: { left: 0, top: 80, width: 1536, height: 864 } });
    expect(sheetOf({ width: 1600, height: 900 }, NAMED)).toMatchObject({ asked: { ratio: '16:9', resolution: '2K' }, width: 1600, height: 900, scale: 1 });
    expect(sheetOf({ width: 512, height: 512 }, THREE)).toMatchObject({ width: 1024, height: 1024, scale: 2 });
  });

  test('is smaller than a canvas that is too large for the model', () => {
    expect(sheetOf({ width: 4096, height: 2048 }, FREE)).toMatchObject({ width: 2048, height: 1024, scale: 0.5 });
  });

  const side = fc.integer({ min: 1, max: 6000 });
  const free = fc.record({ multipleOf: fc.constantFrom(1, 8, 16, 64), sideMin: fc.constantFrom(64, 256, 512), sideMax: fc.constantFrom(1024, 2048, 3840), aspectMax: fc.constantFrom(2, 3, 4, 16) })
    .map((part): SizeRule => ({ ...FREE, ...part, areaMin: part.sideMin ** 2, areaMax: part.sideMax ** 2 }));

  test('is always one that the model draws, holds the whole canvas in its ratio, and has no needless rim', () => {
    fc.assert(fc.property(side, side, fc.oneof(free, fc.constant<SizeRule>(THREE), fc.constant<SizeRule>(NAMED)), (width, height, rule) => {
      const sheet = sheetOf({ width, height }, rule);
      const { box, scale, asked } = sheet;
      expect(box.left >= 0 && box.top >= 0 && box.left + box.width <= sheet.width && box.top + box.height <= sheet.height).toBe(true);
      expect(Math.abs(box.width - width * scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(box.height - height * scale)).toBeLessThanOrEqual(1);
      if (rule.kind === 'named') expect('ratio' in asked && rule.ratios.includes(asked.ratio)).toBe(true);
      if (rule.kind === 'fixed') expect(rule.sizes).toContainEqual(asked);
      if (rule.kind !== 'free') return;
      expect([sheet.width % rule.multipleOf, sheet.height % rule.multipleOf]).toEqual([0, 0]);
      const [long, short] = [Math.max(sheet.width, sheet.height), Math.min(sheet.width, sheet.height)];
      expect([short >= rule.sideMin, long <= rule.sideMax, sheet.width * sheet.height >= rule.areaMin, sheet.width * sheet.height <= rule.areaMax, long / short <= rule.aspectMax + 1e-9]).toEqual(Array(5).fill(true));
      // At least one side fills the sheet, but for the grid.
      if (short > rule.sideMin + rule.multipleOf) expect(Math.min(sheet.width - box.width, sheet.height - box.height)).toBeLessThanOrEqual(2 * rule.multipleOf);
    }), { numRuns: 400 });
  });

  test('the picture stands where it grew from, and reaches the edge of the canvas where it does not grow', () => {
    fc.assert(fc.property(fc.integer({ min: 16, max: 1500 }), fc.integer({ min: 16, max: 1500 }), fc.record({ left: fc.integer({ min: 0, max: 1000 }), top: fc.integer({ min: 0, max: 1000 }), right: fc.integer({ min: 0, max: 1000 }), bottom: fc.constant(0) }), (width, height, grows) => {
      const source = { width, height };
      const sheet = sheetOf(canvasOf(source, grows), FREE);
      const place = placeOnSheet(sheet, source, grows);
      expect(Math.abs(place.left - sheet.box.left - grows.left * sheet.scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(place.width - width * sheet.scale)).toBeLessThanOrEqual(2);
      expect(place.top + place.height).toBe(sheet.box.top + sheet.box.height);
      expect(place.left >= 0 && place.top >= 0 && place.width >= 1 && place.left + place.width <= sheet.width).toBe(true);
    }), { numRuns: 200 });
  });
});

test('the new part reaches a little into the picture, and only where it grows', () => {
  expect(overlapOf({ width: 800, height: 640 }, { ...NOTHING, left: 200 })).toEqual({ left: 40, top: 0, right: 0, bottom: 0 });
  expect(overlapOf({ width: 9, height: 640 }, { ...NOTHING, top: 1, right: 1 })).toEqual({ left: 0, top: 3, right: 3, bottom: 0 });
});
