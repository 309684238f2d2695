import type { Comic } from '@komawari/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { BackIcon, CloseIcon, DoublePageIcon, ForwardIcon, SinglePageIcon } from '../../ui/icons.ts';
import { useWords } from '../../language/use-words.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FORMATS, type BookDirection, type BookFormat } from './book-choices.ts';
import { useOpenComic } from './overview/making-context.ts';
import { keepPlace } from './place.ts';
import './reader.css';
import { ReaderText } from './ReaderText.tsx';
import { fitsDouble, openPages, turnOfKey, turnOfSwipe, turnPage, type Turn } from './reading.ts';
import { StripReader } from './StripReader.tsx';
import { useWindowSize } from './use-window-size.ts';

type Place = { comic: Comic; page: number; onPage: (page: number) => void };

/** The book, open over everything else. Keys, taps at the edges and swipes turn it, in the direction it reads. */
export function ReaderPage() {
  const { comic } = useOpenComic();
  const { comicId } = useParams({ from: '/comics/$comicId/read' });
  const { page = 1 } = useSearch({ from: '/comics/$comicId/read' });
  const navigate = useNavigate();
  const go = (next: number) => void navigate({ to: '/comics/$comicId/read', params: { comicId }, search: { page: next }, replace: true, resetScroll: false });
  const close = () => void navigate({ to: '/comics/$comicId', params: { comicId }, replace: true, resetScroll: false });
  return comic.pages.length > 0 ? <Reader comic={comic} page={page} onPage={go} onClose={close} /> : null;
}

function Reader({ onClose, ...place }: Place & { onClose: () => void }) {
  const { comic } = place;
  const { say } = useWords('comics');
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it still stands in the page, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const node = dialog.current;
    if (node && !node.open) node.showModal();
    node?.querySelector<HTMLElement>('[data-focus]')?.focus();
    return () => node?.close();
  }, []);

  return (
    <dialog ref={dialog} className="reader" aria-label={comic.title} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div className="reader-close"><IconButton label={say('readerClose')} icon={<CloseIcon />} onClick={onClose} /></div>
      {comic.format === 'webtoon' ? <StripReader comic={comic} page={place.page} /> : <PagedReader {...place} />}
    </dialog>
  );
}

function PagedReader({ comic, page, onPage }: Place) {
  const { say } = useWords('comics');
  const { width, height } = useWindowSize();
  const format = FORMATS[(comic.format ?? 'manga-b5') as BookFormat] ?? FORMATS['manga-b5'];
  const canDouble = fitsDouble(width, height, format.width / format.height);
  const [wantsDouble, setWantsDouble] = useState(true);
  const isDouble = canDouble && wantsDouble;
  const direction: BookDirection = comic.direction === 'rtl' ? 'rtl' : 'ltr';
  const pageCount = comic.pages.length;
  const open = openPages(page, pageCount, isDouble);
  const [first = 1, last = first] = [open[0], open.at(-1)];
  const touch = useRef<{ x: number; y: number }>(undefined);
  const isSwiped = useRef(false);

  const turn = (wish: Turn | undefined) => {
    if (wish === undefined) return;
    const next = turnPage(page, wish, { pageCount, isDouble });
    if (next !== first) onPage(next);
  };

  useEffect(() => keepPlace(comic.id, last >= pageCount ? 1 : first), [comic.id, first, last, pageCount]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isOnButton = event.target instanceof HTMLButtonElement && event.key === ' ';
      const wish = isOnButton ? undefined : turnOfKey(event.key, direction);
      if (wish === undefined) return;
      event.preventDefault();
      turn(wish);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  useEffect(() => {
    for (const ahead of [last + 1, last + 2]) {
      const address = comic.pages[ahead - 1]?.preview;
      if (address) new Image().src = address;
    }
  }, [comic.pages, last]);

  const press = (event: PointerEvent) => {
    isSwiped.current = false;
    if (event.pointerType === 'touch' && !(event.target instanceof HTMLInputElement)) touch.current = { x: event.clientX, y: event.clientY };
  };
  const lift = (event: PointerEvent) => {
    const from = touch.current;
    touch.current = undefined;
    const wish = from && turnOfSwipe(event.clientX - from.x, event.clientY - from.y, direction);
    isSwiped.current = wish !== undefined;
    turn(wish);
  };
  // A swipe that began and ended on an edge is no tap on it.
  const tap = (wish: Turn | undefined) => {
    if (!isSwiped.current) turn(wish);
    isSwiped.current = false;
  };
  const [toLeft, toRight] = [turnOfKey('ArrowLeft', direction), turnOfKey('ArrowRight', direction)];
  const isAtEnd = (wish: Turn | undefined) => turnPage(page, wish ?? 'next', { pageCount, isDouble }) === first;

  return (
    <div className="reader-paged" onPointerDown={press} onPointerUp={lift} onPointerCancel={() => { touch.current = undefined; }}>
      <div className="reader-stage" tabIndex={-1} data-focus dir={direction} data-double={isDouble}>
        {open.map((number) => <OpenPage key={number} comic={comic} number={number} isWide={!isDouble} />)}
      </div>
      <button type="button" className="edge edge-left" aria-label={say(toLeft === 'next' ? 'readerNext' : 'readerPrevious')} disabled={isAtEnd(toLeft)} onClick={() => tap(toLeft)}><BackIcon /></button>
      <button type="button" className="edge edge-right" aria-label={say(toRight === 'next' ? 'readerNext' : 'readerPrevious')} disabled={isAtEnd(toRight)} onClick={() => tap(toRight)}><ForwardIcon /></button>
      <footer className="reader-foot">
        <span className="reader-title">{comic.title}<span className="tag">{say('storyboard')}</span></span>
        <span className="number" role="status">{say('readerPlace', { n: open.join('–'), total: pageCount })}</span>
        <input type="range" className="reader-slider" dir={direction} min={1} max={pageCount} value={first} aria-label={say('readerPlace', { n: first, total: pageCount })} onChange={(event) => onPage(Number(event.target.value))} />
        {canDouble && <IconButton label={say(isDouble ? 'readerSingle' : 'readerDouble')} icon={isDouble ? <SinglePageIcon /> : <DoublePageIcon />} onClick={() => setWantsDouble(!wantsDouble)} />}
      </footer>
    </div>
  );
}

/** Sharp enough for the screen: the preview is 1 000 px wide, beyond that the vector page is shown. */
function OpenPage({ comic, number, isWide }: { comic: Comic; number: number; isWide: boolean }) {
  const { say } = useWords('comics');
  const page = comic.pages[number - 1];
  const isSharp = devicePixelRatio * (isWide ? 900 : 640) <= 1000;
  const address = isSharp ? (page?.preview ?? page?.picture) : (page?.picture ?? page?.preview);
  return (
    <figure className="reader-page" data-page={number}>
      {address ? <img src={address} alt={say('page', { n: number })} draggable={false} /> : <div className="reader-wait">{say('pageNotReady')}</div>}
      <ReaderText page={page} />
    </figure>
  );
}
