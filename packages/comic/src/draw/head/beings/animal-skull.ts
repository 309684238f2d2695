/** The skull of an animal: an ellipsoid for the head and a second surface for its muzzle. */
import type { Look } from '../../../model/book.ts';
import type { Skull } from '../skull.ts';
import { clamp, lerp, smoothstep, type Frame, type Spot } from '../space.ts';
import type { Species } from './species.ts';

const WAIST = -0.03;

/**
 * Animals' eyes sit at the sides; drawn in front they look at the reader, so they wander
 * outwards as the head turns to profile (`yaw`, radians).
 */
export function animalSkull(look: Look, species: Species, yaw: number): Skull {
  const { head, eye } = species;
  const aside = smoothstep(0.45, 1.5, Math.abs(yaw));
  const isHigh = eye.y > 0.65;
  const round = (y: number): number => Math.sqrt(Math.max(0.02, 1 - ((y - head.cy) / head.ry) ** 2));
  const wide = lerp(0.94, 1.06, look.face.shape);
  const size = lerp(0.88, 1.14, look.face.eyes) * (look.age === 'child' ? 1.14 : look.age === 'old' ? 0.86 : 1);
  return {
    look, drop: 0, power: 2,
    cranium: { centre: { x: 0, y: head.cy, z: WAIST }, rx: head.rx * wide, ry: head.ry, front: head.front, back: head.back },
    eye: { x: eye.x * wide * (1 + (isHigh ? 0.1 : 0.45) * aside), y: eye.y, half: eye.half * size * (1 + 0.05 * aside), height: eye.height * size, tilt: eye.tilt * (1 - 0.7 * aside), isLight: false },
    brow: { y: eye.y + eye.height * size + 0.072, weight: lerp(0.7, 1.3, look.face.brows), length: 0.9, tilt: 0 },
    nose: { tip: species.muzzle.y + 0.06, base: species.muzzle.y, out: 0, kind: 0 },
    mouth: { y: species.mouth.y, half: species.mouth.half * lerp(0.9, 1.1, look.face.mouth), lip: 0 },
    ear: { y: head.cy + 0.02, size: 1 },
    width: (y) => Math.max(head.rx * wide * round(y), isHigh && y > 0.52 ? 0.4 : 0),
    front: (y) => (isHigh && y > 0.52 ? 0.25 : WAIST + (head.front - WAIST) * round(y)),
    back: (y) => WAIST - head.back * round(y),
  };
}

/** The same head with the surface of its muzzle, for nose and mouth. */
export function muzzleSkull(skull: Skull, species: Species): Skull {
  const { muzzle } = species;
  const round = (y: number): number => Math.sqrt(Math.max(0.06, 1 - ((y - muzzle.y) / (muzzle.ry * 1.25)) ** 2));
  return { ...skull, power: 2.2, width: (y) => Math.max(muzzle.rx * round(y), muzzle.rx * 0.4) * 1.05, front: (y) => lerp(skull.front(clamp(y, 0.1, 0.9)), muzzle.out, round(y) ** 0.8) };
}

/** Points of an ellipsoid on the picture; their hull is its outline. */
export function ball(frame: Frame, x: number, y: number, z: number, rx: number, ry: number, front: number, back = front): Spot[] {
  const points: Spot[] = [];
  for (let i = 1; i < 12; i++) {
    const e = -Math.PI / 2 + (i / 12) * Math.PI;
    for (let k = 0; k < 36; k++) {
      const a = (k / 36) * 2 * Math.PI;
      const c = Math.cos(a) * Math.cos(e);
      points.push(frame.project({ x: x + Math.sin(a) * Math.cos(e) * rx, y: y + Math.sin(e) * ry, z: z + c * (c > 0 ? front : back) }));
    }
  }
  points.push(frame.project({ x, y: y + ry, z }), frame.project({ x, y: y - ry, z }));
  return points;
}
