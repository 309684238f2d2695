/**
 * A tube: the one solid from which limbs, trunks and clothes are made. Elliptic cross-sections stand
 * along a spine; the contour runs through the points of each projected ellipse that lie farthest from
 * the spine, so that one solid gives a right silhouette from every side.
 */
import type { Point } from '../../model/geometry.ts';
import { num, path } from '../pen/path.ts';
import { add, mix, size, type Vec } from './vector.ts';
import { depthOf, toOffset, toPicture, type View } from './view.ts';

/** A cross-section: centre and two half axes, cm, body space. */
export type Station = { c: Vec; x: Vec; z: Vec };
export type Cap = 'flat' | 'round' | 'open';

export type Tube = {
  stations: readonly Station[];
  view: View;
  /** Contour sides in the picture, from start to end; left is at the left hand when looking along. */
  left: Point[];
  right: Point[];
  /** Closed contour with its caps, path data; all parts wind the same way. */
  d: string;
  /** The contour without caps, for tests of overlap. */
  ring: Point[];
  /** Corners round its caps, which may stand out of the ring. */
  reach: Point[];
};

export function makeTube(view: View, stations: readonly Station[], caps: { start?: Cap; end?: Cap } = {}): Tube {
  const centres = stations.map((s) => toPicture(view, s.c));
  const left: Point[] = [];
  const right: Point[] = [];
  const last = stations.length - 1;
  const whole = { x: centres[last]!.x - centres[0]!.x, y: centres[last]!.y - centres[0]!.y };
  stations.forEach((s, i) => {
    const [a, b] = [centres[Math.max(0, i - 1)]!, centres[Math.min(last, i + 1)]!];
    let [dx, dy] = [b.x - a.x, b.y - a.y];
    if (Math.hypot(dx, dy) < 0.02 * view.scale) [dx, dy] = [whole.x, whole.y || 1];
    const length = Math.hypot(dx, dy) || 1;
    const e = farthest(toOffset(view, s.x), toOffset(view, s.z), dy / length, -dx / length);
    left.push({ x: centres[i]!.x + e.x, y: centres[i]!.y + e.y });
    right.push({ x: centres[i]!.x - e.x, y: centres[i]!.y - e.y });
  });
  const ring = [...left, ...right.toReversed()];
  const d = sideways(left, right) + capPath(view, stations[0]!, caps.start ?? 'flat') + capPath(view, stations[last]!, caps.end ?? 'flat');
  const reach = [reachOf(view, stations[0]!, caps.start ?? 'flat'), reachOf(view, stations[last]!, caps.end ?? 'flat')].flat();
  return { stations, view, left, right, d, ring, reach };
}

/** The point of an ellipse with half axes x, z that lies farthest in direction n. */
function farthest(x: Point, z: Point, nx: number, ny: number): Point {
  const [p, q] = [x.x * nx + x.y * ny, z.x * nx + z.y * ny];
  const r = Math.hypot(p, q) || 1;
  return { x: (x.x * p + z.x * q) / r, y: (x.y * p + z.y * q) / r };
}

function sideways(left: readonly Point[], right: readonly Point[]): string {
  const ring = [...left, ...right.toReversed()];
  const clockwise = area(ring) >= 0;
  const [one, two] = clockwise ? [left, right.toReversed()] : [right, left.toReversed()];
  const first = path().spline(one).d;
  const back = path().spline(two).d;
  return `${first}L${back.slice(1)}Z`;
}

export function area(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    sum += p.x * q.y - q.x * p.y;
  });
  return sum / 2;
}

function reachOf(view: View, s: Station, cap: Cap): Point[] {
  if (cap === 'open') return [];
  const c = toPicture(view, s.c);
  const r = Math.min(size(s.x), size(s.z)) * view.scale;
  const [x, z] = [toOffset(view, s.x), toOffset(view, s.z)];
  const [w, h] = cap === 'round' ? [r, r] : [Math.hypot(x.x, z.x), Math.hypot(x.y, z.y)];
  return [{ x: c.x - w, y: c.y - h }, { x: c.x + w, y: c.y + h }];
}

function capPath(view: View, s: Station, cap: Cap): string {
  if (cap === 'open') return '';
  const c = toPicture(view, s.c);
  if (cap === 'round') {
    const r = Math.min(size(s.x), size(s.z)) * view.scale;
    return ellipseOf(c, { x: r, y: 0 }, { x: 0, y: r });
  }
  return ellipseOf(c, toOffset(view, s.x), toOffset(view, s.z));
}

/** Closed ellipse from two half axes, wound clockwise on the screen. */
export function ellipseOf(c: Point, x: Point, z: Point): string {
  const turn = x.x * z.y - x.y * z.x < 0 ? -1 : 1;
  const w = { x: z.x * turn, y: z.y * turn };
  const k = 0.5523;
  const at = (p: number, q: number): string => `${num(c.x + x.x * p + w.x * q)} ${num(c.y + x.y * p + w.y * q)}`;
  return `M${at(1, 0)}C${at(1, k)} ${at(k, 1)} ${at(0, 1)}C${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)}C${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)}C${at(k, -1)} ${at(1, -k)} ${at(1, 0)}Z`;
}

/** Cross-section at `t` of 0..1 along the tube. */
export function stationAt(tube: Pick<Tube, 'stations'>, t: number): Station {
  const n = tube.stations.length - 1;
  const u = Math.max(0, Math.min(1, t)) * n;
  const i = Math.min(Math.floor(u), n - 1);
  const [a, b] = [tube.stations[i]!, tube.stations[i + 1]!];
  const k = u - i;
  return { c: mix(a.c, b.c, k), x: mix(a.x, b.x, k), z: mix(a.z, b.z, k) };
}

/** A point on the skin of a tube: `angle` 0 is +x (the person's left), π/2 is the front. */
export function onSkin(tube: Tube, t: number, angle: number, raise = 1): { point: Point; at: Vec; facing: number } {
  const s = stationAt(tube, t);
  const [c, n] = [Math.cos(angle) * raise, Math.sin(angle) * raise];
  const at = add(add(s.c, s.x, c), s.z, n);
  const [lx, lz] = [size(s.x) || 1, size(s.z) || 1];
  const normal = add([(s.x[0] / lx / lx) * c, (s.x[1] / lx / lx) * c, (s.x[2] / lx / lx) * c], s.z, n / lz / lz);
  return { point: toPicture(tube.view, at), at, facing: depthOf(tube.view, normal) / (size(normal) || 1) };
}

/** Visible runs of a line on the skin through [t, angle] knots. */
export function skinLine(tube: Tube, knots: readonly (readonly [number, number])[], steps = 10): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (let k = 0; k <= steps; k++) {
    const u = (k / steps) * (knots.length - 1);
    const i = Math.min(Math.floor(u), knots.length - 2);
    const [a, b] = [knots[i]!, knots[i + 1]!];
    const p = onSkin(tube, a[0] + (b[0] - a[0]) * (u - i), a[1] + (b[1] - a[1]) * (u - i));
    if (p.facing > 0.04) run.push(p.point);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs.filter((r) => r.length > 1);
}

/** Angles of the skin at `t` that the reader sees: half a turn round the first value. */
export function seenFrom(tube: Tube, t: number): number {
  const s = stationAt(tube, t);
  const [lx, lz] = [size(s.x) || 1, size(s.z) || 1];
  return Math.atan2(depthOf(tube.view, s.z) / lz / lz, depthOf(tube.view, s.x) / lx / lx);
}

/** A stretch of angles cut to what the reader sees at `t`. */
function seenPart(tube: Tube, t: number, from: number, to: number): { a: number; b: number } {
  const middle = seenFrom(tube, t);
  let a = (from - middle) % (Math.PI * 2);
  if (a > Math.PI) a -= Math.PI * 2;
  if (a < -Math.PI) a += Math.PI * 2;
  const b = a + (to - from);
  const cut = (angle: number): number => middle + Math.max(-Math.PI / 2, Math.min(Math.PI / 2, angle));
  // A stretch that begins behind on the right may come into sight again on the left.
  return a > Math.PI / 2 && b > Math.PI * 1.5 ? { a: middle - Math.PI / 2, b: cut(b - Math.PI * 2) } : { a: cut(a), b: cut(b) };
}

/** [t, from angle, to angle]; a whole band round the tube when the angles are left out. */
export type PatchRow = readonly [number, number?, number?];

/** The visible part of a piece of cloth on the skin between rows; empty when it is turned away. */
export function skinPatch(tube: Tube, rows: readonly PatchRow[]): Point[] {
  const edge = rows.map(([t, a, b]) => {
    const m = seenFrom(tube, t);
    return a === undefined || b === undefined ? { t, a: m - Math.PI / 2, b: m + Math.PI / 2 } : { t, ...seenPart(tube, t, a, b) };
  });
  if (edge.every((e) => Math.abs(e.a - e.b) < 0.06)) return [];
  const arc = (e: (typeof edge)[number]): Point[] => [1, 2, 3, 4].map((k) => onSkin(tube, e.t, e.a + ((e.b - e.a) * k) / 5).point);
  const first = edge[0]!;
  const last = edge[edge.length - 1]!;
  return [
    ...edge.map((e) => onSkin(tube, e.t, e.a).point), ...arc(last),
    ...edge.toReversed().map((e) => onSkin(tube, e.t, e.b).point), ...arc(first).toReversed(),
  ];
}

export function isInside(p: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
