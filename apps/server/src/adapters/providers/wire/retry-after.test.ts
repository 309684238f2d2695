import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationMs, retryAfterMs } from './retry-after.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const read = (headers: Record<string, string>): number | undefined => retryAfterMs(new Headers(headers), NOW);

test('reads seconds, parts of them, dates, milliseconds and durations', () => {
  expect(read({ 'retry-after': '20' })).toBe(20_000);
  expect(read({ 'retry-after': ' 1.5 ' })).toBe(1500);
  expect(read({ 'retry-after': '0' })).toBe(0);
  expect(read({ 'retry-after': '22s' })).toBe(22_000);
  expect(read({ 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' })).toBe(60_000);
  expect(read({ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' })).toBe(0);
  expect(read({ 'retry-after-ms': '120', 'retry-after': '20' })).toBe(120);
  expect(read({ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s', 'x-ratelimit-remaining-tokens': '5', 'x-ratelimit-reset-tokens': '2h' })).toBe(90_000);
});

test('tells nothing where nothing can be read', () => {
  expect(read({})).toBeUndefined();
  for (const value of ['', 'soon', '-5', '2026', 'NaN', '1e9s', '12 Gnu']) expect(read({ 'retry-after': value === '2026' ? 'x2026' : value }), value).toBeUndefined();
  expect(read({ 'x-ratelimit-reset-requests': '6m0s' })).toBeUndefined();
  expect(read({ 'retry-after-ms': 'abc', 'retry-after': '3' })).toBe(3000);
});

test('is never negative and never longer than a day', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.nat().map(String), fc.date({ noInvalidDate: true }).map((date) => date.toUTCString())), (value) => {
    const headers = new Headers();
    try {
      headers.set('retry-after', value);
    } catch {
      return;
    }
    const wait = retryAfterMs(headers, NOW);
    if (wait !== undefined) expect(wait >= 0 && wait <= 86_400_000 && Number.isInteger(wait)).toBe(true);
  }));
});

test('durations', () => {
  expect(['12ms', '0.5s', '1m30s', '1h', '1d', '7m12.5s'].map(durationMs)).toEqual([12, 500, 90_000, 3_600_000, 86_400_000, 432_500]);
  expect(['', 's', '5', '5 s', '1x', '1m30'].map(durationMs)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});
