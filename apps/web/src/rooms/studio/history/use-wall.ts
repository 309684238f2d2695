import type { Picture } from '@komawari/contract';
import { useInfiniteQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { listPictures } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { withAdded, withChanged, withNewest, withoutPictures, type WallPages } from './wall-pages.ts';
import { queryOf, type WallSearch } from './wall-search.ts';

const WALLS = ['studio', 'pictures'] as const;
/** Other tabs and devices draw too. */
const NEWEST_MS = 5000;
const KNOWN_MS = 60_000;

/** The pictures of a wall, page by page; its newest ones are asked for again and again while it is in view. */
export function useWall(search: WallSearch) {
  const client = useQueryClient();
  const query = queryOf(search, Date.now());
  const name = JSON.stringify(query);
  const key = useMemo(() => [...WALLS, name] as const, [name]);
  const wall = useInfiniteQuery({
    queryKey: key, initialPageParam: undefined as string | undefined, queryFn: ({ pageParam, signal }) => listPictures({ ...query, after: pageParam }, signal), getNextPageParam: (page) => page.next ?? undefined,
    staleTime: KNOWN_MS, refetchOnWindowFocus: false,
  });
  const isThere = wall.data !== undefined;
  const { data: newest } = useCall(['studio', 'newest', name], (signal) => listPictures(query, signal), { isOff: !isThere, pollMs: NEWEST_MS });
  useEffect(() => {
    if (newest) client.setQueryData<WallPages>(key, (before) => before && withNewest(before, newest));
  }, [client, key, newest]);
  const pictures = useMemo(() => wall.data?.pages.flatMap(({ items }) => items), [wall.data]);
  return { ...wall, pictures };
}

/** Shows at once, on every wall of this tab, what an answer says. */
export function notePictures(client: QueryClient, changed: readonly Picture[]): void {
  client.setQueriesData<WallPages>({ queryKey: WALLS }, (before) => before && withChanged(before, changed));
}

/** New ones, on the wall that shows everything. */
export function addPictures(client: QueryClient, added: readonly Picture[]): void {
  client.setQueryData<WallPages>([...WALLS, JSON.stringify(queryOf({}, 0))], (before) => before && withAdded(before, added));
}

export function takeDown(client: QueryClient, ids: readonly string[]): void {
  client.setQueriesData<WallPages>({ queryKey: WALLS }, (before) => before && withoutPictures(before, new Set(ids)));
}

/** Answers that were asked for before the change do not undo it. */
export async function holdWalls(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: ['studio', 'newest'] });
}

export function readAgain(client: QueryClient): void {
  for (const queryKey of [WALLS, ['studio', 'newest'], ['studio', 'picture']]) void client.invalidateQueries({ queryKey });
}
