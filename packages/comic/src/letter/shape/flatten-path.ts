import { boxOf, type Box, type Point } from '../../model/geometry.ts';

/** Polygons of absolute M L Q C Z path data; curves become `steps` chords. */
export function flattenPath(d: string, steps = 5): Point[][] {
  const polygons: Point[][] = [];
  for (const match of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const n = (match[2]!.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const last = polygons.at(-1);
    if (match[1] === 'M') polygons.push([{ x: n[0]!, y: n[1]! }]);
    else if (last && match[1] === 'L') last.push({ x: n[0]!, y: n[1]! });
    else if (last && match[1] !== 'Z') curve(last, n, steps);
  }
  return polygons;
}

export function boxOfPath(d: string): Box {
  const box = boxOf(flattenPath(d).flat());
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}

function curve(into: Point[], n: readonly number[], steps: number): void {
  const p = into.at(-1)!;
  const isQuad = n.length === 4;
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const s = 1 - t;
    if (isQuad) into.push({ x: s * s * p.x + 2 * s * t * n[0]! + t * t * n[2]!, y: s * s * p.y + 2 * s * t * n[1]! + t * t * n[3]! });
    else
      into.push({
        x: s * s * s * p.x + 3 * s * s * t * n[0]! + 3 * s * t * t * n[2]! + t * t * t * n[4]!,
        y: s * s * s * p.y + 3 * s * s * t * n[1]! + 3 * s * t * t * n[3]! + t * t * t * n[5]!,
      });
  }
}

/** Even-odd test: is a point inside a polygon? */
export function isInPolygon(polygon: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i]!, polygon[j]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
