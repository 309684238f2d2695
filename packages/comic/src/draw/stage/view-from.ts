/** Moves the camera of a framing: nearer or farther, up or down, aside. The people stay where they stand. */
import type { View } from '../../model/hand-made.ts';
import { project, type Camera, type Vector } from '../camera.ts';
import type { Framing, Subject } from './frame-shot.ts';

/** Pitch of the highest view, radians; worm's eyes look up half as steeply, or feet would fill the picture. */
const STEEP = 0.42;

/** Without a view, the framing itself. */
export function viewFrom(framing: Framing, view: View | undefined, people: readonly Subject[]): Framing {
  if (!view) return framing;
  const { zoom = 1, rise = 0, aside = 0 } = view;
  const { camera, distance } = framing;
  const crown = Math.max(0, ...people.map((person) => person.crown));
  // What stays in its place of the picture: the faces, or the middle of an empty place.
  const held: Vector = { x: 0, y: people.length > 0 ? crown * 0.92 : camera.eye, z: distance };
  const before = project(camera, held);
  const pitch = camera.pitch + (rise > 0 ? STEEP : STEEP * 0.55) * rise;
  const eye = rise >= 0 ? camera.eye + rise * (people.length > 0 ? distance * 0.55 : 260) : camera.eye + rise * Math.max(0, camera.eye - 35);
  const moved: Camera = { ...camera, eye, pitch, focal: 1, centre: { x: 0, y: 0 } };
  moved.focal = (before.scale * zoom) / project(moved, held).scale;
  const after = project(moved, held);
  const low = people.length === 0 ? -rise * camera.height * 0.1 : 0;
  moved.centre = { x: camera.centre.x + aside * camera.width * 0.24, y: before.y + low - after.y };
  const detail = Math.max(0.05, Math.min(1, zoom < 1 ? framing.detail + (1 - zoom) * 0.9 : framing.detail));
  return { camera: moved, distance, detail, pitch: framing.pitch + (rise > 0 ? 0.5 : 0.3) * rise };
}
