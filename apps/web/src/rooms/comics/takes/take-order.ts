/** Which take is looked at, shown, next. Pure. */
import type { Take } from '@komawari/contract';
import { isEnded } from '../overview/making.ts';

/** What the page shows, or will show when it is brought up to date. */
export function shownTake(takes: readonly Take[], adoptedId: string | undefined): Take | undefined {
  return takes.find((take) => take.id === adoptedId && take.state === 'done') ?? takes.find((take) => take.isShown) ?? takes.findLast((take) => take.state === 'done' && !take.isRejected);
}

/** The one the address names, else the one the page shows, else the newest. */
export function lookedAt(takes: readonly Take[], named: string | undefined, adoptedId: string | undefined): Take | undefined {
  return takes.find((take) => take.id === named) ?? shownTake(takes, adoptedId) ?? takes.at(-1);
}

/** Stops at either end. */
export function besides(takes: readonly Take[], id: string | undefined, step: 1 | -1): Take | undefined {
  const at = takes.findIndex((take) => take.id === id);
  return takes[Math.min(takes.length - 1, Math.max(0, at + step))];
}

/** Counted among all takes of the panel, from 1. */
export function numberOf(takes: readonly Take[], id: string): number {
  return takes.findIndex((take) => take.id === id) + 1;
}

export function canCompare(take: Take): boolean {
  return take.state === 'done' && take.picture !== null;
}

/** Its picture is still being made: also of a take that came with a file and is done as far as it can be told in words. */
export function isComing(take: Take): boolean {
  return take.picture === null && take.error === null && (take.state === 'done' || !isEnded(take.state));
}
