/** Stripes, dots and checks woven into cloth: laid on the skin of a tube, so they bend with it. */
import type { OutfitSpec } from '../../model/book.ts';
import { path } from '../pen/path.ts';
import { lineColourOn, patch, stroke, type Canvas } from './canvas.ts';
import { onSkin, skinLine, skinPatch, stationAt, type Tube } from './tube.ts';
import { size, sub } from './vector.ts';

/** One repeat of a pattern in figure heights: the same on sleeve, chest and skirt. */
const REPEAT = 0.034;

export function drawPattern(canvas: Canvas, tube: Tube, pattern: OutfitSpec['pattern'], cloth: string): void {
  if (canvas.detail === 0 || pattern === 'plain' || pattern === 'emblem') return;
  const step = (REPEAT * heightOf(tube)) / Math.max(1, lengthOf(tube));
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
    const lines = roundsOf(tube, 0.5);
    for (let a = 0; a < lines; a++) for (const run of skinLine(tube, [[0, (a / lines) * Math.PI * 2], [1, (a / lines) * Math.PI * 2]], 12)) stroke(canvas, run, canvas.weight.fine, ink);
    return;
  }
  const count = roundsOf(tube, 0.5);
  let row = 0;
  for (let t = step * 0.5; t < 0.98; t += step * 0.8) {
    row++;
    for (let a = 0; a < count; a++) {
      const p = onSkin(tube, t, ((a + (row % 2) * 0.5) / count) * Math.PI * 2);
      if (p.facing < 0.25) continue;
      const r = Math.max(1.2, canvas.weight.outline * 0.9);
      canvas.parts.push(`<circle cx="${p.point.x.toFixed(1)}" cy="${p.point.y.toFixed(1)}" r="${r.toFixed(1)}" fill="${ink}"/>`);
    }
  }
}

/** The wearer's height, cm. */
function heightOf(tube: Tube): number {
  return tube.view.tall / tube.view.scale;
}

function lengthOf(tube: Tube): number {
  return tube.stations.slice(1).reduce((sum, s, i) => sum + size(sub(s.c, tube.stations[i]!.c)), 0);
}

/** How many repeats go round the tube at `t`. */
function roundsOf(tube: Tube, t: number): number {
  const s = stationAt(tube, t);
  return Math.max(5, Math.round((Math.PI * (size(s.x) + size(s.z))) / (REPEAT * 1.25 * heightOf(tube))));
}
