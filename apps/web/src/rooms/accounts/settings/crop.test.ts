import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centred, hold, shownAt, zoomed, ZOOM_MAX } from './crop.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 12_000 }) });
const number = fc.double({ min: -50, max: 50, noNaN: true });

test('whatever is dragged or zoomed, the window stays filled', () => {
  fc.assert(fc.property(size, number, number, number, (picture, x, y, scale) => {
    for (const crop of [centred(picture), hold(picture, { x, y, scale }), zoomed(picture, centred(picture), scale)]) {
      const shown = shownAt(picture, crop);
      expect(shown.left).toBeLessThanOrEqual(1e-9);
      expect(shown.top).toBeLessThanOrEqual(1e-9);
      expect(shown.left + shown.width).toBeGreaterThanOrEqual(1 - 1e-6);
      expect(shown.top + shown.height).toBeGreaterThanOrEqual(1 - 1e-6);
      expect(crop.scale).toBeLessThanOrEqual(ZOOM_MAX);
    }
  }), { numRuns: 200 });
});

test('a wide picture begins at its middle', () => expect(centred({ width: 300, height: 100 })).toEqual({ x: -1, y: 0, scale: 1 }));
