/** Volume: the side away from the light, which comes from the reader's upper left. */
import type { Point } from '../../model/geometry.ts';
import { path } from '../pen/path.ts';
import type { ToneStep } from '../pen/tone.ts';
import type { Canvas } from './canvas.ts';
import type { Tube } from './tube.ts';

/** Fill attributes of a shadow: a tone in ink, a darkening in colour. */
export function shadePaint(canvas: Canvas, step: ToneStep): string {
  const { paints } = canvas.pen;
  if (paints.shade) return paints.shade(step);
  return paints.isColour ? `fill="${paints.line}" fill-opacity="${(step / 160).toFixed(2)}"` : `fill="${paints.tone(step)}"`;
}

/** A strip of tone along the dark side of white cloth or skin; tone and black keep their flatness. */
export function shade(canvas: Canvas, tubes: readonly Tube[], fill: string): void {
  const { paints } = canvas.pen;
  const isRich = canvas.pen.folds === 3 && (paints.isColour || paints.shade !== undefined);
  if (canvas.detail < 2 || (!isRich && !paints.isColour && fill !== paints.paper && fill !== '#fff')) return;
  if (fill === paints.line) return;
  for (const tube of tubes) {
    // A strip narrower than a few dots is only dirt.
    if (!paints.isColour && breadth(tube) < 26) continue;
    const strip = darkSide(tube, isRich ? 1.7 : 1);
    if (strip) canvas.parts.push(`<path d="${strip}" ${shadePaint(canvas, isRich ? 30 : 20)}/>`);
  }
}

function breadth(tube: Tube): number {
  const i = Math.floor(tube.left.length / 2);
  return Math.hypot(tube.left[i]!.x - tube.right[i]!.x, tube.left[i]!.y - tube.right[i]!.y);
}

function darkSide(tube: Tube, wide: number): string | undefined {
  const weight = (side: readonly Point[]): number => side.reduce((sum, p) => sum + p.x + p.y * 0.35, 0);
  const [dark, light] = weight(tube.left) > weight(tube.right) ? [tube.left, tube.right] : [tube.right, tube.left];
  const last = dark.length - 1;
  // Broader in the middle, so that it reads as round and not as a stripe.
  const inner = dark.map((p, i): Point => {
    const k = wide * 0.05 + wide * 0.19 * Math.sin((Math.PI * (i + 0.6)) / (last + 1.2));
    const q = light[i]!;
    return { x: p.x + (q.x - p.x) * k, y: p.y + (q.y - p.y) * k };
  });
  if (last < 1) return undefined;
  const edge = path().spline(dark).d;
  const back = path().spline(inner.toReversed()).d;
  return `${edge}L${back.slice(1)}Z`;
}
