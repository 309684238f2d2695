import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takesThatFit, type FittingTake } from './takes-that-fit.ts';

const take = (n: number, isRejected = false): FittingTake => ({ id: `t${n}`, isRejected });
const ids = (takes: readonly FittingTake[] | undefined) => takes?.map(({ id }) => id);

test('of too many takes the chosen one stays, then those not put aside, newest first; all in their order', () => {
  const takes = [take(0), take(1, true), take(2), take(3), take(4, true), take(5)];
  const fit = (panelTakesMax: number) => ids(takesThatFit([takes], new Set(['t0']), { panelTakesMax, takesMaxBytes: 10_000 })[0]);
  expect([1, 2, 3, 4, 5, 6].map(fit)).toEqual([['t0'], ['t0', 't5'], ['t0', 't3', 't5'], ['t0', 't2', 't3', 't5'], ['t0', 't2', 't3', 't4', 't5'], ['t0', 't1', 't2', 't3', 't4', 't5']]);
});

test('a book with more than fits keeps the same number of every panel, at least one, and never more bytes than there is room', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.boolean(), { maxLength: 30 }), { maxLength: 20 }), fc.nat(20_000), (made, takesMaxBytes) => {
    const panels = made.map((marks, i) => marks.map((isRejected, n) => take(i * 100 + n, isRejected)));
    const kept = takesThatFit(panels, new Set(), { panelTakesMax: 24, takesMaxBytes });
    const most = Math.max(0, ...kept.map((takes) => takes.length));
    expect(most).toBeLessThanOrEqual(24);
    kept.forEach((takes, i) => {
      expect(takes).toHaveLength(Math.min(most, panels[i]!.length));
      expect(takes).toEqual(panels[i]!.filter((one) => takes.includes(one)));
    });
    if (most > 1) expect(JSON.stringify(kept.flat()).length - 2).toBeLessThanOrEqual(takesMaxBytes);
  }));
});
