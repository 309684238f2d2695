import type { Book } from '@komawari/comic';
import { useEffect, useState } from 'react';
import { engine } from '../../../engine/client.ts';

const PAUSE_MS = 900;

/** How many pages the script fills as the engine lays it out; undefined until known. */
export function useAboutPages(comicId: string, book: Book): number | undefined {
  const [pages, setPages] = useState<number>();
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => {
      const id = `${comicId}.script`;
      engine.openBook(id, book);
      engine.planPages(id, { key: 'script-plan' }).then((plan) => { if (!isGone) setPages(plan.pages.length); }, () => undefined);
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [comicId, book]);
  return pages;
}
