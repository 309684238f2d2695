import { boxOf, type Box, type PageFormat, type Point, type Polygon } from '../model/geometry.ts';
import type { Direction } from '../model/kinds.ts';
import type { Cut, LaidPanel } from './types.ts';

export type Bleed = LaidPanel['bleed'];
/** Everything where `x * a + y * b <= c`; (a, b) has length 1, so c moves by u. */
export type HalfPlane = { a: number; b: number; c: number };

export type PageCut = {
  cut: Cut;
  /** Live area, u. */
  live: Box;
  format: PageFormat;
  direction: Direction;
  /** Panel id -> sides that run to the bleed edge. */
  bleeds: ReadonlyMap<string, Bleed>;
};

/**
 * Panel polygons of a cut tree, in reading order, clockwise from the top left corner. A panel is its
 * outer rectangle cut by the gutter lines above it in the tree. Two panels lie on two sides of the gutter
 * that parted them, so they cannot overlap, however lines lean and edges bleed.
 */
export function polygonsOf({ cut, live, format, direction, bleeds }: PageCut): LaidPanel[] {
  const isMirrored = direction === 'rtl';
  const frame = isMirrored ? { ...live, x: format.width - live.x - live.width } : live;
  const panels: LaidPanel[] = [];
  const walk = (node: Cut, area: Box, planes: HalfPlane[]): void => {
    if (node.type === 'panel') {
      const bleed = bleeds.get(node.id) ?? NO_BLEED;
      const outer = outerBox(frame, format, isMirrored ? flipBleed(bleed) : bleed);
      const shape = planes.reduce(clip, outer);
      const polygon = fromTopLeft(isMirrored ? mirror(shape, format.width) : shape);
      panels.push({ id: node.id, polygon, bleed, box: boxOf(polygon) });
      return;
    }
    for (const [child, part] of partsOf(node, area, planes, format)) walk(child, part.area, part.planes);
  };
  walk(cut, frame, []);
  return panels;
}

export const NO_BLEED: Bleed = { left: false, right: false, top: false, bottom: false };

export function flipBleed(bleed: Bleed): Bleed {
  return { ...bleed, left: bleed.right, right: bleed.left };
}

/** Area of a simple polygon, u² (shoelace formula). */
export function areaOf(polygon: Polygon): number {
  let twice = 0;
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    twice += p.x * q.y - q.x * p.y;
  });
  return Math.abs(twice) / 2;
}

/**
 * Divides an upright area among the children of a cut. A gutter turns about its middle, so a slant
 * keeps the areas; its width is measured at right angles, so along the cut it takes a little more.
 */
export function partsOf(node: Exclude<Cut, { type: 'panel' }>, area: Box, planes: HalfPlane[], format: PageFormat): [Cut, { area: Box; planes: HalfPlane[] }][] {
  const isRows = node.type === 'rows';
  const gutter = isRows ? format.gutter.row : format.gutter.column;
  const [start, length, across] = isRows ? [area.y, area.height, area.width] : [area.x, area.width, area.height];
  const middle = (isRows ? area.x : area.y) + across / 2;
  const stretches = node.children.slice(1).map((_, i) => Math.hypot(1, (node.slants[i] ?? 0) / across));
  const free = length - stretches.reduce((sum, stretch) => sum + stretch * gutter, 0);
  const weights = node.children.map((_, i) => node.weights?.[i] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  let at = start;
  let before: HalfPlane | undefined;
  return node.children.map((child, i) => {
    const size = (free * (weights[i] ?? 1)) / total;
    const stretch = stretches[i];
    const own = isRows ? { ...area, y: at, height: size } : { ...area, x: at, width: size };
    const cuts = before ? [...planes, before] : [...planes];
    at += size;
    if (stretch !== undefined) {
      const slope = (node.slants[i] ?? 0) / across;
      const normal = isRows ? { a: -slope / stretch, b: 1 / stretch } : { a: 1 / stretch, b: -slope / stretch };
      const centre = at + (gutter * stretch) / 2;
      const c = isRows ? normal.a * middle + normal.b * centre : normal.a * centre + normal.b * middle;
      cuts.push({ ...normal, c: c - gutter / 2 });
      before = { a: -normal.a, b: -normal.b, c: -(c + gutter / 2) };
      at += gutter * stretch;
    }
    return [child, { area: own, planes: cuts }];
  });
}

function outerBox(live: Box, format: PageFormat, bleed: Bleed): Polygon {
  const left = bleed.left ? -format.bleed : live.x;
  const right = bleed.right ? format.width + format.bleed : live.x + live.width;
  const top = bleed.top ? -format.bleed : live.y;
  const bottom = bleed.bottom ? format.height + format.bleed : live.y + live.height;
  return [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
}

/** Sutherland-Hodgman for one line. */
function clip(polygon: Polygon, { a, b, c }: HalfPlane): Polygon {
  const kept: Point[] = [];
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    const dp = a * p.x + b * p.y - c;
    const dq = a * q.x + b * q.y - c;
    if (dp <= 0) kept.push(p);
    if (dp < 0 !== dq < 0 && dp !== 0 && dq !== 0) {
      const t = dp / (dp - dq);
      kept.push({ x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) });
    }
  });
  return kept;
}

function mirror(polygon: Polygon, width: number): Polygon {
  return polygon.map((p) => ({ x: width - p.x, y: p.y })).reverse();
}

/** The same polygon from its top left corner on. */
function fromTopLeft(polygon: Polygon): Polygon {
  const sums = polygon.map((p) => p.x + p.y);
  const first = sums.indexOf(Math.min(...sums));
  return [...polygon.slice(first), ...polygon.slice(0, first)];
}
