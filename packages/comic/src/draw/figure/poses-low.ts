/** Poses near the ground: sitting, kneeling, lying. */
import type { ArmPose, LegPose, PoseShape } from './pose.ts';

const ON_CHAIR: readonly [LegPose, LegPose] = [
  { thigh: [0.2, -0.06, 1], shin: [0, -1, -0.06], toe: [0.2, 0, 1] },
  { thigh: [0.2, -0.06, 1], shin: [0.02, -1, 0.14], toe: [0.25, 0, 1] },
];
const ON_LAP: ArmPose = { to: 'knee', at: [-6, 7.5, -15], elbow: [1, -0.5, -0.6], aim: [-0.5, -0.12, 0.9], thumb: [-1, 0, 0.1], hand: 'flat' };
/** Shins and feet lie on the ground, the seat on the heels. */
const SEIZA: readonly [LegPose, LegPose] = [
  { thigh: [0.16, -0.33, 1], shin: [-0.05, 0, -1], toe: [-0.25, 0, -1] },
  { thigh: [0.16, -0.33, 1], shin: [-0.05, 0, -1], toe: [-0.25, 0, -1] },
];

export const LOW = {
  'sit-chair': { seat: 40, legs: ON_CHAIR, chest: { lean: -0.02 }, head: { lean: 0.03 }, arms: [ON_LAP, ON_LAP] },
  write: {
    seat: 40, legs: ON_CHAIR, pelvis: { lean: 0.1 }, chest: { lean: 0.3 }, head: { lean: 0.48, tilt: 0.06 },
    arms: [{ upper: [0.35, -0.8, 0.5], fore: [-0.45, 0.12, 1], hand: 'hold', aim: [-0.35, -0.25, 1], thumb: [-0.8, 0.6, 0] }, { upper: [0.35, -0.8, 0.5], fore: [-0.75, 0.1, 0.8], hand: 'flat', aim: [-0.9, -0.05, 0.5], thumb: [0.3, 0.2, 1] }],
  },
  'sit-ground': {
    hip: 0.12, pelvis: { lean: -0.18 }, chest: { lean: 0.1 }, head: { lean: 0.06, tilt: -0.05 },
    legs: [{ foot: [0.16, 0, 0.5], knee: [0.15, 1, 0.2], toe: [0.15, 0.05, 1] }, { foot: [0.12, 0, 0.62], knee: [0.1, 1, 0.2], toe: [0.2, 0.2, 1] }],
    arms: [{ to: 'knee', at: [-2, -3, 1], elbow: [1, -0.2, -0.2], aim: [-0.9, -0.2, 0.3], thumb: [0, 0.9, 0.4], hand: 'relaxed' }, { to: 'knee', at: [-2, -6, 0], elbow: [1, -0.2, -0.2], aim: [-0.9, -0.1, 0.3], thumb: [0, 0.9, 0.4], hand: 'relaxed' }],
  },
  'sit-seiza': { hip: 0.235, legs: SEIZA, pelvis: { lean: 0.05 }, chest: { lean: -0.02 }, head: { lean: 0.04 }, arms: [ON_LAP, ON_LAP] },
  kneel: {
    hip: 0.53, pelvis: { lean: 0.05 }, chest: { lean: 0.14 }, head: { lean: 0.14 }, shift: [0, -0.05],
    legs: [{ thigh: [0.12, -1, -0.02], shin: [0, 0.06, -1], toe: [0, 0, -1] }, { foot: [0.14, 0, 0.36], knee: [0.15, 1, 0.6], toe: [0.15, 0, 1] }],
    arms: [{ upper: [0.25, -1, 0.1], fore: [0, -0.9, 0.4] }, { to: 'knee', at: [-2, 6, -2], elbow: [1, -0.2, -0.3], aim: [-0.75, -0.1, 0.7], thumb: [-0.5, 0.3, -0.8], hand: 'flat' }],
  },
  crouch: {
    hip: 0.31, pelvis: { lean: 0.3 }, chest: { lean: 0.62 }, head: { lean: 0.12 }, shift: [0, -0.1],
    legs: [{ foot: [0.17, 0, 0.08], knee: [0.4, 0.6, 1], toe: [0.35, 0, 1] }, { foot: [0.17, 0.06, -0.06], knee: [0.4, 0.5, 1], toe: [0.35, -0.4, 1] }],
    arms: [{ to: 'knee', at: [-3, 2, 6], elbow: [1, 0, 0.1], aim: [-0.6, -0.6, 0.5], thumb: [-0.5, 0.5, 0.3], hand: 'relaxed' }, { to: 'knee', at: [-4, 3, 6], elbow: [1, 0, 0.1], aim: [-0.9, -0.2, 0.4], thumb: [0, 0.8, 0.3], hand: 'relaxed' }],
  },
  cower: {
    hip: 0.22, pelvis: { lean: 0.35 }, chest: { lean: 1.0 }, head: { lean: 0.8, tilt: 0.05 }, shift: [0, -0.14], isFaceCovered: true, shrug: 0.5,
    legs: [{ foot: [0.08, 0, 0.06], knee: [0.15, 1, 0.8], toe: [0.1, 0, 1] }, { foot: [0.08, 0, 0.02], knee: [0.15, 1, 0.8], toe: [0.1, 0, 1] }],
    arms: [{ to: 'crown', at: [5, -1, 3], elbow: [1, -0.1, 0.7], aim: [-0.45, 0.2, -0.7], thumb: [-0.6, 0.5, -0.6], hand: 'open' }, { to: 'crown', at: [5, -1, 3], elbow: [1, -0.1, 0.7], aim: [-0.45, 0.2, -0.7], thumb: [-0.6, 0.5, -0.6], hand: 'open' }],
  },
  lie: {
    hip: 1, lies: 'back', head: { twist: -0.5, lean: 0.12 },
    legs: [{ thigh: [0.1, -1, 0.05], shin: [0.04, -1, -0.02], toe: [0.2, -0.6, 1] }, { thigh: [0.12, -0.75, 0.62], shin: [0.05, -0.75, -0.62], toe: [0.1, -1, 0.1] }],
    arms: [{ upper: [0.32, -1, 0.0], fore: [0.1, -1, 0.12], hand: 'relaxed', thumb: [-0.4, 0, 1] }, { upper: [0.9, 0.55, 0.1], fore: [-0.75, 0.7, -0.1], hand: 'open', thumb: [0, 0.2, 1] }],
  },
  'lie-front': {
    hip: 1, lies: 'front', chest: { lean: -0.42 }, head: { lean: -0.75 },
    legs: [{ thigh: [0.14, -1, 0], shin: [0.05, -0.45, -0.9], toe: [0, -0.7, -0.7] }, { thigh: [0.14, -1, 0.02], shin: [0.04, -1, -0.05], toe: [0, -1, -0.2] }],
    arms: [{ upper: [0.25, -0.15, 1], fore: [-0.5, 0.9, 0.35], hand: 'flat', thumb: [-1, 0.2, 0] }, { upper: [0.25, -0.15, 1], fore: [-0.5, 0.9, 0.35], hand: 'flat', thumb: [-1, 0.2, 0] }],
  },
  sleep: {
    hip: 1, lies: 'side', pelvis: { lean: 0.1 }, chest: { lean: 0.2 }, head: { lean: 0.3, tilt: -0.12 },
    legs: [{ thigh: [0.02, -0.75, 0.65], shin: [0.02, -0.8, -0.6], toe: [0, -1, 0.1] }, { thigh: [-0.02, -0.55, 0.85], shin: [-0.1, -0.65, -0.75], toe: [0, -1, 0.1] }],
    arms: [{ to: 'cheek', at: [3, 1, -1], elbow: [0, -0.4, 1], aim: [0.1, 1, -0.2], thumb: [-0.2, 0.3, 1], hand: 'flat' }, { upper: [-0.05, -0.75, 0.7], fore: [-0.15, 0.45, 0.9], hand: 'relaxed', thumb: [-0.3, 1, 0.2] }],
  },
} satisfies Record<string, PoseShape>;
