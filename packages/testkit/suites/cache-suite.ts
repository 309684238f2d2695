import { describe, expect, test } from 'vitest';
import type { Cache } from '../../../apps/server/src/ports/cache.ts';
import { heldClock, type HeldClock } from '../src/held-clock.ts';

/** What every cache must do. `open` gives one that keeps three values for a second of the given clock. */
export function cacheSuite(name: string, open: (clock: HeldClock) => Cache<string>): void {
  describe(`cache: ${name}`, () => {
    test('keeps a value for its time and no longer', () => {
      const clock = heldClock();
      const cache = open(clock);
      cache.set('a', '1');
      clock.advance(999);
      expect(cache.get('a')).toBe('1');
      clock.advance(1);
      expect(cache.get('a')).toBeUndefined();
    });

    test('a newer value takes the place of an older one', () => {
      const cache = open(heldClock());
      cache.set('a', '1');
      cache.set('a', '2');
      expect(cache.get('a')).toBe('2');
    });

    test('does not grow without end', () => {
      const cache = open(heldClock());
      for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key);
      expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, 'b', 'c', 'd']);
    });

    test('forgets everything when told', () => {
      const cache = open(heldClock());
      cache.set('a', '1');
      cache.clear();
      expect(cache.get('a')).toBeUndefined();
    });
  });
}
