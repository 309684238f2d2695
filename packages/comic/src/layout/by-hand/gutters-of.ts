/** Where the gutters of a finished page lie, for handles to drag. */
import type { PageFormat, Point } from '../../model/geometry.ts';
import type { HandCut } from '../../model/hand-made.ts';
import { MIN_SIDE } from '../demand.ts';
import { liveArea } from '../page-frame.ts';
import type { HalfPlane } from '../polygons-of.ts';
import type { LaidPage } from '../types.ts';
import { asHand, leavesOf, type CutPath } from './cut-tree.ts';
import { cellAreas, type CellArea } from './cell-areas.ts';
import { BAND_MOST } from './hand-bands.ts';
import { furthest, isLegal, withSlant } from './legal-cut.ts';
import { travelOf, type Travel } from './move-gutter.ts';
import type { PageGround } from './page-ground.ts';
import { stripRows } from './strip-rows.ts';

export type Gutter = {
  /** The branch of the cut tree and the child that the gutter follows: what `moveGutter` and `slantGutter` take. */
  path: number[];
  index: number;
  type: 'rows' | 'columns';
  /** Its middle line, u on the page; `from` is at the left or the top. */
  from: Point;
  to: Point;
  /** Width at right angles, u. */
  width: number;
  slant: number;
  /** The way on the page that a positive move goes; of length 1. */
  toward: Point;
  /** How far it can be moved, u. */
  travel: Travel;
};

/**
 * All gutters of a page in the order of the tree, parents first. A gutter ends where it meets the one that bounds it.
 * How far each can go is searched for, which takes long: in the middle of a drag ask without (`travel` is 0 then).
 */
export function guttersOf(page: LaidPage, ground: PageGround, { withTravel = true }: { withTravel?: boolean } = {}): Gutter[] {
  if (page.side === 'strip') return stripGutters(page, ground);
  const own = { ...ground, live: ground.live ?? liveArea({ ...ground, number: page.number }) };
  const hand = asHand(page);
  const cells = cellAreas(hand.cut, hand.template, own);
  return cells.flatMap((cell) => {
    const { node, path } = cell;
    if (node.type === 'panel') return [];
    const isRows = node.type === 'rows';
    return node.children.slice(1).flatMap((_, index) => {
      const next = cells.find((one) => one.path.length === path.length + 1 && one.path.at(-1) === index + 1 && path.every((step, i) => one.path[i] === step));
      const line = next && middleLine(cell, next, index, ground.format);
      if (!line) return [];
      const [from, to] = ground.direction === 'rtl' ? line.map((p) => ({ x: ground.format.width - p.x, y: p.y })) : line;
      if (!from || !to) return [];
      const isTurned = isRows && from.x > to.x;
      return [{
        path, index, type: node.type, from: isTurned ? to : from, to: isTurned ? from : to,
        width: isRows ? ground.format.gutter.row : ground.format.gutter.column, slant: node.slants[index] ?? 0,
        toward: isRows ? { x: 0, y: 1 } : { x: ground.direction === 'rtl' ? -1 : 1, y: 0 },
        travel: withTravel ? travelOf(hand, path, index, own) : { min: 0, max: 0 },
      }];
    });
  });
}

/** The slants that a gutter of a legal page can have, u; for the marks of a drag. */
export function slantsAllowed(page: LaidPage, path: CutPath, index: number, ground: PageGround): Travel {
  const hand = asHand(page);
  const cut: HandCut = hand.cut;
  const own = { ...ground, live: ground.live ?? liveArea({ ...ground, number: page.number }) };
  const reach = (most: number): number => Math.trunc(most * furthest((share) => isLegal(withSlant(cut, path, index, Math.trunc(most * share)), hand, own)));
  return { min: reach(-400), max: reach(400) };
}

/** The middle of the gutter before `next`: a line across the whole region, cut where other gutters bound it. */
function middleLine({ node, area, planes, frame }: CellArea, next: CellArea, index: number, format: PageFormat): [Point, Point] | undefined {
  // The first plane that `next` has of its own is its side of the gutter; half a gutter further out runs the middle.
  const side = next.planes[planes.length];
  if (!side || node.type === 'panel') return undefined;
  const isRows = node.type === 'rows';
  const { a, b } = side;
  const c = side.c + (isRows ? format.gutter.row : format.gutter.column) / 2;
  const slope = (node.slants[index] ?? 0) / (isRows ? area.width : area.height);
  const start = isRows ? { x: frame.x, y: (c - a * frame.x) / b } : { x: (c - b * frame.y) / a, y: frame.y };
  const edges = [{ a: -1, b: 0, c: -frame.x }, { a: 1, b: 0, c: frame.x + frame.width }, { a: 0, b: -1, c: -frame.y }, { a: 0, b: 1, c: frame.y + frame.height }];
  return clipLine(start, isRows ? { x: 1, y: slope } : { x: slope, y: 1 }, isRows ? frame.width : frame.height, [...edges, ...planes]);
}

function clipLine(start: Point, along: Point, length: number, planes: readonly HalfPlane[]): [Point, Point] | undefined {
  let [low, high] = [0, length];
  for (const { a, b, c } of planes) {
    const speed = a * along.x + b * along.y;
    const room = c - (a * start.x + b * start.y);
    if (Math.abs(speed) < 1e-9) {
      if (room < 0) return undefined;
    } else if (speed > 0) high = Math.min(high, room / speed);
    else low = Math.max(low, room / speed);
  }
  const at = (t: number): Point => ({ x: start.x + along.x * t, y: start.y + along.y * t });
  return low < high ? [at(low), at(high)] : undefined;
}

/** Below every band of a strip lies a gap: a move makes the band above it taller. Panels side by side have a gutter. */
function stripGutters(page: LaidPage, ground: PageGround): Gutter[] {
  const hand = asHand(page);
  const boxes = new Map(page.panels.map(({ id, box }) => [id, box]));
  const rows = stripRows(hand.cut).map((row) => ({ ...row, boxes: leavesOf(row.node).flatMap((id) => boxes.get(id) ?? []) }));
  return rows.flatMap((row, i): Gutter[] => {
    const [first] = row.boxes;
    const last = row.boxes.at(-1);
    const [below] = rows[i + 1]?.boxes ?? [];
    if (!first || !last) return [];
    const bottom = last.y + last.height;
    const gap = below ? below.y - bottom : 0;
    const y = bottom + gap / 2;
    const found: Gutter = { path: row.path, index: row.index, type: 'rows', from: { x: 0, y }, to: { x: page.width, y }, width: gap, slant: row.gap, toward: { x: 0, y: 1 }, travel: { min: MIN_SIDE - last.height, max: BAND_MOST - last.height } };
    const path = row.index < 0 ? [] : [...row.path, row.index];
    const sides = row.boxes.slice(1).flatMap((box, k): Gutter[] => {
      const before = row.boxes[k];
      if (!before || before.y !== box.y) return [];
      const x = ground.direction === 'rtl' ? (box.x + box.width + before.x) / 2 : (before.x + before.width + box.x) / 2;
      return [{ path, index: k, type: 'columns', from: { x, y: first.y }, to: { x, y: bottom }, width: ground.format.gutter.column, slant: 0, toward: { x: ground.direction === 'rtl' ? -1 : 1, y: 0 }, travel: travelOf(hand, path, k, ground) }];
    });
    return [...sides, ...(below ? [found] : [])];
  });
}
