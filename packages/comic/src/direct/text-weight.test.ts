import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitByWeight, textWeight } from './text-weight.ts';

test('wide characters weigh more than Latin ones', () => {
  expect(textWeight('漢字')).toBe(2);
  expect(textWeight('ab')).toBeCloseTo(0.8);
  expect(textWeight('     \u2e80   A\u0300')).toBe(5);
});

test('cuts at sentence ends where it can', () => {
  expect(splitByWeight('One is here. Two is there. Three.', 6, 'en')[0]).toBe('One is here. ');
});

test('parts joined are the text and none is heavier than the limit', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 60 }), (text, limit) => {
    const parts = splitByWeight(text, limit, 'en');
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(textWeight(part) <= limit || Array.from(new Intl.Segmenter().segment(part)).length === 1).toBe(true);
  }));
});
