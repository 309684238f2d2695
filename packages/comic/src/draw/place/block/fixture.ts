/** Lamps, plants, screens, appliances and other things that make a room lived in. */
import type { Point } from '../../../model/geometry.ts';
import { INK, IRON, LAMP, LEAF_DARK, PALE, WHITE, WOOD_DARK, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { quad, shifted, vec, type Frame } from '../base/vector.ts';
import { box, drum, ring, type BoxShape } from './box.ts';

/** A lamp hanging from the ceiling; by night with a glow. */
export function pendant(s: Sketch, x: number, z: number, ceiling: number, drop: number, r = 22): void {
  const y = ceiling - drop;
  s.line([vec(x, ceiling, z), vec(x, y + 16, z)], 0.7);
  if (s.light.isNight && !s.light.isDark) glow(s, x, y, z, r * 2.4);
  drum(s, { x, z, y0: y, y1: y + 18, r0: r, r1: r * 0.35 }, INK);
  if (s.camera.eye < y) s.patch(ring(x, y, z, r * 0.9), s.plain(0, LAMP.colour), { weight: 0.6 });
}

/** White light around a lamp: a disc of paper with short rays. */
export function glow(s: Sketch, x: number, y: number, z: number, r: number): void {
  const p = s.spot(vec(x, y, z));
  if (p === undefined) return;
  const size = r * p.scale;
  if (size > s.camera.width) return;
  const circle = (k: number): Point[] => Array.from({ length: 20 }, (_, i) => ({ x: p.x + Math.cos((i * Math.PI) / 10) * size * k, y: p.y + Math.sin((i * Math.PI) / 10) * size * k }));
  if (s.light.isDark) {
    for (const [k, level, colour] of [[1, 4, '#8d8052'], [0.78, 2, '#c9b06a'], [0.56, 0, LAMP.colour]] as const) s.screenPatch(circle(k), s.plain(level, colour));
    return;
  }
  // In a lit room or at dusk the light is only hinted at: short strokes all round.
  for (let i = 0; i < 14; i++) {
    const a = (i / 14) * Math.PI * 2 + 0.2;
    const [from, to] = [size * 0.62, size * (i % 2 === 0 ? 0.82 : 0.74)];
    s.screenLine([{ x: p.x + Math.cos(a) * from, y: p.y + Math.sin(a) * from }, { x: p.x + Math.cos(a) * to, y: p.y + Math.sin(a) * to }], s.weightAt(p.depth, 0.6));
  }
}

/** Long ceiling tubes, as schools and offices have. */
export function ceilingTubes(s: Sketch, x: readonly number[], z: readonly [number, number], y: number, along: 'x' | 'z' = 'z'): void {
  if (s.camera.eye > y) return;
  for (const at of x) {
    const points = along === 'z' ? [vec(at - 10, y, z[0]), vec(at + 10, y, z[0]), vec(at + 10, y, z[1]), vec(at - 10, y, z[1])] : [vec(at - 60, y, z[0]), vec(at + 60, y, z[0]), vec(at + 60, y, z[1]), vec(at - 60, y, z[1])];
    s.patch(points, s.light.isDark ? s.paint(PALE) : s.plain(0, '#fdfbe8'), { weight: 0.7 });
  }
}

export function floorLamp(s: Sketch, x: number, z: number): void {
  drum(s, { x, z, y0: 0, y1: 3, r0: 16 }, INK);
  drum(s, { x, z, y0: 3, y1: 140, r0: 1.6 }, INK);
  if (s.light.isNight) glow(s, x, 150, z, 60);
  drum(s, { x, z, y0: 134, y1: 168, r0: 24, r1: 16 }, LAMP);
}

export function deskLamp(s: Sketch, x: number, y: number, z: number): void {
  drum(s, { x, z, y0: y, y1: y + 2, r0: 9 }, INK);
  s.line([vec(x, y + 2, z), vec(x - 10, y + 22, z), vec(x + 8, y + 40, z)], 1.2);
  if (s.light.isNight) s.hull([...ring(x + 14, y + 34, z, 8), ...ring(x + 20, y, z, 30)], LAMP, { weight: 0 });
  drum(s, { x: x + 12, z, y0: y + 33, y1: y + 44, r0: 10, r1: 4 }, INK);
}

/** A plant in a pot with long or round leaves. */
export function plant(s: Sketch, x: number, z: number, height = 90, y = 0): void {
  const r = s.part();
  const pot = Math.max(7, height * 0.17);
  drum(s, { x, z, y0: y, y1: y + pot * 1.6, r0: pot * 0.75, r1: pot }, WHITE);
  const p = s.spot(vec(x, y + pot * 1.6, z));
  if (p === undefined) return;
  const count = s.isSoft ? 5 : 10;
  for (let i = 0; i < count; i++) {
    const a = -Math.PI / 2 + (i / (count - 1) - 0.5) * 2.5 + r.between(-0.15, 0.15);
    const long = (height - pot * 1.6) * r.between(0.65, 1) * p.scale;
    const wide = long * 0.13;
    const tip = { x: p.x + Math.cos(a) * long * 0.75, y: p.y + Math.sin(a) * long };
    const middle = { x: p.x + Math.cos(a) * long * 0.38, y: p.y + Math.sin(a) * long * 0.62 };
    const [nx, ny] = [-Math.sin(a) * wide, Math.cos(a) * wide];
    const leaf = [{ x: p.x, y: p.y }, { x: middle.x + nx, y: middle.y + ny }, tip, { x: middle.x - nx, y: middle.y - ny }];
    s.screen(leaf, LEAF_DARK, { depth: p.depth, weight: 0.7, shade: i % 3 === 0 ? -3 : 0 });
  }
}

export function television(s: Sketch, at: BoxShape): void {
  const { front, isSeen } = box(s, at, IRON);
  if (!isSeen.front) return;
  s.patch(quad(front, 3, 4, at.w - 3, at.h - 3, 1), s.plain(7, '#20242c'));
  s.patch([front(at.w * 0.1, at.h * 0.9, 1), front(at.w * 0.3, at.h * 0.9, 1), front(at.w * 0.16, at.h * 0.4, 1), front(at.w * 0.1, at.h * 0.4, 1)], s.plain(3, '#6d7888'));
}

export function monitor(s: Sketch, x: number, y: number, z: number, yaw = 0): void {
  box(s, { x, y, z, w: 22, h: 3, d: 16, yaw }, INK, { weight: 0.6 });
  box(s, { x, y: y + 3, z: z + 2, w: 5, h: 12, d: 3, yaw }, INK, { weight: 0.6 });
  const { front, isSeen } = box(s, { x, y: y + 14, z, w: 54, h: 33, d: 4, yaw }, IRON, { weight: 0.8 });
  if (isSeen.front) {
    s.patch(quad(front, 2, 2, 52, 31, 1), s.plain(s.light.isNight ? 0 : 1, '#d6e8f2'));
    for (const v of [24, 19, 14]) s.line([front(6, v, 1), front(30 - v / 3, v, 1)], 0.4);
  }
}

export function fridge(s: Sketch, x: number, z: number, yaw = 0): void {
  const { front, isSeen } = box(s, { x, z, w: 66, h: 172, d: 64, yaw }, WHITE);
  if (!isSeen.front) return;
  s.line([front(0, 112), front(66, 112)], 0.8);
  s.patch(quad(front, 6, 80, 9, 106, 2), s.pen.paints.line);
  s.patch(quad(front, 6, 118, 9, 146, 2), s.pen.paints.line);
  for (const [u, v] of [[30, 140], [42, 128], [34, 92]] as const) s.poly(quad(front, u, v, u + 11, v + 13, 1), PALE, { weight: 0.5, shade: 1 });
}

/** A barrel with hoops. */
export function barrel(s: Sketch, x: number, z: number, y = 0, r = 28, h = 80): void {
  drum(s, { x, z, y0: y, y1: y + h / 2, r0: r * 0.85, r1: r }, { colour: '#9a6a3c', level: 2 });
  drum(s, { x, z, y0: y + h / 2, y1: y + h, r0: r, r1: r * 0.85 }, { colour: '#9a6a3c', level: 2 });
  for (const k of [0.15, 0.5, 0.85]) {
    const wide = r * (0.87 + 0.13 * Math.sin(k * Math.PI));
    s.line([-1, -0.7, -0.3, 0.3, 0.7, 1].map((t) => vec(x + t * wide, y + h * k, z - Math.sqrt(Math.max(0, 1 - t * t)) * wide)), 1.2);
  }
}

export function crate(s: Sketch, b: BoxShape, material: Material = { colour: '#b98d57', level: 1 }): void {
  const f = box(s, b, material);
  for (const [frame, w, seen] of [[f.front, b.w, f.isSeen.front], [f.left, b.d, f.isSeen.left], [f.right, b.d, f.isSeen.right]] as const) {
    if (!seen) continue;
    s.line([frame(0, b.h * 0.33), frame(w, b.h * 0.33)], 0.5);
    s.line([frame(0, b.h * 0.66), frame(w, b.h * 0.66)], 0.5);
    s.line([frame(w * 0.1, 2), frame(w * 0.1, b.h - 2)], 0.5);
    s.line([frame(w * 0.9, 2), frame(w * 0.9, b.h - 2)], 0.5);
  }
}

/** A fire on a wall bracket or floor: flame, halo. */
export function torch(s: Sketch, at: { x: number; y: number; z: number }): void {
  glow(s, at.x, at.y + 26, at.z, s.light.isDark ? 70 : 34);
  s.hull([vec(at.x - 3, at.y - 22, at.z), vec(at.x + 3, at.y - 22, at.z), vec(at.x - 7, at.y + 8, at.z), vec(at.x + 7, at.y + 8, at.z)], WOOD_DARK);
  flame(s, at, 34);
}

export function flame(s: Sketch, at: { x: number; y: number; z: number }, size: number): void {
  const p = s.spot(vec(at.x, at.y + 6, at.z));
  if (p === undefined) return;
  const k = size * p.scale;
  const outline = [[-0.28, 0.05], [-0.36, -0.3], [-0.18, -0.55], [-0.14, -0.8], [0.02, -0.62], [0.08, -1.1], [0.24, -0.6], [0.34, -0.3], [0.26, 0.05], [0, 0.14]];
  s.screenPatch(outline.map(([x, y]) => ({ x: p.x + x! * k, y: p.y + y! * k })), s.plain(0, '#ffb23e'), { depth: p.depth, weight: 0.9 });
  s.screenPatch(outline.map(([x, y]) => ({ x: p.x + x! * k * 0.45, y: p.y + y! * k * 0.5 })), s.plain(1, '#ffe27a'), { depth: p.depth, weight: 0.5 });
}

/** A shop sign or hanging cloth with strokes that look like writing. */
export function sign(s: Sketch, f: Frame, at: { u: number; v: number; w: number; h: number; out?: number }, material: Material, isVertical = at.h > at.w): void {
  const out = at.out ?? 3;
  const g = shifted(f, at.u, at.v, out);
  s.poly(quad(g, 0, 0, at.w, at.h), material, { weight: 0.8 });
  if (s.isSoft) return;
  const isDark = s.light.raise(material.level) >= 5;
  const ink = isDark ? s.pen.paints.paper : s.pen.paints.line;
  const size = Math.min(at.w, at.h) * 0.62;
  const count = Math.max(1, Math.floor(((isVertical ? at.h : at.w) - size * 0.3) / (size * 1.25)));
  const r = s.part();
  for (let i = 0; i < count; i++) {
    const cu = isVertical ? at.w / 2 : ((i + 0.5) * at.w) / count;
    const cv = isVertical ? at.h - ((i + 0.5) * at.h) / count : at.h / 2;
    const q = size / 2;
    const strokes = r.integer(3, 4);
    for (let k = 0; k < strokes; k++) {
      const v = cv + q - ((k + 0.4) * 2 * q) / strokes;
      s.line([g(cu - q * r.between(0.5, 1), v, 1), g(cu + q * r.between(0.5, 1), v + r.between(-1, 1), 1)], 0.8, { ink });
    }
    s.line([g(cu + q * r.between(-0.4, 0.4), cv + q, 1), g(cu + q * r.between(-0.6, 0.6), cv - q, 1)], 0.8, { ink });
  }
}

