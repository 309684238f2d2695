/** Measures of a person in centimetres, from age, gender and build. */
import { headsOf, type Form, type FormedLook } from '../style/form.ts';

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

/** Body height in heads, as manga draws people: larger heads than life read on a small panel. */
const HEADS = { child: 3.9, teen: 5.3, adult: 5.7, old: 5.3 } as const;
const ANIMAL_HEADS = 3.3;
const LEG = { child: 0.42, teen: 0.505, adult: 0.505, old: 0.485 } as const;
const NECK = { child: 0.008, teen: 0.019, adult: 0.021, old: 0.014 } as const;
const GIRTH = { slim: 0.84, average: 1, broad: 1.16, heavy: 1.46 } as const;
const SHOULDERS = { slim: 0.93, average: 1, broad: 1.15, heavy: 1.14 } as const;

/** Chin to crown, cm. */
export function headHeightOf(look: FormedLook): number {
  return (168 * look.height) / headsOf(look, look.being === 'animal' ? ANIMAL_HEADS : HEADS[look.age], HEADS.adult);
}

export function bodyOf(look: FormedLook): Body {
  const form: Form = look.form ?? {};
  const by = (key: 'arm' | 'shoulder' | 'chest' | 'waist' | 'limb' | 'neck' | 'hand' | 'foot'): number => form[key] ?? 1;
  const height = 168 * look.height;
  const { age, gender, build } = look;
  const girth = GIRTH[build];
  const isAnimal = look.being === 'animal';
  const isChild = age === 'child' || isAnimal;
  const lean = { female: 0, neutral: 0.45, male: 1 }[gender] * (isChild ? 0.25 : age === 'teen' ? 0.75 : 1);
  const between = (feminine: number, masculine: number): number => (feminine + (masculine - feminine) * lean) * height;
  const head = headHeightOf(look);
  const leg = (form.leg === undefined ? (isAnimal ? 0.39 : LEG[age]) : form.leg * (isChild ? 0.88 : 1)) * height;
  const neck = (isAnimal ? 0.004 : NECK[age]) * height * by('neck');
  const trunk = height - head - neck - leg;
  const ankle = 0.045 * height;
  const heavy = build === 'heavy' ? 1 : 0;
  return {
    height, head, neck,
    lowSpine: trunk * 0.38, highSpine: trunk * 0.62,
    thigh: (leg - ankle) * 0.52, shin: (leg - ankle) * 0.48, ankle,
    upperArm: 0.172 * height * (isChild ? 0.92 : 1) * by('arm'), foreArm: 0.148 * height * (isChild ? 0.92 : 1) * by('arm'),
    hand: 0.106 * height * (isChild ? 1.06 : gender === 'female' ? 0.95 : 1.04) * by('hand'), foot: 0.155 * height * (isChild ? 1.04 : 1) * by('foot'),
    shoulder: between(0.084, 0.109) * SHOULDERS[build] * (isChild ? 1.02 : 1) * by('shoulder'), hipJoint: 0.052 * height * (1 + (girth - 1) * 0.6),
    wide: {
      hip: between(0.09, 0.081) * girth, waist: between(0.064, 0.081) * girth * (heavy ? 1.15 : 1) * (isChild ? 1.16 : 1) * by('waist'),
      chest: between(0.08, 0.099) * (0.4 + 0.6 * girth) * by('chest'), neck: between(0.027, 0.035) * (isChild ? 0.95 : 1),
    },
    deep: { hip: 0.058 * height * girth, waist: 0.049 * height * girth * (heavy ? 1.2 : 1), chest: between(0.056, 0.067) * (0.4 + 0.6 * girth) },
    bust: isChild || gender === 'male' ? 0 : (gender === 'female' ? 0.02 : 0.004) * height * (age === 'teen' ? 0.75 : 1),
    belly: heavy * 0.045 * height + (age === 'old' ? 0.008 * height : 0) + (isChild ? 0.01 * height : 0),
    limb: (0.45 + 0.55 * girth) * (0.92 + lean * 0.12) * (isChild ? 1.08 : 1) * by('limb'),
    stoop: age === 'old' ? 0.36 : 0,
    isFeminine: gender === 'female',
  };
}
