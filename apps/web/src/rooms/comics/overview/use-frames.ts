import type { Comic } from '@komawari/contract';
import { useEffect, useRef } from 'react';
import { getReading } from '../../../api/comics-shelf.ts';
import { useCall } from '../../../api/use-call.ts';
import type { Frame } from './page-slots.ts';

type Frames = ReadonlyMap<number, readonly Frame[]>;
type Known = { comicId: string; frames: Frames };

/** Where the panels stand, by page; asked for again when pages were laid out anew. Undefined until it is known. */
export function useFrames(comic: Comic): Frames | undefined {
  const { data } = useCall(['comics', comic.id, 'frames', comic.taskId, comic.pageCount, comic.pagesRevision], async (signal) => {
    const { pages } = await getReading(comic.id, undefined, signal);
    return new Map(pages.map((page) => [page.number, page.panels]));
  }, { isOff: comic.pages.length === 0 });
  // Where they stood last is shown until the new places are known: they are the same but for what was changed.
  const latest = useRef<Known>(undefined);
  useEffect(() => {
    if (data) latest.current = { comicId: comic.id, frames: data };
  }, [comic.id, data]);
  return data ?? (latest.current?.comicId === comic.id ? latest.current.frames : undefined);
}
