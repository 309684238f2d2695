import type { Point } from '../../model/geometry.ts';
import { INK, shapeAt, type BubbleShape } from '../shape/bubble-shape.ts';
import { addHandCost, choicesAt, sizeOf } from './hand-set.ts';
import { radius } from '../shape/superellipse.ts';
import { centrePlanes, centresIn, isInside, rowAt, type Plane } from './panel-area.ts';
import { boxAround, canLink, facesOnWay, ownCost, pairCost, tempts, type Cost, type Placed, type Scene } from './score.ts';
import type { Unit } from './units.ts';

export type Placement = { placed: Placed[]; cost: Cost };

const BEAM = 7;
const KEPT = 70;
/** Distance between a bubble's ink and the panel's border, u. */
const CLEARANCE = 5;

type Option = { shape: BubbleShape; planes: Plane[] };
type Spot = { option: Option; x: number; y: number; own: Cost };

export function weigh(cost: Cost): number {
  return cost.soft + 900 * cost.face + 700 * cost.fault + 180 * cost.tail;
}

/**
 * Places the units of a panel one after the other by beam search: several partial placements are
 * kept, so that an early bubble leaves room for a late one. Undefined when a unit fits nowhere.
 * `isFine` searches more places: for panels where the coarse search found no good one.
 */
export function placeUnits(scene: Scene, units: readonly Unit[], scale: number, isFine: boolean): Placement | undefined {
  let beam: Placement[] = [{ placed: [], cost: { soft: 0, face: 0, fault: 0, tail: 0 } }];
  for (const [index, unit] of units.entries()) {
    const put = scene.handSet?.[index];
    if (put) {
      beam = beam.map((from) => ({ cost: from.cost, placed: [...from.placed, placedAt(unit, put, from.placed.at(-1))] }));
      continue;
    }
    const options = optionsFor(scene, unit, scale);
    if (options.length === 0) return undefined;
    const spots = fixedSpots(scene, unit, index, options, isFine);
    beam = step(scene, beam, unit, index, options, spots);
    if (beam.length === 0) return undefined;
  }
  return beam[0];
}

function optionsFor(scene: Scene, unit: Unit, scale: number): Option[] {
  const options: Option[] = [];
  const size = sizeOf(unit, scale);
  for (const choice of choicesAt(unit, size)) {
    const shape = shapeAt(choice, unit.style, size);
    const planes = centrePlanes(scene.area, shape.outer, CLEARANCE + INK);
    options.push({ shape, planes });
  }
  return options;
}

function fixedSpots(scene: Scene, unit: Unit, index: number, options: readonly Option[], isFine: boolean): Spot[] {
  const spots: Spot[] = [];
  for (const option of options) {
    const points = isFine ? centresIn(scene.area, option.planes, 12, 11) : centresIn(scene.area, option.planes, 7, 7);
    for (const p of [...points, ...nearSpeaker(unit, option), ...nearSides(scene, unit, option)]) spots.push(spotAt(scene, unit, index, option, p));
  }
  spots.sort((a, b) => weigh(a.own) - weigh(b.own));
  return scattered(spots, scene, isFine ? KEPT * 1.5 : KEPT);
}

/** The best spots, but not all from one corner: others may have taken it. */
function scattered(spots: readonly Spot[], { area: { box } }: Scene, most: number): Spot[] {
  const perCell = new Map<number, number>();
  const kept: Spot[] = [];
  for (const spot of spots) {
    const cell = Math.floor((4 * (spot.x - box.x)) / box.width) + 8 * Math.floor((4 * (spot.y - box.y)) / box.height);
    const count = perCell.get(cell) ?? 0;
    if (count >= most / 9) continue;
    perCell.set(cell, count + 1);
    if (kept.push(spot) >= most) break;
  }
  return kept;
}

function spotAt(scene: Scene, unit: Unit, index: number, option: Option, p: Point): Spot {
  const own = ownCost(scene, unit, index, option.shape, p.x, p.y);
  if (unit.speaker && unit.kind !== 'narration') own.tail += facesOnWay(scene.panel.people, unit.speaker, p) + (scene.seen.length > 1 && tempts(scene.seen, unit.speaker, option.shape, p) ? 1 : 0);
  if (scene.handSet || scene.blocked) addHandCost(scene, index, option.shape, p, own);
  return { option, x: p.x, y: p.y, own };
}

/** Above the head, to its left and to its right. */
function nearSpeaker(unit: Unit, { shape, planes }: Option): Point[] {
  if (!unit.speaker) return [];
  const { headBox: h, faceBox: f } = unit.speaker;
  const { a, b } = shape.outer;
  const [above, left, right] = [h.y - b - 10, f.x - a - 12, f.x + f.width + a + 12];
  const points = [{ x: h.x + h.width * 0.2, y: above }, { x: h.x + h.width * 0.8, y: above }, { x: left, y: f.y }, { x: right, y: f.y }, { x: left, y: f.y + f.height * 0.4 }, { x: right, y: f.y + f.height * 0.4 }];
  return points.filter((p) => isInside(planes, p.x, p.y));
}

/** For a voice without a speaker: beside the border, with room for its tail. */
function nearSides(scene: Scene, unit: Unit, { shape, planes }: Option): Point[] {
  if (unit.speaker || unit.kind === 'narration') return [];
  const { x, y, width, height } = scene.area.box;
  const rows = [0.16, 0.3, 0.5, 0.7].map((share) => y + height * share).concat(y + shape.outer.b + 12);
  const points = rows.flatMap((cy) => {
    const row = rowAt(planes, cy);
    return row ? [{ x: row.from + 20, y: cy }, { x: row.to - 20, y: cy }] : [];
  });
  return points.filter((p) => p.x > x && p.x < x + width && isInside(planes, p.x, p.y));
}

/** Places that touch the bubble to be joined, forward and downward of it. */
function joinedSpots(scene: Scene, before: Placed, unit: Unit, index: number, options: readonly Option[]): Spot[] {
  const spots: Spot[] = [];
  const sign = scene.direction === 'ltr' ? 1 : -1;
  for (const option of options) {
    for (let i = -1; i <= 7; i++) {
      const angle = (i * Math.PI) / 8;
      const [cx, cy] = [Math.cos(angle) * sign, Math.sin(angle)];
      const direction = Math.atan2(cy, cx);
      const distance = radius(before.shape.outer, direction) + radius(option.shape.outer, direction) + 3;
      const p = { x: before.x + cx * distance, y: before.y + cy * distance };
      if (isInside(option.planes, p.x, p.y)) spots.push(spotAt(scene, unit, index, option, p));
    }
  }
  return spots;
}

export function placedAt(unit: Unit, { shape, x, y }: { shape: BubbleShape; x: number; y: number }, before: Placed | undefined): Placed {
  return { unit, shape, x, y, box: boxAround(shape, x, y), isLinked: unit.isJoined && before !== undefined && canLink(before, shape, x, y, isNeckByHand(unit)) };
}

/** Parts cut by hand and lines joined by hand keep their neck at any distance that a neck can bridge. */
const isNeckByHand = ({ hand, part }: Unit): boolean => (part > 0 ? hand?.splits !== undefined : hand?.joins === true);

function step(scene: Scene, beam: readonly Placement[], unit: Unit, index: number, options: readonly Option[], fixed: readonly Spot[]): Placement[] {
  const found: { from: Placement; spot: Spot; cost: Cost; weight: number }[] = [];
  for (const from of beam) {
    const last = from.placed.at(-1);
    const spots = unit.isJoined && last ? [...joinedSpots(scene, last, unit, index, options), ...fixed] : fixed;
    for (const spot of spots) {
      const cost = { soft: from.cost.soft + spot.own.soft, face: from.cost.face + spot.own.face, fault: from.cost.fault + spot.own.fault, tail: from.cost.tail + spot.own.tail };
      for (const before of from.placed) pairCost(scene, before, unit, spot.option.shape, spot.x, spot.y, unit.isJoined && before === last, cost);
      found.push({ from, spot, cost, weight: weigh(cost) });
    }
  }
  found.sort((a, b) => a.weight - b.weight);
  const kept: typeof found = [];
  for (const candidate of found) {
    if (kept.length >= BEAM) break;
    const isSame = kept.some((k) => k.from === candidate.from && Math.hypot(k.spot.x - candidate.spot.x, k.spot.y - candidate.spot.y) < 22);
    if (!isSame) kept.push(candidate);
  }
  return kept.map(({ from, spot, cost }) => ({
    cost,
    placed: [...from.placed, placedAt(unit, { shape: spot.option.shape, x: spot.x, y: spot.y }, from.placed.at(-1))],
  }));
}
