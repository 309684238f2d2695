import { expect, test } from 'vitest';
import { readPlaceOf } from './shared-place.ts';

test('a kept place comes back; what another hand wrote is no place', () => {
  expect(readPlaceOf('{"page":3,"panelId":"p1","mode":"guided","language":"en"}')).toEqual({ page: 3, panelId: 'p1', mode: 'guided', language: 'en' });
  expect(readPlaceOf('{"page":2,"mode":"upside-down","panelId":7}')).toEqual({ page: 2, panelId: null, mode: null, language: null });
  for (const raw of [undefined, '', '{', 'null', '[]', '{"page":0}', '{"page":"2"}', '{"page":1.5}']) expect(readPlaceOf(raw)).toBeUndefined();
});
