/**
 * Page geometry. The **page unit** (u) is 1/150 inch: at 150 dpi one u is one pixel.
 * x grows to the right, y downwards, the origin is the top left corner of the trim.
 */
import type { FormatId } from './kinds.ts';

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };
/** Convex or nearly convex, clockwise on the screen, at least three points. */
export type Polygon = Point[];

export type PageFormat = {
  id: FormatId;
  /** Trim size in u. A webtoon page is one strip and `height` is its greatest length. */
  width: number;
  height: number;
  /** Bleed outside the trim on every side, u (3 mm = 18). */
  bleed: number;
  /** Distance from the trim to the live area: where panels end that do not bleed. */
  margin: { top: number; bottom: number; inner: number; outer: number };
  /** Space between rows and between panels of one row, u. */
  gutter: { row: number; column: number };
  /** Text keeps this distance from the trim, u. */
  safe: number;
};

export const PAGE_FORMATS: Record<FormatId, PageFormat> = {
  'manga-b5': { id: 'manga-b5', width: 1075, height: 1518, bleed: 18, margin: { top: 72, bottom: 78, inner: 72, outer: 62 }, gutter: { row: 26, column: 13 }, safe: 40 },
  a4: { id: 'a4', width: 1240, height: 1754, bleed: 18, margin: { top: 84, bottom: 90, inner: 84, outer: 74 }, gutter: { row: 26, column: 16 }, safe: 44 },
  'us-comic': { id: 'us-comic', width: 994, height: 1538, bleed: 19, margin: { top: 64, bottom: 70, inner: 60, outer: 60 }, gutter: { row: 18, column: 18 }, safe: 38 },
  square: { id: 'square', width: 1240, height: 1240, bleed: 18, margin: { top: 70, bottom: 76, inner: 70, outer: 70 }, gutter: { row: 22, column: 18 }, safe: 44 },
  '4-koma': { id: '4-koma', width: 1075, height: 1518, bleed: 18, margin: { top: 150, bottom: 84, inner: 90, outer: 80 }, gutter: { row: 22, column: 60 }, safe: 40 },
  webtoon: { id: 'webtoon', width: 800, height: 60_000, bleed: 0, margin: { top: 60, bottom: 60, inner: 0, outer: 0 }, gutter: { row: 90, column: 20 }, safe: 32 },
};

export function boxOf(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const p of points) {
    x0 = Math.min(x0, p.x);
    y0 = Math.min(y0, p.y);
    x1 = Math.max(x1, p.x);
    y1 = Math.max(y1, p.y);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}
