import type { Me, PERMISSIONS } from '@komawari/contract';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { getMe } from '../api/accounts.ts';

type Permission = (typeof PERMISSIONS)[number];
type Session = { me: Me | undefined; user: Me['user']; error: unknown; can: (permission: Permission) => boolean; reload: () => Promise<void> };

const KEY = ['accounts', 'me'] as const;

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

/** After signing in or out: nothing of the one before is shown to the next. */
export async function changeSession(client: QueryClient, me?: Me): Promise<void> {
  client.removeQueries({ predicate: (query) => query.queryKey[1] !== 'me' });
  if (me) client.setQueryData(KEY, me);
  else await client.invalidateQueries({ queryKey: KEY });
}
