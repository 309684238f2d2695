/** A leaning camera: turns the whole picture about its centre and keeps its corners filled. */
import type { Box, Point } from '../../model/geometry.ts';
import { boxOf } from '../../model/geometry.ts';
import { num } from '../pen/path.ts';

export type Tilt = { wrap(svg: string): string; point(p: Point): Point; box(b: Box): Box };

export function tiltPicture(degrees: number, size: { width: number; height: number }): Tilt {
  if (degrees === 0) return { wrap: (svg) => svg, point: (p) => p, box: (b) => b };
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const { width: w, height: h } = size;
  const grow = Math.max(cos + (h / w) * Math.abs(sin), cos + (w / h) * Math.abs(sin));
  const point = (p: Point): Point => {
    const [x, y] = [(p.x - w / 2) * grow, (p.y - h / 2) * grow];
    return { x: w / 2 + x * cos - y * sin, y: h / 2 + x * sin + y * cos };
  };
  const box = (b: Box): Box => boxOf([point(b), point({ x: b.x + b.width, y: b.y }), point({ x: b.x, y: b.y + b.height }), point({ x: b.x + b.width, y: b.y + b.height })]);
  const transform = `translate(${num(w / 2)} ${num(h / 2)}) rotate(${num(degrees)}) scale(${grow.toFixed(3)}) translate(${num(-w / 2)} ${num(-h / 2)})`;
  return { wrap: (svg) => `<g transform="${transform}">${svg}</g>`, point, box };
}
