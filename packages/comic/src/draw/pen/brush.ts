/** A brush line: thin at its ends, swelling in between, as a G-pen leaves it. */
import type { Point } from '../../model/geometry.ts';
import { path } from './path.ts';

/**
 * Outline of a line through `points` whose width runs from `start` over `middle` to `end` (u).
 * Fill it with the line colour; it needs no stroke.
 */
export function brush(points: readonly Point[], middle: number, start = 0.3, end = 0.3): string {
  const dense = resample(points, Math.max(6, points.length * 3));
  const last = dense.length - 1;
  const left: Point[] = [];
  const right: Point[] = [];
  dense.forEach((p, i) => {
    const t = i / last;
    const [before, after] = [dense[Math.max(0, i - 1)]!, dense[Math.min(last, i + 1)]!];
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const base = start + (end - start) * t;
    const half = (base + (middle - base) * Math.sin(Math.PI * t) ** 0.8) / 2;
    const [nx, ny] = [(-(after.y - before.y) / length) * half, ((after.x - before.x) / length) * half];
    left.push({ x: p.x + nx, y: p.y + ny });
    right.unshift({ x: p.x - nx, y: p.y - ny });
  });
  return path().polyline([...left, ...right], true).d;
}

/** Points at even parameter steps on the Catmull-Rom curve through `points`. */
export function resample(points: readonly Point[], count: number): Point[] {
  const n = points.length;
  const at = (i: number): Point => points[Math.max(0, Math.min(n - 1, i))]!;
  return Array.from({ length: count + 1 }, (_, k) => {
    const u = (k / count) * (n - 1);
    const i = Math.min(Math.floor(u), n - 2);
    const t = u - i;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const mix = (p: number, q: number, r: number, s: number): number =>
      0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
  });
}
