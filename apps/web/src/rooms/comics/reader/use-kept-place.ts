import type { ReadingPlace } from '@komawari/contract';
import { useCallback, useEffect, useRef } from 'react';

const PAUSE_MS = 900;

/** Sends a place when the reader rests, and at once when the book is closed. A place that could not be sent is no harm: the next one is. */
export function useKeptPlace(send: (place: ReadingPlace) => Promise<unknown>): (place: ReadingPlace) => void {
  const waiting = useRef<ReadingPlace>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef('');

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const place = waiting.current;
    waiting.current = undefined;
    if (!place || JSON.stringify(place) === sent.current) return;
    sent.current = JSON.stringify(place);
    send(place).catch(() => { sent.current = ''; });
  }, [send]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return useCallback((place: ReadingPlace) => {
    waiting.current = place;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  }, [flush]);
}
