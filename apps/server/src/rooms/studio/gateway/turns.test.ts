import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TryLaterError } from '../../../kernel/errors.ts';
import { openTurns } from './turns.ts';

const never = new AbortController().signal;

describe('turns at a provider', () => {
  test('so many at once, then in line, then later', async () => {
    const turns = openTurns({ nowMs: () => 0 });
    const ends = await Promise.all([1, 2].map(() => turns.take('p', { atOnceMax: 2, signal: never })));
    const waiting = [1, 2, 3, 4].map(() => turns.take('p', { atOnceMax: 2, signal: never }));
    await expect(turns.take('p', { atOnceMax: 2, signal: never })).rejects.toMatchObject({ code: 'studio.provider-busy', waitMs: 2000, isFailure: false });
    expect(turns.count('p')).toBe(2);
    expect(turns.count('q')).toBe(0);
    ends[0]?.();
    ends[0]?.();
    (await waiting[0])?.();
    ends[1]?.();
    for (const one of waiting.slice(1)) (await one)();
    expect(turns.count('p')).toBe(0);
  });

  test('who leaves the line takes no turn with him', async () => {
    const turns = openTurns({ nowMs: () => 0 });
    const end = await turns.take('p', { atOnceMax: 1, signal: never });
    const leaving = new AbortController();
    const left = turns.take('p', { atOnceMax: 1, signal: leaving.signal });
    const stays = turns.take('p', { atOnceMax: 1, signal: never });
    leaving.abort(new Error('cancelled'));
    await expect(left).rejects.toThrow('cancelled');
    end();
    (await stays)();
    expect(turns.count('p')).toBe(0);
    await expect(turns.take('p', { atOnceMax: 1, signal: leaving.signal })).rejects.toThrow('cancelled');
  });

  test('the more are sent away, the later they come back, and only for a while', async () => {
    let now = 0;
    const turns = openTurns({ nowMs: () => now });
    await turns.take('p', { atOnceMax: 1, signal: never });
    for (let i = 0; i < 4; i += 1) void turns.take('p', { atOnceMax: 1, signal: never });
    const sendAway = async () => ((await turns.take('p', { atOnceMax: 1, signal: never }).catch((error: unknown) => error)) as TryLaterError).waitMs;
    for (let i = 0; i < 199; i += 1) await sendAway();
    expect(await sendAway()).toBe(20_000);
    now = 61_000;
    expect(await sendAway()).toBe(2000);
  });

  test('people come in the order they came, each with the lowest rank of theirs', async () => {
    const turns = openTurns({ nowMs: () => 0 });
    const served: string[] = [];
    const stand = (owner: string, rank: number) => turns.take('p', { atOnceMax: 1, signal: never, standing: { owner, rank } }).then((end) => { served.push(`${owner}${rank}`); return end; });
    let last = stand('a', 0);
    const all = [stand('a', 5), stand('b', 2), stand('a', 1), stand('b', 1)];
    (await last)();
    for (const one of all) last = one.then((end) => { end(); return end; });
    await Promise.all(all);
    expect(served).toEqual(['a0', 'a1', 'b1', 'a5', 'b2']);
  });

  test('a full line takes in a lower rank for a higher one of the same person, never for another\'s', async () => {
    const turns = openTurns({ nowMs: () => 0 });
    const end = await turns.take('p', { atOnceMax: 1, signal: never });
    const served: number[] = [];
    const stand = (owner: string, rank: number) => turns.take('p', { atOnceMax: 1, signal: never, standing: { owner, rank } }).then((over) => { served.push(rank); over(); });
    const [one, two, three, four] = [stand('a', 1), stand('a', 9), stand('b', 20), stand('b', 3)];
    const better = stand('a', 4);
    await expect(two).rejects.toMatchObject({ code: 'studio.provider-busy', isFailure: false });
    await expect(stand('a', 30)).rejects.toMatchObject({ code: 'studio.provider-busy' });
    await expect(stand('c', 0)).rejects.toMatchObject({ code: 'studio.provider-busy' });
    end();
    await Promise.all([one, better, three, four]);
    expect(served).toEqual([1, 4, 3, 20]);
  });

  test('never more than allowed, and at the end everybody was served or told', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(fc.record({ does: fc.constantFrom('come', 'end', 'leave'), n: fc.nat(30) }), { maxLength: 60 }), async (atOnceMax, steps) => {
      const turns = openTurns({ nowMs: () => 0 });
      const guests: { leave: AbortController; end?: () => void; isOver: boolean }[] = [];
      for (const { does, n } of steps) {
        const guest = guests[n % Math.max(guests.length, 1)];
        if (does === 'come') {
          const one: (typeof guests)[number] = { leave: new AbortController(), isOver: false };
          guests.push(one);
          turns.take('p', { atOnceMax, signal: one.leave.signal }).then((end) => { one.end = end; }, () => { one.isOver = true; });
        } else if (does === 'end') guest?.end?.();
        else if (!guest?.end) guest?.leave.abort();
        await new Promise(setImmediate);
        expect(turns.count('p')).toBeLessThanOrEqual(atOnceMax);
      }
      for (let round = 0; round <= guests.length; round += 1) {
        for (const guest of guests) guest.end?.();
        await new Promise(setImmediate);
      }
      expect(turns.count('p')).toBe(0);
      expect(guests.every(({ end, isOver }) => end !== undefined || isOver)).toBe(true);
    }), { numRuns: 60 });
  });
});
