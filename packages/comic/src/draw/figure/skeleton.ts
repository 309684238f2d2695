/** Bones of one person in one pose: forward chains, two-bone reaching, and standing on the ground. */
import type { Body } from './body.ts';
import type { Anchor, HandShape, LegPose, PoseShape } from './pose.ts';
import { across, add, compose, cross, dot, inFrame, mix, size, sub, times, turned, unit, type Frame, type Vec } from './vector.ts';

export type ArmBones = {
  side: -1 | 1;
  shoulder: Vec;
  elbow: Vec;
  wrist: Vec;
  /** Unit vectors: along the hand, towards the thumb, out of the palm. */
  along: Vec;
  thumb: Vec;
  palm: Vec;
  shape: HandShape;
};

export type LegBones = { side: -1 | 1; hip: Vec; knee: Vec; ankle: Vec; /** Unit vector to the toes. */ toe: Vec; /** Out of the sole's upper side. */ instep: Vec };

export type Skeleton = {
  pelvis: Vec;
  waist: Vec;
  /** Pit of the neck. */
  neck: Vec;
  /** Top of the neck under the skull. */
  chin: Vec;
  pelvisFrame: Frame;
  chestFrame: Frame;
  headFrame: Frame;
  /** Person's right, then left. */
  arms: readonly [ArmBones, ArmBones];
  legs: readonly [LegBones, LegBones];
};

type Trunk = Pick<Skeleton, 'pelvis' | 'waist' | 'neck' | 'chin' | 'pelvisFrame' | 'chestFrame' | 'headFrame'>;

export function solveSkeleton(body: Body, pose: PoseShape): Skeleton {
  const leg = body.thigh + body.shin + body.ankle;
  // Feet of grown-ups reach the ground from a chair; children's hang over it.
  const hipHeight = pose.seat !== undefined ? Math.min(pose.seat + body.deep.hip * 0.95, Math.max(pose.seat + 2, body.shin + body.ankle + body.thigh * 0.06)) : (pose.hip ?? 1) * leg;
  const pelvis: Vec = [(pose.shift?.[0] ?? 0) * leg, hipHeight, (pose.shift?.[1] ?? 0) * leg];
  const trunk = solveTrunk(body, pose, pelvis);
  const legs = [solveLeg(body, pose.legs[0], trunk, -1, leg), solveLeg(body, pose.legs[1], trunk, 1, leg)] as const;
  const arms = [solveArm(body, pose, trunk, legs, -1), solveArm(body, pose, trunk, legs, 1)] as const;
  const bones: Skeleton = { ...trunk, arms, legs };
  if (pose.lies) return lieDown(body, bones, pose.lies, pose.isTurnedRound ?? false);
  if (pose.hip !== undefined || pose.seat !== undefined) return pose.lift ? moved(bones, [0, pose.lift * leg, 0]) : bones;
  const lowest = Math.min(...legs.map((l) => Math.min(l.ankle[1] - body.ankle * Math.abs(l.instep[1]), l.ankle[1] + l.toe[1] * body.foot * 0.7, l.knee[1] - body.thigh * 0.12)));
  return moved(bones, [0, (pose.lift ?? 0) * leg - lowest, 0]);
}

function solveTrunk(body: Body, pose: PoseShape, pelvis: Vec): Trunk {
  const stoop = body.stoop * (pose.lies ? 0.2 : 1);
  const pelvisFrame = turned(pose.pelvis ?? {});
  const chest = pose.chest ?? {};
  const chestFrame = turned({ ...chest, lean: (chest.lean ?? 0) + stoop });
  const head = pose.head ?? {};
  const headFrame = turned({ ...head, lean: (head.lean ?? 0) + stoop * 0.35 });
  const waist = add(pelvis, pelvisFrame.y, body.lowSpine);
  const neck = add(waist, chestFrame.y, body.highSpine);
  const neckAxis = unit(add(add(times(chestFrame.y, 0.55), headFrame.y, 0.75), chestFrame.z, 0.18 + stoop));
  return { pelvis, waist, neck, chin: add(neck, neckAxis, body.neck), pelvisFrame, chestFrame, headFrame };
}

const sided = (v: Vec, side: number): Vec => [v[0] * side, v[1], v[2]];

function solveLeg(body: Body, pose: LegPose, trunk: Trunk, side: -1 | 1, leg: number): LegBones {
  const hip = add(trunk.pelvis, trunk.pelvisFrame.x, body.hipJoint * side);
  let [knee, ankle] = [hip, hip];
  if ('foot' in pose) {
    const f = sided(pose.foot, side);
    const target: Vec = [f[0] * leg, f[1] * leg + body.ankle, f[2] * leg];
    [knee, ankle] = reach(hip, target, body.thigh, body.shin, sided(pose.knee, side));
  } else {
    knee = add(hip, unit(sided(pose.thigh, side)), body.thigh);
    ankle = add(knee, unit(sided(pose.shin, side)), body.shin);
  }
  const toe = unit(sided(pose.toe ?? [0.28, 0, 1], side));
  const shin = unit(sub(knee, ankle));
  return { side, hip, knee, ankle, toe, instep: across(toe[1] > -0.5 && toe[1] < 0.5 ? mix(shin, [0, 1, 0], 0.6) : shin, toe, [0, 1, 0]) };
}

function solveArm(body: Body, pose: PoseShape, trunk: Trunk, legs: readonly [LegBones, LegBones], side: -1 | 1): ArmBones {
  const arm = pose.arms[side < 0 ? 0 : 1];
  const rest = shoulderAt(body, trunk, side, 0, (pose.shrug ?? 0) * body.shoulder);
  let [shoulder, elbow, wrist] = [rest, rest, rest];
  const aim = arm.aim && unit(sided(arm.aim, side));
  if ('to' in arm || 'goal' in arm) {
    const palm = 'goal' in arm ? arm.goal : targetOf(body, trunk, legs, arm.to, arm.at, side);
    const target = aim ? add(palm, aim, -body.hand * 0.45) : palm;
    const lifted = Math.max(0, unit(sub(target, rest))[1]);
    shoulder = shoulderAt(body, trunk, side, lifted * 0.6, (pose.shrug ?? 0) * body.shoulder);
    const goal = 'goal' in arm && !aim ? add(palm, unit(sub(palm, shoulder)), -body.hand * 0.42) : target;
    [elbow, wrist] = reach(shoulder, goal, body.upperArm, body.foreArm, sided(arm.elbow, side));
  } else {
    const upper = unit(sided(arm.upper, side));
    shoulder = shoulderAt(body, trunk, side, Math.max(0, upper[1]), (pose.shrug ?? 0) * body.shoulder);
    elbow = add(shoulder, upper, body.upperArm);
    wrist = add(elbow, unit(sided(arm.fore, side)), body.foreArm);
  }
  const along = aim ?? unit(sub(wrist, elbow));
  const thumb = across(sided(arm.thumb ?? [-0.5, 0.6, 0.8], side), along, [-side, 0, 0.2]);
  const palm = times(cross(along, thumb), side < 0 ? -1 : 1);
  return { side, shoulder, elbow, wrist, along, thumb, palm, shape: arm.hand ?? 'relaxed' };
}

/** The shoulder joint; a raised arm lifts it towards the ear, as the collar bone does. */
function shoulderAt(body: Body, trunk: Trunk, side: number, raised: number, shrug: number): Vec {
  const { x, y } = trunk.chestFrame;
  const out = body.shoulder * (1 - raised * 0.12);
  return add(add(trunk.neck, x, out * side), y, -body.height * 0.037 + raised * body.height * 0.028 + shrug * 0.24);
}

function targetOf(body: Body, trunk: Trunk, legs: readonly [LegBones, LegBones], anchor: Anchor, at: Vec, side: number): Vec {
  const h = body.head;
  const k = body.height / 168;
  const ofHead = (v: Vec): Vec => add(inFrame(trunk.headFrame, times(add(v, sided(at, side), 1 / 24.7), h)), trunk.chin);
  const ofChest = (v: Vec): Vec => add(inFrame(trunk.chestFrame, add(v, times(sided(at, side), k))), trunk.neck);
  switch (anchor) {
    case 'mouth': return ofHead([0, 0.16, 0.5]);
    case 'cheek': return ofHead([0.3 * side, 0.22, 0.4]);
    case 'brow': return ofHead([0.22 * side, 0.56, 0.48]);
    case 'ear': return ofHead([0.46 * side, 0.36, 0.08]);
    case 'crown': return ofHead([0, 1, 0]);
    case 'neck': return ofChest([0, 0, 0]);
    case 'chest': return ofChest([0, -body.highSpine * 0.45, body.deep.chest + body.bust * 0.6]);
    case 'belly': return ofChest([0, -body.highSpine, body.deep.waist + body.belly]);
    case 'hip': return add(inFrame(trunk.pelvisFrame, add([body.wide.hip * side * 0.95, body.lowSpine * 0.75, 0], times(sided(at, side), k))), trunk.pelvis);
    case 'knee': return add(legs[side < 0 ? 0 : 1].knee, times(sided(at, side), k));
  }
}

/** Two bones of lengths `a`, `b` from `root` towards `target`, the middle joint pushed to `pole`. */
function reach(root: Vec, target: Vec, a: number, b: number, pole: Vec): [Vec, Vec] {
  const to = sub(target, root);
  const distance = Math.min(a + b - 0.02 * a, Math.max(Math.abs(a - b) + 0.08 * a, size(to)));
  const direction = unit(to, [0, -1, 0]);
  const cos = (a * a + distance * distance - b * b) / (2 * a * distance);
  const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
  const bend = across(unit(pole), direction, [0, 0, 1]);
  const middle = add(add(root, direction, a * cos), bend, a * sin);
  return [middle, add(root, direction, distance)];
}

/** Everything of the skeleton, mapped: points by `point`, directions by `frame`. */
function mapped(bones: Skeleton, point: (v: Vec) => Vec, direction: (v: Vec) => Vec): Skeleton {
  const frame = (f: Frame): Frame => ({ x: direction(f.x), y: direction(f.y), z: direction(f.z) });
  const arm = (a: ArmBones): ArmBones => ({
    ...a, shoulder: point(a.shoulder), elbow: point(a.elbow), wrist: point(a.wrist), along: direction(a.along), thumb: direction(a.thumb), palm: direction(a.palm),
  });
  const leg = (l: LegBones): LegBones => ({ ...l, hip: point(l.hip), knee: point(l.knee), ankle: point(l.ankle), toe: direction(l.toe), instep: direction(l.instep) });
  return {
    pelvis: point(bones.pelvis), waist: point(bones.waist), neck: point(bones.neck), chin: point(bones.chin),
    pelvisFrame: frame(bones.pelvisFrame), chestFrame: frame(bones.chestFrame), headFrame: frame(bones.headFrame),
    arms: [arm(bones.arms[0]), arm(bones.arms[1])], legs: [leg(bones.legs[0]), leg(bones.legs[1])],
  };
}

function moved(bones: Skeleton, by: Vec): Skeleton {
  return mapped(bones, (v) => add(v, by), (v) => v);
}

const LYING: Record<NonNullable<PoseShape['lies']>, Frame> = {
  // Head to the reader's left, belly up; on the side, belly to the reader; on the belly.
  back: compose(turned({ tilt: -Math.PI / 2 }), turned({ twist: Math.PI / 2 - 0.35 })),
  side: compose(turned({ tilt: -Math.PI / 2 }), turned({ twist: -0.3 })),
  front: compose(turned({ tilt: -Math.PI / 2 }), turned({ twist: -Math.PI / 2 + 0.4 })),
};

/** The mirror image of a turn, which is a turn again: x and the sides of its axes change. */
function turnedRound({ x, y, z }: Frame): Frame {
  return { x: [x[0], -x[1], -x[2]], y: [-y[0], y[1], y[2]], z: [-z[0], z[1], z[2]] };
}

function lieDown(body: Body, bones: Skeleton, lies: NonNullable<PoseShape['lies']>, isTurnedRound: boolean): Skeleton {
  const frame = isTurnedRound ? turnedRound(LYING[lies]) : LYING[lies];
  const down = mapped(bones, (v) => inFrame(frame, sub(v, bones.pelvis)), (v) => inFrame(frame, v));
  const thick = lies === 'side' ? body.wide.hip : body.deep.hip;
  const middle = mix(down.pelvis, down.neck, 0.15);
  return onGround(body, moved(down, [-middle[0], thick - down.pelvis[1], 0]));
}

/** Half the thickness of arms and legs at their joints, in body heights. */
const LIMB = { arm: 0.011, leg: 0.026 };

/** Whatever of a lying person's arms and legs would be under the ground lies on it. */
function onGround(body: Body, bones: Skeleton): Skeleton {
  const floor = (v: Vec, from: Vec, over: number): Vec => (v[1] >= over ? v : downTo(over, from, v));
  const arm = (a: ArmBones): ArmBones => {
    const over = LIMB.arm * body.height;
    const elbow = floor(a.elbow, a.shoulder, over);
    const wrist = floor(add(elbow, sub(a.wrist, a.elbow)), elbow, over);
    const tip = floor(add(wrist, a.along, body.hand), wrist, over * 0.6);
    if (elbow === a.elbow && size(sub(wrist, a.wrist)) < 1e-9 && size(sub(tip, add(a.wrist, a.along, body.hand))) < 1e-9) return a;
    const along = unit(sub(tip, wrist));
    const thumb = across(a.thumb, along, [0, 0, 1]);
    return { ...a, elbow, wrist, along, thumb, palm: times(cross(along, thumb), a.side < 0 ? -1 : 1) };
  };
  const leg = (l: LegBones): LegBones => {
    const over = LIMB.leg * body.height;
    const knee = floor(l.knee, l.hip, over);
    const ankle = floor(add(knee, sub(l.ankle, l.knee)), knee, over);
    return knee === l.knee && size(sub(ankle, l.ankle)) < 1e-9 ? l : { ...l, knee, ankle };
  };
  return { ...bones, arms: [arm(bones.arms[0]), arm(bones.arms[1])], legs: [leg(bones.legs[0]), leg(bones.legs[1])] };
}

/** The far end of a bone from `from` to `to`, turned until it is `height` over the ground; as long as before. */
function downTo(height: number, from: Vec, to: Vec): Vec {
  const long = size(sub(to, from));
  const drop = Math.max(-long, Math.min(long, height - from[1]));
  const flat = unit([to[0] - from[0], 0, to[2] - from[2]], [0, 0, 1]);
  return add([from[0], from[1] + drop, from[2]], flat, Math.sqrt(Math.max(0, long * long - drop * drop)));
}

/** How much an elbow or knee is bent, radians; 0 is straight. */
export function bendOf(a: Vec, joint: Vec, b: Vec): number {
  return Math.acos(Math.max(-1, Math.min(1, dot(unit(sub(joint, a)), unit(sub(b, joint))))));
}

