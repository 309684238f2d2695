import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLike, rowFor } from './model-rows.ts';

test.each([
  ['gpt-9', 'gpt-9', true], ['gpt-9', 'gpt-*', true], ['gpt-', 'gpt-*', true], ['gp', 'gpt-*', false], ['a/vl-7b', '*vl*', true], ['abc', 'a*b*c', true],
  ['aba', 'ab*ba', false], ['ac', 'a*b*c', false], ['', '*', true], ['x.y', 'x*y', true], ['xzy', 'x.y', false], ['a(b', '*(*', true],
])('%s is like %s: %s', (id, pattern, isSo) => { expect(isLike(id, pattern)).toBe(isSo); });

test('parts in their order, with anything between, are always found', () => {
  const part = fc.string({ maxLength: 6 }).filter((text) => !text.includes('*'));
  fc.assert(fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), fc.array(part, { minLength: 5, maxLength: 5 }), (parts, between) => {
    expect(isLike(parts.map((one, at) => one + (at < parts.length - 1 ? between[at] ?? '' : '')).join(''), parts.join('*'))).toBe(true);
  }), { numRuns: 200 });
});

test('the first row counts', () => {
  const rows = [{ id: 'gpt-9-mini*', is: 1 }, { id: 'gpt-9*', is: 2 }];
  expect([rowFor(rows, 'gpt-9-mini-2')?.is, rowFor(rows, 'gpt-9')?.is, rowFor(rows, 'o9')]).toEqual([1, 2, undefined]);
});
