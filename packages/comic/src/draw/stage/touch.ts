/** Hands that meet: two people in a hug, hand in hand, or giving and taking. */
import type { Point } from '../../model/geometry.ts';
import type { Contact, Look } from '../../model/book.ts';
import { bodyOf } from '../figure/body.ts';
import type { ReachSpec } from '../types.ts';

/** Somebody who touches: ground point and scale as drawn, height of the crown in the pose, cm. */
type Toucher = { feet: Point; scale: number; look: Look; crown: number };

/** How one of the two is drawn so that the touch holds; `yaw` replaces the turn of the body. */
export type Hold = { reach: ReachSpec[]; yaw?: number; isFront?: boolean };

/** Distance of the ground points of two who touch, cm. */
export function touchDistance(how: Contact['how'], a: Look, b: Look): number {
  const k = (168 * (a.height + b.height)) / 336;
  if (how !== 'give') return (how === 'hug' ? 35 : 56) * k;
  const { across } = meeting(bodyReach(a), bodyReach(b));
  return Math.min(82 * k, across[0] + across[1] + 12);
}

/** Height of the shoulders and length of the arm to the palm, in one unit. */
type Reach = { shoulder: number; arm: number };

function bodyReach(look: Look, crown?: number): Reach {
  const body = bodyOf(look);
  return { shoulder: (crown ?? body.height) - body.head - body.neck - 0.037 * body.height, arm: body.upperArm + body.foreArm + body.hand * 0.42 };
}

/** The height at which a gift changes hands, and how far each arm then reaches: a child reaches up, a grown-up down. */
function meeting(a: Reach, b: Reach): { height: number; across: [number, number] } {
  const low = Math.min(a.shoulder, b.shoulder) - Math.min(a.arm, b.arm) * 0.42;
  const height = Math.max(low, a.shoulder - a.arm * 0.8, b.shoulder - b.arm * 0.8);
  const across = (r: Reach): number => Math.sqrt(Math.max((r.arm * 0.3) ** 2, r.arm ** 2 - (r.shoulder - height) ** 2)) * 0.92;
  return { height, across: [across(a), across(b)] };
}

/** Holds of `a` and `b`; in a hug the face of `a` is seen over the shoulder of `b`. In giving, `a` gives. */
export function holdsOf(a: Toucher, b: Toucher, how: Contact['how']): [Hold, Hold] {
  if (how === 'hug') return embrace(a, b);
  return how === 'give' ? handOver(a, b) : handInHand(a, b);
}

function shoulderOf(t: Toucher): number {
  const body = bodyOf(t.look);
  return t.feet.y - (t.crown - body.head - body.neck - 0.037 * body.height) * t.scale;
}

function armOf(t: Toucher): number {
  const body = bodyOf(t.look);
  return (body.upperArm + body.foreArm + body.hand * 0.42) * t.scale;
}

function towards(a: Toucher, b: Toucher): 1 | -1 {
  return b.feet.x >= a.feet.x ? 1 : -1;
}

/** The arm that hangs next to the other is lifted as little as the two lengths allow. */
function handInHand(a: Toucher, b: Toucher): [Hold, Hold] {
  const dir = towards(a, b);
  const [xa, xb] = [a.feet.x + dir * bodyOf(a.look).shoulder * a.scale * 0.8, b.feet.x - dir * bodyOf(b.look).shoulder * b.scale * 0.8];
  const share = armOf(a) / (armOf(a) + armOf(b));
  const x = xa + (xb - xa) * share;
  const drop = (t: Toucher, from: number): number => shoulderOf(t) + Math.sqrt(Math.max(0, armOf(t) ** 2 - (x - from) ** 2)) * 0.95;
  const y = Math.min(drop(a, xa), drop(b, xb));
  const hand = (t: Toucher): ReachSpec[] => [{ at: { x: x - (t === a ? dir : -dir) * 1.5 * t.scale, y }, depth: 8, hand: 'hold' }];
  return [{ reach: hand(a) }, { reach: hand(b) }];
}

function handOver(giver: Toucher, taker: Toucher): [Hold, Hold] {
  const dir = towards(giver, taker);
  const { height, across } = meeting(bodyReach(giver.look, giver.crown), bodyReach(taker.look, taker.crown));
  const y = (giver.feet.y + taker.feet.y) / 2 - height * giver.scale;
  const share = across[0] / (across[0] + across[1]);
  const x = giver.feet.x + (taker.feet.x - giver.feet.x) * share;
  return [
    { reach: [{ at: { x: x - dir * 6 * giver.scale, y }, depth: 16, hand: 'hold' }] },
    { reach: [{ at: { x: x + dir * 8 * taker.scale, y: y + 3 * taker.scale }, depth: 16, hand: 'open' }] },
  ];
}

/** One faces the reader three-quarters, the other is seen from behind: two profiles would hide each other. */
function embrace(seen: Toucher, turned: Toucher): [Hold, Hold] {
  const dir = towards(seen, turned);
  const [back, chest] = [shoulderOf(turned), shoulderOf(seen)];
  const k = turned.scale * turned.look.height;
  const onBack = (across: number, down: number): ReachSpec => ({ at: { x: turned.feet.x + dir * across * k, y: back + down * k }, depth: 24, hand: 'flat', isRound: true });
  const round = (across: number, down: number): ReachSpec => ({ at: { x: seen.feet.x - dir * across * seen.scale, y: chest + down * seen.scale }, depth: -16, hand: 'flat' });
  return [
    { reach: [onBack(7, 13), onBack(-3, 27)], yaw: dir * 0.62 },
    { reach: [round(5, 16), round(9, 30)], yaw: -dir * 2.65, isFront: true },
  ];
}
