import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutStrip, type Span } from './webtoon-cuts.ts';

const span = (length: number): fc.Arbitrary<Span> => fc.tuple(fc.double({ min: 0, max: length, noNaN: true }), fc.double({ min: 1, max: 900, noNaN: true })).map(([from, size]) => ({ from, to: from + size }));

const strip = fc.integer({ min: 1, max: 20_000 }).chain((length) => fc.record({ length: fc.constant(length), lettering: fc.array(span(length), { maxLength: 25 }), panels: fc.array(span(length), { maxLength: 15 }) }));

test('slices join to the strip, none is too tall, and no lettering that could be spared is cut', () => {
  fc.assert(fc.property(strip, fc.integer({ min: 200, max: 1500 }), ({ length, lettering, panels }, max) => {
    const cuts = cutStrip(length, max, { lettering, panels });
    expect(cuts[0]!.from).toBe(0);
    expect(cuts.at(-1)!.to).toBe(length);
    cuts.forEach((cut, i) => {
      expect(Number.isInteger(cut.from) && Number.isInteger(cut.to)).toBe(true);
      expect(cut.to - cut.from).toBeGreaterThan(0);
      expect(cut.to - cut.from).toBeLessThanOrEqual(max);
      if (i === 0) return;
      expect(cut.from).toBe(cuts[i - 1]!.to);
      if (!lettering.some((one) => one.from < cut.from && cut.from < one.to)) return;
      // Cut through: then every row the slice could have ended at lies in lettering.
      const start = cuts[i - 1]!.from;
      for (let at = start + 2; at <= Math.min(start + max, length - 1); at++) expect(lettering.some((one) => one.from < at && at < one.to), `${at}`).toBe(true);
    });
  }), { numRuns: 300 });
});

test('a cut goes between panels where one ends in the slice', () => {
  expect(cutStrip(2000, 1280, { lettering: [], panels: [{ from: 0, to: 900 }, { from: 950, to: 2000 }] })).toEqual([{ from: 0, to: 950 }, { from: 950, to: 2000 }]);
});

test('a panel taller than a slice is cut beside its lettering', () => {
  expect(cutStrip(3000, 1280, { lettering: [{ from: 1200, to: 1300 }], panels: [{ from: 0, to: 3000 }] })[0]).toEqual({ from: 0, to: 1200 });
});

test('a short strip stays whole', () => expect(cutStrip(800, 1280, { lettering: [], panels: [] })).toEqual([{ from: 0, to: 800 }]));
