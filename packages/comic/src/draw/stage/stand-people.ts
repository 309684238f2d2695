/** Where everybody stands in the picture: beside each other, on one ground, faces apart. */
import type { Character, PanelCharacter } from '../../model/book.ts';
import type { Point } from '../../model/geometry.ts';
import type { Pose } from '../../model/kinds.ts';
import { project, type Camera } from '../camera.ts';
import { headHeightOf } from '../figure/body.ts';
import type { Framing } from './frame-shot.ts';
import { sizeOf } from './panel-people.ts';
import type { PanelScene } from './scene-of.ts';
import { touchDistance } from './touch.ts';
import { angleOf } from './turn-figure.ts';

export type Standing = { person: PanelCharacter; character: Character; feet: Point; scale: number; screenX: number; z: number; /** Height of the crown in the pose, cm. */ crown: number };

/** `topAt`: height of the frame's upper edge at an x, u; absent where the edge runs level. */
export type PictureSize = { width: number; height: number; topAt?: ((x: number) => number) | undefined };

export type Stage = { at: PanelScene; size: PictureSize; framing: Framing; people: readonly PanelCharacter[]; hasShoulder: boolean };

/** Puts everybody on the ground of the camera; painted from the farthest to the nearest. */
export function standPeople(stage: Stage): Standing[] {
  const { camera, distance } = stage.framing;
  const spread = aside(spreadOf(stage), stage);
  const staged = stagedDepths(stage);
  return stage.people.map((person, i) => {
    const character = stage.at.cast.get(person.id)!;
    const z = distance * (1 + (stage.people.length > 2 ? person.depth * 0.35 : person.contact?.with !== undefined ? 0 : person.depth * 0.1)) * staged[i]!;
    const feet = groundPoint(camera, spread[i]! * stage.size.width, z);
    return { person, character, feet, scale: feet.scale, screenX: feet.x, z, crown: sizeOf(person, character.look).crown };
  }).sort((a, b) => b.z - a.z);
}

/** The whole group moved in the frame, faces kept inside it. */
function aside(places: number[], { at, size, framing }: Stage): number[] {
  const shift = at.view?.aside;
  if (shift === undefined || places.length === 0) return places;
  const { scale } = project(framing.camera, { x: 0, y: 0, z: framing.distance });
  const edge = Math.min(0.3, (scale * 32) / size.width);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  const by = Math.max(Math.min(0, edge - left), Math.min(Math.max(0, 1 - edge - right), shift * 0.24));
  return places.map((x) => x + by);
}

/** Times the distance of each: in staging in depth one is near, the others are far. Hands that meet stay together. */
function stagedDepths({ at, people }: Stage): number[] {
  const deep = at.view?.deep ?? 0;
  if (deep === 0 || people.length < 2 || people.some((person) => person.contact)) return people.map(() => 1);
  const order = people.map((_, i) => i).sort((a, b) => people[a]!.x - people[b]!.x);
  const front = deep > 0 ? order[0]! : order.at(-1)!;
  return people.map((_, i) => (i === front ? 1 - 0.24 * Math.abs(deep) : 1 + 0.5 * Math.abs(deep)));
}

function groundPoint(camera: Camera, screenX: number, z: number): Point & { scale: number } {
  const atCentre = project(camera, { x: 0, y: 0, z });
  return project(camera, { x: (screenX - camera.centre.x) / atCentre.scale, y: 0, z });
}

const STRIKES = new Set<Pose>(['punch', 'kick']);
const LOW = new Set<Pose>(['lie', 'sleep', 'lie-front']);

/** Where people stand across the picture, 0..1: one alone leaves room before the face; several share the width. */
function spreadOf(stage: Stage): number[] {
  const { people, size } = stage;
  if (people.length === 1) return [alone(people[0]!, stage)];
  const isFar = stage.at.panel.shot === 'wide' || stage.at.panel.shot === 'establishing' || stage.at.panel.shot === 'birds-eye';
  const { scale } = project(stage.framing.camera, { x: 0, y: 0, z: stage.framing.distance });
  const order = people.map((_, i) => i).sort((a, b) => people[a]!.x - people[b]!.x);
  const gaps = order.slice(1).map((right, i) => gapOf(people[order[i]!]!, people[right]!, stage, isFar) * scale);
  const needed = gaps.reduce((sum, gap) => sum + gap, 0);
  const room = size.width * 0.94 - scale * 30;
  // Only those give way to a narrow frame whose hands need not meet.
  const isFixed = (i: number): boolean => people[order[i]!]!.contact?.with === people[order[i + 1]!]!.id;
  const held = gaps.reduce((sum, gap, i) => sum + (isFixed(i) ? gap : 0), 0);
  const shrink = needed > room && needed > held ? Math.max(0.3, (room - held) / (needed - held)) : 1;
  const fitted = gaps.map((gap, i) => (isFixed(i) ? gap : gap * shrink));
  const worker = people.find((person) => person.contact?.thing !== undefined && person.contact.how !== 'climb');
  const aside = worker === undefined ? 0 : (angleOf(worker, 0).yaw >= 0 ? -0.22 : 0.22) * size.width;
  const total = fitted.reduce((sum, gap) => sum + gap, 0);
  const edge = Math.min(scale * 26, (size.width - total) / 2);
  let x = Math.max(edge, Math.min(size.width - edge - total, (size.width - total) / 2 + aside));
  const places: number[] = [];
  order.forEach((index, i) => {
    if (i > 0) x += fitted[i - 1]!;
    places[index] = x / size.width;
  });
  return places;
}

/** Distance between two neighbours, cm: within reach of each other, touching, or with room for a lying one. */
function gapOf(left: PanelCharacter, right: PanelCharacter, stage: Stage, isFar: boolean): number {
  const [a, b] = [stage.at.cast.get(left.id)!.look, stage.at.cast.get(right.id)!.look];
  if (left.contact?.with === right.id && left.contact.how !== undefined) return touchDistance(left.contact.how, a, b);
  const heads = (headHeightOf(a) + headHeightOf(b)) * 0.56;
  const bodies = sizeOf(left, a).right + sizeOf(right, b).left;
  if (left.contact?.thing !== undefined && right.contact?.thing !== undefined) return Math.max(heads * 0.9, 52);
  if (STRIKES.has(left.pose) || STRIKES.has(right.pose)) return Math.max(heads, 62);
  const isLying = LOW.has(left.pose) || LOW.has(right.pose);
  const usual = isFar ? Math.max(bodies, 105) : Math.max(heads, Math.min(bodies, 92));
  const wish = Math.abs(right.x - left.x) * stage.size.width * (stage.people.length === 2 ? 0.98 : 1.1);
  const { scale } = project(stage.framing.camera, { x: 0, y: 0, z: stage.framing.distance });
  return isLying ? Math.max(heads, bodies * 0.9) : Math.max(usual, Math.min(wish / scale, isFar ? 190 : 118));
}

function alone(person: PanelCharacter, stage: Stage): number {
  const { size } = stage;
  const looksRight = person.facing === 'right' || person.facing === 'right-profile';
  const looksLeft = person.facing === 'left' || person.facing === 'left-profile';
  const shift = stage.hasShoulder ? 0.13 : person.contact?.thing !== undefined ? 0.2 : size.width / size.height > 1.3 ? 0.15 : 0.06;
  const composition = stage.at.style?.composition;
  if (composition === 'centred' || composition === 'portrait') return 0.5;
  if (composition === 'thirds' || composition === 'landscape') return looksRight || (!looksLeft && stage.at.order % 2 === 0) ? 1 / 3 : 2 / 3;
  return 0.5 + (looksRight ? -shift : looksLeft ? shift : 0);
}

/** The hips are behind the feet, away from where the person looks. */
export function seatUnder(framing: Framing, at: Standing): { x: number; z: number } {
  const { scale } = project(framing.camera, { x: 0, y: 0, z: at.z });
  const { yaw } = angleOf(at.person, framing.pitch);
  return { x: (at.screenX - framing.camera.centre.x) / scale - Math.sin(yaw) * 6, z: at.z + Math.cos(yaw) * 6 };
}
