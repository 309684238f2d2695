import type { OwnKeeping } from '@komawari/contract';
import { getOwnKeeping } from '../../../api/studio-retention.ts';
import { useCall } from '../../../api/use-call.ts';

export const KEEPING_KEY = ['studio', 'keeping'] as const;
const OWN_KEY = ['studio', 'keeping', 'own'] as const;
/** How often it is looked how full it is. */
const LOOK_MS = 60_000;

/** One's own share; undefined while nobody knows. One that `looks` again by the minute is enough for all that show it. */
export function useOwnKeeping({ looks = false } = {}): OwnKeeping | undefined {
  return useCall(OWN_KEY, getOwnKeeping, looks ? { pollMs: LOOK_MS } : {}).data;
}
