/** Open lines as a brush leaves them: thin ends, a full middle. */
import type { Point } from '../../model/geometry.ts';
import { num, path } from '../pen/path.ts';
import { cubicAt, type Run, writeRuns } from './runs.ts';

/** `width` is the full width of the middle, u; closed runs keep an even line. `rest` are the other attributes of the line. */
export function taperedLines(runs: readonly Run[], width: number, ink: string, rest: string): string {
  const closed = runs.filter((run) => run.isClosed);
  const open = runs.filter((run) => !run.isClosed).map((run) => ribbonOf(run, width)).join('');
  const brush = open === '' ? '' : `<path d="${open}" fill="${ink}" stroke="${ink}" stroke-width="0.4"/>`;
  return brush + (closed.length === 0 ? '' : `<path d="${writeRuns(closed)}"${rest.replace(/stroke-width="[^"]*"/, `stroke-width="${num(width * 0.8)}"`)}/>`);
}

function ribbonOf(run: Run, width: number): string {
  const points = pointsOf(run);
  const along: number[] = [0];
  for (let i = 1; i < points.length; i++) along.push(along[i - 1]! + Math.hypot(points[i]!.x - points[i - 1]!.x, points[i]!.y - points[i - 1]!.y));
  const total = along.at(-1)!;
  if (total < 0.5) return '';
  // Short strokes are flicks: full at the start, gone at the end.
  const isFlick = total < width * 9;
  const [left, right]: [Point[], Point[]] = [[], []];
  points.forEach((p, i) => {
    const [a, b] = [points[Math.max(0, i - 1)]!, points[Math.min(points.length - 1, i + 1)]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const t = along[i]! / total;
    const swell = isFlick ? 0.9 * (1 - t) + 0.12 : 0.14 + 0.86 * Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.06)) ** 0.6;
    const half = (width * swell) / 2 / length;
    left.push({ x: p.x - (b.y - a.y) * half, y: p.y + (b.x - a.x) * half });
    right.push({ x: p.x + (b.y - a.y) * half, y: p.y - (b.x - a.x) * half });
  });
  return path().polyline([...left, ...right.reverse()], true).d;
}

/** Knots about 14 u apart, three at least to a piece that bends. */
function pointsOf({ start, pieces }: Run): Point[] {
  const points = [start];
  let last = start;
  for (const piece of pieces) {
    const end = piece.at(-1)!;
    const count = Math.max(piece.length === 1 ? 2 : 3, Math.min(12, Math.round(Math.hypot(end.x - last.x, end.y - last.y) / 14)));
    for (let k = 1; k <= count; k++) {
      const t = k / count;
      points.push(piece.length === 1 ? { x: last.x + (end.x - last.x) * t, y: last.y + (end.y - last.y) * t } : cubicAt(last, piece, t));
    }
    last = end;
  }
  return points;
}
