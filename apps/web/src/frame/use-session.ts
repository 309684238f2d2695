import type { Me, PERMISSIONS } from '@komawari/contract';
import { useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getMe } from '../api/accounts.ts';
import { DRAFT_OF, readKept, stowDrafts } from './kept.ts';

type Permission = (typeof PERMISSIONS)[number];
type Session = { me: Me | undefined; user: Me['user']; error: unknown; can: (permission: Permission) => boolean; reload: () => Promise<void> };

const KEY = ['accounts', 'me'] as const;

/** Everything but who it is: it was asked for by one person, and is no other's. */
const isOfOne = ({ queryKey }: { queryKey: QueryKey }): boolean => queryKey[1] !== 'me';

/** Who is here; `me` is undefined until known, which hides nothing that matters. */
export function useSession(): Session {
  const client = useQueryClient();
  const { data: me, error } = useQuery({ queryKey: KEY, queryFn: getMe, staleTime: 60_000 });
  return {
    me, error, user: me?.user ?? null,
    can: (permission) => me?.permissions.includes(permission) ?? false,
    reload: () => client.invalidateQueries({ queryKey: KEY }),
  };
}

/** Whether whoever comes may ask for an account, without a link of somebody inside. */
export function isDoorOpen(me: Me): boolean {
  return me.signUpMode === 'open' || me.signUpMode === 'approval';
}

/** What an answer of the server says about oneself, at once. */
export function noteMe(client: QueryClient, me: Me): void {
  client.setQueryData(KEY, me);
}

/** After signing in or out: nothing of the one before is shown to the next. */
export async function changeSession(client: QueryClient, me?: Me): Promise<void> {
  // A session that was over before still had somebody, whose story may lie here.
  const before = client.getQueryData<Me>(KEY)?.user?.id ?? readKept(DRAFT_OF);
  // A guest who signs up takes the story along.
  const isOther = !me || (before !== undefined && before !== me.user?.id);
  const writer = readKept(DRAFT_OF) ?? before;
  if (isOther && writer !== undefined) stowDrafts(writer);
  for (const listener of listeners) listener(isOther);
  client.removeQueries({ predicate: isOfOne });
  if (me) client.setQueryData(KEY, me);
  else await client.invalidateQueries({ queryKey: KEY });
  otherTabs?.postMessage(isOther ? 'other' : 'changed');
}

/** Tabs of one browser are one person: what one of them does at the door, the others see at once. */
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('koma.session');
const listeners = new Set<(isOther: boolean) => void>();

/**
 * For what is held in memory beside the queries: somebody signed in or out, in this tab or another. `isOther` says that
 * it is not the one before under a new name. Returns the function that ends it.
 */
export function onSessionChange(listener: (isOther: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For the frame: nothing of the one before stays in sight in any tab. */
export function useFollowedSession(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = ({ data }: MessageEvent) => {
      for (const listener of listeners) listener(data === 'other');
      void client.invalidateQueries({ queryKey: KEY });
      void client.resetQueries({ predicate: isOfOne });
    };
    otherTabs?.addEventListener('message', look);
    return () => otherTabs?.removeEventListener('message', look);
  }, [client]);
  useEffect(() => followPerson(client), [client]);
}

/** Another account is here without a word from where that happened: a page that slept, or a browser without channels. */
export function followPerson(client: QueryClient): () => void {
  let last: string | undefined;
  const look = () => {
    const me = client.getQueryData<Me>(KEY);
    // Nobody in between: whoever comes then comes by the door, which tells.
    const [before, id] = [last, me?.user?.id];
    if (me) last = id;
    if (before === undefined || id === undefined || id === before) return;
    const writer = readKept(DRAFT_OF) ?? before;
    if (writer !== id) stowDrafts(writer);
    for (const listener of listeners) listener(true);
    // What a page shows is asked for anew; the rest is gone.
    client.removeQueries({ type: 'inactive', predicate: isOfOne });
    void client.resetQueries({ predicate: isOfOne });
  };
  look();
  return client.getQueryCache().subscribe(({ query }) => { if (query.queryKey[1] === 'me') look(); });
}
