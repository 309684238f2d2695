import type { Box, PageFormat } from '../model/geometry.ts';
import type { Direction } from '../model/kinds.ts';
import { MIN_SIDE } from './demand.ts';

export type PageSide = 'left' | 'right';

/** Page 1 stands alone on the right in left-to-right books, on the left in right-to-left ones. */
export function sideOf(number: number, direction: Direction): PageSide {
  return (number % 2 === 1) === (direction === 'ltr') ? 'right' : 'left';
}

/** The live area of a page, u; the inner margin lies at the spine, the title shortens page 1. */
export function liveArea({ format, number, direction, titleHeight = 0 }: { format: PageFormat; number: number; direction: Direction; titleHeight?: number }): Box {
  const { width, height, margin } = format;
  const title = number === 1 ? titleRoom(format, titleHeight) : 0;
  return {
    x: sideOf(number, direction) === 'right' ? margin.inner : margin.outer,
    y: margin.top + title,
    width: width - margin.inner - margin.outer,
    height: height - margin.top - margin.bottom - title,
  };
}

/** The title block never takes more than half the page, nor so much that panels become too low. */
function titleRoom(format: PageFormat, titleHeight: number): number {
  const full = format.height - format.margin.top - format.margin.bottom;
  const most = format.id === '4-koma' ? full - 4 * MIN_SIDE * 1.3 - 3 * format.gutter.row : full / 2;
  return Math.max(0, Math.min(Number.isFinite(titleHeight) ? titleHeight : 0, most));
}
