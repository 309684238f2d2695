/** Where the body meets the ground: its shadow goes there. */
import type { Figure } from './solids.ts';
import { add, type Vec } from './vector.ts';
import { toPicture } from './view.ts';

export function contactOf(f: Figure): { x: number; y: number; width: number } {
  const { bones, body } = f;
  const points: Vec[] = [
    ...bones.legs.flatMap((l) => [l.ankle, add(l.ankle, l.toe, body.foot * 0.6), l.knee]), bones.pelvis, bones.neck, bones.chin,
  ];
  // What is within a foot's height of the lowest point touches; the rest is above.
  const lowest = Math.min(...points.map((p) => p[1]));
  const touching = points.filter((p) => p[1] < lowest + body.height * 0.09);
  const flat = touching.map((p) => toPicture(f.view, [p[0], 0, p[2]]));
  const xs = flat.map((p) => p.x);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const ground = flat.reduce((sum, p) => sum + p.y, 0) / flat.length;
  return { x: (from + to) / 2, y: ground, width: to - from + body.height * 0.16 * f.view.scale };
}
