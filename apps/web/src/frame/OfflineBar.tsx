import { useSyncExternalStore } from 'react';
import { useWords } from '../language/use-words.ts';
import { isReachable, onReachable } from '../api/reachable.ts';

/** Tells that the server cannot be reached, until it answers again. */
export function OfflineBar() {
  const { say } = useWords();
  const isThere = useSyncExternalStore(onReachable, isReachable);
  return <div className="offline-bar" role="status" data-open={!isThere}>{!isThere && say('offlineBar')}</div>;
}
