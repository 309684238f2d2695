import type { HomeHost } from '@komawari/contract';

/** What a name may be is the contract's to say; that it is not one is seen while it is typed. */
export function nameOf(typed: string): string | undefined {
  const name = typed.trim().toLowerCase();
  return /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(name) ? name : undefined;
}

/** Asks for the token by itself: on a command line every program of that machine could read it. */
export function commandOf(origin: string): string {
  return `npx koma host --server ${origin} --to http://127.0.0.1:11434`;
}

export type HostState = { word: 'stateHere' | 'stateGone' | 'stateNever'; at: string | null };

export function stateOf({ isConnected, connectedAt, lastSeenAt }: Pick<HomeHost, 'isConnected' | 'connectedAt' | 'lastSeenAt'>): HostState {
  if (isConnected) return { word: 'stateHere', at: connectedAt };
  return lastSeenAt === null ? { word: 'stateNever', at: null } : { word: 'stateGone', at: lastSeenAt };
}
