/** Trees, bushes, leaves: bumpy contours with black in their shade, by season. */
import type { Point } from '../../../model/geometry.ts';
import { seededRandom } from '../../../model/random.ts';
import { AUTUMN, BARK, BLOSSOM, LEAF, LEAF_DARK, SNOW, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { vec } from '../base/vector.ts';
import { shadow } from './box.ts';

type TreeKind = 'round' | 'cherry' | 'pine' | 'cypress' | 'palm' | 'bare';

function leafMaterial(s: Sketch, isCherry = false): Material {
  if (s.spec.weather === 'snow' || (s.spec.season === 'winter' && s.spec.weather !== 'clear')) return { ...SNOW, level: 0 };
  if (s.spec.season === 'spring') return isCherry ? BLOSSOM : { ...LEAF, level: 2 };
  if (s.spec.season === 'autumn') return AUTUMN;
  return LEAF;
}

export function tree(s: Sketch, x: number, z: number, height: number, kind: TreeKind = 'round', y = 0): void {
  const seed = s.part().integer(0, 1e9);
  const isBare = kind === 'bare' || (s.spec.season === 'winter' && (kind === 'round' || kind === 'cherry'));
  if (y === 0 && height > 120) shadow(s, x, z, height * 0.5, height * 0.3, 3);
  if (isBare) return bareTree(s, x, y, z, height, seed);
  if (kind === 'pine') return pine(s, x, y, z, height, seed);
  if (kind === 'palm') return palm(s, x, y, z, height, seed);
  if (kind === 'cypress') return crown(s, { x, y: y + height * 0.53, z }, height * 0.16, height * 0.47, seed, LEAF_DARK);
  const lean = seededRandom(seed).between(-0.06, 0.06) * height;
  trunk(s, x, y, z, height * 0.52, height * 0.05, lean);
  crown(s, { x: x + lean, y: y + height * 0.68, z }, height * 0.36, height * 0.31, seed, leafMaterial(s, kind === 'cherry'));
}

function trunk(s: Sketch, x: number, y: number, z: number, height: number, r: number, lean: number): void {
  const [a, b] = [s.spot(vec(x, y, z)), s.spot(vec(x + lean, y + height, z))];
  if (a === undefined || b === undefined) return;
  const [ra, rb] = [r * a.scale, r * b.scale * 0.6];
  const points = [{ x: a.x - ra * 1.5, y: a.y }, { x: a.x - ra * 0.8, y: a.y + (b.y - a.y) * 0.15 }, { x: b.x - rb, y: b.y }, { x: b.x + rb, y: b.y }, { x: a.x + ra * 0.8, y: a.y + (b.y - a.y) * 0.15 }, { x: a.x + ra * 1.5, y: a.y }];
  s.screen(points, BARK, { depth: a.depth, weight: 0.9, shade: -1 });
  if (ra > 5) {
    for (const t of [-0.4, 0.1, 0.45]) s.screenLine([{ x: a.x + ra * t, y: a.y + (b.y - a.y) * 0.1 }, { x: b.x + rb * t * 1.2, y: b.y * 0.6 + a.y * 0.4 }], s.weightAt(a.depth, 0.5));
  }
}

/** A mass of leaves around a centre: contour, shaded underside, clusters of leaf marks. */
export function crown(s: Sketch, at: { x: number; y: number; z: number }, rx: number, ry: number, seed: number, material: Material, inking: { isFlat?: boolean } = {}): void {
  const p = s.spot(at);
  if (p === undefined) return;
  const [w, h] = [rx * p.scale, ry * p.scale];
  if (p.x + w * 1.3 < 0 || p.x - w * 1.3 > s.camera.width || p.y + h * 1.3 < 0 || p.y - h * 1.3 > s.camera.height) return;
  const contour = bumpy(p, w, h, seed);
  s.screen(contour, material, { depth: p.depth, weight: 0.85 });
  if (inking.isFlat || s.isSoft || w < 7) return;
  const r = seededRandom(seed + 1);
  const shade = (from: number, to: number, inner: number): Point[] => {
    const outer = contour.filter((_, i) => i / contour.length > from && i / contour.length < to).map((q) => ({ x: p.x + (q.x - p.x) * 0.97, y: p.y + (q.y - p.y) * 0.97 }));
    const back = Array.from({ length: 14 }, (_, i) => {
      const a = (to - ((to - from) * i) / 13) * Math.PI * 2;
      const k = inner * (i % 2 === 0 ? 1.12 : 0.88) * r.between(0.92, 1.08);
      return { x: p.x + Math.cos(a) * w * k + w * 0.06, y: p.y + Math.sin(a) * h * k + h * 0.1 };
    });
    return [...outer, ...back];
  };
  s.screen(shade(0.97 - 1 + 0.02, 0.52, 0.55), material, { depth: p.depth, weight: 0, shade: 1.6 });
  if (w > 14) s.screen(shade(0.08, 0.36, 0.76), { ...LEAF_DARK, level: 6.6 }, { depth: p.depth, weight: 0 });
  const marks = Math.min(26, Math.round(w / 5));
  for (let i = 0; i < marks; i++) {
    const [a, k] = [r.between(0, Math.PI * 2), Math.sqrt(r.next()) * 0.8];
    const [x, y] = [p.x + Math.cos(a) * w * k, p.y + Math.sin(a) * h * k];
    const q = Math.max(2, Math.min(9, w * 0.07));
    s.screenLine([{ x: x - q, y: y + q * 0.3 }, { x: x - q * 0.4, y: y - q * 0.5 }, { x, y: y + q * 0.2 }, { x: x + q * 0.6, y: y - q * 0.4 }, { x: x + q, y: y + q * 0.4 }], s.weightAt(p.depth, 0.5));
  }
}

/** An ellipse broken into leafy bumps. */
export function bumpy(c: Point, w: number, h: number, seed: number): Point[] {
  const r = seededRandom(seed);
  const lobes = Math.max(5, Math.min(26, Math.round((w + h) / 11)));
  const points: Point[] = [];
  const [k1, k2] = [r.between(0, 6), r.between(0, 6)];
  for (let i = 0; i < lobes; i++) {
    const width = r.between(0.8, 1.2);
    const bulge = r.between(0.07, 0.15);
    const steps = w + h < 40 ? 2 : 5;
    for (let j = 0; j < steps; j++) {
      const t = (i + (j / steps) * width) / lobes;
      const a = t * Math.PI * 2;
      const big = 0.88 + 0.08 * Math.sin(a * 3 + k1) + 0.06 * Math.sin(a * 5 + k2);
      const k = big + bulge * Math.sin((Math.PI * (j + 0.3)) / (steps - 0.4));
      points.push({ x: c.x + Math.cos(a) * w * k, y: c.y + Math.sin(a) * h * k });
    }
  }
  return points;
}

function pine(s: Sketch, x: number, y: number, z: number, height: number, seed: number): void {
  const r = seededRandom(seed);
  trunk(s, x, y, z, height * 0.3, height * 0.035, 0);
  const p = s.spot(vec(x, y, z));
  const top = s.spot(vec(x, y + height, z));
  if (p === undefined || top === undefined) return;
  const material = s.spec.weather === 'snow' ? { ...SNOW, level: 1 } : LEAF_DARK;
  const left: Point[] = [];
  const right: Point[] = [];
  const tiers = 6;
  for (let i = 0; i < tiers; i++) {
    const t = (i + 1) / tiers;
    const wide = height * 0.24 * t * p.scale;
    const [yy, dx] = [top.y + (p.y - top.y) * (0.86 * t), (p.x - top.x) * t];
    left.push({ x: top.x + dx - wide * r.between(0.9, 1.1), y: yy }, { x: top.x + dx - wide * 0.5, y: yy - (p.y - top.y) * 0.025 });
    right.unshift({ x: top.x + dx + wide * 0.5, y: yy - (p.y - top.y) * 0.025 }, { x: top.x + dx + wide * r.between(0.9, 1.1), y: yy });
  }
  left.pop();
  right.shift();
  s.screen([{ x: top.x, y: top.y }, ...left, { x: p.x, y: top.y + (p.y - top.y) * 0.82 }, ...right], material, { depth: p.depth, weight: 0.8 });
  const light = s.spec.weather === 'snow' ? s.pen.paints.line : s.pen.paints.paper;
  if (p.scale * height > 60 && !s.isSoft) {
    for (let i = 0; i < 10; i++) {
      const t = r.between(0.2, 0.8);
      const side = r.between(-0.8, 0.2) * height * 0.2 * t * p.scale;
      const yy = top.y + (p.y - top.y) * 0.84 * t;
      s.screenLine([{ x: top.x + side, y: yy - 5 }, { x: top.x + side - 6, y: yy + 2 }], s.weightAt(p.depth, 0.6), light);
    }
  }
}

function palm(s: Sketch, x: number, y: number, z: number, height: number, seed: number): void {
  const r = seededRandom(seed);
  const lean = r.between(-0.2, 0.2) * height;
  trunk(s, x, y, z, height, height * 0.03, lean);
  const p = s.spot(vec(x + lean, y + height, z));
  if (p === undefined) return;
  const long = height * 0.42 * p.scale;
  for (let i = 0; i < 9; i++) {
    const a = Math.PI * (0.95 + (i / 8) * 1.1);
    const tip = { x: p.x + Math.cos(a) * long, y: p.y + Math.sin(a) * long * 0.5 + long * 0.25 };
    const knee = { x: p.x + Math.cos(a) * long * 0.55, y: p.y + Math.sin(a) * long * 0.6 - long * 0.12 };
    s.screen([{ x: p.x, y: p.y }, knee, tip, { x: knee.x, y: knee.y + long * 0.14 }], LEAF_DARK, { depth: p.depth, weight: 0.6 });
  }
}

function bareTree(s: Sketch, x: number, y: number, z: number, height: number, seed: number): void {
  const r = seededRandom(seed);
  const p = s.spot(vec(x, y, z));
  if (p === undefined || p.x < -height * p.scale || p.x > s.camera.width + height * p.scale) return;
  const colour = s.paint({ ...BARK, level: 7 }, 0, p.depth);
  const isPlain = colour.startsWith('#');
  const grow = (from: Point, a: number, length: number, wide: number, level: number): void => {
    const to = { x: from.x + Math.cos(a) * length, y: from.y + Math.sin(a) * length };
    const [nx, ny] = [-Math.sin(a) * wide, Math.cos(a) * wide];
    if (wide > 0.8) s.screenPatch([{ x: from.x + nx, y: from.y + ny }, { x: to.x + nx * 0.6, y: to.y + ny * 0.6 }, { x: to.x - nx * 0.6, y: to.y - ny * 0.6 }, { x: from.x - nx, y: from.y - ny }], isPlain ? colour : s.pen.paints.line);
    else s.screenLine([from, to], Math.max(0.7, wide * 1.6), isPlain ? colour : s.pen.paints.line);
    if (level === 0 || length < 4) return;
    const forks = level > 3 ? 2 : 3;
    for (let i = 0; i < forks; i++) grow(to, a + (i - (forks - 1) / 2) * r.between(0.5, 0.8) + r.between(-0.15, 0.15), length * r.between(0.62, 0.8), wide * 0.58, level - 1);
  };
  const size = height * p.scale;
  grow({ x: p.x, y: p.y }, -Math.PI / 2 + r.between(-0.06, 0.06), size * 0.3, Math.max(1, size * 0.028), s.isSoft || size < 40 ? 2 : 4);
}

/** A hedge or row of bushes along x. */
export function bushes(s: Sketch, x: [number, number], z: number, height: number, step = height * 1.3): void {
  const r = s.part();
  for (let at = x[0]; at < x[1]; at += step) {
    crown(s, { x: at + r.between(-0.2, 0.2) * step, y: height * 0.42, z: z + r.between(-12, 12) }, step * 0.62, height * r.between(0.5, 0.65), r.integer(0, 1e9), s.spec.season === 'autumn' ? AUTUMN : leafMaterial(s));
  }
}
