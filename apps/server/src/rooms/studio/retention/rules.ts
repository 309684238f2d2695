/** Which pictures go: decided on plain facts, by the dry run and by the run alike. */
import type { KeepingReason, KeepingRules } from '@komawari/contract';

const DAY_MS = 86_400_000;

/** A picture that is not in the trash. */
export type PictureFacts = {
  id: string; owner: string;
  /** When it came, or came out of the trash. */
  atMs: number;
  sizeBytes: number;
  /** A favourite, on a board, with a note or tags, or being worked on or with. */
  isKept: boolean;
};

/** `used` holds all that each owner has: what is kept as well, and what was given to work on. */
export type KeepingFacts = { pictures: readonly PictureFacts[]; used: ReadonlyMap<string, number> };

export type Going = { id: string; owner: string; sizeBytes: number; reason: KeepingReason };

/**
 * Too old ones first; then of everybody who has more than a share; then of all, until they fit. Always the oldest first, and
 * never one that is kept. What goes by one rule is no longer counted by the next.
 */
export function decideKeeping(rules: KeepingRules, { pictures, used }: KeepingFacts, nowMs: number): Going[] {
  const left = new Map(used);
  let total = [...used.values()].reduce((sum, bytes) => sum + bytes, 0);
  const going: Going[] = [];
  let loose = pictures.filter(({ isKept }) => !isKept).sort(byAge);
  const take = (reason: KeepingReason, goes: (picture: PictureFacts) => boolean) => {
    loose = loose.filter((picture) => {
      if (!goes(picture)) return true;
      const { id, owner, sizeBytes } = picture;
      going.push({ id, owner, sizeBytes, reason });
      left.set(owner, (left.get(owner) ?? 0) - sizeBytes);
      total -= sizeBytes;
      return false;
    });
  };
  if (rules.keepDays > 0) take('days', ({ atMs }) => atMs <= cutOff(rules, nowMs));
  // Without a picture in it, a place takes no room, and its going gives none.
  if (rules.quotaBytes > 0) take('quota', ({ owner, sizeBytes }) => sizeBytes > 0 && (left.get(owner) ?? 0) > rules.quotaBytes);
  if (rules.totalBytes > 0) take('total', ({ sizeBytes }) => sizeBytes > 0 && total > rules.totalBytes);
  return going;
}

/** What came until then is too old. */
export function cutOff({ keepDays }: KeepingRules, nowMs: number): number {
  return nowMs - keepDays * DAY_MS;
}

function byAge(a: PictureFacts, b: PictureFacts): number {
  return a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
