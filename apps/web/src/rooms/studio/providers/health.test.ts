import type { Provider } from '@komawari/contract';
import { expect, test } from 'vitest';
import { healthOf } from './health.ts';

const now = new Date('2026-11-23T14:00:00Z');
const later = '2026-11-23T14:02:00.000Z';
const base = { isEnabled: true, isUsable: true, models: [], health: { isOpen: true, failures: 0, closedUntil: null, lastFault: null, lastSaid: null, lastGoodAt: null } } as unknown as Provider;
const of = (change: Partial<Provider>, health: Partial<Provider['health']> = {}, hasMake = true) => healthOf({ ...base, ...change, health: { ...base.health, ...health } }, { hasMake, now });

test('what stands in the way first is said first', () => {
  expect(of({ isUsable: false, isEnabled: false }, { failures: 3 }).word).toBe('healthKeys');
  expect(of({ isUsable: false }, {}, false).word).toBe('healthMake');
  expect(of({ isEnabled: false }, { failures: 3, closedUntil: later }).word).toBe('healthOff');
});

test('a pause tells its end and what was said, until it is over', () => {
  const trouble = { failures: 5, lastFault: 'down', lastSaid: 'Bad gateway' } as const;
  expect(of({}, { ...trouble, closedUntil: later })).toEqual({ tone: 'bad', word: 'healthPaused', failures: 5, at: later, fault: 'down', said: 'Bad gateway' });
  expect(of({}, { ...trouble, closedUntil: '2026-11-23T13:59:00.000Z' })).toMatchObject({ tone: 'warn', word: 'healthFailing', fault: 'down' });
});

test('a limit that was met is no failure', () => {
  expect(of({}, { lastFault: 'busy', closedUntil: later })).toMatchObject({ tone: 'warn', word: 'healthLimited', at: later, fault: 'busy' });
});

test('while its own address rests, others may go on', () => {
  const well = { isEnabled: true, isUsable: true, health: base.health };
  const resting = { failures: 1, lastFault: 'denied', closedUntil: later } as const;
  const endpoints = [well, { ...well, isEnabled: false }, { ...well, health: { ...base.health, closedUntil: later } }] as never;
  expect(of({ endpoints }, resting)).toMatchObject({ tone: 'warn', word: 'healthPartly', failures: 1, fault: 'denied' });
  expect(of({ endpoints: [] }, resting).word).toBe('healthPaused');
});

test('an old fault is no news once it works again', () => {
  expect(of({}, { lastFault: 'down', lastSaid: 'x', lastGoodAt: '2026-11-23T13:57:00.000Z' })).toEqual({ tone: 'good', word: 'healthGoodSince', failures: 0, at: '2026-11-23T13:57:00.000Z', fault: null, said: undefined });
  expect([of({ models: [{}] as never }).word, of({}).word]).toEqual(['healthGood', 'healthNew']);
});
