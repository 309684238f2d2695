import type { QueueList } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cancelPictures, listQueue, moveInQueue, pauseProvider, pauseQueue, type QueueMove } from '../../../api/studio-queue.ts';
import { retryPicture } from '../../../api/studio.ts';
import { useCall, type CallKey } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { afterMove } from './queue-order.ts';

export type Whose = 'mine' | 'all';
const keyOf = (of: Whose): CallKey => ['studio', 'queue', of];
const ASK_MS = 1500;
const IDLE_MS = 6000;

/** The queue as it is now, asked for again and again; what is moved is seen moved at once. */
export function useQueue(of: Whose) {
  const known = useQueryClient().getQueryData<QueueList>(keyOf(of));
  return useCall(keyOf(of), (signal) => listQueue(of, signal), { pollMs: known?.items.length === 0 ? IDLE_MS : ASK_MS });
}

export type QueueActs = ReturnType<typeof useQueueActs>;

export function useQueueActs() {
  const client = useQueryClient();
  const { say, sayError } = useWords('studio');
  return useMemo(() => {
    let asked = 0;
    const readAgain = async () => { for (const part of ['queue', 'generation', 'newest']) await client.invalidateQueries({ queryKey: ['studio', part] }); };
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        showToast({ text: sayError(error), isFault: true });
        await readAgain();
      }
    };
    const show = async (ask: () => Promise<QueueList>, meanwhile: (list: QueueList) => QueueList) => {
      await client.cancelQueries({ queryKey: keyOf('mine') });
      client.setQueryData<QueueList>(keyOf('mine'), (list) => list && meanwhile(list));
      asked += 1;
      const turn = asked;
      const answer = await ask();
      // Of several changes in a row the last answer counts: what was between is not shown again.
      if (turn === asked) client.setQueryData<QueueList>(keyOf('mine'), answer);
    };
    return {
      move: (move: QueueMove) => attempt(() => show(() => moveInQueue(move), (list) => afterMove(list, move))),
      pause: (isPaused: boolean) => attempt(() => show(() => pauseQueue(isPaused), (list) => ({ ...list, isPaused }))),
      pauseProvider: (providerId: string, isPaused: boolean) => attempt(async () => { client.setQueryData<QueueList>(keyOf('all'), await pauseProvider(providerId, isPaused)); }),
      stop: (pictureIds: readonly string[]) => attempt(async () => {
        const { cancelled } = await cancelPictures(pictureIds);
        if (cancelled.length > 0) showToast({ text: say('queueStopped', { count: cancelled.length }) });
        await readAgain();
      }),
      again: (pictureId: string) => attempt(async () => {
        await retryPicture(pictureId);
        await readAgain();
      }),
    };
  }, [client, say, sayError]);
}
