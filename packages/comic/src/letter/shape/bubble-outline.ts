import type { Point } from '../../model/geometry.ts';
import type { Random } from '../../model/random.ts';
import { path } from '../../draw/pen/path.ts';
import type { BubbleShape } from './bubble-shape.ts';
import { ring, ringPoint, type Superellipse } from './superellipse.ts';

/** The closed outline of a bubble's body at a place, a little irregular as a hand draws it. Path data, page u. */
export function bodyOutline(shape: BubbleShape, centre: Point, random: Random): string {
  if (shape.form === 'box') return boxOutline(shape.inner, centre, random);
  if (shape.form === 'burst') return burstOutline(shape, centre, random);
  return shape.form === 'cloud' ? cloudOutline(shape, centre, random) : roundOutline(shape.inner, centre, random);
}

const move = (p: Point, by: Point): Point => ({ x: p.x + by.x, y: p.y + by.y });

function roundOutline(shape: Superellipse, centre: Point, random: Random): string {
  const [p1, p2] = [random.between(0, 6.28), random.between(0, 6.28)];
  const points = ring(shape, 28, 0.5).map((q) => {
    const t = Math.atan2(q.y, q.x);
    const swell = 1 + 0.006 * (1 + Math.sin(2 * t + p1)) + 0.004 * (1 + Math.sin(3 * t + p2));
    return { x: centre.x + q.x * swell, y: centre.y + q.y * swell };
  });
  return path().spline(points, true).d;
}

function boxOutline(shape: Superellipse, centre: Point, random: Random): string {
  const jitter = (): number => random.between(-0.7, 0.7);
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => ({ x: centre.x + x! * shape.a + jitter(), y: centre.y + y! * shape.b + jitter() }));
  return path().polyline(corners, true).d;
}

/** Spikes whose length swells and sinks smoothly round the bubble: no two neighbours differ much. */
function burstOutline(shape: BubbleShape, centre: Point, random: Random): string {
  const { a, b } = shape.inner;
  const grow = shape.outer.a - a;
  const count = Math.max(11, Math.round((Math.PI * (a + b)) / (grow * 1.75)));
  const [p1, p2] = [random.between(0, 6.28), random.between(0, 6.28)];
  const valleys = ring(shape.inner, count, 0.5);
  const tips = ring(shape.inner, count, 1).map((q, i) => {
    const t = (i / count) * 2 * Math.PI;
    const length = grow * (0.66 + 0.2 * Math.sin(3 * t + p1) + 0.14 * Math.sin(5 * t + p2));
    const lean = random.between(-0.13, 0.13) * grow;
    const r = Math.hypot(q.x, q.y);
    return { x: q.x + (q.x / r) * length - (q.y / r) * lean, y: q.y + (q.y / r) * length + (q.x / r) * lean };
  });
  const out = path();
  valleys.forEach((valley, i) => {
    const v = move(valley, centre);
    const tip = move(tips[i]!, centre);
    const next = move(valleys[(i + 1) % count]!, centre);
    if (i === 0) out.move(v.x, v.y);
    // Sides bend towards the middle: a burst, not a saw blade.
    out.quad(...bent(v, tip, centre), tip.x, tip.y).quad(...bent(next, tip, centre), next.x, next.y);
  });
  return out.close().d;
}

function bent(from: Point, tip: Point, centre: Point): [number, number] {
  const m = { x: from.x * 0.55 + tip.x * 0.45, y: from.y * 0.55 + tip.y * 0.45 };
  return [m.x + (centre.x - m.x) * 0.02, m.y + (centre.y - m.y) * 0.02];
}

function cloudOutline(shape: BubbleShape, centre: Point, random: Random): string {
  const { a, b } = shape.inner;
  const grow = shape.outer.a - a;
  const count = Math.max(8, Math.round((Math.PI * (a + b)) / (grow * 4.4)));
  const phase = random.between(0, 1);
  const steps = Array.from({ length: count }, (_, i) => i + phase + random.between(-0.17, 0.17));
  const knots = steps.map((step) => move(ringPoint(shape.inner, step / count), centre));
  const out = path();
  knots.forEach((k, i) => {
    const n = knots[(i + 1) % count]!;
    if (i === 0) out.move(k.x, k.y);
    const [dx, dy] = [n.x - k.x, n.y - k.y];
    const chord = Math.hypot(dx, dy);
    // Outward is to the left of travel here: the ring runs clockwise on the screen.
    const [nx, ny] = [dy / chord, -dx / chord];
    const bulge = grow * 1.32 * random.between(0.9, 1) * Math.min(1.25, Math.max(0.8, chord / (grow * 2.2)));
    out.curve(k.x + nx * bulge + dx * 0.04, k.y + ny * bulge + dy * 0.04, n.x + nx * bulge - dx * 0.04, n.y + ny * bulge - dy * 0.04, n.x, n.y);
  });
  return out.close().d;
}
