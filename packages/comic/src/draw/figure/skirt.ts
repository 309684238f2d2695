/** Cloth that hangs from the hips round both legs: skirts, robes, coat tails. */
import { hullOf, type Solid } from './canvas.ts';
import type { Figure } from './solids.ts';
import { sections, trunkLevel, type TrunkLevel } from './solids.ts';
import { makeTube, type Station, type Tube } from './tube.ts';
import { across, add, cross, dot, mix, size, sub, times, unit, type Vec } from './vector.ts';
import { toPicture } from './view.ts';

export type SkirtCut = {
  from: TrunkLevel;
  /** Length along the leg: 1 is the ankle. */
  length: number;
  /** Ease at the hips and at the hem, thousandths of the height. */
  ease: number;
  flare: number;
  /** How far it hangs free of the legs (0 follows them, 1 falls straight). */
  hang?: number;
};

/** The cloth follows the middle of both legs; each cross-section is wide enough for both. */
export function skirtTube(f: Figure, cut: SkirtCut): Tube {
  const { bones, body } = f;
  const k = body.height / 1000;
  const stations: Station[] = [];
  const thighs = unit(sub(mix(bones.legs[0].knee, bones.legs[1].knee, 0.5), mix(bones.legs[0].hip, bones.legs[1].hip, 0.5)), [0, -1, 0]);
  const isSeated = dot(thighs, bones.pelvisFrame.y) > -0.62;
  for (const level of (['waist', 'low', 'hip'] as const).slice(cut.from === 'waist' ? 0 : cut.from === 'low' ? 1 : 2)) {
    const s = trunkLevel(f, level);
    const plus = (level === 'waist' ? 4 : cut.ease * (level === 'hip' ? 1 : 0.6)) * k;
    if (level === 'hip' && isSeated) stations.push(lap(f, thighs, plus));
    else stations.push({ c: s.c, x: times(s.frame.x, s.wide + plus), z: times(s.frame.z, s.deep + plus) });
  }
  const from = isSeated ? 0.16 : 0;
  const steps = Math.max(2, Math.round(cut.length * 6));
  const foldsBack = bones.legs.some((l) => dot(unit(sub(l.knee, l.hip)), unit(sub(l.ankle, l.knee))) < -0.2);
  const most = foldsBack ? Math.min(cut.length, 0.54) : cut.length;
  const fall = cut.hang ?? 0.35;
  // A lap presses the cloth down: flare would swell into a balloon.
  const flare = isSeated ? cut.ease * 0.5 : cut.flare;
  for (let i = 1; i <= steps; i++) {
    const t = from + (i / steps) * (most - from);
    const [r, l] = [alongLeg(f, 0, t), alongLeg(f, 1, t)];
    stations.push(section(f, r, l, t, (cut.ease + (flare - cut.ease) * (i / steps)) * k, fall));
  }
  return makeTube(f.view, stations, { start: 'open', end: foldsBack ? 'round' : 'flat' });
}

/**
 * What of it is painted. Round a seated body sections stand so close and so turned that one contour
 * would cross itself: there each pair of neighbours becomes a convex solid.
 */
export function skirtSolids(f: Figure, tube: Tube, cut: SkirtCut): Solid[] {
  if (!f.bones.legs.some((l) => dot(unit(sub(l.hip, l.knee)), f.bones.pelvisFrame.y) < 0.62)) return [tube];
  const rings = tube.stations.map((s) => Array.from({ length: 14 }, (_, k) => {
    const a = (k / 14) * Math.PI * 2;
    const [vx, vy, vz] = add(add(s.c, s.x, Math.cos(a)), s.z, Math.sin(a));
    // Cloth lies down on the ground.
    return toPicture(f.view, [vx, Math.max(vy, 0.008 * f.body.height), vz]);
  }));
  // A raised thigh carries its cloth with it.
  const end = Math.min(1, cut.length / 0.52);
  const wraps = f.bones.legs.map((l) => {
    const profile = ([[0, 56], [0.5, 54], [1, 48 - 8 * end]] as const).map(([t, r]) => [t * end, r + cut.ease * 0.4] as const);
    return makeTube(f.view, sections(f, l.hip, l.knee, profile, f.bones.pelvisFrame.z), { start: 'round', end: end < 1 ? 'flat' : 'round' });
  });
  return [...wraps, ...rings.slice(1).map((ring, i) => hullOf([...rings[i]!, ...ring]))];
}

/** The bend of a seated body: a section half-way between trunk and thighs. */
function lap(f: Figure, thighs: Vec, plus: number): Station {
  const { pelvisFrame, pelvis } = f.bones;
  const axis = unit(sub(thighs, pelvisFrame.y));
  const x = across(pelvisFrame.x, axis);
  const z = cross(axis, x);
  return { c: add(pelvis, z, -f.body.deep.hip * 0.12), x: times(x, f.body.wide.hip + plus), z: times(z, f.body.deep.hip * 1.2 + plus) };
}

/** A point of a leg, knee at 0.52. */
function alongLeg(f: Figure, side: 0 | 1, t: number): Vec {
  const leg = f.bones.legs[side];
  return t < 0.52 ? mix(leg.hip, leg.knee, t / 0.52) : mix(leg.knee, leg.ankle, (t - 0.52) / 0.48);
}

function section(f: Figure, r: Vec, l: Vec, t: number, plus: number, fall: number): Station {
  const { pelvisFrame, legs } = f.bones;
  const thick = f.body.height * (t < 0.52 ? 0.056 - 0.024 * (t / 0.52) : 0.03) * f.body.limb;
  const spread = sub(l, r);
  const isKnee = t < 0.52;
  const down = unit(isKnee ? sub(mix(legs[0].knee, legs[1].knee, 0.5), mix(legs[0].hip, legs[1].hip, 0.5)) : sub(mix(legs[0].ankle, legs[1].ankle, 0.5), mix(legs[0].knee, legs[1].knee, 0.5)), [0, -1, 0]);
  // Over a raised thigh cloth lies, it does not fall.
  const axis = unit(mix(down, [0, -1, 0], fall * Math.max(0, -down[1]) ** 2), down);
  // The wide axis turns from the hips' own to the line between the legs as these part.
  const apart = size(spread);
  const x = across(add(times(pelvisFrame.x, f.body.hipJoint * 2.2 * Math.max(0.25, 1 - t)), spread, 0.6), axis, pelvisFrame.x);
  const z = cross(axis, x);
  const along = Math.abs(dot(spread, x)) / 2;
  const sideways = Math.abs(dot(spread, z)) / 2;
  const c = mix(r, l, 0.5);
  const wide = Math.max(along + thick, f.body.wide.hip * (1 - t * 0.5)) + plus;
  const deep = Math.max(sideways * 0.8 + thick, Math.min(apart, f.body.deep.hip)) + plus;
  return { c, x: times(x, wide), z: times(z, deep) };
}
