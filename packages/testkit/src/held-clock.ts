import type { Clock } from '../../../apps/server/src/ports/clock.ts';

export type HeldClock = Clock & { advance(ms: number): void };

/** A clock that stands still until it is moved. */
export function heldClock(start = new Date('2030-01-01T00:00:00Z')): HeldClock {
  let ms = start.getTime();
  return { now: () => new Date(ms), advance: (by) => { ms += by; } };
}
