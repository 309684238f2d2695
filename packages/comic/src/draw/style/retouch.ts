/**
 * Goes over finished drawings as a second hand would: wavers lines, doubles them, tapers or facets them,
 * and lets colour run out of its lines. Works on the path data our own artists write (absolute M L C Q Z).
 */
import { num } from '../pen/path.ts';
import { SHEER_TONE } from '../pen/tone.ts';
import { taperedLines } from './taper.ts';
import type { Treatment } from './treatment.ts';
import { facetted, moved, readRuns, type Field, type Run, writeRuns } from './runs.ts';

const PATH = /<path d="([^"]+)"([^>]*?)\/>/g;

/** Which part of the picture: colour runs only in places; people keep their contours closed. */
type Layer = 'place' | 'people';

export function retouch(svg: string, t: Treatment, layer: Layer, ink: string): string {
  const inked = t.line === undefined || ink === '#000' ? svg : svg.replaceAll('"#000"', `"${ink}"`);
  const isFlat = t.tone === 'wash' || t.tone === 'flat' || t.tone === 'oil' || t.tone === 'bare';
  const plain = isFlat ? inked.replaceAll(`fill="url(#${SHEER_TONE})"`, `fill="${ink}" fill-opacity="0.25"`) : inked;
  if (t.waver === 0 && t.strokes === 1 && !t.isAngular && !t.isTapered && t.loose === 0 && t.tone !== 'wash') return plain;
  return plain.replace(PATH, (whole, d: string, rest: string) => {
    const runs = readRuns(d);
    return runs === undefined ? whole : redrawn(runs, rest, { t, layer, ink });
  });
}

type Hand = { t: Treatment; layer: Layer; ink: string };

function redrawn(runs: readonly Run[], rest: string, { t, layer, ink }: Hand): string {
  const fill = /fill="([^"]*)"/.exec(rest)?.[1] ?? '#000';
  const stroke = /stroke="([^"]*)"/.exec(rest)?.[1] ?? 'none';
  const width = Number(/stroke-width="([^"]*)"/.exec(rest)?.[1] ?? 0);
  const isLine = width > 0 && stroke === ink;
  const reach = extent(runs);
  // One reach for all of a person, or fills would leave their contours; faces bear only a little of it.
  const waver = layer === 'people' ? t.waver * 0.45 : t.waver;
  const angular = t.isAngular && reach > 14 ? runs.map(facetted) : runs;
  const shaped = waver > 0 ? moved(angular, wave(waver, 0), isLine) : angular;
  const loose = t.loose > 0 && layer === 'place' && fill !== 'none' && fill !== ink && stroke === 'none' && reach > 30 ? moved(angular, wave(t.loose, 2.1), true) : shaped;
  const d = writeRuns(loose);
  if (t.tone === 'wash' && layer === 'place' && stroke === 'none' && fill.startsWith('url(#kp-wash') && reach > 20) return `<path d="${d}"${rest} stroke="${rimOf(fill)}" stroke-width="2.2" stroke-opacity="0.4"/>`;
  const isOpenLine = isLine && fill === 'none';
  if (t.isTapered && isOpenLine && width > 0.8) return taperedLines(shaped, width * 1.25, ink, rest);
  const first = `<path d="${d}"${rest}/>`;
  if (t.strokes === 1 || !isLine || reach < (layer === 'people' ? 60 : 22)) return first;
  const second = moved(angular, wave((reach > 80 ? 2.4 : 1.2) + waver * 2.2, 4.3), true);
  return `${first}<path d="${writeRuns(second)}" fill="none" stroke="${ink}" stroke-width="${num(Math.max(0.6, Math.min(width, 2.6) * 0.75))}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** The darker colour of a wash, which its name ends with: pigment gathers at the edge. */
function rimOf(fill: string): string {
  return `#${fill.slice(-7, -1)}`;
}

/** Diagonal of the box round the knots, u. */
function extent(runs: readonly Run[]): number {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { start, pieces } of runs) {
    for (const p of [start, ...pieces.map((piece) => piece.at(-1)!)]) {
      [x0, y0, x1, y1] = [Math.min(x0, p.x), Math.min(y0, p.y), Math.max(x1, p.x), Math.max(y1, p.y)];
    }
  }
  return Math.hypot(x1 - x0, y1 - y0);
}

/** A slow tremor of the plane: neighbours move alike, so that fills stay under their lines. */
function wave(reach: number, phase: number): Field {
  return (p) => ({
    x: p.x + reach * (0.65 * Math.sin(p.y * 0.047 + p.x * 0.011 + phase) + 0.35 * Math.sin(p.y * 0.13 - p.x * 0.05 + phase * 2)),
    y: p.y + reach * (0.65 * Math.sin(p.x * 0.043 - p.y * 0.013 + phase * 1.7) + 0.35 * Math.sin(p.x * 0.12 + p.y * 0.06 + phase * 3)),
  });
}
