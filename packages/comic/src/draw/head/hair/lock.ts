/**
 * Hair is made of locks: tapered ribbons that follow the scalp from a root to a tip and then fall.
 * Directions on the scalp are degrees: azimuth 0 is the face, 90 the reader's right of a front view,
 * 180 the back; elevation 90 is the crown, 0 the level of the brow, -40 the nape.
 */
import { clamp, lerp, normalize, plus, type Vector3 } from '../space.ts';
import type { Skull } from '../skull.ts';

export type Heading = readonly [azimuth: number, elevation: number];
export type TipKind = 'point' | 'blunt' | 'round';
export type LockGroup = 'fringe' | 'side' | 'back' | 'tail';

export type Lock = {
  points: Vector3[];
  /** Outward directions at the points: they decide what is in front. */
  normals: Vector3[];
  /** Greatest half width, head units. */
  half: number;
  /** Half width at the root, as a part of `half`. */
  root: number;
  tip: TipKind;
  group: LockGroup;
};

export type Fall = {
  /** Below the scalp, head units. */
  length: number;
  /** Outwards at the tip, head units; negative turns in. */
  flare: number;
  /** Amplitude and number of waves. */
  wave: number;
  waves: number;
};

type LockPlan = {
  root: Heading;
  tip: Heading;
  /** Lift off the scalp at root, middle and tip, parts of the radius. */
  lift: readonly [number, number, number];
  half: number;
  rootWidth?: number;
  tipKind: TipKind;
  group: LockGroup;
  fall?: Fall;
  down: Vector3;
};

const RAD = Math.PI / 180;

export function heading([azimuth, elevation]: Heading): Vector3 {
  const flat = Math.cos(elevation * RAD);
  return { x: flat * Math.sin(azimuth * RAD), y: Math.sin(elevation * RAD), z: flat * Math.cos(azimuth * RAD) };
}

/** The scalp in direction `d`, `lift` parts of the radius above the bone. */
export function scalp(skull: Skull, d: Vector3, lift: number): Vector3 {
  const { centre, rx, ry, front, back } = skull.cranium;
  const k = 1 + lift;
  return { x: centre.x + d.x * rx * k, y: centre.y + d.y * ry * k, z: centre.z + d.z * (d.z > 0 ? front : back) * k };
}

export function makeLock(skull: Skull, plan: LockPlan): Lock {
  const [a, b] = [heading(plan.root), heading(plan.tip)];
  const angle = Math.acos(clamp(a.x * b.x + a.y * b.y + a.z * b.z, -1, 1)) || 1e-3;
  const points: Vector3[] = [];
  const normals: Vector3[] = [];
  const steps = 8;
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const [ka, kb] = [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
    const d = normalize({ x: a.x * ka + b.x * kb, y: a.y * ka + b.y * kb, z: a.z * ka + b.z * kb });
    const [l0, l1, l2] = plan.lift;
    const lift = t < 0.5 ? lerp(l0, l1, 1 - (1 - t * 2) ** 2) : lerp(l1, l2, (t * 2 - 1) ** 2);
    points.push(scalp(skull, d, lift));
    normals.push(d);
  }
  if (plan.fall) addFall(points, normals, plan.fall, plan.down);
  return { points, normals, half: plan.half, root: plan.rootWidth ?? 0.35, tip: plan.tipKind, group: plan.group };
}

function addFall(points: Vector3[], normals: Vector3[], fall: Fall, down: Vector3): void {
  const last = points[points.length - 1]!;
  const before = points[points.length - 2]!;
  const n = normals[normals.length - 1]!;
  const out = normalize({ x: n.x, y: 0, z: n.z });
  const way = normalize({ x: last.x - before.x, y: last.y - before.y, z: last.z - before.z });
  const steps = Math.max(4, Math.round(fall.length * (fall.wave > 0 ? 15 : 8)));
  let at = last;
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const bend = clamp(t * 2.2, 0, 1);
    const go = normalize({ x: lerp(way.x, down.x, bend), y: lerp(way.y, down.y, bend), z: lerp(way.z, down.z, bend) });
    at = plus(at, go, fall.length / steps);
    const side = fall.flare * t * t + fall.wave * Math.sin(t * fall.waves * 2 * Math.PI);
    points.push(plus(at, out, side));
    normals.push(out);
  }
}

/** Part of the greatest half width at t. */
export function taper(lock: Lock, t: number): number {
  const grown = lerp(lock.root, 1, clamp(t / 0.4, 0, 1) ** 0.8);
  if (lock.tip === 'blunt') return t < 0.93 ? grown : grown * (1 - ((t - 0.93) / 0.07) ** 2 * 0.28);
  if (lock.tip === 'round') return t < 0.8 ? grown : grown * Math.sqrt(clamp(1 - ((t - 0.8) / 0.2) ** 2, 0.02, 1));
  const from = lock.group === 'tail' ? 0.66 : lock.points.length > 12 ? 0.75 : 0.5;
  return t < from ? grown : grown * (1 - ((t - from) / (1 - from)) ** 1.7);
}
