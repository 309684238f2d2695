/** The far plane: mountains, hills, tree lines, skylines, water. */
import type { Point } from '../../../model/geometry.ts';
import { GREY, LEAF, LEAF_DARK, SNOW, STEEL, WATER, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { vec } from '../base/vector.ts';
import { windowGrid } from './building.ts';
import { uprightFrame } from '../base/vector.ts';

type RangeShape = { z: number; height: number; peaks?: number; material?: Material; snowCaps?: boolean; jag?: number };

/** A range of mountains across the picture: lit left flanks, shaded right flanks, ridges. */
export function mountains(s: Sketch, { z, height, peaks = 7, material = GREY, snowCaps = false, jag = 1 }: RangeShape): void {
  const r = s.part();
  const half = z * 1.5;
  const steps = peaks * 4;
  const rough = Array.from({ length: peaks + 1 }, () => r.between(0.45, 1));
  const crest = Array.from({ length: steps + 1 }, (_, i) => {
    const t = (i / steps) * peaks;
    const k = Math.min(peaks - 1, Math.floor(t));
    const f = t - k;
    const [a, b] = [rough[k]!, rough[k + 1]!];
    const dip = 1 - 0.55 * Math.sin(Math.PI * f);
    return { x: -half + (i / steps) * half * 2, y: height * ((a + (b - a) * f) * dip + r.between(-0.05, 0.05) * jag) };
  });
  s.poly([vec(-half, 0, z), ...crest.map((p) => vec(p.x, p.y, z)), vec(half, 0, z)], s.spec.weather === 'snow' ? SNOW : material, { weight: 1.1, isExact: true });
  if (s.isSoft) return;
  for (let k = 0; k <= peaks; k++) {
    const top = crest[Math.min(steps, k * 4)]!;
    const span = (half * 2) / peaks;
    const zig = [0, 0.2, 0.36, 0.55, 0.75].map((t, i) => vec(top.x + (i % 2 === 0 ? 0.05 : 0.1) * span + t * span * 0.04, top.y * (1 - t), z));
    const flank = crest.slice(k * 4, k * 4 + 3).map((p) => vec(p.x, p.y, z));
    if (flank.length >= 2) {
      const end = flank[flank.length - 1]!;
      s.poly([...flank, vec(end.x - span * 0.06, end.y * 0.6, z), ...zig.slice(1, 4).reverse()], material, { shade: 2, weight: 0 });
    }
    s.line(zig, 0.9);
    if (snowCaps) {
      const cap = [vec(top.x, top.y, z), vec(top.x + span * 0.1, top.y * 0.8, z), vec(top.x + span * 0.05, top.y * 0.84, z), vec(top.x, top.y * 0.74, z), vec(top.x - span * 0.05, top.y * 0.83, z), vec(top.x - span * 0.1, top.y * 0.8, z)];
      s.patch(cap, s.plain(s.light.isNight ? 3 : 0, '#ffffff'), { weight: 0.8, isExact: true });
    }
    for (let i = 0; i < 3; i++) {
      const [x, t] = [top.x - span * r.between(0.1, 0.35), r.between(0.35, 0.6)];
      s.line([vec(x, top.y * t, z), vec(x - span * 0.05, top.y * (t - 0.15), z)], 0.8);
    }
  }
}

/** A line of trees or hills with a bumpy top edge. */
export function treeLine(s: Sketch, z: number, height: number, material: Material = LEAF, span = z * 1.4): void {
  const r = s.part();
  const count = s.isSoft ? 20 : 46;
  const points = [vec(-span, 0, z)];
  for (let i = 0; i < count; i++) {
    const x = -span + (i / count) * span * 2;
    const top = height * r.between(0.55, 1);
    const wide = (span * 2) / count;
    for (let k = 0; k < 4; k++) points.push(vec(x + (k / 3.4) * wide, top * (0.82 + 0.18 * Math.sin((Math.PI * (k + 0.4)) / 3.8)), z));
  }
  points.push(vec(span, 0, z));
  s.poly(points, s.spec.weather === 'snow' ? { ...SNOW, level: 1 } : material, { weight: 0.9, isExact: true });
  if (s.isSoft) return;
  for (let i = 0; i < 16; i++) {
    const x = r.between(-span, span) * 0.7;
    const wide = span * r.between(0.02, 0.06);
    const base = [vec(x - wide, 0, z), vec(x - wide * 0.7, height * r.between(0.2, 0.4), z), vec(x, height * r.between(0.25, 0.5), z), vec(x + wide * 0.6, height * r.between(0.15, 0.4), z), vec(x + wide, 0, z)];
    s.poly(base, LEAF_DARK, { weight: 0, isExact: true });
  }
}

/** Town silhouettes along the horizon. */
export function skyline(s: Sketch, z: number, height: number, material: Material = STEEL, options: { count?: number; lit?: number; gap?: number } = {}): void {
  const r = s.part();
  const half = z * 1.2;
  const count = options.count ?? 26;
  const step = (half * 2) / count;
  const gap = options.gap ?? 0;
  for (let i = 0; i < count; i++) {
    const [x, wide, tall] = [-half + i * step, step * r.between(0.6, 1.05), height * r.between(0.3, 1) ** 1.3];
    const [hasMast, cols, lock] = [r.chance(0.2), r.integer(3, 6), r.integer(3, 12)];
    if (Math.abs(x) < gap) continue;
    s.poly([vec(x, 0, z), vec(x + wide, 0, z), vec(x + wide, tall, z), vec(x, tall, z)], material, { weight: 0.9, shade: i % 3 === 0 ? -1 : 0 });
    if (hasMast) s.line([vec(x + wide / 2, tall, z), vec(x + wide / 2, tall * 1.2, z)], 0.8);
    const p = s.spot(vec(x + wide / 2, tall / 2, z));
    if (p === undefined || p.scale * wide < 14 || s.isSoft) continue;
    if (s.light.isNight) windowGrid(s, uprightFrame(x, z), wide, tall, { cols, rows: lock, from: tall * 0.1, size: 0.4, tall: 0.4, lit: options.lit ?? 0.4 });
    else for (let k = 1; k < 5; k++) s.line([vec(x + wide * 0.15, tall * k * 0.19, z), vec(x + wide * 0.8, tall * k * 0.19, z)], 0.6);
  }
}

/** Water from depth z0 to z1 with ripples and a path of light. */
export function water(s: Sketch, z0: number, z1: number, half = z1 * 2.2, y = 0, material: Material = WATER): void {
  for (const [a, b] of [[z1, z0 + (z1 - z0) * 0.2], [z0 + (z1 - z0) * 0.2, z0]] as const) s.poly([vec(-half, y, b), vec(half, y, b), vec(half, y, a), vec(-half, y, a)], material, { weight: 0, shade: a === z1 ? 0 : -1 });
  ripples(s, z0, z1, y);
}

export function ripples(s: Sketch, z0: number, z1: number, y = 0, count = 60): void {
  const r = s.part();
  const isDark = s.light.isNight;
  const glint = s.spec.time === 'dusk' || s.spec.time === 'dawn' || isDark;
  for (let i = 0; i < (s.isSoft ? count / 4 : count); i++) {
    const z = 1 / (1 / z1 + r.next() ** 1.3 * (1 / Math.max(80, z0) - 1 / z1));
    const isGlint = glint && r.chance(0.5);
    const x = (isGlint ? r.between(-0.12, 0.12) : r.between(-0.9, 0.9)) * Math.max(600, z);
    const [w, seedA, seedB] = [z * r.between(0.02, 0.09), r.between(-1, 1), r.between(-1, 1)];
    const p = s.spot(vec(x, y, z));
    if (p === undefined || p.x < -80 || p.x > s.camera.width + 80 || p.y > s.camera.height + 20) continue;
    const half = Math.max(4, w * p.scale);
    const rise = Math.max(0.8, half * 0.06);
    const points: Point[] = [{ x: p.x - half, y: p.y }, { x: p.x - half * 0.3, y: p.y - rise * (1 + seedA) }, { x: p.x + half * 0.2, y: p.y + rise * seedB }, { x: p.x + half, y: p.y }];
    s.screenLine(points, isGlint ? Math.max(1.2, rise) : s.weightAt(p.depth, 0.8), isGlint || isDark ? s.pen.paints.paper : s.pen.paints.line);
  }
}
