/** A large hand with a thing, for shots that show nothing else. */
import type { Box } from '../../model/geometry.ts';
import type { Ink } from '../../model/kinds.ts';
import type { Pen } from '../pen/pen.ts';
import type { DrawProp } from '../types.ts';
import { CATALOGUE, HOLDS, type Hold } from './catalogue.ts';
import { FIST, PINCH, POINT } from './hands.ts';
import type { Matrix } from './path-data.ts';
import { renderSketch, type Mark } from './sketch.ts';

type Grip = 'pinch' | 'fist' | 'point';
type HandInsert = { svg: string; /** The thing and the hand without its sleeve. */ box: Box; credit?: string };

const GRIP_OF: Partial<Record<Hold, Grip>> = { palm: 'pinch', pinch: 'pinch', cup: 'fist', shaft: 'fist', blade: 'fist', over: 'fist', front: 'point' };

/** Length of a hand, cm, and in the units of the drawings of hands. */
const HAND_CM = 18;
const HAND_UNITS = 150;

/**
 * Draws a hand that holds `noun` (from below, or pinched) or points at it, into a picture of
 * `width` x `height` u whose upper `top` u stay free. Undefined for things that no single hand takes.
 */
export function drawHandInsert(pen: Pen, noun: string, at: { width: number; height: number; sleeveInk: Ink; top?: number; prop: DrawProp }): HandInsert | undefined {
  const thing = CATALOGUE.get(noun);
  const grip = thing && GRIP_OF[thing.hold];
  if (!thing || !grip) return undefined;
  const { width, height, top = 0 } = at;
  const room = Math.min((height - top) * (grip === 'fist' ? 0.8 : 0.62), width * 0.5);
  const drawn = at.prop(pen, noun, { base: { x: width * 0.44, y: top + (height - top) * (grip === 'fist' ? 0.86 : 0.76) }, size: room });
  if (!drawn) return undefined;
  const { box } = drawn;
  const perCm = box.height / thing.cm;
  // True to scale where that looks right: a hand neither vanishes nor fills the picture.
  const k = Math.min(0.52 * height, Math.max(0.3 * height, HAND_CM * perCm)) / HAND_UNITS;
  const touch = touchOf(grip, thing.hold, thing.sketch, box);
  const matrix: Matrix = [k, 0, 0, k, touch.x, touch.y];
  const hand = { pinch: PINCH, fist: FIST, point: POINT }[grip](at.sleeveInk, Math.hypot(width, height) / k);
  const size = HAND_UNITS * k;
  const draw = (which: (mark: Mark) => boolean): string => renderSketch(pen, hand, matrix, size, which);
  const reach = k * 100;
  const x1 = Math.min(width, Math.max(box.x + box.width, touch.x + reach));
  const y1 = Math.min(height, Math.max(box.y + box.height, touch.y + reach));
  const [x, y] = [Math.min(box.x, touch.x - k * 50), Math.min(box.y, touch.y - k * 40)];
  return { svg: draw((mark) => mark.isBehind ?? false) + drawn.svg + draw((mark) => !mark.isBehind), box: { x, y, width: x1 - x, height: y1 - y }, ...(drawn.credit ? { credit: drawn.credit } : {}) };
}

/** Where the thumb, the fist's middle or the fingertip meets the thing. */
function touchOf(grip: Grip, hold: Hold, sketch: { width: number; height: number; grip?: readonly [number, number] } | undefined, box: Box): { x: number; y: number } {
  if (grip === 'point') return { x: box.x + box.width * 0.78, y: box.y + box.height * 0.64 };
  if (grip === 'pinch') return { x: box.x + box.width * (box.width < box.height * 0.5 ? 0.55 : 0.82), y: box.y + box.height * 0.78 };
  if (hold === 'cup') return { x: box.x + box.width * 0.5, y: box.y + box.height * 0.66 };
  const at = sketch?.grip ? ([0.5, sketch.grip[1] / sketch.height] as const) : hold === 'none' ? ([0.5, 0.5] as const) : HOLDS[hold].at;
  return { x: box.x + box.width * (sketch?.grip ? sketch.grip[0] / sketch.width : at[0]), y: box.y + box.height * at[1] };
}
