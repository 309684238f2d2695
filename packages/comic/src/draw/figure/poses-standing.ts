/** Poses on two feet, without going anywhere. */
import type { ArmPose, LegPose, PoseShape } from './pose.ts';

/** An arm that hangs, a little bent. */
export const HANGING: ArmPose = { upper: [0.2, -1, -0.06], fore: [0.06, -1, 0.22] };
/** Weight on this leg, and the free one beside it. */
export const BEARING: LegPose = { foot: [0.1, 0, -0.01], knee: [0.1, 0, 1], toe: [0.3, 0, 1] };
export const FREE: LegPose = { foot: [0.17, 0, 0.09], knee: [0.35, 0, 1], toe: [0.55, 0, 1] };

const EVEN: readonly [LegPose, LegPose] = [
  { foot: [0.11, 0, 0.02], knee: [0.15, 0, 1], toe: [0.32, 0, 1] },
  { foot: [0.11, 0, -0.02], knee: [0.15, 0, 1], toe: [0.32, 0, 1] },
];
const ASTRIDE: readonly [LegPose, LegPose] = [
  { foot: [0.24, 0, 0], knee: [0.3, 0, 1], toe: [0.5, 0, 1] },
  { foot: [0.24, 0, 0.04], knee: [0.3, 0, 1], toe: [0.5, 0, 1] },
];
/** Standing leg on the person's right; hips and shoulders tilt against each other. */
const CONTRAPPOSTO = { pelvis: { tilt: 0.09 }, chest: { tilt: -0.07 }, shift: [-0.05, 0] as const, hip: 0.985, legs: [BEARING, FREE] as const };

export const STANDING = {
  stand: { hip: 0.99, legs: EVEN, head: {}, arms: [HANGING, HANGING] },
  'stand-relaxed': {
    ...CONTRAPPOSTO, head: { tilt: 0.07 },
    arms: [{ upper: [0.3, -1, -0.12], fore: [0.0, -1, 0.25] }, { upper: [0.26, -1, -0.02], fore: [-0.1, -0.9, 0.5], hand: 'relaxed' }],
  },
  'stand-hands-hips': {
    hip: 0.97, legs: ASTRIDE, chest: { lean: -0.08 }, head: { lean: -0.02 },
    arms: [
      { to: 'hip', at: [2, 0, 6], elbow: [1, -0.1, -0.35], aim: [-0.75, -0.35, 0.55], thumb: [0, 0.5, -1], hand: 'flat' },
      { to: 'hip', at: [2, 0, 6], elbow: [1, -0.1, -0.35], aim: [-0.75, -0.35, 0.55], thumb: [0, 0.5, -1], hand: 'flat' },
    ],
  },
  'arms-crossed': {
    ...CONTRAPPOSTO, chest: { lean: -0.05, tilt: -0.04 }, head: { tilt: -0.03 },
    arms: [
      { to: 'chest', at: [-9, -5, 6], elbow: [1, -1, 0.25], aim: [-1, 0.12, -0.1], thumb: [0, 1, 0.2], hand: 'flat' },
      { to: 'chest', at: [-7, -8, 3], elbow: [1, -1, 0.25], aim: [-1, 0.25, -0.2], thumb: [0, 1, 0.2], hand: 'pocket' },
    ],
  },
  'hands-in-pockets': {
    ...CONTRAPPOSTO, chest: { lean: 0.07, tilt: -0.04 }, head: { lean: 0.1, tilt: 0.05 }, shrug: 0.25,
    arms: [
      { to: 'hip', at: [1, -12, 5], elbow: [1, 0.1, -0.8], aim: [-0.1, -1, 0.3], hand: 'pocket' },
      { to: 'hip', at: [1, -12, 5], elbow: [1, 0.1, -0.8], aim: [-0.1, -1, 0.3], hand: 'pocket' },
    ],
  },
  lean: {
    hip: 0.93, shift: [0.18, -0.06], pelvis: { tilt: 0.1 }, chest: { tilt: 0.2, lean: -0.12 }, head: { tilt: 0.0, lean: 0.06 },
    legs: [{ foot: [0.16, 0, 0.14], knee: [0.1, 0, 1], toe: [0.3, 0, 1] }, { foot: [-0.12, 0, 0.2], knee: [0.5, 0.3, 1], toe: [-0.1, -0.25, 1] }],
    arms: [{ to: 'chest', at: [-8, -9, 3], elbow: [1, -1, 0.2], aim: [-1, 0.2, -0.2], hand: 'flat' }, { to: 'chest', at: [-8, -6, 6], elbow: [1, -1, 0.2], aim: [-1, 0.2, -0.2], thumb: [0, 1, 0], hand: 'flat' }],
  },
  bow: {
    hip: 0.985, shift: [0, -0.13], legs: [{ foot: [0.07, 0, 0], knee: [0, 0, 1], toe: [0.15, 0, 1] }, { foot: [0.07, 0, 0], knee: [0, 0, 1], toe: [0.15, 0, 1] }],
    pelvis: { lean: 0.75 }, chest: { lean: 1.15 }, head: { lean: 1.2 },
    arms: [{ upper: [0.05, -1, 0.1], fore: [-0.12, -1, 0.2], hand: 'flat' }, { upper: [0.05, -1, 0.1], fore: [-0.12, -1, 0.2], hand: 'flat' }],
  },
  wave: {
    ...CONTRAPPOSTO, head: { tilt: -0.12 },
    arms: [{ upper: [0.85, 0.05, 0.2], fore: [0.35, 1, 0.25], aim: [0.3, 1, 0.1], thumb: [-1, 0.2, 0], hand: 'open' }, HANGING],
  },
  point: {
    hip: 0.96, shift: [0, 0.03], chest: { lean: 0.1, twist: 0.35 }, head: { lean: 0.06 },
    legs: [{ foot: [0.14, 0, 0.16], knee: [0.2, 0, 1], toe: [0.2, 0, 1] }, { foot: [0.16, 0, -0.16], knee: [0.2, 0, 1], toe: [0.6, 0, 1] }],
    arms: [{ upper: [0.35, -0.02, 1], fore: [0.15, 0.1, 1], hand: 'point' }, { upper: [0.45, -1, -0.5], fore: [0.1, -1, 0.2], hand: 'fist' }],
  },
  reach: {
    hip: 0.95, shift: [0, 0.07], chest: { lean: 0.22, twist: 0.4 }, pelvis: { lean: 0.1 }, head: { lean: -0.05 },
    legs: [{ foot: [0.12, 0, 0.22], knee: [0.2, 0, 1], toe: [0.2, 0, 1] }, { foot: [0.14, 0.03, -0.26], knee: [0.2, 0, 1], toe: [0.3, -0.35, 1] }],
    arms: [{ upper: [0.5, 0.02, 1], fore: [0.25, 0.22, 1], hand: 'open', thumb: [-1, 0.6, 0] }, { upper: [0.45, -1, -0.5], fore: [0.35, -0.9, 0.1], hand: 'open' }],
  },
  'hold-out': {
    hip: 0.98, legs: EVEN, chest: { lean: 0.09 }, head: { lean: 0.04 },
    arms: [{ upper: [0.15, -0.75, 0.7], fore: [-0.15, 0.1, 1], hand: 'hold', thumb: [0.8, 0.7, 0] }, { upper: [0.15, -0.75, 0.7], fore: [-0.15, 0.1, 1], hand: 'hold', thumb: [0.8, 0.7, 0] }],
  },
  hold: {
    ...CONTRAPPOSTO, head: { tilt: 0.04 },
    arms: [{ upper: [0.3, -1, 0.0], fore: [0.55, 0.3, 1], hand: 'hold', thumb: [0.05, 1, 0] }, HANGING],
  },
  carry: {
    hip: 0.965, legs: ASTRIDE, chest: { lean: -0.14 }, head: { lean: 0.03 },
    arms: [{ upper: [0.3, -0.95, 0.25], fore: [-0.25, -0.15, 1], hand: 'hold', aim: [-0.7, 0, 0.7], thumb: [0, 1, 0.3] }, { upper: [0.3, -0.95, 0.25], fore: [-0.25, -0.3, 1], hand: 'hold', aim: [-0.7, 0, 0.7], thumb: [0, 1, 0.3] }],
  },
  think: {
    ...CONTRAPPOSTO, chest: { lean: 0.05 }, head: { lean: 0.12, tilt: 0.1 },
    arms: [{ to: 'mouth', at: [1, -5, 3], elbow: [0.5, -1, 0.2], aim: [-0.3, 1, 0.05], thumb: [-1, 0.3, 0], hand: 'point' }, { to: 'belly', at: [-9, 1, 7], elbow: [1, -1, 0], aim: [-1, 0.1, 0.2], thumb: [0, 1, 0], hand: 'flat' }],
  },
  'head-in-hands': {
    hip: 0.94, legs: EVEN, chest: { lean: 0.36 }, pelvis: { lean: 0.1 }, head: { lean: 0.55 }, shift: [0, -0.05], shrug: 0.4, isFaceCovered: true,
    arms: [{ to: 'ear', at: [-0.5, 8, 4], elbow: [0.8, -1, 0.8], aim: [-0.3, 1, 0.1], thumb: [0, 0, -1], hand: 'open' }, { to: 'ear', at: [-0.5, 8, 4], elbow: [0.8, -1, 0.8], aim: [-0.3, 1, 0.1], thumb: [0, 0, -1], hand: 'open' }],
  },
  'cover-mouth': {
    hip: 0.98, legs: EVEN, chest: { lean: 0.06 }, head: { lean: 0.08 }, shrug: 0.4, isFaceCovered: true,
    arms: [{ to: 'mouth', at: [1.5, -1.5, 4], elbow: [0.8, -1, 0.1], aim: [-0.9, 0.5, 0.05], thumb: [0.4, 1, -0.15], hand: 'flat' }, { to: 'chest', at: [-2, 0, 4], elbow: [0.6, -1, 0], aim: [-0.7, 0.6, 0.1], thumb: [0, 1, 0], hand: 'fist' }],
  },
  cheer: {
    hip: 0.985, legs: ASTRIDE, chest: { lean: -0.16 }, head: { lean: -0.16 },
    arms: [{ upper: [0.6, 0.75, 0.1], fore: [0.16, 1, 0.1], hand: 'fist', thumb: [-1, 0, 0.4] }, { upper: [0.6, 0.75, 0.1], fore: [0.16, 1, 0.1], hand: 'fist', thumb: [-1, 0, 0.4] }],
  },
  shrug: {
    hip: 0.98, legs: EVEN, chest: { lean: -0.05 }, head: { tilt: 0.18 }, shrug: 1,
    arms: [{ upper: [0.4, -1, 0.05], fore: [1, 0.35, 0.55], aim: [1, 0.1, 0.35], thumb: [0, 0.1, -1], hand: 'open' }, { upper: [0.4, -1, 0.05], fore: [1, 0.35, 0.55], aim: [1, 0.1, 0.35], thumb: [0, 0.1, -1], hand: 'open' }],
  },
  read: {
    ...CONTRAPPOSTO, chest: { lean: 0.1 }, head: { lean: 0.3 },
    arms: [{ upper: [0.16, -1, 0.25], fore: [-0.22, 0.5, 1], hand: 'hold', thumb: [0.6, 0.9, 0] }, { upper: [0.16, -1, 0.25], fore: [-0.22, 0.5, 1], hand: 'hold', thumb: [0.6, 0.9, 0] }],
  },
  phone: {
    ...CONTRAPPOSTO, head: { tilt: -0.12, lean: 0.05 },
    arms: [{ to: 'ear', at: [1.5, -4, 3], elbow: [0.7, -1, 0.35], aim: [-0.1, 1, -0.1], thumb: [-0.2, 0.2, 1], hand: 'hold' }, { to: 'hip', at: [0, -10, 5], elbow: [1, 0, -0.8], aim: [0, -1, 0.2], hand: 'pocket' }],
  },
  eat: {
    hip: 0.985, legs: EVEN, chest: { lean: 0.1 }, head: { lean: 0.12 },
    arms: [{ to: 'mouth', at: [5, -5, 8], elbow: [1, -0.7, 0.1], aim: [-0.75, 0.45, -0.1], thumb: [0, 0.6, -1], hand: 'hold' }, { to: 'chest', at: [3, -4, 12], elbow: [0.6, -1, 0], aim: [-0.8, 0.1, 0.5], thumb: [0.4, 1, 0], hand: 'hold' }],
  },
  drink: {
    hip: 0.985, legs: EVEN, chest: { lean: -0.1 }, head: { lean: -0.2, tilt: -0.03 },
    arms: [{ to: 'mouth', at: [5, -3, 9], elbow: [1, -0.25, 0.2], aim: [-0.6, 0.5, 0.1], thumb: [-0.3, 0.8, -0.6], hand: 'hold' }, { to: 'hip', at: [2, 0, 5], elbow: [1, 0, -0.4], aim: [-0.7, -0.3, 0.6], thumb: [0, 0.5, -1], hand: 'flat' }],
  },
  cook: {
    hip: 0.98, legs: EVEN, chest: { lean: 0.16, twist: 0.12 }, head: { lean: 0.26 },
    arms: [{ upper: [0.4, -0.95, 0.2], fore: [-0.25, 0.15, 1], hand: 'hold', thumb: [-0.3, 1, 0.2], aim: [-0.3, -0.3, 1] }, { upper: [0.25, -1, 0.2], fore: [0.1, -0.25, 1], hand: 'hold', thumb: [0, 1, 0] }],
  },
  pray: {
    hip: 0.985, legs: EVEN, chest: { lean: 0.1 }, head: { lean: 0.34 },
    arms: [{ to: 'chest', at: [0.6, 5, 13], elbow: [1, -0.8, 0], aim: [0, 1, 0.25], thumb: [-0.2, 0.1, -1], hand: 'flat' }, { to: 'chest', at: [0.6, 5, 13], elbow: [1, -0.8, 0], aim: [0, 1, 0.25], thumb: [-0.2, 0.1, -1], hand: 'flat' }],
  },
  salute: {
    hip: 0.995, legs: [{ foot: [0.05, 0, 0], knee: [0, 0, 1], toe: [0.4, 0, 1] }, { foot: [0.05, 0, 0], knee: [0, 0, 1], toe: [0.4, 0, 1] }], chest: { lean: -0.1 }, head: { lean: -0.03 },
    arms: [{ to: 'brow', at: [9, 0, -1], elbow: [1, -0.1, 0.15], aim: [-0.85, 0.5, 0.1], thumb: [-0.2, -0.3, -1], hand: 'flat' }, { upper: [0.12, -1, 0], fore: [0.02, -1, 0.05], hand: 'flat' }],
  },
  explain: {
    ...CONTRAPPOSTO, chest: { lean: 0.05, twist: 0.1 }, head: { tilt: 0.06 },
    arms: [{ upper: [0.35, -1, 0.2], fore: [0.6, 0.45, 0.9], aim: [0.5, 0.35, 0.8], thumb: [0.6, 0.7, -0.4], hand: 'open' }, { upper: [0.24, -1, -0.05], fore: [0.02, -0.95, 0.4], hand: 'relaxed' }],
  },
  'hand-on-chest': {
    ...CONTRAPPOSTO, chest: { lean: 0.02 }, head: { tilt: 0.08, lean: 0.04 },
    arms: [{ to: 'chest', at: [-2, -1, 4], elbow: [1, -1, 0], aim: [-0.85, 0.45, 0.05], thumb: [0.2, 1, 0], hand: 'flat' }, HANGING],
  },
  fists: {
    hip: 0.98, legs: EVEN, chest: { lean: 0.1 }, head: { lean: -0.03 }, shrug: 0.3,
    arms: [{ upper: [0.35, -1, 0.15], fore: [-0.25, 0.75, 0.8], hand: 'fist', thumb: [-1, 0.2, 0] }, { upper: [0.35, -1, 0.15], fore: [-0.25, 0.75, 0.8], hand: 'fist', thumb: [-1, 0.2, 0] }],
  },
  'scratch-head': {
    ...CONTRAPPOSTO, chest: { tilt: 0.04 }, head: { tilt: 0.16, lean: 0.06 },
    arms: [{ to: 'ear', at: [-1, 11, -4], elbow: [1, 0.3, -0.1], aim: [-0.6, 0.6, -0.4], thumb: [-0.3, 0, -1], hand: 'relaxed' }, { to: 'hip', at: [2, 0, 6], elbow: [1, -0.1, -0.35], aim: [-0.75, -0.35, 0.55], thumb: [0, 0.5, -1], hand: 'flat' }],
  },
  startle: {
    hip: 0.97, shift: [0, -0.08], legs: ASTRIDE, chest: { lean: -0.2 }, head: { lean: -0.08 }, shrug: 0.9,
    arms: [{ upper: [0.7, -0.75, 0.25], fore: [0.2, 0.95, 0.45], aim: [0.2, 1, 0.1], thumb: [-1, 0.1, 0.2], hand: 'open' }, { upper: [0.65, -0.8, 0.2], fore: [0.2, 0.95, 0.4], aim: [0.2, 1, 0.1], thumb: [-1, 0.1, 0.2], hand: 'open' }],
  },
  'look-up': {
    ...CONTRAPPOSTO, chest: { lean: -0.12 }, head: { lean: -0.42, tilt: 0.05 },
    arms: [HANGING, { upper: [0.25, -1, -0.15], fore: [0.15, -1, 0.1], hand: 'relaxed' }],
  },
  'look-back': {
    turn: 1.75, hip: 0.975, shift: [0, 0.02], pelvis: { twist: 0 }, chest: { twist: -0.35, lean: 0.02 }, head: { twist: -1.5, tilt: 0.06 },
    legs: [{ foot: [0.1, 0, -0.12], knee: [0.1, 0, 1], toe: [0.3, 0, 1] }, { foot: [0.1, 0, 0.16], knee: [0.1, 0, 1], toe: [0.2, 0, 1] }],
    arms: [{ upper: [0.3, -1, -0.3], fore: [0.1, -1, 0.1] }, { upper: [0.2, -1, 0.15], fore: [-0.1, -0.9, 0.45] }],
  },
} satisfies Record<string, PoseShape>;
