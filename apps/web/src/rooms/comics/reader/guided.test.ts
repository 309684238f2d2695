import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cameraTo, stepAt, stepsOf, type Page } from './guided.ts';
import { NO_ZOOM, panBy, toggleZoom, zoomAt, ZOOM_MAX } from './zoom.ts';

const page = (number: number, panels: Page['panels']): Page => ({ number, width: 1000, height: 1500, picture: null, preview: null, panels, alternative: [] });
const book = [page(1, [{ id: 'a', x: 0, y: 0, width: 1000, height: 1500 }]), page(2, [{ id: 'b', x: -50, y: 40, width: 600, height: 400 }, { id: 'c', x: 600, y: 40, width: 300, height: 400 }]), page(3, [])];
const view = { width: 400, height: 800 };

describe('the guided view', () => {
  test('goes panel by panel; pages of one panel or none are shown whole', () => {
    expect(stepsOf(book, false).map(({ page: n, panelId }) => [n, panelId])).toEqual([[1, null], [2, 'b'], [2, 'c'], [3, null]]);
    expect(stepsOf(book, true).map(({ page: n, panelId }) => [n, panelId])).toEqual([[1, null], [2, null], [2, 'b'], [2, 'c'], [3, null]]);
    expect(stepsOf(book, false)[1]?.box).toEqual({ x: 0, y: 40, width: 550, height: 400 });
  });

  test('finds where somebody was', () => {
    const steps = stepsOf(book, false);
    expect([stepAt(steps, 2, 'c'), stepAt(steps, 2, 'gone'), stepAt(steps, 3, null), stepAt(steps, 99, null), stepAt([], 1, null)]).toEqual([2, 1, 3, -1, -1]);
  });

  test('the camera shows the whole box inside of its margins', () => {
    const number = fc.integer({ min: 0, max: 900 });
    fc.assert(fc.property(number, number, fc.integer({ min: 20, max: 1000 }), fc.integer({ min: 20, max: 1500 }), (x, y, width, height) => {
      const camera = cameraTo({ x, y, width, height }, book[1]!, view, 16);
      const [left, top, right, bottom] = [x * camera.scale + camera.x, y * camera.scale + camera.y, (x + width) * camera.scale + camera.x, (y + height) * camera.scale + camera.y];
      expect(left).toBeGreaterThan(15.9);
      expect(top).toBeGreaterThan(15.9);
      expect(right).toBeLessThan(view.width - 15.9);
      expect(bottom).toBeLessThan(view.height - 15.9);
    }), { numRuns: 60 });
  });
});

describe('zoom', () => {
  test('keeps what is under the finger, and never lets the page leave the view', () => {
    const closer = zoomAt(NO_ZOOM, 2, { x: 100, y: 300 }, view);
    expect(closer).toEqual({ scale: 2, x: -100, y: -300 });
    expect(panBy(closer, 1000, -5000, view)).toEqual({ scale: 2, x: 0, y: -800 });
    expect(zoomAt(closer, 99, { x: 0, y: 0 }, view).scale).toBe(ZOOM_MAX);
    expect(zoomAt(closer, 0.1, { x: 0, y: 0 }, view)).toEqual(NO_ZOOM);
    expect(toggleZoom(toggleZoom(NO_ZOOM, { x: 5, y: 5 }, view), { x: 5, y: 5 }, view)).toEqual(NO_ZOOM);
  });
});
