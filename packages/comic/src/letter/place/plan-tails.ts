import type { Box, Point } from '../../model/geometry.ts';
import { safeBox, keptWithin, spotOnPage } from '../hand.ts';
import { boxOf } from '../../model/geometry.ts';
import { radius } from '../shape/superellipse.ts';
import { seenIn, wrongMouth } from '../faces.ts';
import { speechTail, thoughtTail, type Tail, type TailPlan } from '../shape/tail.ts';
import type { PageToLetter, PanelToLetter } from '../types.ts';
import type { PanelArea } from './panel-area.ts';
import { isCrossing, type Placed } from './score.ts';

const BENDS = [0.55, -0.55, 0.25, -0.25, 0.9, -0.9, 0] as const;
const SWINGS = [0, 0.28, -0.28, 0.6, -0.6, 0.95, -0.95] as const;

/** The tail of every bubble that has one, by its place in `placed`. */
export function planTails(placed: readonly Placed[], panel: PanelToLetter, area: PanelArea, page: Pick<PageToLetter, 'width' | 'height' | 'safe'>): (Tail | undefined)[] {
  const tails: (Tail | undefined)[] = placed.map((own) => aimedTail(own, placed, panel, page));
  for (const group of voices(placed)) {
    if (group.some((j) => tails[j])) continue;
    const i = tailBearer(group.filter((j) => placed[j]!.unit.hand?.tail === undefined), placed);
    if (i !== undefined) tails[i] = bestTail(placed[i]!, placed, tails, panel, area, group.includes(i) ? group.map((j) => placed[j]!) : []);
  }
  return tails;
}

/** A tail aimed by hand starts from the nearest bubble of its line. */
function aimedTail(own: Placed, all: readonly Placed[], panel: PanelToLetter, page: Pick<PageToLetter, 'width' | 'height' | 'safe'>): Tail | undefined {
  const { hand, line } = own.unit;
  if (!hand?.tail || hand.tail === 'none') return undefined;
  const bounds = safeBox(page);
  const target = keptWithin(spotOnPage(hand.tail, boxOf(panel.polygon)), 3, 3, bounds);
  const parts = all.filter((other) => other.unit.line.id === line.id);
  if (parts.some((other) => distanceTo(other, target) < distanceTo(own, target))) return undefined;
  // A long tail bends no more than one of usual length; none leaves the page.
  const bend = Math.min(0.55, 66 / Math.max(1, Math.hypot(target.x - own.x, target.y - own.y))) * (target.x < own.x === target.y > own.y ? -1 : 1);
  const tails = [bend, -bend, 0].map((each) => makeTail(own, target, { bend: each, swing: 0, isExact: true }));
  return tails.find((tail) => tail?.line.every(({ x, y }) => x > bounds.x && y > bounds.y && x < bounds.x + bounds.width && y < bounds.y + bounds.height)) ?? tails.at(-1);
}

/** Runs of joined bubbles share one tail. */
function voices(placed: readonly Placed[]): number[][] {
  const groups: number[][] = [];
  placed.forEach((p, i) => {
    if (p.isLinked && groups.length > 0) groups.at(-1)!.push(i);
    else groups.push([i]);
  });
  return groups;
}

function tailBearer(group: readonly number[], placed: readonly Placed[]): number | undefined {
  const first = placed[group[0] ?? -1];
  if (!first || first.unit.kind === 'narration') return undefined;
  const mouth = first.unit.speaker?.mouth;
  if (!mouth) return group[0];
  const distance = (i: number): number => distanceTo(placed[i]!, mouth);
  return [...group].sort((a, b) => distance(a) - distance(b))[0];
}

/** From a bubble's outline to a point, u; negative inside. */
function distanceTo(p: Placed, to: Point): number {
  return Math.hypot(p.x - to.x, p.y - to.y) - radius(p.shape.outer, Math.atan2(to.y - p.y, to.x - p.x));
}

function bestTail(own: Placed, all: readonly Placed[], tails: readonly (Tail | undefined)[], panel: PanelToLetter, area: PanelArea, group: readonly Placed[]): Tail | undefined {
  const speaker = own.unit.speaker;
  const target = speaker ? keptInside(own, aimAt(own, speaker), area) : edgePoint(own, area, seenIn(panel.polygon, panel.people));
  if (!target) return undefined;
  const obstacles = panel.people.map((person) => person.faceBox).concat(all.filter((other) => other !== own && !group.includes(other)).map((other) => core(other)));
  const seen = seenIn(panel.polygon, panel.people);
  let best: Tail | undefined;
  let least = Infinity;
  // A tail that most of the way would show another mouth goes all the way.
  for (const isLong of speaker ? [false, true] : [false]) {
    for (const swing of SWINGS) {
      for (const bend of BENDS) {
        const tail = makeTail(own, target, { bend, swing, isLong, obstacles, share: speaker ? undefined : 1 });
        if (!tail) continue;
        let cost = Math.abs(swing) * 14 + Math.abs(Math.abs(bend) - 0.5) * 6 + (bendsDown(tail) ? 0 : 2) + (isLong ? 20 : 0);
        if (wrongMouth(tail.tip, speaker, seen)) cost += 90;
        for (const person of panel.people) cost += touched(tail, person.faceBox) * (person === speaker ? 60 : 200);
        for (const other of all) if (other !== own) cost += group.includes(other) ? inBody(tail, other) * 40 : inBody(tail, other) * 80;
        for (const other of tails) if (other && crosses(tail, other)) cost += 120;
        if (cost < least) [best, least] = [tail, cost];
        if (least < 5) return best;
      }
    }
    if (least < 80) break;
  }
  return best;
}

/** The box inside a bubble that a tail must not enter. */
function core({ box }: Placed): Box {
  return { x: box.x + box.width * 0.08, y: box.y + box.height * 0.08, width: box.width * 0.84, height: box.height * 0.84 };
}

type Way = Pick<TailPlan, 'bend' | 'swing' | 'isLong' | 'obstacles' | 'share' | 'isExact'>;

function makeTail(own: Placed, target: Point, way: Way): Tail | undefined {
  const { inner, outer, form } = own.shape;
  const plan: TailPlan = { outline: inner, centre: { x: own.x, y: own.y }, target, ...way };
  return form === 'cloud' ? thoughtTail(plan, outer.a - inner.a) : speechTail(plan);
}

/** Thoughts lead to the head, words to the mouth. The aim lies at the near rim of the face when the mouth is behind it. */
function aimAt(own: Placed, speaker: { mouth: Point; faceBox: Box; headBox: Box }): Point {
  if (own.shape.form !== 'cloud') return speaker.mouth;
  const h = speaker.headBox;
  return { x: h.x + h.width / 2, y: h.y + h.height * 0.35 };
}

/** A mouth outside the panel is aimed at, but the tail ends at the border. */
function keptInside(own: Placed, aim: Point, area: PanelArea): Point {
  let share = 1;
  for (const { nx, ny, d } of area.planes) {
    const [here, there] = [nx * own.x + ny * own.y, nx * aim.x + ny * aim.y];
    if (there > d - 3 && there > here) share = Math.min(share, Math.max(0, (d - 3 - here) / (there - here)));
  }
  return { x: own.x + (aim.x - own.x) * share, y: own.y + (aim.y - own.y) * share };
}

/** A voice from outside: the nearest point of the panel's border, seldom the upper one. */
function edgePoint(own: Placed, area: PanelArea, people: PanelToLetter['people']): Point | undefined {
  if (own.unit.speaker) return undefined;
  let best: { distance: number; point: Point; isSide: boolean } | undefined;
  for (const { nx, ny, d } of area.planes) {
    const away = d - nx * own.x - ny * own.y;
    const point = { x: own.x + nx * (away - 4), y: own.y + ny * (away - 4) };
    const reach = away + (ny < -0.5 ? 160 : ny > 0.5 ? 20 : 0) + (wrongMouth(point, undefined, people) ? 400 : 0);
    if (!best || reach < best.distance) best = { distance: reach, point, isSide: Math.abs(nx) > 0.7 };
  }
  return best && { x: best.point.x + (best.isSide ? 0 : 10), y: best.point.y + (best.isSide ? 14 : 0) };
}

/** Share of the tail's middle line that lies in a box. */
function touched(tail: Tail, box: Box): number {
  return share(tail, (p) => p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height);
}

function inBody(tail: Tail, other: Placed): number {
  const { a, b, p } = other.shape.outer;
  return share(tail, (q) => {
    const [x, y] = [Math.abs(q.x - other.x) / (a + 4), Math.abs(q.y - other.y) / (b + 4)];
    return p === Infinity ? Math.max(x, y) < 1 : x ** p + y ** p < 1;
  });
}

/** Tests points along the tail's middle and both its sides, which draw together towards the tip. */
function share(tail: Tail, test: (p: Point) => boolean): number {
  let inside = 0;
  const pieces = tail.line.length - 1;
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [tail.line[i]!, tail.line[i + 1]!];
    const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
    for (let k = 1; k <= 6; k++) {
      const half = tail.width * 0.9 * (1 - (i + k / 6) / pieces);
      const [x, y] = [a.x + ((b.x - a.x) * k) / 6, a.y + ((b.y - a.y) * k) / 6];
      const [dx, dy] = [(-(b.y - a.y) / length) * half, ((b.x - a.x) / length) * half];
      if (test({ x, y }) || test({ x: x + dx, y: y + dy }) || test({ x: x - dx, y: y - dy })) inside++;
    }
  }
  return inside / (6 * pieces);
}

function crosses(a: Tail, b: Tail): boolean {
  for (let i = 1; i < a.line.length; i++) for (let j = 1; j < b.line.length; j++) if (isCrossing(a.line[i - 1]!, a.line[i]!, b.line[j - 1]!, b.line[j]!)) return true;
  return false;
}

/** A tail that sags like a rope looks natural; one that arches up, less so. */
function bendsDown(tail: Tail): boolean {
  const [a, m, b] = [tail.line[0]!, tail.line[1]!, tail.line.at(-1)!];
  return m.y >= (a.y + b.y) / 2;
}
