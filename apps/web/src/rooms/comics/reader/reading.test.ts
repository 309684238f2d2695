import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fitsDouble, isSystemEdge, modeFor, openPages, pagesAhead, turnOfKey, turnOfSwipe, turnPage } from './reading.ts';

describe('turning pages', () => {
  test('the cover lies alone, then two by two', () => {
    expect([1, 2, 3, 4, 9].map((page) => openPages(page, 9, true))).toEqual([[1], [2, 3], [2, 3], [4, 5], [8, 9]]);
    expect(openPages(8, 8, true)).toEqual([8]);
    expect(openPages(5, 9, false)).toEqual([5]);
    expect(openPages(99, 9, false)).toEqual([9]);
    expect(openPages(1, 0, true)).toEqual([]);
  });

  test('in a right-to-left book the left key goes on', () => {
    expect([turnOfKey('ArrowLeft', 'rtl'), turnOfKey('ArrowRight', 'rtl'), turnOfKey('ArrowRight', 'ltr'), turnOfKey(' ', 'rtl'), turnOfKey('a', 'ltr')]).toEqual(['next', 'previous', 'next', 'next', undefined]);
  });

  test('a finger to the left pulls in what lies to the right', () => {
    expect([turnOfSwipe(-80, 5, 'ltr'), turnOfSwipe(-80, 5, 'rtl'), turnOfSwipe(80, 0, 'ltr'), turnOfSwipe(20, 0, 'ltr'), turnOfSwipe(60, 80, 'ltr')]).toEqual(['next', 'previous', 'previous', undefined, undefined]);
  });

  test('turning on from the cover shows every page once and stops at the end; turning back leads home', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (pageCount, isDouble) => {
      const book = { pageCount, isDouble };
      const seen = [...openPages(1, pageCount, isDouble)];
      let page = 1;
      for (let next = turnPage(page, 'next', book); next !== page; next = turnPage(page, 'next', book)) seen.push(...openPages((page = next), pageCount, isDouble));
      expect(seen).toEqual(Array.from({ length: pageCount }, (_, index) => index + 1));
      expect(page).toBe(turnPage(1, 'last', book));
      for (let step = 0; step < pageCount; step += 1) page = turnPage(page, 'previous', book);
      expect(page).toBe(1);
    }), { numRuns: 60 });
  });

  test('two pages need a wide window', () => {
    expect([fitsDouble(1280, 900, 0.71), fitsDouble(800, 1200, 0.71), fitsDouble(1000, 1400, 0.71)]).toEqual([true, false, false]);
  });

  test('a book opens as it was read, where that fits', () => {
    const wide = { format: 'manga-b5', canDouble: true };
    expect([modeFor(null, wide), modeFor('double', { ...wide, canDouble: false }), modeFor('guided', wide), modeFor(null, { format: 'webtoon', canDouble: true }), modeFor('single', { format: 'webtoon', canDouble: false })]).toEqual(['double', 'single', 'guided', 'scroll', 'single']);
  });

  test('the very edge is left to the system', () => {
    expect([isSystemEdge(5, 360), isSystemEdge(355, 360), isSystemEdge(60, 360)]).toEqual([true, true, false]);
  });

  test('what is fetched ahead lies in the book', () => {
    expect(pagesAhead([4, 5], 9)).toEqual([6, 7, 3]);
    expect(pagesAhead([1], 1)).toEqual([]);
    expect(pagesAhead([8, 9], 9)).toEqual([7]);
  });
});
