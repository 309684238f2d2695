/** Wide places under the sky: fields, desert, snow, the sky itself, battlefields, ruins. */
import type { Vector } from '../../camera.ts';
import { CLOTH_RED, EARTH, GRASS, GREY, INK, LEAF_DARK, ROCK, SAND, SNOW, STONE, STONE_DARK, WHITE, WOOD_DARK } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { uprightFrame, vec } from '../base/vector.ts';
import { box, drum } from '../block/box.ts';
import { house, topped } from '../block/building.ts';
import { flame } from '../block/fixture.ts';
import { bushes, crown, tree } from '../block/foliage.ts';
import { grassEdge, leavesCorner } from '../block/foreground.ts';
import { ground, patchOn, powerPole, rock } from '../block/ground.ts';
import { mountains, treeLine } from '../block/landscape.ts';
import { sky } from '../block/sky.ts';
import { brickHints, grassTufts, scatter } from '../block/surface.ts';

export function field(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 40 });
  mountains(s, { z: 26_000, height: 3600, material: { colour: '#8fa9bb', level: 1 } });
  treeLine(s, 8000, 420);
  // Furrows run to one vanishing point: they carry the depth of an otherwise empty plain.
  for (let i = -14; i <= 14; i++) {
    if (Math.abs(i) < 2) continue;
    const x = i * 150;
    s.poly([vec(x, 0.2, 240), vec(x + 62, 0.2, 240), vec(x + 62, 0.2, 6500), vec(x, 0.2, 6500)], { colour: '#7fae55', level: 2 }, { weight: 0.4 });
  }
  grassTufts(s, { x: [-1400, -170], z: [300, 1600] }, 70, 26);
  grassTufts(s, { x: [170, 1400], z: [300, 1600] }, 70, 26);
  s.put(4200, () => house(s, { x: 1500, z: 4300, w: 760, h: 330, d: 520, kind: s.spec.era === 'modern' ? 'modern' : 'hut', floors: 1 }));
  s.put(2600, () => tree(s, -900, 2600, 640));
  if (s.spec.era === 'modern') for (const z of [1500, 2900, 4300]) s.put(z, () => powerPole(s, 820, z, 800, z < 4300 ? z + 1400 : undefined));
  s.put(700, () => scarecrow(s, -430, 900));
  grassEdge(s, 0.22);
}

function scarecrow(s: Sketch, x: number, z: number): void {
  s.line([vec(x, 0, z), vec(x, 175, z)], 2);
  s.line([vec(x - 65, 128, z), vec(x + 65, 132, z)], 2);
  s.poly([vec(x - 60, 138, z), vec(x + 60, 140, z), vec(x + 56, 116, z), vec(x + 24, 112, z), vec(x + 30, 58, z), vec(x + 8, 66, z), vec(x - 8, 56, z), vec(x - 28, 64, z), vec(x - 24, 112, z), vec(x - 58, 116, z)], { colour: '#6e86a8', level: 4 }, { isExact: true });
  s.poly(Array.from({ length: 12 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 6) * 17, 158 + Math.sin((i * Math.PI) / 6) * 19, z - 2)), WHITE, { isExact: true });
  s.poly([vec(x - 36, 166, z - 3), vec(x + 36, 166, z - 3), vec(x, 200, z - 3)], { colour: '#d2a957', level: 3 });
}

export function desert(s: Sketch): void {
  sky(s, { clouds: false });
  ground(s, SAND, { plain: true });
  mountains(s, { z: 40_000, height: 3200, peaks: 5, material: { colour: '#c79a73', level: 2 } });
  const r = s.part();
  for (const [z, h] of [[14_000, 1700], [7000, 900], [3600, 460], [2000, 210]] as const) {
    const phase = r.between(0, 6);
    const crest = (k: number): number => h * (0.35 + 0.65 * Math.max(0, Math.sin(k * 0.55 + phase)) ** 1.4);
    const points = Array.from({ length: 25 }, (_, k) => vec(-z * 1.4 + (k / 24) * z * 2.8, crest(k), z));
    s.put(z, () => {
      s.poly([vec(-z * 1.4, 0, z), ...points, vec(z * 1.4, 0, z)], topped(s, SAND), { isExact: true, weight: 1 });
      for (let k = 1; k < 24; k++) {
        const [a, b, c] = [points[k - 1]!, points[k]!, points[k + 1]!];
        if (b.y < a.y && b.y >= c.y) continue;
        if (b.y >= a.y && b.y >= c.y) s.poly([b, ...points.slice(k + 1, k + 4), vec(points[Math.min(24, k + 4)]!.x, 0, z), vec(b.x + z * 0.08, b.y * 0.25, z)], { colour: '#c99f63', level: 2 }, { weight: 0, isExact: true });
      }
    });
  }
  for (let i = 0; i < 16; i++) {
    const [x, z, w] = [r.between(-700, 700), 260 + i * i * 6, r.between(60, 190)];
    s.put(1900 - i, () => s.line(Array.from({ length: 7 }, (_, k) => vec(x + (k / 6 - 0.5) * 2 * w, 0, z + Math.sin(k * 1.1) * 9)), 0.6), 'middle');
  }
  for (const [x, z, k] of [[-420, 900, 1], [620, 1500, 1.2]] as const) s.put(z, () => cactus(s, x, z, k));
  s.put(560, () => rock(s, 310, 620, 70, ROCK));
  s.put(470, () => rock(s, -300, 520, 36, ROCK));
}

function cactus(s: Sketch, x: number, z: number, k: number): void {
  const m = { colour: '#5f8f55', level: 5 };
  const limb = (cx: number, y0: number, y1: number, r: number): void => {
    drum(s, { x: cx, z, y0, y1, r0: r }, m);
    for (const t of [-0.4, 0.2]) s.line([vec(cx + r * t, y0 + 4, z - r), vec(cx + r * t, y1 - 4, z - r)], 0.5, { ink: s.pen.paints.paper });
  };
  limb(x, 0, 230 * k, 22 * k);
  limb(x - 58 * k, 95 * k, 170 * k, 13 * k);
  limb(x + 56 * k, 120 * k, 200 * k, 13 * k);
  box(s, { x: x - 36 * k, z, y: 92 * k, w: 52 * k, h: 22 * k, d: 20 }, m);
  box(s, { x: x + 36 * k, z, y: 116 * k, w: 50 * k, h: 22 * k, d: 20 }, m);
}

export function snowfield(s: Sketch): void {
  sky(s);
  ground(s, SNOW, { plain: true, snowable: false });
  mountains(s, { z: 32_000, height: 8200, peaks: 6, material: { colour: '#b9c9da', level: 1 }, snowCaps: true });
  treeLine(s, 7000, 520, { ...LEAF_DARK, level: 4 });
  const r = s.part();
  for (let i = 0; i < 9; i++) {
    const [x, z, h] = [(i % 2 === 0 ? -1 : 1) * r.between(480, 1700), r.between(1100, 3600), r.between(420, 720)];
    s.put(z, () => {
      tree(s, x, z, h, 'pine');
      const p = s.spot(vec(x, h * 0.2, z));
      if (p === undefined) return;
      for (let k = 1; k < 5; k++) {
        const [y, w] = [p.y - (h * p.scale * (4.6 - k)) / 6.4, h * p.scale * 0.05 * k];
        s.screenPatch([{ x: p.x - w, y }, { x: p.x - w * 0.4, y: y - w * 0.45 }, { x: p.x + w * 0.3, y: y - w * 0.5 }, { x: p.x + w * 0.5, y: y + w * 0.15 }, { x: p.x - w * 0.2, y: y + w * 0.1 }], s.plain(s.light.isNight ? 3 : 0, '#ffffff'), { weight: 0.6, depth: z });
      }
    });
  }
  for (let i = 0; i < 12; i++) {
    const [x, z, w] = [r.between(-800, 800), 240 + i * i * 12, r.between(80, 240)];
    s.put(4000, () => s.line(Array.from({ length: 6 }, (_, k) => vec(x + (k / 5 - 0.5) * 2 * w, Math.sin((Math.PI * k) / 5) * 6, z)), 0.7));
  }
  for (let i = 0; i < 12; i++) s.put(3900, () => s.poly(Array.from({ length: 7 }, (_, k) => vec(-60 + i * 14 + (i % 2) * 26 + Math.cos(k) * 8, 0.3, 700 + i * 95 + Math.sin(k) * 15)), { colour: '#b7c6d6', level: 2 }, { weight: 0.5, isExact: true }));
  s.put(600, () => rock(s, 330, 640, 70, STONE_DARK));
  s.put(700, () => tree(s, -420, 760, 360, 'bare'));
}

export function skyPlace(s: Sketch): void {
  sky(s, { clouds: false });
  const r = s.part();
  for (let i = 0; i < 9; i++) {
    const far = 1 - i / 9;
    const [x, y, w, lock] = [r.between(-0.7, 0.7), -0.28 - i * 0.03 + (i % 3) * 0.11, r.between(0.16, 0.34) * (1.5 - far), r.integer(0, 1e9)];
    const level = s.light.isNight ? 4 : s.spec.time === 'dusk' ? 1 : 0;
    s.put(9000 - i * 600, () => {
      const z = 9000 - i * 600;
      crown(s, { x: x * z, y: s.camera.eye + y * z * 0.8, z }, w * z, w * z * 0.3, lock, { colour: '#fbfdff', level }, { isFlat: true });
      crown(s, { x: (x + w * 0.5) * z, y: s.camera.eye + (y - 0.03) * z * 0.8, z }, w * z * 0.7, w * z * 0.22, lock + 1, { colour: '#f2f7fb', level }, { isFlat: true });
    });
  }
  for (let i = 0; i < 5; i++) {
    const [x, y] = [r.between(0.12, 0.88) * s.camera.width, r.between(0.1, 0.4) * s.camera.height];
    s.put(800, () => s.screenLine([{ x: x - 11, y: y - 5 }, { x: x - 5, y: y - 8 }, { x, y }, { x: x + 5, y: y - 8 }, { x: x + 11, y: y - 5 }], 1.5), 'middle');
  }
}

export function battlefield(s: Sketch): void {
  sky(s);
  ground(s, EARTH, { tufts: 60 });
  mountains(s, { z: 24_000, height: 3400 });
  const r = s.part();
  const isModern = s.spec.era === 'modern' || s.spec.era === 'future';
  for (let i = 0; i < 5; i++) {
    const [x, z] = [r.between(-2600, 2600), r.between(4200, 6000)];
    s.put(z, () => smoke(s, x, z, r.integer(0, 1e6)));
  }
  s.put(4000, () => treeLine(s, 4000, 130, { ...INK, level: 6 }));
  for (let i = 0; i < 12; i++) {
    const [x, z, lean, lock] = [(i % 2 === 0 ? -1 : 1) * r.between(230, 1300), r.between(520, 2600), r.between(-0.35, 0.35), r.integer(0, 3)];
    s.put(z, () => {
      if (isModern) return fencePost(s, x, z, lean);
      const h = 210 + lock * 22;
      s.line([vec(x, 0, z), vec(x + lean * h, h, z)], 1.4);
      if (lock > 1) s.poly([vec(x + lean * h, h, z), vec(x + lean * h + 90, h - 16, z), vec(x + lean * h + 62, h - 44, z), vec(x + lean * h + 84, h - 78, z), vec(x + lean * h * 0.7, h - 84, z)], CLOTH_RED, { isExact: true, shade: 1 });
      else s.poly([vec(x + lean * h - 5, h, z), vec(x + lean * h + 5, h, z), vec(x + lean * (h + 26), h + 28, z)], GREY);
    });
  }
  for (const [x, z, k] of [[-330, 620, 60], [400, 800, 90], [270, 520, 34], [-600, 1100, 110]] as const) s.put(z, () => rock(s, x, z, k, ROCK));
  s.put(760, () => {
    drum(s, { x: -300, z: 700, y0: 0, y1: 12, r0: 52 }, WOOD_DARK);
    s.line(Array.from({ length: 15 }, (_, i) => vec(380 + Math.cos((i * Math.PI) / 7) * 60, 46 + Math.sin((i * Math.PI) / 7) * 60, 760)), 3);
    for (let i = 0; i < 4; i++) s.line([vec(380 - Math.cos((i * Math.PI) / 4) * 58, 46 - Math.sin((i * Math.PI) / 4) * 58, 760), vec(380 + Math.cos((i * Math.PI) / 4) * 58, 46 + Math.sin((i * Math.PI) / 4) * 58, 760)], 1.4);
  });
  s.put(1300, () => flame(s, { x: -520, y: 0, z: 1300 }, 120));
  scatter(s, { x: [-800, 800], z: [200, 1600] }, 24, (at, k) => s.line([vec(at.x, 0, at.z), vec(at.x + 20 * k, 0, at.z + 8), vec(at.x + 30 * k, 0, at.z - 4)], 0.6));
  s.darkness += 0.1;
}

function fencePost(s: Sketch, x: number, z: number, lean: number): void {
  s.line([vec(x, 0, z), vec(x + lean * 100, 120, z)], 2);
  for (const y of [40, 75, 105]) s.line(Array.from({ length: 9 }, (_, i) => vec(x + i * 28, y - Math.sin((Math.PI * i) / 8) * 14 + (i % 2) * 5, z)), 0.6);
}

/** A column of smoke that leans with the wind. */
export function smoke(s: Sketch, x: number, z: number, seed: number): void {
  for (let i = 6; i >= 0; i--) crown(s, { x: x + i * i * 22, y: 180 + i * 210, z }, 130 + i * 62, 120 + i * 50, seed + i, { colour: '#75707a', level: i < 2 ? 6 : 4 }, { isFlat: i > 3 });
}

export function ruins(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 130 });
  mountains(s, { z: 24_000, height: 4200 });
  treeLine(s, 5200, 480);
  for (const [x, z, h] of [[-300, 640, 430], [-560, 1000, 330], [320, 720, 250], [620, 1100, 440], [-330, 1500, 440], [340, 1650, 440], [-900, 1900, 300]] as const) s.put(z, () => column(s, x, z, h, h > 400));
  s.put(1700, () => {
    box(s, { x: 0, z: 1600, y: 470, w: 800, h: 70, d: 110 }, STONE);
    brickHints(s, uprightFrame(-400, 1545, 470), { w: 800, h: 70 }, { w: 90, h: 34 }, 4);
  });
  s.put(2300, () => wallRuin(s, -1300, 2300, 1000));
  s.put(2200, () => wallRuin(s, 500, 2200, 1100));
  s.put(540, () => {
    s.hull([vec(210, 0, 560), vec(210, 56, 560), vec(420, 0, 620), vec(420, 56, 620), vec(205, 28, 530), vec(425, 28, 590)], STONE, { shade: 1 });
    s.poly(Array.from({ length: 12 }, (_, i) => vec(208 + Math.cos((i * Math.PI) / 6) * 8, 28 + Math.sin((i * Math.PI) / 6) * 29, 548)), STONE_DARK, { isExact: true });
  });
  for (const [x, z, k] of [[-250, 520, 36], [-430, 820, 60], [260, 900, 50], [180, 1300, 40]] as const) s.put(z, () => rock(s, x, z, k, STONE));
  s.put(1900, () => bushes(s, [-700, 700], 1950, 90));
  patchOn(s, [[-130, -100], [150, -100], [90, 1200], [-70, 1200]], topped(s, { ...STONE, level: 0 }), 0.5);
  leavesCorner(s);
  grassEdge(s, 0.18);
}

/** A fluted column, broken off or with its capital. */
export function column(s: Sketch, x: number, z: number, h: number, isWhole: boolean, r = 38): void {
  box(s, { x, z, w: r * 2.7, h: 26, d: r * 2.7 }, STONE);
  drum(s, { x, z, y0: 26, y1: h, r0: r, r1: r * 0.88 }, STONE);
  for (const t of [-0.7, -0.4, 0, 0.35]) s.line([vec(x + r * t, 30, z - r * 0.8), vec(x + r * t * 0.9, h - 4, z - r * 0.8)], 0.5);
  if (isWhole) {
    drum(s, { x, z, y0: h, y1: h + 14, r0: r * 0.9, r1: r * 1.25 }, STONE);
    box(s, { x, z, y: h + 14, w: r * 2.9, h: 20, d: r * 2.9 }, STONE);
  } else s.poly([vec(x - r * 0.9, h - 8, z - r), vec(x - r * 0.4, h + 34, z - r * 0.4), vec(x, h + 8, z - r), vec(x + r * 0.5, h + 22, z - r * 0.4), vec(x + r * 0.9, h - 10, z - r)], STONE, { shade: 1 });
}

function wallRuin(s: Sketch, x: number, z: number, w: number): void {
  const r = s.part();
  const top: Vector[] = Array.from({ length: 11 }, (_, i) => vec(x + (w * i) / 10, r.between(120, 420) * (i % 3 === 0 ? 0.7 : 1), z));
  s.poly([vec(x, 0, z), ...top, vec(x + w, 0, z)], STONE, { shade: 1 });
  brickHints(s, uprightFrame(x, z), { w, h: 200 }, { w: 60, h: 28 }, 9, STONE_DARK);
  s.patch([vec(x + w * 0.4, 0, z - 2), vec(x + w * 0.4, 130, z - 2), vec(x + w * 0.48, 175, z - 2), vec(x + w * 0.56, 130, z - 2), vec(x + w * 0.56, 0, z - 2)], s.paint({ ...INK, level: 7 }, 0, z), { weight: 0.7 });
}

