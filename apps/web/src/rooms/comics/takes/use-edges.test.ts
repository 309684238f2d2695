import { expect, test } from 'vitest';
import { hiddenEdges } from './use-edges.ts';

const row = { scrollWidth: 900, clientWidth: 300 };

test.each([
  ['at its begin', 0, { left: false, right: true }],
  ['in the middle', 200, { left: true, right: true }],
  ['at its end, give or take a part of a pixel', 599.4, { left: true, right: false }],
])('a row %s', (_, scrollLeft, edges) => expect(hiddenEdges({ ...row, scrollLeft })).toEqual(edges));

test('a row that is whole hides nothing', () => expect(hiddenEdges({ scrollLeft: 0, scrollWidth: 300, clientWidth: 300 })).toEqual({ left: false, right: false }));

test('where one writes leftwards it begins at the right', () => {
  expect(hiddenEdges({ ...row, scrollLeft: 0 }, true)).toEqual({ left: true, right: false });
  expect(hiddenEdges({ ...row, scrollLeft: -600 }, true)).toEqual({ left: false, right: true });
});
