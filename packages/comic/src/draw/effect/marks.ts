/** Marks of comics beside a head: drops, a vein, a question, a call. */
import type { Box } from '../../model/geometry.ts';
import { path } from '../pen/path.ts';
import { line, shape, type Pen } from '../pen/pen.ts';

/** Where a mark stands: at the temple on the side with more room. `draw` takes its middle and size, u. */
export function beside(at: { width: number; keep: readonly Box[] }, draw: (x: number, y: number, size: number) => string): string {
  const face = at.keep[0];
  if (!face) return '';
  const middle = face.x + face.width / 2;
  const side = middle > at.width / 2 ? -1 : 1;
  const size = Math.max(26, face.width * 0.34);
  return draw(middle + side * (face.width * 0.68 + size * 0.4), face.y + face.height * 0.04, size);
}

export function drops(pen: Pen, x: number, y: number, size: number): string {
  const one = (dx: number, dy: number, k: number): string => {
    const [cx, cy, r] = [x + dx * size, y + dy * size, size * k];
    return path().move(cx, cy - r * 1.5).curve(cx + r * 0.2, cy - r * 0.7, cx + r * 0.75, cy - r * 0.3, cx + r * 0.7, cy + r * 0.25)
      .curve(cx + r * 0.6, cy + r * 0.85, cx - r * 0.6, cy + r * 0.85, cx - r * 0.7, cy + r * 0.25).curve(cx - r * 0.75, cy - r * 0.3, cx - r * 0.2, cy - r * 0.7, cx, cy - r * 1.5).close().d;
  };
  return shape(pen, one(0, 0, 0.34) + one(0.5, 0.4, 0.24) + one(0.12, 0.85, 0.2), pen.paints.isColour ? pen.paints.tone(20, '#a9d8f2') : pen.paints.paper, pen.weight.detail);
}

export function vein(pen: Pen, x: number, y: number, size: number): string {
  const p = path();
  for (let k = 0; k < 4; k++) {
    const a = (k * Math.PI) / 2 + 0.25;
    const [cos, sin] = [Math.cos(a), Math.sin(a)];
    const at = (u: number, v: number): [number, number] => [x + (u * cos - v * sin) * size * 0.55, y + (u * sin + v * cos) * size * 0.55];
    p.move(...at(0.22, 1)).curve(...at(0.28, 0.5), ...at(0.5, 0.28), ...at(1, 0.22));
  }
  return inked(pen, p.d, size * 0.15, pen.paints.isColour ? pen.paints.tone(55, '#cf2f33') : pen.paints.line);
}

export function question(pen: Pen, x: number, y: number, size: number): string {
  const s = size * 0.62;
  const hook = path().move(x - s * 0.52, y - s * 0.42).curve(x - s * 0.5, y - s * 1.15, x + s * 0.62, y - s * 1.1, x + s * 0.56, y - s * 0.4).curve(x + s * 0.5, y, x, y + s * 0.02, x, y + s * 0.5).d;
  const dot = path().ellipse(x, y + s * 0.95, s * 0.17, s * 0.17).d;
  return inked(pen, hook, s * 0.3, pen.paints.line) + shape(pen, dot, pen.paints.line, 0);
}

export function exclaim(pen: Pen, x: number, y: number, size: number): string {
  const s = size * 0.66;
  const wedge = path().polyline([{ x: x - s * 0.2, y: y - s * 1.15 }, { x: x + s * 0.34, y: y - s * 1.05 }, { x: x + s * 0.06, y: y + s * 0.42 }, { x: x - s * 0.1, y: y + s * 0.4 }], true).d;
  const dot = path().ellipse(x - s * 0.04, y + s * 0.88, s * 0.17, s * 0.17).d;
  return line(pen, wedge + dot, 6, pen.paints.paper) + shape(pen, wedge + dot, pen.paints.line, 0);
}

/** A stroke with a contour of paper, so that it shows on hair and tone. */
function inked(pen: Pen, d: string, weight: number, colour: string): string {
  return line(pen, d, weight + 7, pen.paints.paper) + line(pen, d, weight, colour);
}
