/** Every pose of the vocabulary, as bones. */
import type { Pose } from '../../model/kinds.ts';
import type { PoseShape } from './pose.ts';
import { LOW } from './poses-low.ts';
import { MOVING } from './poses-moving.ts';
import { STANDING } from './poses-standing.ts';

export const POSE_SHAPES: Record<Pose, PoseShape> = { ...STANDING, ...MOVING, ...LOW };

type Turn = { twist?: number; lean?: number; tilt?: number };

/** The same pose with left and right exchanged: the acting arm stays on the reader's side. */
export function mirrored(pose: PoseShape): PoseShape {
  const turn = (t: Turn | undefined): Turn | undefined => t && { ...t, twist: -(t.twist ?? 0), tilt: -(t.tilt ?? 0) };
  return {
    ...pose, pelvis: turn(pose.pelvis), chest: turn(pose.chest), head: turn(pose.head), shift: pose.shift && [-pose.shift[0], pose.shift[1]],
    arms: [pose.arms[1], pose.arms[0]], legs: [pose.legs[1], pose.legs[0]],
  };
}

/** The body of one pose with arms and head of another: who sits may point. */
export function withGesture(pose: PoseShape, gesture: PoseShape): PoseShape {
  const chest = { ...pose.chest, twist: gesture.chest?.twist ?? pose.chest?.twist ?? 0 };
  return { ...pose, arms: gesture.arms, head: gesture.head ?? pose.head, chest, shrug: gesture.shrug, isFaceCovered: gesture.isFaceCovered };
}

/** The pose with a hand closed round something, where that hand was free. */
export function gripping(pose: PoseShape, arm: 0 | 1): PoseShape {
  const hand = pose.arms[arm].hand ?? 'relaxed';
  if (hand === 'hold' || hand === 'fist' || hand === 'pocket' || hand === 'point') return pose;
  const [right, left] = pose.arms;
  return { ...pose, arms: arm === 0 ? [{ ...right, hand: 'hold' }, left] : [right, { ...left, hand: 'hold' }] };
}
