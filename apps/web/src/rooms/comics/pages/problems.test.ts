import { expect, test } from 'vitest';
import { countKinds, rowsOf, type Place } from './problems.ts';

const place = (code: Place['code'], page: number): Place => ({ code, page, panelId: `p${page}`, lineId: '' });

test('lines that wait for a translation are one row, which leads to the first', () => {
  const all = [place('overlap', 1), place('untranslated', 2), place('cut', 2), place('untranslated', 3), place('overlap', 4)];
  expect(rowsOf(all)).toEqual([{ place: all[0], count: 1 }, { place: all[1], count: 2 }, { place: all[2], count: 1 }, { place: all[4], count: 1 }]);
  expect(countKinds(all)[0]).toEqual({ code: 'overlap', count: 2 });
});

test('nothing waits: one row a place', () => expect(rowsOf([place('cut', 1)])).toEqual([{ place: place('cut', 1), count: 1 }]));
