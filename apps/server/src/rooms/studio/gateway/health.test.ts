import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProviderFault } from '../../../ports/provider.ts';
import { healthAfter, isOpen, type Health } from './health.ts';

const START: Health = { failures: 0, closedUntil: null };
const now = new Date('2026-01-01T00:00:00Z');
const after = (...faults: (ProviderFault | undefined)[]) => faults.reduce<Health>((health, fault) => healthAfter(health, fault, now) ?? health, START);

test('five failures in a row close the door, an answer opens it', () => {
  expect(isOpen(after('down', 'unknown', 'down', 'down'), now)).toBe(true);
  const closed = after('down', 'down', 'down', 'down', 'down');
  expect(isOpen(closed, now)).toBe(false);
  expect(isOpen(closed, new Date(now.getTime() + 15_000))).toBe(true);
  expect(after('down', 'down', 'down', 'down', undefined, 'down')).toEqual({ failures: 1, closedUntil: null });
});

test('it is left alone longer each time, ten minutes at most', () => {
  const closed = after(...Array<ProviderFault>(6).fill('down'));
  expect(closed.closedUntil?.getTime()).toBe(now.getTime() + 30_000);
  expect(after(...Array<ProviderFault>(40).fill('down')).closedUntil?.getTime()).toBe(now.getTime() + 600_000);
});

test('no fault of what was sent before opens what is closed, or shortens the while', () => {
  const closed = fc.record({ failures: fc.nat(9), closedUntil: fc.integer({ min: 1, max: 600_000 }).map((ms) => new Date(now.getTime() + ms)) });
  fc.assert(fc.property(closed, fc.constantFrom<ProviderFault>('down', 'unknown', 'denied', 'exhausted', 'busy'), (health, fault) => {
    const next = healthAfter(health, fault, now) ?? health;
    expect(next.closedUntil?.getTime()).toBeGreaterThanOrEqual(health.closedUntil.getTime());
  }));
});

test('a wrong key closes at once; what was asked wrongly, is busy, or was cancelled says nothing about health', () => {
  expect(isOpen(after('denied'), now)).toBe(false);
  expect(isOpen(after('exhausted'), now)).toBe(false);
  fc.assert(fc.property(fc.array(fc.constantFrom<ProviderFault>('invalid', 'busy', 'cancelled', 'no-model')), (faults) => { expect(after(...faults)).toEqual(START); }));
});
