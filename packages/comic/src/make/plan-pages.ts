/** Lays a book out on pages. */
import { layOut, type LaidPage } from '../layout/index.ts';
import type { Book } from '../model/book.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { panelsToLay } from '../page/panels-to-lay.ts';

/** Plain data: it may be stored and sent. */
export type PagePlan = { pages: LaidPage[] };

/** Room for the title at the head of the first page, u. */
export const TITLE_HEIGHT = 132;

export function planPages(book: Book): PagePlan {
  return { pages: layOut({ panels: panelsToLay(book), format: PAGE_FORMATS[book.format], direction: book.direction, seed: book.seed, titleHeight: book.format === '4-koma' ? 0 : TITLE_HEIGHT }) };
}
