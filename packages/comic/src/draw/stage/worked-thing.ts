/** What somebody pushes, pulls or climbs: doors, boulders, carts, ropes, ladders, drawn to the hands. */
import type { Point } from '../../model/geometry.ts';
import { path } from '../pen/path.ts';
import { line, shape, type Pen } from '../pen/pen.ts';

/** `hands` and `groundY` in u; `toRight` is where the person looks; `scale` u per cm. */
type WorkAt = { hands: readonly Point[]; groundY: number; scale: number; toRight: boolean; size: { width: number; height: number } };

/** The drawing that lies behind the person; '' for a thing that is not known. */
export function drawWorkedThing(pen: Pen, how: 'push' | 'pull' | 'climb', thing: string, at: WorkAt): string {
  const painter = how === 'climb' ? (CLIMBED[thing] ?? ladder) : how === 'pull' && (thing === 'box' || thing === 'cart') ? towed : how === 'pull' && thing === 'door' ? door : how === 'pull' ? rope : (PUSHED[thing] ?? crate);
  return painter(pen, at);
}

type Painter = (pen: Pen, at: WorkAt) => string;

const dirOf = (at: WorkAt): 1 | -1 => (at.toRight ? 1 : -1);

/** Where the foremost hand is, u. */
function front(at: WorkAt): Point {
  const order = at.hands.toSorted((a, b) => (at.toRight ? b.x - a.x : a.x - b.x));
  const [a, b] = [order[0]!, order[1] ?? order[0]!];
  return { x: a.x, y: (a.y + b.y) / 2 };
}

function poly(pen: Pen, points: readonly (readonly [number, number])[], fill: string, weight: number): string {
  return shape(pen, path().polyline(points.map(([x, y]) => ({ x, y })), true).d, fill, weight);
}

function stroke(pen: Pen, points: readonly (readonly [number, number])[], weight: number): string {
  return line(pen, path().polyline(points.map(([x, y]) => ({ x, y }))).d, weight);
}

/** A leaf that swings open, seen from its side, in a frame. */
function door(pen: Pen, at: WorkAt): string {
  const { paints, weight } = pen;
  const [s, d] = [at.scale, dirOf(at)];
  const x0 = front(at).x + d * 2 * s;
  const g = at.groundY + 3 * s;
  const [near, far] = [{ x: x0, top: g - 208 * s, low: g }, { x: x0 + d * 58 * s, top: g - 198 * s, low: g - 9 * s }];
  const spot = (u: number, v: number): readonly [number, number] => [near.x + (far.x - near.x) * u, near.low + (far.low - near.low) * u + (near.top + (far.top - near.top) * u - near.low - (far.low - near.low) * u) * v];
  const panel = (u0: number, v0: number, u1: number, v1: number): string => poly(pen, [spot(u0, v0), spot(u1, v0), spot(u1, v1), spot(u0, v1)], 'none', weight.fine);
  const jamb = poly(pen, [[far.x, far.low], [far.x + d * 13 * s, far.low], [far.x + d * 13 * s, far.top - 10 * s], [far.x, far.top - 10 * s]], paints.tone(40, '#8c6a49'), weight.detail);
  const dark = poly(pen, [[near.x - d * 34 * s, far.low], [far.x, far.low], [far.x, far.top], [near.x - d * 34 * s, far.top]], paints.tone(70, '#4a4038'), 0);
  const leaf = poly(pen, [spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)], paints.tone(10, '#b98550'), weight.outline);
  const knob = shape(pen, path().ellipse(spot(0.12, 0.47)[0], spot(0.12, 0.47)[1], 2.6 * s, 2.6 * s).d, paints.paper, weight.detail);
  return dark + jamb + leaf + panel(0.16, 0.56, 0.86, 0.94) + panel(0.16, 0.08, 0.86, 0.44) + knob;
}

function boulder(pen: Pen, at: WorkAt): string {
  const { paints, weight } = pen;
  const [s, d] = [at.scale, dirOf(at)];
  const r = 74 * s;
  const [cx, cy] = [front(at).x + d * r * 0.93, at.groundY + 4 * s - r * 0.92];
  const edge = [1, 0.93, 1.02, 0.9, 0.99, 1.05, 0.92, 1.01, 0.95, 1.03, 0.9, 0.98].map((k, i) => {
    const a = (i / 12) * Math.PI * 2;
    return { x: cx + Math.cos(a) * r * k, y: Math.min(at.groundY + 4 * s, cy + Math.sin(a) * r * k) };
  });
  const shade = edge.filter((p) => p.y > cy - r * 0.1).map((p) => [p.x, p.y] as const);
  const cracks = [[[-0.3, -0.5], [-0.1, -0.25], [-0.2, 0.05]], [[0.35, -0.2], [0.5, 0.1], [0.4, 0.35]], [[-0.55, 0.2], [-0.35, 0.35]]] as const;
  return shape(pen, path().polyline(edge, true).d, paints.tone(10, '#a49a8b'), weight.outline) + poly(pen, [...shade, [cx, cy + r * 0.25]], paints.tone(40, '#7d776d'), 0) + cracks.map((run) => stroke(pen, run.map(([x, y]) => [cx + x * r, cy + y * r] as const), weight.detail)).join('');
}

function crateAt(pen: Pen, at: WorkAt, x0: number, wide: number, tall: number): string {
  const { paints, weight } = pen;
  const [s, d, g] = [at.scale, dirOf(at), at.groundY + 2 * at.scale];
  const [x1, top, lift] = [x0 + d * wide * s, g - tall * s, 11 * s];
  const boards = [0.25, 0.5, 0.75].map((k) => stroke(pen, [[x0, g - tall * s * k], [x1, g - tall * s * k]], weight.fine)).join('');
  return poly(pen, [[x0, g], [x1, g], [x1, top], [x0, top]], paints.tone(10, '#b98d57'), weight.outline) + boards + poly(pen, [[x0, top], [x1, top], [x1 - d * 9 * s, top - lift], [x0 + d * 9 * s, top - lift]], paints.paper, weight.detail)
    + poly(pen, [[x0, g], [x0 + d * 9 * s, g], [x0 + d * 9 * s, top], [x0, top]], paints.tone(30, '#8d6a3e'), weight.fine) + poly(pen, [[x1, g], [x1 - d * 9 * s, g], [x1 - d * 9 * s, top], [x1, top]], paints.tone(30, '#8d6a3e'), weight.fine);
}

const crate: Painter = (pen, at) => crateAt(pen, at, front(at).x + dirOf(at) * 2 * at.scale, 92, Math.max(78, Math.min(118, (at.groundY - front(at).y) / at.scale + 24)));

function wheelAt(pen: Pen, x: number, y: number, r: number): string {
  const spokes = [0, 1, 2, 3].map((i) => stroke(pen, [[x - Math.cos(i * 0.785) * r, y - Math.sin(i * 0.785) * r], [x + Math.cos(i * 0.785) * r, y + Math.sin(i * 0.785) * r]], pen.weight.fine)).join('');
  return shape(pen, path().ellipse(x, y, r, r).d, pen.paints.paper, pen.weight.outline) + spokes + shape(pen, path().ellipse(x, y, r * 0.2, r * 0.2).d, pen.paints.line, 0);
}

const cart: Painter = (pen, at) => {
  const { paints, weight } = pen;
  const [s, d, g] = [at.scale, dirOf(at), at.groundY];
  const [x0, y] = [front(at).x + d * 26 * s, g - 34 * s];
  const handle = stroke(pen, [[front(at).x, front(at).y], [x0, y - 34 * s]], weight.outline);
  const body = poly(pen, [[x0, y], [x0 + d * 110 * s, y], [x0 + d * 122 * s, y - 46 * s], [x0 - d * 8 * s, y - 46 * s]], paints.tone(20, '#b98d57'), weight.outline);
  return handle + body + wheelAt(pen, x0 + d * 26 * s, g - 20 * s, 22 * s) + wheelAt(pen, x0 + d * 90 * s, g - 20 * s, 22 * s);
};

/** A great toothed wheel on its axle. */
const gear: Painter = (pen, at) => {
  const { paints, weight } = pen;
  const [s, d] = [at.scale, dirOf(at)];
  const r = 78 * s;
  const [cx, cy] = [front(at).x + d * r * 0.96, Math.min(at.groundY - r * 1.02, front(at).y + 8 * s)];
  const edge = Array.from({ length: 64 }, (_, i) => {
    const a = (i / 64) * Math.PI * 2;
    const k = i % 4 < 2 ? 1 : 0.87;
    return { x: cx + Math.cos(a) * r * k, y: cy + Math.sin(a) * r * k };
  });
  const ringD = (k: number): string => path().ellipse(cx, cy, r * k, r * k).d;
  return poly(pen, [[cx - 9 * s, cy], [cx + 9 * s, cy], [cx + 26 * s, at.groundY], [cx - 26 * s, at.groundY]], paints.tone(55, '#474a52'), weight.detail)
    + shape(pen, path().polyline(edge, true).d, paints.tone(30, '#8b939b'), weight.outline) + shape(pen, ringD(0.66), paints.paper, weight.detail) + [0, 1, 2].map((i) => stroke(pen, [[cx - Math.cos(i * 1.047) * r * 0.66, cy - Math.sin(i * 1.047) * r * 0.66], [cx + Math.cos(i * 1.047) * r * 0.66, cy + Math.sin(i * 1.047) * r * 0.66]], weight.outline * 1.6)).join('') + shape(pen, ringD(0.2), paints.line, 0);
};

/** A cord of two strands through given points. */
function cord(pen: Pen, points: readonly Point[], thick: number): string {
  const d = path().spline(points).d;
  const twist: string[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    for (let t = 0; t < length; t += thick * 1.5) {
      const [x, y] = [a.x + ((b.x - a.x) * t) / length, a.y + ((b.y - a.y) * t) / length];
      twist.push(`M${x.toFixed(1)} ${(y - thick * 0.4).toFixed(1)}l${(thick * 0.5).toFixed(1)} ${(thick * 0.8).toFixed(1)}`);
    }
  }
  return line(pen, d, thick + pen.weight.detail * 2) + line(pen, d, thick, pen.paints.isColour ? pen.paints.tone(10, '#d9c08c') : pen.paints.paper) + line(pen, twist.join(''), pen.weight.fine);
}

/** Taut from the hands out of the picture, slack behind them. */
const rope: Painter = (pen, at) => {
  const [s, d] = [at.scale, dirOf(at)];
  const order = at.hands.toSorted((p, q) => (p.x - q.x) * d);
  const [b, a] = [order[0], order.at(-1)];
  const edge = at.toRight ? Math.max(at.size.width + 30, a!.x + 120 * s) : Math.min(-30, a!.x - 120 * s);
  const slack = { x: b!.x - d * 14 * s, y: Math.min(at.groundY, b!.y + 58 * s) };
  return cord(pen, [slack, { x: b!.x - d * 8 * s, y: b!.y + 16 * s }, ...order, { x: edge, y: a!.y + Math.abs(edge - a!.x) * 0.16 }], Math.max(3, 4.2 * s));
};

const towed: Painter = (pen, at) => {
  const [s, d] = [at.scale, dirOf(at)];
  const x0 = front(at).x + d * 78 * s;
  return cord(pen, [...at.hands].sort((p, q) => (p.x - q.x) * d).concat({ x: x0, y: at.groundY - 38 * s }), Math.max(3, 4 * s)) + crateAt(pen, at, x0, 90, 76);
};

const middleX = (at: WorkAt): number => (at.hands[0]!.x + at.hands[1]!.x) / 2;

const ladder: Painter = (pen, at) => {
  const { paints, weight } = pen;
  const s = at.scale;
  const [x, half, top, low] = [middleX(at), 25 * s, -30, Math.max(at.size.height + 30, at.groundY + 30)];
  const rail = (side: number): string => poly(pen, [[x + side * half, low], [x + side * (half + 6 * s), low], [x + side * (half + 6 * s), top], [x + side * half, top]], paints.tone(20, '#b98550'), weight.detail);
  const rungs: string[] = [];
  for (let y = at.hands[0]!.y + 3 * s; y > top; y -= 27 * s) rungs.push(rung(pen, x, y, half, s));
  for (let y = at.hands[0]!.y + 30 * s; y < low; y += 27 * s) rungs.push(rung(pen, x, y, half, s));
  return rungs.join('') + rail(-1) + rail(1);
};

function rung(pen: Pen, x: number, y: number, half: number, s: number): string {
  return poly(pen, [[x - half, y - 2.4 * s], [x + half, y - 2.4 * s], [x + half, y + 2.4 * s], [x - half, y + 2.4 * s]], pen.paints.tone(10, '#d9b382'), pen.weight.detail);
}

const hangingRope: Painter = (pen, at) => {
  const x = middleX(at);
  const [a, b] = [...at.hands].sort((p, q) => p.y - q.y);
  return cord(pen, [{ x: x + 4, y: -30 }, a!, b!, { x: x - 6 * at.scale, y: at.groundY - 20 * at.scale }, { x: x + 5 * at.scale, y: Math.max(at.groundY, at.size.height) + 30 }], Math.max(3.4, 5 * at.scale));
};

const trunk: Painter = (pen, at) => {
  const { paints, weight } = pen;
  const [x, s, low] = [middleX(at), at.scale, at.groundY + 14 * at.scale];
  const bark = [-14, -4, 7, 15].map((dx, i) => stroke(pen, [[x + dx * s, low - 10 * s - i * 9 * s], [x + (dx - 3) * s, low * 0.5], [x + dx * s, 20 * i]], weight.fine)).join('');
  const branch = poly(pen, [[x + 18 * s, at.hands[0]!.y + 6 * s], [x + 120 * s, at.hands[0]!.y - 40 * s], [x + 122 * s, at.hands[0]!.y - 46 * s], [x + 18 * s, at.hands[0]!.y - 14 * s]], paints.tone(40, '#6d5140'), weight.detail);
  return branch + poly(pen, [[x - 34 * s, low], [x - 22 * s, low - 40 * s], [x - 19 * s, -30], [x + 19 * s, -30], [x + 22 * s, low - 40 * s], [x + 36 * s, low]], paints.tone(30, '#6d5140'), weight.outline) + bark;
};

/** Rough stone from the ground to over the picture. */
const rockFace: Painter = (pen, at) => {
  const { paints, weight } = pen;
  const [x, s] = [middleX(at), at.scale];
  const low = at.groundY + 10 * s;
  const edge = (side: number): (readonly [number, number])[] => [0, 0.2, 0.38, 0.6, 0.8, 1].map((t, i) => [x + side * (70 + (i % 2) * 26) * s, low + (-30 - low) * t] as const);
  const holds = [[-30, 40], [12, 80], [-18, 130], [34, 150], [-44, 190], [20, 225]] as const;
  return poly(pen, [...edge(-1), ...edge(1).reverse()], paints.tone(20, '#a49a8b'), weight.outline) + holds.map(([dx, up]) => stroke(pen, [[x + dx * s, low - up * s], [x + (dx + 20) * s, low - (up + 5) * s], [x + (dx + 28) * s, low - (up - 8) * s]], weight.detail)).join('');
};

const PUSHED: Readonly<Record<string, Painter>> = { door, boulder, cart, wheel: gear, box: crate };
const CLIMBED: Readonly<Record<string, Painter>> = { ladder, rope: hangingRope, tree: trunk, wall: rockFace };
