/** Arms in their sleeves, with hands. */
import type { Point } from '../../model/geometry.ts';
import { fold, lineColourOn, overlay, solidOf, stroke, union, type Canvas, type Solid } from './canvas.ts';
import type { Outfitting, SleeveCut } from './garment.ts';
import { drawHand } from './hand.ts';
import type { PaintOf } from './paint.ts';
import { bendOf, type ArmBones } from './skeleton.ts';
import { armTubes, segment, SKIN, type Figure, type Profile } from './solids.ts';
import { skinLine, type Tube } from './tube.ts';
import { across, add, mix, sub, times, unit, type Vec } from './vector.ts';
import { depthOf, toPicture } from './view.ts';

type Cut = { upper: Profile; fore?: Profile; until?: number };

const CUTS: Record<Exclude<SleeveCut, 'none'>, Cut> = {
  short: { upper: [[0, 35], [0.25, 37], [0.62, 38]], until: 0.62 },
  elbow: { upper: [[0, 36], [0.3, 36], [0.75, 34], [1, 33]], fore: [[0, 33], [0.2, 33], [0.34, 34]], until: 1.34 },
  long: { upper: [[0, 35], [0.3, 34], [0.7, 29], [1, 27]], fore: [[0, 27], [0.25, 28], [0.7, 23.5], [0.97, 22]] },
  loose: { upper: [[0, 38], [0.3, 39], [0.7, 36], [1, 34]], fore: [[0, 34], [0.3, 36], [0.7, 34], [0.88, 30], [0.97, 23]] },
  wide: { upper: [[0, 37], [0.3, 37], [0.7, 37], [1, 38]], fore: [[0, 38], [0.35, 44], [0.7, 55], [1, 68]] },
  hanging: { upper: [[0, 38], [0.3, 38], [0.7, 38], [1, 38]], fore: [[0, 38], [0.4, 40], [0.8, 42], [0.95, 43]] },
  plate: { upper: [[0, 40], [0.25, 41], [0.6, 32], [1, 30]], fore: [[0, 30], [0.3, 33], [0.7, 29], [0.95, 27]] },
  space: { upper: [[0, 44], [0.3, 45], [0.7, 42], [1, 40]], fore: [[0, 40], [0.3, 43], [0.7, 40], [0.95, 34]] },
};

export type ArmParts = { arm: ArmBones; sleeve: Tube[]; bag?: Solid; bare: Tube[] };

export function makeArm(f: Figure, arm: ArmBones, cut: SleeveCut): ArmParts {
  const bare = armTubes(f, arm, SKIN.upperArm, SKIN.foreArm);
  if (cut === 'none') return { arm, sleeve: [], bare };
  const { upper, fore, until } = CUTS[cut];
  const [a, b] = armTubes(f, arm, upper, fore ?? SKIN.foreArm);
  if (!fore) return { arm, sleeve: [segment(f, arm.shoulder, arm.elbow, upper, f.bones.chestFrame.z, {}, { start: 'round', end: 'flat' })], bare };
  return { arm, sleeve: [a, b], bare: (until ?? 2) < 2 ? bare : [], bag: cut === 'hanging' || cut === 'wide' ? sleeveBag(f, arm, cut === 'hanging' ? 0.3 : 0.16) : undefined };
}

/** The hanging part of a wide sleeve: a flat bag under the forearm. */
function sleeveBag(f: Figure, arm: ArmBones, length: number): Solid {
  const h = f.body.height;
  const axis = unit(sub(arm.wrist, arm.elbow));
  const free = sub([0, -1, 0], times(axis, -axis[1] * 0.75));
  const outwards: Vec = times(f.bones.chestFrame.x, arm.side * 0.35);
  const down = unit(add(add(free, outwards), f.bones.chestFrame.z, -0.4));
  const top = across(times(down, -1), axis);
  const drop = h * length * (0.55 + 0.45 * Math.min(1, Math.hypot(free[0], free[1], free[2])));
  const at = (along: number, fallen: number): Point => toPicture(f.view, add(add(add(arm.elbow, axis, f.body.foreArm * along), top, fallen === 0 ? 0.03 * h : 0), down, fallen * drop));
  return solidOf([at(-0.15, 0), at(0.5, 0), at(0.97, 0), at(1.02, 0.5), at(1.02, 0.93), at(0.85, 1.02), at(0.4, 0.98), at(0.02, 0.88), at(-0.14, 0.45)], 0.8);
}

/** Which of the two lies before the trunk. */
export function isBefore(f: Figure, arm: ArmBones): boolean {
  const trunk = depthOf(f.view, mix(f.bones.waist, f.bones.neck, 0.6));
  const k = f.body.height / 168;
  return (depthOf(f.view, arm.shoulder) * 0.8 + depthOf(f.view, arm.elbow) * 1.1 + depthOf(f.view, arm.wrist) * 1.1) / 3 - trunk > -6.5 * k;
}

export function drawArm(canvas: Canvas, f: Figure, parts: ArmParts, wear: { outfit: Outfitting; paint: PaintOf; isOver: boolean; held?: (side: 'front' | 'back') => string }): void {
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
  if (parts.bare.length > 0) drawBare(canvas, f, parts, paint('skin'), wear.isOver && outfit.top.cut === 'none');
  if (!isHandNear) putHand();
  if (parts.sleeve.length > 0) {
    if (parts.bag) union(canvas, [parts.bag, parts.sleeve[1]!], cloth);
    if (wear.isOver) overlay(canvas, parts.sleeve, cloth, 0.3);
    else union(canvas, parts.sleeve, cloth);
    if (parts.bag) joinBag(canvas, parts, cloth);
    if (canvas.detail > 0) sleeveFolds(canvas, f, parts, cloth, outfit);
  }
  if (isHandNear) putHand();
}

function joinBag(canvas: Canvas, parts: ArmParts, cloth: string): void {
  canvas.parts.push(`<path d="${parts.bag!.d}" fill="${cloth}"/>`);
}

function drawBare(canvas: Canvas, f: Figure, parts: ArmParts, skin: string, grows: boolean): void {
  const tubes = parts.bare;
  if (grows) overlay(canvas, tubes, skin, 0.25);
  else union(canvas, tubes, skin);
  if (canvas.detail === 2 && bendOf(parts.arm.shoulder, parts.arm.elbow, parts.arm.wrist) > 0.7) elbowFold(canvas, f, parts, canvas.pen.paints.line, 1);
}

function sleeveFolds(canvas: Canvas, f: Figure, parts: ArmParts, cloth: string, outfit: Outfitting): void {
  const { arm, sleeve } = parts;
  const ink = lineColourOn(canvas, cloth);
  if (sleeve[1]) {
    const bend = bendOf(arm.shoulder, arm.elbow, arm.wrist);
    if (bend > 0.3) elbowFold(canvas, f, parts, ink, bend > 0.8 ? 3 : 2);
    if (canvas.detail === 2 && !parts.bag) {
      const cuff = outfit.extras?.includes('cuffs') ? 0.84 : 0.93;
      for (const run of skinLine(sleeve[1], [[cuff, -Math.PI / 2], [cuff, Math.PI / 2], [cuff, Math.PI * 1.5]], 24)) stroke(canvas, run, canvas.weight.fine, ink);
    }
  }
}

/** Creases that fan out from the inside of the bend. */
function elbowFold(canvas: Canvas, f: Figure, parts: ArmParts, ink: string, count: number): void {
  const { arm } = parts;
  const [p, a, b] = [toPicture(f.view, arm.elbow), toPicture(f.view, arm.shoulder), toPicture(f.view, arm.wrist)];
  creases(canvas, p, a, b, f.body.height * f.view.scale * 0.034, ink, count);
}

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
  const root = { x: joint.x + n.x * r * 0.85, y: joint.y + n.y * r * 0.85 };
  const spread = [[0, 0.15], [0.75, 0.9], [-0.75, -0.8]];
  const along = { x: u.x - v.x, y: u.y - v.y };
  const m = Math.hypot(along.x, along.y) || 1;
  for (const [s0, s1] of spread.slice(0, count)) {
    const at = (k: number, s: number): Point => ({ x: root.x - n.x * r * k + (along.x / m) * r * s, y: root.y - n.y * r * k + (along.y / m) * r * s });
    fold(canvas, [at(0, s0! * 0.6), at(0.5, (s0! + s1!) * 0.45), at(0.95, s1! * 1.1)], canvas.weight.detail, ink, canvas.weight.fine);
  }
}

