import type { Take } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listTakes } from '../../../api/comics-drawing.ts';
import { useCall } from '../../../api/use-call.ts';
import { isComing } from './take-order.ts';

const ASK_MS = 2500;

/** The takes of a panel, oldest first, read again when the stream tells of one; `touched` is its last event. */
export function useTakes(comicId: string, panelId: string, touched: number | undefined): { takes: Take[] | undefined; error: unknown; reload: () => void } {
  const client = useQueryClient();
  const key = ['comics', comicId, 'takes', panelId] as const;
  const known = client.getQueryData<{ items: Take[] }>(key);
  const isBusy = known?.items.some(isComing) === true;
  const { data, error, refetch } = useCall(key, (signal) => listTakes(comicId, panelId, signal), isBusy ? { pollMs: ASK_MS } : {});
  useEffect(() => {
    if (touched !== undefined) void client.invalidateQueries({ queryKey: ['comics', comicId, 'takes', panelId] });
  }, [client, comicId, panelId, touched]);
  return { takes: data?.items, error, reload: () => void refetch() };
}
