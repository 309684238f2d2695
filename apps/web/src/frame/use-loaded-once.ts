import { useCallback, useState } from 'react';

/** False until `load` is called, true ever after: for what is fetched when it is first wanted. */
export function useLoadedOnce(): { isLoaded: boolean; load: () => void } {
  const [isLoaded, setIsLoaded] = useState(false);
  const load = useCallback(() => setIsLoaded(true), []);
  return { isLoaded, load };
}
