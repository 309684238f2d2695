import type { Book } from '@komawari/comic';
import { useEffect, useMemo, useState } from 'react';
import { getStale } from '../../../api/comics-drawing.ts';
import { useCall } from '../../../api/use-call.ts';
import type { OpenBook } from '../book/use-book.ts';
import { staleNow } from './likely-stale.ts';

type Known = { items: { panelId: string; reason: string; page: number; cost: number }[]; book: Book };
export type StaleNow = { /** In story order. */ ids: readonly string[]; pages: ReadonlyMap<string, number>; costs: ReadonlyMap<string, number>; /** Of all of them. */ cost: number; reload: () => void };

/** A hand that is still changing things is not asked after at every step. */
const QUIET_MS = 900;

/** The server's word when all is saved, and until then what is seen from here. */
export function useStale(comicId: string, open: OpenBook, pollMs?: number): StaleNow {
  const { book, revision, saving } = open;
  const [known, setKnown] = useState<Known>();
  const [quiet, setQuiet] = useState<{ revision: number; book: Book }>();
  useEffect(() => {
    if (saving !== 'saved') return undefined;
    const timer = setTimeout(() => setQuiet({ revision, book }), known ? QUIET_MS : 0);
    return () => clearTimeout(timer);
    // A new book object of the same revision is the same book.
  }, [saving, revision, known === undefined]);
  const { data, refetch } = useCall(['comics', comicId, 'stale', quiet?.revision], (signal) => getStale(comicId, signal), { isOff: quiet === undefined, ...(pollMs === undefined ? {} : { pollMs }) });
  useEffect(() => {
    if (data && quiet && data.revision === quiet.revision) setKnown({ items: data.items, book: quiet.book });
  }, [data, quiet]);
  return useMemo(() => {
    const ids = known ? staleNow(known, book) : [];
    const costs = new Map(known?.items.map((item) => [item.panelId, item.cost]));
    return { ids, pages: new Map(known?.items.map((item) => [item.panelId, item.page])), costs, cost: ids.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0), reload: () => void refetch() };
  }, [known, book, refetch]);
}
