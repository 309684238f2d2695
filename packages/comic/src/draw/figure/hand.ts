/** Comic hands: a palm, four fingers and a thumb that bend, seen from any side. */
import type { Point } from '../../model/geometry.ts';
import { path } from '../pen/path.ts';
import { contour, fillIn, union, type Canvas, type Solid } from './canvas.ts';
import type { HandShape } from './pose.ts';
import type { ArmBones } from './skeleton.ts';
import type { Figure } from './solids.ts';
import { makeTube, type Station, type Tube } from './tube.ts';
import { add, cross, times, unit, type Vec } from './vector.ts';
import { depthOf } from './view.ts';

type Curl = readonly [number, number, number];
type Grip = { fingers: readonly [Curl, Curl, Curl, Curl]; spread: number; thumb: readonly [Vec, Vec] };

const SOFT: Curl = [0.28, 0.62, 0.85];
const SHUT: Curl = [1.35, 2.85, 3.9];
const STRAIGHT: Curl = [0.02, 0.06, 0.1];
const ROUND: Curl = [0.75, 1.75, 2.5];

/** Thumb bones are [along, towards the thumb's side, out of the palm]. */
const GRIPS: Record<Exclude<HandShape, 'pocket'>, Grip> = {
  relaxed: { fingers: [[0.15, 0.4, 0.6], SOFT, [0.36, 0.75, 1], [0.42, 0.85, 1.15]], spread: 0.15, thumb: [[0.8, 0.55, 0.35], [1, 0.05, 0.25]] },
  fist: { fingers: [SHUT, SHUT, SHUT, SHUT], spread: -0.1, thumb: [[0.75, 0.3, 0.75], [0.35, -0.75, 0.5]] },
  point: { fingers: [STRAIGHT, SHUT, SHUT, SHUT], spread: 0, thumb: [[0.75, 0.35, 0.7], [0.45, -0.65, 0.45]] },
  open: { fingers: [[-0.08, 0.05, 0.12], [-0.05, 0.08, 0.15], [0, 0.12, 0.2], [0.05, 0.18, 0.25]], spread: 1, thumb: [[0.6, 0.85, 0.15], [0.75, 0.65, 0]] },
  hold: { fingers: [ROUND, ROUND, ROUND, ROUND], spread: 0, thumb: [[0.7, 0.35, 0.8], [0.75, -0.3, 0.6]] },
  flat: { fingers: [STRAIGHT, STRAIGHT, STRAIGHT, STRAIGHT], spread: 0.05, thumb: [[0.85, 0.5, 0.1], [1, 0.12, 0.05]] },
};

const REACH = [0.44, 0.49, 0.46, 0.36] as const;
const PLACE = [0.155, 0.055, -0.05, -0.145] as const;

type Finger = { solid: Solid; open: Point[]; depth: number };
export type HandDrawing = { /** Centre of the grip. */ centre: Vec; back: () => void; front: () => void };

/** Draws in two steps, so that a held thing may lie between the palm and the fingers in front of it. */
export function drawHand(canvas: Canvas, f: Figure, arm: ArmBones, fill: string): HandDrawing {
  const L = f.body.hand;
  const centre = add(add(arm.wrist, arm.along, L * 0.42), arm.palm, L * 0.1);
  if (arm.shape === 'pocket') return { centre, back: () => {}, front: () => {} };
  const grip = GRIPS[arm.shape];
  const palm = palmTube(f, arm, L);
  const digits = [...REACH.map((_, i) => finger(f, arm, grip, i, L)), thumbOf(f, arm, grip, L)];
  if (L * f.view.scale < 9 || canvas.detail === 0) {
    return { centre, back: () => union(canvas, [palm, ...digits.map((d) => d.solid)], fill), front: () => {} };
  }
  const palmDepth = depthOf(f.view, centre) + (depthOf(f.view, arm.palm) > 0 ? -L * 0.1 : L * 0.12);
  digits.sort((a, b) => a.depth - b.depth);
  const [behind, before] = [digits.filter((d) => d.depth < palmDepth), digits.filter((d) => d.depth >= palmDepth)];
  const line = Math.min(canvas.weight.detail, canvas.weight.detail * 0.45 + L * f.view.scale * 0.012);
  const put = (d: Finger): void => {
    fillIn(canvas, [d.solid], fill);
    canvas.parts.push(`<path d="${path().spline(d.open).d}" fill="none" stroke="${canvas.pen.paints.line}" stroke-width="${line.toFixed(1)}" stroke-linecap="round"/>`);
  };
  return {
    centre,
    back: () => {
      contour(canvas, [palm, ...digits.map((d) => d.solid)], canvas.weight.outline * 0.85);
      behind.forEach(put);
      fillIn(canvas, [palm], fill);
    },
    front: () => before.forEach(put),
  };
}

function palmTube(f: Figure, arm: ArmBones, L: number): Tube {
  const at = (t: number, wide: number, deep: number, shift: number): Station => ({
    c: add(add(arm.wrist, arm.along, L * t), arm.thumb, L * shift), x: times(arm.thumb, L * wide), z: times(arm.palm, L * deep),
  });
  return makeTube(f.view, [at(-0.06, 0.135, 0.11, 0), at(0.1, 0.17, 0.12, 0.01), at(0.3, 0.215, 0.12, 0.01), at(0.46, 0.21, 0.1, 0), at(0.53, 0.16, 0.08, 0)]);
}

function finger(f: Figure, arm: ArmBones, grip: Grip, index: number, L: number): Finger {
  const length = L * REACH[index]!;
  const fan = (PLACE[index]! - 0.005) * grip.spread * 1.5;
  const ahead = unit(add(arm.along, arm.thumb, fan));
  const knuckle = add(add(arm.wrist, arm.along, L * (index === 3 ? 0.45 : 0.5)), arm.thumb, L * PLACE[index]!);
  const bones = grip.fingers[index]!.map((curl, k) => times(add(times(ahead, Math.cos(curl)), arm.palm, Math.sin(curl)), length * [0.44, 0.32, 0.24][k]!));
  const r = L * (index === 3 ? 0.046 : 0.054);
  return digit(f, [add(knuckle, arm.along, -L * 0.08), knuckle, ...chain(knuckle, bones)], [r, r * 1.04, r, r * 0.96, r * 0.82], arm);
}

function thumbOf(f: Figure, arm: ArmBones, grip: Grip, L: number): Finger {
  const of = (v: Vec, k: number): Vec => times(unit(add(add(times(arm.along, v[0]), arm.thumb, v[1]), arm.palm, v[2])), L * k);
  const root = add(add(add(arm.wrist, arm.along, L * 0.1), arm.thumb, L * 0.12), arm.palm, L * 0.03);
  const bones = [of(grip.thumb[0], 0.26), of(grip.thumb[1], 0.13), of(grip.thumb[1], 0.11)];
  return digit(f, [root, ...chain(root, bones)], [L * 0.085, L * 0.066, L * 0.064, L * 0.052], arm);
}

function chain(from: Vec, bones: readonly Vec[]): Vec[] {
  let at = from;
  return bones.map((b) => (at = add(at, b)));
}

function digit(f: Figure, joints: readonly Vec[], radii: readonly number[], arm: ArmBones): Finger {
  const stations = joints.map((c, i): Station => {
    const axis = unit(add(joints[Math.min(joints.length - 1, i + 1)]!, joints[Math.max(0, i - 1)]!, -1), arm.along);
    const x = unit(cross(axis, arm.palm), arm.thumb);
    return { c, x: times(x, radii[i]!), z: times(cross(axis, x), radii[i]!) };
  });
  const tube = makeTube(f.view, stations, { start: 'round', end: 'round' });
  const n = joints.length - 1;
  const [l, r] = [tube.left[n]!, tube.right[n]!];
  const [bx, by] = [(tube.left[n - 1]!.x + tube.right[n - 1]!.x) / 2, (tube.left[n - 1]!.y + tube.right[n - 1]!.y) / 2];
  const [cx, cy] = [(l.x + r.x) / 2, (l.y + r.y) / 2];
  const far = Math.hypot(cx - bx, cy - by) || 1;
  const tipR = radii[n]! * f.view.scale;
  const tip = { x: cx + ((cx - bx) / far) * tipR, y: cy + ((cy - by) / far) * tipR };
  const open = [...tube.left.slice(1), tip, ...tube.right.slice(1).toReversed()];
  const depth = joints.slice(1).reduce((sum, j) => sum + depthOf(f.view, j), 0) / n;
  return { solid: tube, open, depth };
}
