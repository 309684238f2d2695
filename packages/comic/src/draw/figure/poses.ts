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
