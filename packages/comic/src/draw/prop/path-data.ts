/** Reads SVG path data into absolute lines and cubic curves, so that drawings can be turned, sized and measured. */
import type { Box, Point } from '../../model/geometry.ts';
import { num } from '../pen/path.ts';

/** One closed or open run: a start and cubic segments (a straight line is a cubic too). */
export type Run = { start: Point; segments: (readonly [Point, Point, Point])[]; isClosed: boolean };

/** x' = a x + c y + e, y' = b x + d y + f, as in SVG. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const ARGUMENTS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Throws a RangeError for data that is not SVG path data. */
export function parsePath(d: string): Run[] {
  const reader = new Reader(d);
  const runs: Run[] = [];
  let run: Run | undefined;
  let at: Point = { x: 0, y: 0 };
  let lastControl: Point | undefined;
  let letter = '';
  while (!reader.isDone()) {
    letter = reader.command(letter);
    const upper = letter.toUpperCase();
    const count = ARGUMENTS[upper];
    if (count === undefined) throw new RangeError(`path data: unknown command "${letter}"`);
    const n = reader.numbers(count, upper === 'A');
    const isRelative = letter !== upper;
    const p = (i: number): Point => ({ x: n[i]! + (isRelative ? at.x : 0), y: n[i + 1]! + (isRelative ? at.y : 0) });
    if (upper === 'M') {
      at = p(0);
      run = { start: at, segments: [], isClosed: false };
      runs.push(run);
      letter = isRelative ? 'l' : 'L';
      lastControl = undefined;
      continue;
    }
    if (!run) throw new RangeError('path data must begin with M');
    if (upper === 'Z') {
      run.isClosed = true;
      at = run.start;
      lastControl = undefined;
      continue;
    }
    if (run.isClosed) {
      run = { start: at, segments: [], isClosed: false };
      runs.push(run);
    }
    const before: Point = at;
    const mirrored = (): Point => (lastControl ? { x: 2 * before.x - lastControl.x, y: 2 * before.y - lastControl.y } : before);
    let control: Point | undefined;
    if (upper === 'C' || upper === 'S') {
      const [c1, c2, end] = upper === 'C' ? [p(0), p(2), p(4)] : [mirrored(), p(0), p(2)];
      run.segments.push([c1, c2, end]);
      [control, at] = [c2, end];
    } else if (upper === 'Q' || upper === 'T') {
      const [c, end] = upper === 'Q' ? [p(0), p(2)] : [mirrored(), p(0)];
      run.segments.push([mix(before, c, 2 / 3), mix(end, c, 2 / 3), end]);
      [control, at] = [c, end];
    } else if (upper === 'A') {
      const end = p(5);
      run.segments.push(...arc(before, n as [number, number, number, number, number, number, number], end));
      at = end;
    } else {
      at = upper === 'L' ? p(0) : upper === 'H' ? { x: n[0]! + (isRelative ? at.x : 0), y: at.y } : { x: at.x, y: n[0]! + (isRelative ? at.y : 0) };
      run.segments.push([before, at, at]);
    }
    lastControl = control;
  }
  return runs;
}

class Reader {
  readonly #text: string;
  #at = 0;
  readonly #number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iuy;
  readonly #flag = /[\s,]*([01])/uy;

  constructor(text: string) {
    this.#text = text.trim();
  }

  isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next command letter, or the running one when numbers follow directly. */
  command(running: string): string {
    while (/[\s,]/u.test(this.#text[this.#at] ?? '')) this.#at++;
    const next = this.#text[this.#at] ?? '';
    if (!/[a-z]/iu.test(next)) return running;
    this.#at++;
    return next;
  }

  numbers(count: number, isArc: boolean): number[] {
    return Array.from({ length: count }, (_, i) => {
      const pattern = isArc && (i === 3 || i === 4) ? this.#flag : this.#number;
      pattern.lastIndex = this.#at;
      const match = pattern.exec(this.#text);
      if (!match) throw new RangeError(`path data: number expected at ${this.#at}`);
      this.#at = pattern.lastIndex;
      return Number(match[1]);
    });
  }
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Elliptical arc to cubics of at most a quarter turn: SVG 1.1, appendix F.6.5. */
function arc(from: Point, [rx0, ry0, degrees, large, sweep]: readonly [number, number, number, number, number, number, number], to: Point): (readonly [Point, Point, Point])[] {
  const phi = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [x1, y1] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0) return [[from, to, to]];
  const grow = Math.sqrt(Math.max(1, (x1 / rx) ** 2 + (y1 / ry) ** 2));
  [rx, ry] = [rx * grow, ry * grow];
  const denominator = (rx * y1) ** 2 + (ry * x1) ** 2;
  if (denominator === 0) return [];
  const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - denominator) / denominator));
  const [cx1, cy1] = [(k * rx * y1) / ry, (-k * ry * x1) / rx];
  const [cx, cy] = [cos * cx1 - sin * cy1 + (from.x + to.x) / 2, sin * cx1 + cos * cy1 + (from.y + to.y) / 2];
  const start = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
  let turn = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / steps;
  const h = (4 / 3) * Math.tan(step / 4);
  const put = (x: number, y: number): Point => ({ x: cos * rx * x - sin * ry * y + cx, y: sin * rx * x + cos * ry * y + cy });
  return Array.from({ length: steps }, (_, i) => {
    const [a, b] = [start + step * i, start + step * (i + 1)];
    const end = i === steps - 1 ? to : put(Math.cos(b), Math.sin(b));
    return [put(Math.cos(a) - h * Math.sin(a), Math.sin(a) + h * Math.cos(a)), put(Math.cos(b) + h * Math.sin(b), Math.sin(b) - h * Math.cos(b)), end] as const;
  });
}

export function transform([a, b, c, d, e, f]: Matrix, p: Point): Point {
  return { x: a * p.x + c * p.y + e, y: b * p.x + d * p.y + f };
}

/** Path data of `runs` under `matrix`. */
export function writePath(runs: readonly Run[], matrix: Matrix): string {
  const point = (p: Point): string => {
    const q = transform(matrix, p);
    return `${num(q.x)} ${num(q.y)}`;
  };
  return runs.map((run) => {
    let at = run.start;
    const body = run.segments.map(([c1, c2, end]) => {
      const isStraight = c1 === at && c2 === end;
      at = end;
      return isStraight ? `L${point(end)}` : `C${point(c1)} ${point(c2)} ${point(end)}`;
    }).join('');
    return `M${point(run.start)}${body}${run.isClosed ? 'Z' : ''}`;
  }).join('');
}

/** Box round the curves' points and their middles: near enough for placing. */
export function runsBox(runs: readonly Run[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const p of runs.flatMap(pointsOf)) {
    [x0, y0] = [Math.min(x0, p.x), Math.min(y0, p.y)];
    [x1, y1] = [Math.max(x1, p.x), Math.max(y1, p.y)];
  }
  return Number.isFinite(x0) ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : { x: 0, y: 0, width: 0, height: 0 };
}

/** Points on the run: ends and thirds of each segment. */
export function pointsOf(run: Run): Point[] {
  let at = run.start;
  return [at, ...run.segments.flatMap(([c1, c2, end]) => {
    const on = (t: number): Point => {
      const s = 1 - t;
      return { x: s ** 3 * at.x + 3 * s * s * t * c1.x + 3 * s * t * t * c2.x + t ** 3 * end.x, y: s ** 3 * at.y + 3 * s * s * t * c1.y + 3 * s * t * t * c2.y + t ** 3 * end.y };
    };
    const points = [on(1 / 3), on(2 / 3), end];
    at = end;
    return points;
  })];
}

/** Signed area: positive for clockwise runs on the screen. */
export function areaOf(run: Run): number {
  const points = pointsOf(run);
  return points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length]!;
    return sum + (p.x * q.y - q.x * p.y) / 2;
  }, 0);
}
