/** Collects fills and lines of the three planes in painting order, merging neighbours that share a paint. */
import type { Point } from '../../../model/geometry.ts';
import { num } from '../../pen/path.ts';

export type Plane = 'far' | 'middle' | 'near';

export class Plate {
  plane: Plane = 'far';
  #out: Record<Plane, string[]> = { far: [], middle: [], near: [] };
  #kind: 'fill' | 'line' | 'none' = 'none';
  #key = '';
  #plane: Plane = 'far';
  #d: string[] = [];

  fill(points: readonly Point[], paint: string): void {
    if (points.length < 3) return;
    this.fillPath(polygonPath(points), paint);
  }

  fillPath(d: string, paint: string): void {
    this.#begin('fill', paint);
    this.#d.push(d);
  }

  line(d: string, weight: number, colour: string): void {
    if (d === '') return;
    this.#begin('line', `${num(weight)}" stroke="${colour}`);
    this.#d.push(d);
  }

  raw(svg: string): void {
    this.#flush();
    this.#out[this.plane].push(svg);
  }

  take(plane: Plane): string {
    this.#flush();
    const content = this.#out[plane].join('');
    return content === '' ? '' : `<g stroke-linejoin="round" stroke-linecap="round">${content}</g>`;
  }

  #begin(kind: 'fill' | 'line', key: string): void {
    if (kind === this.#kind && key === this.#key && this.plane === this.#plane) return;
    this.#flush();
    [this.#kind, this.#key, this.#plane] = [kind, key, this.plane];
  }

  #flush(): void {
    if (this.#d.length > 0) {
      const d = this.#d.join('');
      this.#out[this.#plane].push(this.#kind === 'fill' ? `<path d="${d}" fill="${this.#key}"/>` : `<path d="${d}" fill="none" stroke-width="${this.#key}"/>`);
    }
    this.#d = [];
    this.#kind = 'none';
  }
}

/** Always clockwise on the screen, so that overlapping parts of a merged path never cut holes. */
function polygonPath(points: readonly Point[]): string {
  let area = 0;
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length]!;
    area += p.x * q.y - q.x * p.y;
  });
  const ordered = area < 0 ? [...points].reverse() : points;
  let d = '';
  ordered.forEach((p, i) => (d += `${i === 0 ? 'M' : 'L'}${num(p.x)} ${num(p.y)}`));
  return `${d}Z`;
}
