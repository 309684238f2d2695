import type { Crop } from '@komawari/comic';
import fc from 'fast-check';
import { placeInFrame } from '@komawari/comic/edit';
import { describe, expect, test } from 'vitest';
import { isWhole, pan, percentIn, WHOLE, zoomAt } from './crop-moves.ts';

const size = fc.record({ width: fc.integer({ min: 40, max: 4000 }), height: fc.integer({ min: 40, max: 4000 }) });

describe('a crop', () => {
  test('follows the hand until the edge, and comes back at once', () => {
    const [picture, frame] = [{ width: 1000, height: 500 }, { width: 500, height: 500 }];
    expect(pan(WHOLE, { x: -100, y: 0 }, picture, frame)).toEqual({ x: 0.6, y: 0.5, zoom: 1 });
    const edge = pan(WHOLE, { x: -9000, y: 50 }, picture, frame);
    expect(edge).toEqual({ x: 0.75, y: 0.5, zoom: 1 });
    expect(pan(edge, { x: 100, y: 0 }, picture, frame).x).toBe(0.65);
  });

  test('zooms round the finger', () => {
    const [picture, frame] = [{ width: 500, height: 500 }, { width: 500, height: 500 }];
    const at = { x: 125, y: 250 };
    const near = zoomAt(WHOLE, 2, at, picture, frame);
    const { scale, x } = placeInFrame(picture, frame, near);
    expect((at.x - x) / scale).toBeCloseTo(125, 0);
    expect(zoomAt(near, 0.01, at, picture, frame)).toEqual(WHOLE);
    expect([isWhole(undefined), isWhole(WHOLE), isWhole(near)]).toEqual([true, true, false]);
  });

  test('always covers its frame, whatever is done to it', () => {
    const move = fc.oneof(fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }), fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) }));
    fc.assert(fc.property(size, size, fc.array(move, { maxLength: 12 }), (picture, frame, moves) => {
      const crop = moves.reduce<Crop>((now, one) => ('factor' in one ? zoomAt(now, one.factor, one, picture, frame) : pan(now, one, picture, frame)), WHOLE);
      expect(crop.x).toBeGreaterThanOrEqual(0);
      expect(crop.x).toBeLessThanOrEqual(1);
      expect(crop.zoom).toBeLessThanOrEqual(8);
      const place = percentIn(picture, frame, crop);
      expect(parseFloat(place.left)).toBeLessThanOrEqual(0.001);
      expect(parseFloat(place.left) + parseFloat(place.width)).toBeGreaterThanOrEqual(99.9);
      expect(parseFloat(place.top) + parseFloat(place.height)).toBeGreaterThanOrEqual(99.9);
    }), { numRuns: 200 });
  });
});
