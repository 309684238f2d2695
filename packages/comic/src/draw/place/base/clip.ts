/** Clipping of polygons and lines (Sutherland-Hodgman, Liang-Barsky), so that no far coordinate reaches the page. */
import type { Point } from '../../../model/geometry.ts';
import { steadyPoint } from '../../../model/steady-point.ts';

/** A point in front of the camera: x right, y up, depth along the optical axis, cm. */
export type EyePoint = { x: number; y: number; depth: number };

export function clipNear(points: readonly EyePoint[], near: number): EyePoint[] {
  const out: EyePoint[] = [];
  points.forEach((b, i) => {
    const a = points[(i + points.length - 1) % points.length]!;
    if (a.depth >= near !== b.depth >= near) out.push(atDepth(a, b, near));
    if (b.depth >= near) out.push(b);
  });
  return out;
}

/** The part of a segment before the near plane, or nothing. */
export function clipSegmentNear(a: EyePoint, b: EyePoint, near: number): [EyePoint, EyePoint] | undefined {
  if (a.depth < near && b.depth < near) return undefined;
  if (a.depth < near) return [atDepth(a, b, near), b];
  if (b.depth < near) return [a, atDepth(a, b, near)];
  return [a, b];
}

function atDepth(a: EyePoint, b: EyePoint, depth: number): EyePoint {
  const t = (depth - a.depth) / (b.depth - a.depth);
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, depth };
}

export type Bounds = { x0: number; y0: number; x1: number; y1: number };

export function clipToBounds(points: readonly Point[], { x0, y0, x1, y1 }: Bounds): Point[] {
  let out = cut(points, (p) => p.x - x0);
  out = cut(out, (p) => x1 - p.x);
  out = cut(out, (p) => p.y - y0);
  return cut(out, (p) => y1 - p.y);
}

function cut(points: readonly Point[], inside: (p: Point) => number): Point[] {
  const out: Point[] = [];
  for (let i = 0; i < points.length; i++) {
    const [a, b] = [points[(i + points.length - 1) % points.length]!, points[i]!];
    const [da, db] = [inside(a), inside(b)];
    if (da >= 0 !== db >= 0) {
      const t = da / (da - db);
      out.push({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
    }
    if (db >= 0) out.push(b);
  }
  return out;
}

export function clipSegment(a: Point, b: Point, bounds: Bounds): [Point, Point] | undefined {
  let [t0, t1] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const edges: [number, number][] = [
    [-dx, a.x - bounds.x0], [dx, bounds.x1 - a.x], [-dy, a.y - bounds.y0], [dy, bounds.y1 - a.y],
  ];
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return undefined;
      continue;
    }
    const t = q / p;
    if (p < 0) t0 = Math.max(t0, t);
    else t1 = Math.min(t1, t);
    if (t0 > t1) return undefined;
  }
  return [{ x: a.x + dx * t0, y: a.y + dy * t0 }, { x: a.x + dx * t1, y: a.y + dy * t1 }];
}

export function isOutside(points: readonly Point[], { x0, y0, x1, y1 }: Bounds): boolean {
  return points.every((p) => p.x < x0) || points.every((p) => p.x > x1) || points.every((p) => p.y < y0) || points.every((p) => p.y > y1);
}

/** Convex hull (Andrew's monotone chain): the silhouette of a round or convex body. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.map(steadyPoint).sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
