import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { engine, type PageSummary } from '../../../engine/client.ts';
import { useWords } from '../../../language/use-words.ts';
import { usePageDesk } from './desk-context.ts';

let inLine: Promise<void> = Promise.resolve();

/** CSS pixels. */
const THUMB = 84;
const GAP = 10;

/** All pages, small: the server's own pictures, and live ones of pages that have changed. */
export function PageStrip() {
  const { desk, page, at, goTo } = usePageDesk();
  const { say } = useWords('comics-pages');
  const strip = useRef<HTMLDivElement>(null);
  const [isRow, setIsRow] = useState(false);
  useEffect(() => {
    const narrow = window.matchMedia('(max-width: 900px)');
    const look = () => setIsRow(narrow.matches);
    look();
    narrow.addEventListener('change', look);
    return () => narrow.removeEventListener('change', look);
  }, []);
  const heightOf = ({ width, height, side }: PageSummary) => Math.round(side === 'strip' ? THUMB * 1.4 : (THUMB * height) / width);
  const list = useVirtualizer({
    count: page.pages.length, horizontal: isRow, getScrollElement: () => strip.current, overscan: 4, gap: GAP, paddingStart: GAP, paddingEnd: GAP,
    estimateSize: (index) => (isRow ? THUMB * 0.72 : heightOf(page.pages[index]!) + 24),
  });
  useEffect(() => list.measure(), [list, isRow]);
  const current = at - 1;
  useEffect(() => list.scrollToIndex(current, { align: 'auto' }), [list, current, isRow]);

  return (
    <nav className="pe-strip" ref={strip} aria-label={say('pages')} data-row={isRow}>
      <ol style={isRow ? { width: list.getTotalSize() } : { height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, size }) => {
          const one = page.pages[index]!;
          const isChanged = desk.changed.has(one.number);
          return (
            <li key={one.number} style={isRow ? { transform: `translateX(${start}px)`, width: size } : { transform: `translateY(${start}px)`, height: size }}>
              <button type="button" className="pe-thumb" aria-current={index === current ? 'page' : undefined} aria-label={say(isChanged ? 'pageChanged' : 'pageN', { n: one.number })} onClick={() => goTo(one.number)}>
                <Thumb page={one} isChanged={isChanged} />
                <span className="pe-thumb-number number" aria-hidden="true" data-changed={isChanged}>{one.number}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Thumb({ page, isChanged }: { page: PageSummary; isChanged: boolean }) {
  const { desk, comicId, language, page: open } = usePageDesk();
  const made = desk.comic.pages.find(({ number }) => number === page.number)?.preview ?? null;
  const [live, setLive] = useState<string>();
  const isLive = isChanged || made === null;
  const isOpen = open.laid.number === page.number;
  const book = desk.book.book;
  useEffect(() => {
    if (!isLive) return undefined;
    let isGone = false;
    // The open page goes first; small pictures follow when the hands rest, one after the other.
    const timer = setTimeout(() => {
      inLine = inLine.then(async () => {
        if (isGone) return;
        const { picture } = await engine.pagePicture(`desk ${comicId}`, page.number, language === book.language ? {} : { language });
        if (!isGone) setLive((before) => { if (before !== undefined) URL.revokeObjectURL(before); return URL.createObjectURL(picture); });
      }).catch(() => undefined);
    }, isOpen ? 900 : 1800);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isLive, isOpen, comicId, page.number, language, book]);
  useEffect(() => () => { if (live !== undefined) URL.revokeObjectURL(live); }, [live]);
  const src = isLive ? (live ?? made) : made;
  return <span className="pe-thumb-picture" style={{ aspectRatio: page.side === 'strip' ? '1 / 1.4' : `${page.width} / ${page.height}` }}>{src === null || src === undefined ? <span className="tone" /> : <img src={src} alt="" loading="lazy" decoding="async" />}</span>;
}
