import type { Comic } from '@komawari/contract';
import { getReading } from '../../../api/comics-shelf.ts';
import { useCall } from '../../../api/use-call.ts';
import type { Frame } from './page-slots.ts';

/** Where the panels stand, by page; asked for again when pages were laid out anew. Undefined until it is known. */
export function useFrames(comic: Comic): ReadonlyMap<number, readonly Frame[]> | undefined {
  const { data } = useCall(['comics', comic.id, 'frames', comic.taskId, comic.pageCount, comic.pagesRevision], async (signal) => {
    const { pages } = await getReading(comic.id, undefined, signal);
    return new Map(pages.map((page) => [page.number, page.panels]));
  }, { isOff: comic.pages.length === 0 });
  return data;
}
