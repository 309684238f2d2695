/** Where a thing lies in a hand. */
import type { Point } from '../../model/geometry.ts';
import type { Pen } from '../pen/pen.ts';
import type { ArmBones } from './skeleton.ts';
import type { Figure } from './solids.ts';
import { add, cross, type Vec } from './vector.ts';
import { toOffset, toPicture } from './view.ts';

/**
 * Paints a held thing. `hand` is the middle of the grip, `scale` u per cm there, `angle` the turn in
 * radians (clockwise) by which an upright thing follows the fist; `back` lies under the palm, `front`
 * between the palm and the fingers. Return an empty string for the side that needs nothing.
 */
export type DrawHeld = (noun: string, at: { hand: Point; scale: number; angle: number; side: 'front' | 'back'; pen?: Pen; /** The person looks to the reader's right. */ toRight?: boolean }) => string;

/** Centre of the closed hand, body space. */
export function palmOf(f: Figure, arm: ArmBones): Vec {
  return add(add(arm.wrist, arm.along, f.body.hand * 0.42), arm.palm, f.body.hand * 0.12);
}

export function drawHold(f: Figure, arm: ArmBones, noun: string, drawHeld: DrawHeld, at: { side: 'front' | 'back'; pen: Pen; toRight: boolean }): string {
  // A stick in a fist runs to the thumb's side.
  const axis = arm.shape === 'fist' || arm.shape === 'hold' ? arm.thumb : cross(arm.along, arm.palm);
  const up = toOffset(f.view, axis);
  const turn = Math.hypot(up.x, up.y) < 0.25 * f.view.scale ? 0 : Math.atan2(up.x, -up.y);
  return drawHeld(noun, { hand: toPicture(f.view, palmOf(f, arm)), scale: f.view.scale, angle: Math.max(-1.2, Math.min(1.2, turn)), ...at });
}
