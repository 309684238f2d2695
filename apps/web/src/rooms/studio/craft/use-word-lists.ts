import { useMemo } from 'react';
import { listWordLists } from '../../../api/studio-craft.ts';
import { useCall } from '../../../api/use-call.ts';

export const WORD_LISTS_KEY = ['studio', 'wildcards'] as const;

/** One's lists, and as a prompt finds them; read when something asks for them. */
export function useWordLists(isWanted: boolean) {
  const { data, error, refetch } = useCall(WORD_LISTS_KEY, listWordLists, { isOff: !isWanted });
  const lists = useMemo(() => (data ? new Map(data.items.map(({ name, lines }) => [name, lines])) : undefined), [data]);
  return { items: data?.items, lists, error, again: () => void refetch() };
}
