/** What covers walls and floors: boards, tiles, bricks in clusters, hatching in corners. */
import type { Vector } from '../../camera.ts';
import type { Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { quad, type Frame } from '../base/vector.ts';

/** Parallel lines over a patch, left out where they would run together. `along` u lines follow u. */
export function stripes(s: Sketch, frame: Frame, size: { w: number; h: number }, step: number, along: 'u' | 'v', weight = 0.5, gaps = 0): void {
  const length = along === 'u' ? size.h : size.w;
  const across = along === 'u' ? size.w : size.h;
  const r = s.wobble;
  let last: number | undefined;
  for (let t = step; t < length - 0.5; t += step) {
    const [a, b] = along === 'u' ? [frame(0, t), frame(size.w, t)] : [frame(t, 0), frame(t, size.h)];
    const middle = s.spot(along === 'u' ? frame(size.w / 2, t) : frame(t, size.h / 2));
    const place = middle === undefined ? undefined : along === 'u' ? middle.y + middle.x * 0.3 : middle.x + middle.y * 0.3;
    if (place !== undefined && last !== undefined && Math.abs(place - last) < (s.isSoft ? 9 : 3.2)) continue;
    if (place !== undefined) last = place;
    if (gaps > 0 && r.chance(gaps)) {
      const [from, to] = [r.between(0, 0.4), r.between(0.6, 1)];
      s.line(along === 'u' ? [frame(across * from, t), frame(across * to, t)] : [frame(t, across * from), frame(t, across * to)], weight);
    } else s.line([a, b], weight);
  }
}

/** A grid of tiles. */
export function tiles(s: Sketch, frame: Frame, size: { w: number; h: number }, step: number, weight = 0.45): void {
  stripes(s, frame, size, step, 'u', weight);
  stripes(s, frame, size, step, 'v', weight);
}

/** Brick or stone hints: a few clusters instead of a whole wall. */
export function brickHints(s: Sketch, frame: Frame, size: { w: number; h: number }, brick: { w: number; h: number }, clusters: number, material?: Material): void {
  if (s.isSoft) return;
  const r = s.part();
  for (let c = 0; c < clusters; c++) {
    const [u, v] = [r.between(0, size.w), r.between(0, size.h)];
    const rows = r.integer(2, 4);
    for (let row = 0; row < rows; row++) {
      const count = r.integer(1, 3);
      for (let i = 0; i < count; i++) {
        const u0 = u + (i + (row % 2) / 2) * brick.w;
        const v0 = v + row * brick.h;
        if (u0 < 0 || u0 + brick.w > size.w || v0 < 0 || v0 + brick.h > size.h) continue;
        const points = quad(frame, u0, v0, u0 + brick.w * 0.94, v0 + brick.h * 0.88);
        if (material && r.chance(0.4)) s.poly(points, material, { weight: 0.5 });
        else s.line([...points, points[0]!], 0.45, { isExact: true });
      }
    }
  }
}

/** Hatching that thins out: from the edge v = 0 of a patch, longer and shorter strokes in clusters. */
export function hatch(s: Sketch, frame: Frame, from: number, to: number, reach: number, step = 7, slant = 0.25): void {
  if (s.isSoft) return;
  const r = s.wobble;
  for (let u = from; u < to; u += step * r.between(0.6, 1.3)) {
    const wave = 0.55 + 0.45 * Math.sin(u / 37) * Math.sin(u / 13);
    const length = reach * wave * r.between(0.6, 1);
    s.line([frame(u, 0), frame(u + length * slant, length)], 0.45);
  }
}

/** Little tufts, pebbles or crumbs scattered over a level patch. */
export function scatter(s: Sketch, area: { x: [number, number]; z: [number, number]; y?: number }, count: number, mark: (at: Vector, size: number) => void): void {
  const r = s.part();
  for (let i = 0; i < count; i++) {
    // Denser towards the reader, as the eye sees it: even in 1/z.
    const z = 1 / (1 / area.z[1] + r.next() * (1 / Math.max(60, area.z[0]) - 1 / area.z[1]));
    const reach = Math.min(1, (z * 0.85) / Math.max(1, Math.abs(area.x[0]), Math.abs(area.x[1])));
    const x = r.between(area.x[0], area.x[1]) * (area.x[0] < 0 && area.x[1] > 0 ? reach : 1);
    mark({ x, y: area.y ?? 0, z }, r.between(0.6, 1.4));
  }
}

export function grassTufts(s: Sketch, area: { x: [number, number]; z: [number, number]; y?: number }, count: number, height = 9): void {
  const r = s.part();
  scatter(s, area, s.isSoft ? Math.round(count / 4) : count, (at, size) => {
    const blades = r.integer(3, 5);
    const h = height * size;
    const leans = Array.from({ length: blades }, () => r.between(-0.5, 0.5));
    const p = s.spot(at);
    if (p === undefined || p.scale * h < 2 || p.x < -20 || p.x > s.camera.width + 20) return;
    leans.forEach((lean, i) => {
      const x = p.x + (i - blades / 2) * p.scale * h * 0.22;
      s.screenLine([{ x, y: p.y }, { x: x + lean * h * p.scale * 0.4, y: p.y - h * p.scale * 0.6 }, { x: x + lean * h * p.scale, y: p.y - h * p.scale }], s.weightAt(p.depth, 0.55));
    });
  });
}

/** Small stones: short curved strokes in loose groups. */
export function pebbles(s: Sketch, area: { x: [number, number]; z: [number, number]; y?: number }, count: number): void {
  scatter(s, area, s.isSoft ? Math.round(count / 4) : count, (at, size) => {
    const w = 7 * size;
    s.line([{ ...at, x: at.x - w }, { ...at, x: at.x - w * 0.5, y: at.y + w * 0.6 }, { ...at, x: at.x + w * 0.5, y: at.y + w * 0.6 }, { ...at, x: at.x + w }], 0.55);
    if (size > 1.1) s.line([{ ...at, x: at.x + w * 2 }, { ...at, x: at.x + w * 2.6, y: at.y + w * 0.5 }, { ...at, x: at.x + w * 3.2 }], 0.5);
  });
}
