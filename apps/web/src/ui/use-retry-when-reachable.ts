import { useEffect, useRef } from 'react';
import { isReachable, onReachable } from '../api/reachable.ts';

const AGAIN_MS = 3000;

/** What failed for want of a server is asked again by itself once it answers; each new `error` once more. Undefined: nothing has failed so. */
export function useRetryWhenReachable(error: unknown, onRetry: (() => void) | undefined): void {
  const latest = useRef(onRetry);
  useEffect(() => { latest.current = onRetry; });
  useEffect(() => {
    if (error === undefined) return undefined;
    const retry = () => latest.current?.();
    // It may answer others already.
    const timer = isReachable() ? setTimeout(retry, AGAIN_MS) : undefined;
    const stop = onReachable(() => { if (isReachable()) retry(); });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [error]);
}
