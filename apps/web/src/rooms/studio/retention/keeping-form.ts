/** The rules as they are typed: gigabytes, and nothing where there is no limit. */
import type { KeepingRules } from '@komawari/contract';

const GB = 1_000_000_000;
export const LIMITS = { keepDays: 3650, gigabytes: 1_000_000, trashDays: 365 };

export type KeepingDraft = { keepDays: number | null; quotaGb: number | null; totalGb: number | null; trashDays: number | null };

export function draftOf({ keepDays, quotaBytes, totalBytes, trashDays }: KeepingRules): KeepingDraft {
  return { keepDays: keepDays || null, quotaGb: quotaBytes / GB || null, totalGb: totalBytes / GB || null, trashDays };
}

/** What is typed, or undefined where that is no rule. An empty field is no limit; the trash always has its days. */
export function rulesOf({ keepDays, quotaGb, totalGb, trashDays }: KeepingDraft): KeepingRules | undefined {
  if (trashDays === null || !isBetween(trashDays, 1, LIMITS.trashDays) || !isBetween(keepDays ?? 0, 0, LIMITS.keepDays)) return undefined;
  if (!isBetween(quotaGb ?? 0, 0, LIMITS.gigabytes) || !isBetween(totalGb ?? 0, 0, LIMITS.gigabytes)) return undefined;
  return { keepDays: Math.round(keepDays ?? 0), quotaBytes: Math.round((quotaGb ?? 0) * GB), totalBytes: Math.round((totalGb ?? 0) * GB), trashDays: Math.round(trashDays) };
}

export function isSameRules(a: KeepingRules, b: KeepingRules): boolean {
  return a.keepDays === b.keepDays && a.quotaBytes === b.quotaBytes && a.totalBytes === b.totalBytes && a.trashDays === b.trashDays;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most;
}
