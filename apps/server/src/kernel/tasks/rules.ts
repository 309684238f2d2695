/** Decisions about tasks on plain data. */
import type { TaskState } from '@komawari/contract';
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../errors.ts';
import { isEnded } from './task.ts';

/** More deaths of the process in the middle of one task than this, and the task is at fault. */
export const INTERRUPTIONS_MAX = 20;
/** graphile-worker orders by a 16 bit number; lower runs first. */
export const PRIORITY_MAX = 32_000;
/** Bringing a parent forward takes milliseconds and frees others to work. */
export const ADVANCE_PRIORITY = -100;

/** The end of a parent whose children all ended, or undefined while one is open. */
export function outcomeOfParent(childStates: readonly TaskState[], isCancelling: boolean): TaskState | undefined {
  if (!childStates.every(isEnded)) return undefined;
  if (isCancelling) return 'cancelled';
  return childStates.every((state) => state === 'done') ? 'done' : 'incomplete';
}

export type Verdict =
  | { state: 'queued'; waitMs: number; isFailure: boolean }
  | { state: 'failed' | 'refused' | 'unknown' | 'cancelled'; code: string; detail?: string };

/** What this machine cannot do it cannot do at the next attempt either. */
const NOT_HERE = 501;

/** What follows when an attempt threw. `failures` counts those before this one. */
export function verdictOn(error: unknown, attempt: { failures: number; failuresMax: number; isCancelling: boolean; isStopping: boolean }): Verdict {
  if (attempt.isCancelling) return { state: 'cancelled', code: 'cancelled' };
  if (attempt.isStopping) return { state: 'queued', waitMs: 0, isFailure: false };
  if (error instanceof RefusedError) return { state: 'refused', code: 'tasks.refused', ...(error.message === '' ? {} : { detail: error.message }) };
  if (error instanceof UnknownOutcomeError) return { state: 'unknown', code: 'tasks.unknown', ...detailOf(error) };
  if (error instanceof AppError && (error.status < 500 || error.status === NOT_HERE)) return { state: 'failed', code: error.code, detail: error.detail };
  if (error instanceof TryLaterError && !error.isFailure) return { state: 'queued', waitMs: within(error.waitMs), isFailure: false };
  if (attempt.failures + 1 >= attempt.failuresMax) return error instanceof TryLaterError ? { state: 'failed', code: error.code, ...detailOf(error) } : { state: 'failed', code: error instanceof AppError ? error.code : 'server.error' };
  return { state: 'queued', waitMs: error instanceof TryLaterError ? Math.max(within(error.waitMs), backoffMs(attempt.failures)) : backoffMs(attempt.failures), isFailure: true };
}

function detailOf({ detail }: { detail: string | undefined }): { detail?: string } {
  return detail === undefined ? {} : { detail };
}

const WAIT_MAX_MS = 60_000;

/** 1 s, 2 s, 4 s ... at most a minute. */
export function backoffMs(failures: number): number {
  return Math.min(1000 * 2 ** failures, WAIT_MAX_MS);
}

/** What others say about waiting is believed up to a minute; then they are asked again. */
function within(waitMs: number): number {
  return Math.min(Math.max(waitMs, 0), WAIT_MAX_MS);
}

/**
 * Round robin over owners: a new task stands behind as many others as its owner has waiting, counted
 * from the one that runs next. An owner with 400 panels leaves room between them for somebody's first.
 */
export function priorityOf(queue: { nextPriority: number; ownerWaiting: number; index: number }): number {
  return Math.min(Math.max(queue.nextPriority, 0) + queue.ownerWaiting + queue.index, PRIORITY_MAX);
}
