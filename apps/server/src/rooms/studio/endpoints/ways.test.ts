import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { healthAfter, healthAfterLimit, isLimited, isOpen } from '../gateway/health.ts';
import { leastLoaded, limitedForMs } from './ways.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

test('the least loaded in relation to what it takes, never one that is full', () => {
  const way = fc.record({ inFlightMax: fc.integer({ min: 1, max: 8 }), load: fc.nat(9) });
  fc.assert(fc.property(fc.array(way, { maxLength: 5 }), (ways) => {
    const chosen = leastLoaded(ways, ({ load }) => load);
    const free = ways.filter(({ load, inFlightMax }) => load < inFlightMax);
    expect(chosen === undefined).toBe(free.length === 0);
    if (chosen) expect(free).toContain(chosen);
    for (const one of free) expect(chosen!.load / chosen!.inFlightMax).toBeLessThanOrEqual(one.load / one.inFlightMax);
  }));
});

test('requests that come one after the other are shared out by how much each takes', () => {
  const loads = [{ inFlightMax: 1, load: 0 }, { inFlightMax: 4, load: 0 }, { inFlightMax: 3, load: 0 }];
  for (let i = 0; i < 8; i += 1) leastLoaded(loads, ({ load }) => load)!.load += 1;
  expect(loads.map(({ load }) => load)).toEqual([1, 4, 3]);
  expect(leastLoaded(loads, ({ load }) => load)).toBeUndefined();
});

describe('a limit', () => {
  const limited = healthAfterLimit({ failures: 0, closedUntil: null }, 5000, NOW);

  test('lets one rest for as long as it says, and is no failure', () => {
    expect(limited).toEqual({ failures: 0, closedUntil: later(5000) });
    expect([isOpen(limited, NOW), isLimited(limited, NOW), isOpen(limited, later(5000)), isLimited(limited, later(5000))]).toEqual([false, true, true, false]);
    expect(healthAfterLimit(limited, 1000, NOW).closedUntil).toEqual(later(5000));
    expect(healthAfterLimit(limited, 86_400_000, NOW).closedUntil).toEqual(later(600_000));
  });

  test('does not end because an earlier request is answered, but when it has run out', () => {
    expect(healthAfter(limited, undefined, NOW)).toBeUndefined();
    expect(healthAfter(limited, undefined, later(5000))).toEqual({ failures: 0, closedUntil: null });
  });

  test.each(['down', 'unknown'] as const)('does not end because an earlier request ends as %s, and stays a mere limit', (fault) => {
    expect(healthAfter(limited, fault, NOW)).toBeUndefined();
    expect(healthAfter(limited, fault, later(5000))).toEqual({ failures: 1, closedUntil: null });
    expect(healthAfter({ failures: 2, closedUntil: later(5000) }, fault, NOW)).toEqual({ failures: 3, closedUntil: later(5000) });
  });

  test('says when to come back, where nothing else is wrong', () => {
    expect(limitedForMs([limited, healthAfterLimit({ failures: 0, closedUntil: null }, 2000, NOW)], NOW)).toBe(2000);
    expect(limitedForMs([{ failures: 5, closedUntil: later(9000) }], NOW)).toBeUndefined();
    expect(limitedForMs([{ failures: 5, closedUntil: later(900) }, limited], NOW)).toBe(5000);
  });
});
