/** The naked solids of a body: trunk, limbs, neck; clothes are the same with ease. */
import type { Body } from './body.ts';
import { bendOf, type ArmBones, type LegBones, type Skeleton } from './skeleton.ts';
import { makeTube, type Cap, type Station, type Tube } from './tube.ts';
import { across, add, cross, mix, mixFrames, size, sub, times, unit, type Frame, type Vec } from './vector.ts';
import type { View } from './view.ts';

export type Figure = { body: Body; bones: Skeleton; view: View };

/** [place 0..1 along the bone, radius in thousandths of the height, shift of the centre]. */
export type Profile = readonly (readonly [number, number, number?])[];

export const SKIN = {
  upperArm: [[0, 26], [0.16, 29.5], [0.35, 29.5], [0.6, 26], [0.85, 23], [1, 22.5]],
  foreArm: [[0, 22.5], [0.25, 25.5], [0.6, 20.5], [0.9, 16], [1, 16]],
  thigh: [[0, 50], [0.25, 50], [0.55, 43], [0.85, 35], [1, 32.5]],
  shin: [[0, 32.5], [0.12, 31.5], [0.33, 33.5, -8], [0.6, 26, -4], [0.85, 19], [1, 18.5]],
} satisfies Record<string, Profile>;

export type Ease = { factor?: number; plus?: number };

/** Cross-sections of a limb segment between two joints; shifts go against `front`. */
export function sections(f: Figure, a: Vec, b: Vec, profile: Profile, front: Vec, ease: Ease = {}): Station[] {
  const axis = unit(sub(b, a));
  const z = across(front, axis, [0, 0, 1]);
  const x = cross(axis, z);
  const k = f.body.height / 1000;
  return profile.map(([t, r, shift]): Station => {
    const radius = (r * f.body.limb * (ease.factor ?? 1) + (ease.plus ?? 0)) * k;
    return { c: add(mix(a, b, t), z, (shift ?? 0) * k * f.body.limb), x: times(x, radius), z: times(z, radius) };
  });
}

/** A limb as solids to paint, and its lower half as a tube to draw folds on. */
export type Limb = { tubes: Tube[]; lower: Tube };

/**
 * A nearly straight limb is one smooth solid; a bent one is two that meet in the joint, which gives
 * the crease on the inner side.
 */
function limbOf(f: Figure, upper: Station[], lower: Station[], bend: number, end: Cap): Limb {
  const below = makeTube(f.view, lower, { start: 'round', end });
  if (bend < 0.62) return { tubes: [makeTube(f.view, [...upper, ...lower.slice(1)], { start: 'round', end })], lower: below };
  return { tubes: [makeTube(f.view, upper, { start: 'round', end: 'round' }), below], lower: below };
}

/** The way a knee or elbow points: out of the bend. */
export function hinge(a: Vec, joint: Vec, b: Vec, fallback: Vec): Vec {
  const [p, q] = [size(sub(joint, a)), size(sub(b, joint))];
  const straight = sub(mix(a, b, p / (p + q || 1)), joint);
  return size(straight) > 0.5 ? times(unit(straight), -1) : fallback;
}

export function armLimb(f: Figure, arm: ArmBones, upper: Profile, fore: Profile, end: Cap = 'flat'): Limb {
  // An elbow points backwards, so that the front of the arm is the inside of the bend.
  const front = times(hinge(arm.shoulder, arm.elbow, arm.wrist, times(f.bones.chestFrame.z, -1)), -1);
  const ease = { factor: f.body.isFeminine ? 0.92 : 1 };
  return limbOf(f, sections(f, arm.shoulder, arm.elbow, upper, front, ease), sections(f, arm.elbow, arm.wrist, fore, front, ease), bendOf(arm.shoulder, arm.elbow, arm.wrist), end);
}

export function legLimb(f: Figure, leg: LegBones, thigh: Profile, shin: Profile, end: Cap = 'flat'): Limb {
  const front = hinge(leg.hip, leg.knee, leg.ankle, f.bones.pelvisFrame.z);
  return limbOf(f, sections(f, leg.hip, leg.knee, thigh, front), sections(f, leg.knee, leg.ankle, shin, front), bendOf(leg.hip, leg.knee, leg.ankle), end);
}

export const TRUNK = ['seat', 'crotch', 'hip', 'low', 'waist', 'ribs', 'bust', 'armpit', 'shoulder', 'slope', 'neck'] as const;
export type TrunkLevel = (typeof TRUNK)[number];

export type TrunkEase = {
  /** Extra half width and depth, thousandths of the height; at the waist and at the hem. */
  plus: number;
  waist?: number;
  hem?: number;
  from: TrunkLevel;
  to: TrunkLevel;
  /** How it ends above; open where another garment goes on. */
  top?: Cap;
};

/** The trunk from one level up to another. */
export function trunk(f: Figure, ease: TrunkEase): Tube {
  const [from, to] = [TRUNK.indexOf(ease.from), TRUNK.indexOf(ease.to)];
  const k = f.body.height / 1000;
  const stations = TRUNK.slice(from, to + 1).map((level, i) => {
    const s = trunkLevel(f, level);
    const own = level === 'waist' || level === 'low' ? (ease.waist ?? ease.plus) : ease.plus;
    const plus = (level === 'neck' ? own * 0.25 : level === 'slope' ? own * 0.25 : level === 'shoulder' ? own * 0.3 : own) * k + (i < 2 && (level === 'crotch' || level === 'hip' || i === 0) ? (ease.hem ?? 0) * k * (i === 0 ? 1 : 0.6) : 0);
    return { c: s.c, x: times(s.frame.x, s.wide + plus), z: times(s.frame.z, s.deep + plus) };
  });
  return makeTube(f.view, stations, { start: 'flat', end: ease.top ?? 'flat' });
}

export function trunkLevel(f: Figure, level: TrunkLevel): { c: Vec; frame: Frame; wide: number; deep: number } {
  const { body: b, bones } = f;
  const [p, c] = [bones.pelvisFrame, bones.chestFrame];
  const mid = mixFrames(p, c, 0.5);
  const h = b.height;
  const low = (t: number, z: number): Vec => add(add(bones.pelvis, p.y, b.lowSpine * t), p.z, z);
  const high = (t: number, z: number): Vec => add(add(bones.waist, c.y, b.highSpine * t), c.z, z);
  switch (level) {
    case 'seat': return { c: low(-0.68, -0.002 * h), frame: p, wide: b.wide.hip * 0.14, deep: b.deep.hip * 0.4 };
    case 'crotch': return { c: low(-0.42, -0.004 * h), frame: p, wide: b.wide.hip * 0.95, deep: b.deep.hip * 0.95 };
    case 'hip': return { c: low(0.05, -0.008 * h), frame: p, wide: b.wide.hip, deep: b.deep.hip * 1.04 };
    case 'low': return { c: low(0.55, b.belly * 0.45), frame: mixFrames(p, c, 0.25), wide: b.wide.hip * 0.5 + b.wide.waist * 0.5, deep: (b.deep.hip + b.deep.waist) / 2 + b.belly * 0.35 };
    case 'waist': return { c: add(high(0, b.belly * 0.4), p.y, 0), frame: mid, wide: b.wide.waist, deep: b.deep.waist + b.belly * 0.4 };
    case 'ribs': return { c: high(0.3, b.belly * 0.15), frame: mixFrames(p, c, 0.8), wide: b.wide.waist * 0.35 + b.wide.chest * 0.65, deep: b.deep.waist * 0.4 + b.deep.chest * 0.6 + b.belly * 0.15 };
    case 'bust': return { c: high(0.52, b.bust * 0.55), frame: c, wide: b.wide.chest, deep: b.deep.chest + b.bust * 0.5 };
    case 'armpit': return { c: high(0.72, b.bust * 0.15), frame: c, wide: b.shoulder * 0.93, deep: b.deep.chest * 0.94 };
    case 'shoulder': return yoke(f);
    case 'slope': return { c: high(1.005, -0.005 * h), frame: c, wide: b.shoulder * 0.56, deep: b.deep.chest * 0.52 };
    case 'neck': return { c: high(1.045, -0.006 * h), frame: c, wide: b.wide.neck * 1.25, deep: b.wide.neck * 1.25 };
  }
}

/** The shoulders' section: it rises and tilts with the collar bones. */
function yoke(f: Figure): { c: Vec; frame: Frame; wide: number; deep: number } {
  const { body: b, bones } = f;
  const [right, left] = [bones.arms[0].shoulder, bones.arms[1].shoulder];
  const c = add(add(mix(right, left, 0.5), bones.chestFrame.y, 0.0265 * b.height), bones.chestFrame.z, -0.004 * b.height);
  const x = unit(sub(left, right), bones.chestFrame.x);
  return { c, frame: { ...bones.chestFrame, x }, wide: b.shoulder * 0.95, deep: b.deep.chest * 0.64 };
}

/** Neck that comes out of the ring `line`. */
export function neckTube(f: Figure, line: Station): Tube {
  const { bones, body } = f;
  const r = body.wide.neck;
  const axis = unit(sub(bones.chin, bones.neck));
  const x = across(bones.chestFrame.x, axis);
  const z = cross(x, axis);
  const top = add(add(bones.chin, bones.headFrame.y, body.head * 0.28), bones.headFrame.z, -body.head * 0.1);
  const base = add(bones.neck, bones.chestFrame.z, -0.006 * body.height);
  const at = (t: number, k: number): Station => ({ c: mix(base, top, t), x: times(x, r * k), z: times(z, r * k) });
  return makeTube(f.view, [line, at(0.2, 1.06), at(0.5, 0.97), at(1, 1)], { start: 'flat', end: 'flat' });
}

/** The tilted ring where neck and cloth meet; `plus` widens it. */
export function neckline(f: Figure, dip: number, plus: number): Station {
  const { bones, body } = f;
  const k = body.height / 1000;
  const { x, y, z } = bones.chestFrame;
  const r = body.wide.neck * 1.2 + plus * k;
  const c = add(add(bones.neck, y, (4 - dip * 0.5) * k), z, (-4 + dip * 0.12) * k);
  return { c, x: times(x, r), z: add(times(z, r), y, -dip * k) };
}
