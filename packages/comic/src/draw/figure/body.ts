/** Measures of a person in centimetres, from age, gender and build. */
import type { Look } from '../../model/book.ts';

export type Body = {
  /** Standing height from sole to crown. */
  height: number;
  /** Chin to crown. */
  head: number;
  neck: number;
  /** Hip joint to waist, waist to the pit of the neck. */
  lowSpine: number;
  highSpine: number;
  thigh: number;
  shin: number;
  /** Sole to ankle. */
  ankle: number;
  upperArm: number;
  foreArm: number;
  hand: number;
  foot: number;
  /** Half distances of the joints. */
  shoulder: number;
  hipJoint: number;
  /** Half widths of the trunk, seen from the front. */
  wide: { hip: number; waist: number; chest: number; neck: number };
  /** Half depths, seen from the side. */
  deep: { hip: number; waist: number; chest: number };
  bust: number;
  belly: number;
  /** Thickness factor of limbs. */
  limb: number;
  /** How far an old back is bent, radians. */
  stoop: number;
  isFeminine: boolean;
};

const HEADS = { child: 4.8, teen: 6.3, adult: 6.8, old: 6.5 } as const;
const LEG = { child: 0.445, teen: 0.51, adult: 0.515, old: 0.5 } as const;
const NECK = { child: 0.02, teen: 0.032, adult: 0.032, old: 0.027 } as const;
const GIRTH = { slim: 0.84, average: 1, broad: 1.16, heavy: 1.46 } as const;
const SHOULDERS = { slim: 0.93, average: 1, broad: 1.15, heavy: 1.14 } as const;

export function bodyOf(look: Look): Body {
  const height = 168 * look.height;
  const { age, gender, build } = look;
  const girth = GIRTH[build];
  const isChild = age === 'child';
  const lean = { female: 0, neutral: 0.45, male: 1 }[gender] * (isChild ? 0.25 : age === 'teen' ? 0.75 : 1);
  const between = (feminine: number, masculine: number): number => (feminine + (masculine - feminine) * lean) * height;
  const head = height / HEADS[age];
  const leg = LEG[age] * height;
  const neck = NECK[age] * height;
  const trunk = height - head - neck - leg;
  const ankle = 0.045 * height;
  const heavy = build === 'heavy' ? 1 : 0;
  return {
    height, head, neck,
    lowSpine: trunk * 0.38, highSpine: trunk * 0.62,
    thigh: (leg - ankle) * 0.52, shin: (leg - ankle) * 0.48, ankle,
    upperArm: 0.172 * height * (isChild ? 0.92 : 1), foreArm: 0.148 * height * (isChild ? 0.92 : 1),
    hand: 0.106 * height * (isChild ? 1.06 : gender === 'female' ? 0.95 : 1.04), foot: 0.155 * height * (isChild ? 1.04 : 1),
    shoulder: between(0.089, 0.121) * SHOULDERS[build] * (isChild ? 1.02 : 1), hipJoint: 0.052 * height * (1 + (girth - 1) * 0.6),
    wide: {
      hip: between(0.095, 0.085) * girth, waist: between(0.064, 0.081) * girth * (heavy ? 1.15 : 1) * (isChild ? 1.16 : 1),
      chest: between(0.084, 0.106) * (0.4 + 0.6 * girth), neck: between(0.027, 0.035) * (isChild ? 0.95 : 1),
    },
    deep: { hip: 0.058 * height * girth, waist: 0.049 * height * girth * (heavy ? 1.2 : 1), chest: between(0.056, 0.067) * (0.4 + 0.6 * girth) },
    bust: isChild || gender === 'male' ? 0 : (gender === 'female' ? 0.02 : 0.004) * height * (age === 'teen' ? 0.75 : 1),
    belly: heavy * 0.045 * height + (age === 'old' ? 0.008 * height : 0) + (isChild ? 0.01 * height : 0),
    limb: (0.45 + 0.55 * girth) * (0.92 + lean * 0.12) * (isChild ? 1.08 : 1),
    stoop: age === 'old' ? 0.36 : 0,
    isFeminine: gender === 'female',
  };
}
