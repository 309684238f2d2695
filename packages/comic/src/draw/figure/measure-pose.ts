/** How much room a person takes in a pose, from the same bones that are drawn. */
import type { FigureSpec } from '../types.ts';
import { posed } from './draw-figure.ts';
import { add, type Vec } from './vector.ts';
import { toPicture } from './view.ts';

/** Centimetres: height of the crown over the ground; extent to the reader's left and right of the point the person stands on. */
export type PoseSize = { crown: number; left: number; right: number };

/** Half the thickness of limbs and clothes, cm. */
const FLESH = 9;

export function measurePose(spec: Pick<FigureSpec, 'look' | 'pose' | 'gesture' | 'angle'>): PoseSize {
  const { f } = posed({ ...spec, angle: { ...spec.angle, pitch: 0 } }, { feet: { x: 0, y: 0 }, scale: 1 });
  const { bones, body } = f;
  const crown = add(bones.chin, bones.headFrame.y, body.head);
  const side = add(bones.chin, bones.headFrame.y, body.head * 0.5);
  const joints: Vec[] = [crown, side, bones.pelvis, bones.neck, ...bones.arms.flatMap((arm) => [arm.shoulder, arm.elbow, arm.wrist]), ...bones.legs.flatMap((leg) => [leg.knee, leg.ankle])];
  const xs = joints.map((joint) => toPicture(f.view, joint).x);
  const skull = toPicture(f.view, side).x;
  return {
    // Of a head that lies, the side is the top.
    crown: Math.max(-toPicture(f.view, crown).y, body.head * 0.4 - toPicture(f.view, side).y),
    left: Math.max(FLESH - Math.min(...xs), body.head * 0.5 - skull), right: Math.max(FLESH + Math.max(...xs), body.head * 0.5 + skull),
  };
}
