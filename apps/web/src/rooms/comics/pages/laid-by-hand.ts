/** Where the panels stand on a page cut by hand, at once and without the rest of the book. Pure. */
import { leavesOf, panelsOn, type LaidPage, type LaidPanel, type PageByHand } from '@komawari/comic/by-hand';
import type { Ground } from './page-ops.ts';

export function laidByHand(before: LaidPage, hand: PageByHand, ground: Ground): LaidPanel[] {
  return ground.format.id === 'webtoon' ? stripPanels(before, hand) : panelsOn(hand.cut, hand, ground);
}

/** Weights of a strip's bands are heights in thousands of u. */
const STRIP_WEIGHT = 1000;

/** A taller band pushes what follows down. How wide panels of one band become is told when it is laid. */
function stripPanels(before: LaidPage, hand: PageByHand): LaidPanel[] {
  if (hand.cut.type !== 'rows') return before.panels;
  const { children, weights } = hand.cut;
  let push = 0;
  return children.flatMap((band, i) => {
    const ids = new Set(leavesOf(band));
    const own = before.panels.filter(({ id }) => ids.has(id));
    const wanted = (weights[i] ?? 1) * STRIP_WEIGHT;
    const height = Math.max(0, ...own.map(({ box }) => box.height));
    const grow = band.type !== 'rows' && height > 0 ? wanted - height : 0;
    const moved = own.map((panel) => shifted(panel, push, grow));
    push += grow;
    return moved;
  });
}

function shifted(panel: LaidPanel, by: number, grow: number): LaidPanel {
  const middle = panel.box.y + panel.box.height / 2;
  return { ...panel, box: { ...panel.box, y: panel.box.y + by, height: panel.box.height + grow }, polygon: panel.polygon.map(({ x, y }) => ({ x, y: y + by + (y > middle ? grow : 0) })) };
}
