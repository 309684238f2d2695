import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsFor, hang, nextPlace, seenBetween, type Hung } from './waterfall.ts';

const GAP = 12;
const heights = fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 1, maxLength: 120 });
const columns = fc.integer({ min: 1, max: 9 });
const hung = (tall: readonly number[], count: number) => hang(tall.length, (index) => tall[index] ?? 0, { width: 1000, columns: count, gapPx: GAP });
const cross = (a: Hung, b: Hung) => a.left < b.left + b.width + GAP - 1e-6 && b.left < a.left + a.width + GAP - 1e-6 && a.top < b.top + b.height + GAP - 1e-6 && b.top < a.top + a.height + GAP - 1e-6;

describe('a waterfall', () => {
  test('no picture covers another or comes nearer than the gap, all stay on the wall', () => {
    fc.assert(fc.property(heights, columns, (tall, count) => {
      const wall = hung(tall, count);
      wall.places.forEach((one, index) => {
        expect(wall.places.slice(0, index).some((other) => cross(one, other))).toBe(false);
        expect(one.left + one.width).toBeLessThanOrEqual(1000 + 1e-6);
        expect(one.top + one.height).toBeLessThanOrEqual(wall.height + 1e-6);
        expect(one.height).toBe(tall[index]);
      });
    }), { numRuns: 60 });
  });

  test('the order is kept: none hangs higher than one before it', () => {
    fc.assert(fc.property(heights, columns, (tall, count) => {
      const tops = hung(tall, count).places.map(({ top }) => top);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    }), { numRuns: 60 });
  });

  test('columns are balanced to a picture', () => {
    fc.assert(fc.property(heights, columns, (tall, count) => {
      const wall = hung(tall, count);
      const ends = Array.from({ length: count }, (_, column) => Math.max(0, ...wall.places.filter((place) => place.column === column).map((place) => place.top + place.height + GAP)));
      expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(Math.max(...tall) + GAP);
    }), { numRuns: 60 });
  });

  test('what is in the window is among what is drawn, and little else', () => {
    fc.assert(fc.property(heights, columns, fc.integer({ min: 0, max: 20_000 }), (tall, count, from) => {
      const { places } = hung(tall, count);
      const [to, tallest] = [from + 800, Math.max(...tall)];
      const { first, end } = seenBetween(places, { from, to, tallest });
      places.forEach((place, index) => {
        if (place.top < to && place.top + place.height > from) expect(index >= first && index < end).toBe(true);
        if (place.top >= to || place.top < from - tallest) expect(index >= first && index < end).toBe(false);
      });
    }), { numRuns: 60 });
  });

  test('keys go on in order, and up and down their column', () => {
    const { places } = hung([100, 300, 100, 100], 2);
    expect(places.map(({ column }) => column)).toEqual([0, 1, 0, 0]);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'a'].map((key) => nextPlace(places, 2, key))).toEqual([1, 3, 0, 3, 0, 3, undefined]);
    expect([nextPlace(places, 0, 'ArrowLeft'), nextPlace(places, 3, 'ArrowRight'), nextPlace(places, 1, 'ArrowDown'), nextPlace(places, 9, 'Home')]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('columns', () => expect([330, 700, 1000].map((width) => columnsFor(width, { wishPx: 220, gapPx: GAP, columnsMin: 2 }))).toEqual([2, 3, 4]));
});
