/** Animals and things of the story that stand beside people: on the ground, where nobody stands. */
import { project, type Camera } from '../camera.ts';
import { propHeightCm } from '../prop/index.ts';
import type { Pen } from '../pen/pen.ts';
import type { Painters, PropDrawing } from '../types.ts';

/** Smaller things would be specks on the floor, and nobody puts a bowl of soup there; larger ones would hide people. */
const LEAST_CM = 32;
const MOST_CM = 190;

/** Draws at most one thing; undefined when no ground or no room is in the picture. `takenX` are people's places, u. */
export function standProp(painters: Painters, pen: Pen, camera: Camera, nouns: readonly string[], at: { distance: number; takenX: readonly number[] }): PropDrawing | undefined {
  for (const noun of nouns) {
    const height = propHeightCm(noun);
    if (height === undefined || height < LEAST_CM || height > MOST_CM) continue;
    const ground = project(camera, { x: 0, y: 0, z: at.distance });
    if (ground.y > camera.height - 4) return undefined;
    const size = height * ground.scale;
    const spots = [0.1, 0.9, 0.5].map((share) => share * camera.width).filter((x) => at.takenX.every((taken) => Math.abs(taken - x) > 34 * ground.scale + size * 0.4));
    const x = spots[0];
    if (x === undefined) continue;
    return painters.prop(pen, noun, { base: { x, y: ground.y }, size });
  }
  return undefined;
}
