import { expect, test } from 'vitest';
import { fittedView, keptView } from './canvas-view.ts';
import { NO_GROWTH } from './growth.ts';

test('a canvas is whole in the middle with room around it; under a dragging hand the picture does not move', () => {
  const [stage, source] = [{ width: 400, height: 200 }, { width: 100, height: 100 }];
  const start = { ...NO_GROWTH, left: 100 };
  const view = fittedView(stage, source, start);
  expect(view).toEqual({ scale: 1.48, left: 52, top: 26 });
  const picture = (at: { left: number; scale: number }, left: number) => Math.round((at.left + left * at.scale) * 1000);
  const grown = { ...start, left: 160 };
  expect(picture(keptView(view, start, grown, false), 160)).toBe(picture(view, 100));
  expect(keptView(view, start, { ...start, left: 60, right: 40 }, true)).toEqual(view);
});
