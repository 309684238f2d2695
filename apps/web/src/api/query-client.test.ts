import { expect, test } from 'vitest';
import { ApiError } from './call.ts';
import { isWorthRetrying } from './query-client.ts';

test('only a lost way is tried again, and not for ever', () => {
  const offline = new ApiError('offline', '', 0);
  expect([0, 1, 2].map((count) => isWorthRetrying(count, offline))).toEqual([true, true, false]);
  expect([400, 401, 404, 409, 429, 500, 503].map((status) => isWorthRetrying(0, new ApiError('x', '', status)))).toEqual([false, false, false, false, false, false, true]);
  expect(isWorthRetrying(0, new TypeError('bug'))).toBe(false);
});
