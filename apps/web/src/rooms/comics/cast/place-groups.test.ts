import { PLACES } from '@komawari/comic';
import { expect, test } from 'vitest';
import { findPlaces, loadPlaceNames, PLACE_GROUPS } from './place-groups.ts';

test('every kind of place is in one group', () => {
  expect(PLACE_GROUPS.flatMap(({ kinds }) => kinds)).toEqual([...PLACES]);
  expect(PLACE_GROUPS.every(({ kinds }) => kinds.length > 2)).toBe(true);
});

test('a place is found by its name in any language', async () => {
  const names = await loadPlaceNames();
  for (const wish of ['lighthouse', 'Lighth', '灯塔', '灯台']) expect(findPlaces(wish, names)).toContain('lighthouse');
  expect(findPlaces('zzz', names).size).toBe(0);
  expect(findPlaces('', names).size).toBe(PLACES.length);
});
