import type { Box, Point } from '../../model/geometry.ts';
import { path } from '../../draw/pen/path.ts';
import { boundary, radius, type Superellipse } from './superellipse.ts';

export type Tail = { d: string; tip: Point; /** Middle line from root to tip, to test what it crosses. */ line: Point[]; /** Half the width at the root. */ width: number };

/** Largest length of a tail, u. */
const LONGEST = 130;
/** How far the tip of a tail from a place will be from the outline. */
export function tailLength(away: number): number {
  return Math.max(9, Math.min(LONGEST, Math.max(away * REACH, Math.min(away * 0.85, 20))));
}

/** A tail covers this share of the way from the outline to the mouth. */
const REACH = 0.56;
const LONG_REACH = 0.86;

export type TailPlan = { outline: Superellipse; centre: Point; target: Point; /** -1..1: which way and how much it bends. */ bend: number; /** Radians: the root's place is turned by this. */ swing: number; share?: number; /** Goes nearly all the way: for a speaker behind whom others stand. */ isLong?: boolean; /** The tip stops before these: faces and other bubbles. */ obstacles?: readonly Box[]; /** The tip is the target itself: aimed by hand. */ isExact?: boolean };

/** A curved tail with a wide root inside the bubble. Undefined when the target lies in or at the bubble. */
export function speechTail({ outline, centre, target, bend, swing, share = REACH, isLong = false, obstacles = [], isExact = false }: TailPlan): Tail | undefined {
  const angle = Math.atan2(target.y - centre.y, target.x - centre.x) + swing;
  const root = boundary(outline, centre, angle);
  const away = Math.hypot(target.x - root.x, target.y - root.y);
  if (Math.hypot(target.x - centre.x, target.y - centre.y) < radius(outline, angle - swing) + 8 || away < 8) return undefined;
  const free = Math.min(1, ...obstacles.map((box) => wayToBox(root, target, box))) * away;
  const length = isExact ? away : Math.max(9, isLong ? Math.min(2.4 * LONGEST, free, away * LONG_REACH) : Math.min(LONGEST, free, Math.max(away * share, Math.min(away * 0.85, 20))));
  const tip = { x: root.x + ((target.x - root.x) / away) * length, y: root.y + ((target.y - root.y) / away) * length };
  const width = Math.max(6.5, Math.min(13, 5 + length * 0.075, Math.min(outline.a, outline.b) * 0.32));
  const [ux, uy] = [(tip.x - root.x) / length, (tip.y - root.y) / length];
  const [nx, ny] = [-uy, ux];
  const inward = Math.min(outline.a, outline.b) * 0.35 + 4;
  const at = (side: number, along: number): Point => ({ x: root.x + nx * side + ux * along, y: root.y + ny * side + uy * along });
  const sag = bend * length * 0.3;
  const [l0, r0] = [at(width * 1.15, -inward), at(-width * 1.15, -inward)];
  const [l1, r1] = [at(width, 0), at(-width, 0)];
  const [lm, rm] = [at(width * 0.42 + sag, length * 0.5), at(-width * 0.42 + sag, length * 0.5)];
  // The same turning sense as the body: clockwise on the screen, so that filled areas add up.
  const d = path().move(r0.x, r0.y).line(r1.x, r1.y).quad(rm.x, rm.y, tip.x, tip.y).quad(lm.x, lm.y, l1.x, l1.y).line(l0.x, l0.y).close().d;
  return { d, tip, line: [root, at(sag * 0.5, length * 0.5), tip], width };
}

/** Share of the way from `from` to `to` that can be gone before a box, with some clearance, begins. */
function wayToBox(from: Point, to: Point, box: Box): number {
  const [x0, y0, x1, y1] = [box.x - 5, box.y - 5, box.x + box.width + 5, box.y + box.height + 5];
  for (let i = 0; i <= 24; i++) {
    const [x, y] = [from.x + ((to.x - from.x) * i) / 24, from.y + ((to.y - from.y) * i) / 24];
    if (x > x0 && x < x1 && y > y0 && y < y1) return i / 24;
  }
  return 1;
}

/** The puffs of a thought: two or three shrinking circles on the way to the head. */
export function thoughtTail({ outline, centre, target, swing, isLong = false, isExact = false }: TailPlan, grow: number): Tail | undefined {
  const angle = Math.atan2(target.y - centre.y, target.x - centre.x) + swing;
  const root = boundary(outline, centre, angle, grow * 0.6);
  const away = Math.hypot(target.x - root.x, target.y - root.y);
  if (Math.hypot(target.x - centre.x, target.y - centre.y) < radius(outline, angle - swing) + grow + 8 || away < 10) return undefined;
  const length = isExact ? away : Math.min(isLong ? 2.4 * LONGEST : LONGEST, Math.max(away * 0.72, Math.min(away * 0.9, 26)));
  const [ux, uy] = [(target.x - root.x) / away, (target.y - root.y) / away];
  const count = length > 62 ? 3 + Math.floor(Math.max(0, length - LONGEST) / 26) : 2;
  const out = path();
  let at = 0;
  for (let i = 0; i < count; i++) {
    const r = Math.max(2.6, Math.min(9.5, length * 0.14) * (1 - (i * 0.9) / count));
    at += r + 4;
    const c = { x: root.x + ux * at, y: root.y + uy * at };
    out.ellipse(c.x, c.y, r * 1.08, r * 0.94);
    at += r;
  }
  const tip = { x: root.x + ux * at, y: root.y + uy * at };
  return { d: out.d, tip, line: [root, tip], width: 7 };
}

/** Necks that are found automatically are shorter, u. */
const LONG_NECK = 44;

/** A neck that joins two bubbles of one voice: a band with hollow sides from inside the one to inside the other. */
export function neckBetween(a: { outline: Superellipse; centre: Point }, b: { outline: Superellipse; centre: Point }): string {
  const angle = Math.atan2(b.centre.y - a.centre.y, b.centre.x - a.centre.x);
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const ra = radius(a.outline, angle);
  const rb = radius(b.outline, angle + Math.PI);
  const distance = Math.hypot(b.centre.x - a.centre.x, b.centre.y - a.centre.y);
  const width = Math.max(6, Math.min(15, 0.24 * Math.min(a.outline.a, a.outline.b, b.outline.a, b.outline.b)));
  const at = (along: number, side: number): Point => ({ x: a.centre.x + ux * along - uy * side, y: a.centre.y + uy * along + ux * side });
  // A long neck, as only hands make, meets its bubbles at any angle: its ends lie deeper and do not show.
  const isLong = distance - ra - rb > LONG_NECK;
  const [s, e] = isLong ? [ra - Math.min(ra * 0.6, width * 2), distance - rb + Math.min(rb * 0.6, width * 2)] : [ra - width * 0.9, distance - rb + width * 0.9];
  const [middle, end] = [(s + e) / 2, isLong ? 0.9 : 1.25];
  const p = [at(s, -width * end), at(middle, -width * 0.45), at(e, -width * end), at(e, width * end), at(middle, width * 0.45), at(s, width * end)];
  return path().move(p[0]!.x, p[0]!.y).quad(p[1]!.x, p[1]!.y, p[2]!.x, p[2]!.y).line(p[3]!.x, p[3]!.y).quad(p[4]!.x, p[4]!.y, p[5]!.x, p[5]!.y).close().d;
}
