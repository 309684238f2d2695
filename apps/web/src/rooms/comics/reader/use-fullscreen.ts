import { useSyncExternalStore, type RefObject } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** The whole screen for one element, where the browser gives it (phones of Apple do not). */
export function useFullscreen(root: RefObject<HTMLElement | null>): { isFull: boolean; canFull: boolean; toggle: () => void } {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = () => {
    // A refusal leaves everything as it is.
    void (isFull ? document.exitFullscreen() : root.current?.requestFullscreen())?.catch(() => undefined);
  };
  return { isFull, canFull: document.fullscreenEnabled, toggle };
}
