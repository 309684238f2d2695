import type { Point } from '../../model/geometry.ts';

/** |x/a|^p + |y/b|^p = 1 around a centre. p = Infinity is a box. */
export type Superellipse = { a: number; b: number; p: number };

/** Largest value of n·x over the shape for a unit direction n (the support function; Hölder's inequality). */
export function support({ a, b, p }: Superellipse, nx: number, ny: number): number {
  const [u, v] = [a * Math.abs(nx), b * Math.abs(ny)];
  if (p === Infinity) return u + v;
  const q = p / (p - 1);
  return (u ** q + v ** q) ** (1 / q);
}

/** Distance from the centre to the outline in a direction (radians). */
export function radius({ a, b, p }: Superellipse, angle: number): number {
  const [x, y] = [Math.abs(Math.cos(angle)) / a, Math.abs(Math.sin(angle)) / b];
  if (p === Infinity) return 1 / Math.max(x, y);
  return 1 / (x ** p + y ** p) ** (1 / p);
}

export function boundary(shape: Superellipse, centre: Point, angle: number, grow = 0): Point {
  const r = radius(shape, angle) + grow;
  return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
}

/** Points all round, evenly spread over the outline (by the parameter of the curve). */
export function ring(shape: Superellipse, count: number, shift = 0): Point[] {
  return Array.from({ length: count }, (_, i) => ringPoint(shape, (i + shift) / count));
}

/** The point after a share of a turn, relative to the centre; 0 is at the right, then clockwise on the screen. */
export function ringPoint(shape: Superellipse, turn: number): Point {
  const t = turn * 2 * Math.PI;
  const [c, s] = [Math.cos(t), Math.sin(t)];
  const e = 2 / Math.min(shape.p, 12);
  return { x: shape.a * Math.sign(c) * Math.abs(c) ** e, y: shape.b * Math.sign(s) * Math.abs(s) ** e };
}

export const DIRECTIONS: readonly Point[] = Array.from({ length: 16 }, (_, i) => ({ x: Math.cos((i * Math.PI) / 8), y: Math.sin((i * Math.PI) / 8) }));

/** Support values in the sixteen DIRECTIONS: enough to tell quickly and safely whether two shapes are apart. */
export function supports(shape: Superellipse): Float64Array {
  // Symmetric in both axes: a quarter of the directions tells all.
  const quarter = [0, 1, 2, 3, 4].map((i) => support(shape, DIRECTIONS[i]!.x, DIRECTIONS[i]!.y));
  const values = new Float64Array(16);
  for (let i = 0; i < 16; i++) values[i] = quarter[i % 8 <= 4 ? i % 8 : 8 - (i % 8)]!;
  return values;
}

/** A lower bound of the gap between two shapes whose centres differ by (dx, dy); negative when they may overlap. */
export function gapOf(a: Float64Array, b: Float64Array, dx: number, dy: number): number {
  let gap = -Infinity;
  for (let i = 0; i < 16; i++) {
    const d = DIRECTIONS[i]!;
    gap = Math.max(gap, d.x * dx + d.y * dy - a[i]! - b[i]!);
  }
  return gap;
}
