/** Ships below deck, small boats, lighthouses and towers from within; a temple's hall. */
import type { Vector } from '../../camera.ts';
import { BEAM, CLOTH, CLOTH_BLUE, CLOTH_RED, GOLD, GRASS, INK, LAMP, PLASTER, ROCK, ROOF_RED, STEEL, STONE, STONE_DARK, WATER, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, vec, type Frame } from '../base/vector.ts';
import { block, box, disc, drum, ring, shadow } from '../block/box.ts';
import { house } from '../block/building.ts';
import { barrel, crate, flame, glow, pendant, torch } from '../block/fixture.ts';
import { chair, shelf, table } from '../block/furniture.ts';
import { ground, rock } from '../block/ground.ts';
import { mountains, ripples, water } from '../block/landscape.ts';
import { windowOn } from '../block/opening.ts';
import { room } from '../block/room.ts';
import { sky } from '../block/sky.ts';
import { brickHints, stripes } from '../block/surface.ts';

/** A round window of a ship, with the sea standing in its lower half. */
function porthole(s: Sketch, wall: Frame, u: number, v: number, r: number): void {
  const at = (radius: number, from = 0, to = Math.PI * 2): Vector[] => Array.from({ length: 19 }, (_, i) => {
    const a = from + ((to - from) * i) / 18;
    return wall(u + Math.cos(a) * radius, v + Math.sin(a) * radius, 1);
  });
  s.poly(at(r * 1.28), STEEL, { isExact: true, weight: 1.1 });
  s.patch(at(r), s.light.isNight ? s.plain(7, '#1b2138') : s.plain(0, '#dceaf2'), { weight: 0.9, isExact: true });
  s.patch(at(r, Math.PI, Math.PI * 2), s.light.isNight ? s.plain(6, '#26324f') : s.plain(2, '#7fb2cc'));
  s.line([wall(u - r * 0.9, v - 2, 1), wall(u + r * 0.9, v - 4, 1)], 0.6);
}

export function shipCabin(s: Sketch): void {
  const h = room(s, { x: [-235, 235], back: 560, height: 222, wall: WOOD_LIGHT, floor: WOOD, pattern: 'boards', skirting: false });
  for (const [f, w] of [[h.back, h.w], [h.left, h.d], [h.right, h.d]] as const) stripes(s, f, { w, h: 222 }, 27, 'u', 0.4, 0.15);
  for (const u of [120, 235, 350]) porthole(s, h.back, u, 138, 27);
  porthole(s, h.left, 330, 138, 26);
  porthole(s, h.right, 300, 138, 26);
  for (const z of [160, 300, 440]) block(s, [-235, 235], [204, 222], [z, z + 18], BEAM, { weight: 0.8 });
  s.put(545, () => box(s, { x: 165, z: 500, w: 130, h: 46, d: 90 }, WOOD, { top: CLOTH_BLUE }));
  s.put(540, () => shelf(s, { x: -190, z: 535, w: 80, h: 150 }, WOOD_DARK));
  s.put(455, () => {
    table(s, { x: -40, z: 480, w: 170, d: 80 }, WOOD_DARK);
    s.poly([vec(-100, 73, 452), vec(20, 73, 448), vec(14, 73, 508), vec(-92, 73, 512)], WHITE, { weight: 0.9 });
    s.line([vec(-84, 73.4, 470), vec(-50, 73.4, 492), vec(-10, 73.4, 462)], 0.7);
    drum(s, { x: 30, z: 500, y0: 73, y1: 82, r0: 6 }, GOLD);
  });
  s.put(460, () => chair(s, { x: 78, z: 470, yaw: -Math.PI / 2 }, WOOD));
  s.put(300, () => barrel(s, -205, 300));
  s.put(200, () => crate(s, { x: 205, z: 205, w: 70, h: 60, d: 60 }));
  pendant(s, -40, 400, 204, 34, 15);
}

export function boat(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  mountains(s, { z: 42_000, height: 2600, peaks: 6, material: { ...GRASS, level: 2 }, jag: 0.6 });
  water(s, -200, 60_000, 90_000, -38, { ...WATER, level: 1 });
  ripples(s, 260, 5200, -38, 70);
  const inside: Material = { ...WOOD_LIGHT, level: 0 };
  const half = (z: number): number => (z < 560 ? 165 : 165 * Math.sqrt(Math.max(0, 1 - ((z - 560) / 330) ** 2)));
  const steps = [90, 230, 380, 560, 660, 750, 820, 866, 890];
  const rim = (side: number, y: number, out = 0): Vector[] => steps.map((z) => vec(side * (half(z) + out), y + (z > 560 ? ((z - 560) / 330) ** 2 * 26 : 0), z));
  s.put(900, () => {
    const floor = [...rim(-0.86, 0), ...rim(0.86, 0).reverse()];
    s.poly(floor, inside, { weight: 0.8 });
    for (const side of [-1, 1]) {
      const [low, high] = [rim(side * 0.86, 0), rim(side, 42)];
      for (let i = 1; i < steps.length; i++) s.poly([low[i - 1]!, low[i]!, high[i]!, high[i - 1]!], WOOD, { shade: side > 0 ? 0 : 1, weight: 0 });
      s.line(high, 2.4, { isExact: true });
      s.line(rim(side, 50, 6), 1.6, { isExact: true });
      s.line(rim(side * 0.94, 22), 0.7);
    }
    for (const z of [480, 700]) box(s, { x: 0, z, y: 22, w: half(z) * 1.86, h: 5, d: 34 }, WOOD, { weight: 0.9 });
    for (let x = -110; x <= 110; x += 44) s.line([vec(x, 0.4, 150), vec(x * 0.6, 0.4, 800)], 0.4);
  });
  s.put(440, () => {
    for (const side of [-1, 1]) {
      s.line([vec(side * 110, 52, 440), vec(side * 330, -6, 400)], 2.6);
      s.poly([vec(side * 330, -2, 404), vec(side * 420, -34, 380), vec(side * 416, -40, 372), vec(side * 328, -10, 396)], WOOD, { weight: 1 });
    }
  });
}

export function lighthouse(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, 1500, 60_000, 90_000, -260);
  ripples(s, 1700, 9000, -260, 60);
  s.plate.plane = 'middle';
  ground(s, { ...GRASS, level: 0 }, { tufts: 60 });
  const [x, z, k] = [-430, 2350, 0.6];
  s.put(2700, () => house(s, { x: 160, z: 2500, w: 420, h: 230, d: 320, kind: 'stone', roofMaterial: ROOF_RED }));
  s.put(z, () => {
    shadow(s, x, z, 560, 320);
    const r = (y: number): number => 175 - (58 * y) / 1180;
    const part = (y0: number, y1: number, material: Material, r0 = r(y0), r1 = r(y1)): void => drum(s, { x, z, y0: y0 * k, y1: y1 * k, r0, r1 }, material, { weight: 1.2 });
    const panel = (half: number, y0: number, y1: number, material: Material): void => s.poly([-1, 1].flatMap((side) => (side < 0 ? [y1, y0] : [y0, y1]).map((y) => vec(x + side * half, y * k, z - r(y)))), material, { weight: 1 });
    part(0, 1180, WHITE);
    part(240, 460, CLOTH_RED);
    part(700, 900, CLOTH_RED);
    for (const y of [150, 560, 980]) panel(20, y, y + 70, INK);
    panel(48, 0, 150, WOOD_DARK);
    part(1180, 1206, STEEL, 176, 176);
    part(1206, 1380, s.light.isNight ? LAMP : { colour: '#e8f2f4', level: 0 }, 88, 88);
    for (const side of [-0.9, -0.5, 0, 0.5, 0.9]) s.line([vec(x + side * 88, 1206 * k, z - 70), vec(x + side * 88, 1380 * k, z - 70)], 0.9);
    for (const y of [1240, 1275]) s.line(ring(x, y * k, z, 172, 20).slice(10), 0.8, { isExact: true });
    part(1380, 1480, ROOF_RED, 104, 6);
    if (s.light.isNight) glow(s, x, 1290 * k, z - 90, 230);
  });
  s.put(520, () => rock(s, 430, 560, 120, ROCK));
  s.put(420, () => rock(s, -470, 470, 90, ROCK));
}

/** A wall round a middle, as quads with a frame each; angle 0 is straight ahead, + to the right. */
function roundWall(at: { z: number; r: number; y: [number, number]; from: number; to: number; count: number }, paintOne: (f: Frame, w: number, h: number, i: number) => void): void {
  const h = at.y[1] - at.y[0];
  for (let i = 0; i < at.count; i++) {
    const [a, b] = [i, i + 1].map((k) => at.from + ((at.to - at.from) * k) / at.count) as [number, number];
    const [p, q] = [a, b].map((t) => vec(Math.sin(t) * at.r, at.y[0], at.z + Math.cos(t) * at.r)) as [Vector, Vector];
    const w = Math.hypot(q.x - p.x, q.z - p.z);
    paintOne(frameAt(p, vec((q.x - p.x) / w, 0, (q.z - p.z) / w), vec(0, 1, 0)), w, h, i);
  }
}

export function lanternRoom(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, 1200, 60_000, 90_000, -900);
  ripples(s, 3000, 16_000, -900, 50);
  s.poly([...ring(0, 0, 330, 345, 28)], WOOD_LIGHT, { isExact: true });
  s.poly([vec(-900, 0, 60), vec(900, 0, 60), vec(900, 0, -400), vec(-900, 0, -400)], WOOD_LIGHT, { weight: 0 });
  const [z, r] = [330, 345];
  roundWall({ z, r, y: [0, 72], from: -2.1, to: 2.1, count: 12 }, (f, w, h) => {
    s.poly(quad(f, 0, 0, w, h), PLASTER, { weight: 0.8, shade: 1 });
    s.poly(quad(f, -1, h - 6, w + 1, h + 4, 6), WOOD, { weight: 0.8 });
  });
  roundWall({ z, r, y: [72, 262], from: -2.1, to: 2.1, count: 12 }, (f, w, h) => {
    s.line([f(0, 0), f(0, h)], 2.6);
    s.line([f(0, h * 0.52), f(w, h * 0.52)], 1.4);
    s.line([f(w * 0.25, h * 0.62), f(w * 0.5, h * 0.9)], 0.5);
  });
  roundWall({ z, r, y: [262, 330], from: -2.1, to: 2.1, count: 12 }, (f, w, h) => s.poly([f(0, 0), f(w, 0), f(w * 0.5, h * 2.4, 240), f(w * 0.5, h * 2.4, 240)], STEEL, { weight: 0.9, shade: 1 }));
  const x = 150;
  s.put(505, () => {
    drum(s, { x, z: 500, y0: 0, y1: 62, r0: 62, r1: 52 }, STEEL);
    if (s.light.isNight) glow(s, x, 150, 430, 200);
    drum(s, { x, z: 500, y0: 62, y1: 250, r0: 70 }, LAMP, { isPlain: true, weight: 1.2 });
    for (let y = 74; y < 250; y += 14) s.line(ring(x, y, 500, 70, 24).slice(12).concat(ring(x, y, 500, 70, 24)[0]!), y > 140 && y < 170 ? 1.3 : 0.7, { isExact: true });
    for (const k of [-0.62, 0.62]) s.line([vec(x + 70 * k, 62, 446), vec(x + 70 * k, 250, 446)], 1.2);
    s.patch(disc(x, 156, 428, 26), s.plain(0, '#fffbe6'), { weight: 1, isExact: true });
    drum(s, { x, z: 500, y0: 250, y1: 272, r0: 76, r1: 30 }, STEEL);
  });
  s.put(240, () => s.line([vec(-330, 100, 240), vec(-250, 100, 190)], 2));
}

export function tower(s: Sketch): void {
  const wall: Material = { ...STONE, level: s.spec.time === 'night' ? 3 : 1 };
  const [z, r] = [420, 330];
  s.plate.plane = 'far';
  s.plate.fill([{ x: s.bounds.x0, y: s.bounds.y0 }, { x: s.bounds.x1, y: s.bounds.y0 }, { x: s.bounds.x1, y: s.bounds.y1 }, { x: s.bounds.x0, y: s.bounds.y1 }], s.paint(STONE_DARK, 1));
  s.poly([vec(-900, 0, -200), vec(900, 0, -200), vec(900, 0, 500), vec(-900, 0, 500)], STONE, { weight: 0 });
  for (const k of [90, 180, 270]) s.line(ring(0, 0.3, z, k, 26), 0.6, { isExact: true });
  roundWall({ z, r, y: [0, 980], from: -2.4, to: 2.4, count: 16 }, (f, w, h, i) => {
    s.poly(quad(f, 0, 0, w, h), wall, { weight: 0, shade: i < 5 ? 2 : i < 8 ? 1 : 0 });
    brickHints(s, f, { w, h: 520 }, { w: 46, h: 24 }, 2);
  });
  const slot = frameAt(vec(-78, 250, z + r - 14), vec(1, 0, 0), vec(0, 1, 0));
  windowOn(s, slot, { u: 0, v: 40, w: 64, h: 120, panes: 1, view: 'sky' });
  if (s.spec.time !== 'night') s.patch([vec(-78, 300, z + r - 20), vec(-14, 400, z + r - 20), vec(150, 0.4, 300), vec(20, 0.4, 260)], s.plain(0, '#fff6dd'), { weight: 0 });
  s.put(z + r - 30, () => spiral(s, z, r));
  s.put(240, () => barrel(s, -235, 270));
  if (s.light.isNight || s.spec.era !== 'modern') torch(s, { x: -215, y: 190, z: z + 235 });
}

/** Steps that climb the round wall from the right to the left and on over the window. */
function spiral(s: Sketch, z: number, r: number): void {
  const inner = r - 118;
  const at = (a: number, radius: number, y: number): Vector => vec(Math.sin(a) * radius, y, z + Math.cos(a) * radius);
  const [n, rise, turn] = [26, 23, 0.135];
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => Math.cos(1.55 - j * turn) - Math.cos(1.55 - i * turn));
  for (const i of order) {
    const [a, b] = [1.55 - i * turn, 1.55 - (i + 1) * turn];
    const y = (i + 1) * rise;
    s.poly([at(a, inner, y), at(a, r, y), at(b, r, y), at(b, inner, y)], STONE, { weight: 0.8 });
    s.poly([at(a, inner, y - rise), at(a, r, y - rise), at(a, r, y), at(a, inner, y)], STONE, { weight: 0.8, shade: 1 });
    s.poly([at(a, inner, y - rise * 1.5), at(b, inner, y - rise * 1.5), at(b, inner, y), at(a, inner, y)], STONE_DARK, { weight: 0.8 });
  }
  s.line(Array.from({ length: n + 1 }, (_, i) => at(1.55 - i * turn, inner, (i + 1) * rise + 82)), 1.8, { isExact: true });
  for (let i = 0; i <= n; i += 2) s.line([at(1.55 - i * turn, inner, (i + 1) * rise), at(1.55 - i * turn, inner, (i + 1) * rise + 82)], 0.8);
}

export function templeHall(s: Sketch): void {
  const h = room(s, { x: [-380, 380], back: 860, height: 380, wall: PLASTER, floor: WOOD, pattern: 'boards', dado: { height: 120, material: WOOD_DARK } });
  for (const x of [-250, 250]) for (const z of [300, 560, 800]) s.put(z, () => drum(s, { x, z, y0: 0, y1: 380, r0: 20 }, CLOTH_RED));
  for (const z of [320, 600]) block(s, [-380, 380], [345, 380], [z, z + 24], BEAM, { weight: 0.8 });
  s.put(840, () => {
    block(s, [-150, 150], [0, 90], [700, 840], WOOD_DARK, { top: CLOTH_RED });
    s.poly(disc(0, 250, 838, 92, 26), GOLD, { isExact: true, weight: 1 });
    buddha(s);
  });
  s.put(690, () => {
    for (const x of [-110, 110]) {
      drum(s, { x, z: 690, y0: 90, y1: 122, r0: 5 }, WHITE);
      flame(s, { x, y: 122, z: 690 }, 12);
    }
    drum(s, { x: 0, z: 660, y0: 90, y1: 112, r0: 18, r1: 24 }, STEEL);
  });
  for (const side of [-1, 1]) {
    const f = frameAt(vec(side * 190 - 30, 130, 845), vec(1, 0, 0), vec(0, 1, 0));
    s.poly(quad(f, 0, 0, 60, 215), CLOTH, { shade: 1 });
    s.line([f(30, 20), f(30, 195)], 1.4);
  }
  s.put(330, () => {
    for (const x of [-110, 70]) drum(s, { x, z: 360, y0: 0, y1: 9, r0: 34 }, CLOTH_BLUE);
  });
  windowOn(s, h.right, { u: 330, v: 140, w: 150, h: 130, panes: 2, rows: 3, view: 'trees' });
}

function buddha(s: Sketch): void {
  const stone: Material = { ...GOLD, level: 2 };
  s.hull([...ring(0, 92, 770, 88), ...ring(0, 128, 770, 66)], stone);
  s.hull([...ring(0, 126, 770, 52), ...ring(0, 200, 770, 44), ...ring(0, 222, 770, 22)], stone);
  s.hull([...ring(0, 222, 765, 20), ...ring(0, 250, 765, 26), ...ring(0, 272, 765, 20)], stone);
  s.hull([...ring(0, 270, 765, 12), ...ring(0, 284, 765, 7)], { ...stone, level: 6 });
  s.line([vec(-12, 248, 738), vec(-5, 246, 738)], 0.9);
  s.line([vec(5, 246, 738), vec(12, 248, 738)], 0.9);
  s.line([vec(-6, 234, 739), vec(6, 234, 739)], 0.8);
}
