/** Path data as runs of straight and curved pieces, to be moved and written again. */
import type { Point } from '../../model/geometry.ts';
import { simplify } from '../head/outline.ts';
import { Path } from '../pen/path.ts';

/** One end point (a straight piece), or two handles and an end point (a cubic one). */
export type Piece = readonly [Point] | readonly [Point, Point, Point];
export type Run = { start: Point; pieces: Piece[]; isClosed: boolean };
export type Field = (p: Point) => Point;

const COMMAND = /([A-Za-z])([^A-Za-z]*)/g;

/** Undefined for commands that our artists do not write. */
export function readRuns(d: string): Run[] | undefined {
  const runs: Run[] = [];
  let run: Run | undefined;
  let last: Point = { x: 0, y: 0 };
  for (const [, name, list] of d.matchAll(COMMAND)) {
    const v = list!.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const at = (i: number): Point => ({ x: v[i]!, y: v[i + 1]! });
    if (name === 'M' && v.length === 2) {
      last = at(0);
      runs.push((run = { start: last, pieces: [], isClosed: false }));
    } else if (run === undefined) return undefined;
    else if (name === 'Z') {
      run.isClosed = true;
      last = run.start;
    } else if (name === 'L' && v.length === 2) run.pieces.push([(last = at(0))]);
    else if (name === 'C' && v.length === 6) {
      run.pieces.push([at(0), at(2), at(4)]);
      last = at(4);
    } else if (name === 'Q' && v.length === 4) {
      const [q, end, from] = [at(0), at(2), last];
      const third = (a: Point): Point => ({ x: a.x + ((q.x - a.x) * 2) / 3, y: a.y + ((q.y - a.y) * 2) / 3 });
      run.pieces.push([third(from), third(end), end]);
      last = end;
    } else return undefined;
  }
  return runs;
}

export function writeRuns(runs: readonly Run[]): string {
  const path = new Path();
  for (const { start, pieces, isClosed } of runs) {
    path.move(start.x, start.y);
    for (const piece of pieces) {
      if (piece.length === 1) path.line(piece[0].x, piece[0].y);
      else path.curve(piece[0].x, piece[0].y, piece[1].x, piece[1].y, piece[2].x, piece[2].y);
    }
    if (isClosed) path.close();
  }
  return path.d;
}

/** Straight pieces longer than this waver between their ends, u. */
const LONG = 42;

export function moved(runs: readonly Run[], field: Field, splitsLines: boolean): Run[] {
  return runs.map(({ start, pieces, isClosed }) => {
    let last = start;
    const next: Piece[] = [];
    for (const piece of pieces) {
      const end = piece.at(-1)!;
      const length = Math.hypot(end.x - last.x, end.y - last.y);
      if (piece.length === 1 && splitsLines && length > LONG && length < 4000) {
        const count = Math.ceil(length / LONG);
        const knot = (k: number): Point => field({ x: last.x + ((end.x - last.x) * k) / count, y: last.y + ((end.y - last.y) * k) / count });
        for (let k = 1; k <= count; k++) next.push([knot(k)]);
      } else next.push(piece.length === 1 ? [field(end)] : [field(piece[0]), field(piece[1]), field(piece[2])]);
      last = end;
    }
    return { start: field(start), pieces: next, isClosed };
  });
}

/** A contour as cut with a knife: few straight cuts where there was a curve. Small shapes keep more of theirs. */
export function facetted({ start, pieces, isClosed }: Run): Run {
  if (pieces.every((piece) => piece.length === 1)) return { start, pieces, isClosed };
  const points: Point[] = [start];
  let last = start;
  for (const piece of pieces) {
    if (piece.length === 3) points.push(cubicAt(last, piece, 1 / 3), cubicAt(last, piece, 2 / 3));
    last = piece.at(-1)!;
    points.push(last);
  }
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const reach = Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (reach < 40) return { start, pieces, isClosed };
  const kept = simplify(points, Math.min(11, reach * 0.036));
  // A brush line is a thin shape: cut like a contour it would break.
  if (isClosed && Math.abs(areaOf(points)) < reach * reach * 0.05) return { start, pieces, isClosed };
  return { start, pieces: kept.slice(1).map((p): Piece => [p]), isClosed };
}

function areaOf(points: readonly Point[]): number {
  return points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length]!;
    return sum + (p.x * q.y - q.x * p.y) / 2;
  }, 0);
}

export function cubicAt(from: Point, [a, b, end]: readonly [Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number => u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(from.x, a.x, b.x, end.x), y: mix(from.y, a.y, b.y, end.y) };
}
