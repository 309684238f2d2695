/** Outlines of projected things: hulls, ribbons, envelopes. */
import type { Point } from '../../model/geometry.ts';
import { steadyPoint } from '../../model/steady-point.ts';
import { path } from '../pen/path.ts';

/** Convex hull (Andrew's monotone chain), in one turning direction whatever the input. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = points.map(steadyPoint).sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length > 1 && cross(out[out.length - 2]!, out[out.length - 1]!, p) <= 0) out.pop();
      out.push(p);
    }
    out.pop();
    return out;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/** All closed shapes turn the same way, so that overlapping ones fill as one under the nonzero rule. */
export function oriented(points: Point[]): Point[] {
  let area = 0;
  for (let i = 0; i < points.length; i++) {
    const [a, b] = [points[i]!, points[(i + 1) % points.length]!];
    area += a.x * b.y - b.x * a.y;
  }
  return area < 0 ? points.reverse() : points;
}

/** The two sides of a line whose half width at parameter 0..1 is `half`, as one closed outline. */
export function ribbon(points: readonly Point[], half: (t: number) => number): Point[] {
  const last = points.length - 1;
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((p, i) => {
    const [a, b] = [points[Math.max(0, i - 1)]!, points[Math.min(last, i + 1)]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const h = half(i / last) / length;
    const [nx, ny] = [-(b.y - a.y) * h, (b.x - a.x) * h];
    left.push({ x: p.x + nx, y: p.y + ny });
    right.push({ x: p.x - nx, y: p.y - ny });
  });
  return oriented([...left, ...right.reverse()]);
}

/** Drops points that lie within `tolerance` of the line through their neighbours (Douglas-Peucker). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 4) return [...points];
  const steady = points.map(steadyPoint);
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack: [number, number][] = [[0, points.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    const [a, b] = [steady[from]!, steady[to]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    let [worst, index] = [tolerance, -1];
    for (let i = from + 1; i < to; i++) {
      const p = steady[i]!;
      const off = length < 1e-6 ? Math.hypot(p.x - a.x, p.y - a.y) : Math.abs(cross(a, b, p)) / length;
      if (off > worst) [worst, index] = [off, i];
    }
    if (index < 0) continue;
    keep[index] = 1;
    stack.push([from, index], [index, to]);
  }
  return points.filter((_, i) => keep[i]);
}

/**
 * Outer envelope of projected mesh rows around `centre`: the greatest radius over all mesh edges in
 * each of `steps` directions. Exact for a polyhedron that is star-shaped seen from the centre.
 */
export function envelope(rows: readonly (readonly Point[])[], centre: Point, steps: number): Point[] {
  const radii = new Float64Array(steps);
  const scale = steps / (2 * Math.PI);
  const polar = rows.map((row) => row.map((p) => Math.atan2(p.y - centre.y, p.x - centre.x)));
  const edge = (p: Point, q: Point, a0: number, a1: number): void => {
    let from = a0;
    let turn = a1 - a0;
    if (turn > Math.PI) turn -= 2 * Math.PI;
    else if (turn < -Math.PI) turn += 2 * Math.PI;
    if (turn < 0) {
      from += turn;
      turn = -turn;
    }
    const first = Math.ceil(from * scale);
    const last = (from + turn) * scale;
    if (first > last) return;
    const ax = p.x - centre.x;
    const ay = p.y - centre.y;
    const bx = q.x - centre.x;
    const by = q.y - centre.y;
    const dx = bx - ax;
    const dy = by - ay;
    const area = ax * by - ay * bx;
    for (let k = first; k <= last; k++) {
      const bin = ((k % steps) + steps) % steps;
      const angle = k / scale;
      const below = Math.cos(angle) * dy - Math.sin(angle) * dx;
      if (Math.abs(below) < 1e-9) continue;
      const radius = area / below;
      if (radius > radii[bin]!) radii[bin] = radius;
    }
  };
  rows.forEach((row, r) => {
    const next = rows[r + 1];
    row.forEach((p, i) => {
      const j = (i + 1) % row.length;
      edge(p, row[j]!, polar[r]![i]!, polar[r]![j]!);
      if (next) edge(p, next[i]!, polar[r]![i]!, polar[r + 1]![i]!);
    });
  });
  return Array.from(radii, (radius, k) => ({ x: centre.x + Math.cos(k / scale) * radius, y: centre.y + Math.sin(k / scale) * radius }));
}

export function smooth(points: readonly Point[], isClosed: boolean, tension = 1): string {
  return path().spline(points, isClosed, tension).d;
}

export function sharp(points: readonly Point[], isClosed: boolean): string {
  return path().polyline(points, isClosed).d;
}
