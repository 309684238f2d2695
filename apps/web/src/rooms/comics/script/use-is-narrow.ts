import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 760px)';

/** A phone: details open as sheets, tools stand at the thumb. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(NARROW).matches);
}

function listen(told: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', told);
  return () => query.removeEventListener('change', told);
}
