/** Path data as runs of straight and curved pieces, to be moved and written again. */
import type { Point } from '../../model/geometry.ts';
import { simplify } from '../head/outline.ts';
import { Path } from '../pen/path.ts';

/** One end point (a straight piece), or two handles and an end point (a cubic one). */
type Piece = readonly [Point] | readonly [Point, Point, Point];
export type Run = { start: Point; pieces: Piece[]; isClosed: boolean };
export type Field = (p: Point) => Point;

/** Numbers of each command that our artists write. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, Z: 0 };

/** Undefined for commands that our artists do not write. Read by hand: styled books spend most of their drawing time here. */
export function readRuns(d: string): Run[] | undefined {
  const runs: Run[] = [];
  let run: Run | undefined;
  let last: Point = { x: 0, y: 0 };
  let i = 0;
  while (i < d.length) {
    const name = d[i]!;
    const arity = ARITY[name];
    if (arity === undefined) return undefined;
    let end = i + 1;
    while (end < d.length && d.charCodeAt(end) < 65) end++;
    const v = arity === 0 ? [] : numbersOf(d, i + 1, end);
    if (v.length !== arity) return undefined;
    i = end;
    const at = (k: number): Point => ({ x: v[k]!, y: v[k + 1]! });
    if (name === 'M') {
      last = at(0);
      runs.push((run = { start: last, pieces: [], isClosed: false }));
    } else if (run === undefined) return undefined;
    else if (name === 'Z') {
      run.isClosed = true;
      last = run.start;
    } else if (name === 'L') run.pieces.push([(last = at(0))]);
    else if (name === 'C') run.pieces.push([at(0), at(2), (last = at(4))]);
    else {
      const [q, to, from] = [at(0), at(2), last];
      const third = (a: Point): Point => ({ x: a.x + ((q.x - a.x) * 2) / 3, y: a.y + ((q.y - a.y) * 2) / 3 });
      run.pieces.push([third(from), third(to), (last = to)]);
    }
  }
  return runs;
}

/** Numbers parted by spaces or by the sign of the next one; plain decimals only. */
function numbersOf(d: string, from: number, to: number): number[] {
  const found: number[] = [];
  let start = -1;
  for (let i = from; i <= to; i++) {
    const code = i < to ? d.charCodeAt(i) : 32;
    const isDigit = (code >= 48 && code <= 57) || code === 46;
    if (isDigit) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) found.push(Number(d.slice(start, i)));
    start = code === 45 ? i : -1;
  }
  return found;
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
