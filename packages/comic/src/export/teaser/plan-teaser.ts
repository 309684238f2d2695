/** Which panels a teaser shows, how long, and where the camera goes. */
import { listLines, listPanels, type Book, type Panel } from '../../model/book.ts';
import type { Box } from '../../model/geometry.ts';
import type { LaidPanel } from '../../layout/index.ts';
import { unionOf } from '../page-layers.ts';
import type { FinishedBook, FinishedPage } from '../types.ts';

/** One look: the camera moves from box to box, page u; both have the proportions of the frame. Without a panel the whole page is shown. */
export type TeaserShot = { page: FinishedPage; panel?: LaidPanel; seconds: number; from: Box; to: Box };

const SECONDS_MIN = 8;
const SECONDS_MAX = 18;
const COVER_SECONDS = 2.4;
/** The end of a story is not told before it is read. */
const TOLD = 0.75;
const SHOTS_MAX = 7;

/** Between 8 and 20 seconds: the cover, then the strongest panel of each stretch of the story, in order. Throws RangeError for a book without pages. */
export function planTeaser(finished: FinishedBook, frame: { width: number; height: number }): TeaserShot[] {
  const cover = finished.pages.find((page) => page.role === 'cover') ?? finished.pages[0];
  if (!cover) throw new RangeError('a teaser needs at least one page');
  const shots: TeaserShot[] = [coverShot(cover, frame)];
  let total = COVER_SECONDS;
  for (const [i, { page, laid, panel }] of choosePanels(finished).entries()) {
    const shot = panelShot(finished.book, page, { laid, panel, frame, isIn: i % 2 === 0 });
    if (total + shot.seconds > SECONDS_MAX) break;
    total += shot.seconds;
    shots.push(shot);
  }
  const stretch = total < SECONDS_MIN ? SECONDS_MIN / total : 1;
  return shots.map((shot) => ({ ...shot, seconds: shot.seconds * stretch }));
}

type Chosen = { page: FinishedPage; laid: LaidPanel; panel: Panel };

function choosePanels(finished: FinishedBook): Chosen[] {
  const panels = new Map(listPanels(finished.book).map((panel) => [panel.id, panel]));
  const all = finished.pages.flatMap((page) => page.laid.panels.flatMap((laid): Chosen[] => {
    const panel = panels.get(laid.id);
    return panel ? [{ page, laid, panel }] : [];
  }));
  const told = all.slice(0, Math.max(1, Math.ceil(all.length * TOLD)));
  const count = Math.min(SHOTS_MAX, told.length);
  return Array.from({ length: count }, (_, i) => strongest(told.slice(Math.floor((i * told.length) / count), Math.floor(((i + 1) * told.length) / count))));
}

/** Importance first, then the opening of a scene, then words; of equals the earlier one. */
function strongest(panels: readonly Chosen[]): Chosen {
  const weight = ({ panel }: Chosen): number => panel.importance * 2 + (panel.opensScene ? 1.5 : 0) + (panel.lines.length > 0 ? 1 : 0) + (panel.characters.length > 0 ? 0.5 : 0);
  return panels.reduce((best, one) => (weight(one) > weight(best) ? one : best));
}

function coverShot(page: FinishedPage, frame: { width: number; height: number }): TeaserShot {
  // A strip's pages are too long to be seen whole: its top is its cover.
  const height = Math.min(page.laid.height, page.laid.width * 1.8);
  const scale = Math.min(frame.width / page.laid.width, frame.height / height);
  const centre = { x: page.laid.width / 2, y: height / 2 };
  return { page, seconds: COVER_SECONDS, from: around(centre, frame, scale * 0.98), to: around(centre, frame, scale * 1.05) };
}

/** How much wider than the frame a picture may be made so that the camera travels along it. */
const TRAVEL_MAX = 1.9;

function panelShot(book: Book, page: FinishedPage, at: { laid: LaidPanel; panel: Panel; frame: { width: number; height: number }; isIn: boolean }): TeaserShot {
  const { laid, frame } = at;
  const bubbles = page.lettered.bubbles.filter((bubble) => bubble.panelId === laid.id).map((bubble) => bubble.box);
  const box = unionOf([laid.box, ...bubbles]);
  const room = { width: frame.width * 0.92, height: frame.height * 0.9 };
  const fit = Math.min(room.width / box.width, room.height / box.height);
  // No caption is ever cut by the frame.
  const most = Math.min(...bubbles.map((bubble) => Math.min(room.width / bubble.width, room.height / bubble.height)));
  const scale = Math.min(Math.max(room.width / box.width, room.height / box.height), fit * TRAVEL_MAX, Math.max(fit, most));
  const reading = readingSeconds(book, at.panel);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (scale < fit * 1.15) {
    const [near, far] = [around(centre, frame, fit * 1.05), around(centre, frame, fit * 0.97)];
    return { page, panel: laid, seconds: reading, from: at.isIn ? far : near, to: at.isIn ? near : far };
  }
  const ends = travel(box, frame, { scale, isRightToLeft: book.direction === 'rtl' });
  return { page, panel: laid, seconds: Math.max(reading, 2.4), from: around(ends[0], frame, scale), to: around(ends[1], frame, scale) };
}

type Spot = { x: number; y: number };

/** From where one begins to read to where one ends, along the side that does not fit. */
function travel(box: Box, frame: { width: number; height: number }, how: { scale: number; isRightToLeft: boolean }): [Spot, Spot] {
  const over = { x: Math.max(0, (box.width - (frame.width * 0.92) / how.scale) / 2), y: Math.max(0, (box.height - (frame.height * 0.9) / how.scale) / 2) };
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const sign = how.isRightToLeft ? 1 : -1;
  return [{ x: centre.x + over.x * sign, y: centre.y - over.y }, { x: centre.x - over.x * sign, y: centre.y + over.y }];
}

function around(centre: Spot, frame: { width: number; height: number }, scale: number): Box {
  const [width, height] = [frame.width / scale, frame.height / scale];
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** Characters a second that are read at ease in a picture that moves. */
const READ: Record<Book['language'], number> = { en: 22, zh: 9, ja: 10 };

function readingSeconds(book: Book, panel: Panel): number {
  const ids = new Set(panel.lines.map((line) => line.id));
  const length = listLines(book).filter((line) => ids.has(line.id)).reduce((sum, line) => sum + (line.text[book.language] ?? '').length, 0);
  return Math.min(3.6, Math.max(1.7, 1.2 + length / READ[book.language]));
}
