import { liveArea, sideOf } from './page-frame.ts';
import { polygonsOf } from './polygons-of.ts';
import type { Cut, LaidPage, LayoutInput } from './types.ts';

const PANELS_IN_STRIP = 4;
const STRIPS_ON_PAGE = 2;

/**
 * Two vertical strips of four equal panels, read strip by strip; the top margin leaves room for a title
 * over each. A last strip may be shorter, its panels keep their size.
 */
export function layFourKoma(input: LayoutInput): LaidPage[] {
  const { panels, format, direction } = input;
  const onPage = PANELS_IN_STRIP * STRIPS_ON_PAGE;
  const pages: LaidPage[] = [];
  for (let from = 0; from < panels.length; from += onPage) {
    const number = pages.length + 1;
    const live = liveArea({ ...input, number });
    const width = (live.width - format.gutter.column) / STRIPS_ON_PAGE;
    const height = (live.height - format.gutter.row * (PANELS_IN_STRIP - 1)) / PANELS_IN_STRIP;
    const strips = [0, 1].flatMap((index) => {
      const start = from + index * PANELS_IN_STRIP;
      const ids = panels.slice(start, Math.min(start + PANELS_IN_STRIP, from + onPage)).map((panel) => panel.id);
      if (ids.length === 0) return [];
      const isRightHand = (index === 0) === (direction === 'rtl');
      const x = isRightHand ? live.x + width + format.gutter.column : live.x;
      const strip = { x, y: live.y, width, height: ids.length * height + (ids.length - 1) * format.gutter.row };
      return [{ cut: stripCut(ids), live: strip }];
    });
    const cuts = strips.map((strip) => strip.cut);
    const [first] = cuts;
    if (!first) break;
    pages.push({
      number,
      side: sideOf(number, direction),
      width: format.width,
      height: format.height,
      template: '4-koma',
      cut: cuts.length === 1 ? first : { type: 'columns', children: cuts, slants: cuts.map(() => 0) },
      panels: strips.flatMap((strip) => polygonsOf({ ...strip, format, direction, bleeds: new Map() })),
    });
  }
  return pages;
}

function stripCut(ids: readonly string[]): Cut {
  const children = ids.map((id): Cut => ({ type: 'panel', id }));
  const [only] = children;
  return children.length === 1 && only ? only : { type: 'rows', children, slants: children.map(() => 0) };
}
