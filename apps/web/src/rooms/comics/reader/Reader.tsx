import type { ReadingPlace, SharedComic } from '@komawari/contract';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { BackIcon, ForwardIcon } from '../../../ui/icons.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { FORMATS, type BookFormat } from '../book-choices.ts';
import { useWindowSize } from '../use-window-size.ts';
import { EndPage } from './EndPage.tsx';
import { FullText } from './FullText.tsx';
import { GuidedView } from './GuidedView.tsx';
import { Overview } from './Overview.tsx';
import { PagedView } from './PagedView.tsx';
import { FootBar, TopBar } from './ReaderBars.tsx';
import { fitsDouble, turnOfKey, turnOfSwipe, type Turn } from './reading.ts';
import { ScrollView } from './ScrollView.tsx';
import { useChrome } from './use-chrome.ts';
import { useFullscreen } from './use-fullscreen.ts';
import { useGestures } from './use-gestures.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReading, type Start } from './use-reading.ts';

const KeysSheet = lazy(() => import('./KeysSheet.tsx').then((part) => ({ default: part.KeysSheet })));

type Props = {
  book: SharedComic;
  start: Start;
  root: RefObject<HTMLElement | null>;
  onClose: (() => void) | undefined;
  /** Read to its end, a book opens at its beginning the next time. */
  onPlace: (place: ReadingPlace, isAtEnd: boolean) => void;
  /** The choice of a language, where the book has several. */
  languages: ReactNode;
  /** Lines above the page: out of date, where one stopped. */
  notices?: ReactNode;
  /** Bars stay while something is asked. */
  holdsBars?: boolean;
  endActs?: ReactNode;
};

/** A book open on the table: pages, bars, keys and gestures, in the direction it reads. */
export function Reader({ book, start, root, onClose, onPlace, languages, notices, holdsBars = false, endActs }: Props) {
  const { say } = useWords('comics-reader');
  const { width, height } = useWindowSize();
  const format = FORMATS[book.format as BookFormat] ?? FORMATS['manga-b5'];
  const canDouble = book.format !== 'webtoon' && fitsDouble(width, height, format.width / format.height);
  const direction = book.direction === 'rtl' ? 'rtl' : 'ltr';
  const reading = useReading(book, start, canDouble);
  const { page, panelId, mode, open, isAtEnd, turn } = reading;
  const [cover, setCover] = useState<'text' | 'overview'>();
  const [isTellingKeys, tellKeys] = useState(false);
  const [stripWidth, setStripWidth] = useState(1);
  const stage = useRef<HTMLDivElement>(null);
  const chrome = useChrome(root, cover !== undefined || isTellingKeys || isAtEnd || holdsBars);
  const full = useFullscreen(root);

  const act = (wanted: Turn | undefined) => {
    if (wanted === undefined) return;
    gestures.reset();
    turn(wanted);
  };
  const gestures = useGestures(stage, { swipe: (dx, dy) => act(turnOfSwipe(dx, dy, direction)), tap: chrome.toggle });
  const closer = (factor: number) => (mode === 'scroll' ? setStripWidth(Math.min(3, Math.max(0.5, stripWidth * factor))) : gestures.closer(factor));
  const choose = (next: typeof mode) => { gestures.reset(); reading.choose(next); };
  const toggleMode = (wanted: 'guided' | 'double') => choose(mode === wanted ? 'single' : wanted);
  const toggleText = () => setCover(cover === 'text' ? undefined : 'text');
  const keys = useReaderKeys({ direction, isScrolling: mode === 'scroll', isCovered: cover !== undefined, canDouble, canFull: full.canFull, turn: act, text: toggleText, full: full.toggle, guided: () => toggleMode('guided'), double: () => toggleMode('double'), closer, help: () => tellKeys(true) });

  useEffect(() => onPlace({ page, panelId, mode: reading.wish, language: book.language }, isAtEnd), [page, panelId, reading.wish, book.language, isAtEnd, onPlace]);
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true }), [mode, cover, root]);

  useEffect(() => {
    if (cover === undefined) return undefined;
    // Escape closes what lies uppermost; the book comes after it.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setCover(undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [cover]);

  const jump = (number: number) => {
    setCover(undefined);
    gestures.reset();
    reading.go(number);
  };
  const panels = book.pages[page - 1]?.panels ?? [];
  const panel = panels.findIndex(({ id }) => id === panelId);
  const place = panel >= 0 ? say('panelOf', { n: page, total: book.pages.length, panel: panel + 1, panels: panels.length }) : say('placeOf', { n: open.join('–'), total: book.pages.length });
  const end = <EndPage title={book.title} author={book.author} language={book.language} onAgain={() => jump(1)}>{endActs}</EndPage>;
  const { zoom } = gestures;

  return (
    <div className="r-room" data-chrome={chrome.isShown} data-mode={mode} onPointerMove={(event) => { if (event.pointerType === 'mouse' && Math.abs(event.movementX) + Math.abs(event.movementY) > 2) chrome.show(); }} onFocusCapture={(event) => { if (event.target.matches('.r-bar :focus-visible, .edge:focus-visible')) chrome.show(); }}>
      <TopBar title={book.title} onClose={onClose} languages={languages} isTextOpen={cover === 'text'} onText={toggleText} onOverview={() => setCover(cover === 'overview' ? undefined : 'overview')} full={full} keys={keys} onKeys={() => tellKeys(true)} />
      {notices}
      <div className="r-table">
        {mode === 'scroll' ? (
          <ScrollView pages={book.pages} page={page} jumps={reading.jumps} label={book.title} onSeen={reading.scrolledTo} end={end} widthFactor={stripWidth} onTap={chrome.toggle} />
        ) : (
          <div ref={stage} className="reader-stage r-stage" tabIndex={-1} data-focus data-zoomed={zoom.scale > 1} {...gestures.handlers} onPointerLeave={gestures.handlers.onPointerCancel}>
            {isAtEnd ? end : (
              <div className="r-zoom" style={{ transform: zoom.scale === 1 ? undefined : `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}>
                {mode === 'guided' ? <GuidedView pages={book.pages} step={reading.step} /> : <PagedView pages={book.pages} open={open} direction={direction} />}
              </div>
            )}
            {zoom.scale === 1 && <Edges direction={direction} canTurn={reading.canTurn} onTurn={(wanted) => { if (!gestures.isDragClick()) act(wanted); }} />}
          </div>
        )}
      </div>
      <FootBar page={page} open={open} pageCount={book.pages.length} direction={direction} mode={mode} canDouble={canDouble} onMode={choose} onPage={(number) => { gestures.reset(); reading.go(number); }} place={place}
        whole={mode === 'guided' ? { isOn: reading.withWholePages, onChange: reading.showWholePages } : undefined} />
      {cover === 'overview' && <Overview pages={book.pages} open={open} direction={direction} onPage={jump} onClose={() => setCover(undefined)} />}
      {cover === 'text' && <FullText title={book.title} language={book.language} pages={book.pages} page={page} onPage={jump} onClose={() => setCover(undefined)} />}
      {isTellingKeys && <Suspense fallback={null}><KeysSheet isScrolling={mode === 'scroll'} canClose={onClose !== undefined} onClose={() => tellKeys(false)} /></Suspense>}
      <VisuallyHidden isLive>{isAtEnd ? say('endTitle') : place}</VisuallyHidden>
    </div>
  );
}

function Edges({ direction, canTurn, onTurn }: { direction: 'ltr' | 'rtl'; canTurn: (turn: Turn) => boolean; onTurn: (turn: Turn) => void }) {
  const { say } = useWords('comics-reader');
  const [left, right] = [turnOfKey('ArrowLeft', direction) ?? 'previous', turnOfKey('ArrowRight', direction) ?? 'next'];
  return (
    <>
      <button type="button" className="edge edge-left" aria-label={say(left === 'next' ? 'turnOn' : 'turnBack')} disabled={!canTurn(left)} onClick={() => onTurn(left)}><BackIcon /></button>
      <button type="button" className="edge edge-right" aria-label={say(right === 'next' ? 'turnOn' : 'turnBack')} disabled={!canTurn(right)} onClick={() => onTurn(right)}><ForwardIcon /></button>
    </>
  );
}
