/** Everybody stands, kneels, sits or lies on the ground: the lowest that is drawn of a figure is where its shadow is. */
import { describe, expect, test } from 'vitest';
import type { Look } from '../../model/book.ts';
import { AGES, BUILDS, POSES, type Pose } from '../../model/kinds.ts';
import { seededRandom } from '../../model/random.ts';
import { blackAndWhite, makePen } from '../pen/pen.ts';
import type { DrawHead } from '../types.ts';
import { bodyOf } from './body.ts';
import { makeDrawFigure } from './draw-figure.ts';
import { mirrored, POSE_SHAPES } from './poses.ts';
import { solveSkeleton } from './skeleton.ts';
import { add } from './vector.ts';

/** In the air, in the water, or on something that carries them. */
const OFF_GROUND = new Set<Pose>(['run', 'jump', 'fall', 'float', 'climb', 'swim', 'ride']);
/** A seat carries them: feet of children hang. */
const SEATED = new Set<Pose>(['sit-chair', 'write']);
const HEIGHTS = { child: 0.66, teen: 0.95, adult: 1, old: 0.94 } as const;
const LYING = POSES.filter((pose) => POSE_SHAPES[pose].lies);
const UPRIGHT = POSES.filter((pose) => !OFF_GROUND.has(pose) && !POSE_SHAPES[pose].lies);
/** The view is tipped a little (`tipped` in draw-figure): from this pitch it is level, and the ground is one line. */
const LEVEL = -0.07 / 1.175;
/** Of the body's height. A floating figure is seen at once; the bent toes of a lifted heel may press into the ground. */
const ABOVE = 0.016;
const BELOW = 0.05;

const boxHead: DrawHead = (_pen, _spec, { chin, unit }) => {
  const box = { x: chin.x - unit / 2, y: chin.y - unit, width: unit, height: unit };
  return { behind: '', front: '', faceBox: box, headBox: box, mouth: chin, outline: '' };
};
const drawBody = makeDrawFigure(boxHead);

function lookOf(age: Look['age'], build: Look['build']): Look {
  return {
    being: 'human', gender: 'female', age, build, height: HEIGHTS[age], hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
    facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
  };
}

/** The lowest drawn point over the ground, in body heights; below 0 it is under the ground. */
function clearance(pose: Pose, look: Look, yaw: number): number {
  const drawing = drawBody(makePen(blackAndWhite(), seededRandom(1)), { look, outfit: { kind: 'tshirt', topInk: 'white', bottomInk: 'black', pattern: 'plain' }, expression: 'neutral', pose, angle: { yaw, pitch: LEVEL, roll: 0 } }, { feet: { x: 0, y: 0 }, scale: 2 });
  const lowest = Math.max(...[...drawing.outline.matchAll(/([MLC])([^MLCZ]*)/g)].map(([, , numbers]) => Number((numbers!.match(/-?\d+(\.\d+)?/g) ?? []).at(-1))));
  return -lowest / 2 / (168 * look.height);
}

describe('the ground under a figure', () => {
  test.each(UPRIGHT)('%s touches it', (pose) => {
    for (const age of AGES) for (const yaw of [0.12, -0.8, 2.75]) {
      const over = clearance(pose, lookOf(age, 'average'), yaw);
      if (!SEATED.has(pose)) expect(over, `${age}, turned ${yaw}`).toBeLessThan(ABOVE);
      expect(over, `${age}, turned ${yaw}`).toBeGreaterThan(-BELOW);
    }
  });

  test.each(['sit-seiza', 'kneel'] as const)('%s rests on shins and feet, whatever the build', (pose) => {
    for (const age of AGES) for (const build of BUILDS) for (const yaw of [0, 1.45, 2.75]) expect(Math.abs(clearance(pose, lookOf(age, build), yaw)), `${age} ${build}`).toBeLessThan(0.02);
    const body = bodyOf(lookOf('adult', 'average'));
    const { legs } = solveSkeleton(body, POSE_SHAPES[pose]);
    const shins = pose === 'kneel' ? legs.slice(0, 1) : legs;
    for (const { knee, ankle } of shins) for (const joint of [knee, ankle]) expect(joint[1]).toBeLessThan(body.ankle * 1.3);
  });

  test.each(LYING)('of %s no arm or leg is under it, nor is the body above it', (pose) => {
    for (const age of AGES) for (const shape of [POSE_SHAPES[pose], { ...mirrored(POSE_SHAPES[pose]), isTurnedRound: true }]) {
      const body = bodyOf(lookOf(age, 'average'));
      const { arms, legs, pelvis } = solveSkeleton(body, shape);
      const joints = [...arms.flatMap((a) => [a.elbow, a.wrist, add(a.wrist, a.along, body.hand)]), ...legs.flatMap((l) => [l.knee, l.ankle])].map((v) => v[1] / body.height);
      expect(Math.min(...joints)).toBeGreaterThan(0.005);
      expect(Math.min(...joints)).toBeLessThan(0.05);
      expect(pelvis[1] / body.height).toBeLessThan(0.1);
    }
  });

  test.each([...OFF_GROUND])('%s is not under it either', (pose) => {
    expect(clearance(pose, lookOf('adult', 'average'), 0.7)).toBeGreaterThan(-BELOW);
  });
});
