import { useEffect } from 'react';

/** The title of the tab; an empty one is the house's own name. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Komawari' : `${title} · Komawari`;
  }, [title]);
}
