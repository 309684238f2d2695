/** When a provider is left alone for a while. Decisions on plain data. */
import type { ProviderFault } from '../../../ports/provider.ts';

export type Health = { failures: number; closedUntil: Date | null };

/** So many failures in a row, and nobody asks for a while. */
const FAILURES_MAX = 5;
const CLOSED_MS = 15_000;
const CLOSED_MAX_MS = 600_000;
/** A key that is wrong or an account without money is not mended by asking. */
const ACCOUNT_CLOSED_MS = 300_000;

/** Faults of the provider, not of what it was asked. */
const OWN: readonly ProviderFault[] = ['down', 'unknown', 'denied', 'exhausted'];

/** How long one of several endpoints is left alone after it said that it has too much to do, unless it says so itself. */
const LIMITED_MS = 10_000;

/** Health of one of several endpoints after a limit was met: it rests, and the others go on. No failure: a limit runs out by itself. */
export function healthAfterLimit({ failures, closedUntil }: Health, retryAfterMs: number | undefined, now: Date): Health {
  const until = now.getTime() + Math.min(Math.max(retryAfterMs ?? LIMITED_MS, 0), CLOSED_MAX_MS);
  return { failures, closedUntil: new Date(Math.max(until, closedUntil?.getTime() ?? 0)) };
}

/** Health after an answer (no fault) or a fault; undefined when nothing changes. */
export function healthAfter(health: Health, fault: ProviderFault | undefined, now: Date): Health | undefined {
  if (fault === undefined || fault === 'refused' || fault === 'empty') return isLimited(health, now) || (health.failures === 0 && health.closedUntil === null) ? undefined : { failures: 0, closedUntil: null };
  if (!OWN.includes(fault)) return undefined;
  const failures = health.failures + 1;
  // What was sent before it was closed ends late: it may close it for longer, and never opens it.
  const closedFor = (ms: number) => new Date(Math.max(now.getTime() + ms, health.closedUntil?.getTime() ?? 0));
  if (fault === 'denied' || fault === 'exhausted') return { failures, closedUntil: closedFor(ACCOUNT_CLOSED_MS) };
  if (isLimited(health, now)) return undefined;
  if (failures < FAILURES_MAX) return { failures, closedUntil: isOpen(health, now) ? null : health.closedUntil };
  // Each failure of the one that looks again doubles the while.
  return { failures, closedUntil: closedFor(Math.min(CLOSED_MS * 2 ** (failures - FAILURES_MAX), CLOSED_MAX_MS)) };
}

/** Whether it may be asked; after the while one request finds out how it is. */
export function isOpen(health: Health, now: Date): boolean {
  return health.closedUntil === null || health.closedUntil <= now;
}

/** It rests because of a limit alone: what was sent before it was met is answered all the same, and does not end the rest. */
export function isLimited(health: Health, now: Date): boolean {
  return health.failures === 0 && !isOpen(health, now);
}
