import type { ComicSummary } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLive, leadFirst, stateOf } from './comic-state.ts';
import { eachOf } from './each-of.ts';
import { measureOf, shortDate } from './measure.ts';
import { among, neighbour, NOTHING, pickAll, reachTo, toggle } from './selection.ts';
import { refreshed, withoutComics } from './shelf-list.ts';
import { shelfSearch } from './shelf-search.ts';
import { columnsFor } from './use-columns.ts';

const comic = (id: string, facts: Partial<ComicSummary> = {}) => ({ id, title: id, state: 'done', panels: { total: 4, done: 4, failed: 0 }, updatedAt: '2026-01-01T00:00:00Z', ...facts }) as ComicSummary;

describe('picking', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];

  test('one, a range from the last one, all; what is gone is not picked', () => {
    const one = toggle(NOTHING, 'b');
    expect([...reachTo(one, 'd', order).ids]).toEqual(['b', 'c', 'd']);
    expect([...reachTo(toggle(NOTHING, 'd'), 'b', order).ids].toSorted()).toEqual(['b', 'c', 'd']);
    expect([...reachTo(NOTHING, 'c', order).ids]).toEqual(['c']);
    expect(toggle(one, 'b').ids.size).toBe(0);
    expect([...among(pickAll(order), ['b', 'x', 'e']).ids]).toEqual(['b', 'e']);
    expect(among(one, order)).toBe(one);
  });

  test('keys stay in the grid', () => {
    expect([neighbour(0, 'ArrowLeft', 3, 7), neighbour(0, 'ArrowDown', 3, 7), neighbour(5, 'ArrowDown', 3, 7), neighbour(2, 'End', 3, 7), neighbour(4, 'Home', 3, 7), neighbour(1, 'a', 3, 7)]).toEqual([undefined, 3, undefined, 6, 0, undefined]);
    fc.assert(fc.property(fc.nat(50), fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }), (index, key, columns, count) => {
      const next = neighbour(index % count, key, columns, count);
      expect(next === undefined || (next >= 0 && next < count)).toBe(true);
    }), { numRuns: 100 });
  });
});

test('what waits for its author comes first', () => {
  const books = [comic('old'), comic('left', { state: 'incomplete', updatedAt: '2025-01-01T00:00:00Z' }), comic('new', { updatedAt: '2026-05-01T00:00:00Z' })];
  expect(leadFirst(books).map(({ id }) => id)).toEqual(['left', 'new', 'old']);
  expect(leadFirst([...books, comic('live', { state: 'running', updatedAt: '2024-01-01T00:00:00Z' })])[0]?.id).toBe('live');
  expect(leadFirst([])).toEqual([]);
});

test('a state says how far it is', () => {
  const panels = { total: 10, done: 4, failed: 0 };
  expect(stateOf({ state: 'running', panels })).toEqual({ word: 'stateDrawn', fill: { done: 4, total: 10 } });
  expect(stateOf({ state: 'running', panels: { ...panels, done: 10 } }).word).toBe('stateLettering');
  expect(stateOf({ state: 'running', panels: { ...panels, total: 0, done: 0 } }).word).toBe('stateWriting');
  expect(stateOf({ state: 'incomplete', panels }).word).toBe('stateLeft');
  expect([isLive({ state: 'queued' }), isLive({ state: 'done' })]).toEqual([true, false]);
});

test('a comic is measured by what there is of it', () => {
  const say = (key: string, fill: Record<string, string | number> = {}) => `${key} ${fill['count'] ?? ''}`;
  const panels = { total: 27, done: 0, failed: 0 };
  expect(stateOf({ state: 'incomplete', panels }).word).toBe('stateScript');
  expect(stateOf({ state: 'incomplete', panels: { ...panels, failed: 1 } }).word).toBe('stateLeft');
  expect(measureOf({ cover: null, pageCount: 9, panels }, say)).toBe('panelsOf 27');
  expect(measureOf({ cover: '/cover', pageCount: 9, panels }, say)).toBe('pagesOf 9');
  expect(measureOf({ cover: null, pageCount: 0, panels: { total: 0, done: 0, failed: 0 } }, say)).toBe('');
  expect(['en', 'ja', 'zh-CN'].map((language) => shortDate('2026-11-22T12:00:00Z', language))).toEqual(['Nov 22', '11/22', '11/22']);
});

test('lists are changed in place, and refreshed by what is newer', () => {
  const pages = { pages: [{ items: [comic('a'), comic('b')], next: 'x' }, { items: [comic('c')], next: null }], pageParams: [undefined, 'x'] };
  expect(withoutComics(pages, new Set(['a', 'c']))?.pages.map(({ items }) => items.map(({ id }) => id))).toEqual([['b'], []]);
  expect(refreshed([comic('a'), comic('b')], [comic('b', { state: 'running' }), comic('z')]).map(({ id, state }) => `${id} ${state}`)).toEqual(['a done', 'b running']);
});

test('the address holds what was searched for, and nothing else', () => {
  expect(shelfSearch({ q: ' ', sort: 'newest', state: 'x' })).toEqual({});
  expect(shelfSearch({ q: 42, sort: 'title', state: 'done', other: 1 })).toEqual({ q: '42', sort: 'title', state: 'done' });
});

test('one that fails does not stop the others', async () => {
  const seen: number[] = [];
  const { failed, error } = await eachOf([1, 2, 3, 4, 5], async (n) => { seen.push(n); if (n % 2 === 0) throw new Error(String(n)); }, 2);
  expect([seen.length, failed, (error as Error).message]).toEqual([5, 2, '2']);
});

test('covers keep a size that can be read, at every width', () => {
  fc.assert(fc.property(fc.integer({ min: 320, max: 3840 }), (width) => {
    const { columns, cardWidth } = columnsFor(width);
    expect(columns).toBeGreaterThanOrEqual(2);
    expect(cardWidth * columns + 24 * (columns - 1)).toBeLessThanOrEqual(width + 1);
    if (width >= 560) expect(cardWidth).toBeGreaterThanOrEqual(186 - 1);
  }), { numRuns: 60 });
});
