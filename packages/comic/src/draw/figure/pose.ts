/** How a pose is written down: directions and targets in the body's own frame. */
import type { Vec } from './vector.ts';

export const HAND_SHAPES = ['relaxed', 'fist', 'point', 'open', 'hold', 'flat', 'pocket'] as const;
export type HandShape = (typeof HAND_SHAPES)[number];

/** A place on the body that a hand may reach for. */
export type Anchor = 'mouth' | 'cheek' | 'brow' | 'ear' | 'crown' | 'neck' | 'chest' | 'belly' | 'hip' | 'knee';

/**
 * Vectors of arms and legs are [out, up, forwards]: out is away from the body's middle, so both sides
 * are written alike. They refer to the standing person, not to the leaning chest.
 */
export type ArmPose = {
  hand?: HandShape;
  /** Direction of the hand; otherwise that of the forearm. */
  aim?: Vec;
  /** Where the thumb points. */
  thumb?: Vec;
} & ({ upper: Vec; fore: Vec } | { to: Anchor; at: Vec; elbow: Vec } | { /** The palm goes to this point of the body's space, cm. */ goal: Vec; elbow: Vec });

export type LegPose = {
  toe?: Vec;
} & ({ thigh: Vec; shin: Vec } | { /** Ankle over the ground in leg lengths, from under the pelvis. */ foot: Vec; knee: Vec });

type Turn = { twist?: number; lean?: number; tilt?: number };

export type PoseShape = {
  /** Turn of the pelvis; chest and head are relative to the upright body, not to each other. */
  pelvis?: Turn;
  chest?: Turn;
  head?: Turn;
  /** Height of the hip joints in leg lengths; without it the lowest foot stands on the ground. */
  hip?: number;
  /** Height of the hip joints over a seat of this many cm (not scaled with the person). */
  seat?: number;
  /** Clearance under the lowest point, leg lengths. */
  lift?: number;
  /** Shift of the pelvis to the person's left and forwards, leg lengths. */
  shift?: readonly [number, number];
  /** Shoulders pulled up (+) or hanging (-), in shoulder half widths. */
  shrug?: number;
  /** Lying along the picture: turned as a whole after posing. */
  lies?: 'back' | 'side' | 'front';
  /** Lying with the head to the reader's right. */
  isTurnedRound?: boolean;
  arms: readonly [right: ArmPose, left: ArmPose];
  legs: readonly [right: LegPose, left: LegPose];
  /** The body is turned this much further from the reader (the head's turn answers it). */
  turn?: number;
  /** The hands are meant to be before the face. */
  isFaceCovered?: boolean;
};
