/** Feet and what is on them. */
import type { Point } from '../../model/geometry.ts';
import { hullOf, stroke, union, type Canvas, type Solid } from './canvas.ts';
import type { LegBones } from './skeleton.ts';
import type { Figure } from './solids.ts';
import { makeTube, skinLine, type Station, type Tube } from './tube.ts';
import { add, cross, times, unit } from './vector.ts';
import { depthOf, toPicture } from './view.ts';

export type ShoeKind = 'sneaker' | 'leather' | 'pump' | 'boot' | 'slipper' | 'bare' | 'geta' | 'armour';

/** [place along the foot in foot lengths from the ankle, half width, height in ankle heights]. */
type Last = readonly (readonly [number, number, number])[];
const FOOT: Last = [[-0.26, 0.075, 0.5], [-0.2, 0.11, 0.85], [-0.06, 0.125, 1.15], [0.14, 0.125, 1.02], [0.36, 0.15, 0.7], [0.56, 0.155, 0.5], [0.67, 0.125, 0.4], [0.72, 0.06, 0.3]];
const SHOE: Last = [[-0.3, 0.09, 0.55], [-0.24, 0.125, 0.9], [-0.08, 0.14, 1.25], [0.12, 0.14, 1.15], [0.34, 0.165, 0.86], [0.56, 0.175, 0.68], [0.71, 0.145, 0.6], [0.79, 0.075, 0.42]];
const PUMP: Last = [[-0.27, 0.075, 0.5], [-0.22, 0.105, 0.85], [-0.08, 0.12, 0.95], [0.14, 0.12, 0.78], [0.36, 0.14, 0.62], [0.56, 0.14, 0.48], [0.68, 0.11, 0.4], [0.75, 0.05, 0.28]];

/** A foot form from `floor` (ankle heights over the ground) upwards. */
function lastTube(f: Figure, leg: LegBones, last: Last, floor = 0): Tube {
  const { foot, ankle } = f.body;
  const side = unit(cross(leg.instep, leg.toe), [1, 0, 0]);
  const stations = last.map(([t, wide, tall]): Station => {
    const [h0, h1] = [floor * ankle, Math.max(tall, floor) * ankle];
    const c = add(add(leg.ankle, leg.toe, t * foot), leg.instep, -ankle + (h0 + h1) / 2);
    return { c, x: times(side, wide * foot), z: times(leg.instep, (h1 - h0) / 2) };
  });
  return makeTube(f.view, stations);
}

/** A cross-section's outline in the picture, squared below, so that the sole is flat on the ground. */
function rim(tube: Tube, i: number): Point[] {
  const s = tube.stations[i]!;
  return Array.from({ length: 12 }, (_, k) => {
    const a = (k / 12) * Math.PI * 2;
    const n = Math.sin(a) < 0 ? -Math.min(1, -Math.sin(a) * 1.35) : Math.sin(a);
    return toPicture(tube.view, add(add(s.c, s.x, Math.cos(a)), s.z, n));
  });
}

/** Heel and instep, sole and toes: convex solids that make one shoe from every side. */
function shoeSolids(tube: Tube): Solid[] {
  const part = (from: number, to: number): Solid => hullOf(tube.stations.flatMap((_, i) => (i >= from && i < to ? rim(tube, i) : [])));
  return [part(0, 4), part(3, 6), part(4, tube.stations.length)];
}

export function drawFoot(canvas: Canvas, f: Figure, leg: LegBones, kind: ShoeKind, skin: string, leather: string): void {
  const { paints } = canvas.pen;
  const isBare = kind === 'bare' || kind === 'geta';
  const isSoled = kind === 'sneaker' && canvas.detail === 2;
  const upper = lastTube(f, leg, isBare ? FOOT : kind === 'pump' || kind === 'slipper' ? PUMP : SHOE, isSoled ? 0.27 : 0);
  if (kind === 'geta') union(canvas, [slab(f, leg, 0.16)], leather);
  const sole = (): void => {
    if (isSoled) union(canvas, [slab(f, leg, 0.3)], paints.paper, canvas.weight.outline * 0.85);
  };
  // A kicked-up foot shows its sole.
  const isSoleSeen = depthOf(f.view, leg.instep) < -0.25;
  if (!isSoleSeen) sole();
  union(canvas, shoeSolids(upper), isBare ? skin : leather);
  if (isSoleSeen) sole();
  if (canvas.detail < 2) return;
  if (kind === 'sneaker' && !isSoleSeen) laces(canvas, upper, leather);
  if (kind === 'leather' || kind === 'boot') {
    const shine = leather === paints.ink('black') ? paints.paper : paints.line;
    for (const run of skinLine(upper, [[0.5, 0.7], [0.56, Math.PI / 2], [0.5, Math.PI - 0.7]])) stroke(canvas, run, canvas.weight.fine, shine);
    for (const run of skinLine(upper, [[0.02, -0.35], [0.5, -0.35], [0.93, -0.3]], 14)) stroke(canvas, run, canvas.weight.fine, shine);
    for (const run of skinLine(upper, [[0.02, Math.PI + 0.35], [0.5, Math.PI + 0.35], [0.93, Math.PI + 0.3]], 14)) stroke(canvas, run, canvas.weight.fine, shine);
  }
  if (isBare) for (const a of [0.9, 1.35, 1.8, 2.2]) for (const run of skinLine(upper, [[0.9, a], [1, a]], 3)) stroke(canvas, run, canvas.weight.fine);
}

/** A flat sole, `tall` ankle heights thick. */
function slab(f: Figure, leg: LegBones, tall: number): Solid {
  const tube = lastTube(f, leg, SHOE.map(([t, wide]) => [t * 1.02, wide * 1.05, tall] as const));
  return hullOf(tube.stations.flatMap((_, i) => rim(tube, i)));
}

function laces(canvas: Canvas, upper: Tube, fill: string): void {
  const ink = fill === canvas.pen.paints.ink('black') ? canvas.pen.paints.paper : canvas.pen.paints.line;
  for (const t of [0.42, 0.5, 0.58]) for (const run of skinLine(upper, [[t, Math.PI / 2 - 0.5], [t + 0.02, Math.PI / 2 + 0.5]], 4)) stroke(canvas, run, canvas.weight.fine, ink);
  for (const run of skinLine(upper, [[0.72, 0.35], [0.68, Math.PI / 2], [0.72, Math.PI - 0.35]])) stroke(canvas, run, canvas.weight.fine, ink);
}
