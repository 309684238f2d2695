/** Lays a book out: cover and cast, the story's pages, the colophon. */
import { layOut, type LaidPage } from '../layout/index.ts';
import type { Book } from '../model/book.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { castOf, type Matter } from '../page/matter-kinds.ts';
import { panelsToLay } from '../page/panels-to-lay.ts';

/** Plain data: it may be stored and sent. Pages are numbered from 1, as in every file. */
export type PagePlan = { pages: LaidPage[] };

/** A strip's cover, u. */
const STRIP_COVER = 1130;

/**
 * The cover is a right-hand page of a left-to-right book and the page behind it shows the cast, so that the
 * story begins on the side its layout counts on. A book without speakers has its colophon there.
 */
export function planPages(book: Book): PagePlan {
  const story = layOut({ panels: panelsToLay(book), format: PAGE_FORMATS[book.format], direction: book.direction, seed: book.seed, byHand: book.layout.pages });
  const isStrip = book.format === 'webtoon';
  const hasCast = castOf(book).length > 1;
  const front: Matter[] = isStrip ? ['cover'] : ['cover', hasCast ? 'cast' : 'colophon'];
  const back: Matter[] = isStrip || hasCast ? ['colophon'] : [];
  const matter = (kind: Matter, number: number, side: LaidPage['side']): LaidPage => ({
    number, side, template: kind, width: PAGE_FORMATS[book.format].width, height: isStrip ? STRIP_COVER : PAGE_FORMATS[book.format].height, cut: { type: 'rows', children: [], slants: [] }, panels: [],
  });
  const first: LaidPage['side'] = isStrip ? 'strip' : book.direction === 'rtl' ? 'left' : 'right';
  const other: LaidPage['side'] = isStrip ? 'strip' : first === 'left' ? 'right' : 'left';
  const sideOf = (number: number): LaidPage['side'] => (number % 2 === 1 ? first : other);
  const numbered = story.map((page, i) => ({ ...page, number: i + 1 + front.length }));
  const last = numbered.length + front.length;
  return { pages: [...front.map((kind, i) => matter(kind, i + 1, sideOf(i + 1))), ...numbered, ...back.map((kind, i) => matter(kind, last + i + 1, sideOf(last + i + 1)))] };
}
