/** Stripes, dots and checks woven into cloth: laid on the skin of a tube, so they bend with it. */
import type { OutfitSpec } from '../../model/book.ts';
import { path } from '../pen/path.ts';
import { lineColourOn, patch, stroke, type Canvas } from './canvas.ts';
import { onSkin, skinLine, skinPatch, type Tube } from './tube.ts';

export function drawPattern(canvas: Canvas, tube: Tube, pattern: OutfitSpec['pattern'], cloth: string, step: number): void {
  if (canvas.detail === 0 || pattern === 'plain' || pattern === 'emblem') return;
  const ink = lineColourOn(canvas, cloth);
  if (pattern === 'stripes') {
    for (let t = step * 0.6; t < 0.97; t += step) {
      const band = skinPatch(tube, [[t], [Math.min(1, t + step * 0.42)]]);
      if (band.length > 2) patch(canvas, path().polyline(band, true).d, ink, 0);
    }
    return;
  }
  if (pattern === 'checks') {
    for (let t = step * 0.6; t < 0.97; t += step) for (const run of skinLine(tube, [[t, -Math.PI / 2], [t, Math.PI / 2], [t, Math.PI * 1.5]], 24)) stroke(canvas, run, canvas.weight.fine, ink);
    for (let a = 0; a < 12; a++) for (const run of skinLine(tube, [[0, (a / 12) * Math.PI * 2], [1, (a / 12) * Math.PI * 2]], 12)) stroke(canvas, run, canvas.weight.fine, ink);
    return;
  }
  let row = 0;
  for (let t = step * 0.5; t < 0.98; t += step * 0.8) {
    row++;
    for (let a = 0; a < 9; a++) {
      const p = onSkin(tube, t, ((a + (row % 2) * 0.5) / 9) * Math.PI * 2);
      if (p.facing < 0.25) continue;
      const r = Math.max(1.2, canvas.weight.outline * 0.9);
      canvas.parts.push(`<circle cx="${p.point.x.toFixed(1)}" cy="${p.point.y.toFixed(1)}" r="${r.toFixed(1)}" fill="${ink}"/>`);
    }
  }
}
