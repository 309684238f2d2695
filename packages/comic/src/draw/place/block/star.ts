/** A star as path data: a small diamond; a large one with four rays. */
import { num } from '../../pen/path.ts';

export function star(x: number, y: number, size: number, hasRays: boolean): string {
  const diamond = (w: number, h: number): string => `M${num(x - w)} ${num(y)}L${num(x)} ${num(y - h)}L${num(x + w)} ${num(y)}L${num(x)} ${num(y + h)}Z`;
  return hasRays ? diamond(size, size) + diamond(size * 3, size * 0.35) + diamond(size * 0.35, size * 3) : diamond(size, size);
}
