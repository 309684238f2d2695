/** Bridges, building sites, holy places and other corners of a town. */
import { BEAM, CLOTH_RED, CONCRETE, EARTH, GRASS, INK, IRON, LEAF_DARK, PLASTER, ROOF, STEEL, STONE, STONE_DARK, WATER, WHITE, WOOD, WOOD_DARK } from '../base/material.ts';
import type { Vector } from '../../camera.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, boxFaces, drum } from '../block/box.ts';
import { gable, gardenWall, topped, windowGrid } from '../block/building.ts';
import { crate } from '../block/fixture.ts';
import { bushes, tree } from '../block/foliage.ts';
import { grassEdge, leavesCorner } from '../block/foreground.ts';
import { fence, ground, lampPost, patchOn } from '../block/ground.ts';
import { mountains, ripples, skyline, treeLine, water } from '../block/landscape.ts';
import { doorOn } from '../block/opening.ts';
import { sky } from '../block/sky.ts';
import { stripes } from '../block/surface.ts';
import { lantern } from './old-street.ts';

const isOld = (s: Sketch): boolean => s.spec.era === 'past' || s.spec.era === 'fantasy';

export function bridge(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, 300, 20_000, 40_000, -500, { ...WATER, level: 1 });
  if (isOld(s)) { mountains(s, { z: 24_000, height: 4200 }); treeLine(s, 7000, 500); } else skyline(s, 9000, 2300);
  ripples(s, 900, 9000, -500, 30);
  const wood = isOld(s);
  s.put(6000, () => {
    s.poly([vec(-290, 0, -200), vec(290, 0, -200), vec(290, 0, 5200), vec(-290, 0, 5200)], topped(s, wood ? { ...WOOD, level: 0 } : { colour: '#9a9da2', level: 0 }));
    stripes(s, (u, v) => vec(-290 + u, 0.3, 140 + v), { w: 580, h: 4000 }, wood ? 34 : 160, 'u', 0.45, 0.3);
    if (!wood) for (const x of [-190, 190]) s.line([vec(x, 0.3, -100), vec(x, 0.3, 5200)], 0.8);
  }, 'far');
  for (const side of [-1, 1]) {
    for (const [a, b] of [[3000, 5200], [1400, 3000], [760, 1400], [200, 760]] as const) s.put(b, () => {
      const x = side * 290;
      const step = wood ? 130 : 60;
      for (let z = b; z >= a; z -= step) box(s, { x, z, w: wood ? 16 : 6, h: wood ? 105 : 100, d: wood ? 16 : 6 }, wood ? CLOTH_RED : IRON, { weight: 0.7 });
      s.poly([vec(x, 98, a), vec(x, 98, b), vec(x, 112, b), vec(x, 112, a)], wood ? CLOTH_RED : IRON, { shade: -1 });
      s.poly([vec(x - 9, 112, a), vec(x - 9, 112, b), vec(x + 9, 112, b), vec(x + 9, 112, a)], topped(s, wood ? CLOTH_RED : IRON), { shade: -2 });
      if (wood) s.poly([vec(x, 48, a), vec(x, 48, b), vec(x, 58, b), vec(x, 58, a)], CLOTH_RED);
    }, 'middle');
    if (!wood) for (const z of [1500, 3600]) s.put(z, () => {
      const x = side * 320;
      box(s, { x, z, w: 60, h: 1300, d: 60 }, STEEL);
      if (side > 0) { box(s, { x: 0, z, y: 1130, w: 640, h: 50, d: 40 }, STEEL); box(s, { x: 0, z, y: 760, w: 640, h: 40, d: 40 }, STEEL); }
      for (let k = 1; k < 8; k++) for (const d of [-1, 1]) s.line([vec(x, 1280, z), vec(x, 110, z + d * k * 150)], 0.8);
    });
  }
  for (const z of [900, 2400]) s.put(z, () => (wood ? lantern(s, -290, 190, z) : lampPost(s, -300, z, 430)));
}

export function constructionSite(s: Sketch): void {
  sky(s);
  ground(s, EARTH, { tufts: 8 });
  skyline(s, 9000, 2200);
  s.put(2600, () => {
    for (let floor = 0; floor < 4; floor++) {
      const y = floor * 320;
      for (const x of [-900, -450, 0, 450]) for (const z of [2700, 2300]) box(s, { x: x - 300, z, y, w: 34, h: 300, d: 34 }, STEEL, { weight: 0.8 });
      box(s, { x: -525, z: 2500, y: y + 296, w: 1440, h: 30, d: 460 }, CONCRETE, { top: topped(s, CONCRETE) });
    }
    for (let x = -1230; x <= 190; x += 118) s.line([vec(x, 0, 2230), vec(x, 1400, 2230)], 0.9);
    for (let y = 90; y < 1400; y += 160) s.line([vec(-1240, y, 2230), vec(200, y, 2230)], 0.9);
    for (let x = -1230; x < 100; x += 236) s.line([vec(x, 90, 2229), vec(x + 118, 410, 2229)], 0.6);
  });
  s.put(3400, () => {
    const x = 900;
    for (const dx of [-50, 50]) s.line([vec(x + dx, 0, 3000), vec(x + dx, 2300, 3000)], 2.2);
    for (let y = 0; y < 2300; y += 120) s.line([vec(x - 50, y, 3000), vec(x + 50, y + 60, 3000), vec(x - 50, y + 120, 3000)], 0.9);
    s.line([vec(x - 1900, 2280, 3000), vec(x + 600, 2280, 3000)], 2.2);
    s.line([vec(x - 1900, 2280, 3000), vec(x, 2620, 3000), vec(x + 600, 2280, 3000)], 1);
    s.line([vec(x, 2300, 3000), vec(x, 2620, 3000)], 2);
    for (let k = -1850; k < 600; k += 110) s.line([vec(x + k, 2280, 3000), vec(x + k + 55, 2350, 3000), vec(x + k + 110, 2280, 3000)], 0.6);
    s.line([vec(x - 1300, 2280, 3000), vec(x - 1300, 1500, 3000)], 0.8);
  });
  s.put(900, () => {
    fence(s, [-1600, -280], 900, 150, 'mesh');
    for (const x of [-700, -480, 300, 520]) {
      s.line([vec(x - 50, 0, 820), vec(x - 50, 85, 820)], 1.8);
      s.line([vec(x + 50, 0, 820), vec(x + 50, 85, 820)], 1.8);
      for (const y of [45, 78]) for (let i = 0; i < 5; i++) s.poly([vec(x - 60 + i * 24, y - 12, 818), vec(x - 48 + i * 24, y - 12, 818), vec(x - 36 + i * 24, y + 12, 818), vec(x - 48 + i * 24, y + 12, 818)], i % 2 === 0 ? INK : { colour: '#f0c24c', level: 0 }, { weight: 0.6 });
    }
  });
  for (const [x, z] of [[-230, 560], [250, 640]] as const) s.put(z, () => { drum(s, { x, z, y0: 3, y1: 62, r0: 15, r1: 4 }, { colour: '#e2663a', level: 3 }); box(s, { x, z, w: 42, h: 4, d: 42 }, INK); });
  s.put(760, () => { for (let i = 0; i < 6; i++) s.hull([vec(-520 + (i % 3) * 40, (i > 2 ? 36 : 0), 700), vec(-484 + (i % 3) * 40, (i > 2 ? 36 : 0) + 36, 700), vec(-520 + (i % 3) * 40, (i > 2 ? 36 : 0) + 30, 1000), vec(-484 + (i % 3) * 40, (i > 2 ? 36 : 0), 1000)], STEEL); crate(s, { x: 380, z: 720, w: 100, h: 80, d: 90 }); });
  s.put(1000, () => s.hull([vec(420, 0, 1100), vec(820, 0, 1100), vec(600, 150, 1100), vec(540, 130, 1100)], EARTH, { shade: 2 }));
}

export function parking(s: Sketch): void {
  sky(s);
  ground(s, { colour: '#9da0a5', level: 0 }, { plain: true });
  skyline(s, 8000, 1700);
  s.put(2900, () => { box(s, { x: -300, z: 2900, w: 2600, h: 560, d: 500 }, PLASTER, { top: topped(s, CONCRETE) }); windowGrid(s, uprightFrame(-1600, 2650), 2600, 540, { cols: 12, rows: 2, from: 60 }); });
  for (let x = -1200; x <= 1200; x += 260) s.patch([vec(x - 5, 0.3, 1050), vec(x + 5, 0.3, 1050), vec(x + 5, 0.3, 1550), vec(x - 5, 0.3, 1550)], s.paint(WHITE), { weight: 0.6 });
  for (let i = 0; i < 8; i++) {
    const r = s.part();
    const [x, dark, isThere] = [-1070 + i * 260, r.pick([0, 0, 3, 6]), r.chance(0.75)];
    if (isThere) s.put(1300, () => parkedCar(s, x, 1300, { colour: ['#d8dde2', '#b5483f', '#5a7fa8', '#4b5563'][i % 4]!, level: dark }));
  }
  s.put(640, () => { const x = -330; drum(s, { x, z: 640, y0: 0, y1: 240, r0: 5 }, STEEL, { isPlain: true }); s.poly(quad(uprightFrame(x - 34, 634), 0, 200, 68, 268), { colour: '#3f6fb0', level: 6 }); s.line([vec(x - 10, 212, 632), vec(x - 10, 256, 632), vec(x + 12, 254, 632), vec(x + 16, 240, 632), vec(x + 8, 232, 632), vec(x - 10, 232, 632)], 2.4, { ink: s.pen.paints.paper }); });
  s.put(1900, () => fence(s, [-2600, 2600], 1900, 120, 'rail'));
  s.put(1000, () => lampPost(s, 430, 980, 520));
  for (const x of [-420, 330]) s.patch([vec(x - 6, 0.3, 250), vec(x + 6, 0.3, 250), vec(x + 6, 0.3, 640), vec(x - 6, 0.3, 640)], s.paint(WHITE), { weight: 0.6 });
}

function parkedCar(s: Sketch, x: number, z: number, m: { colour: string; level: number }): void {
  for (const dx of [-66, 66]) box(s, { x: x + dx, z: z - 150, w: 22, h: 60, d: 50 }, INK);
  const f = box(s, { x, y: 28, z, w: 172, h: 62, d: 400 }, m);
  s.hull([-76, 76].flatMap((dx) => [vec(x + dx, 90, z - 90), vec(x + dx, 90, z + 190), vec(x + dx * 0.78, 146, z - 20), vec(x + dx * 0.78, 146, z + 150)]), m);
  s.patch([vec(x - 72, 92, z - 91), vec(x + 72, 92, z - 91), vec(x + 58, 143, z - 24), vec(x - 58, 143, z - 24)], s.paint({ colour: '#52707f', level: 6 }), { weight: 0.7 });
  s.line([vec(x - 40, 100, z - 82), vec(x - 16, 138, z - 34)], 0.8, { ink: s.pen.paints.paper });
  for (const u of [14, 132]) s.patch(quad(f.front, u, 30, u + 28, 48, 1), s.plain(0, '#fff6d8'), { weight: 0.7 });
  s.patch(quad(f.front, 54, 12, 118, 36, 1), s.pen.paints.line);
  s.poly(quad(f.front, 62, 4, 110, 16, 3), WHITE, { weight: 0.6 });
}

export function graveyard(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 130 });
  mountains(s, { z: 20_000, height: 2800 });
  treeLine(s, 4200, 720, { ...LEAF_DARK, level: 5 });
  patchOn(s, [[-120, -100], [140, -100], [90, 2600], [-60, 2600]], topped(s, STONE), 0.7);
  const isCross = s.spec.era === 'fantasy' || (s.spec.era === 'modern' && s.spec.seed % 2 === 0);
  for (const z of [2200, 1750, 1350, 1000, 720, 500]) {
    for (const x of [-760, -500, -260, 270, 520, 780]) {
      const r = s.part();
      const [h, lean, kind] = [r.between(80, 130), r.between(-0.08, 0.08), r.integer(0, 2)];
      s.put(z, () => grave(s, x, z, h, lean, isCross ? kind : 3));
    }
  }
  s.put(2500, () => fence(s, [-3000, 3000], 2600, 190, 'iron'));
  s.put(1500, () => tree(s, -940, 1500, 700, 'bare'));
  s.put(900, () => tree(s, 640, 880, 620, s.spec.season === 'summer' ? 'cypress' : 'bare'));
  leavesCorner(s);
  grassEdge(s, 0.16);
  s.darkness += 0.1;
}

function grave(s: Sketch, x: number, z: number, h: number, lean: number, kind: number): void {
  if (kind === 3) {
    box(s, { x, z, w: 90, h: 26, d: 80 }, STONE, { top: topped(s, STONE) });
    box(s, { x, z, y: 26, w: 62, h: 24, d: 56 }, STONE, { top: topped(s, STONE) });
    box(s, { x, z, y: 50, w: 38, h: h * 0.9, d: 36 }, STONE_DARK, { top: topped(s, STONE) });
    for (let k = 0; k < 3; k++) s.line([vec(x - 6, 60 + h * (0.2 + k * 0.2), z - 19), vec(x + 7, 62 + h * (0.2 + k * 0.2), z - 19)], 0.8);
    return;
  }
  const at = (px: number, py: number, dz = 0): Vector => vec(x + px + py * lean, py, z + dz);
  if (kind === 0) {
    const outline = [[-10, 0], [-10, h * 0.62], [-36, h * 0.62], [-36, h * 0.8], [-10, h * 0.8], [-10, h * 1.15], [10, h * 1.15], [10, h * 0.8], [36, h * 0.8], [36, h * 0.62], [10, h * 0.62], [10, 0]];
    s.poly(outline.map(([a, b]) => at(a! + 7, b!, 6)), STONE_DARK, { shade: 2, isExact: true });
    s.poly(outline.map(([a, b]) => at(a!, b!)), topped(s, STONE), { isExact: true });
    return;
  }
  const arch = (dz: number, dx: number): Vector[] => [at(-32 + dx, 0, dz), ...Array.from({ length: 9 }, (_, i) => at(dx - Math.cos((i * Math.PI) / 8) * 32, h * 0.7 + Math.sin((i * Math.PI) / 8) * 32, dz)), at(32 + dx, 0, dz)];
  s.poly(arch(8, 9), STONE_DARK, { shade: 2, isExact: true });
  s.poly(arch(0, 0), STONE, { isExact: true });
  for (const k of [0.7, 0.55, 0.42]) s.line([at(-16, h * k, -1), at(kind === 1 ? 16 : 8, h * k, -1)], 0.7);
}

/** The nave of a church with columns, pews and a rose window. */
export function church(s: Sketch): void {
  const f = { x0: -420, x1: 420, z: 1700, h: 900 };
  s.plate.plane = 'far';
  const { x0, y0, x1, y1 } = s.bounds;
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], s.paint(STONE, 2));
  s.poly([vec(f.x0, 0, -60), vec(f.x1, 0, -60), vec(f.x1, 0, f.z), vec(f.x0, 0, f.z)], STONE);
  stripes(s, (u, v) => vec(-420 + u, 0.2, 100 + v), { w: 840, h: 1600 }, 120, 'u', 0.4, 0.2);
  stripes(s, (u, v) => vec(-420 + u, 0.2, 100 + v), { w: 840, h: 1600 }, 120, 'v', 0.4, 0.2);
  s.poly([vec(f.x0, 0, f.z), vec(f.x1, 0, f.z), vec(f.x1, 620, f.z), vec(0, 1000, f.z), vec(f.x0, 620, f.z)], STONE, { shade: 0 });
  for (const side of [-1, 1]) {
    s.poly([vec(side * 420, 0, -60), vec(side * 420, 0, f.z), vec(side * 420, 620, f.z), vec(side * 420, 620, -60)], STONE, { shade: side < 0 ? 2 : 1 });
    s.poly([vec(side * 420, 620, -60), vec(side * 420, 620, f.z), vec(0, 1000, f.z), vec(0, 1000, -60)], STONE, { shade: side < 0 ? 3 : 2 });
    for (const z of [300, 640, 980, 1320]) {
      const w = frameAt(vec(side * 419, 0, side < 0 ? z : z + 150), vec(0, 0, side < 0 ? 1 : -1), vec(0, 1, 0));
      lancet(s, (u, v) => w(u, v, 1), 20, 190, 110, 300);
    }
  }
  for (const [u, h] of [[-240, 300], [-75, 250], [90, 300]] as const) lancet(s, (a, b) => vec(a, b, f.z - 2), u, 200, 150, h);
  const rose = (r: number, n = 24): Vector[] => Array.from({ length: n }, (_, i) => vec(Math.cos((i * 2 * Math.PI) / n) * r, 620 + Math.sin((i * 2 * Math.PI) / n) * r, f.z - 3));
  s.patch(rose(110), s.plain(s.light.isNight ? 6 : 0, '#cfe3f5'), { weight: 1.4, isExact: true });
  for (let i = 0; i < 8; i++) s.line([vec(0, 620, f.z - 4), vec(Math.cos((i * Math.PI) / 4) * 108, 620 + Math.sin((i * Math.PI) / 4) * 108, f.z - 4)], 1.2);
  s.line([...rose(46), rose(46)[0]!], 1.2);
  if (s.spec.time !== 'night') s.patch([vec(-60, 0.5, 1300), vec(80, 0.5, 1300), vec(150, 0.5, 640), vec(-110, 0.5, 640)], s.plain(0, '#fdf6df'));
  s.put(1600, () => {
    block(s, [-200, 200], [0, 24], [1480, 1690], STONE);
    block(s, [-90, 90], [24, 125], [1560, 1620], WHITE);
    for (const [dx, hh, w] of [[0, 150, 10], [0, 0, 0]] as const) if (hh > 0) { box(s, { x: dx, z: 1600, y: 125, w, h: hh, d: 8 }, WOOD_DARK); box(s, { x: dx, z: 1600, y: 225, w: 80, h: 10, d: 8 }, WOOD_DARK); }
    for (const x of [-65, 65]) { drum(s, { x, z: 1580, y0: 125, y1: 170, r0: 5 }, WHITE); s.line([vec(x, 170, 1580), vec(x, 182, 1580)], 1.4); }
  });
  for (const side of [-1, 1]) {
    for (const z of [1380, 1040, 700, 400]) s.put(z + 20, () => { drum(s, { x: side * 330, z, y0: 0, y1: 40, r0: 48, r1: 40 }, STONE); drum(s, { x: side * 330, z, y0: 40, y1: 620, r0: 34, r1: 30 }, STONE); drum(s, { x: side * 330, z, y0: 600, y1: 640, r0: 34, r1: 56 }, STONE); }, 'middle');
    for (const z of [1250, 1100, 950, 800, 650, 500, 370]) s.put(z, () => {
      const [a, b] = side < 0 ? [-300, -165] : [165, 300];
      block(s, [a, b], [38, 44], [z - 18, z + 22], WOOD);
      block(s, [a, b], [10, 92], [z - 26, z - 20], WOOD, { shade: 1 });
      block(s, side < 0 ? [b, b + 8] : [a - 8, a], [0, 96], [z - 28, z + 24], WOOD_DARK);
      s.sit((a + b) / 2, z, 44);
    }, 'middle');
  }
  s.darkness += 0.15;
}

function lancet(s: Sketch, f: (u: number, v: number) => Vector, u: number, v: number, w: number, h: number): void {
  const arc = [...Array.from({ length: 6 }, (_, i) => f(u + w - (w / 2) * (1 - Math.cos((i * Math.PI) / 10)), v + h * 0.7 + Math.sin((i * Math.PI) / 10) * h * 0.3)), ...Array.from({ length: 6 }, (_, i) => f(u + (w / 2) * (1 - Math.cos(((5 - i) * Math.PI) / 10)), v + h * 0.7 + Math.sin(((5 - i) * Math.PI) / 10) * h * 0.3))];
  s.patch([f(u, v), f(u + w, v), ...arc], s.plain(s.light.isNight ? 7 : 0, s.light.isNight ? '#1d2747' : '#d7e8f7'), { weight: 1.2, isExact: true });
  s.line([f(u + w / 2, v), f(u + w / 2, v + h * 0.95)], 0.9);
  for (let k = 1; k < 4; k++) s.line([f(u, v + (h * 0.7 * k) / 3.5), f(u + w, v + (h * 0.7 * k) / 3.5)], 0.7);
}

/** A red gate, steps and a hall under trees. */
export function shrine(s: Sketch): void {
  sky(s);
  ground(s, { ...EARTH, level: 0 }, { tufts: 40 });
  treeLine(s, 3600, 1300, { ...LEAF_DARK, level: 5 });
  patchOn(s, [[-190, -100], [190, -100], [190, 2000], [-190, 2000]], topped(s, STONE), 0.8);
  stripes(s, (u, v) => vec(-190 + u, 0.4, 100 + v), { w: 380, h: 1900 }, 95, 'u', 0.45, 0.2);
  stripes(s, (u, v) => vec(-190 + u, 0.4, 100 + v), { w: 380, h: 1900 }, 126, 'v', 0.45, 0.3);
  s.put(2300, () => hall(s, 0, 2500, 900, 300, 60));
  const red = { colour: '#d0432f', level: 5 };
  for (const z of [1500, 800]) s.put(z, () => {
    for (const side of [-1, 1]) { drum(s, { x: side * 235, z, y0: 0, y1: 40, r0: 30, r1: 26 }, INK); drum(s, { x: side * 235, z, y0: 40, y1: 430, r0: 23, r1: 20 }, red); }
    box(s, { x: 0, z, y: 320, w: 560, h: 32, d: 26 }, red);
    const lintel = (y: number, w: number, up: number, h: number, m: typeof red): void => {
      const xs = [-1, -0.5, 0, 0.5, 1];
      s.poly([...xs.map((t) => vec(t * w, y + up * t * t, z - 22)), ...[...xs].reverse().map((t) => vec(t * w * 1.03, y + h + up * t * t, z - 22))], m, { isExact: true });
    };
    lintel(425, 330, 26, 34, red);
    lintel(459, 345, 30, 20, INK);
    box(s, { x: 0, z, y: 352, w: 44, h: 72, d: 12 }, INK);
    if (z < 1000) {
      s.line(Array.from({ length: 15 }, (_, i) => vec(-235 + (470 * i) / 14, 318 - 26 * Math.sin((i * Math.PI) / 14), z - 20)), 3.2);
      for (const x of [-140, 0, 140]) s.poly([vec(x - 10, 300, z - 21), vec(x + 8, 296, z - 21), vec(x - 2, 280, z - 21), vec(x + 12, 262, z - 21), vec(x - 6, 266, z - 21)], WHITE, { weight: 0.7 });
    }
  });
  for (const side of [-1, 1]) {
    for (const z of [640, 1150, 1850]) s.put(z, () => stoneLantern(s, side * 300, z));
    s.put(1000, () => bushes(s, side < 0 ? [-1200, -420] : [420, 1200], 1000, 120));
    for (const [x, z, h] of [[620, 1250, 820], [900, 1900, 900]] as const) s.put(z, () => tree(s, side * x, z, h, 'pine'));
  }
  leavesCorner(s);
}

function stoneLantern(s: Sketch, x: number, z: number): void {
  drum(s, { x, z, y0: 0, y1: 16, r0: 30 }, STONE);
  drum(s, { x, z, y0: 16, y1: 96, r0: 12 }, STONE);
  box(s, { x, z, y: 96, w: 46, h: 10, d: 46 }, STONE);
  const f = box(s, { x, z, y: 106, w: 34, h: 34, d: 34 }, STONE);
  s.patch(quad(f.front, 8, 6, 26, 28, 1), s.light.isNight ? s.plain(0, '#ffd98a') : s.pen.paints.line);
  s.hull([vec(x - 38, 140, z - 36), vec(x + 38, 140, z - 36), vec(x + 38, 140, z + 36), vec(x - 38, 140, z + 36), vec(x, 172, z)], topped(s, STONE_DARK));
  drum(s, { x, z, y0: 168, y1: 184, r0: 6, r1: 3 }, STONE);
}

/** A wooden hall on a plinth with a wide tiled roof. */
function hall(s: Sketch, x: number, z: number, w: number, h: number, plinth: number): void {
  block(s, [x - w * 0.58, x + w * 0.58], [0, plinth], [z - 320, z + 300], STONE);
  const b = { x, y: plinth, z, w, h, d: 440 };
  const f = boxFaces(s, b);
  s.poly(quad(f.front, 0, 0, w, h), PLASTER);
  doorOn(s, f.front, { u: w * 0.36, w: w * 0.28, h: h * 0.8, kind: 'shoji' });
  for (let i = 0; i <= 6; i++) s.poly(quad(f.front, (w * i) / 6 - 11, 0, (w * i) / 6 + 11, h, 6), BEAM, { weight: 0.7 });
  s.poly(quad(f.front, -30, h * 0.82, w + 30, h * 0.9, 8), BEAM, { weight: 0.7 });
  for (let i = 0; i < 5; i++) block(s, [x - 150, x + 150], [0, plinth - (i * plinth) / 5], [z - 320 - (i + 1) * 26, z - 320 - i * 26], STONE, { weight: 0.7 });
  gable(s, b, 330, 130, topped(s, ROOF), PLASTER);
  for (const side of [-1, 1]) s.poly([vec(x + side * (w / 2 + 130), plinth + h - 170, z - 350), vec(x + side * (w / 2 + 190), plinth + h - 120, z - 390), vec(x + side * (w / 2 + 120), plinth + h - 120, z - 340)], topped(s, ROOF));
}

/** A pagoda and a hall behind a gravel court. */
export function temple(s: Sketch): void {
  sky(s);
  ground(s, { colour: '#e3dccb', level: 0 }, { plain: true });
  mountains(s, { z: 22_000, height: 4600 });
  treeLine(s, 5200, 620, LEAF_DARK);
  for (let i = 0; i < 9; i++) s.line(Array.from({ length: 21 }, (_, k) => vec(-1500 + k * 150, 0.3, 700 + i * 120 + Math.sin(k * 0.5) * 24)), 0.5);
  s.put(3000, () => {
    const [x, z] = [900, 3000];
    for (let i = 4; i >= 0; i--) {
      const [w, y] = [520 - i * 62, i * 300];
      box(s, { x, z, y, w: w * 0.7, h: 190, d: w * 0.7 }, PLASTER);
      for (const k of [-0.3, -0.1, 0.1, 0.3]) box(s, { x: x + w * 0.7 * k, z: z - w * 0.35 - 3, y, w: 14, h: 190, d: 6 }, CLOTH_RED, { weight: 0.6 });
    }
    for (let i = 0; i < 5; i++) {
      const [w, y] = [520 - i * 62, i * 300 + 185];
      s.poly([vec(x - w * 0.72, y + 6, z - w * 0.7), vec(x - w * 0.5, y - 16, z - w * 0.7), vec(x + w * 0.5, y - 16, z - w * 0.7), vec(x + w * 0.72, y + 6, z - w * 0.7), vec(x + w * 0.3, y + 112, z), vec(x - w * 0.3, y + 112, z)], topped(s, ROOF));
      for (let k = -4; k <= 4; k++) s.line([vec(x + k * w * 0.13, y - 12, z - w * 0.69), vec(x + k * w * 0.065, y + 108, z)], 0.4, { ink: s.pen.paints.paper });
    }
    s.line([vec(x, 1590, z), vec(x, 1900, z)], 2);
    for (let k = 0; k < 6; k++) s.line([vec(x - 22, 1660 + k * 34, z), vec(x + 22, 1660 + k * 34, z)], 1.2);
  });
  s.put(2100, () => hall(s, -420, 2100, 1100, 330, 70));
  s.put(1000, () => {
    drum(s, { x: 270, z: 900, y0: 0, y1: 20, r0: 60 }, STONE);
    drum(s, { x: 270, z: 900, y0: 34, y1: 90, r0: 44, r1: 62 }, IRON);
    for (const k of [-40, 40]) s.line([vec(270 + k, 34, 880), vec(270 + k * 1.2, 18, 870)], 3);
    for (const k of [-18, 0, 20]) s.line(Array.from({ length: 8 }, (_, i) => vec(270 + k + Math.sin(i * 0.9 + k) * 9, 96 + i * 20, 900)), 0.7);
  });
  for (const [x, z, h] of [[-980, 1300, 620], [620, 1500, 560]] as const) s.put(z, () => tree(s, x, z, h, z === 1300 ? 'pine' : 'cherry'));
  for (const x of [-310, 330]) s.put(640, () => stoneLantern(s, x, 660));
  s.put(2600, () => gardenWall(s, -1700, [700, 3400], 210, PLASTER, true));
  leavesCorner(s);
}
