import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ZOOM, panBy, ZOOM_MAX, ZOOM_STEP, zoomBy } from './zoom.ts';

const view = { width: 400, height: 800 };

describe('keys and buttons', () => {
  test('a press looks closer at the middle, by the same step each time, and as many presses come back', () => {
    const once = zoomBy(NO_ZOOM, ZOOM_STEP, view);
    expect(once.scale).toBeCloseTo(1.4);
    expect([200 * once.scale + once.x, 400 * once.scale + once.y]).toEqual([expect.closeTo(200), expect.closeTo(400)]);
    expect(zoomBy(once, ZOOM_STEP, view).scale).toBeCloseTo(1.96);
    expect(zoomBy(once, 1 / ZOOM_STEP, view)).toEqual(NO_ZOOM);
  });

  test('no press goes beyond the whole picture or the closest look', () => {
    expect(zoomBy(NO_ZOOM, 1 / ZOOM_STEP, view)).toEqual(NO_ZOOM);
    const closest = Array.from({ length: 9 }).reduce<typeof NO_ZOOM>((zoom) => zoomBy(zoom, ZOOM_STEP, view), NO_ZOOM);
    expect(closest.scale).toBe(ZOOM_MAX);
  });

  test('whatever is pressed and dragged, the picture covers the view', () => {
    const move = fc.oneof(fc.constantFrom(ZOOM_STEP, 1 / ZOOM_STEP), fc.record({ dx: fc.integer({ min: -900, max: 900 }), dy: fc.integer({ min: -900, max: 900 }) }));
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const { scale, x, y } = moves.reduce<typeof NO_ZOOM>((zoom, one) => (typeof one === 'number' ? zoomBy(zoom, one, view) : panBy(zoom, one.dx, one.dy, view)), NO_ZOOM);
      expect(scale >= 1 && scale <= ZOOM_MAX && x <= 0 && y <= 0).toBe(true);
      expect(view.width * scale + x).toBeGreaterThanOrEqual(view.width - 1e-6);
      expect(view.height * scale + y).toBeGreaterThanOrEqual(view.height - 1e-6);
    }));
  });
});
