/** Things on the ground or table, and things in hands. */
import type { Box, Point } from '../../model/geometry.ts';
import { seededRandom } from '../../model/random.ts';
import type { DrawHeld } from '../figure/hold.ts';
import { blackAndWhite, makePen, type Pen } from '../pen/pen.ts';
import type { DrawProp, PropDrawing } from '../types.ts';
import { CATALOGUE, HOLDS, type Thing } from './catalogue.ts';
import { renderIcon, type PropIcons } from './icons.ts';
import { transform, type Matrix } from './path-data.ts';
import { renderSketch, type Mark } from './sketch.ts';

/** Wider things than this share of their height are drawn lower than asked, so that they fit. */
const MAX_ASPECT = 1.7;

/** Draws things by noun; undefined for a noun that is not in the catalogue or whose icon was not loaded. */
export function makeDrawProp(icons: PropIcons): DrawProp {
  return (pen, noun, at): PropDrawing | undefined => {
    const form = formOf(icons, noun);
    if (!form) return undefined;
    const { box } = form;
    const scale = Math.min(at.size / box.height, (at.size * MAX_ASPECT) / box.width);
    const matrix: Matrix = [scale, 0, 0, scale, at.base.x - (box.x + box.width / 2) * scale, at.base.y - (box.y + box.height) * scale];
    return { svg: form.render(pen, matrix, Math.max(box.width, box.height) * scale), box: scaledBox(box, matrix), ...(form.credit ? { credit: form.credit } : {}) };
  };
}

/** `DrawHeld`, and with it the panel's pen where the caller has one: without it a thing is drawn in black and white. */
export type DrawHeldWithPen = (noun: string, at: Parameters<DrawHeld>[1] & { pen?: Pen; /** The person looks to the reader's right. */ toRight?: boolean }) => string;

/** Draws things in a fist: `angle` turns those with a shaft, cups stay level, bags hang. */
export function makeDrawHeld(icons: PropIcons): DrawHeldWithPen {
  const blackPen = makePen(blackAndWhite(), seededRandom('held'));
  return (noun, { hand, scale, angle, side, pen = blackPen, toRight = true }) => {
    const isHanging = Math.abs(angle) > HANGING;
    const form = formOf(icons, isHanging ? (LOWERED[noun] ?? noun) : (RAISED[noun] ?? noun));
    if (!form || form.thing.hold === 'none') return '';
    const { box, thing } = form;
    const hold = HOLDS[form.thing.hold];
    const k = (heldCm(thing.cm) * scale) / box.height;
    const grip: Point = thing.sketch?.grip ? { x: thing.sketch.grip[0], y: thing.sketch.grip[1] } : { x: box.x + box.width * hold.at[0], y: box.y + box.height * hold.at[1] };
    const turn = turnOf(form.thing.hold, angle, toRight ? 1 : -1);
    return form.render(pen, turned(grip, hand, k, turn, thing.sketch?.isLeftward && toRight ? -1 : 1), Math.max(box.width, box.height) * k, side);
  };
}

/** From this turn of the fist on (radians) the arm hangs down. */
const HANGING = 0.75;
/** What a thing becomes in a hand that hangs down or is raised. */
const LOWERED: Readonly<Record<string, string>> = { umbrella: 'closed-umbrella' };
const RAISED: Readonly<Record<string, string>> = { umbrella: 'raised-umbrella' };

/** Turn of a thing, radians, in a fist turned by `angle`; `ahead` is the side the person looks to. */
function turnOf(hold: Exclude<Thing['hold'], 'none'>, angle: number, ahead: 1 | -1): number {
  const isHanging = Math.abs(angle) > HANGING;
  // A blade never crosses the face: an upright fist shoulders it, one that tips points it ahead, one that hangs lowers it.
  if (hold === 'blade') return isHanging ? 2.2 * ahead : Math.abs(angle) < 0.4 ? angle - 0.5 * ahead : 0.9 * ahead;
  if (isHanging && hold === 'over') return -0.6 * ahead;
  if (isHanging && hold === 'shaft') return 0.2 * ahead;
  return angle * HOLDS[hold].follow + HOLDS[hold].turn;
}

/** Small things are drawn larger in a fist than they are, or the fingers would hide them. */
function heldCm(cm: number): number {
  return cm < 16 ? cm * 0.55 + 7.2 : cm;
}

type Form = { thing: Thing; box: Box; credit?: string; render: (pen: Pen, matrix: Matrix, size: number, side?: 'front' | 'back') => string };

function formOf(icons: PropIcons, noun: string): Form | undefined {
  const thing = CATALOGUE.get(noun);
  if (!thing) return undefined;
  if (thing.sketch) {
    const sketch = thing.sketch;
    const isOn = (side?: 'front' | 'back') => (mark: Mark): boolean => side === undefined || (side === 'back') === (mark.isBehind ?? false);
    return { thing, box: { x: 0, y: sketch.top ?? 0, width: sketch.width, height: sketch.height - (sketch.top ?? 0) }, render: (pen, matrix, size, side) => renderSketch(pen, sketch, matrix, size, isOn(side)) };
  }
  const icon = thing.icon && icons.get(thing.icon);
  if (!icon) return undefined;
  return { thing, box: icon.box, credit: icon.credit, render: (pen, matrix, size, side) => (side === 'back' ? '' : renderIcon(pen, icon, matrix, size, thing.colour)) };
}

/** Brings `grip` to `hand`, `k` u per unit, turned by `angle`; `flip` -1 mirrors the thing first. */
function turned(grip: Point, hand: Point, k: number, angle: number, flip: 1 | -1): Matrix {
  const [cos, sin] = [Math.cos(angle) * k, Math.sin(angle) * k];
  const x = grip.x * flip;
  return [cos * flip, sin * flip, -sin, cos, hand.x - cos * x + sin * grip.y, hand.y - sin * x - cos * grip.y];
}

function scaledBox(box: Box, matrix: Matrix): Box {
  const corner = transform(matrix, { x: box.x, y: box.y });
  return { x: corner.x, y: corner.y, width: box.width * matrix[0], height: box.height * matrix[3] };
}
