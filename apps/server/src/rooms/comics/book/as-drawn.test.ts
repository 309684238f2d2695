import { expect, test } from 'vitest';
import { isSameContent } from './as-drawn.ts';

test('content is compared, not how it came to be', () => {
  const book = { title: 'A', chapters: [{ id: 'c', scenes: [{ id: 's', panels: [1, 2] }] }], crop: undefined };
  expect(isSameContent(book, structuredClone(book))).toBe(true);
  expect(isSameContent(book, { chapters: book.chapters, title: 'A' })).toBe(true);
  expect(isSameContent({ title: 'A' }, { title: 'A', crop: { x: 1 } })).toBe(false);
  expect(isSameContent({ title: 'A', crop: null }, { title: 'A' })).toBe(false);
  expect(isSameContent({ panels: [1, 2] }, { panels: [2, 1] })).toBe(false);
  expect(isSameContent({ panels: [1] }, { panels: { 0: 1 } })).toBe(false);
});
