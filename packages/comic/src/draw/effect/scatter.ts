/** Places for ornaments: near the edges, off the faces, larger ones farther out. */
import type { Box } from '../../model/geometry.ts';
import type { Random } from '../../model/random.ts';

export type Spot = { x: number; y: number; size: number; turn: number };

export function scatter(random: Random, at: { width: number; height: number; keep: readonly Box[]; count: number; least: number; most: number }): Spot[] {
  const spots: Spot[] = [];
  for (let tries = 0; tries < at.count * 12 && spots.length < at.count; tries++) {
    const spot = { x: random.next() * at.width, y: random.next() * at.height, size: 0, turn: random.between(0, Math.PI * 2) };
    const fromCentre = Math.hypot(spot.x / at.width - 0.5, spot.y / at.height - 0.5);
    spot.size = at.least + (at.most - at.least) * random.next() ** 1.5 * (0.4 + fromCentre);
    if (isFree(spot, at.keep, spots)) spots.push(spot);
  }
  return spots;
}

function isFree(spot: Spot, keep: readonly Box[], others: readonly Spot[]): boolean {
  const margin = spot.size * 1.15;
  const covers = keep.some((box) => spot.x > box.x - margin && spot.x < box.x + box.width + margin && spot.y > box.y - margin && spot.y < box.y + box.height + margin);
  return !covers && others.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > other.size + spot.size);
}
