/**
 * Thin hooks over the functions of `api/`. A key begins with the name of the room (`['comics', comicId]`), so that a
 * change can touch all that the room shows by `touches: [['comics']]`.
 */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type CallKey = readonly [room: string, ...rest: unknown[]];

/** What a read answers, kept under its key: `useCall(['comics', id], (signal) => getComic(id, signal))`. */
export function useCall<Answer>(key: CallKey, read: (signal: AbortSignal) => Promise<Answer>, options: { isOff?: boolean; pollMs?: number } = {}) {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read(signal), enabled: options.isOff !== true, refetchInterval: options.pollMs ?? false });
}

type Page<Item> = { items: Item[]; next: string | null };

/** A list read page by page from the end of the last one; `items` are those of all pages so far. */
export function usePages<Item>(key: CallKey, read: (after: string | undefined, signal: AbortSignal) => Promise<Page<Item>>, options: { isOff?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey: key, initialPageParam: undefined as string | undefined, enabled: options.isOff !== true,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal), getNextPageParam: (page) => page.next ?? undefined,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}

/** A write. When it is through, everything under the keys it `touches` is read again. */
export function useSend<Input, Answer>(send: (input: Input) => Promise<Answer>, options: { touches?: readonly CallKey[]; onDone?: (answer: Answer, input: Input) => void } = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer, input) => {
      for (const queryKey of options.touches ?? []) void client.invalidateQueries({ queryKey });
      options.onDone?.(answer, input);
    },
  });
}
