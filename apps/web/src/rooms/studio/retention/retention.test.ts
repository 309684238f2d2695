import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, LIMITS, rulesOf } from './keeping-form.ts';
import { fullness, goesAt, sayBytes } from './room.ts';

test('what is typed and what is kept are the same, to the byte', () => {
  const rules = fc.record({ keepDays: fc.integer({ min: 0, max: LIMITS.keepDays }), quotaBytes: fc.integer({ min: 0, max: 1e14 }), totalBytes: fc.integer({ min: 0, max: 1e14 }), trashDays: fc.integer({ min: 1, max: LIMITS.trashDays }) });
  fc.assert(fc.property(rules, (all) => { expect(rulesOf(draftOf(all))).toEqual(all); }));
});

test('empty is no limit, but the trash has its days; what is no rule is none', () => {
  expect(rulesOf({ keepDays: null, quotaGb: null, totalGb: null, trashDays: 30 })).toEqual({ keepDays: 0, quotaBytes: 0, totalBytes: 0, trashDays: 30 });
  for (const wrong of [{ trashDays: null }, { trashDays: 0 }, { trashDays: 366 }, { keepDays: -1 }, { keepDays: 4000 }, { quotaGb: -0.1 }, { totalGb: 2e6 }]) expect(rulesOf({ keepDays: null, quotaGb: null, totalGb: null, trashDays: 30, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
});

test('room as people say it', () => {
  expect([0, 4_000, 1_230_000, 999_900_000, 2_500_000_000].map((bytes) => sayBytes(bytes, 'en'))).toEqual(['0 MB', '4 kB', '1.2 MB', '999.9 MB', '2.5 GB']);
  expect(goesAt('2026-03-01T10:00:00.000Z', 30).toISOString()).toBe('2026-03-31T10:00:00.000Z');
  expect([fullness({ usedBytes: 3, trashBytes: 1, quotaBytes: 8 }), fullness({ usedBytes: 9, trashBytes: 0, quotaBytes: 8 }), fullness({ usedBytes: 9, trashBytes: 0, quotaBytes: 0 })]).toEqual([0.5, 1, 0]);
});
