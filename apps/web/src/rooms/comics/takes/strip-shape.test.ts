import { expect, test } from 'vitest';
import { cardRatio, rowHeight } from './strip-shape.ts';

test('a card has the shape of its picture, so that nothing of it stays empty', () => {
  expect(cardRatio({ width: 900, height: 600 })).toBe(1.5);
  expect(cardRatio({ width: 600, height: 800 })).toBe(0.75);
});

test('a strip or a tower shows its middle, and what has no size yet is a usual panel', () => {
  expect([cardRatio({ width: 4000, height: 400 }), cardRatio({ width: 100, height: 900 }), cardRatio({ width: 0, height: 0 })]).toEqual([2, 0.7, 4 / 3]);
});

test('rows of tall panels are taller, and one picture of another shape changes no row', () => {
  const tall = { width: 300, height: 600 };
  const wide = { width: 900, height: 300 };
  expect(rowHeight([wide, wide])).toBe(99);
  expect(rowHeight([tall, tall])).toBeGreaterThan(130);
  expect(rowHeight([tall, tall, wide])).toBe(rowHeight([tall]));
  // A picture that is wider than its mark needs: the narrowest card of a row.
  expect(rowHeight([tall]) * cardRatio(tall)).toBeGreaterThan(104);
});
