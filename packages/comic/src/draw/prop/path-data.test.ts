import { expect, test } from 'vitest';
import { areaOf, parsePath, runsBox, writePath } from './path-data.ts';

const IDENTITY = [1, 0, 0, 1, 0, 0] as const;

test('reads relative, short and packed commands', () => {
  expect(writePath(parsePath('m1 2l3 0v4h-3z'), IDENTITY)).toBe('M1 2L4 2L4 6L1 6Z');
  expect(writePath(parsePath('M0 0L1.5.5-1-2'), IDENTITY)).toBe('M0 0L1.5 0.5L-1 -2');
  expect(writePath(parsePath('M0 0C1 1 2 1 3 0S5 -1 6 0'), IDENTITY)).toBe('M0 0C1 1 2 1 3 0C4 -1 5 -1 6 0');
  expect(writePath(parsePath('M0 0Q3 3 6 0T12 0'), IDENTITY)).toBe('M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0');
});

test('reads arcs with packed flags', () => {
  const box = runsBox(parsePath('M-5 0a5 5 0 0110 0a5 5 0 01-10 0Z'));
  expect(box.width).toBeCloseTo(10, 1);
  expect(box.height).toBeCloseTo(10, 0);
  expect(areaOf(parsePath('M-5 0a5 5 0 0110 0a5 5 0 01-10 0Z')[0]!)).toBeGreaterThan(65);
});

test('begins a new run after a closed one', () => {
  expect(writePath(parsePath('M1 1h2v2zl5 5'), IDENTITY)).toBe('M1 1L3 1L3 3ZM1 1L6 6');
});

test('turns and moves', () => {
  expect(writePath(parsePath('M1 0L2 0'), [0, 1, -1, 0, 10, 10])).toBe('M10 11L10 12');
});

test('refuses what is no path', () => {
  expect(() => parsePath('M1')).toThrow(RangeError);
  expect(() => parsePath('L1 1')).toThrow(RangeError);
  expect(() => parsePath('M1 1X2')).toThrow(RangeError);
});
