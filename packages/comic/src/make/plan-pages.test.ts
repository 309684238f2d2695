import { expect, test } from 'vitest';
import { listPanels, type Book } from '../model/book.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { guttersOf, moveGutter, pageByHand, planPages, scriptBook } from './index.ts';
import { sampleStory } from './test-story.ts';

test('pages by hand keep their number and side, and all other pages are as before', async () => {
  const book: Book = scriptBook(await sampleStory('lighthouse.en'), { format: 'manga-b5' });
  const before = planPages(book).pages;
  const index = before.findIndex((page) => page.panels.length > 2);
  const page = before[index];
  if (!page) throw new Error('the story has no page of three panels');
  const ground = { format: PAGE_FORMATS[book.format], direction: book.direction };
  const [gutter] = guttersOf(page, ground);
  const cut = moveGutter(pageByHand(page, 'mine'), gutter?.path ?? [], gutter?.index ?? 0, 40, ground);
  const after = planPages({ ...book, layout: { pages: [cut] } }).pages;
  expect(after.map(({ number, side, handId }) => [number, side, handId])).toEqual(before.map(({ number, side }, i) => [number, side, i === index ? 'mine' : undefined]));
  expect(after.flatMap(({ panels }) => panels.map((panel) => panel.id))).toEqual(listPanels(book).map((panel) => panel.id));
  after.forEach((one, i) => (i === index ? expect(one.panels).not.toEqual(page.panels) : expect(one).toEqual(before[i])));
});
