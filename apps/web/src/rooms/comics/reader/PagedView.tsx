import { useEffect, type CSSProperties } from 'react';
import type { Page } from './guided.ts';
import { PagePicture } from './PagePicture.tsx';
import { PageText } from './PageText.tsx';
import { pagesAhead } from './reading.ts';

type Props = { pages: readonly Page[]; open: readonly number[]; direction: 'ltr' | 'rtl' };

/** One page, or two that meet in the middle; the next two and the one before are fetched meanwhile. */
export function PagedView({ pages, open, direction }: Props) {
  usePicturesAhead(pages, open);
  return (
    <div className="r-spread" dir={direction} data-double={open.length > 1}>
      {open.map((number) => pages[number - 1]).filter((page) => page !== undefined).map((page) => (
        <figure key={page.number} className="reader-page r-cell" data-page={page.number}>
          <div className="r-sheet" style={{ '--ratio': page.width / Math.max(1, page.height) } as CSSProperties}><PagePicture page={page} /></div>
          <PageText page={page} />
        </figure>
      ))}
    </div>
  );
}

/** Held only while they are near: a long book takes no more memory than a short one. */
export function usePicturesAhead(pages: readonly Page[], open: readonly number[]): void {
  const key = open.join();
  useEffect(() => {
    const held = pagesAhead(key.split(',').map(Number), pages.length).flatMap((number) => {
      const address = pages[number - 1]?.preview ?? pages[number - 1]?.picture;
      return address ? [Object.assign(new Image(), { fetchPriority: 'low', src: address })] : [];
    });
    return () => { held.length = 0; };
  }, [pages, key]);
}
