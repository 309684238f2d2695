/** Chooses the camera of a panel: how much of the people is seen, from where, and what room the words need. */
import type { Panel } from '../../model/book.ts';
import type { Shot } from '../../model/kinds.ts';
import type { Camera } from '../camera.ts';

/** Somebody in the picture: standing height, height of the crown in the pose and width taken, cm. */
export type Subject = { id: string; x: number; depth: number; height: number; crown: number; head: number; width: number };

export type Framing = {
  camera: Camera;
  /** Distance of the front plane, cm. */
  distance: number;
  /** Detail of the place, 0..1. */
  detail: number;
  /** Pitch of the view for figures, radians; + seen from above. */
  pitch: number;
};

export const ADULT_CM = 168;

/** How much is seen below the crown, in head heights; and the least width per person, cm. */
const VIEW: Record<Exclude<Shot, 'wide' | 'establishing' | 'birds-eye' | 'insert'>, { heads: number; width: number }> = {
  'extreme-close-up': { heads: 0.86, width: 25 }, 'close-up': { heads: 1.5, width: 44 }, bust: { heads: 2.05, width: 54 }, medium: { heads: 3, width: 58 },
  cowboy: { heads: 4, width: 62 }, full: { heads: 6.4, width: 66 }, 'over-shoulder': { heads: 2.05, width: 80 }, 'low-angle': { heads: 4.3, width: 66 },
};

/**
 * `textShare` is the part of the picture that bubbles will need, 0..1: heads are set lower to leave it free.
 * The horizon runs at the people's eyes, so that everybody stands on one ground.
 */
export function frameShot(panel: Pick<Panel, 'shot'>, people: readonly Subject[], size: { width: number; height: number }, textShare: number): Framing {
  if (people.length === 0) return emptyFrame(panel.shot, size);
  if (panel.shot === 'birds-eye') return birdsEye(people, size);
  if (panel.shot === 'wide' || panel.shot === 'establishing') return farFrame(panel.shot, people, size, textShare);
  return nearFrame(panel.shot === 'insert' ? 'bust' : panel.shot, people, size, textShare);
}

/** Height of the eyes below the crown, as a share of the head. */
const EYES = 0.56;

function topFor(size: { width: number; height: number }, textShare: number): number {
  const isWide = size.width / size.height > 1.35;
  return Math.min(0.42, 0.05 + textShare * (isWide ? 0.55 : 0.95)) * size.height;
}

function nearFrame(shot: keyof typeof VIEW, people: readonly Subject[], size: { width: number; height: number }, textShare: number): Framing {
  const view = VIEW[shot];
  const crown = Math.max(...people.map((person) => person.crown));
  const lowest = Math.min(...people.map((person) => person.crown));
  const head = Math.max(...people.map((person) => person.head));
  const isExtreme = shot === 'extreme-close-up';
  const top = isExtreme ? -0.24 * size.height : topFor(size, textShare);
  const seen = Math.min(head * view.heads + (crown - lowest), crown + 12);
  const total = people.reduce((sum, person) => sum + (shot === 'close-up' || shot === 'extreme-close-up' || shot === 'bust' ? view.width : Math.max(view.width, person.width)), 0);
  const byHeight = (size.height - Math.max(0, top)) / seen;
  const byWidth = (size.width * (people.length > 1 ? 1 : 1.1)) / total;
  const scale = isExtreme ? Math.max(size.height / (head * 1.02), size.width / (head * 1.3)) : Math.min(byHeight, byWidth);
  const distance = shot === 'close-up' || isExtreme ? 170 : shot === 'bust' || shot === 'over-shoulder' ? 230 : 330;
  const isLow = shot === 'low-angle';
  const eye = isLow ? 60 : Math.max(70, crown - head * 0.55);
  const pitch = isLow ? -0.16 : 0;
  // A figure that does not fill the frame's height stands on its lower edge when the shot cuts it.
  const slack = size.height - top - seen * scale;
  // The eyes of an extreme close-up stand in the middle, whatever the proportions of the panel.
  const crownY = isExtreme ? size.height * 0.5 - head * EYES * scale : top + Math.max(0, shot === 'full' ? slack * 0.6 : slack * 0.45);
  const focal = scale * distance;
  const camera: Camera = { width: size.width, height: size.height, eye, pitch, focal, centre: { x: size.width / 2, y: 0 } };
  camera.centre.y = crownY + riseOf(camera, crown, distance);
  return { camera, distance, pitch: isLow ? -0.3 : 0, detail: isExtreme ? 0.05 : shot === 'close-up' ? 0.2 : shot === 'bust' || shot === 'over-shoulder' ? 0.4 : 0.75 };
}

/** How far above the optical axis a height appears at a distance, u. */
function riseOf(camera: Camera, height: number, distance: number): number {
  const [sin, cos] = [Math.sin(camera.pitch), Math.cos(camera.pitch)];
  const dy = height - camera.eye;
  return ((distance * sin + dy * cos) * camera.focal) / Math.max(1, distance * cos - dy * sin);
}

function farFrame(shot: 'wide' | 'establishing', people: readonly Subject[], size: { width: number; height: number }, textShare: number): Framing {
  const crown = Math.max(...people.map((person) => person.crown), 140);
  const share = (shot === 'wide' ? 0.68 : 0.46) * (1 - textShare * 0.45);
  const total = people.reduce((sum, person) => sum + Math.max(85, person.width), 0);
  const scale = Math.min((size.height * share) / crown, (size.width * 0.86) / total);
  const distance = shot === 'wide' ? 400 : 520;
  const eye = 150;
  const feetY = size.height * (shot === 'wide' ? 0.9 : 0.86);
  const camera: Camera = { width: size.width, height: size.height, eye, pitch: 0, focal: scale * distance, centre: { x: size.width / 2, y: feetY - eye * scale } };
  return { camera, distance, pitch: 0, detail: 1 };
}

function birdsEye(people: readonly Subject[], size: { width: number; height: number }): Framing {
  const pitch = 0.62;
  const distance = 460;
  const eye = 430;
  const share = people.length > 2 ? 0.4 : 0.46;
  // Who lies is seen whole across the picture; who stands is foreshortened.
  const tall = Math.max(...people.map((person) => person.crown)) < 70 ? 84 : 150;
  const scale = Math.min((size.height * share) / tall, (size.width * 0.8) / people.reduce((sum, person) => sum + Math.max(110, person.width), 0));
  const depth = distance * Math.cos(pitch) + (eye - 80) * Math.sin(pitch);
  const camera: Camera = { width: size.width, height: size.height, eye, pitch, focal: scale * depth, centre: { x: size.width / 2, y: 0 } };
  camera.centre.y = size.height * 0.6 + riseOf(camera, 80, distance);
  return { camera, distance, pitch: 0.6, detail: 0.9 };
}

/** Nobody in it: the place itself, seen wide. */
function emptyFrame(shot: Shot, size: { width: number; height: number }): Framing {
  const isHigh = shot === 'birds-eye';
  const focal = Math.max(size.width * 0.75, size.height * 0.9);
  const camera: Camera = { width: size.width, height: size.height, eye: isHigh ? 430 : 150, pitch: isHigh ? 0.55 : 0, focal, centre: { x: size.width / 2, y: size.height * (isHigh ? 0.5 : 0.6) } };
  return { camera, distance: 420, pitch: isHigh ? 0.55 : 0, detail: 1 };
}
