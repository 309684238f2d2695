/** Skirts, coat tails and aprons with their folds. */
import type { OutfitSpec } from '../../model/book.ts';
import { path } from '../pen/path.ts';
import { contour, fillIn, fold, isDark, lineColourOn, patch, stroke, type Canvas } from './canvas.ts';
import type { Outfitting } from './garment.ts';
import type { PaintOf } from './paint.ts';
import { drawPattern } from './pattern.ts';
import { shade } from './shade.ts';
import { skirtSolids, skirtTube } from './skirt.ts';
import type { Figure } from './solids.ts';
import { seenFrom, skinLine, skinPatch, type Tube } from './tube.ts';

const HALF = Math.PI / 2;

export type SkirtDrawing = { contour: () => void; fill: () => void };

/**
 * A skirt in two steps: its contour may be shared with the trunk's before both are filled. The hem is
 * closed, so that no view looks under it.
 */
export function drawSkirt(canvas: Canvas, f: Figure, outfit: Outfitting, paint: PaintOf, spec: OutfitSpec): SkirtDrawing {
  const cut = outfit.skirt!;
  const cloth = paint(cut.role);
  const tube = skirtTube(f, cut);
  const solids = skirtSolids(f, tube, cut);
  return {
    contour: () => contour(canvas, solids),
    fill: () => {
      fillIn(canvas, solids, cloth);
      if (solids.length === 1) shade(canvas, [tube], cloth);
      drawPattern(canvas, tube, cut.role === 'top' ? spec.pattern : 'plain', cloth);
      if (canvas.detail === 0) return;
      if (f.view.frame.y[2] < -0.15 && isDark(canvas, cloth)) hemEdge(canvas, tube);
      if (cut.isOpen) frontSplit(canvas, tube, cloth);
      // Pleats of a flung skirt would only tangle.
      if (cut.pleats && solids.length === 1) pleats(canvas, tube, cloth, cut.pleats);
      else hangingFolds(canvas, tube, cloth);
    },
  };
}

/** Seen from below, the near edge of black cloth. */
function hemEdge(canvas: Canvas, tube: Tube): void {
  for (const run of skinLine(tube, [[1, -HALF], [1, HALF], [1, HALF * 3]], 28)) stroke(canvas, run, canvas.weight.detail * 0.8, canvas.pen.paints.paper);
}

function pleats(canvas: Canvas, tube: Tube, cloth: string, count: number): void {
  const ink = lineColourOn(canvas, cloth);
  for (let i = 0; i < count * 2; i++) {
    const a = (i / (count * 2)) * Math.PI * 2 + 0.1;
    for (const run of skinLine(tube, [[0.12, a], [1, a]], 12)) stroke(canvas, run, canvas.weight.fine, ink);
  }
}

/** Long soft folds that start at the hips or rise from the hem. */
function hangingFolds(canvas: Canvas, tube: Tube, cloth: string): void {
  const ink = lineColourOn(canvas, cloth);
  const middle = seenFrom(tube, 0.8);
  const w = canvas.weight.detail;
  for (const [away, from, to] of [[-0.95, 0.4, 0.99], [-0.35, 0.55, 1], [0.25, 0.3, 0.82], [0.55, 0.62, 1], [1.05, 0.42, 0.98]] as const) {
    for (const run of skinLine(tube, [[from, middle + away * 0.8], [(from + to) / 2, middle + away * 0.92], [to, middle + away]], 10)) fold(canvas, run, w, ink);
  }
}

function frontSplit(canvas: Canvas, tube: Tube, cloth: string): void {
  const ink = lineColourOn(canvas, cloth);
  for (const run of skinLine(tube, [[0, HALF - 0.2], [1, HALF - 0.12]], 12)) stroke(canvas, run, canvas.weight.detail, ink);
}

export function drawApron(canvas: Canvas, f: Figure, torso: Tube, outfit: Outfitting, paint: PaintOf): void {
  const fill = paint(outfit.legs.role === 'bottom' ? 'paper' : 'bottom');
  const bib = skinPatch(torso, [[0.66, HALF - 0.55, HALF + 0.55], [0.25, HALF - 0.75, HALF + 0.75], [0, HALF - 1, HALF + 1]]);
  const skirt = skirtTube(f, { from: 'low', length: 0.46, ease: 17, flare: 22, hang: 0.4 });
  const lower = skinPatch(skirt, [[0, HALF - 1.15, HALF + 1.15], [0.5, HALF - 1.1, HALF + 1.1], [1, HALF - 1, HALF + 1]]);
  for (const piece of [lower, bib]) if (piece.length > 2) patch(canvas, path().polyline(piece, true).d, fill, canvas.weight.detail);
  const strap = (s: number): void => {
    const band = skinPatch(torso, [[0.97, HALF + s * 0.75 - 0.1, HALF + s * 0.75 + 0.1], [0.64, HALF + s * 0.42 - 0.09, HALF + s * 0.42 + 0.09]]);
    if (band.length > 2) patch(canvas, path().polyline(band, true).d, fill, canvas.weight.detail);
  };
  strap(-1);
  strap(1);
  if (canvas.detail < 2) return;
  const pocket = skinPatch(skirt, [[0.3, HALF - 0.45, HALF + 0.45], [0.62, HALF - 0.42, HALF + 0.42]]);
  if (pocket.length > 2) patch(canvas, path().polyline(pocket, true).d, 'none', canvas.weight.fine);
}
