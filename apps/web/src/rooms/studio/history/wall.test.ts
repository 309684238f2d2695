import type { Picture } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAdded, withChanged, withNewest, withoutPictures, type WallPages } from './wall-pages.ts';
import { answersTo, isByLabels, isNarrowed, pairOf, queryOf, wallSearch } from './wall-search.ts';

const PROVIDER = `provider_${'0'.repeat(26)}`;
const id = (n: number) => `picture_${String(n).padStart(26, '0')}`;

describe('the address of the wall', () => {
  test('keeps what it knows, and nothing else', () => {
    const whole = { q: 'cat', model: `${PROVIDER}/a/b`, show: 'favourites', style: 'ink', since: 'week', look: 'grid', compare: `${id(1)}~${id(2)}` };
    expect(wallSearch({ ...whole, other: 1 })).toEqual(whole);
    expect(wallSearch({ q: ' ', model: 'x', style: '../x', show: 'all', since: 'year', look: 'list', compare: 'a~b' })).toEqual({});
    expect(wallSearch({ q: 7 })).toEqual({ q: '7' });
  });

  test('what is asked of the server', () => {
    const noon = new Date(2026, 10, 23, 12).getTime();
    expect(queryOf({}, noon)).toEqual({ limit: 60 });
    expect(queryOf({ q: 'cat', model: `${PROVIDER}/a/b`, show: 'favourites', look: 'grid' }, noon)).toEqual({ limit: 60, q: 'cat', providerId: PROVIDER, modelId: 'a/b', favourite: 'true' });
    expect([queryOf({ show: 'troubled' }, noon), queryOf({ show: 'trash' }, noon)]).toEqual([{ limit: 60, state: 'troubled' }, { limit: 60, trash: 'true' }]);
    expect(queryOf({ since: 'day' }, noon)['from']).toBe(new Date(2026, 10, 23).toISOString());
    expect(queryOf({ since: 'week' }, noon)).toEqual(queryOf({ since: 'week' }, noon + 3_600_000));
    expect([isNarrowed({}), isNarrowed({ look: 'grid' }), isNarrowed({ since: 'day' }), isNarrowed({ style: 'ink' })]).toEqual([false, false, true, true]);
    expect(queryOf({ style: 'ink' }, noon)).toEqual({ limit: 60, style: 'ink' });
    expect([pairOf(undefined), pairOf('a~b')]).toEqual([undefined, ['a', 'b']]);
  });
});

test('a board and a tag stand in the address, and say what hangs there', () => {
  const board = `board_${'0'.repeat(26)}`;
  expect(wallSearch({ board, tag: 'sea' })).toEqual({ board, tag: 'sea' });
  expect(wallSearch({ board: 'x', tag: 'x'.repeat(61) })).toEqual({});
  expect(wallSearch({ tag: 2026 })).toEqual({ tag: '2026' });
  const query = queryOf({ board, tag: 'sea' }, 0);
  expect(query).toEqual({ limit: 60, boardId: board, tag: 'sea' });
  expect([isNarrowed({ board }), isNarrowed({ tag: 'sea' })]).toEqual([true, true]);
  expect([answersTo(query, { boardIds: [board], tags: ['sea'] }), answersTo(query, { boardIds: [], tags: ['sea'] }), answersTo(query, { boardIds: [board], tags: [] }), answersTo({ limit: 60 }, { boardIds: [], tags: [] })]).toEqual([true, false, false, true]);
  expect([isByLabels(query), isByLabels({ limit: 60 }), isByLabels({ ...query, q: 'cat' })]).toEqual([true, false, false]);
});

describe('the wall in this tab', () => {
  const picture = (n: number, part: Partial<Picture> = {}) => ({ id: id(n), createdAt: new Date(n * 1000).toISOString(), state: 'done', ...part }) as Picture;
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => picture(from - index));
  const wall = (...pages: Picture[][]): WallPages => ({ pages: pages.map((items, index) => ({ items, next: index < pages.length - 1 ? 'x' : null })), pageParams: pages.map(() => undefined) });
  const shown = ({ pages }: WallPages) => pages.flatMap(({ items }) => items.map((item) => Number(item.id.slice(8))));

  test('what has changed is renewed in its place; nothing else is touched', () => {
    const before = wall(down(9, 7), down(6, 4));
    const after = withChanged(before, [picture(5, { state: 'failed' })]);
    expect(after.pages[0]).toBe(before.pages[0]);
    expect(after.pages[1]?.items[1]?.state).toBe('failed');
    expect(withChanged(before, [picture(99)])).toBe(before);
    expect(shown(withoutPictures(before, new Set([id(8), id(4)])))).toEqual([9, 7, 6, 5]);
  });

  test('what comes hangs by its age, also what comes back from the trash', () => {
    expect(shown(withAdded(wall([picture(9), picture(7)], [picture(5), picture(3)]), [picture(10), picture(8), picture(4), picture(1)]))).toEqual([10, 9, 8, 7, 5, 4, 3, 1]);
    expect(shown(withAdded(wall([]), down(3, 1)))).toEqual([3, 2, 1]);
  });

  test('what is older than all pages that are known waits for its own', () => {
    const open: WallPages = { pages: [{ items: down(9, 7), next: 'x' }], pageParams: [undefined] };
    expect(shown(withAdded(open, [picture(3)]))).toEqual([9, 8, 7]);
  });

  test('an answer that says nothing new changes nothing', () => {
    const before = wall(down(9, 4));
    expect(withNewest(before, { items: down(9, 6), next: 'x' })).toBe(before);
  });

  test('whatever happened elsewhere, the wall is as the server has it', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }).map((list) => list.toSorted((a, b) => b - a));
    fc.assert(fc.property(numbers, numbers, fc.integer({ min: 1, max: 40 }), (had, has, limit) => {
      const items = has.slice(0, limit).map((n) => picture(n));
      const after = shown(withNewest(wall(had.map((n) => picture(n))), { items, next: has.length > limit ? 'x' : null }));
      const last = has.length > limit ? (has[limit - 1] ?? 0) : 0;
      expect(after.filter((n) => n >= last)).toEqual(has.slice(0, limit));
      expect(after.filter((n) => n < last)).toEqual(had.filter((n) => n < last));
    }), { numRuns: 80 });
  });
});
