import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * A reader of screens lands in the new page, not on the link that is gone. A change of the query alone moves nothing, nor does
 * one that leaves the focus inside of the page: a tab, or the page behind a reader that has closed.
 */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const seen = useRef(path);
  useEffect(() => {
    const isNew = seen.current !== undefined && seen.current !== path;
    seen.current = path;
    if (!isNew || main.current?.contains(document.activeElement) || document.querySelector('[role="dialog"][data-open], dialog[open]')) return;
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
