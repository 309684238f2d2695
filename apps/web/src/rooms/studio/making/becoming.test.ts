import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blurOf, withPreview } from './becoming.ts';

test('it never gets less sharp on its way, and is sharp at the end', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(50), (a, b, count) => {
    expect(blurOf({ share: Math.max(a, b), count })).toBeLessThanOrEqual(blurOf({ share: Math.min(a, b), count }));
    expect(blurOf({ share: null, count: count + 1 })).toBeLessThanOrEqual(blurOf({ share: null, count }));
  }));
  expect([blurOf({ share: 1, count: 3 }), blurOf({ share: 0, count: 0 }), blurOf({ share: 7, count: 0 })]).toEqual([0, 10, 0]);
});

test('a preview stays until another comes, and not longer than its drawing', () => {
  const known = { isBegun: true, share: 0.1, count: 3, at: 7, webpB64: 'three' };
  expect(withPreview({ isBegun: true, share: 0.2, count: 3, at: 7, webpB64: null }, known)).toEqual({ isBegun: true, share: 0.2, count: 3, at: 7, webpB64: 'three' });
  expect(withPreview({ isBegun: true, share: 0.3, count: 4, at: 8, webpB64: 'four' }, known).webpB64).toBe('four');
  expect(withPreview({ isBegun: true, share: null, count: 0, at: null, webpB64: null }, known).webpB64).toBeNull();
  expect(withPreview({ isBegun: true, share: 0.2, count: 3, at: 7, webpB64: null }, undefined).webpB64).toBeNull();
});
