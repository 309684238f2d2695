/** Bubbles whose place is set by hand: they stand where they are put, and the others go round them. */
import type { Box, Point } from '../../model/geometry.ts';
import { keptWithin, spotOnPage } from '../hand.ts';
import { choiceAtMeasure, INK, shapeAt, type BlockChoice, type BubbleShape } from '../shape/bubble-shape.ts';
import { gapOf, supports } from '../shape/superellipse.ts';
import { orderFault } from './reading-order.ts';
import { boxAround, type Cost, type Scene } from './score.ts';
import type { Unit } from './units.ts';

/** Where a unit is put by hand, as a spot of its panel's box. */
export function spotByHand(unit: Unit): Point | undefined {
  if (!unit.hand) return undefined;
  return unit.part === 0 ? unit.hand.at : unit.hand.at && unit.hand.parts?.[unit.part - 1];
}

/** Type size of a unit where the panel's is `scale` of the full one, u. */
export function sizeOf(unit: Unit, scale: number): number {
  return unit.style.size * (unit.hand?.scale ?? scale);
}

/** Ways to set a unit at a size: one only where a measure is given. */
export function choicesAt(unit: Unit, size: number): BlockChoice[] {
  const measure = unit.part === 0 ? unit.hand?.measure : (unit.hand?.parts?.[unit.part - 1]?.measure ?? unit.hand?.measure);
  return measure === undefined ? unit.choices() : [choiceAtMeasure(unit.atoms, unit.style, Math.max(1, measure / size))];
}

/** Irregularity of a drawn outline, u. */
const ROUGH = 4;

export type HandSet = { shape: BubbleShape; x: number; y: number; box: Box };

/** The shape and place of a unit put by hand, inside the safe line; smaller type only where the page itself is too small. */
export function setByHand(unit: Unit, scale: number, frame: Box, bounds: Box): HandSet | undefined {
  const spot = spotByHand(unit);
  if (!spot) return undefined;
  const size = sizeOf(unit, scale);
  const choice = choicesAt(unit, size)[0]!;
  const full = shapeAt(choice, unit.style, size);
  const fit = Math.min(1, bounds.width / (2 * (full.outer.a + ROUGH)), bounds.height / (2 * (full.outer.b + ROUGH)));
  const shape = fit < 1 ? shapeAt(choice, unit.style, size * fit * 0.98) : full;
  const at = keptWithin(spotOnPage(spot, frame), shape.outer.a * 1.02 + INK, shape.outer.b * 1.02 + INK, bounds);
  return { shape, ...at, box: boxAround(shape, at.x, at.y) };
}

/** What a place costs because of bubbles put by hand that are read later, and of sounds. */
export function addHandCost(scene: Scene, index: number, shape: BubbleShape, at: Point, cost: Cost): void {
  const box = boxAround(shape, at.x, at.y);
  scene.handSet?.forEach((other, i) => {
    if (!other || i <= index) return;
    blocked(gapOf(shape.support, other.shape.support, other.x - at.x, other.y - at.y), cost);
    cost.fault += orderFault(box, other.box, scene.direction, 0.05) * 0.5;
  });
  for (const b of scene.blocked ?? []) blocked(gapOf(shape.support, supports({ a: b.width / 2, b: b.height / 2, p: 4 }), b.x + b.width / 2 - at.x, b.y + b.height / 2 - at.y), cost);
}

function blocked(gap: number, cost: Cost): void {
  if (gap < 0) cost.fault += 0.6 - gap / 30;
  else if (gap < 9) cost.soft += (9 - gap) * 1.6;
}
