import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/** A reader of screens lands in the new page, not on the link that is gone. A change of the query alone moves nothing. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const seen = useRef(path);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== path && !document.querySelector('[role="dialog"], dialog[open]')) main.current?.focus({ preventScroll: true });
    seen.current = path;
  }, [path, main]);
}
