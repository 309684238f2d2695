import { KEEP_EVERYTHING, type KeepingRules } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOff, decideKeeping, type KeepingFacts, type PictureFacts } from './rules.ts';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;

const picture = fc.record({ owner: fc.constantFrom('a', 'b', 'c'), atMs: fc.integer({ min: 900, max: 1_000 }).map((day) => day * DAY_MS), sizeBytes: fc.integer({ min: 0, max: 100 }), isKept: fc.boolean() });
const pictures = fc.array(picture, { maxLength: 40 }).map((all) => all.map((one, index): PictureFacts => ({ ...one, id: `p${String(index).padStart(2, '0')}` })));
/** What was given to work on, of each. */
const given = fc.record({ a: fc.integer({ min: 0, max: 300 }), b: fc.integer({ min: 0, max: 300 }) });
const rules: fc.Arbitrary<KeepingRules> = fc.record({ keepDays: fc.integer({ min: 0, max: 120 }), quotaBytes: fc.integer({ min: 0, max: 800 }), totalBytes: fc.integer({ min: 0, max: 2_000 }), trashDays: fc.constant(30) });

function factsOf(all: readonly PictureFacts[], others: Record<string, number>): KeepingFacts {
  const used = new Map(Object.entries(others));
  for (const { owner, sizeBytes } of all) used.set(owner, (used.get(owner) ?? 0) + sizeBytes);
  return { pictures: all, used };
}

const holds = (check: (given: { all: PictureFacts[]; others: Record<string, number>; rules: KeepingRules }) => void) =>
  fc.assert(fc.property(pictures, given, rules, (all, others, chosen) => check({ all, others, rules: chosen })), { numRuns: 400 });

test('never one that is kept, and none twice', () => holds(({ all, others, rules: chosen }) => {
  const ids = decideKeeping(chosen, factsOf(all, others), NOW).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => all.find((one) => one.id === id)!.isKept)).toEqual([]);
}));

test('afterwards every limit holds, or only what is kept is left', () => holds(({ all, others, rules: chosen }) => {
  const gone = new Set(decideKeeping(chosen, factsOf(all, others), NOW).map(({ id }) => id));
  const stays = all.filter(({ id }) => !gone.has(id));
  const { used } = factsOf(stays, others);
  const loose = stays.filter(({ isKept, sizeBytes }) => !isKept && sizeBytes > 0);
  if (chosen.keepDays > 0) expect(stays.filter(({ isKept, atMs }) => !isKept && atMs <= cutOff(chosen, NOW))).toEqual([]);
  if (chosen.quotaBytes > 0) for (const [owner, bytes] of used) expect(bytes <= chosen.quotaBytes || loose.every((one) => one.owner !== owner)).toBe(true);
  const total = [...used.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (chosen.totalBytes > 0) expect(total <= chosen.totalBytes || loose.length === 0).toBe(true);
}));

test('no more than it takes: each that went by a limit was still needed, and nothing older of its owner was left instead', () => holds(({ all, others, rules: chosen }) => {
  const going = decideKeeping(chosen, factsOf(all, others), NOW);
  const of = (id: string) => all.find((one) => one.id === id)!;
  const gone = new Set(going.map(({ id }) => id));
  const last = going.findLast(({ reason }) => reason === 'total');
  const left = factsOf(all.filter(({ id }) => !gone.has(id)), others).used;
  if (last) expect([...left.values()].reduce((sum, bytes) => sum + bytes, 0) + last.sizeBytes).toBeGreaterThan(chosen.totalBytes);
  for (const { id, owner, reason } of going) {
    if (reason === 'days') continue;
    const older = all.filter((one) => !one.isKept && one.sizeBytes > 0 && !gone.has(one.id) && one.atMs < of(id).atMs && (reason === 'total' || one.owner === owner));
    expect(older).toEqual([]);
  }
}));

test('the order in which the facts come changes nothing', () => holds(({ all, others, rules: chosen }) => {
  expect(decideKeeping(chosen, factsOf([...all].reverse(), others), NOW)).toEqual(decideKeeping(chosen, factsOf(all, others), NOW));
}));

test('after a run there is nothing left to do', () => holds(({ all, others, rules: chosen }) => {
  const gone = new Set(decideKeeping(chosen, factsOf(all, others), NOW).map(({ id }) => id));
  expect(decideKeeping(chosen, factsOf(all.filter(({ id }) => !gone.has(id)), others), NOW)).toEqual([]);
}));

test('half of a run, done by another process meanwhile, leaves the other half to do', () => holds(({ all, others, rules: chosen }) => {
  const going = decideKeeping(chosen, factsOf(all, others), NOW);
  const half = going.slice(0, going.length >> 1);
  const rest = decideKeeping(chosen, factsOf(all.filter(({ id }) => !half.some((one) => one.id === id)), others), NOW);
  expect(rest).toEqual(going.slice(half.length));
}));

test('for ever, unless told', () => {
  const old: PictureFacts = { id: 'p', owner: 'a', atMs: 0, sizeBytes: 1_000_000, isKept: false };
  expect(decideKeeping(KEEP_EVERYTHING, factsOf([old], {}), NOW)).toEqual([]);
  expect(decideKeeping({ ...KEEP_EVERYTHING, keepDays: 1 }, factsOf([old], {}), NOW)).toEqual([{ id: 'p', owner: 'a', sizeBytes: 1_000_000, reason: 'days' }]);
});
