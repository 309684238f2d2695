/** Space, the future, and places that are none: screen, dream, void. */
import type { Point } from '../../../model/geometry.ts';
import { CONCRETE, GREY, HULL, INK, IRON, STEEL, WHITE } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { windowGrid } from '../block/building.ts';
import { sign } from '../block/fixture.ts';
import { bumpy, tree } from '../block/foliage.ts';
import { ground, lampPost, rock } from '../block/ground.ts';
import { skyline } from '../block/landscape.ts';
import { room } from '../block/room.ts';
import { sky } from '../block/sky.ts';
import { star } from '../block/star.ts';
import { scatter, stripes } from '../block/surface.ts';

function fillAll(s: Sketch, paint: string): void {
  const { x0, y0, x1, y1 } = s.bounds;
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], paint);
}

function circle(x: number, y: number, r: number, count = 48): Point[] {
  return Array.from({ length: count }, (_, i) => ({ x: x + Math.cos((i * 2 * Math.PI) / count) * r, y: y + Math.sin((i * 2 * Math.PI) / count) * r }));
}

/** Stars of three sizes over the whole picture; the big ones have rays. */
function starField(s: Sketch, count: number): void {
  const r = s.part();
  let d = '';
  for (let i = 0; i < count; i++) {
    const [x, y, k] = [r.between(0, s.camera.width), r.between(0, s.camera.height), r.next()];
    const q = k < 0.7 ? r.between(0.7, 1.2) : k < 0.95 ? r.between(1.4, 2.2) : 3;
    d += star(x, y, q, q === 3);
  }
  s.plate.fillPath(d, s.pen.paints.isColour ? s.plain(0, '#fff7d8') : s.pen.paints.paper);
}

export function space(s: Sketch): void {
  s.plate.plane = 'far';
  fillAll(s, s.plain(7, '#0d1330'));
  const { width, height } = s.camera;
  const r = s.part();
  for (let i = 0; i < 5; i++) s.screenPatch(bumpy({ x: width * (0.2 + i * 0.17), y: height * (0.25 + 0.1 * Math.sin(i * 2)) }, width * 0.2, height * 0.09, 60 + i), s.plain(6, '#232a5a'));
  starField(s, s.isSoft ? 40 : 150);
  const [cx, cy, q] = [width * (r.chance(0.5) ? 0.76 : 0.24), height * 0.34, Math.min(width, height) * 0.26];
  const ringHalf = (from: number): Point[] => [...Array.from({ length: 20 }, (_, i) => ring(cx, cy, q * 1.75, from + (i * Math.PI) / 19)), ...Array.from({ length: 20 }, (_, i) => ring(cx, cy, q * 1.35, from + Math.PI - (i * Math.PI) / 19))];
  s.screenPatch(ringHalf(Math.PI), s.plain(2, '#d7c08f'), { weight: 0.8, depth: 600 });
  s.screenPatch(circle(cx, cy, q), s.plain(0, '#e8b27a'), { weight: 1, depth: 400 });
  for (const [dy, t, level] of [[-0.55, 0.12, 2], [-0.25, 0.2, 1], [0.12, 0.14, 3], [0.4, 0.24, 2]] as const) {
    const half = (v: number): number => q * Math.sqrt(Math.max(0, 1 - v * v)) * 0.99;
    s.screenPatch([{ x: cx - half(dy), y: cy + dy * q }, { x: cx, y: cy + dy * q + q * 0.08 }, { x: cx + half(dy), y: cy + dy * q }, { x: cx + half(dy + t), y: cy + (dy + t) * q }, { x: cx, y: cy + (dy + t) * q + q * 0.08 }, { x: cx - half(dy + t), y: cy + (dy + t) * q }], s.plain(level, '#c98a55'));
  }
  const night = [...Array.from({ length: 24 }, (_, i) => ({ x: cx + Math.cos(-Math.PI / 2 + (i * Math.PI) / 23) * q, y: cy + Math.sin(-Math.PI / 2 + (i * Math.PI) / 23) * q })), ...Array.from({ length: 24 }, (_, i) => ({ x: cx + Math.cos(Math.PI / 2 - (i * Math.PI) / 23) * q * 0.45, y: cy + Math.sin(Math.PI / 2 - (i * Math.PI) / 23) * q }))];
  s.screenPatch(night, s.plain(6, '#6b4232'));
  s.screenPatch(ringHalf(0), s.plain(1, '#ecd7a6'), { weight: 0.8, depth: 600 });
  moonSurface(s);
  s.darkness = 0.9;
}

function ring(cx: number, cy: number, r: number, a: number): Point {
  return { x: cx + Math.cos(a) * r, y: cy + Math.sin(a) * r * 0.22 - Math.cos(a) * r * 0.18 };
}

function moonSurface(s: Sketch): void {
  const r = s.part();
  const far = Array.from({ length: 25 }, (_, i) => vec(-3600 + i * 300, r.between(-10, 130), 2600));
  s.poly([vec(-3600, -10, 2600), ...far, vec(3600, -10, 2600)], { colour: '#8f8d99', level: 3 }, { isExact: true });
  s.poly([vec(-9000, 0, -200), vec(9000, 0, -200), vec(3400, 0, 2600), vec(-3400, 0, 2600)], { colour: '#c4c2cc', level: 0 }, { weight: 0.8 });
  for (const [x, z, w] of [[-420, 700, 130], [460, 980, 170], [-130, 1500, 150], [760, 560, 110], [-900, 1300, 200]] as const) {
    const rim = (k: number, dx: number): ReturnType<typeof vec>[] => Array.from({ length: 20 }, (_, i) => vec(x + dx + Math.cos((i * Math.PI) / 10) * w * k, 0.5, z + Math.sin((i * Math.PI) / 10) * w * 0.7 * k));
    s.poly(rim(1, 0), { colour: '#d6d4de', level: 0 }, { isExact: true });
    s.poly(rim(0.82, w * 0.06), { colour: '#8f8d99', level: 5 }, { isExact: true, weight: 0.6 });
    s.poly(rim(0.62, w * 0.14), { colour: '#b4b2bd', level: 1 }, { isExact: true, weight: 0 });
  }
  s.put(560, () => rock(s, 300, 520, 60, STEEL));
  s.put(640, () => rock(s, -330, 620, 80, STEEL));
  scatter(s, { x: [-800, 800], z: [200, 1800] }, 30, (at, k) => s.line([vec(at.x - 9 * k, 0, at.z), vec(at.x, 4 * k, at.z), vec(at.x + 9 * k, 0, at.z)], 0.6));
}

/** The bridge of a ship: a wide window on the stars, consoles, ribs. */
export function spaceship(s: Sketch): void {
  const h = room(s, { x: [-370, 370], back: 760, height: 310, wall: HULL, floor: STEEL, pattern: 'big-tiles', ceiling: STEEL, skirting: false });
  s.plate.plane = 'far';
  const pane = [h.back(90, 110, 1), h.back(650, 110, 1), h.back(700, 190, 1), h.back(620, 275, 1), h.back(120, 275, 1), h.back(40, 190, 1)];
  s.patch(pane, s.plain(7, '#0d1330'), { weight: 2, isExact: true });
  const r = s.part();
  const dots = Array.from({ length: 46 }, () => quad(h.back, r.between(110, 630), r.between(118, 268), 0, 0, 2)[0]!);
  for (const p of dots) s.patch(quad(uprightFrame(p.x, p.z - 2, p.y), 0, 0, 2.6, 2.6), s.plain(0, '#fff7d8'));
  s.patch(Array.from({ length: 26 }, (_, i) => h.back(500 + Math.cos((i * Math.PI) / 13) * 66, 178 + Math.sin((i * Math.PI) / 13) * 66, 3)), s.plain(0, '#8cc4d8'), { weight: 0.8, isExact: true });
  s.patch([...Array.from({ length: 14 }, (_, i) => h.back(500 + Math.cos(-1.57 + (i * Math.PI) / 13) * 66, 178 + Math.sin(-1.57 + (i * Math.PI) / 13) * 66, 3)), ...Array.from({ length: 14 }, (_, i) => h.back(500 + Math.cos(1.57 - (i * Math.PI) / 13) * 26, 178 + Math.sin(1.57 - (i * Math.PI) / 13) * 66, 3))], s.plain(5, '#2c5a7a'));
  for (const u of [230, 370, 510]) s.poly(quad(h.back, u - 6, 108, u + 6, 277, 8), IRON, { weight: 0.7 });
  s.plate.plane = 'middle';
  for (const z of [200, 400, 600]) {
    for (const side of [-1, 1]) {
      s.poly([vec(side * 370, 0, z), vec(side * 345, 0, z), vec(side * 345, 240, z), vec(side * 250, 306, z), vec(side * 370, 310, z)], STEEL, { shade: 2 });
      s.poly([vec(side * 345, 0, z), vec(side * 345, 0, z + 40), vec(side * 345, 240, z + 40), vec(side * 345, 240, z)], STEEL, { shade: 1 });
    }
    s.patch([vec(-90, 309, z + 60), vec(90, 309, z + 60), vec(90, 309, z + 100), vec(-90, 309, z + 100)], s.plain(0, '#f2fbff'), { weight: 0.7 });
  }
  s.put(720, () => {
    s.poly([vec(-260, 0, 690), vec(260, 0, 690), vec(260, 72, 690), vec(-260, 72, 690)], IRON, { shade: -2 });
    s.poly([vec(-270, 72, 680), vec(270, 72, 680), vec(270, 104, 745), vec(-270, 104, 745)], HULL);
    panelLights(s, -260, 75, 690, 520);
  });
  for (const side of [-1, 1]) s.put(520, () => {
    block(s, side < 0 ? [-368, -260] : [260, 368], [0, 86], [420, 640], STEEL);
    box(s, { x: side * 330, z: 530, y: 92, w: 10, h: 66, d: 120 }, INK, { shade: -1 });
    const f = side < 0 ? (u: number, v: number) => vec(-324, 96 + v, 472 + u) : (u: number, v: number) => vec(324, 96 + v, 588 - u);
    s.patch([f(4, 4), f(112, 4), f(112, 58), f(4, 58)], s.plain(1, '#9fe3d6'), { weight: 0.6 });
    s.line([f(8, 20), f(30, 44), f(48, 14), f(70, 50), f(104, 30)], 0.8);
  });
  for (const x of [-190, 190]) s.put(590, () => {
    drum(s, { x, z: 600, y0: 0, y1: 40, r0: 24, r1: 8 }, IRON);
    box(s, { x, z: 600, y: 40, w: 60, h: 12, d: 56 }, INK, { shade: -2 });
    s.poly([vec(x - 30, 52, 575), vec(x + 30, 52, 575), vec(x + 34, 120, 568), vec(x + 18, 146, 566), vec(x - 18, 146, 566), vec(x - 34, 120, 568)], INK, { shade: -2 });
    s.line([vec(x - 20, 60, 574), vec(x - 22, 116, 567)], 0.8, { ink: s.pen.paints.paper });
    s.sit(x, 600, 52);
  });
}

function panelLights(s: Sketch, x: number, y: number, z: number, w: number): void {
  const r = s.part();
  for (let i = 0; i < 22; i++) {
    const [u, k, dark] = [(i * w) / 22, r.between(0.2, 0.7), r.integer(0, 6)];
    s.patch([vec(x + u, y + k * 26, z + k * 55), vec(x + u + 14, y + k * 26, z + k * 55), vec(x + u + 14, y + (k + 0.2) * 26, z + (k + 0.2) * 55), vec(x + u, y + (k + 0.2) * 26, z + (k + 0.2) * 55)], s.plain(dark, ['#58c7a8', '#e9c353', '#e2584d'][i % 3]!), { weight: 0.5 });
  }
}

export function futureCity(s: Sketch): void {
  sky(s);
  ground(s, CONCRETE, { plain: true });
  skyline(s, 16_000, 7200, STEEL, { count: 30, lit: 0.7 });
  stripes(s, (u, v) => vec(-260 + u, 0.3, 130 + v), { w: 520, h: 4200 }, 130, 'v', 0.5, 0.1);
  stripes(s, (u, v) => vec(-260 + u, 0.3, 130 + v), { w: 520, h: 4200 }, 200, 'u', 0.4, 0.3);
  for (const side of [-1, 1]) {
    for (let z = 700; z < 6000; z += 900) {
      const r = s.part();
      const [w, h, kind, lock] = [r.between(420, 620), r.between(1600, 4200), r.integer(0, 2), r.integer(5, 9)];
      const x = side * (420 + w / 2 + r.between(0, 160));
      s.put(z, () => tower(s, x, z + 300, w, h, kind, lock));
    }
  }
  s.put(2600, () => {
    for (const [y, z] of [[620, 2600], [1150, 3600]] as const) {
      s.poly([vec(-900, y, z), vec(900, y, z), vec(900, y + 90, z), vec(-900, y + 90, z)], HULL);
      s.patch([vec(-900, y + 34, z - 1), vec(900, y + 34, z - 1), vec(900, y + 66, z - 1), vec(-900, y + 66, z - 1)], s.plain(s.light.isNight ? 0 : 6, s.light.isNight ? '#ffeebb' : '#476374'), { weight: 0.6 });
    }
  });
  for (const [x, y, z, k] of [[-260, 420, 1300, 1], [330, 620, 1900, 1.1], [60, 820, 2900, 1.4], [-520, 760, 2300, 1]] as const) s.put(z, () => flyer(s, x, y, z, k));
  s.put(760, () => {
    sign(s, uprightFrame(-420, 760, 300), { u: 0, v: 0, w: 120, h: 210 }, { colour: '#2d6f86', level: 6 });
    for (const x of [-290, 290]) { drum(s, { x, z: 640, y0: 0, y1: 96, r0: 12 }, HULL); drum(s, { x, z: 640, y0: 96, y1: 108, r0: 14 }, INK); }
  });
  for (const side of [-1, 1]) {
    s.poly([vec(side * 262, 0.4, -60), vec(side * 276, 0.4, -60), vec(side * 276, 0.4, 5200), vec(side * 262, 0.4, 5200)], INK, { weight: 0.4, shade: -2 });
    for (const z of [430, 980, 1600]) s.put(z, () => {
      drum(s, { x: side * 215, z, y0: 0, y1: 34, r0: 44, r1: 52 }, HULL);
      tree(s, side * 215, z, 210, 'round', 30);
    });
    for (let z = 280; z < 1500; z += 240) s.poly(Array.from({ length: 6 }, (_, i) => vec(side * 120 + Math.cos((i * Math.PI) / 3) * 44, 0.4, z + Math.sin((i * Math.PI) / 3) * 44)), GREY, { weight: 0.6, isExact: true });
  }
  if (s.light.isNight) s.put(900, () => lampPost(s, -300, 900, 420));
}

function tower(s: Sketch, x: number, z: number, w: number, h: number, kind: number, rows: number): void {
  if (kind === 0) {
    drum(s, { x, z, y0: 0, y1: h, r0: w * 0.42, r1: w * 0.3 }, HULL);
    for (let k = 1; k < 8; k++) s.line(Array.from({ length: 9 }, (_, i) => vec(x - Math.cos((i * Math.PI) / 8) * w * (0.42 - k * 0.015), (h * k) / 8, z - Math.sin((i * Math.PI) / 8) * w * (0.42 - k * 0.015))), 1);
    drum(s, { x, z, y0: h, y1: h + 260, r0: w * 0.12, r1: 3 }, HULL);
    return;
  }
  const f = box(s, { x, z, w, h, d: 560 }, kind === 1 ? HULL : GREY);
  for (const [face, wide, seen] of [[f.front, w, f.isSeen.front], [f.left, 560, f.isSeen.left], [f.right, 560, f.isSeen.right]] as const) {
    const lock = s.part();
    if (!seen) continue;
    windowGrid(s, face, wide, h, { cols: kind === 1 ? 2 : 5, rows: rows * (kind === 1 ? 2 : 1), from: 120, size: kind === 1 ? 0.9 : 0.34, tall: kind === 1 ? 0.4 : 0.8, lit: 0.5 });
    if (lock.chance(0.5)) s.poly(quad(face, wide * 0.1, h * 0.6, wide * 0.9, h * 0.66, 14), INK, { weight: 0.8 });
  }
  box(s, { x, z, y: h, w: w * 0.5, h: 220, d: 300 }, HULL);
  s.line([vec(x, h + 220, z), vec(x, h + 620, z)], 1);
}

function flyer(s: Sketch, x: number, y: number, z: number, k: number): void {
  const at = (px: number, py: number): ReturnType<typeof vec> => vec(x + px * k, y + py * k, z);
  s.poly([at(-110, 0), at(-60, -22), at(80, -22), at(120, 4), at(60, 18), at(20, 46), at(-50, 46), at(-80, 18)], WHITE, { isExact: true });
  s.poly([at(14, 42), at(-44, 42), at(-66, 20), at(48, 20)], INK, { isExact: true });
  s.line([at(-130, 2), at(-240, 6)], 1);
  s.line([at(-130, -10), at(-200, -8)], 0.7);
}

/** The light of a screen: scan lines, a frame of pixels, a window or two. */
export function screen(s: Sketch): void {
  s.plate.plane = 'far';
  const { width, height } = s.camera;
  fillAll(s, s.plain(6, '#16283a'));
  const r = s.part();
  s.screenPatch([{ x: width * 0.05, y: height * 0.07 }, { x: width * 0.95, y: height * 0.07 }, { x: width * 0.95, y: height * 0.93 }, { x: width * 0.05, y: height * 0.93 }], s.plain(0, '#e5f4f8'), { weight: 1.3, depth: 400 });
  for (let y = height * 0.1; y < height * 0.92; y += 9) s.screenLine([{ x: width * 0.06, y }, { x: width * 0.94, y }], 0.5);
  s.screenPatch([{ x: width * 0.05, y: height * 0.07 }, { x: width * 0.95, y: height * 0.07 }, { x: width * 0.95, y: height * 0.14 }, { x: width * 0.05, y: height * 0.14 }], s.plain(7, '#24506b'));
  for (let i = 0; i < 3; i++) s.screenPatch(circle(width * 0.08 + i * 15, height * 0.105, 4.5, 14), s.plain(0, '#f2fbff'));
  const pixel = Math.max(9, width * 0.022);
  for (let i = 0; i < (s.isSoft ? 14 : 46); i++) {
    const edge = r.chance(0.5);
    const x = edge ? r.pick([0.07, 0.85]) * width + r.between(0, 3) * pixel : r.between(0.07, 0.9) * width;
    const y = edge ? r.between(0.18, 0.85) * height : r.pick([0.18, 0.8]) * height + r.between(0, 2) * pixel;
    const [px, py] = [Math.round(x / pixel) * pixel, Math.round(y / pixel) * pixel];
    s.screenPatch([{ x: px, y: py }, { x: px + pixel, y: py }, { x: px + pixel, y: py + pixel }, { x: px, y: py + pixel }], s.plain(r.integer(1, 5), r.pick(['#6fc3d8', '#3d8fb0', '#b8e3ee'])));
  }
  s.darkness = 0.15;
}

/** Clouds, bubbles and petals of light around an open middle. */
export function dream(s: Sketch): void {
  s.plate.plane = 'far';
  const { width, height } = s.camera;
  fillAll(s, s.graded({ from: 0, to: height, dark: [34, -14], colours: ['#c9b6ea', '#fdeef5'] }));
  const r = s.part();
  for (let i = 0; i < 11; i++) {
    const isLow = i > 3;
    const [x, y, w] = [r.between(0, 1) * width, isLow ? height * r.between(0.82, 1.02) : height * r.between(0.06, 0.34), width * r.between(0.1, 0.22)];
    const p = { x: isLow ? (i - 4) * width * 0.17 : x, y };
    s.screenPatch(bumpy(p, w, w * 0.42, 90 + i), s.plain(0, '#ffffff'), { weight: 0.6, depth: 900 });
    s.screenPatch(bumpy({ x: p.x + w * 0.1, y: p.y + w * 0.13 }, w * 0.75, w * 0.25, 190 + i), s.plain(1, '#f1e6f7'));
  }
  for (let i = 0; i < (s.isSoft ? 8 : 22); i++) {
    const a = r.between(0, Math.PI * 2);
    const k = r.between(0.5, 1);
    const [x, y, q] = [width / 2 + Math.cos(a) * width * 0.55 * k, height / 2 + Math.sin(a) * height * 0.5 * k, r.between(4, 17)];
    if (i % 3 === 0) sparkle(s, x, y, q * 1.2);
    else {
      s.screenPatch(circle(x, y, q, 26), s.plain(i % 2, '#fff4fb'), { weight: 0.5, depth: 700 });
      s.screenLine([{ x: x - q * 0.5, y: y - q * 0.3 }, { x: x - q * 0.3, y: y - q * 0.5 }, { x, y: y - q * 0.62 }], 1);
    }
  }
  s.darkness = 0.08;
}

function sparkle(s: Sketch, x: number, y: number, q: number): void {
  s.screenPatch(Array.from({ length: 8 }, (_, i) => ({ x: x + Math.cos((i * Math.PI) / 4) * (i % 2 === 0 ? q : q * 0.2), y: y + Math.sin((i * Math.PI) / 4) * (i % 2 === 0 ? q : q * 0.2) })), s.plain(0, '#ffffff'), { weight: 0.5, depth: 700 });
}

/** Nothing but tone: light from one side by day, ink by night or in a dark mood. */
export function voidPlace(s: Sketch): void {
  s.plate.plane = 'far';
  const { mood, time } = s.spec;
  const isDark = time === 'night' || mood === 'dark' || mood === 'tense' || mood === 'mysterious';
  const { width, height } = s.camera;
  fillAll(s, s.graded({ from: 0, to: height, dark: isDark ? [100, 60] : [-10, 34], colours: isDark ? ['#15131c', '#4b4860'] : ['#ffffff', '#c4cbd6'] }));
  const r = s.part();
  const ink = isDark ? s.pen.paints.paper : s.pen.paints.line;
  for (let i = 0; i < (s.isSoft ? 18 : 44); i++) {
    const x = (i < 22 ? r.next() ** 2 : 1 - r.next() ** 2) * width;
    const from = isDark ? height : 0;
    const long = height * r.between(0.1, 0.42) * (isDark ? -1 : 1);
    s.screenLine([{ x, y: from }, { x, y: from + long }], 0.8, ink);
  }
  s.darkness = isDark ? 0.85 : 0.1;
}
