/** Castles, halls, dungeons. */
import { CLOTH_RED, GOLD, GRASS, GREY, INK, PLASTER, ROOF, ROOF_RED, STONE, STONE_DARK, WHITE, WOOD, WOOD_DARK } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec, type Frame } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { gable, house, topped } from '../block/building.ts';
import { barrel, glow, torch } from '../block/fixture.ts';
import { bushes, tree } from '../block/foliage.ts';
import { edgePost, grassEdge, leavesCorner } from '../block/foreground.ts';
import { ground, patchOn } from '../block/ground.ts';
import { mountains, treeLine } from '../block/landscape.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { room } from '../block/room.ts';
import { sky } from '../block/sky.ts';
import { brickHints, hatch, stripes } from '../block/surface.ts';
import { lantern } from './old-street.ts';
import { column } from './open-land.ts';

const isEastern = (s: Sketch): boolean => s.spec.era === 'past';

export function castle(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 90 });
  mountains(s, { z: 26_000, height: 4800 });
  treeLine(s, 6500, 420);
  patchOn(s, [[-160, -100], [190, -100], [120, 1100], [-80, 2200], [160, 3600], [60, 3600], [-190, 2200], [-90, 1100]], topped(s, { colour: '#d6c39d', level: 0 }), 0.8);
  if (isEastern(s)) s.put(4200, () => keep(s, 60, 4300));
  else s.put(4200, () => stoneCastle(s, 60, 4300));
  for (const [x, z, h] of [[-900, 1800, 640], [1000, 2100, 700], [-620, 1200, 560]] as const) s.put(z, () => tree(s, x, z, h, isEastern(s) ? 'pine' : 'round'));
  s.put(1500, () => bushes(s, [420, 1100], 1500, 110));
  leavesCorner(s);
  grassEdge(s, 0.18);
}

function keep(s: Sketch, x: number, z: number): void {
  s.poly([vec(x - 1250, 0, z - 500), vec(x + 1250, 0, z - 500), vec(x + 1000, 520, z - 500), vec(x - 1000, 520, z - 500)], STONE, { shade: 1 });
  brickHints(s, uprightFrame(x - 1000, z - 502), { w: 2000, h: 500 }, { w: 120, h: 62 }, 12);
  for (let i = 0; i < 4; i++) {
    const [w, y] = [1560 - i * 330, 520 + i * 400];
    box(s, { x, z, y, w: w * 0.82, h: 250, d: 700 - i * 100 }, WHITE);
    for (let k = 0; k < 5 - i; k++) s.patch(quad(uprightFrame(x - w * 0.33 + (k * w * 0.66) / (5 - i), z - 352 + i * 50, y), 30, 90, 110, 170), s.light.isNight ? s.plain(k % 2 === 0 ? 0 : 7, '#ffd98a') : s.pen.paints.line);
    gable(s, { x, z, y, w: w * 0.82, h: 250, d: 700 - i * 100 }, i === 3 ? 330 : 200, 130, topped(s, ROOF), WHITE);
  }
  for (const side of [-1, 1]) s.poly([vec(x + side * 300, 2260, z), vec(x + side * 350, 2400, z), vec(x + side * 250, 2330, z)], GOLD, { shade: 3 });
}

function stoneCastle(s: Sketch, x: number, z: number): void {
  const merlons = (f: Frame, w: number, y: number, size: number): void => { for (let u = 0; u < w - size / 2; u += size * 2) s.poly(quad(f, u, y, u + size, y + size * 1.1), topped(s, STONE), { weight: 0.7 }); };
  const tower = (tx: number, r: number, h: number, hasRoof: boolean, tz = z): void => {
    drum(s, { x: tx, z: tz, y0: 0, y1: h, r0: r, r1: r * 0.96 }, STONE);
    drum(s, { x: tx, z: tz, y0: h, y1: h + 110, r0: r * 1.16 }, STONE);
    for (let i = 0; i < 7; i++) s.poly(quad(uprightFrame(tx - r * 1.1 + (i * r * 2.2) / 7, tz - r, h + 110), 0, 0, r * 0.2, 60), STONE, { weight: 0.6 });
    if (hasRoof) { drum(s, { x: tx, z: tz, y0: h + 120, y1: h + 120 + r * 2.5, r0: r * 1.24, r1: 2 }, topped(s, ROOF)); flag(s, tx, h + 120 + r * 2.5, tz); }
    for (const k of [0.35, 0.65]) s.patch([[-0.13, 0], [0.13, 0], [0.13, 90], [0, 130], [-0.13, 90]].map(([a, b]) => vec(tx + a! * r, h * k + b!, tz - r)), s.light.isNight ? s.plain(0, '#ffd98a') : s.pen.paints.line);
    brickHints(s, uprightFrame(tx - r * 0.8, tz - r), { w: r * 1.1, h }, { w: 70, h: 34 }, 5);
  };
  tower(x - 420, 220, 2100, true, z + 500);
  tower(x + 480, 260, 1700, true, z + 500);
  box(s, { x: x + 20, z: z + 500, w: 900, h: 1300, d: 400 }, STONE);
  merlons(uprightFrame(x - 430, z + 298), 900, 1300, 62);
  box(s, { x, z, w: 2200, h: 720, d: 160 }, STONE);
  merlons(uprightFrame(x - 1100, z - 82), 2200, 720, 62);
  brickHints(s, uprightFrame(x - 1100, z - 82), { w: 2200, h: 700 }, { w: 90, h: 44 }, 14);
  tower(x - 1100, 230, 1050, true);
  tower(x + 1100, 230, 1050, false);
  tower(x - 330, 150, 900, false, z - 120);
  tower(x + 330, 150, 900, false, z - 120);
  const gate = [vec(x - 150, 0, z - 90), vec(x - 150, 300, z - 90), vec(x - 100, 420, z - 90), vec(x, 470, z - 90), vec(x + 100, 420, z - 90), vec(x + 150, 300, z - 90), vec(x + 150, 0, z - 90)];
  s.patch(gate, s.pen.paints.isColour ? s.paint(INK) : s.pen.paints.line, { weight: 1 });
  for (let k = -2; k <= 2; k++) s.line([vec(x + k * 52, 0, z - 92), vec(x + k * 52, 440 - Math.abs(k) * 40, z - 92)], 1.2, { ink: s.pen.paints.paper });
}

function flag(s: Sketch, x: number, y: number, z: number): void {
  s.line([vec(x, y, z), vec(x, y + 260, z)], 1.4);
  s.poly([vec(x, y + 250, z), vec(x + 90, y + 262, z), vec(x + 190, y + 225, z), vec(x + 90, y + 205, z), vec(x, y + 170, z)], CLOTH_RED, { isExact: true });
}

export function throneRoom(s: Sketch): void {
  const h = room(s, { x: [-460, 460], back: 1250, height: 620, wall: STONE, floor: STONE, pattern: 'big-tiles', skirting: false });
  windowOn(s, h.back, { u: 110, v: 230, w: 110, h: 260, panes: 2, rows: 4, view: 'sky', frame: STONE });
  windowOn(s, h.back, { u: 700, v: 230, w: 110, h: 260, panes: 2, rows: 4, view: 'sky', frame: STONE });
  s.poly([vec(-95, 0.4, -60), vec(95, 0.4, -60), vec(95, 0.4, 1000), vec(-95, 0.4, 1000)], CLOTH_RED);
  for (const x of [-84, 84]) s.line([vec(x, 0.6, -60), vec(x, 0.6, 1000)], 0.8, { ink: s.light.raise(4) >= 5 ? s.pen.paints.paper : s.pen.paints.line });
  s.put(1240, () => {
    const drape = [vec(-190, 560, 1245), vec(190, 560, 1245), vec(150, 420, 1240), vec(178, 60, 1240), vec(90, 60, 1240), vec(70, 380, 1240), vec(-70, 380, 1240), vec(-90, 60, 1240), vec(-178, 60, 1240), vec(-150, 420, 1240)];
    s.poly(drape, CLOTH_RED, { isExact: true, shade: 2 });
    for (const x of [-150, -118, 118, 150]) s.line([vec(x, 400, 1239), vec(x * 1.02, 70, 1239)], 0.7, { ink: s.pen.paints.paper });
  });
  s.put(1200, () => {
    for (const [i, w] of [300, 240, 180].entries()) block(s, [-w, w], [i * 18, (i + 1) * 18], [1000 + i * 40, 1230], STONE, { top: i === 2 ? CLOTH_RED : STONE });
    block(s, [-46, 46], [54, 104], [1120, 1190], GOLD);
    block(s, [-46, 46], [96, 106], [1116, 1186], CLOTH_RED);
    s.poly([vec(-58, 54, 1192), vec(58, 54, 1192), vec(58, 250, 1192), vec(30, 275, 1192), vec(0, 310, 1192), vec(-30, 275, 1192), vec(-58, 250, 1192)], GOLD, { shade: 2 });
    s.poly([vec(-40, 104, 1190), vec(40, 104, 1190), vec(40, 236, 1190), vec(-40, 236, 1190)], CLOTH_RED);
    for (const x of [-52, 52]) { block(s, [x - 9, x + 9], [54, 140], [1110, 1190], GOLD); drum(s, { x, z: 1112, y0: 140, y1: 158, r0: 11, r1: 6 }, GOLD); }
    s.sit(0, 1140, 106);
  });
  for (const side of [-1, 1]) for (const z of [1120, 820, 540]) s.put(z, () => {
    drum(s, { x: side * 300, z, y0: 0, y1: 36, r0: 50, r1: 42 }, STONE);
    drum(s, { x: side * 300, z, y0: 36, y1: 600, r0: 36, r1: 32 }, STONE);
    s.poly([vec(side * 300 - 30, 470, z - 40), vec(side * 300 + 30, 470, z - 40), vec(side * 300 + 30, 260, z - 40), vec(side * 300, 220, z - 40), vec(side * 300 - 30, 260, z - 40)], CLOTH_RED, { shade: 1 });
    s.poly([[0, 30], [10, 8], [30, 0], [10, -8], [0, -30], [-10, -8], [-30, 0], [-10, 8]].map(([a, b]) => vec(side * 300 + a! * 0.6, 370 + b!, z - 42)), GOLD, { isExact: true, weight: 0.6 });
  });
  for (const side of [-1, 1]) s.put(700, () => torch(s, { x: side * 430, y: 260, z: 700 }));
  hatch(s, h.back, 20, 900, 70, 12);
}

export function palace(s: Sketch): void {
  const h = room(s, { x: [-480, 480], back: 1150, height: 520, wall: isEastern(s) ? PLASTER : WHITE, floor: STONE, pattern: 'big-tiles', dado: { height: 70, material: GREY } });
  if (isEastern(s)) {
    doorOn(s, h.back, { u: 240, w: 480, h: 300, kind: 'shoji' });
    for (const side of [-1, 1]) for (const z of [1050, 760, 500]) s.put(z, () => { drum(s, { x: side * 290, z, y0: 0, y1: 24, r0: 46 }, STONE); drum(s, { x: side * 290, z, y0: 24, y1: 520, r0: 30 }, CLOTH_RED); lantern(s, side * 215, 380, z, 22); });
    s.plate.plane = 'middle';
    for (let z = 200; z < 1150; z += 160) s.poly([vec(-480, 470, z), vec(480, 470, z), vec(480, 505, z), vec(-480, 505, z)], WOOD_DARK);
  } else {
    for (const u of [80, 390, 700]) windowOn(s, h.back, { u, v: 110, w: 180, h: 310, panes: 2, rows: 4, view: 'trees', curtain: 'sides' });
    for (const side of [-1, 1]) for (const z of [1000, 720, 470]) s.put(z, () => column(s, side * 310, z, 470, true, 34));
    s.put(760, () => chandelier(s, 0, 400, 800, 520));
  }
  s.poly([vec(-140, 0.4, -60), vec(140, 0.4, -60), vec(140, 0.4, 1000), vec(-140, 0.4, 1000)], CLOTH_RED, { shade: -1 });
  for (const x of [-126, 126]) s.line([vec(x, 0.6, -60), vec(x, 0.6, 1000)], 0.7);
  for (const x of [-430, 430]) s.put(620, () => { drum(s, { x, z: 600, y0: 0, y1: 70, r0: 26 }, STONE); drum(s, { x, z: 600, y0: 70, y1: 110, r0: 12, r1: 34 }, { colour: '#4a7fb5', level: 4 }); drum(s, { x, z: 600, y0: 110, y1: 150, r0: 34, r1: 14 }, { colour: '#4a7fb5', level: 3 }); });
}

function chandelier(s: Sketch, x: number, y: number, z: number, ceiling: number): void {
  s.line([vec(x, ceiling, z), vec(x, y + 60, z)], 1);
  if (s.light.isNight) glow(s, x, y + 20, z, 130);
  for (let i = 0; i < 8; i++) {
    const a = (i * Math.PI) / 4;
    const [cx, cz] = [x + Math.cos(a) * 90, z + Math.sin(a) * 90];
    s.line([vec(x, y + 40, z), vec((x + cx) / 2, y - 14, (z + cz) / 2), vec(cx, y + 6, cz)], 1.2);
    drum(s, { x: cx, z: cz, y0: y + 8, y1: y + 30, r0: 4 }, WHITE, { isPlain: true });
  }
  drum(s, { x, z, y0: y - 20, y1: y + 40, r0: 4, r1: 14 }, GOLD);
}

export function courtyard(s: Sketch): void {
  sky(s);
  ground(s, STONE, { tufts: 14 });
  stripes(s, (u, v) => vec(-900 + u, 0.3, 120 + v), { w: 1800, h: 1500 }, 110, 'u', 0.4, 0.5);
  stripes(s, (u, v) => vec(-900 + u, 0.3, 120 + v), { w: 1800, h: 1500 }, 140, 'v', 0.4, 0.5);
  if (isEastern(s)) {
    s.put(1900, () => house(s, { x: 0, z: 1950, w: 1700, h: 300, d: 460, kind: 'japanese', floors: 1, roof: 240 }));
    s.put(1700, () => house(s, { x: -1000, z: 1150, w: 460, h: 280, d: 1200, kind: 'japanese', floors: 1, alongX: false }));
    s.put(1701, () => house(s, { x: 1000, z: 1150, w: 460, h: 280, d: 1200, kind: 'japanese', floors: 1, alongX: false }));
  } else {
    s.put(1900, () => {
      box(s, { x: 0, z: 1900, w: 2200, h: 760, d: 300 }, STONE);
      for (let i = 0; i < 7; i++) doorOn(s, uprightFrame(-1050, 1748), { u: i * 300 + 80, w: 160, h: 300, kind: i === 3 ? 'arch' : 'open', material: STONE });
      for (let i = 0; i < 7; i++) windowOn(s, uprightFrame(-1050, 1748), { u: i * 300 + 100, v: 430, w: 120, h: 190, panes: 2, rows: 3, view: 'none', frame: STONE });
      gable(s, { x: 0, z: 1900, w: 2200, h: 760, d: 300 }, 260, 40, topped(s, ROOF_RED), STONE);
    });
    for (const side of [-1, 1]) s.put(1300, () => { box(s, { x: side * 960, z: 1100, w: 400, h: 760, d: 1300 }, STONE); brickHints(s, frameAt(vec(side * 760, 0, side < 0 ? 450 : 1750), vec(0, 0, side < 0 ? 1 : -1), vec(0, 1, 0)), { w: 1300, h: 700 }, { w: 70, h: 34 }, 9); });
  }
  s.put(1150, () => {
    drum(s, { x: 0, z: 1180, y0: 0, y1: 60, r0: 190 }, STONE, { top: { colour: '#8cc4d8', level: 2 } });
    drum(s, { x: 0, z: 1180, y0: 40, y1: 150, r0: 26, r1: 18 }, STONE);
    drum(s, { x: 0, z: 1180, y0: 150, y1: 176, r0: 30, r1: 86 }, STONE, { top: { colour: '#8cc4d8', level: 2 } });
    for (const k of [-1, -0.5, 0.5, 1]) s.line(Array.from({ length: 8 }, (_, i) => vec(k * i * 17, 176 + 60 * Math.sin((i * Math.PI) / 8) - i * 12, 1170)), 0.8);
  });
  for (const x of [-420, 430]) s.put(760, () => { drum(s, { x, z: 760, y0: 0, y1: 60, r0: 42, r1: 50 }, STONE); tree(s, x, 760, 330, 'round', 40); });
  leavesCorner(s);
}

export function dungeon(s: Sketch): void {
  const h = room(s, { x: [-280, 280], back: 680, height: 300, wall: STONE_DARK, floor: STONE_DARK, pattern: 'big-tiles', ceiling: STONE_DARK, skirting: false });
  s.plate.plane = 'far';
  for (const [f, w] of [[h.back, h.w], [h.left, h.d], [h.right, h.d]] as const) brickHints(s, f, { w, h: 300 }, { w: 62, h: 32 }, 12, STONE_DARK);
  s.patch(quad(h.back, 215, 200, 300, 265, 2), s.spec.time === 'night' ? s.plain(6, '#3b4b78') : s.plain(0, '#e2edf5'), { weight: 1 });
  for (let k = 1; k < 5; k++) s.line([h.back(215 + k * 17, 200, 4), h.back(215 + k * 17, 265, 4)], 1.8);
  if (s.spec.time !== 'night') s.patch([h.back(215, 200, 3), h.back(300, 200, 3), vec(90, 0.4, 400), vec(-40, 0.4, 400)], s.plain(3, '#b5b1b8'));
  doorOn(s, h.right, { u: 120, w: 110, h: 210, kind: 'arch', material: STONE_DARK });
  s.put(620, () => {
    for (let x = -275; x <= -60; x += 26) s.line([vec(x, 0, 560), vec(x, 300, 560)], 2.4);
    for (const y of [40, 150, 270]) s.line([vec(-280, y, 560), vec(-55, y, 560)], 2.4);
  });
  s.put(670, () => {
    for (const x of [70, 150]) {
      for (let k = 0; k < 7; k++) s.line(Array.from({ length: 9 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 4) * (k % 2 === 0 ? 5 : 2.5), 190 - k * 13 + Math.sin((i * Math.PI) / 4) * 8, 672)), 0.9, { ink: s.pen.paints.paper });
      s.line(Array.from({ length: 13 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 6) * 13, 88 + Math.sin((i * Math.PI) / 6) * 13, 672)), 2, { ink: s.pen.paints.paper });
    }
  });
  s.put(640, () => torch(s, { x: -20, y: 170, z: 668 }));
  s.put(500, () => { block(s, [200, 278], [44, 52], [380, 560], WOOD); for (const z of [390, 550]) block(s, [205, 215], [0, 44], [z - 5, z + 5], WOOD); for (let i = 0; i < 22; i++) s.line([vec(205 + (i % 5) * 15, 53, 390 + i * 7), vec(212 + (i % 4) * 17, 56, 398 + i * 7)], 0.7, { ink: s.pen.paints.paper }); s.sit(225, 470, 52); });
  s.put(420, () => barrel(s, -235, 430, 0, 24, 66));
  edgePost(s, undefined, 0.07);
  s.darkness = 0.7;
}
