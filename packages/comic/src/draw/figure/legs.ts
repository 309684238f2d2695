/** Legs in trousers, stockings or bare, with shoes. */
import { creases } from './arms.ts';
import { contour, fillIn, fold, lineColourOn, overlay, stroke, union, type Canvas } from './canvas.ts';
import type { Outfitting } from './garment.ts';
import type { PaintOf } from './paint.ts';
import { shade } from './shade.ts';
import { drawFoot } from './shoe.ts';
import { bendOf, type LegBones } from './skeleton.ts';
import { legLimb, sections, SKIN, trunk, type Figure, type Profile } from './solids.ts';
import { makeTube, skinLine, type Tube } from './tube.ts';
import { dot, sub, unit } from './vector.ts';
import { depthOf, toPicture } from './view.ts';

type LegCut = { thigh: Profile; shin: Profile };

const CUTS: Record<'trousers' | 'wide' | 'shorts' | 'tight', LegCut> = {
  trousers: { thigh: [[0, 51], [0.3, 51], [0.7, 43], [1, 37.5]], shin: [[0, 37.5], [0.14, 37], [0.4, 35, -5], [0.75, 31.5, -1], [1.03, 33]] },
  wide: { thigh: [[0, 60], [0.3, 61], [0.7, 55], [1, 51]], shin: [[0, 51], [0.3, 51], [0.75, 50], [1.0, 50]] },
  shorts: { thigh: [[0, 60], [0.3, 61], [0.7, 58], [0.92, 56]], shin: SKIN.shin },
  tight: { thigh: [[0, 51], [0.25, 51], [0.55, 45], [0.85, 37], [1, 35]], shin: [[0, 37], [0.12, 36], [0.33, 37, -6], [0.6, 31, -3], [0.85, 26], [1, 25]] },
};

export function nearFirst(f: Figure): [LegBones, LegBones] {
  const depth = (l: LegBones): number => depthOf(f.view, l.knee) + depthOf(f.view, l.ankle) * 0.6;
  const [a, b] = f.bones.legs;
  return depth(a) >= depth(b) ? [a, b] : [b, a];
}

/** A thigh that comes towards the reader lies over the trunk. */
function isLate(f: Figure, leg: LegBones): boolean {
  const isRaised = dot(unit(sub(leg.hip, leg.knee)), f.bones.pelvisFrame.y) < 0.62;
  return isRaised && depthOf(f.view, leg.knee) - depthOf(f.view, leg.hip) > f.body.thigh * 0.42;
}

export function areThighsBefore(f: Figure): boolean {
  return f.bones.legs.some((l) => isLate(f, l));
}

/** The legs that belong under the trunk (`early`) or over it, the seat with the former. */
export function drawLegs(canvas: Canvas, f: Figure, outfit: Outfitting, paint: PaintOf, when: 'early' | 'late'): void {
  const [near, far] = nearFirst(f);
  const legs = [far, near].filter((l) => isLate(f, l) === (when === 'late'));
  const { cut, role } = outfit.legs;
  if (cut === 'none' || cut === 'shorts') for (const leg of legs) bareLeg(canvas, f, leg, outfit, paint);
  else for (const leg of legs) if (!isFootNear(f, leg)) shoe(canvas, f, leg, outfit, paint);
  if (cut === 'none') return;
  const fill = paint(role);
  const { thigh, shin } = CUTS[cut];
  // The root of a lap stays under the trunk's hem.
  const root = when === 'late' ? thigh.filter(([t]) => t > 0.25) : thigh;
  const tubesOf = (leg: LegBones): Tube[] => {
    if (cut !== 'shorts') return legLimb(f, leg, root, shin).tubes;
    return [makeTube(f.view, sections(f, leg.hip, leg.knee, root, f.bones.pelvisFrame.z), { start: 'round', end: 'flat' })];
  };
  const drawn = legs.map((leg) => ({ leg, tubes: tubesOf(leg) }));
  const pelvis = trunk(f, { plus: 4, from: 'seat', to: 'waist', waist: 4, top: 'open' });
  const seat = when === 'early' ? [pelvis] : [];
  contour(canvas, [...seat, ...drawn.flatMap((d) => (when === 'late' && isLongInPicture(f, d.leg) ? legLimb(f, d.leg, thigh.filter(([t]) => t > 0.5), shin).tubes : d.tubes))]);
  drawn.forEach(({ leg, tubes }, i) => {
    if (i === 0 && drawn.length > 1) fillIn(canvas, tubes, fill);
    if (i === drawn.length - 1) {
      fillIn(canvas, seat, fill);
      overlay(canvas, tubes, fill, when === 'late' ? 0.1 : 0.42);
    }
    shade(canvas, tubes, fill);
    kneeFolds(canvas, f, leg, fill);
    if (cut !== 'shorts' && isFootNear(f, leg)) shoe(canvas, f, leg, outfit, paint);
    if (canvas.detail === 2 && outfit.extras?.includes('side-stripes')) {
      for (const t of tubes) for (const a of [0, Math.PI]) for (const run of skinLine(t, [[0.05, a], [1, a]])) stroke(canvas, run, canvas.weight.detail, lineColourOn(canvas, fill));
    }
  });
  if (drawn.length === 0) fillIn(canvas, seat, fill);
  if (canvas.detail > 0 && when === 'early' && !areThighsBefore(f)) crotchFolds(canvas, pelvis, fill);
  if (canvas.detail === 2 && when === 'early' && cut !== 'tight') trouserSeams(canvas, pelvis, fill);
}

/** A raised thigh seen at its length grows out of the hip; one seen from its end is closed all round. */
function isLongInPicture(f: Figure, leg: LegBones): boolean {
  const [hip, knee] = [toPicture(f.view, leg.hip), toPicture(f.view, leg.knee)];
  return Math.hypot(hip.x - knee.x, hip.y - knee.y) > f.body.thigh * f.view.scale * 0.6;
}

/** A foot thrust at the reader lies over its own leg. */
function isFootNear(f: Figure, leg: LegBones): boolean {
  return depthOf(f.view, leg.ankle) - depthOf(f.view, leg.knee) > f.body.shin * 0.4;
}

function shoe(canvas: Canvas, f: Figure, leg: LegBones, outfit: Outfitting, paint: PaintOf): void {
  drawFoot(canvas, f, leg, outfit.shoes.kind, paint(outfit.socks === 'ankle' ? 'paper' : 'skin'), paint(outfit.shoes.role));
}

function bareLeg(canvas: Canvas, f: Figure, leg: LegBones, outfit: Outfitting, paint: PaintOf): void {
  const skin = paint('skin');
  const { tubes, lower } = legLimb(f, leg, SKIN.thigh, SKIN.shin, 'round');
  if (!isFootNear(f, leg)) shoe(canvas, f, leg, outfit, paint);
  union(canvas, tubes, outfit.socks === 'tights' ? paint('black') : skin);
  if (outfit.socks !== 'tights') shade(canvas, tubes, skin);
  if (canvas.detail === 2) {
    const bend = bendOf(leg.hip, leg.knee, leg.ankle);
    const [p, a, b] = [toPicture(f.view, leg.knee), toPicture(f.view, leg.hip), toPicture(f.view, leg.ankle)];
    if (bend > 0.8) creases(canvas, p, a, b, f.body.height * f.view.scale * 0.032 * f.body.limb, canvas.pen.paints.line, 1);
    else for (const run of skinLine(lower, [[0.06, 1.0], [0.1, 1.5], [0.05, 1.9]], 6)) fold(canvas, run, canvas.weight.fine * 1.3);
  }
  if (outfit.socks === 'knee' || outfit.socks === 'ankle') sock(canvas, f, leg, outfit, paint);
  if (isFootNear(f, leg)) shoe(canvas, f, leg, outfit, paint);
}

function sock(canvas: Canvas, f: Figure, leg: LegBones, outfit: Outfitting, paint: PaintOf): void {
  const from = outfit.socks === 'knee' ? 0.12 : 0.72;
  const profile = SKIN.shin.filter(([t]) => t > from).map(([t, r, s]) => [t, r + 1.5, s ?? 0] as const);
  const { lower: top } = legLimb(f, leg, SKIN.thigh, [[from, 36 - from * 14, -3], ...profile], 'round');
  union(canvas, [top], paint(outfit.socks === 'knee' ? 'black' : 'paper'), canvas.weight.detail);
}

function kneeFolds(canvas: Canvas, f: Figure, leg: LegBones, fill: string): void {
  if (canvas.detail === 0) return;
  const bend = bendOf(leg.hip, leg.knee, leg.ankle);
  if (bend < 0.35) return;
  const [p, a, b] = [toPicture(f.view, leg.knee), toPicture(f.view, leg.hip), toPicture(f.view, leg.ankle)];
  creases(canvas, p, a, b, f.body.height * f.view.scale * 0.039 * f.body.limb, lineColourOn(canvas, fill), bend > 0.9 ? 3 : 2);
}

/** Slanted pockets and the fly. */
function trouserSeams(canvas: Canvas, pelvis: Tube, fill: string): void {
  const ink = lineColourOn(canvas, fill);
  const lines: (readonly (readonly [number, number])[])[] = [
    [[0.9, 0.72], [0.72, 0.36], [0.56, 0.16]], [[0.9, Math.PI - 0.72], [0.72, Math.PI - 0.36], [0.56, Math.PI - 0.16]],
    [[0.94, Math.PI / 2 - 0.02], [0.56, Math.PI / 2 - 0.03]], [[0.6, -1.1], [0.62, -0.7]], [[0.6, Math.PI + 1.1], [0.62, Math.PI + 0.7]],
  ];
  for (const knots of lines) for (const run of skinLine(pelvis, knots, 8)) stroke(canvas, run, canvas.weight.fine, ink);
}

function crotchFolds(canvas: Canvas, pelvis: Tube, fill: string): void {
  const ink = lineColourOn(canvas, fill);
  for (const side of [0.35, Math.PI - 0.35]) {
    for (const run of skinLine(pelvis, [[0.22, Math.PI / 2 + (side < 1 ? -0.2 : 0.2)], [0.38, side < 1 ? 0.95 : Math.PI - 0.95]], 6)) fold(canvas, run, canvas.weight.detail, ink, canvas.weight.fine);
  }
}
