import { describe, expect, test } from 'vitest';
import { drawFigure } from '../figure/draw-figure.ts';
import { measurePose } from '../figure/measure-pose.ts';
import { blackAndWhite, makePen } from '../pen/pen.ts';
import { POSES } from '../../model/kinds.ts';
import type { Look, OutfitSpec } from '../../model/book.ts';
import { seededRandom } from '../../model/random.ts';
import type { FigureDrawing } from '../types.ts';
import { holdsOf, touchDistance } from './touch.ts';

const OUTFIT: OutfitSpec = { kind: 'shirt', topInk: 'white', bottomInk: 'black', pattern: 'plain' };
const look = (height: number, age: Look['age'] = 'adult'): Look => ({
  being: 'human', gender: 'female', age, build: 'average', height, hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
});

/** Two at the distance of their touch, one u a cm. */
function touching(how: 'hug' | 'hand' | 'give', a: Look, b: Look): [FigureDrawing, FigureDrawing] {
  const pen = makePen(blackAndWhite(), seededRandom(1));
  const spots = [a, b].map((one, i) => ({ feet: { x: 400 + i * touchDistance(how, a, b), y: 500 }, scale: 1, look: one, crown: measurePose({ look: one, pose: 'stand', angle: { yaw: 0.6, pitch: 0, roll: 0 } }).crown }));
  const holds = holdsOf(spots[0]!, spots[1]!, how);
  return [0, 1].map((i) => drawFigure(pen, { look: spots[i]!.look, outfit: OUTFIT, expression: 'smile', pose: 'stand', angle: { yaw: holds[i]!.yaw ?? (i === 0 ? 0.62 : -0.62), pitch: 0, roll: 0 }, reach: holds[i]!.reach }, spots[i]!)) as [FigureDrawing, FigureDrawing];
}

const nearest = (a: FigureDrawing, b: FigureDrawing): number => Math.min(...a.hands.flatMap((p) => b.hands.map((q) => Math.hypot(p.x - q.x, p.y - q.y))));

describe('hands meet', () => {
  test.each([['hand', 1, 1, 11], ['hand', 1.05, 0.66, 14], ['give', 1, 1, 25], ['give', 1, 0.64, 25]] as const)('%s, %f and %f', (how, tall, small, most) => {
    expect(nearest(...touching(how, look(tall), look(small, small < 0.8 ? 'child' : 'adult')))).toBeLessThan(most);
  });

  test('the arms of an embrace are painted over the back of the other', () => {
    const [seen, turned] = touching('hug', look(1), look(1));
    expect(seen.over).toMatch(/<path/);
    for (const hand of seen.hands) expect(hand.x).toBeGreaterThan(turned.bodyBox.x);
    expect(turned.over).toBeUndefined();
  });
});

test('every pose has a size, and who sits or lies is lower than who stands', () => {
  const crown = (pose: (typeof POSES)[number]): number => measurePose({ look: look(1), pose, angle: { yaw: 0.6, pitch: 0, roll: 0 } }).crown;
  for (const pose of POSES) expect(crown(pose)).toBeGreaterThan(12);
  expect(crown('stand')).toBeCloseTo(168, -1);
  expect(crown('sit-chair')).toBeLessThan(crown('stand') * 0.85);
  for (const pose of ['lie', 'sleep', 'lie-front'] as const) expect(crown(pose)).toBeLessThan(80);
});

test('lying people lie to the side they look from', () => {
  const pen = makePen(blackAndWhite(), seededRandom(1));
  const head = (yaw: number): number => drawFigure(pen, { look: look(1), outfit: OUTFIT, expression: 'asleep', pose: 'sleep', angle: { yaw, pitch: 0, roll: 0 } }, { feet: { x: 500, y: 500 }, scale: 1 }).faceBox.x;
  expect(head(1)).toBeLessThan(500);
  expect(head(-1)).toBeGreaterThan(450);
  expect(Math.abs(head(1) - head(-1))).toBeGreaterThan(60);
});
