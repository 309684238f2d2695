import { handRuns } from './by-hand/hand-runs.ts';
import { layHandPage } from './by-hand/lay-hand-page.ts';
import { panelsOn } from './by-hand/page-ground.ts';
import { liveArea, sideOf } from './page-frame.ts';
import type { Cut, LaidPage, LayoutInput } from './types.ts';

const PANELS_IN_STRIP = 4;
const STRIPS_ON_PAGE = 2;

/**
 * Two vertical strips of four equal panels, read strip by strip; the top margin leaves room for a title
 * over each. A last strip may be shorter, its panels keep their size. Pages by hand break the run of strips:
 * a new page begins behind each.
 */
export function layFourKoma(input: LayoutInput): LaidPage[] {
  const { panels } = input;
  const hands = handRuns(input.byHand ?? [], input).sort((a, b) => a.from - b.from);
  const pages: LaidPage[] = [];
  for (let from = 0; from < panels.length; ) {
    const number = pages.length + 1;
    const hand = hands.find((run) => run.from >= from);
    if (hand?.from === from) {
      pages.push(layHandPage(hand, number, input));
      from = hand.to;
      continue;
    }
    const to = Math.min(panels.length, from + PANELS_IN_STRIP * STRIPS_ON_PAGE, hand?.from ?? Infinity);
    pages.push(usualPage(panels.slice(from, to).map((panel) => panel.id), number, input));
    from = to;
  }
  return pages;
}

function usualPage(ids: readonly string[], number: number, input: LayoutInput): LaidPage {
  const { format, direction } = input;
  const strips = [ids.slice(0, PANELS_IN_STRIP), ids.slice(PANELS_IN_STRIP)].filter((strip) => strip.length > 0).map(stripCut);
  const [first] = strips;
  const cut: Cut = strips.length === 1 && first ? first : { type: 'columns', children: strips, slants: strips.map(() => 0) };
  const live = liveArea({ ...input, number });
  return { number, side: sideOf(number, direction), width: format.width, height: format.height, template: '4-koma', cut, panels: panelsOn(cut, { template: '4-koma', bleeds: {} }, { format, direction, live }) };
}

function stripCut(ids: readonly string[]): Cut {
  const children = ids.map((id): Cut => ({ type: 'panel', id }));
  const [only] = children;
  return children.length === 1 && only ? only : { type: 'rows', children, slants: children.map(() => 0) };
}
