import type { ComicSummary } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { isLive } from './comic-state.ts';
import { LISTS_KEY, readShelf, refreshed } from './shelf-list.ts';

const ASK_MS = 2000;
const WISH = { state: 'unfinished', sort: 'changed', limit: 50 } as const;

/** A list whose comics in the making are asked for again and again while the page is in view; one that is through is read anew. */
export function useLiveComics(items: readonly ComicSummary[]): readonly ComicSummary[] {
  const client = useQueryClient();
  const live = items.filter(isLive).map(({ id }) => id);
  const { data } = useCall(['comics', 'live'], (signal) => readShelf(WISH, undefined, signal), { isOff: live.length === 0, pollMs: ASK_MS });
  const newer = live.length === 0 ? [] : (data?.items ?? []).filter(({ id }) => live.includes(id));
  const ended = data === undefined ? '' : live.filter((id) => { const now = newer.find((comic) => comic.id === id); return now ? !isLive(now) : data.next === null; }).join();
  const told = useRef('');

  useEffect(() => {
    if (ended === '' || told.current === ended) return;
    told.current = ended;
    for (const queryKey of [LISTS_KEY, ['comics', 'recent']]) void client.invalidateQueries({ queryKey });
  }, [ended, client]);

  return refreshed(items, newer);
}
