import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXCERPT_LENGTH, excerptOf } from './excerpt.ts';

test('a short story is its own excerpt', () => {
  expect(excerptOf('One. Two.')).toBe('One. Two.');
});

test('a long one ends where a paragraph, a sentence or a word ends', () => {
  const paragraph = `${'word '.repeat(40)}end.`;
  expect(excerptOf(Array(20).fill(paragraph).join('\n\n'))).toMatch(/end\.\n\n$/);
  expect(excerptOf('她说。'.repeat(1000))).toMatch(/。$/);
  expect(excerptOf('“Wait.” '.repeat(1000))).toMatch(/\.”$/);
});

test('it is a beginning of the text and never too long or torn', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 2000, maxLength: 2500 }), (text) => {
    const excerpt = excerptOf(text);
    expect(text.startsWith(excerpt)).toBe(true);
    expect(excerpt.length).toBeGreaterThan(EXCERPT_LENGTH / 2 - 1);
    expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_LENGTH);
    expect(/[\uD800-\uDBFF]$/.test(excerpt)).toBe(false);
  }), { numRuns: 50 });
});
