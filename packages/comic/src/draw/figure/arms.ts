/** Arms in their sleeves, with hands. */
import type { OutfitSpec } from '../../model/book.ts';
import type { Point } from '../../model/geometry.ts';
import { fold, hullOf, lineColourOn, overlay, stroke, union, type Canvas, type Solid } from './canvas.ts';
import type { Outfitting, SleeveCut } from './garment.ts';
import { drawHand } from './hand.ts';
import { drawPattern } from './pattern.ts';
import { shade } from './shade.ts';
import type { PaintOf } from './paint.ts';
import { bendOf, type ArmBones } from './skeleton.ts';
import { armLimb, sections, SKIN, type Figure, type Limb, type Profile } from './solids.ts';
import { makeTube, skinLine } from './tube.ts';
import { across, add, cross, mix, sub, times, unit, type Vec } from './vector.ts';
import { depthOf, toPicture } from './view.ts';

type Cut = { upper: Profile; fore?: Profile; until?: number };

const CUTS: Record<Exclude<SleeveCut, 'none'>, Cut> = {
  short: { upper: [[0, 28], [0.18, 33], [0.4, 35.5], [0.66, 37]], until: 0.62 },
  elbow: { upper: [[0, 28], [0.16, 33], [0.35, 35], [0.75, 34], [1, 33]], fore: [[0, 33], [0.2, 33], [0.34, 34]], until: 1.34 },
  long: { upper: [[0, 28], [0.16, 31.5], [0.35, 32], [0.7, 29], [1, 27]], fore: [[0, 27], [0.25, 28], [0.7, 23.5], [0.97, 22]] },
  loose: { upper: [[0, 30], [0.16, 34.5], [0.35, 37], [0.7, 36], [1, 34]], fore: [[0, 34], [0.3, 36], [0.7, 34], [0.88, 30], [0.97, 23]] },
  wide: { upper: [[0, 30], [0.16, 34], [0.35, 36], [0.7, 37], [1, 38]], fore: [[0, 38], [0.35, 44], [0.7, 55], [1, 68]] },
  hanging: { upper: [[0, 30], [0.16, 34], [0.35, 36], [0.7, 38], [1, 38]], fore: [[0, 38], [0.4, 40], [0.8, 42], [0.95, 43]] },
  plate: { upper: [[0, 40], [0.25, 41], [0.6, 32], [1, 30]], fore: [[0, 30], [0.3, 33], [0.7, 29], [0.95, 27]] },
  space: { upper: [[0, 44], [0.3, 45], [0.7, 42], [1, 40]], fore: [[0, 40], [0.3, 43], [0.7, 40], [0.95, 34]] },
};

export type ArmParts = { arm: ArmBones; sleeve?: Limb; bag?: Solid; bare?: Limb };

export function makeArm(f: Figure, arm: ArmBones, cut: SleeveCut): ArmParts {
  const bare = armLimb(f, arm, SKIN.upperArm, SKIN.foreArm);
  if (cut === 'none') return { arm, bare };
  const { upper, fore, until } = CUTS[cut];
  if (!fore) {
    const tube = makeTube(f.view, sections(f, arm.shoulder, arm.elbow, upper, f.bones.chestFrame.z), { start: 'round', end: 'flat' });
    return { arm, sleeve: { tubes: [tube], lower: tube }, bare };
  }
  const bag = cut === 'hanging' || cut === 'wide' ? sleeveBag(f, arm, cut === 'hanging' ? 0.3 : 0.16) : undefined;
  return { arm, sleeve: armLimb(f, arm, upper, fore), bare: (until ?? 2) < 2 ? bare : undefined, bag };
}

/** The hanging part of a wide sleeve: a flat bag under the forearm. */
function sleeveBag(f: Figure, arm: ArmBones, length: number): Solid {
  const h = f.body.height;
  const axis = unit(sub(arm.wrist, arm.elbow));
  const free = sub([0, -1, 0], times(axis, -axis[1] * 0.75 * Math.abs(axis[1]) ** 2));
  const outwards: Vec = times(f.bones.chestFrame.x, arm.side * 0.14);
  const down = unit(add(add(free, outwards), f.bones.chestFrame.z, -0.16));
  const top = across(times(down, -1), axis);
  const drop = h * length * (0.55 + 0.45 * Math.min(1, Math.hypot(free[0], free[1], free[2])));
  const thick = times(cross(axis, down), 0.02 * h);
  const corners = ([[-0.15, 0], [0.97, 0], [1.02, 0.9], [0.8, 1.02], [0.3, 1], [0.0, 0.85], [-0.15, 0.4]] as const).flatMap(([along, fallen]) => {
    const p = add(add(add(arm.elbow, axis, f.body.foreArm * along), top, fallen === 0 ? 0.03 * h : 0), down, fallen * drop);
    // It lies down on the ground instead of hanging through it.
    const above = (v: Vec): Vec => [v[0], Math.max(v[1], Math.min(0.015 * h, arm.wrist[1])), v[2]];
    return [toPicture(f.view, above(add(p, thick))), toPicture(f.view, above(add(p, thick, -1)))];
  });
  return hullOf(corners);
}

/** Which of the two lies before the trunk. */
export function isBefore(f: Figure, arm: ArmBones): boolean {
  const trunk = depthOf(f.view, mix(f.bones.waist, f.bones.neck, 0.6));
  const k = f.body.height / 168;
  return (depthOf(f.view, arm.shoulder) * 0.8 + depthOf(f.view, arm.elbow) * 1.1 + depthOf(f.view, arm.wrist) * 1.1) / 3 - trunk > -6.5 * k;
}

export function drawArm(canvas: Canvas, f: Figure, parts: ArmParts, wear: { outfit: Outfitting; paint: PaintOf; isOver: boolean; pattern: OutfitSpec['pattern']; held?: (side: 'front' | 'back') => string }): void {
  const { arm } = parts;
  const { outfit, paint } = wear;
  const cloth = paint(outfit.top.role ?? 'top');
  const gloved = outfit.extras?.includes('gloves');
  const hand = drawHand(canvas, f, arm, gloved ? paint('paper') : paint('skin'));
  const isHandNear = depthOf(f.view, arm.along) > 0.35;
  const putHand = (): void => {
    if (wear.held) canvas.parts.push(wear.held('back'));
    hand.back();
    if (wear.held) canvas.parts.push(wear.held('front'));
    hand.front();
  };
  if (parts.bare) drawBare(canvas, f, parts, parts.bare, paint('skin'), wear.isOver && outfit.top.cut === 'none');
  if (!isHandNear) putHand();
  if (parts.sleeve) {
    if (parts.bag) union(canvas, [parts.bag, parts.sleeve.lower], cloth);
    if (wear.isOver) overlay(canvas, parts.sleeve.tubes, cloth, outfit.top.cut === 'short' ? 0.5 : 0.34);
    else union(canvas, parts.sleeve.tubes, cloth);
    if (parts.bag) canvas.parts.push(`<path d="${parts.bag.d}" fill="${cloth}"/>`);
    shade(canvas, parts.sleeve.tubes, cloth);
    drawPattern(canvas, parts.sleeve.tubes[0]!, wear.pattern, cloth);
    if (canvas.detail > 0) sleeveFolds(canvas, f, parts, parts.sleeve, cloth, outfit);
  }
  if (isHandNear) putHand();
}

function drawBare(canvas: Canvas, f: Figure, parts: ArmParts, bare: Limb, skin: string, grows: boolean): void {
  if (grows) overlay(canvas, bare.tubes, skin, 0.3);
  else union(canvas, bare.tubes, skin);
  shade(canvas, bare.tubes, skin);
  if (canvas.detail === 2 && bendOf(parts.arm.shoulder, parts.arm.elbow, parts.arm.wrist) > 0.7) elbowFold(canvas, f, parts, canvas.pen.paints.line, 1);
}

function sleeveFolds(canvas: Canvas, f: Figure, parts: ArmParts, sleeve: Limb, cloth: string, outfit: Outfitting): void {
  const { arm } = parts;
  const ink = lineColourOn(canvas, cloth);
  if (outfit.top.cut === 'short') return;
  const bend = bendOf(arm.shoulder, arm.elbow, arm.wrist);
  if (bend > 0.3) elbowFold(canvas, f, parts, ink, bend > 0.8 ? 3 : 2);
  if (canvas.detail < 2 || parts.bag) return;
  const cuff = outfit.extras?.includes('cuffs') ? 0.84 : 0.93;
  for (const run of skinLine(sleeve.lower, [[cuff, -Math.PI / 2], [cuff, Math.PI / 2], [cuff, Math.PI * 1.5]], 24)) stroke(canvas, run, canvas.weight.fine, ink);
}

/** Creases that fan out from the inside of the bend. */
function elbowFold(canvas: Canvas, f: Figure, parts: ArmParts, ink: string, count: number): void {
  const { arm } = parts;
  const [p, a, b] = [toPicture(f.view, arm.elbow), toPicture(f.view, arm.shoulder), toPicture(f.view, arm.wrist)];
  creases(canvas, p, a, b, f.body.height * f.view.scale * 0.029 * f.body.limb, ink, count);
}

/** `r` is the half width of the limb at the joint, u. */
export function creases(canvas: Canvas, joint: Point, a: Point, b: Point, r: number, ink: string, count: number): void {
  const to = (q: Point): Point => {
    const l = Math.hypot(q.x - joint.x, q.y - joint.y) || 1;
    return { x: (q.x - joint.x) / l, y: (q.y - joint.y) / l };
  };
  const [u, v] = [to(a), to(b)];
  const inner = { x: u.x + v.x, y: u.y + v.y };
  const length = Math.hypot(inner.x, inner.y);
  if (length < 0.25) return;
  const n = { x: inner.x / length, y: inner.y / length };
  const away = { x: (u.x - v.x) / 2, y: (u.y - v.y) / 2 };
  // Where the inner contours meet, and from there into the cloth.
  const root = Math.min(1.9, 1 / Math.max(0.35, Math.sqrt(Math.max(0, 1 - (length / 2) ** 2))));
  const at = (deep: number, aside: number): Point => ({ x: joint.x + n.x * r * (root - deep) + away.x * r * aside, y: joint.y + n.y * r * (root - deep) + away.y * r * aside });
  const w = canvas.weight.detail;
  fold(canvas, [at(0, 0), at(0.45, 0.1), at(root + 0.1, 0.42)], w, ink, w * 0.9);
  if (count > 1) fold(canvas, [at(0.12, 0.62), at(0.45, 1.0), at(0.95, 1.3)], w, ink, w * 0.6);
  if (count > 2) fold(canvas, [at(0.3, -0.5), at(0.75, -0.62), at(1.25, -0.95)], w, ink, w * 0.5);
}
