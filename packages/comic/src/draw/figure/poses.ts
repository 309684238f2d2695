/** Every pose of the vocabulary, as bones. */
import type { Pose } from '../../model/kinds.ts';
import type { PoseShape } from './pose.ts';
import { LOW } from './poses-low.ts';
import { MOVING } from './poses-moving.ts';
import { STANDING } from './poses-standing.ts';

export const POSE_SHAPES: Record<Pose, PoseShape> = { ...STANDING, ...MOVING, ...LOW };
