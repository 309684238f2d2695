/** Sleeveless tops: skin down to the armpits, then a bodice with or without straps. */
import type { OutfitSpec } from '../../model/book.ts';
import { path } from '../pen/path.ts';
import { contour, fillIn, fold, lineColourOn, patch, type Canvas } from './canvas.ts';
import { drawNeck } from './collar.ts';
import type { Outfitting } from './garment.ts';
import type { PaintOf } from './paint.ts';
import { drawPattern } from './pattern.ts';
import { shade } from './shade.ts';
import { trunk, type Figure } from './solids.ts';
import { skinLine, skinPatch, type Tube } from './tube.ts';

const HALF = Math.PI / 2;

/** The naked trunk with its arms' roots, and straps if any. */
export function bareShoulders(canvas: Canvas, f: Figure, roots: readonly Tube[], outfit: Outfitting, paint: PaintOf): void {
  const skin = paint('skin');
  const bare = trunk(f, { plus: 0, from: outfit.top.hem === 'waist' ? 'waist' : 'low', to: 'neck' });
  contour(canvas, [bare, ...roots]);
  fillIn(canvas, [bare], skin);
  drawNeck(canvas, f, 'none', skin, skin);
  if (canvas.detail === 2) {
    for (const s of [-1, 1]) for (const run of skinLine(bare, [[0.91, HALF + s * 0.16], [0.9, HALF + s * 0.5], [0.92, HALF + s * 0.95]], 8)) fold(canvas, run, canvas.weight.fine * 1.2);
  }
  if (outfit.top.collar !== 'straps') return;
  const cloth = paint(outfit.top.role ?? 'top');
  for (const s of [-1, 1]) for (const middle of [HALF, -HALF]) {
    const at = middle + s * 0.78;
    const band = skinPatch(bare, [[0.97, at - 0.13, at + 0.13], [0.86, at - 0.14, at + 0.14], [0.7, at - 0.13, at + 0.13], [0.54, at - 0.13, at + 0.13]]);
    if (band.length > 2) patch(canvas, path().polyline(band, true).d, cloth, canvas.weight.detail);
  }
}

export function dressBodice(canvas: Canvas, torso: Tube, wear: { outfit: Outfitting; spec: OutfitSpec; paint: PaintOf }): void {
  const cloth = wear.paint(wear.outfit.top.role ?? 'top');
  shade(canvas, [torso], cloth);
  drawPattern(canvas, torso, wear.spec.pattern, cloth);
  if (canvas.detail < 2) return;
  const ink = lineColourOn(canvas, cloth);
  for (const s of [-1, 1]) for (const run of skinLine(torso, [[0.9, HALF + s * 0.85], [0.7, HALF + s * 0.75], [0.45, HALF + s * 0.5]], 8)) fold(canvas, run, canvas.weight.detail, ink);
}
