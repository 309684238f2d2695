import { useCallback, useEffect, useState } from 'react';
import type { Comic } from '@komawari/contract';
import { ApiError } from '../../../api/call.ts';
import { updateComic } from '../../../api/comics-drawing.ts';
import { useBook } from '../book/use-book.ts';
import { isEnded } from './making.ts';
import { joinWishes, type Redraw } from './redraw-wish.ts';

const ASK_AGAIN_MS = 900;

/**
 * Brings pages up to date: as soon as the server has all edits of this page, and nothing else is being made. What is wished for
 * meanwhile is done together. `isWaiting` while it can not begin yet.
 */
export function useUpdate(comic: Comic, onDone: () => void): { update: (redraw?: Redraw) => void; isWaiting: boolean; isSending: boolean; error: unknown } {
  const { book } = useBook(comic.id, comic.revision === 0);
  const [wish, setWish] = useState<Redraw>();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [tick, setTick] = useState(0);
  const isReady = isEnded(comic.state) && (book === undefined || book.saving === 'saved');

  useEffect(() => {
    if (wish === undefined || !isReady) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    setIsSending(true);
    updateComic(comic.id, wish).then(() => {
      setWish(undefined);
      onDone();
    }, (reason: unknown) => {
      // Somebody else's work came first: what is wished for waits for its end.
      if (reason instanceof ApiError && reason.code === 'comics.busy') timer = setTimeout(() => setTick((count) => count + 1), ASK_AGAIN_MS);
      else {
        setWish(undefined);
        setError(reason);
      }
    }).finally(() => setIsSending(false));
    return () => clearTimeout(timer);
  }, [comic.id, wish, isReady, tick, onDone]);

  const update = useCallback((redraw: Redraw = 'missing') => {
    setError(undefined);
    setWish((before) => joinWishes(before, redraw));
  }, []);
  return { update, isWaiting: wish !== undefined && !isSending, isSending, error };
}
