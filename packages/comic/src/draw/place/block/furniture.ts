/** Furniture that stands on the floor. Fronts look towards the reader at yaw 0. */
import { BOARD, CLOTH_BLUE, GREY, INK, IRON, PALE, STEEL, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { groundFrame, quad, shifted, vec, type Frame } from '../base/vector.ts';
import { box, disc, drum, legs, shadow } from './box.ts';

type Spot = { x: number; z: number; yaw?: number };

export function table(s: Sketch, at: Spot & { w?: number; d?: number; h?: number }, material: Material = WOOD): void {
  const { w = 120, d = 70, h = 72 } = at;
  const yaw = at.yaw ?? 0;
  shadow(s, at.x, at.z, w, d);
  legs(s, { x: at.x, z: at.z, w, h: h - 4, d, yaw }, 5, material);
  box(s, { x: at.x, z: at.z, y: h - 5, w: w + 4, h: 5, d: d + 4, yaw }, material);
}

export function roundTable(s: Sketch, at: Spot & { r?: number; h?: number }, material: Material = WOOD): void {
  const { r = 38, h = 72 } = at;
  shadow(s, at.x, at.z, r * 1.6, r * 1.2);
  drum(s, { x: at.x, z: at.z, y0: 0, y1: 3, r0: r * 0.6 }, IRON);
  drum(s, { x: at.x, z: at.z, y0: 3, y1: h - 4, r0: 3.5 }, IRON);
  drum(s, { x: at.x, z: at.z, y0: h - 4, y1: h, r0: r }, material);
}

/** A chair whose sitter looks along its yaw: 0 towards the reader, π away. */
export function chair(s: Sketch, at: Spot & { h?: number }, material: Material = WOOD, isPadded = false): void {
  const { h = 44 } = at;
  const yaw = at.yaw ?? 0;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const local = (lx: number, lz: number): { x: number; z: number } => ({ x: at.x + lx * c - lz * n, z: at.z + lx * n + lz * c });
  const back = (): void => {
    const p = local(0, 18);
    for (const side of [-17, 17]) box(s, { ...local(side, 18), y: h, w: 4, h: 40, d: 4, yaw }, material, { weight: 0.7 });
    box(s, { ...p, y: h + 20, w: 38, h: 20, d: 4, yaw }, material, { weight: 0.8 });
  };
  const isBackFirst = c > 0 || (Math.abs(c) < 0.1 && at.x < 0);
  shadow(s, at.x, at.z, 46, 40);
  if (isBackFirst) back();
  legs(s, { x: at.x, z: at.z, w: 40, h: h - 4, d: 40, yaw }, 4, material);
  box(s, { x: at.x, z: at.z, y: h - 4, w: 42, h: 4, d: 42, yaw }, isPadded ? CLOTH_BLUE : material);
  if (!isBackFirst) back();
  s.sit(at.x, at.z, h);
}

export function stool(s: Sketch, at: Spot & { h?: number; r?: number }, material: Material = INK): void {
  const { h = 62, r = 17 } = at;
  drum(s, { x: at.x, z: at.z, y0: 0, y1: 3, r0: r }, STEEL);
  drum(s, { x: at.x, z: at.z, y0: 3, y1: h - 5, r0: 3 }, STEEL);
  drum(s, { x: at.x, z: at.z, y0: h - 6, y1: h, r0: r }, material);
  s.sit(at.x, at.z, h);
}

/** A bookcase; `fill` is the share of the boards that is full. */
export function shelf(s: Sketch, at: Spot & { w?: number; h?: number; d?: number; boards?: number }, material: Material = WOOD, fill = 0.85, goods: 'books' | 'boxes' | 'bottles' = 'books'): void {
  const { w = 90, h = 190, d = 30, boards = 5 } = at;
  const f = box(s, { x: at.x, z: at.z, w, h, d, yaw: at.yaw ?? 0 }, material);
  const seed = s.part();
  const front = (Math.abs(at.yaw ?? 0) < 0.1 ? f.isSeen.front && f.front : f.isSeen.front && f.front) || undefined;
  if (front === undefined) return;
  const gap = h / boards;
  s.poly(quad(front, 3, 5, w - 3, h - 3, 0), material, { shade: 3, weight: 0.6 });
  for (let b = 0; b < boards; b++) {
    const base = shifted(front, 4, b * gap + 6, 0);
    goodsRow(s, base, { w: w - 8, h: gap - 9 }, goods, fill, seed.integer(0, 1e6));
    s.poly(quad(front, 2, b * gap + 2, w - 2, b * gap + 6, 1), material, { weight: 0.5, isExact: true });
  }
}

/** One row of books, boxes or bottles standing on v = 0 of a frame. */
export function goodsRow(s: Sketch, f: Frame, size: { w: number; h: number }, goods: 'books' | 'boxes' | 'bottles', fill: number, seed: number): void {
  const at = s.spot(f(size.w / 2, 0));
  if (at === undefined) return;
  const isTiny = at.scale * size.h < 7;
  const r = rowRandom(seed);
  const lots: [Material, ReturnType<typeof quad>[]][] = [[WHITE, []], [GREY, []], [WOOD_DARK, []], [INK, []]];
  const [low, high] = goods === 'books' ? [3, 7] : goods === 'boxes' ? [10, 22] : [6, 9];
  const stretch = isTiny || s.isSoft ? 2.5 : 1;
  for (let u = 0; u < size.w - low;) {
    const wide = Math.min(size.w - u, (low + r() * (high - low)) * stretch);
    const tall = size.h * (0.62 + r() * 0.34);
    const lot = lots[Math.floor(r() * r() * 4.4) % 4]![1];
    if (r() < fill) {
      if (goods === 'bottles') {
        lot.push([f(u, 0, 1), f(u + wide * 0.8, 0, 1), f(u + wide * 0.8, tall * 0.6, 1), f(u + wide * 0.55, tall * 0.72, 1), f(u + wide * 0.55, tall, 1), f(u + wide * 0.25, tall, 1), f(u + wide * 0.25, tall * 0.72, 1), f(u, tall * 0.6, 1)]);
      } else lot.push(quad(f, u, 0, u + wide, tall, 1));
    } else if (r() < 0.3 && goods === 'books') {
      lot.push([f(u, 0, 1), f(u + 4, 0, 1), f(u + 4 + wide, tall, 1), f(u + wide, tall + 1, 1)]);
      u += wide;
    } else u += wide;
    u += wide + (goods === 'books' ? 0 : 2);
  }
  for (const [material, list] of lots) s.polys(list, material, { weight: 0.45, isExact: true });
}

function rowRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return ((state >>> 8) & 0xffff) / 65536;
  };
}

export function cabinet(s: Sketch, at: Spot & { w?: number; h?: number; d?: number; y?: number; doors?: number; drawers?: number }, material: Material = WOOD): Frame {
  const { w = 90, h = 85, d = 45, y = 0, doors = 2, drawers = 0 } = at;
  const { front, isSeen } = box(s, { x: at.x, z: at.z, y, w, h, d, yaw: at.yaw ?? 0 }, material);
  if (!isSeen.front) return front;
  const list: ReturnType<typeof quad>[] = [];
  const knobs: ReturnType<typeof quad>[] = [];
  if (drawers > 0) {
    for (let i = 0; i < drawers; i++) {
      list.push(quad(front, 3, 4 + ((h - 6) * i) / drawers, w - 3, (h * (i + 1)) / drawers - 1, 1));
      knobs.push(quad(front, w / 2 - 6, (h * (i + 0.55)) / drawers, w / 2 + 6, (h * (i + 0.55)) / drawers + 2.4, 2));
    }
  } else {
    for (let i = 0; i < doors; i++) {
      list.push(quad(front, (w * i) / doors + 3, 5, (w * (i + 1)) / doors - 3, h - 4, 1));
      const k = i % 2 === 0 ? (w * (i + 1)) / doors - 9 : (w * i) / doors + 6;
      knobs.push(quad(front, k, h * 0.5, k + 3, h * 0.5 + 10, 2));
    }
  }
  s.polys(list, material, { weight: 0.6 });
  s.polys(knobs, INK, { weight: 0.4 });
  return front;
}

export function lockers(s: Sketch, at: Spot & { w: number; h?: number; count: number }, material: Material = PALE): void {
  const { w, h = 180, count } = at;
  const { front, isSeen } = box(s, { x: at.x, z: at.z, w, h, d: 40, yaw: at.yaw ?? 0 }, material);
  if (!isSeen.front) return;
  for (let i = 0; i < count; i++) {
    const f = shifted(front, (w * i) / count, 0);
    const wide = w / count;
    s.poly(quad(f, 2, 4, wide - 2, h - 3, 1), material, { weight: 0.55 });
    for (let k = 0; k < 3; k++) s.line([f(wide * 0.3, h * 0.86 - k * 5, 1), f(wide * 0.7, h * 0.86 - k * 5, 1)], 0.5);
    s.patch(quad(f, wide * 0.78, h * 0.48, wide * 0.88, h * 0.54, 1), s.pen.paints.line);
  }
}

export function sofa(s: Sketch, at: Spot & { w?: number }, material: Material): void {
  const { w = 180 } = at;
  const yaw = at.yaw ?? 0;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const p = (lx: number, lz: number): Spot => ({ x: at.x + lx * c - lz * n, z: at.z + lx * n + lz * c, yaw });
  shadow(s, at.x, at.z, w * 1.1, 90);
  box(s, { ...p(0, 32), y: 8, w, h: 76, d: 22 }, material);
  const cushions = Math.round(w / 65);
  for (let i = 0; i < cushions; i++) {
    const lx = -w / 2 + (w * (i + 0.5)) / cushions;
    box(s, { ...p(lx, 20), y: 40, w: w / cushions - 2, h: 36, d: 14 }, material, { weight: 0.7 });
  }
  box(s, { ...p(0, -4), y: 8, w, h: 20, d: 70 }, material);
  for (let i = 0; i < cushions; i++) box(s, { ...p(-w / 2 + (w * (i + 0.5)) / cushions, -6), y: 28, w: w / cushions - 2, h: 14, d: 68 }, material, { weight: 0.8 });
  for (const side of [-1, 1]) box(s, { ...p((side * (w + 16)) / 2, 0), y: 6, w: 18, h: 54, d: 80 }, material);
  s.sit(p(-w / 4, -6).x, p(-w / 4, -6).z, 42);
  s.sit(p(w / 4, -6).x, p(w / 4, -6).z, 42);
}

export function bed(s: Sketch, at: Spot & { w?: number; l?: number }, cloth: Material, wood: Material = WOOD): void {
  const { w = 105, l = 205 } = at;
  const yaw = at.yaw ?? 0;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const p = (lx: number, lz: number): Spot => ({ x: at.x + lx * c - lz * n, z: at.z + lx * n + lz * c, yaw });
  shadow(s, at.x, at.z, w * 1.15, l * 1.05);
  box(s, { ...p(0, l / 2), w: w + 6, h: 92, d: 6 }, wood);
  box(s, { ...p(0, 0), y: 10, w: w + 4, h: 18, d: l }, wood);
  box(s, { ...p(0, 0), y: 28, w, h: 20, d: l - 4 }, WHITE);
  box(s, { ...p(0, l / 2 - 28), y: 48, w: w * 0.7, h: 11, d: 36 }, WHITE, { weight: 0.9 });
  const quilt = box(s, { ...p(0, -l * 0.12), y: 30, w: w + 8, h: 24, d: l * 0.76 }, cloth);
  if (quilt.isSeen.top) {
    s.poly(quad(quilt.top, 0, l * 0.6, w + 8, l * 0.76, 1), WHITE, { weight: 0.8 });
    for (const [a, b] of [[0.2, 0.35], [0.55, 0.5], [0.8, 0.3]] as const) s.line([quilt.top(w * a, l * 0.1, 1), quilt.top(w * (a + 0.06), l * b * 0.7, 1), quilt.top(w * a, l * b, 1)], 0.5);
  }
  box(s, { ...p(0, -l / 2), w: w + 6, h: 52, d: 6 }, wood);
  s.sit(p(w / 2 - 10, -20).x, p(w / 2 - 10, -20).z, 52);
}

/** A school desk; the sitter looks away from the reader at yaw 0. */
export function schoolDesk(s: Sketch, at: Spot): void {
  const { x, z } = at;
  shadow(s, x, z, 70, 50);
  for (const lx of [-27, 27]) for (const lz of [16, -16]) s.line([vec(x + lx, 0, z + lz), vec(x + lx, 66, z + lz)], 1.2);
  s.line([vec(x - 27, 4, z - 16), vec(x - 27, 4, z + 16)], 1);
  s.line([vec(x + 27, 4, z - 16), vec(x + 27, 4, z + 16)], 1);
  box(s, { x, z, y: 56, w: 54, h: 10, d: 34 }, STEEL, { weight: 0.7, shade: 2 });
  box(s, { x, z, y: 66, w: 64, h: 4, d: 44 }, WOOD_LIGHT, { top: WOOD_LIGHT });
}

export function bench(s: Sketch, at: Spot & { w?: number }, material: Material = WOOD, hasBack = true): void {
  const { w = 150 } = at;
  const yaw = at.yaw ?? 0;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const p = (lx: number, lz: number): Spot => ({ x: at.x + lx * c - lz * n, z: at.z + lx * n + lz * c, yaw });
  shadow(s, at.x, at.z, w * 1.05, 50);
  if (hasBack) for (const y of [56, 70]) box(s, { ...p(0, 20), y, w, h: 10, d: 3 }, material, { weight: 0.8 });
  for (const side of [-0.38, 0.38]) box(s, { ...p(w * side, 2), w: 6, h: hasBack ? 80 : 40, d: 5 }, IRON, { weight: 0.8 });
  for (const lz of [-14, 0, 14]) box(s, { ...p(0, lz), y: 41, w, h: 4, d: 11 }, material, { weight: 0.8 });
  s.sit(p(-w / 4, 0).x, p(-w / 4, 0).z, 45);
  s.sit(p(w / 4, 0).x, p(w / 4, 0).z, 45);
}

export function rug(s: Sketch, x: [number, number], z: [number, number], material: Material): void {
  const f = groundFrame(x[0], z[0], 0.4);
  const [w, d] = [x[1] - x[0], z[1] - z[0]];
  s.poly(quad(f, 0, 0, w, d), material, { weight: 0.7 });
  s.poly(quad(f, 10, 10, w - 10, d - 10), material, { weight: 0.5, shade: 1 });
}

export function blackboard(s: Sketch, wall: Frame, at: { u: number; v: number; w: number; h: number }): void {
  const f = shifted(wall, at.u, at.v);
  s.poly(quad(f, -6, -6, at.w + 6, at.h + 6, 3), WOOD_LIGHT, { weight: 0.9 });
  s.poly(quad(f, 0, 0, at.w, at.h, 4), BOARD, { weight: 0.7 });
  const r = s.part();
  if (!s.isSoft) {
    for (let row = 0; row < 4; row++) {
      const v = at.h * (0.8 - row * 0.16);
      for (let u = at.w * 0.08; u < at.w * r.between(0.3, 0.5);) {
        const step = r.between(4, 13);
        s.line([f(u, v, 5), f(u + step * 0.5, v + r.between(-3, 4), 5), f(u + step, v, 5)], 1.1, { ink: s.pen.paints.paper });
        u += step + 4;
      }
    }
    s.line([f(at.w * 0.72, at.h * 0.3, 5), f(at.w * 0.84, at.h * 0.75, 5), f(at.w * 0.94, at.h * 0.3, 5), f(at.w * 0.72, at.h * 0.3, 5)], 1.1, { ink: s.pen.paints.paper });
  }
  s.poly(quad(f, 0, -9, at.w, -3, 8), WOOD_LIGHT, { weight: 0.6 });
}

export function clock(s: Sketch, wall: Frame, u: number, v: number, r = 17): void {
  const points = Array.from({ length: 16 }, (_, i) => wall(u + Math.cos((i * Math.PI) / 8) * r, v + Math.sin((i * Math.PI) / 8) * r, 3));
  s.poly(points, WHITE, { weight: 1, isExact: true });
  s.line([wall(u, v, 4), wall(u, v + r * 0.75, 4)], 0.7);
  s.line([wall(u, v, 4), wall(u + r * 0.5, v - r * 0.2, 4)], 0.9);
}

/** A framed picture or notice; scribbles stand for what it shows. */
export function picture(s: Sketch, wall: Frame, at: { u: number; v: number; w: number; h: number }, kind: 'landscape' | 'notice' | 'portrait' = 'landscape'): void {
  const f = shifted(wall, at.u, at.v);
  s.poly(quad(f, 0, 0, at.w, at.h, 2), kind === 'notice' ? WHITE : WOOD_DARK, { weight: 0.7 });
  const [w, h] = [at.w, at.h];
  if (kind === 'notice') {
    for (let v = h * 0.85; v > h * 0.15; v -= Math.max(4, h * 0.12)) s.line([f(w * 0.12, v, 3), f(w * (v > h * 0.75 ? 0.6 : 0.88), v, 3)], 0.45);
    return;
  }
  s.poly(quad(f, w * 0.1, h * 0.1, w * 0.9, h * 0.9, 3), WHITE, { weight: 0.5 });
  if (kind === 'landscape') s.poly([f(w * 0.1, h * 0.1, 3), f(w * 0.9, h * 0.1, 3), f(w * 0.9, h * 0.3, 3), f(w * 0.62, h * 0.66, 3), f(w * 0.45, h * 0.4, 3), f(w * 0.3, h * 0.52, 3), f(w * 0.1, h * 0.28, 3)], STEEL, { weight: 0.4 });
  else {
    const head = disc(0, 0, 0, 1, 10).map((p) => f(w * (0.5 + p.x * 0.16), h * (0.6 + p.y * 0.15), 3));
    s.poly([f(w * 0.2, h * 0.1, 3), f(w * 0.8, h * 0.1, 3), f(w * 0.7, h * 0.36, 3), f(w * 0.3, h * 0.36, 3)], STEEL, { weight: 0.4 });
    s.poly(head, WHITE, { weight: 0.5 });
  }
}
