/** Nameless people behind the main ones: paler lines, no black, so that they stay behind. */
import type { Look } from '../../model/book.ts';
import type { Age, Gender, HairStyle, Outfit, Pose } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { project, type Camera } from '../camera.ts';
import type { Pen } from '../pen/pen.ts';
import { halo } from '../pen/pen.ts';
import type { DrawFigure, PlaceSpec } from '../types.ts';
import { ADULT_CM } from './frame-shot.ts';

const HAIR: Record<Gender, readonly HairStyle[]> = { female: ['bob', 'shoulder', 'ponytail', 'bun', 'long-straight'], male: ['short-crop', 'side-part', 'buzz', 'short-messy'], neutral: ['short-crop', 'bob'] };
const CLOTHES: Record<PlaceSpec['era'], readonly Outfit[]> = {
  modern: ['tshirt', 'shirt', 'jacket', 'coat', 'sweater', 'suit', 'hoodie'], past: ['robe', 'cloak', 'vest', 'dress'], fantasy: ['cloak', 'robe', 'vest', 'dress'], future: ['spacesuit', 'jacket', 'tracksuit'],
};
const POSES: readonly Pose[] = ['stand', 'walk', 'stand-relaxed', 'walk', 'hands-in-pockets', 'walk'];

/** Draws `count` passers-by between the front people and the far plane, the farthest first. */
export function drawCrowd(pen: Pen, figure: DrawFigure, camera: Camera, options: { count: number; random: Random; era: PlaceSpec['era']; sitting: boolean; pitch: number }): string {
  const { count, random } = options;
  const faint: Pen = { ...pen, weight: { outline: pen.weight.detail * 0.85, detail: pen.weight.fine, fine: pen.weight.fine * 0.8 } };
  const people = Array.from({ length: count }, (_, i) => {
    const z = 620 + random.next() * 700;
    const reach = (camera.width / camera.focal) * z * 0.52;
    // Passers-by keep to the sides: the middle belongs to the people of the story.
    const side = i % 2 === 0 ? -1 : 1;
    return { z, x: side * reach * random.between(0.25, 1) };
  }).sort((a, b) => b.z - a.z);
  return people.map(({ x, z }) => drawPasserBy(faint, figure, camera, { x, z, ...options })).join('');
}

function drawPasserBy(pen: Pen, figure: DrawFigure, camera: Camera, at: { x: number; z: number; random: Random; era: PlaceSpec['era']; sitting: boolean; pitch: number }): string {
  const { random } = at;
  const gender: Gender = random.chance(0.5) ? 'female' : 'male';
  const age: Age = random.pick(['adult', 'adult', 'adult', 'teen', 'old'] as const);
  const look: Look = {
    being: 'human', gender, age, build: random.pick(['slim', 'average', 'broad'] as const), height: random.between(0.93, 1.05), hair: random.pick(HAIR[gender]), hairInk: random.pick(['tone', 'light', 'white', 'dark'] as const),
    face: { shape: random.next(), eyes: 0.4, brows: 0.5, nose: random.next(), mouth: 0.5 }, facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false,
    colours: { skin: '#f0d2b8', hair: '#8a7a70', top: random.pick(['#b9c4c9', '#c9bfae', '#aeb8a6', '#c4aeb0']), bottom: '#8e98a0', accent: '#c9bfae' },
  };
  const foot = project(camera, { x: at.x, y: 0, z: at.z });
  const pose = at.sitting && random.chance(0.5) ? 'sit-chair' : random.pick(POSES);
  const drawn = figure(pen, { look, outfit: { kind: random.pick(CLOTHES[at.era]), topInk: random.pick(['white', 'light', 'tone'] as const), bottomInk: random.pick(['white', 'light', 'tone', 'dark'] as const), pattern: 'plain' }, expression: random.pick(['neutral', 'smile', 'neutral'] as const), pose, angle: { yaw: random.pick([-1, 1, -0.6, 0.6, 2.8]), pitch: at.pitch, roll: 0 } }, { feet: foot, scale: foot.scale });
  return halo(pen, drawn.outline, 2) + drawn.svg;
}

export function heightOf(look: Look): number {
  return ADULT_CM * look.height;
}
