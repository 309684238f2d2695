/** A cloak: a back that hangs from the shoulders, flaps at the sides, a short mantle over all. */
import { path } from '../pen/path.ts';
import { fold, lineColourOn, patch, union, type Canvas } from './canvas.ts';
import type { Figure } from './solids.ts';
import { trunkLevel } from './solids.ts';
import { makeTube, onSkin, skinLine, skinPatch, type Station, type Tube } from './tube.ts';
import { add, mix, times, UPRIGHT, type Vec } from './vector.ts';

const HALF = Math.PI / 2;

function cloakTube(f: Figure, length: number): Tube {
  const { body, bones } = f;
  const top = trunkLevel(f, 'neck');
  const shoulder = trunkLevel(f, 'shoulder');
  const ring: Station = { c: top.c, x: times(top.frame.x, top.wide * 1.35), z: times(top.frame.z, top.wide * 1.4) };
  const over: Station = { c: shoulder.c, x: times(shoulder.frame.x, body.shoulder * 1.36), z: times(shoulder.frame.z, body.deep.chest * 1.25) };
  // From the shoulders it falls; a moving body leaves its hem behind.
  const bottom = Math.max(0.06 * body.height, over.c[1] - body.height * length);
  const trail = add(mix(bones.pelvis, bones.waist, 0.5), UPRIGHT.z, -body.height * 0.05);
  const falls = [0.12, 0.3, 0.55, 0.8, 1].map((t): Station => {
    const c: Vec = [over.c[0] + (trail[0] - over.c[0]) * t, over.c[1] + (bottom - over.c[1]) * t, over.c[2] + (trail[2] - over.c[2]) * t];
    const wide = body.shoulder * (1.4 + 0.5 * t);
    return { c, x: times(bones.pelvisFrame.x, wide), z: times(bones.pelvisFrame.z, body.deep.chest * (1.3 + 0.9 * t)) };
  });
  return makeTube(f.view, [ring, over, ...falls]);
}

export function drawCloakBack(canvas: Canvas, f: Figure, cloth: string): void {
  const tube = cloakTube(f, 0.68);
  union(canvas, [tube], cloth);
  folds(canvas, tube, cloth);
}

/** The front edges, under the arms. */
export function drawCloakFlaps(canvas: Canvas, f: Figure, cloth: string): void {
  flaps(canvas, cloakTube(f, 0.68), cloth, 0.95);
}

/** Over shoulders and arms. */
export function drawMantle(canvas: Canvas, f: Figure, cloth: string): void {
  const tube = cloakTube(f, 0.2);
  flaps(canvas, tube, cloth, 0.34);
  const clasp = onSkin(tube, 0.12, HALF);
  if (canvas.detail > 0 && clasp.facing > 0.1) {
    const r = Math.max(2, f.view.tall * 0.012);
    canvas.parts.push(`<circle cx="${clasp.point.x.toFixed(1)}" cy="${clasp.point.y.toFixed(1)}" r="${r.toFixed(1)}" fill="${canvas.pen.paints.paper}" stroke="${canvas.pen.paints.line}" stroke-width="${canvas.weight.detail.toFixed(1)}"/>`);
  }
}

function flaps(canvas: Canvas, tube: Tube, cloth: string, open: number): void {
  for (const s of [-1, 1]) {
    const row = (t: number, p: number, q: number): readonly [number, number, number] => (s > 0 ? [t, HALF + p, HALF + q] : [t, HALF - q, HALF - p]);
    const rows = [0, 0.12, 0.25, 0.5, 0.75, 1].map((t) => row(t, 0.1 + open * Math.min(1, t * 1.6), 2.2));
    const points = skinPatch(tube, rows);
    if (points.length > 2) patch(canvas, path().polyline(points, true).d, cloth, canvas.weight.outline);
  }
}

function folds(canvas: Canvas, tube: Tube, cloth: string): void {
  if (canvas.detail === 0) return;
  const ink = lineColourOn(canvas, cloth);
  for (const away of [-1.0, -0.45, 0.1, 0.6, 1.05]) {
    for (const run of skinLine(tube, [[0.35, -HALF + away * 0.7], [0.65, -HALF + away * 0.85], [0.99, -HALF + away]], 10)) fold(canvas, run, canvas.weight.detail, ink);
  }
}
