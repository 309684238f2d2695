/** Turning pages: which ones lie open together, and which way a key or a swipe leads. Pure; pages count from 1. */
import type { BookDirection } from '../book-choices.ts';

export type ReadingMode = 'single' | 'double' | 'scroll' | 'guided';
export type Turn = 'next' | 'previous' | 'first' | 'last';

/** The page or pages that lie open with `page`, in reading order: the cover alone, then 2-3, 4-5 ... */
export function openPages(page: number, pageCount: number, isDouble: boolean): number[] {
  if (pageCount < 1) return [];
  const shown = Math.min(Math.max(1, page), pageCount);
  if (!isDouble || shown === 1) return [shown];
  const first = shown - (shown % 2);
  return first + 1 <= pageCount ? [first, first + 1] : [first];
}

/** Where a turn leads; the same page at either end of the book. */
export function turnPage(page: number, turn: Turn, book: { pageCount: number; isDouble: boolean }): number {
  const open = openPages(page, book.pageCount, book.isDouble);
  const [first = 1, last = first] = [open[0], open.at(-1)];
  if (turn === 'first') return 1;
  if (turn === 'last') return openPages(book.pageCount, book.pageCount, book.isDouble)[0] ?? 1;
  if (turn === 'next') return last >= book.pageCount ? first : last + 1;
  return openPages(first - 1, book.pageCount, book.isDouble)[0] ?? first;
}

/** In a right-to-left book the next page lies to the left. */
export function turnOfKey(key: string, direction: BookDirection): Turn | undefined {
  switch (key) {
    case 'ArrowRight':
      return direction === 'rtl' ? 'previous' : 'next';
    case 'ArrowLeft':
      return direction === 'rtl' ? 'next' : 'previous';
    case ' ':
    case 'PageDown':
    case 'ArrowDown':
      return 'next';
    case 'PageUp':
    case 'ArrowUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

const SWIPE_MIN_PX = 40;

/** A finger that goes left pulls the page on the right into view. */
export function turnOfSwipe(dx: number, dy: number, direction: BookDirection): Turn | undefined {
  if (Math.abs(dx) < SWIPE_MIN_PX || Math.abs(dx) < Math.abs(dy) * 1.5) return undefined;
  return turnOfKey(dx < 0 ? 'ArrowRight' : 'ArrowLeft', direction);
}

/** Two pages side by side when both are readable: about 500 px each. */
export function fitsDouble(width: number, height: number, pageRatio: number): boolean {
  const pageHeight = Math.max(0, height - 112);
  return width >= 1000 && width >= pageHeight * pageRatio * 1.5;
}

/** How a book opens: as wished where it fits, else a webtoon as a strip and others as wide as the window allows. */
export function modeFor(wish: ReadingMode | null | undefined, book: { format: string; canDouble: boolean }): ReadingMode {
  if (wish === 'double' && !book.canDouble) return 'single';
  if (wish) return wish;
  if (book.format === 'webtoon') return 'scroll';
  return book.canDouble ? 'double' : 'single';
}

const SYSTEM_EDGE_PX = 24;

/** Swipes from the very edge belong to the system: there they lead back or to other apps. */
export function isSystemEdge(x: number, width: number): boolean {
  return x < SYSTEM_EDGE_PX || x > width - SYSTEM_EDGE_PX;
}

/** Pages whose pictures are fetched ahead: the next two and the one before those that lie open. */
export function pagesAhead(open: readonly number[], pageCount: number): number[] {
  const [first = 1, last = first] = [open[0], open.at(-1)];
  return [last + 1, last + 2, first - 1].filter((page) => page >= 1 && page <= pageCount);
}
