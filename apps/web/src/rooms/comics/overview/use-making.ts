import { useEffect, useReducer, useRef, useState } from 'react';
import { followStream } from '../../../api/follow-stream.ts';
import { getComic } from '../../../api/comics.ts';
import { changeMaking, isEnded, type Change, type Making } from './making.ts';

const POLL_MS = 2500;
/** Many parts that fail at once ask for the whole once. */
const SETTLE_MS = 200;

/**
 * A comic, kept up to date: loaded once, then by the socket from the event on that the answer knows, and by asking again while
 * the socket is down or when an event says that the whole has changed.
 */
export function useMaking(comicId: string): { making: Making | undefined; error: unknown; isLost: boolean; reload: () => void } {
  const [making, dispatch] = useReducer((before: Making | undefined, change: Change) => changeMaking(before, change), undefined);
  const [error, setError] = useState<unknown>();
  const [isLost, setIsLost] = useState(false);
  const [asked, reload] = useReducer((count: number) => count + 1, 0);
  const isLoaded = making !== undefined;
  const seq = useRef(0);
  useEffect(() => {
    seq.current = making?.seq ?? 0;
  });

  const staleCount = making?.staleCount ?? 0;
  useEffect(() => {
    const abort = new AbortController();
    const ask = () => getComic(comicId, abort.signal).then((comic) => { setError(undefined); dispatch({ type: 'loaded', comic }); }, (reason: unknown) => { if (!abort.signal.aborted) setError(reason); });
    const timer = setTimeout(() => void ask(), staleCount === 0 ? 0 : SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [comicId, asked, staleCount]);

  useEffect(() => (isLoaded ? followStream(comicId, { onEvents: (events) => dispatch({ type: 'events', events }), onLost: setIsLost }, seq.current) : undefined), [comicId, isLoaded]);

  const mustPoll = isLost && making !== undefined && !isEnded(making.comic.state);
  useEffect(() => {
    if (!mustPoll) return undefined;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [mustPoll]);

  return { making, error, isLost, reload };
}
