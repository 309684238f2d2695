/** Belts, sashes and obi: what is bound round the waist, over top and bottom. */
import { path } from '../pen/path.ts';
import { isDark, lineColourOn, patch, stroke, union, type Canvas } from './canvas.ts';
import type { Outfitting } from './garment.ts';
import type { PaintOf } from './paint.ts';
import { trunk, type Figure } from './solids.ts';
import { onSkin, skinLine, skinPatch, type Tube } from './tube.ts';

const HALF = Math.PI / 2;

export function drawWaist(canvas: Canvas, f: Figure, outfit: Outfitting, paint: PaintOf): void {
  const extras = outfit.extras ?? [];
  const ease = Math.max(outfit.top.isTucked ? 4 : (outfit.top.waist ?? 8), outfit.skirt ? 4 : 0) + 2;
  const round = (to: 'ribs' | 'waist', plus = 0): Tube => trunk(f, { plus: ease + plus, waist: ease + plus, from: 'low', to });
  if (extras.includes('belt')) belt(canvas, round('ribs'), outfit, paint);
  if (extras.includes('sash')) band(canvas, round('ribs', 2), 0.34, 0.7, paint('accent'));
  if (extras.includes('obi')) obi(canvas, round('ribs', 4), paint('accent'));
}

function band(canvas: Canvas, tube: Tube, from: number, to: number, fill: string): void {
  const points = skinPatch(tube, [[from], [to]]);
  if (points.length > 2) patch(canvas, path().polyline(points, true).d, fill, canvas.weight.detail);
}

function belt(canvas: Canvas, tube: Tube, outfit: Outfitting, paint: PaintOf): void {
  const { paints } = canvas.pen;
  const below = outfit.top.isTucked ? paint(outfit.skirt?.role ?? outfit.legs.role) : paint(outfit.top.role ?? 'top');
  const fill = isDark(canvas, below) ? paints.paper : paints.line;
  band(canvas, tube, 0.4, 0.52, fill);
  if (canvas.detail < 2) return;
  const buckle = skinPatch(tube, [[0.38, HALF - 0.14, HALF + 0.14], [0.54, HALF - 0.14, HALF + 0.14]]);
  if (buckle.length > 2) patch(canvas, path().polyline(buckle, true).d, paints.paper, canvas.weight.detail);
}

function obi(canvas: Canvas, tube: Tube, fill: string): void {
  union(canvas, [tube], fill, canvas.weight.detail);
  const cord = lineColourOn(canvas, fill);
  if (canvas.detail > 0) for (const t of [0.46, 0.55]) for (const run of skinLine(tube, [[t, -HALF], [t, HALF], [t, HALF * 3]], 24)) stroke(canvas, run, canvas.weight.detail * 0.7, cord);
  // The bow's drum stands out at the back.
  const knot = [[0.98, 0.5], [0.98, -0.5], [0.05, -0.45], [0.05, 0.45]].map(([t, a]) => onSkin(tube, t!, HALF * 3 + a!, 1.35));
  if (knot.some((k) => k.facing > 0.05)) patch(canvas, path().polyline(knot.map((k) => k.point), true).d, fill === canvas.pen.paints.line ? canvas.pen.paints.paper : fill, canvas.weight.outline);
}
