import { applyEdit } from '@komawari/comic/edit';
import { listPanels, type Book } from '@komawari/comic';
import { planPages, scriptBook } from '@komawari/comic/make';
import { guttersOf, leavesOf, moveGutter } from '@komawari/comic/by-hand';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bleedOps, groundOf, mergeOps, moveToPageOps, putPage, resetPage, splitOps, swapOps } from './page-ops.ts';

const book: Book = scriptBook(readFileSync(new URL('../../../../../../docs/samples/lighthouse.en.md', import.meta.url), 'utf8'), { format: 'manga-b5' });
const storyPages = (of: Book) => planPages(of).pages.filter(({ panels }) => panels.length > 0);
const page = storyPages(book).find(({ panels }) => panels.length > 3)!;
const ids = leavesOf(page.cut);
const after = (of: Book) => planPages(of).pages.find(({ number }) => number === page.number)!;

test('a gutter moved and taken back leaves the book as it was', () => {
  const ground = groundOf(book, page.number);
  const [gutter] = guttersOf(page, ground);
  const { book: cut, inverse, notices } = applyEdit(book, putPage(book, moveGutter(page, gutter!.path, gutter!.index, 30, ground)));
  expect(notices).toEqual([]);
  expect(after(cut).panels[0]?.box).not.toEqual(page.panels[0]?.box);
  expect(applyEdit(cut, inverse).book).toEqual(book);
  expect(applyEdit(cut, resetPage(cut, after(cut))).book.layout.pages).toEqual([]);
});

test('two tabs that cut the same automatic page: the later cut stands and nothing is dropped', () => {
  const ground = groundOf(book, page.number);
  const [gutter] = guttersOf(page, ground);
  const [one, two] = [20, -20].map((by) => putPage(book, moveGutter(page, gutter!.path, gutter!.index, by, ground)));
  const both = applyEdit(applyEdit(book, one!).book, two!).book;
  expect(both.layout.pages).toEqual(applyEdit(book, two!).book.layout.pages);
});

describe('panels', () => {
  test('split in two: the new one follows in the script and on the page', () => {
    const { book: cut } = applyEdit(book, splitOps(book, page, ids[1]!, 'columns', 'panel-new'));
    const all = listPanels(cut).map(({ id }) => id);
    expect(all[all.indexOf(ids[1]!) + 1]).toBe('panel-new');
    expect(after(cut).panels.map(({ id }) => id)).toContain('panel-new');
  });

  test('merged: the lines of both are in the first', () => {
    const lines = listPanels(book).filter(({ id }) => id === ids[0] || id === ids[1]).flatMap((panel) => panel.lines.map(({ id }) => id));
    const { book: cut } = applyEdit(book, mergeOps(book, page, ids[0]!));
    expect(listPanels(cut).find(({ id }) => id === ids[0])?.lines.map(({ id }) => id)).toEqual(lines);
    expect(leavesOf(after(cut).cut)).toEqual(ids.filter((id) => id !== ids[1]));
  });

  test('swapped, neighbours or not: the page and the script agree', () => {
    for (const [a, b] of [[0, 1], [1, 0], [0, 3], [3, 1]] as const) {
      const { book: cut } = applyEdit(book, swapOps(book, page, ids[a]!, ids[b]!));
      const wanted = ids.map((id) => (id === ids[a] ? ids[b] : id === ids[b] ? ids[a] : id));
      expect(leavesOf(after(cut).cut)).toEqual(wanted);
      expect(listPanels(cut).map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(wanted);
    }
  });

  test('moved to the next page, in reading order', () => {
    const pages = storyPages(book);
    const at = pages.findIndex(({ number }) => number === page.number);
    const last = ids.at(-1)!;
    const ops = moveToPageOps(book, page, pages[at + 1]!, last)!;
    const { book: cut } = applyEdit(book, ops);
    expect(leavesOf(after(cut).cut)).toEqual(ids.slice(0, -1));
    expect(listPanels(cut).map(({ id }) => id)).toEqual(listPanels(book).map(({ id }) => id));
  });

  test('bleeding at the edge of the page', () => {
    const { book: cut } = applyEdit(book, bleedOps(book, page, ids[0]!, { left: true, right: true, top: true, bottom: true }));
    expect(after(cut).panels[0]?.bleed.top).toBe(true);
  });
});
