import type { Comic } from '@komawari/contract';
import { memo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { FORMATS, type BookFormat } from '../book-choices.ts';
import { isEnded, type PageState } from './making.ts';
import { slotsByPage, type Slot } from './page-slots.ts';
import { useFrames } from './use-frames.ts';
import { WallPage } from './WallPage.tsx';

const AHEAD = [1, 2, 3, 4, 5, 6];

/** All pages side by side, each filling with its panels as they are drawn. */
export function PageWall({ comic }: { comic: Comic }) {
  const { say } = useWords('comics');
  const frames = useFrames(comic);
  const format: BookFormat = comic.format !== null && Object.hasOwn(FORMATS, comic.format) ? (comic.format as BookFormat) : 'manga-b5';
  const isStrip = format === 'webtoon';
  const slots = slotsByPage(comic.panelStates, frames);
  const isMaking = !isEnded(comic.state);
  const isUnknown = comic.pages.length === 0 && isMaking;
  return (
    <section className="wall" aria-label={say('pages')} data-strip={isStrip} dir={comic.direction === 'rtl' ? 'rtl' : 'ltr'}>
      {isUnknown && AHEAD.map((number) => <div key={number} className="wall-page wall-ahead" style={ratioOf(FORMATS[isStrip ? 'manga-b5' : format])} />)}
      {comic.pages.map((page) => <Page key={page.number} comicId={comic.id} page={page} size={page.width > 0 ? page : FORMATS[format]} slots={slots.get(page.number) ?? []} isMaking={isMaking} />)}
    </section>
  );
}

function ratioOf({ width, height }: { width: number; height: number }) {
  return { aspectRatio: `${width} / ${height}` };
}

/** Hundreds of pages: only those that change are looked at again. */
const Page = memo(WallPage, (before, next) => before.page === next.page && before.isMaking === next.isMaking && before.size.width === next.size.width && before.size.height === next.size.height && sameSlots(before.slots, next.slots));

function sameSlots(a: readonly Slot[], b: readonly Slot[]): boolean {
  return a.length === b.length && a.every((slot, i) => slot.panel === b[i]?.panel && slot.frame === b[i]?.frame && slot.n === b[i]?.n);
}

export type PageProps = { comicId: string; page: PageState; size: { width: number; height: number }; slots: readonly Slot[]; isMaking: boolean };
