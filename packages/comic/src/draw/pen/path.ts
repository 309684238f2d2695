/** Builds SVG path data with short numbers; the only way the artists write coordinates. */
import type { Point } from '../../model/geometry.ts';

/** One decimal is a fifteenth-hundredth of an inch: finer than any printer, short, and the same on every machine. */
export function num(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export class Path {
  #d = '';

  move(x: number, y: number): this {
    this.#d += `M${num(x)} ${num(y)}`;
    return this;
  }

  line(x: number, y: number): this {
    this.#d += `L${num(x)} ${num(y)}`;
    return this;
  }

  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this {
    this.#d += `C${num(x1)} ${num(y1)} ${num(x2)} ${num(y2)} ${num(x)} ${num(y)}`;
    return this;
  }

  quad(x1: number, y1: number, x: number, y: number): this {
    this.#d += `Q${num(x1)} ${num(y1)} ${num(x)} ${num(y)}`;
    return this;
  }

  close(): this {
    this.#d += 'Z';
    return this;
  }

  polyline(points: readonly Point[], isClosed = false): this {
    points.forEach((p, i) => (i === 0 ? this.move(p.x, p.y) : this.line(p.x, p.y)));
    return isClosed ? this.close() : this;
  }

  /** A smooth curve through all points (Catmull-Rom, as cubic Béziers). `tension` 0 is straight, 1 is round. */
  spline(points: readonly Point[], isClosed = false, tension = 1): this {
    const n = points.length;
    if (n < 3) return this.polyline(points, isClosed);
    const at = (i: number): Point => points[isClosed ? (i + n) % n : Math.max(0, Math.min(n - 1, i))]!;
    this.move(at(0).x, at(0).y);
    const k = tension / 6;
    for (let i = 0; i < (isClosed ? n : n - 1); i++) {
      const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
      this.curve(b.x + (c.x - a.x) * k, b.y + (c.y - a.y) * k, c.x - (d.x - b.x) * k, c.y - (d.y - b.y) * k, c.x, c.y);
    }
    return isClosed ? this.close() : this;
  }

  ellipse(cx: number, cy: number, rx: number, ry: number): this {
    const [kx, ky] = [rx * 0.5523, ry * 0.5523];
    return this.move(cx - rx, cy)
      .curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)
      .curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)
      .curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)
      .curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
      .close();
  }

  get d(): string {
    return this.#d;
  }
}

export function path(): Path {
  return new Path();
}
