/** What one stands on outdoors, and the street furniture on it. */
import type { Vector } from '../../camera.ts';
import { ASPHALT, CONCRETE, GRASS, INK, IRON, PAVING, SNOW, STEEL, WHITE, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { groundFrame, quad, vec } from '../base/vector.ts';
import { box, disc, drum } from './box.ts';
import { topped } from './building.ts';
import { glow } from './fixture.ts';
import { grassTufts, pebbles, scatter, stripes } from './surface.ts';

const FAR = 60_000;

/** Level ground from before the reader to the horizon. */
export function ground(s: Sketch, material: Material, options: { tufts?: number; snowable?: boolean; plain?: boolean } = {}): void {
  s.plate.plane = 'far';
  const surface = options.snowable === false ? material : topped(s, material);
  // Bands from far to near: fog and distance pale the far ones.
  const ends = [FAR, 9000, 3500, 1600, 700, -400];
  for (let i = 1; i < ends.length; i++) {
    const [z1, z0] = [ends[i - 1]!, ends[i]!];
    const wide = Math.max(4000, z1 * 2.2);
    s.poly([vec(-wide, 0, z0), vec(wide, 0, z0), vec(wide, 0, z1), vec(-wide, 0, z1)], surface, { weight: 0 });
  }
  s.line([vec(-FAR, 0, FAR), vec(FAR, 0, FAR)], 1);
  if (surface === SNOW) snowGround(s);
  else if (!options.plain) {
    mottle(s, surface);
    if (s.isFromAbove) grassTufts(s, { x: [-900, 900], z: [200, 1800] }, material === GRASS ? 120 : 30);
    grassTufts(s, { x: [-1600, 1600], z: [170, 3200] }, options.tufts ?? (material === GRASS ? 90 : 12));
    if (material.colour !== GRASS.colour) pebbles(s, { x: [-1600, 1600], z: [170, 2600] }, 44);
  }
  nearTone(s);
  puddles(s);
  s.plate.plane = 'middle';
}

/** The ground darkens a little towards the reader: a plane of its own before the middle distance. */
function nearTone(s: Sketch): void {
  const { height } = s.camera;
  const top = s.horizon + (height - s.horizon) * 0.42;
  if (s.pen.paints.isColour || s.light.isDark || s.isSoft || s.isFromAbove || height - top < 40) return;
  const { x0, x1, y1 } = s.bounds;
  s.plate.fill([{ x: x0, y: Math.max(s.bounds.y0, top) }, { x: x1, y: Math.max(s.bounds.y0, top) }, { x: x1, y: y1 }, { x: x0, y: y1 }], s.graded({ from: top, to: height, dark: [-6, 18], colours: ['#ffffff', '#dddddd'], isSheer: true }));
}

/** Loose patches of tone with a broken edge: worn grass, damp sand. */
function mottle(s: Sketch, material: Material): void {
  if (s.isSoft) return;
  const count = s.isFromAbove ? 16 : 9;
  const r = s.part();
  for (let i = 0; i < 16; i++) {
    const z = 330 + i * 62 + i * i * 9;
    const [x, w, k1, k2] = [(i % 2 === 0 ? -1 : 1) * (120 + z * r.between(0.12, 0.75)), r.between(70, 170) * (1 + z / 2600), r.between(0, 6), r.between(0, 6)];
    if (i >= count) continue;
    const edge = Array.from({ length: 22 }, (_, k) => {
      const a = (k * Math.PI) / 11;
      const q = w * (1 + 0.2 * Math.sin(a * 3 + k1) + 0.12 * Math.sin(a * 5 + k2) + (k % 2) * 0.06);
      return vec(x + Math.cos(a) * q, 0.1, z + Math.sin(a) * q * 0.55);
    });
    s.poly(edge, material, { shade: 1, weight: 0 });
  }
}

/** Puddles with rings and the broken reflection of the sky. */
function puddles(s: Sketch): void {
  const r = s.part();
  if ((s.spec.weather !== 'rain' && s.spec.weather !== 'storm') || s.isSoft) return;
  for (let i = 0; i < 7; i++) {
    const z = 300 + i * i * 34;
    const [x, w] = [(i % 2 === 0 ? -1 : 1) * z * r.between(0.12, 0.6), r.between(60, 120)];
    const edge = Array.from({ length: 18 }, (_, k) => vec(x + Math.cos((k * Math.PI) / 9) * w * (1 + 0.16 * Math.sin(k * 2.1 + i)), 0.4, z + Math.sin((k * Math.PI) / 9) * w * 0.55 * (1 + 0.2 * Math.sin(k * 1.3 + i))));
    s.put(9000 - i, () => {
      s.patch(edge, s.plain(s.light.isNight ? 1 : 2, '#a9bccb'), { weight: 0.7, isExact: true });
      for (const k of [0.3, 0.55]) s.line(Array.from({ length: 11 }, (_, j) => vec(x + w * 0.1 + Math.cos((j * Math.PI) / 5) * w * k, 0.5, z + Math.sin((j * Math.PI) / 5) * w * k * 0.5)), 0.5, { ink: s.pen.paints.isColour ? s.pen.paints.paper : s.pen.paints.line });
      s.patch([vec(x - w * 0.7, 0.5, z - 6), vec(x - w * 0.1, 0.5, z - 10), vec(x - w * 0.2, 0.5, z + 4), vec(x - w * 0.6, 0.5, z + 8)], s.plain(0, '#eef4f8'));
    }, 'far');
  }
}

function snowGround(s: Sketch): void {
  scatter(s, { x: [-900, 900], z: [180, 2500] }, s.isSoft ? 6 : 26, (at, size) => {
    const w = 45 * size;
    s.line([vec(at.x - w, 0, at.z), vec(at.x - w * 0.3, 4, at.z), vec(at.x + w, 0, at.z + 6)], 0.5);
  });
}

type RoadShape = { half: number; walk?: number; from?: number; to?: number; centreLine?: boolean; material?: Material };

/** A road running away from the reader with pavements on both sides. */
export function road(s: Sketch, { half, walk = 170, from = -200, to = 14_000, centreLine = true, material = ASPHALT }: RoadShape): void {
  const surface = topped(s, material);
  const strip = (x0: number, x1: number, m: Material, weight = 0.8): void => {
    for (const [a, b] of [[3000, to], [900, 3000], [from, 900]] as const) s.poly([vec(x0, 0, a), vec(x1, 0, a), vec(x1, 0, b), vec(x0, 0, b)], m, { weight: 0 });
    s.line([vec(x0, 0, from), vec(x0, 0, to)], weight);
    s.line([vec(x1, 0, from), vec(x1, 0, to)], weight);
  };
  strip(-half, half, surface);
  if (walk > 0) {
    for (const side of [-1, 1]) {
      const [x0, x1] = side < 0 ? [-half - walk, -half] : [half, half + walk];
      strip(x0, x1, topped(s, PAVING));
      s.line([vec(side * (half + 12), 0, from), vec(side * (half + 12), 0, to)], 0.6);
      stripes(s, groundFrame(x0, 160), { w: walk, h: 2600 }, 90, 'u', 0.4, 0.5);
    }
  }
  if (centreLine && s.spec.weather !== 'snow') {
    for (let z = 120; z < 5000; z += 420) s.patch([vec(-7, 0.2, z), vec(7, 0.2, z), vec(7, 0.2, z + 210), vec(-7, 0.2, z + 210)], s.paint(WHITE), { weight: z < 1500 ? 0.5 : 0 });
  }
  wear(s, half);
}

/** Cracks, manhole and puddles: the ground is never an empty tone. */
function wear(s: Sketch, half: number): void {
  const r = s.part();
  if (s.isSoft) return;
  const z = r.between(420, 700);
  const x = r.between(0.35, 0.7) * half * (r.chance(0.5) ? 1 : -1);
  const lid = Array.from({ length: 14 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 7) * 32, 0.3, z + Math.sin((i * Math.PI) / 7) * 32));
  if (s.spec.era === 'modern' || s.spec.era === 'future') s.poly(lid, IRON, { weight: 0.7, isExact: true, shade: -2 });
  for (let i = 0; i < 5; i++) {
    const [cx, cz] = [r.between(-0.9, 0.9) * half, r.between(220, 1300)];
    s.line([vec(cx, 0, cz), vec(cx + r.between(10, 30), 0, cz + r.between(-8, 20)), vec(cx + r.between(30, 60), 0, cz + r.between(-10, 25))], 0.45);
  }
}

/** White stripes across a road. */
export function zebra(s: Sketch, half: number, z: [number, number]): void {
  for (let x = -half + 20; x < half - 30; x += 90) s.patch([vec(x, 0.3, z[0]), vec(x + 46, 0.3, z[0]), vec(x + 46, 0.3, z[1]), vec(x, 0.3, z[1])], s.paint(WHITE), { weight: 0.7 });
}

export function lampPost(s: Sketch, x: number, z: number, height = 420, arm = x < 0 ? 90 : -90): void {
  drum(s, { x, z, y0: 0, y1: 40, r0: 9 }, IRON, { isPlain: true });
  drum(s, { x, z, y0: 40, y1: height, r0: 5, r1: 4 }, IRON, { isPlain: true });
  s.line([vec(x, height, z), vec(x + arm * 0.3, height + 22, z), vec(x + arm, height + 26, z)], 2);
  if (s.light.isNight || s.spec.time === 'dusk') {
    if (s.light.isNight) cone(s, x + arm, height + 18, z);
    glow(s, x + arm, height + 14, z, 46);
  }
  box(s, { x: x + arm, y: height + 14, z, w: 60, h: 13, d: 22 }, IRON);
}

/** The cone of light of a lamp, lighter than the night around it, and its pool on the ground. */
function cone(s: Sketch, x: number, y: number, z: number): void {
  const pool = Array.from({ length: 18 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 9) * 190, 0.2, z + Math.sin((i * Math.PI) / 9) * 120));
  s.patch(pool, s.plain(1, '#b9a878'));
  const inner = pool.map((p) => vec(x + (p.x - x) * 0.62, 0.2, z + (p.z - z) * 0.62));
  s.patch(inner, s.plain(0, '#f1dfa6'));
  if (s.pen.paints.isColour) return;
  for (const k of [-0.55, -0.3, 0.1, 0.42]) s.line([vec(x + k * 20, y - 20, z), vec(x + k * 260, y * 0.35, z)], 0.4, { ink: s.pen.paints.paper });
}

/** A concrete pole with cross bars, transformers and wires towards and away from the reader. */
export function powerPole(s: Sketch, x: number, z: number, height = 820, next?: number): void {
  drum(s, { x, z, y0: 0, y1: height, r0: 15, r1: 10 }, CONCRETE);
  box(s, { x, y: height - 70, z, w: 170, h: 9, d: 9 }, IRON);
  box(s, { x, y: height - 150, z, w: 130, h: 9, d: 9 }, IRON);
  drum(s, { x: x + 34, z, y0: height - 250, y1: height - 180, r0: 22 }, STEEL);
  for (const dx of [-75, -45, 45, 75]) drum(s, { x: x + dx, z, y0: height - 61, y1: height - 46, r0: 4 }, WHITE, { isPlain: true });
  if (next !== undefined) for (const dx of [-75, 75]) wire(s, vec(x + dx, height - 46, z), vec(x + dx, height - 46, next));
  if (next !== undefined) wire(s, vec(x - 55, height - 141, z), vec(x - 55, height - 141, next));
}

export function wire(s: Sketch, a: Vector, b: Vector, sag = 40): void {
  const points = Array.from({ length: 13 }, (_, i) => {
    const t = i / 12;
    return vec(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t - sag * 4 * t * (1 - t), a.z + (b.z - a.z) * t);
  });
  s.line(points, 0.65);
}

export function trafficLight(s: Sketch, x: number, z: number): void {
  drum(s, { x, z, y0: 0, y1: 520, r0: 8, r1: 6 }, STEEL, { isPlain: true });
  const arm = x < 0 ? 130 : -130;
  s.line([vec(x, 500, z), vec(x + arm, 510, z)], 2);
  box(s, { x: x + arm, y: 490, z, w: 120, h: 40, d: 16 }, INK);
  for (const [i, colour] of ['#58c77c', '#f0c84b', '#e2584d'].entries()) s.patch(disc(x + arm - 38 + i * 38, 510, z - 10, 14), s.plain(i === 0 ? 0 : 4, colour), { weight: 0.5 });
}

/** A fence or railing along x at depth z. */
export function fence(s: Sketch, x: [number, number], z: number, h: number, kind: 'rail' | 'mesh' | 'wood' | 'iron', y = 0): void {
  const w = x[1] - x[0];
  const step = kind === 'mesh' ? 200 : kind === 'rail' ? 120 : kind === 'wood' ? 22 : 18;
  const m = kind === 'wood' ? { colour: '#b98d57', level: 0 } : kind === 'rail' ? STEEL : INK;
  if (kind === 'wood') for (let u = 0; u < w; u += step) box(s, { x: x[0] + u, y, z, w: 15, h: h - (u % 44 === 0 ? 0 : 4), d: 3 }, m, { weight: 0.7 });
  else for (let u = 0; u <= w; u += step) s.line([vec(x[0] + u, y, z), vec(x[0] + u, y + h, z)], kind === 'iron' ? 1 : 1.4);
  for (const k of kind === 'rail' ? [1, 0.66, 0.33] : [1, 0.12]) box(s, { x: (x[0] + x[1]) / 2, y: y + h * k - 5, z: z - 3, w, h: 7, d: 6 }, m, { weight: 0.8 });
  if (kind === 'mesh' && !s.isSoft) {
    const p = s.spot(vec(0, y, z));
    const cell = Math.max(16, 9 / (p?.scale ?? 1));
    for (let u = -h; u < w; u += cell) {
      s.line([vec(x[0] + Math.max(0, u), y + Math.max(0, -u), z), vec(x[0] + Math.min(w, u + h), y + Math.min(h, w - u), z)], 0.4, { isExact: true });
      s.line([vec(x[0] + Math.max(0, u), y + h - Math.max(0, -u), z), vec(x[0] + Math.min(w, u + h), y + h - Math.min(h, w - u), z)], 0.4, { isExact: true });
    }
  }
}

export function rock(s: Sketch, x: number, z: number, size: number, material: Material): void {
  const r = s.part();
  const top = Array.from({ length: 7 }, (_, i) => vec(x + (i / 6 - 0.5) * size * 1.3, Math.sin((Math.PI * (i + 0.4)) / 6.8) * size * r.between(0.5, 0.8), z));
  const crest = top.map((p) => vec(p.x * 0.4 + x * 0.6 + size * 0.1, p.y * 0.55, z - size * 0.3));
  s.poly([vec(x - size * 0.7, 0, z), ...top, vec(x + size * 0.72, 0, z)], topped(s, material), { weight: 0.9 });
  s.poly([crest[3]!, crest[4]!, top[5]!, top[6]!, vec(x + size * 0.72, 0, z), vec(x + size * 0.1, 0, z - 1)], material, { shade: 3, weight: 0.5 });
  s.line([top[2]!, crest[2]!, vec(crest[3]!.x, crest[3]!.y * 0.5, z)], 0.6);
}

/** A patch of ground in any outline given as x, z pairs. */
export function patchOn(s: Sketch, points: readonly (readonly [number, number])[], material: Material, weight = 0.8, y = 0.2): void {
  const round = points.length > 4 ? cutCorners(cutCorners(points)) : points;
  s.poly(round.map(([x, z]) => vec(x, y, z)), material, { weight, isExact: true });
}

/** Chaikin's corner cutting: paths and banks bend instead of breaking. */
function cutCorners(points: readonly (readonly [number, number])[]): [number, number][] {
  return points.flatMap((a, i) => {
    const b = points[(i + 1) % points.length]!;
    return [[a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25], [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]] as [number, number][];
  });
}

/** A flat frame patch on the ground. */
export function slab(s: Sketch, x: [number, number], z: [number, number], material: Material, weight = 0.8): void {
  s.poly(quad(groundFrame(x[0], z[0], 0.2), 0, 0, x[1] - x[0], z[1] - z[0]), material, { weight });
}
