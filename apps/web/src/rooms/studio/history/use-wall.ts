import type { Picture, PictureWithRecipe } from '@komawari/contract';
import { useInfiniteQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { listPictures } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { withAdded, withChanged, withNewest, withoutPictures, type WallPages } from './wall-pages.ts';
import { answersTo, isByLabels, queryOf, type WallQuery, type WallSearch } from './wall-search.ts';

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

/** The same where one of them is shown large too. */
export function noteSorted(client: QueryClient, changed: readonly Picture[]): void {
  notePictures(client, changed);
  for (const { id, tags, boardIds } of changed) client.setQueryData<PictureWithRecipe>(['studio', 'picture', id], (before) => before && { ...before, tags, boardIds });
  for (const [key] of client.getQueriesData<WallPages>({ queryKey: WALLS })) {
    const query = JSON.parse(String(key[2])) as WallQuery;
    const gone = changed.filter((picture) => !answersTo(query, picture)).map(({ id }) => id);
    client.setQueryData<WallPages>(key, (before) => {
      const kept = before && gone.length > 0 ? withoutPictures(before, new Set(gone)) : before;
      return kept && isByLabels(query) ? withAdded(kept, changed.filter((picture) => picture.deletedAt === null && answersTo(query, picture))) : kept;
    });
  }
}

/** Nothing but its note: tags and boards may be on their way at the same time. */
export function noteNote(client: QueryClient, id: Picture['id'], note: string): void {
  client.setQueriesData<WallPages>({ queryKey: WALLS }, (before) => {
    const picture = before?.pages.flatMap(({ items }) => items).find((item) => item.id === id);
    return before && picture ? withChanged(before, [{ ...picture, note }]) : before;
  });
  client.setQueryData<PictureWithRecipe>(['studio', 'picture', id], (before) => before && { ...before, note });
}

/** These as the wall in view has them by now; what does not hang there is as it was given. */
export function asShown(client: QueryClient, pictures: readonly Picture[]): Picture[] {
  const now = new Map(pictures.map((picture) => [picture.id, picture]));
  for (const [, wall] of client.getQueriesData<WallPages>({ queryKey: WALLS, type: 'active' })) for (const { items } of wall?.pages ?? []) for (const item of items) if (now.has(item.id)) now.set(item.id, item);
  return [...now.values()];
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
