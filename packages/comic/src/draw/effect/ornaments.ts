/** Small drawn signs that float in a picture: sparkles, flowers, hearts, petals. */
import { path } from '../pen/path.ts';
import { shape, type Pen } from '../pen/pen.ts';

export function sparkle(pen: Pen, x: number, y: number, r: number): string {
  const k = r * 0.16;
  const d = path().move(x, y - r).quad(x + k, y - k, x + r * 0.7, y).quad(x + k, y + k, x, y + r).quad(x - k, y + k, x - r * 0.7, y).quad(x - k, y - k, x, y - r).close().d;
  return shape(pen, d, pen.paints.isColour ? pen.paints.ink('white', '#ffe9a8') : pen.paints.paper, pen.weight.fine);
}

export function flower(pen: Pen, x: number, y: number, r: number, turn: number): string {
  let svg = '';
  for (let i = 0; i < 5; i++) {
    const a = turn + (i * Math.PI * 2) / 5;
    const [cos, sin] = [Math.cos(a), Math.sin(a)];
    const at = (u: number, v: number): [number, number] => [x + cos * u - sin * v, y + sin * u + cos * v];
    const [p1, p2, p3, p4, notch] = [at(r * 0.35, -r * 0.5), at(r * 0.95, -r * 0.48), at(r * 0.95, r * 0.48), at(r * 0.35, r * 0.5), at(r * 0.9, 0)];
    const [tipA, tipB] = [at(r * 1.06, -r * 0.16), at(r * 1.06, r * 0.16)];
    svg += shape(pen, path().move(x, y).curve(...p1, ...p2, ...tipA).line(...notch).line(...tipB).curve(...p3, ...p4, x, y).close().d, pen.paints.isColour ? pen.paints.ink('light', '#e88fa6') : pen.paints.paper, pen.weight.fine);
  }
  return svg + shape(pen, path().ellipse(x, y, r * 0.17, r * 0.17).d, pen.paints.isColour ? pen.paints.ink('tone', '#e2b13c') : pen.paints.line, 0);
}

export function heart(pen: Pen, x: number, y: number, r: number, turn: number): string {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (u: number, v: number): [number, number] => [x + (u * cos - v * sin) * r, y + (u * sin + v * cos) * r];
  const d = path().move(...at(0, 0.9)).curve(...at(-1.3, 0), ...at(-0.9, -1), ...at(0, -0.35)).curve(...at(0.9, -1), ...at(1.3, 0), ...at(0, 0.9)).close().d;
  return shape(pen, d, pen.paints.isColour ? pen.paints.ink('tone', '#d6455d') : pen.paints.paper, pen.weight.detail);
}
