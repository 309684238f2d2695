import type { TaskState } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../errors.ts';
import { backoffMs, outcomeOfParent, PRIORITY_MAX, priorityOf, verdictOn } from './rules.ts';

const STATES: TaskState[] = ['queued', 'running', 'done', 'failed', 'refused', 'cancelled', 'unknown'];

describe('the end of a parent', () => {
  test('is never `done` with a part missing, and never an end while a part is open', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 12 }), fc.boolean(), (states, isCancelling) => {
      const outcome = outcomeOfParent(states, isCancelling);
      const isOpen = states.some((state) => state === 'queued' || state === 'running');
      expect(outcome === undefined).toBe(isOpen);
      if (outcome === 'done') expect(states.every((state) => state === 'done')).toBe(true);
      if (!isOpen && !isCancelling && states.some((state) => state !== 'done')) expect(outcome).toBe('incomplete');
      if (!isOpen && isCancelling) expect(outcome).toBe('cancelled');
    }));
  });
});

describe('an attempt that threw', () => {
  const attempt = { failures: 0, failuresMax: 3, isCancelling: false, isStopping: false };
  test('is tried again after trouble on our side, a limited number of times', () => {
    expect(verdictOn(new Error('boom'), attempt)).toEqual({ state: 'queued', waitMs: 1000, isFailure: true });
    expect(verdictOn(new Error('boom'), { ...attempt, failures: 2 })).toEqual({ state: 'failed', code: 'server.error' });
  });
  test('ends at once for what no repetition mends', () => {
    expect(verdictOn(new AppError('comics.not-text', { detail: 'x' }), attempt)).toEqual({ state: 'failed', code: 'comics.not-text', detail: 'x' });
    expect(verdictOn(new RefusedError('unsafe'), attempt)).toMatchObject({ state: 'refused' });
    expect(verdictOn(new UnknownOutcomeError('lost'), attempt)).toMatchObject({ state: 'unknown' });
  });
  test('waits as long as it was told, a minute at most, and counts only what was a failure', () => {
    const busy = (waitMs: number, isFailure: boolean) => new TryLaterError('server.error', { waitMs, isFailure });
    expect(verdictOn(busy(22_000, true), attempt)).toEqual({ state: 'queued', waitMs: 22_000, isFailure: true });
    expect(verdictOn(busy(10, true), { ...attempt, failures: 1 })).toEqual({ state: 'queued', waitMs: 2000, isFailure: true });
    expect(verdictOn(busy(86_400_000, true), attempt)).toMatchObject({ waitMs: 60_000 });
    expect(verdictOn(busy(1, true), { ...attempt, failures: 2 })).toEqual({ state: 'failed', code: 'server.error' });
    expect(verdictOn(busy(500, false), { ...attempt, failures: 2 })).toEqual({ state: 'queued', waitMs: 500, isFailure: false });
  });
  test('goes back untouched when the worker stops, and a cancel wins over everything', () => {
    expect(verdictOn(new Error('aborted'), { ...attempt, failures: 2, isStopping: true })).toEqual({ state: 'queued', waitMs: 0, isFailure: false });
    expect(verdictOn(new RefusedError('x'), { ...attempt, isCancelling: true, isStopping: true })).toMatchObject({ state: 'cancelled' });
  });
});

describe('fairness', () => {
  test('one owner\'s first task goes before another\'s hundredth', () => {
    const many = Array.from({ length: 400 }, (_, index) => priorityOf({ nextPriority: 0, ownerWaiting: 0, index }));
    const late = priorityOf({ nextPriority: many[3] ?? 0, ownerWaiting: 0, index: 0 });
    expect(many.filter((priority) => priority < late)).toHaveLength(3);
  });
  test('priorities stay within what the queue can hold', () => {
    fc.assert(fc.property(fc.integer({ min: -200, max: 32_767 }), fc.nat(100_000), fc.nat(5000), (nextPriority, ownerWaiting, index) => {
      const priority = priorityOf({ nextPriority, ownerWaiting, index });
      expect(priority).toBeGreaterThanOrEqual(0);
      expect(priority).toBeLessThanOrEqual(PRIORITY_MAX);
    }));
  });
  test('waiting doubles and ends at a minute', () => {
    expect([0, 1, 2, 5, 6, 20].map(backoffMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });
});
