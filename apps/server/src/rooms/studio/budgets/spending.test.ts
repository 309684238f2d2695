import { Budgets } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costingOf } from './costing.ts';
import { priceOfWords } from './price-of-words.ts';
import { countsAs, dayOf, leftOf, refusalOf, renewsAt } from './spending.ts';

const CAPS = { currency: 'CNY', perTaskMicros: 300, perUserDayMicros: 500, perDayMicros: 800, unknownMicros: null } satisfies Budgets;
const cap = fc.option(fc.nat(1000), { nil: null });
const budgets = fc.record({ currency: fc.constant('CNY'), perTaskMicros: cap, perUserDayMicros: cap, perDayMicros: cap, unknownMicros: cap });
const wishes = fc.array(fc.record({ task: fc.constantFrom('a1', 'a2', 'b1', 'b2'), micros: fc.nat(400) }), { maxLength: 40 });

test('whatever is asked for in whatever order, no cap is passed, and what fits is never refused', () => {
  fc.assert(fc.property(budgets, wishes, (caps, asked) => {
    const sums = new Map<string, number>();
    const add = (key: string, micros: number) => sums.set(key, (sums.get(key) ?? 0) + micros);
    for (const { task, micros } of asked) {
      const [user = ''] = task;
      const spent = { task: sums.get(task) ?? 0, userDay: sums.get(user) ?? 0, day: sums.get('all') ?? 0 };
      const refusal = refusalOf(caps, spent, micros);
      expect(refusal === undefined).toBe(micros <= (leftOf(caps, spent) ?? Infinity));
      if (!refusal) for (const key of [task, user, 'all']) add(key, micros);
    }
    for (const [key, sum] of sums) expect(sum).toBeLessThanOrEqual((key === 'all' ? caps.perDayMicros : key.length === 1 ? caps.perUserDayMicros : caps.perTaskMicros) ?? Infinity);
  }));
});

test('the first cap that is met is named, with what is left under it', () => {
  expect(refusalOf(CAPS, { task: 0, userDay: 0, day: 0 }, 300)).toBeUndefined();
  expect(refusalOf(CAPS, { task: 100, userDay: 100, day: 100 }, 201)).toEqual({ cap: 'task', leftMicros: 200 });
  expect(refusalOf(CAPS, { task: 0, userDay: 499, day: 499 }, 2)).toEqual({ cap: 'user', leftMicros: 1 });
  expect(refusalOf(CAPS, { task: 0, userDay: 0, day: 900 }, 1)).toEqual({ cap: 'all', leftMicros: 0 });
});

test('other money and unknown prices count as the operator says, or not at all', () => {
  const guess = { ...CAPS, unknownMicros: 7 };
  expect([countsAs(CAPS, { currency: 'CNY', micros: 5 }, 1), countsAs(CAPS, { currency: 'USD', micros: 5 }, 1), countsAs(CAPS, undefined, 1), countsAs(CAPS, { currency: 'USD', micros: 0 }, 1)]).toEqual([5, undefined, undefined, 0]);
  expect([countsAs(guess, { currency: 'USD', micros: 5 }, 3), countsAs(guess, undefined, 2)]).toEqual([21, 14]);
});

test('days are those of UTC', () => {
  const late = new Date('2026-12-31T23:59:59.999Z');
  expect([dayOf(late), renewsAt(late), renewsAt(new Date('2026-12-31T00:00:00Z'))]).toEqual(['2026-12-31', '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
});

test('pictures cost by the picture, words by their tokens at most', () => {
  const price = { currency: 'CNY', perPictureMicros: 25, perMillionInputTokensMicros: 1_000_000, perMillionOutputTokensMicros: 2_000_000 };
  expect([costingOf({ bills: true, price }, 4).cost, costingOf({ bills: true, price: undefined }, 4).cost, costingOf({ bills: false, price }, 4).cost?.micros]).toEqual([{ currency: 'CNY', micros: 100 }, undefined, 0]);
  const asked = { messages: [{ role: 'user', text: '猫' }], answerTokensMax: 100 } as const;
  const plain = priceOfWords(price, {}, asked)?.micros ?? 0;
  expect(plain).toBeGreaterThanOrEqual(203);
  expect(priceOfWords(price, {}, { ...asked, messages: [{ role: 'user', text: '猫', pictures: [{ bytes: new Uint8Array(50_000), mediaType: 'image/png' }] }] })?.micros).toBe(plain + 4096);
  expect([priceOfWords({ currency: 'CNY' }, {}, asked), priceOfWords(undefined, {}, asked)]).toEqual([undefined, undefined]);
});
