/**
 * The space of a head. Head units: 1 is the skull from chin (y 0) to crown (y 1); x to the reader's
 * right when the head looks at the reader, y up, z out of the face. Projection is orthographic.
 */
import type { Point } from '../../model/geometry.ts';
import type { Angle } from '../types.ts';

export type Vector3 = { x: number; y: number; z: number };
/** A projected point: x, y in u on the picture, z towards the reader in head units. */
export type Spot = Point & { z: number };

export type Frame = {
  angle: Angle;
  unit: number;
  project(v: Vector3): Spot;
  /** Turns a direction: x right, y up, z towards the reader. */
  turn(v: Vector3): Vector3;
  /** Where hair falls, in head space. */
  down: Vector3;
  /** Azimuth of the head that looks at the reader. */
  viewAzimuth: number;
};

/** Where the skull sits on the neck: heads turn, nod and tilt about this point. */
const PIVOT: Vector3 = { x: 0, y: 0.24, z: -0.06 };

export function makeFrame(angle: Angle, chin: Point, unit: number): Frame {
  const [sy, cy] = [Math.sin(angle.yaw), Math.cos(angle.yaw)];
  const [sp, cp] = [Math.sin(angle.pitch), Math.cos(angle.pitch)];
  const [sr, cr] = [Math.sin(angle.roll), Math.cos(angle.roll)];
  const turn = (v: Vector3): Vector3 => {
    const x1 = v.x * cy + v.z * sy;
    const z1 = v.z * cy - v.x * sy;
    const y2 = v.y * cp - z1 * sp;
    return { x: x1 * cr + y2 * sr, y: y2 * cr - x1 * sr, z: z1 * cp + v.y * sp };
  };
  const project = (v: Vector3): Spot => {
    const t = turn({ x: v.x - PIVOT.x, y: v.y - PIVOT.y, z: v.z - PIVOT.z });
    return { x: chin.x + t.x * unit, y: chin.y - (PIVOT.y + t.y) * unit, z: t.z };
  };
  // The picture's down, turned back into head space, mixed with the head's own down.
  const [ux, uy] = [sr, -cr];
  const back = { x: ux * cr - uy * sr, y: ux * sr + uy * cr };
  const fallen = { x: back.x * cy + back.y * sp * sy, y: back.y * cp, z: back.x * sy - back.y * sp * cy };
  const mixed = { x: fallen.x * 0.6, y: fallen.y * 0.6 - 0.4, z: fallen.z * 0.6 };
  const turned = sr === 0 ? mixed : rollBack(mixed, angle.roll, cy, sy);
  return { angle, unit, project, turn, down: normalize(turned), viewAzimuth: -angle.yaw };
}

/** A rolled head lets its hair fall straight down the picture, half of the way. */
function rollBack(v: Vector3, roll: number, cy: number, sy: number): Vector3 {
  const side = Math.sin(roll) * 0.6;
  return { x: v.x + side * cy, y: v.y, z: v.z + side * sy };
}

export function normalize(v: Vector3): Vector3 {
  const length = Math.hypot(v.x, v.y, v.z) || 1;
  return { x: v.x / length, y: v.y / length, z: v.z / length };
}

export function plus(a: Vector3, b: Vector3, k = 1): Vector3 {
  return { x: a.x + b.x * k, y: a.y + b.y * k, z: a.z + b.z * k };
}

export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}
