import { expect, test } from 'vitest';
import { placeOf } from './panel-place.ts';

test('the view box of a drawing tells its place on the page', () => {
  expect(placeOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="100 300 500 150">', { width: 1000, height: 1500 })).toEqual({ left: 10, top: 20, width: 50, height: 10 });
  expect(placeOf('<svg width="3">', { width: 1000, height: 1500 })).toBeUndefined();
  expect(placeOf('<svg viewBox="a b c d">', { width: 1000, height: 1500 })).toBeUndefined();
});
