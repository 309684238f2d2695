/** From a body's own space (cm, origin on the ground under it) to the picture. */
import type { Point } from '../../model/geometry.ts';
import type { Angle } from '../types.ts';
import { dot, inFrame, turned, type Frame, type Vec } from './vector.ts';

export type View = {
  frame: Frame;
  feet: Point;
  /** u per cm. */
  scale: number;
  /** Figure height on the page, u: decides how much is drawn. */
  tall: number;
};

export function makeView(angle: Angle, feet: Point, scale: number, height: number): View {
  return { frame: turned({ twist: angle.yaw, lean: angle.pitch, tilt: angle.roll }), feet, scale, tall: height * scale };
}

/** Picture point of a body point. */
export function toPicture(view: View, v: Vec): Point {
  const s = inFrame(view.frame, v);
  return { x: view.feet.x + s[0] * view.scale, y: view.feet.y - s[1] * view.scale };
}

/** The body point behind a picture point; `depth` is its nearness to the reader, cm. */
export function toBody(view: View, p: Point, depth: number): Vec {
  const s: Vec = [(p.x - view.feet.x) / view.scale, (view.feet.y - p.y) / view.scale, depth];
  const { x, y, z } = view.frame;
  return [dot(s, x), dot(s, y), dot(s, z)];
}

/** Picture offset (u, y down) of a body direction. */
export function toOffset(view: View, v: Vec): Point {
  const s = inFrame(view.frame, v);
  return { x: s[0] * view.scale, y: -s[1] * view.scale };
}

/** Nearness to the reader, cm; greater is nearer. */
export function depthOf(view: View, v: Vec): number {
  return v[0] * view.frame.x[2] + v[1] * view.frame.y[2] + v[2] * view.frame.z[2];
}

/** Angle of a frame as the head artist wants it: yaw, then pitch, then roll. */
export function angleOf(view: View, frame: Frame): Angle {
  const [x, y, z] = [inFrame(view.frame, frame.x), inFrame(view.frame, frame.y), inFrame(view.frame, frame.z)];
  const pitch = Math.asin(Math.max(-1, Math.min(1, y[2])));
  return { yaw: Math.atan2(-x[2], z[2]), pitch, roll: Math.atan2(y[0], y[1]) };
}
