import type { Box, Point } from '../../model/geometry.ts';
import type { Direction } from '../../model/kinds.ts';
import type { BubbleShape } from '../shape/bubble-shape.ts';
import { gapOf, radius, support, supports } from '../shape/superellipse.ts';
import { seenIn } from '../faces.ts';
import { tailLength } from '../shape/tail.ts';
import type { PanelToLetter } from '../types.ts';
import type { PanelArea } from './panel-area.ts';
import { orderFault } from './reading-order.ts';
import type { HandSet } from './hand-set.ts';
import type { Person, Unit } from './units.ts';

/** What a placement costs; `face` and `fault` are what the readability meter would complain about. */
export type Cost = { soft: number; face: number; fault: number; /** Tails that must run through something. */ tail: number };

export type Placed = { unit: Unit; shape: BubbleShape; x: number; y: number; box: Box; /** Near enough to the bubble before to be joined to it by a neck. */ isLinked: boolean };

/** Longest neck, u. */
const NECK = 34;
/** Longest neck asked for by hand, u. */
const NECK_BY_HAND = 420;

export function canLink(before: Placed, shape: BubbleShape, x: number, y: number, isByHand = false): boolean {
  return gapOf(before.shape.support, shape.support, x - before.x, y - before.y) <= (isByHand ? NECK_BY_HAND : NECK);
}

type Guard = { box: Box; support: Float64Array; x: number; y: number };
export type Scene = { area: PanelArea; panel: PanelToLetter; /** People whose mouths can be seen. */ seen: readonly Person[]; direction: Direction; faces: Guard[]; count: number; /** For each bubble the share of the panel that bubbles before its middle take, when it must keep to its turn. */ turns?: readonly number[]; /** Bubbles put by hand, by their place among all. */ handSet?: readonly (HandSet | undefined)[]; /** What else is put by hand and must not be covered. */ blocked?: readonly Box[] };

export function sceneOf(panel: PanelToLetter, area: PanelArea, direction: Direction, count: number): Scene {
  return { area, panel, seen: seenIn(panel.polygon, panel.people), direction, faces: panel.people.map((person) => guard(person.faceBox)), count };
}

function guard(box: Box): Guard {
  return { box, support: supports({ a: box.width / 2, b: box.height / 2, p: 2.6 }), x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function boxAround(shape: BubbleShape, x: number, y: number): Box {
  const { a, b } = shape.outer;
  return { x: x - a, y: y - b, width: 2 * a, height: 2 * b };
}

export function shareCovered(cover: Box, of: Box): number {
  const w = Math.min(cover.x + cover.width, of.x + of.width) - Math.max(cover.x, of.x);
  const h = Math.min(cover.y + cover.height, of.y + of.height) - Math.max(cover.y, of.y);
  return w > 0 && h > 0 ? (w * h) / Math.max(1, of.width * of.height) : 0;
}

/** Cost of a place that does not depend on the other bubbles. `index` is the unit's place among `scene.count`. */
export function ownCost(scene: Scene, unit: Unit, index: number, shape: BubbleShape, x: number, y: number): Cost {
  const cost: Cost = { soft: shape.cost, face: 0, fault: 0, tail: 0 };
  const box = boxAround(shape, x, y);
  for (const face of scene.faces) {
    const gap = gapOf(shape.support, face.support, face.x - x, face.y - y);
    if (gap < 0) {
      const share = shareCovered(box, face.box);
      cost.soft += 45 + 160 * share;
      if (share > 0.03) cost.face += share;
    } else if (gap < 8) cost.soft += (8 - gap) * 1.5;
  }
  for (const person of scene.panel.people) cost.soft += 45 * shareCovered(box, person.headBox) + 16 * shareCovered(box, person.bodyBox);
  for (const free of scene.panel.keepFree) cost.soft += 80 * shareCovered(box, free);
  const turn = scene.turns?.[index];
  if (turn !== undefined) cost.soft += 110 * Math.abs(along(scene, unit, x, y) - turn);
  else cost.soft += unit.kind === 'narration' ? captionCost(scene, index, shape, x, y) : voiceCost(scene, unit, index, shape, x, y);
  return cost;
}

/** How far a place lies along the reading of the panel, 0..1: down for lines, in reading direction for columns. */
function along({ area, direction }: Scene, unit: Unit, x: number, y: number): number {
  if (!unit.style.block.isVertical) return (y - area.box.y) / area.box.height;
  const across = (x - area.box.x) / area.box.width;
  return direction === 'ltr' ? across : 1 - across;
}

/** Captions sit in the corner where reading starts; the last one may sit where it ends. */
function captionCost({ area, direction, count }: Scene, index: number, shape: BubbleShape, x: number, y: number): number {
  const forward = direction === 'ltr' ? 1 : -1;
  const atStart = (gapTo(area, shape, x, y, -forward, 0) + 1.6 * gapTo(area, shape, x, y, 0, -1)) / area.diagonal;
  const atEnd = (gapTo(area, shape, x, y, forward, 0) + 1.6 * gapTo(area, shape, x, y, 0, 1)) / area.diagonal + 0.04;
  return 60 * (index === count - 1 && count > 1 ? Math.min(atStart + 0.1, atEnd) : atStart);
}

function voiceCost(scene: Scene, unit: Unit, index: number, shape: BubbleShape, x: number, y: number): number {
  const { area, count, direction } = scene;
  const fy = (y - area.box.y) / area.box.height;
  const across = (x - area.box.x) / area.box.width;
  const fx = direction === 'ltr' ? across : 1 - across;
  const turn = count === 1 ? 0.5 : index / (count - 1);
  const ideal = count === 1 ? 0.2 : 0.18 + 0.5 * turn;
  let cost = (fy > ideal ? 26 : 6) * Math.abs(fy - ideal) + (count === 1 ? 0 : 9 * (fx - turn) ** 2);
  if (!unit.speaker) {
    const central = Math.hypot((x - area.centre.x) / area.box.width, (y - area.centre.y) / area.box.height);
    const beside = sideGap(area, shape, x, y);
    return cost + 26 * Math.max(0, 0.4 - central) + Math.abs(beside - 26) * (beside < 26 ? 0.45 : 0.12);
  }
  const { mouth, faceBox } = unit.speaker;
  const face = { x: faceBox.x + faceBox.width / 2, y: faceBox.y + faceBox.height / 2 };
  const towards = Math.atan2(face.y - y, face.x - x);
  const gap = Math.hypot(face.x - x, face.y - y) - radius(shape.outer, towards) - radius({ a: faceBox.width / 2, b: faceBox.height / 2, p: 2 }, towards);
  // Near enough to belong to the speaker, far enough for a tail.
  cost += (42 * Math.max(0, gap - 62)) / area.diagonal + Math.max(0, 36 - gap) * 0.5;
  if (y > mouth.y) cost += 7 + 26 * (y - mouth.y) / area.box.height;
  return cost;
}

/** Distance of a bubble from the nearest left or right border. */
function sideGap(area: PanelArea, shape: BubbleShape, x: number, y: number): number {
  return Math.min(gapTo(area, shape, x, y, -1, 0), gapTo(area, shape, x, y, 1, 0));
}

/** Distance of a bubble from the border that faces a direction, slanted or not. */
function gapTo(area: PanelArea, shape: BubbleShape, x: number, y: number, dx: number, dy: number): number {
  let least = Infinity;
  for (const { nx, ny, d } of area.planes) if (nx * dx + ny * dy > 0.71) least = Math.min(least, d - nx * x - ny * y - support(shape.outer, nx, ny));
  return least === Infinity ? 0 : least;
}

/** Cost of a place next to a bubble placed before. `isJoined`: it continues that bubble. */
export function pairCost(scene: Scene, before: Placed, unit: Unit, shape: BubbleShape, x: number, y: number, isJoined: boolean, cost: Cost): void {
  const gap = gapOf(before.shape.support, shape.support, x - before.x, y - before.y);
  if (isJoined) {
    cost.soft += gap > NECK ? (unit.part > 0 ? 46 : 9) : Math.max(0, gap - 6) * (unit.part > 0 ? 0.9 : 0.3);
    if (gap < -9) cost.fault += 0.2 - gap / 50;
  } else if (gap < 0) cost.fault += 0.3 - gap / 40;
  else if (gap < 9) cost.soft += (9 - gap) * 1.6;
  const fault = orderFault(before.box, boxAround(shape, x, y), scene.direction, 0.05);
  if (fault > 0) cost.fault += fault;
  else if (y < before.y) cost.soft += 14 * (before.y - y) / scene.area.box.height;
  if (!isJoined || gap > NECK) cost.tail += crossedTails(before, unit, shape, x, y);
}

/** Tails, taken as straight ways from bubble to mouth, should not run through other bubbles or each other. */
function crossedTails(before: Placed, unit: Unit, shape: BubbleShape, x: number, y: number): number {
  const [mine, theirs] = [unit.speaker?.mouth, before.unit.speaker?.mouth];
  let cost = 0;
  if (mine && hits({ x, y }, mine, before)) cost += 1;
  if (theirs && hits(before, theirs, { x, y, shape })) cost += 1;
  if (mine && theirs && unit.speaker !== before.unit.speaker && isCrossing({ x, y }, mine, before, theirs)) cost += 1;
  return cost;
}

function hits(from: Point, to: Point, body: { x: number; y: number; shape: BubbleShape }): boolean {
  const { a, b } = body.shape.outer;
  // In the space where the body is a unit circle, the nearest point of the way to its centre.
  const [px, py, qx, qy] = [(from.x - body.x) / a, (from.y - body.y) / b, (to.x - body.x) / a, (to.y - body.y) / b];
  const [dx, dy] = [qx - px, qy - py];
  const t = Math.max(0, Math.min(0.75, -(px * dx + py * dy) / Math.max(1e-9, dx * dx + dy * dy)));
  return Math.hypot(px + t * dx, py + t * dy) < 1.06;
}

export function isCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** The middle of a head, without the outer hair. */
function core(head: Box): Box {
  return { x: head.x + head.width * 0.12, y: head.y + head.height * 0.12, width: head.width * 0.76, height: head.height * 0.76 };
}

/** How many other faces a tail would run through. */
export function facesOnWay(people: readonly Person[], speaker: Person, from: Point): number {
  let cost = 0;
  for (const person of people) {
    if (person === speaker) continue;
    const f = core(person.headBox);
    for (let i = 2; i <= 7; i++) {
      const t = i / 9;
      const [x, y] = [from.x + (speaker.mouth.x - from.x) * t, from.y + (speaker.mouth.y - from.y) * t];
      if (x > f.x && x < f.x + f.width && y > f.y && y < f.y + f.height) {
        cost += 1;
        break;
      }
    }
  }
  return cost;
}

/** Whether a tail from here would end nearer to another mouth than to the speaker's. */
export function tempts(seen: readonly Person[], speaker: Person, shape: BubbleShape, from: Point): boolean {
  const [dx, dy] = [speaker.mouth.x - from.x, speaker.mouth.y - from.y];
  const distance = Math.hypot(dx, dy);
  const out = Math.min(distance, radius(shape.outer, Math.atan2(dy, dx)));
  const length = out + tailLength(distance - out);
  const tip = { x: from.x + (dx / Math.max(1, distance)) * length, y: from.y + (dy / Math.max(1, distance)) * length };
  const own = Math.max(0, distance - length);
  return seen.some((other) => other !== speaker && Math.hypot(other.mouth.x - tip.x, other.mouth.y - tip.y) < own * 0.95);
}
