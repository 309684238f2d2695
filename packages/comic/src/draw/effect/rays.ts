/** Lines drawn as wedges that run out to nothing, set in clusters: evenly spread ones look printed. */
import type { Point } from '../../model/geometry.ts';
import type { Random } from '../../model/random.ts';
import { path } from '../pen/path.ts';

/** Angles round the circle, bunched: within a bunch close, between bunches apart. */
export function bunchedAngles(random: Random, bunches: number): number[] {
  const angles: number[] = [];
  const step = (Math.PI * 2) / bunches;
  for (let b = 0; b < bunches; b++) {
    const centre = b * step + random.between(-0.25, 0.25) * step;
    const count = random.integer(2, 6);
    for (let i = 0; i < count; i++) angles.push(centre + (i - count / 2) * step * random.between(0.06, 0.13));
  }
  return angles;
}

/** Wedges from outside towards an ellipse round `focus`; `outer` must lie beyond every corner. */
export function radialWedges(random: Random, at: { focus: Point; rx: number; ry: number; outer: number; bunches: number; weight: number }): string {
  const p = path();
  for (const angle of bunchedAngles(random, at.bunches)) {
    const reach = random.between(1, 1.55);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const half = (at.weight * random.between(0.4, 1.3)) / at.outer;
    p.move(at.focus.x + cos * at.rx * reach, at.focus.y + sin * at.ry * reach);
    p.line(at.focus.x + Math.cos(angle - half) * at.outer, at.focus.y + Math.sin(angle - half) * at.outer);
    p.line(at.focus.x + Math.cos(angle + half) * at.outer, at.focus.y + Math.sin(angle + half) * at.outer).close();
  }
  return p.d;
}

/** Streaks across the picture, thick at the start and thin where the movement goes. */
export function streaks(random: Random, at: { width: number; height: number; toRight: boolean; count: number; weight: number }): string {
  const p = path();
  const bands = Math.max(3, Math.round(at.count / 6));
  for (let b = 0; b < bands; b++) {
    const middle = random.next() * at.height;
    const count = random.integer(3, 8);
    for (let i = 0; i < count; i++) {
      const y = middle + random.between(-1, 1) * at.height * 0.035;
      const length = at.width * random.between(0.35, 1.05);
      const start = random.between(-0.1, 0.35) * at.width;
      const thick = at.weight * random.between(0.25, 1);
      const [x0, x1] = at.toRight ? [start, start + length] : [at.width - start, at.width - start - length];
      p.move(x0, y - thick / 2).line(x1, y).line(x0, y + thick / 2).close();
    }
  }
  return p.d;
}
