import fc from 'fast-check';
import { canvasOf, isCanvasTooLarge } from '@komawari/contract/studio-canvas';
import { describe, expect, test } from 'vitest';
import { CANVAS_RATIOS, dragged, growAround, growthOf, growTo, moved, NO_GROWTH, parseGrowth, ratioOf, SIDES, withSide } from './growth.ts';

const SQUARE = { width: 512, height: 512 };

describe('a canvas', () => {
  test('becomes 16:9 from a square with the picture in its middle, and knows its ratio', () => {
    const grown = growTo(SQUARE, '16:9', NO_GROWTH);
    expect(grown).toEqual({ left: 199, right: 199, top: 0, bottom: 0 });
    expect([ratioOf(SQUARE, grown), ratioOf(SQUARE, NO_GROWTH), ratioOf(SQUARE, { ...NO_GROWTH, left: 8 })]).toEqual(['16:9', '1:1', undefined]);
    expect(growAround({ width: 640, height: 320 }, NO_GROWTH)).toEqual({ left: 160, right: 160, top: 80, bottom: 80 });
  });

  test('follows the hand at its edges and corners, and the picture moves on it', () => {
    expect(dragged(SQUARE, NO_GROWTH, ['left', 'top'], { x: -101, y: -30 })).toEqual({ left: 104, top: 32, right: 0, bottom: 0 });
    expect(dragged(SQUARE, { ...NO_GROWTH, right: 40 }, ['right'], { x: -400, y: 0 })).toEqual(NO_GROWTH);
    expect(moved({ left: 100, right: 100, top: 0, bottom: 0 }, { x: 61, y: 40 })).toEqual({ left: 160, right: 40, top: 0, bottom: 0 });
    expect(moved({ left: 100, right: 100, top: 0, bottom: 0 }, { x: -900, y: 0 })).toEqual({ left: 0, right: 200, top: 0, bottom: 0 });
  });

  const side = fc.integer({ min: 0, max: 6000 });
  const growth = fc.record({ left: side, top: side, right: side, bottom: side });
  test('never becomes larger than one may be, whatever is asked, and no side goes into the picture', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 4800 }), growth, fc.constantFrom(...CANVAS_RATIOS), fc.constantFrom(...SIDES), (width, height, start, ratio, edge) => {
      const source = { width, height };
      const all = [growTo(source, ratio, start), growAround(source, start), ...(isCanvasTooLarge(canvasOf(source, start)) ? [] : [withSide(source, start, edge, 9999), dragged(source, start, [edge], { x: 3000, y: -3000 })])];
      for (const one of all) {
        expect(isCanvasTooLarge(canvasOf(source, one))).toBe(false);
        for (const name of SIDES) expect(one[name]).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 200 });
  });
});

test('what was kept is read again, and means nothing for another picture', () => {
  const held = { sourceId: 'a', left: 8, top: 0, right: 0, bottom: 0, isRedrawn: true };
  expect(parseGrowth(JSON.parse(JSON.stringify(held)))).toEqual(held);
  expect([parseGrowth({ ...held, left: -1 }), parseGrowth({ ...held, top: 'x' }), parseGrowth(null), parseGrowth({ left: 8 })]).toEqual([null, null, null, null]);
  expect([growthOf({ source: { id: 'a' }, grows: held }), growthOf({ source: { id: 'b' }, grows: held }), growthOf({ source: null })]).toEqual([{ left: 8, top: 0, right: 0, bottom: 0, isRedrawn: true }, undefined, undefined]);
});
