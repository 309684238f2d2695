import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoOf } from './timestamps.ts';

test('writes every moment that PostgreSQL sends in UTC', () => {
  fc.assert(fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), fc.nat({ max: 999 }), fc.integer({ min: 0, max: 6 }), (date, micros, digits) => {
    const iso = date.toISOString();
    const fraction = `${iso.slice(20, 23)}${String(micros).padStart(3, '0')}`.slice(0, digits);
    const text = `${iso.slice(0, 10)} ${iso.slice(11, 19)}${digits > 0 ? `.${fraction}` : ''}+00`;
    expect(isoOf(text)).toBe(`${iso.slice(0, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  }), { numRuns: 500 });
});

test.each([
  ['2030-01-02 03:04:05.67+05:30', '2030-01-01T21:34:05.670Z'], ['2030-01-02 03:04:05-03', '2030-01-02T06:04:05.000Z'],
  ['10000-01-02 03:04:05.67+00', '+010000-01-02T03:04:05.670Z'], ['0044-03-15 12:00:00+00 BC', '-000043-03-15T12:00:00.000Z'],
])('reads %s as pg does', (text, iso) => {
  expect(isoOf(text)).toBe(iso);
});
