/** Poses in motion: strides, blows, falls. */
import type { PoseShape } from './pose.ts';

export const MOVING = {
  walk: {
    hip: 0.955, shift: [0, 0.02], pelvis: { twist: -0.14, lean: 0.05 }, chest: { lean: 0.09, twist: 0.2 }, head: { lean: 0.02 },
    legs: [{ foot: [0.07, 0.0, 0.3], knee: [0.05, 0, 1], toe: [0.12, 0.3, 1] }, { foot: [0.07, 0.065, -0.3], knee: [0.05, 0, 1], toe: [0.1, -0.75, 0.8] }],
    arms: [{ upper: [0.18, -1, -0.5], fore: [0.1, -1, -0.05] }, { upper: [0.18, -1, 0.4], fore: [-0.05, -0.75, 0.75] }],
  },
  run: {
    lift: 0.1, pelvis: { twist: -0.3, lean: 0.28 }, chest: { lean: 0.4, twist: 0.42 }, head: { lean: 0.1 },
    legs: [{ thigh: [0.1, -0.35, 1], shin: [0.02, -1, -0.12], toe: [0.1, 0.25, 1] }, { thigh: [0.06, -0.8, -0.75], shin: [0, -0.02, -1], toe: [0.05, -1, -0.35] }],
    arms: [{ upper: [0.38, -0.55, -1], fore: [0.1, -0.75, 0.55], hand: 'fist' }, { upper: [0.28, -0.75, 0.7], fore: [-0.45, 0.75, 0.8], hand: 'fist' }],
  },
  sneak: {
    hip: 0.8, shift: [0, 0.02], pelvis: { lean: 0.35 }, chest: { lean: 0.62, twist: 0.15 }, head: { lean: 0.12 },
    legs: [{ foot: [0.1, 0.14, 0.34], knee: [0.2, 0.3, 1], toe: [0.1, -0.45, 1] }, { foot: [0.1, 0.0, -0.16], knee: [0.25, 0, 1], toe: [0.15, 0, 1] }],
    arms: [{ upper: [0.3, -0.75, 0.55], fore: [0.05, 0.5, 0.9], aim: [0, -0.35, 1], thumb: [-1, 0, 0], hand: 'relaxed' }, { upper: [0.35, -0.7, 0.25], fore: [0, 0.35, 1], aim: [0, -0.5, 1], thumb: [-1, 0, 0], hand: 'relaxed' }],
  },
  jump: {
    lift: 0.34, pelvis: { lean: 0.1, twist: -0.1 }, chest: { lean: -0.12, tilt: 0.08 }, head: { lean: -0.15 },
    legs: [{ thigh: [0.45, -0.45, 0.85], shin: [0.1, -1, -0.75], toe: [0.1, -0.75, 0.6] }, { thigh: [0.3, -1, -0.05], shin: [0.05, -0.55, -1], toe: [0, -1, -0.2] }],
    arms: [{ upper: [0.75, 0.8, 0.1], fore: [0.25, 1, 0.15], hand: 'open', thumb: [-1, 0, 0.3] }, { upper: [0.9, 0.35, 0.1], fore: [0.55, 0.9, 0.2], hand: 'open', thumb: [-1, 0.2, 0.3] }],
  },
  fall: {
    lift: 0.16, pelvis: { lean: -0.85, tilt: 0.12 }, chest: { lean: -0.6, tilt: 0.22, twist: 0.15 }, head: { lean: 0.1, tilt: 0.15 },
    legs: [{ thigh: [0.25, 0.55, 1], shin: [0.15, -0.05, 1], toe: [0.2, 0.9, 0.5] }, { thigh: [0.4, 0.05, 1], shin: [0.15, -0.95, 0.55], toe: [0.25, 0.1, 1] }],
    arms: [{ upper: [0.75, 0.55, 0.55], fore: [0.35, 0.85, 0.6], hand: 'open', thumb: [-1, 0.3, 0.3] }, { upper: [1, 0.35, -0.3], fore: [0.75, 0.65, -0.25], hand: 'open', thumb: [-0.3, 0.3, 1] }],
  },
  push: {
    hip: 0.84, shift: [0, 0.02], pelvis: { lean: 0.4 }, chest: { lean: 0.52 }, head: { lean: 0.28 },
    legs: [{ foot: [0.1, 0, 0.16], knee: [0.15, 0.2, 1], toe: [0.15, 0, 1] }, { foot: [0.1, 0.05, -0.58], knee: [0.1, 0, 1], toe: [0.15, -0.7, 0.8] }],
    arms: [{ upper: [0.38, -0.22, 1], fore: [0.08, 0.06, 1], aim: [-0.1, 1, 0.25], thumb: [-1, 0, 0], hand: 'open' }, { upper: [0.38, -0.22, 1], fore: [0.08, 0.06, 1], aim: [-0.1, 1, 0.25], thumb: [-1, 0, 0], hand: 'open' }],
  },
  pull: {
    hip: 0.82, shift: [0, -0.26], pelvis: { lean: -0.15 }, chest: { lean: -0.38, twist: -0.2 }, head: { lean: -0.05 },
    legs: [{ foot: [0.14, 0, 0.22], knee: [0.2, 0.2, 1], toe: [0.2, 0.25, 1] }, { foot: [0.16, 0, -0.3], knee: [0.35, 0.1, 1], toe: [0.45, 0, 1] }],
    arms: [{ upper: [0.1, -0.5, 1], fore: [-0.25, 0.1, 1], hand: 'fist', thumb: [-0.3, 1, 0] }, { upper: [0.3, -0.6, 0.75], fore: [-0.35, 0.15, 1], hand: 'fist', thumb: [-0.3, 1, 0] }],
  },
  throw: {
    hip: 0.9, shift: [0, -0.08], pelvis: { twist: -0.35, lean: -0.12 }, chest: { twist: -0.6, lean: -0.3, tilt: -0.16 }, head: { lean: -0.05, twist: -0.1 },
    legs: [{ foot: [0.16, 0, -0.24], knee: [0.3, 0.1, 1], toe: [0.8, 0, 0.7] }, { foot: [0.1, 0.1, 0.44], knee: [0.1, 0.3, 1], toe: [0.1, 0.45, 1] }],
    arms: [{ upper: [0.85, 0.35, -0.55], fore: [0.15, 0.95, -0.55], aim: [0, 0.7, -0.8], hand: 'hold', thumb: [-1, 0.3, 0] }, { upper: [0.35, 0.25, 1], fore: [0.0, 0.3, 1], hand: 'open', thumb: [-1, 0.4, 0] }],
  },
  punch: {
    hip: 0.86, shift: [0, 0.1], pelvis: { twist: 0.4, lean: 0.15 }, chest: { twist: 0.75, lean: 0.3 }, head: { lean: 0.12, twist: 0.1 },
    legs: [{ foot: [0.2, 0.04, -0.38], knee: [0.2, 0, 1], toe: [0.2, -0.5, 0.9] }, { foot: [0.18, 0, 0.3], knee: [0.35, 0.1, 1], toe: [0.25, 0, 1] }],
    arms: [{ upper: [0.12, 0.05, 1], fore: [-0.22, 0.06, 1], hand: 'fist', thumb: [-1, -0.2, 0] }, { upper: [0.45, -0.75, -0.6], fore: [-0.25, 0.3, 0.9], hand: 'fist', thumb: [0.3, 1, 0] }],
  },
  kick: {
    hip: 0.975, shift: [0.02, -0.06], pelvis: { lean: -0.3, twist: 0.35 }, chest: { lean: -0.42, twist: -0.1 }, head: { lean: 0.02 },
    legs: [{ thigh: [0.22, 0.22, 1], shin: [0.02, 0.35, 1], toe: [0.2, 0.85, 0.7] }, { foot: [0.04, 0, -0.08], knee: [0.35, 0, 1], toe: [0.75, 0, 0.8] }],
    arms: [{ upper: [0.6, -0.6, -0.7], fore: [0.2, -0.6, 0.3], hand: 'fist' }, { upper: [0.5, -0.45, 0.6], fore: [-0.35, 0.8, 0.6], hand: 'fist' }],
  },
  'fight-stance': {
    hip: 0.84, pelvis: { twist: -0.5 }, chest: { twist: -0.45, lean: 0.18 }, head: { lean: 0.1 },
    legs: [{ foot: [0.24, 0, -0.24], knee: [0.55, 0, 0.8], toe: [0.8, 0, 0.7] }, { foot: [0.2, 0, 0.26], knee: [0.4, 0.1, 1], toe: [0.15, 0, 1] }],
    arms: [{ upper: [0.3, -0.85, 0.25], fore: [-0.45, 0.85, 0.6], hand: 'fist', thumb: [-1, 0.2, 0] }, { upper: [0.2, -0.5, 0.8], fore: [-0.25, 0.85, 0.6], hand: 'fist', thumb: [-1, 0.2, 0] }],
  },
  hug: {
    hip: 0.97, shift: [0, 0.04], pelvis: { lean: 0.05 }, chest: { lean: 0.2 }, head: { lean: 0.12, tilt: 0.22 },
    legs: [{ foot: [0.1, 0, 0.08], knee: [0.15, 0, 1], toe: [0.2, 0, 1] }, { foot: [0.1, 0.03, -0.16], knee: [0.15, 0, 1], toe: [0.2, -0.4, 1] }],
    arms: [{ upper: [0.75, -0.2, 0.8], fore: [-0.7, 0.3, 0.8], hand: 'flat', aim: [-1, 0.25, 0.1], thumb: [0, 1, 0] }, { upper: [0.7, -0.45, 0.75], fore: [-0.8, -0.05, 0.75], hand: 'flat', aim: [-1, 0.1, 0.1], thumb: [0, 1, 0] }],
  },
  climb: {
    hip: 0.98, lift: 0.12, pelvis: { tilt: -0.16 }, chest: { tilt: 0.1, lean: 0.06 }, head: { lean: -0.45 },
    legs: [{ thigh: [0.55, 0.1, 0.85], shin: [-0.05, -1, -0.3], toe: [0.25, -0.2, 1] }, { thigh: [0.2, -1, 0.1], shin: [0.02, -1, -0.2], toe: [0.2, -0.55, 1] }],
    arms: [{ upper: [0.95, -0.05, 0.4], fore: [0.1, 0.95, 0.3], hand: 'fist', thumb: [-1, 0, 0.2] }, { upper: [0.25, 0.95, 0.3], fore: [-0.05, 1, 0.25], hand: 'fist', thumb: [-1, 0, 0.2] }],
  },
  swim: {
    hip: 0.42, pelvis: { lean: 1.3, twist: 0 }, chest: { lean: 1.25, tilt: 0.12 }, head: { lean: 0.35 },
    legs: [{ thigh: [0.14, -0.3, -1], shin: [0.05, 0.12, -1], toe: [0.1, -0.2, -1] }, { thigh: [0.14, -0.05, -1], shin: [0.05, -0.4, -1], toe: [0.1, -0.5, -1] }],
    arms: [{ upper: [0.85, 0.3, 0.75], fore: [0.25, -0.3, 1], hand: 'flat', thumb: [-1, 0, 0] }, { upper: [0.3, -0.8, -0.25], fore: [0.1, -0.6, -0.8], hand: 'flat', thumb: [-1, 0, 0] }],
  },
  float: {
    lift: 0.22, pelvis: { lean: 0.08, tilt: 0.06 }, chest: { lean: -0.14, tilt: -0.06 }, head: { lean: -0.08, tilt: 0.1 },
    legs: [{ thigh: [0.12, -1, 0.3], shin: [0.02, -1, -0.45], toe: [0.1, -1, 0.25] }, { thigh: [0.1, -1, 0.05], shin: [0.05, -1, -0.2], toe: [0.1, -1, 0.35] }],
    arms: [{ upper: [0.75, -0.6, 0.1], fore: [0.75, -0.15, 0.25], hand: 'open', thumb: [0, 0.5, 1] }, { upper: [0.75, -0.6, 0.1], fore: [0.7, -0.3, 0.35], hand: 'open', thumb: [0, 0.5, 1] }],
  },
  ride: {
    hip: 0.88, pelvis: { lean: 0.15 }, chest: { lean: 0.28 }, head: { lean: 0.06 },
    legs: [{ thigh: [0.5, -0.35, 0.95], shin: [-0.08, -1, -0.15], toe: [0.15, 0.05, 1] }, { thigh: [0.5, -0.6, 0.85], shin: [-0.08, -1, -0.3], toe: [0.15, 0, 1] }],
    arms: [{ upper: [0.2, -0.7, 0.75], fore: [-0.1, -0.1, 1], hand: 'fist', thumb: [-0.6, 1, 0] }, { upper: [0.2, -0.7, 0.75], fore: [-0.1, -0.1, 1], hand: 'fist', thumb: [-0.6, 1, 0] }],
  },
} satisfies Record<string, PoseShape>;
