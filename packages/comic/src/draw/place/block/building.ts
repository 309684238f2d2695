/** Houses and blocks: bodies, roofs with tiles, window grids, shop fronts. */
import type { Vector } from '../../camera.ts';
import { BEAM, BRICK, CONCRETE, PLASTER, ROOF, ROOF_RED, SNOW, STONE, THATCH, WHITE, WOOD, WOOD_DARK, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, vec, type Frame } from '../base/vector.ts';
import { box, type BoxShape } from './box.ts';
import { brickHints, stripes } from './surface.ts';

/** Snow lies on what looks up. */
export function topped(s: Sketch, material: Material): Material {
  return s.spec.weather === 'snow' ? SNOW : material;
}

type GridShape = { cols: number; rows: number; from?: number; size?: number; tall?: number; lit?: number; sills?: boolean };

/** Rows of windows over a facade of w x h cm; by night some are lit. */
export function windowGrid(s: Sketch, f: Frame, w: number, h: number, { cols, rows, from = 40, size = 0.56, tall = 0.55, lit = 0.35, sills = false }: GridShape): void {
  const r = s.part();
  const dark: Vector[][] = [];
  const bright: Vector[][] = [];
  const glassy: Vector[][] = [];
  const ledges: Vector[][] = [];
  const [p, q, up] = [s.spot(f(0, h * 0.5)), s.spot(f(w, h * 0.5)), s.spot(f(w / 2, h))];
  const low = s.spot(f(w / 2, 0));
  // Windows smaller than a pen point become fewer and larger.
  if (p && q) cols = Math.max(1, Math.min(cols, Math.round(Math.hypot(p.x - q.x, p.y - q.y) / 6)));
  if (up && low) rows = Math.max(1, Math.min(rows, Math.round(Math.abs(up.y - low.y) / 9)));
  const [cw, ch] = [w / cols, (h - from) / rows];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const u = (col + (1 - size) / 2) * cw;
      const v = from + (row + (1 - tall) / 2) * ch;
      const isLit = r.chance(lit);
      const isOpen = r.chance(0.3);
      const pane = quad(f, u, v, u + cw * size, v + ch * tall, 0.5);
      (s.light.isNight ? (isLit ? bright : dark) : isOpen ? glassy : dark).push(pane);
      if (sills) ledges.push(quad(f, u - 5, v - 6, u + cw * size + 5, v, 3));
    }
  }
  const middle = s.spot(f(w / 2, h / 2));
  const depth = middle?.depth ?? 1000;
  const isDay = !s.light.isNight;
  s.patches(dark, isDay ? s.paint({ colour: '#5d7a92', level: depth > 3500 ? 3 : depth > 1800 ? 5 : 7 }, 0, depth) : s.plain(7, '#1d2438'), { weight: 0.5 });
  s.patches(glassy, s.paint({ colour: '#c4dde9', level: 0.6 }, 0, depth), { weight: 0.5 });
  s.patches(bright, s.plain(0, '#ffe59a'), { weight: 0.5 });
  if (ledges.length > 0 && depth < 2500 && middle !== undefined && middle.scale * cw > 26) s.polys(ledges, topped(s, CONCRETE), { weight: 0.5 });
  if (middle !== undefined && middle.scale * cw * size > 16 && !s.isSoft) {
    for (const [i, pane] of [...dark, ...glassy, ...bright].entries()) {
      const [a, b, c, d] = pane as [Vector, Vector, Vector, Vector];
      const mid = (p: Vector, q: Vector, t: number): Vector => vec(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t, p.z + (q.z - p.z) * t);
      s.line([mid(a, b, 0.5), mid(d, c, 0.5)], 0.55, { ink: i < dark.length ? s.pen.paints.paper : s.pen.paints.line });
    }
  }
}

type BlockShape = BoxShape & { floors?: number; cols?: number; kind?: 'flats' | 'office' | 'brick' | 'old'; shop?: boolean };

/** A town building with a flat roof. */
export function townBlock(s: Sketch, b: BlockShape): void {
  const r = s.part();
  const kind = b.kind ?? r.pick(['flats', 'office', 'brick'] as const);
  const material = kind === 'brick' ? BRICK : kind === 'office' ? CONCRETE : r.pick([PLASTER, CONCRETE, WHITE, STONE]);
  const floors = b.floors ?? Math.max(2, Math.round(b.h / 320));
  const f = box(s, b, material, { top: topped(s, CONCRETE) });
  const sides: [Frame, number, boolean][] = [[f.front, b.w, f.isSeen.front], [f.left, b.d, f.isSeen.left], [f.right, b.d, f.isSeen.right]];
  for (const [frame, wide, isSeen] of sides) {
    const seedLock = s.part();
    if (!isSeen) continue;
    const cols = Math.max(2, Math.round(wide / seedLock.between(190, 260)));
    const base = b.shop === false ? 20 : 260;
    windowGrid(s, frame, wide, b.h - 40, { cols, rows: Math.max(1, floors - (b.shop === false ? 0 : 1)), from: base, size: kind === 'office' ? 0.82 : 0.52, tall: kind === 'office' ? 0.62 : 0.5, sills: kind !== 'office' });
    if (b.shop !== false) shopFront(s, frame, wide, 240);
    s.poly(quad(frame, -6, b.h - 26, wide + 6, b.h + 8, 6), topped(s, material), { weight: 0.8 });
    if (kind === 'brick') brickHints(s, frame, { w: wide, h: b.h }, { w: 24, h: 10 }, 5);
    for (let i = 1; i < floors && kind === 'flats'; i++) s.line([frame(0, 250 + ((b.h - 300) * i) / floors), frame(wide, 250 + ((b.h - 300) * i) / floors)], 0.5);
  }
  if (r.chance(0.6)) box(s, { x: b.x + r.between(-0.2, 0.2) * b.w, y: (b.y ?? 0) + b.h, z: b.z, w: b.w * 0.3, h: 120, d: b.d * 0.25 }, CONCRETE, { weight: 0.8 });
  if (r.chance(0.5)) antenna(s, b.x + b.w * 0.25, (b.y ?? 0) + b.h, b.z);
}

function antenna(s: Sketch, x: number, y: number, z: number): void {
  s.line([vec(x, y, z), vec(x, y + 230, z)], 0.8);
  for (const k of [0.6, 0.75, 0.9]) s.line([vec(x - 45, y + 230 * k, z), vec(x + 45, y + 230 * k + 5, z)], 0.6);
}

/** Ground floor of a shop: glass, door, striped awning. */
export function shopFront(s: Sketch, f: Frame, w: number, h: number): void {
  const r = s.part();
  const isNight = s.light.isNight;
  const glass = isNight ? s.plain(0, '#ffe7ae') : s.paint({ colour: '#9fb9c7', level: 3 });
  s.patch(quad(f, w * 0.06, 45, w * 0.62, h - 50, 1), glass, { weight: 0.8 });
  s.patch(quad(f, w * 0.7, 4, w * 0.92, h - 50, 1), isNight ? glass : s.plain(7, '#3a3540'), { weight: 0.8 });
  for (const t of [0.25, 0.44]) s.line([f(w * t, 45, 1), f(w * t, h - 50, 1)], 0.6);
  if (!isNight) s.line([f(w * 0.12, 60, 1), f(w * 0.3, h - 70, 1)], 0.5, { ink: s.pen.paints.paper });
  awning(s, f, { u: w * 0.02, v: h - 40, w: w * 0.94, drop: 34, out: 70 }, r.pick([0, 1]) === 1 ? { colour: '#b5483f', level: 7 } : { colour: '#3f6b8f', level: 4 });
}

/** A sloping awning with stripes and a scalloped hem. */
export function awning(s: Sketch, f: Frame, at: { u: number; v: number; w: number; drop: number; out: number }, material: Material): void {
  const [p, q] = [s.spot(f(at.u, at.v)), s.spot(f(at.u + at.w, at.v))];
  const count = Math.max(2, Math.min(Math.round(at.w / 34), p && q ? Math.round(Math.hypot(p.x - q.x, p.y - q.y) / 7) : 99));
  const [dark, light]: [Vector[][], Vector[][]] = [[], []];
  for (let i = 0; i < count; i++) {
    const [a, b] = [at.u + (at.w * i) / count, at.u + (at.w * (i + 1)) / count];
    const [hi, lo] = [at.v + at.drop, at.v];
    const points = [f(a, hi, 1), f(b, hi, 1), f(b, lo, at.out), f((a + b) / 2, lo - 16, at.out), f(a, lo, at.out)];
    (i % 2 === 0 ? dark : light).push(points);
  }
  s.polys(dark, material, { weight: 0.6, isExact: true });
  s.polys(light, topped(s, WHITE), { weight: 0.6, isExact: true });
}

type HouseShape = BoxShape & { roof?: number; kind?: 'modern' | 'japanese' | 'timber' | 'hut' | 'stone'; floors?: 1 | 2; alongX?: boolean; roofMaterial?: Material };

/** A house with a gable roof; the ridge runs along x unless told otherwise. */
export function house(s: Sketch, b: HouseShape): void {
  const r = s.part();
  const kind = b.kind ?? 'modern';
  const body = kind === 'japanese' ? r.pick([PLASTER, WOOD]) : kind === 'timber' ? PLASTER : kind === 'hut' ? WOOD : kind === 'stone' ? STONE : r.pick([PLASTER, WHITE, CONCRETE]);
  const roofMaterial = topped(s, b.roofMaterial ?? (kind === 'hut' ? THATCH : kind === 'timber' ? ROOF_RED : ROOF));
  const rise = b.roof ?? b.h * (kind === 'hut' ? 0.75 : 0.45);
  const eaves = kind === 'japanese' ? 55 : 30;
  const isSeenFromAbove = s.camera.eye > b.h + rise;
  const f = box(s, b, body, { top: body });
  const walls: [Frame, number, boolean][] = [[f.front, b.w, f.isSeen.front], [f.left, b.d, f.isSeen.left], [f.right, b.d, f.isSeen.right]];
  for (const [frame, wide, isSeen] of walls) {
    const lock = s.part();
    if (isSeen) houseWall(s, frame, wide, b.h, kind, lock.integer(0, 1e6), b.floors ?? (b.h > 400 ? 2 : 1));
  }
  gable(s, b, rise, eaves, roofMaterial, body);
  if (r.chance(0.4) && kind !== 'japanese' && !isSeenFromAbove) box(s, { x: b.x + b.w * 0.22, y: (b.y ?? 0) + b.h + rise * 0.35, z: b.z, w: 40, h: rise * 0.9, d: 40 }, BRICK, { weight: 0.8 });
}

function houseWall(s: Sketch, f: Frame, w: number, h: number, kind: NonNullable<HouseShape['kind']>, seed: number, floors: number): void {
  const isNight = s.light.isNight;
  const pane = (u: number, v: number, ww: number, hh: number, isLit: boolean): void => {
    s.patch(quad(f, u, v, u + ww, v + hh, 1), isNight ? (isLit ? s.plain(0, '#ffdf8f') : s.plain(7, '#1b2034')) : s.paint({ colour: '#6f8aa0', level: 6.6 }), { weight: 0.7 });
    s.line([f(u + ww / 2, v, 1), f(u + ww / 2, v + hh, 1)], 0.6, { ink: s.pen.paints.paper });
    if (kind !== 'modern') s.line([f(u, v + hh / 2, 1), f(u + ww, v + hh / 2, 1)], 0.5, { ink: s.pen.paints.paper });
    s.poly(quad(f, u - 5, v - 8, u + ww + 5, v, 4), topped(s, WHITE), { weight: 0.6 });
  };
  const count = Math.max(1, Math.round(w / 260));
  for (let level = 0; level < floors; level++) {
    for (let i = 0; i < count; i++) {
      const u = (w * (i + 0.5)) / count - 50;
      const v = level * (h / floors) + 85;
      if (level === 0 && i === seed % count) s.patch(quad(f, u + 8, 0, u + 88, 195, 1), isNight && seed % 3 === 0 ? s.plain(0, '#ffdf8f') : s.paint(WOOD_DARK, 1), { weight: 0.8 });
      else pane(u, v, 100, Math.min(110, h / floors - 130), (seed >> (i + level * 3)) % 2 === 0);
    }
  }
  if (kind === 'timber') {
    const beams = [quad(f, 0, h / floors - 12, w, h / floors, 2), quad(f, 0, 0, 14, h, 2), quad(f, w - 14, 0, w, h, 2), quad(f, 0, h - 14, w, h, 2)];
    for (let i = 1; i < count * 2; i++) beams.push(quad(f, (w * i) / (count * 2) - 6, 0, (w * i) / (count * 2) + 6, h, 2));
    beams.push([f(0, h / floors, 2), f(14, h / floors, 2), f(w / (count * 2), h - 14, 2), f(w / (count * 2) - 14, h - 14, 2)]);
    s.polys(beams, BEAM, { weight: 0.5, isExact: true });
  } else if (kind === 'japanese') {
    s.poly(quad(f, 0, 0, w, 70, 0.5), WOOD_DARK, { weight: 0.6, shade: -2 });
    stripes(s, (u, v, out) => f(u, v, (out ?? 0) + 1), { w, h: 70 }, 16, 'v', 0.45);
    for (let i = 0; i <= count; i++) s.poly(quad(f, Math.min(w - 10, (w * i) / count), 0, Math.min(w, (w * i) / count + 10), h, 2), WOOD_DARK, { weight: 0.5 });
  } else if (kind === 'stone' || kind === 'hut') brickHints(s, f, { w, h }, { w: 42, h: 20 }, 4);
}

/** Two slopes and the gable triangles over a box. */
export function gable(s: Sketch, b: HouseShape, rise: number, eaves: number, material: Material, wall: Material): void {
  const yaw = (b.yaw ?? 0) + (b.alongX === false ? Math.PI / 2 : 0);
  const [w, d] = b.alongX === false ? [b.d, b.w] : [b.w, b.d];
  const y = (b.y ?? 0) + b.h;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const at = (lx: number, ly: number, lz: number): Vector => vec(b.x + lx * c - lz * n, y + ly, b.z + lx * n + lz * c);
  const [hw, hd] = [w / 2, d / 2];
  const slope = rise / hd;
  const drop = -eaves * slope;
  const ends: Vector[][] = [[at(-hw, 0, hd), at(-hw, 0, -hd), at(-hw, rise, 0)], [at(hw, 0, -hd), at(hw, 0, hd), at(hw, rise, 0)]];
  const nearSlope = [at(-hw - eaves, drop, -hd - eaves), at(hw + eaves, drop, -hd - eaves), at(hw + eaves, rise, 0), at(-hw - eaves, rise, 0)];
  const farSlope = [at(hw + eaves, drop, hd + eaves), at(-hw - eaves, drop, hd + eaves), at(-hw - eaves, rise, 0), at(hw + eaves, rise, 0)];
  for (const end of ends) if (s.faces([end[0]!, end[1]!, end[2]!])) s.poly(end, wall, { shade: 1 });
  if (s.faces(farSlope)) roofSlope(s, farSlope, material, 1);
  if (s.faces(nearSlope)) roofSlope(s, nearSlope, material, 0);
  else s.poly([at(-hw - eaves, drop, -hd - eaves), at(hw + eaves, drop, -hd - eaves), at(hw + eaves, drop + 14, -hd - eaves), at(-hw - eaves, drop + 14, -hd - eaves)], material);
  for (const lx of [-hw - eaves, hw + eaves]) {
    const [a, m, e] = [at(lx, drop, -hd - eaves), at(lx, rise, 0), at(lx, drop, hd + eaves)];
    const up = (v: Vector): Vector => vec(v.x, v.y + 13, v.z);
    s.poly([a, m, up(m), up(a)], material, { weight: 0.7 });
    s.poly([m, e, up(e), up(m)], material, { weight: 0.7 });
  }
}

function roofSlope(s: Sketch, points: Vector[], material: Material, shade: number): void {
  s.poly(points, material, { shade });
  const [a, b, c, d] = points as [Vector, Vector, Vector, Vector];
  const mix = (p: Vector, q: Vector, t: number): Vector => vec(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t, p.z + (q.z - p.z) * t);
  const width = Math.hypot(b.x - a.x, b.z - a.z);
  const middle = s.spot(mix(mix(a, b, 0.5), mix(d, c, 0.5), 0.5));
  if (middle === undefined || s.isSoft) return;
  const count = Math.max(3, Math.min(Math.round(width / 24), Math.round((width * middle.scale) / 6)));
  const r = s.wobble;
  const ink = !s.pen.paints.isColour && s.light.raise(material.level + shade) >= 4.5 ? s.pen.paints.paper : s.pen.paints.line;
  for (let i = 1; i < count; i++) {
    // Tiles fade out in patches: the eye completes the roof.
    if (r.chance(0.25)) continue;
    const from = r.chance(0.5) ? 0 : r.between(0.1, 0.4);
    s.line([mix(mix(a, b, i / count), mix(d, c, i / count), from), mix(mix(a, b, i / count), mix(d, c, i / count), r.between(0.55, 1))], 0.5, { ink });
  }
  s.line([mix(a, d, 0.06), mix(b, c, 0.06)], 0.7, { ink });
}

/** A wall standing along z beside a street, for fences and garden walls. */
export function gardenWall(s: Sketch, x: number, z: [number, number], h: number, material: Material, facesRight: boolean): void {
  const f = facesRight ? frameAt(vec(x, 0, z[0]), vec(0, 0, 1), vec(0, 1, 0)) : frameAt(vec(x, 0, z[1]), vec(0, 0, -1), vec(0, 1, 0));
  const w = z[1] - z[0];
  const thick = facesRight ? -14 : 14;
  s.poly([vec(x, h, z[0]), vec(x, h, z[1]), vec(x + thick, h, z[1]), vec(x + thick, h, z[0])], topped(s, material));
  s.poly(quad(f, 0, 0, w, h), material, { shade: facesRight ? 1 : 0 });
  brickHints(s, f, { w, h }, { w: 40, h: 19 }, Math.round(w / 220));
  s.poly(quad(f, 0, h - 12, w, h, 3), topped(s, material), { weight: 0.7 });
}

