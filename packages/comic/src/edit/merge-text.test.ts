import { describe, expect, test } from 'vitest';
import { mergeText } from './merge-text.ts';

describe('two changes of one text', () => {
  test.each([
    ['apart', 'one two three', 'ONE two three', 'one two THREE', 'ONE two THREE', false],
    ['apart, the other way round', 'one two three', 'one two THREE', 'ONE two three', 'ONE two THREE', false],
    ['between one another', 'one two three', 'ONE two THREE', 'one TWO three', 'ONE TWO THREE', false],
    ['at one place', 'one two three', 'one zwei three', 'one deux three', 'one deux three', true],
    ['on halves of the same emoji', 'a😀b', 'a😁b', 'a😂b', 'a😂b', true],
    ['of repeated letters', 'aaaa bbbb', 'aaaaa bbbb', 'aaaa bbb', 'aaaaa bbb', false],
  ])('%s', (_, base, theirs, mine, text, isClash) => {
    expect(mergeText(base, theirs, mine)).toMatchObject({ text, isClash });
  });

  test('far apart in a long text both stand', () => {
    const base = 'ab'.repeat(2000);
    expect(mergeText(base, `x${base}`, `${base}y`)).toEqual({ text: `x${base}y`, isClash: false });
  });

  test('all over a long text that repeats itself are told as a clash at once', () => {
    const started = performance.now();
    expect(mergeText('ba'.repeat(1500), 'ab'.repeat(2000), 'aab'.repeat(1300))).toEqual({ text: 'aab'.repeat(1300), isClash: true });
    expect(performance.now() - started).toBeLessThan(500);
  });
});
