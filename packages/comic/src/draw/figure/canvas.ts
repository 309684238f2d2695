/** Collects the drawing of one figure: unions of solids with one contour, lines over them, and the outline of all. */
import { boxOf, type Box, type Point } from '../../model/geometry.ts';
import { steadyPoint } from '../../model/steady-point.ts';
import { brush } from '../pen/brush.ts';
import { num, path } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';
import { isInside, type Tube } from './tube.ts';

/** Any closed contour. A tube is one. */
export type Solid = Pick<Tube, 'd' | 'ring'> & Partial<Pick<Tube, 'left' | 'right' | 'reach'>>;

export type Canvas = {
  pen: Pen;
  /** 0 tiny, 1 small, 2 full. */
  detail: 0 | 1 | 2;
  weight: { outline: number; detail: number; fine: number };
  parts: string[];
  outline: string[];
  points: Point[];
  /** Solids already painted, with what they are filled: to know what lies under a contour. */
  painted: { ring: Point[]; fill: string }[];
};

export function makeCanvas(pen: Pen, tall: number): Canvas {
  // A figure far away keeps its pen, but never gets more ink than shape.
  const fit = Math.min(1, Math.max(0.32, tall / 340));
  const { outline, detail, fine } = pen.weight;
  return { pen, detail: foldsOf(pen, tall), weight: { outline: outline * fit, detail: detail * fit, fine: fine * Math.max(0.6, fit) }, parts: [], outline: [], points: [], painted: [] };
}

function foldsOf(pen: Pen, tall: number): 0 | 1 | 2 {
  const most = pen.folds ?? 2;
  const fits = tall < (most === 3 ? 30 : 60) ? 0 : tall < (most === 3 ? 70 : 140) ? 1 : 2;
  return most < fits ? (most as 0 | 1) : fits;
}

/** Whether a fill is so dark that lines on it must be white. */
export function isDark(canvas: Canvas, fill: string): boolean {
  return fill === canvas.pen.paints.ink('black') || fill === '#000';
}

export function lineColourOn(canvas: Canvas, fill: string): string {
  return isDark(canvas, fill) ? canvas.pen.paints.paper : canvas.pen.paints.line;
}

/** One contour round all solids, then all of them filled. */
export function union(canvas: Canvas, solids: readonly Solid[], fill: string, weight = canvas.weight.outline): void {
  contour(canvas, solids, weight);
  fillIn(canvas, solids, fill);
}

/** The outer half of an ink line round solids that are filled later. */
export function contour(canvas: Canvas, solids: readonly Solid[], weight = canvas.weight.outline): void {
  const d = solids.map((s) => s.d).join('');
  const ink = canvas.pen.paints.line;
  canvas.parts.push(`<path d="${d}" fill="${ink}" stroke="${ink}" stroke-width="${num(weight * 2)}" stroke-linejoin="round"/>`);
  canvas.outline.push(d);
  for (const s of solids) canvas.points.push(...s.ring, ...(s.reach ?? []));
}

export function fillIn(canvas: Canvas, solids: readonly Solid[], fill: string): void {
  // One element each: contours that cross never cancel each other.
  canvas.parts.push(solids.map((s) => `<path d="${s.d}" fill="${fill}"/>`).join(''));
  for (const s of solids) canvas.painted.push({ ring: s.ring, fill });
}

/**
 * A limb over a trunk of the same cloth: its sides are inked, its root is not, so that it grows out
 * of the trunk. On black cloth the edge becomes a white rim, only where it lies on black.
 */
export function overlay(canvas: Canvas, limb: readonly Tube[], fill: string, skip: number): void {
  const ink = canvas.pen.paints.line;
  const below = canvas.painted.filter((p) => p.fill === fill);
  const sides = limb.flatMap((tube, k) => [tube.left, tube.right].map((side) => ({ side, k })));
  const open = sides.flatMap(({ side, k }) => runsOf(dense(side), (p, t) => (k > 0 || t > skip) && !limb.some((other, o) => o !== k && isInside(p, other.ring))));
  const width = canvas.weight.outline;
  for (const run of open) canvas.parts.push(`<path d="${path().spline(run).d}" fill="none" stroke="${ink}" stroke-width="${num(width * 2)}" stroke-linecap="round"/>`);
  const end = limb[limb.length - 1];
  if (end && limb.length > 1) canvas.parts.push(`<path d="${end.d}" fill="${ink}" stroke="${ink}" stroke-width="${num(width * 2)}" stroke-linejoin="round"/>`);
  fillIn(canvas, limb, fill);
  if (!isDark(canvas, fill)) return;
  for (const run of open.flatMap((r) => runsOf(r, (p) => below.some((b) => isInside(p, b.ring))))) stroke(canvas, run, canvas.weight.detail * 0.8, canvas.pen.paints.paper);
}

function dense(side: readonly Point[]): Point[] {
  return side.flatMap((p, i) => {
    const q = side[i + 1];
    return q ? [p, { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }] : [p];
  });
}

function runsOf(points: readonly Point[], keeps: (p: Point, t: number) => boolean): Point[][] {
  const runs: Point[][] = [[]];
  points.forEach((p, i) => {
    if (keeps(p, i / (points.length - 1))) runs[runs.length - 1]!.push(p);
    else if (runs[runs.length - 1]!.length > 0) runs.push([]);
  });
  return runs.filter((r) => r.length > 1);
}

/** An even line. */
export function stroke(canvas: Canvas, points: readonly Point[], weight: number, colour = canvas.pen.paints.line): void {
  canvas.parts.push(`<path d="${path().spline(points).d}" fill="none" stroke="${colour}" stroke-width="${num(weight)}" stroke-linecap="round" stroke-linejoin="round"/>`);
}

/** A swelling brush line: a fold. */
export function fold(canvas: Canvas, points: readonly Point[], weight: number, colour = canvas.pen.paints.line, start = 0.3, end = 0.3): void {
  canvas.parts.push(`<path d="${brush(points, weight, start, end)}" fill="${colour}"/>`);
}

/** A closed inked shape of free form. */
export function patch(canvas: Canvas, d: string, fill: string, weight: number): void {
  const ink = canvas.pen.paints.line;
  canvas.parts.push(`<path d="${d}" fill="${fill}"${weight > 0 ? ` stroke="${ink}" stroke-width="${num(weight)}" stroke-linejoin="round" stroke-linecap="round"` : ''}/>`);
}

/** A free contour as a solid. */
export function solidOf(points: readonly Point[], tension = 1): Solid {
  const ring = signed(points) < 0 ? points.toReversed() : [...points];
  return { d: path().spline(ring, true, tension).d, ring };
}

/** The convex solid round some points. */
export function hullOf(points: readonly Point[]): Solid {
  const sorted = points.map(steadyPoint).sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const p of list) {
      while (kept.length > 1 && turn(kept[kept.length - 2]!, kept[kept.length - 1]!, p) <= 0) kept.pop();
      kept.push(p);
    }
    return kept.slice(0, -1);
  };
  const ring = [...half(sorted), ...half(sorted.toReversed())];
  const box = boxOf(ring);
  // Knots that stand too close would make the curve loop.
  const least = Math.hypot(box.width, box.height) * 0.035;
  const apart = ring.filter((p, i) => Math.hypot(p.x - ring[(i + ring.length - 1) % ring.length]!.x, p.y - ring[(i + ring.length - 1) % ring.length]!.y) >= least);
  return solidOf(apart.length > 3 ? apart : ring, 0.9);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function signed(ring: readonly Point[]): number {
  return ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);
}

export function bounds(canvas: Canvas): Box {
  const box = boxOf(canvas.points);
  const w = canvas.weight.outline;
  return { x: box.x - w, y: box.y - w, width: box.width + w * 2, height: box.height + w * 2 };
}
