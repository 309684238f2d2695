/** Places to eat, drink and buy. */
import { CLOTH_RED, GOLD, GREY, INK, PALE, PLASTER, STEEL, STONE, WALLPAPER, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { barrel, ceilingTubes, monitor, pendant, plant, sign, torch } from '../block/fixture.ts';
import { bench, chair, clock, goodsRow, picture, roundTable, shelf, stool, table } from '../block/furniture.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { lightPatch, room } from '../block/room.ts';
import { brickHints, stripes } from '../block/surface.ts';
import { lantern } from './old-street.ts';

const isOld = (s: Sketch): boolean => s.spec.era === 'past' || s.spec.era === 'fantasy';

export function cafe(s: Sketch): void {
  if (isOld(s)) return inn(s);
  const h = room(s, { x: [-350, 350], back: 680, height: 290, wall: PLASTER, floor: WOOD_LIGHT, pattern: 'boards', dado: { height: 95, material: WOOD } });
  windowOn(s, h.left, { u: 300, v: 70, w: 280, h: 170, panes: 3, view: 'town' });
  lightPatch(s, [-330, -220], [360, 520], 80);
  s.put(670, () => {
    s.poly(quad(h.back, 240, 130, 560, 136, 26), WOOD_DARK);
    goodsRow(s, frameAt(vec(-100, 136, 664), vec(1, 0, 0), vec(0, 1, 0)), { w: 300, h: 34 }, 'bottles', 0.9, 3);
    s.poly(quad(h.back, 240, 186, 560, 192, 26), WOOD_DARK);
    goodsRow(s, frameAt(vec(-100, 192, 664), vec(1, 0, 0), vec(0, 1, 0)), { w: 300, h: 30 }, 'boxes', 0.85, 9);
    const f = h.back;
    s.poly(quad(f, 60, 140, 200, 250, 3), INK);
    for (const [i, v] of [236, 218, 206, 194, 182, 168, 156].entries()) s.line([f(76, v, 4), f(i === 0 ? 150 : 182 - (i % 3) * 14, v, 4)], i === 0 ? 1.2 : 0.6, { ink: s.pen.paints.paper });
  });
  s.put(600, () => {
    block(s, [-110, 345], [0, 98], [585, 625], WOOD);
    stripes(s, uprightFrame(-110, 585), { w: 455, h: 98 }, 30, 'v', 0.45);
    block(s, [-118, 350], [98, 105], [575, 632], WOOD_DARK);
    box(s, { x: 190, z: 606, y: 105, w: 66, h: 48, d: 36 }, STEEL);
    for (const dx of [-18, 0, 18]) drum(s, { x: 190 + dx, z: 600, y0: 153, y1: 161, r0: 7, r1: 6 }, WHITE);
    s.line([vec(176, 122, 586), vec(176, 112, 584)], 2);
    drum(s, { x: 30, z: 605, y0: 105, y1: 120, r0: 22, r1: 22 }, WHITE);
    s.hull([vec(12, 120, 605), vec(48, 120, 605), vec(20, 138, 605), vec(40, 138, 605)], GOLD);
  });
  for (const x of [60, 150, 240]) s.put(560, () => stool(s, { x, z: 550, h: 70 }, WOOD_DARK));
  for (const [x, z] of [[-235, 560], [-225, 330], [255, 380]] as const) {
    s.put(z, () => {
      roundTable(s, { x, z }, WOOD);
      drum(s, { x: x - 8, z: z - 6, y0: 72, y1: 80, r0: 5, r1: 6 }, WHITE);
    });
    s.put(z + 55, () => chair(s, { x: x + 12, z: z + 58, yaw: 0 }, WOOD_DARK));
    s.put(z - 20, () => chair(s, { x: x + (x < 0 ? -70 : 70), z: z - 8, yaw: x < 0 ? -Math.PI / 2 : Math.PI / 2 }, WOOD_DARK));
  }
  for (const x of [-200, 40, 200]) pendant(s, x, 540, 290, 62, 19);
  s.put(650, () => plant(s, -300, 640, 120));
}

/** A tavern of the past. */
export function inn(s: Sketch): void {
  const h = room(s, { x: [-350, 350], back: 680, height: 270, wall: PLASTER, floor: WOOD, pattern: 'boards', ceiling: WOOD });
  const beams = [-350, -180, 0, 180, 338].map((x) => quad(h.back, x + 350, 0, x + 362, 270, 2));
  s.polys([...beams, quad(h.back, 0, 118, 700, 130, 2)], WOOD_DARK, { weight: 0.7 });
  s.plate.plane = 'middle';
  for (let z = 120; z < 680; z += 140) if (s.camera.eye < 250) s.poly([vec(-350, 250, z), vec(350, 250, z), vec(350, 270, z), vec(-350, 270, z)], WOOD_DARK);
  windowOn(s, h.left, { u: 360, v: 95, w: 130, h: 105, panes: 3, rows: 3, frame: WOOD_DARK, view: 'trees' });
  doorOn(s, h.right, { u: 60, w: 105, h: 205, kind: 'arch', material: STONE });
  s.put(676, () => {
    const x = 70;
    block(s, [x - 110, x + 110], [0, 190], [640, 680], STONE);
    brickHints(s, uprightFrame(x - 110, 640), { w: 220, h: 190 }, { w: 40, h: 20 }, 6);
    s.patch(quad(uprightFrame(x - 66, 639), 0, 0, 132, 120), s.plain(7, '#2b1e1a'));
    torch(s, { x, y: 14, z: 636 });
    s.poly([vec(x - 60, 190, 640), vec(x + 60, 190, 640), vec(x + 40, 270, 650), vec(x - 40, 270, 650)], STONE, { shade: 1 });
    block(s, [x - 125, x + 125], [126, 140], [630, 680], WOOD_DARK);
    for (const dx of [-80, -50, 60]) drum(s, { x: x + dx, z: 642, y0: 140, y1: 164, r0: 9, r1: 6 }, dx === 60 ? STEEL : WHITE);
  });
  s.put(640, () => {
    block(s, [-345, -190], [0, 104], [560, 600], WOOD);
    for (const x of [-310, -250]) barrel(s, x, 640, 60, 30, 78);
    for (const x of [-300, -270, -230]) drum(s, { x, z: 580, y0: 104, y1: 118, r0: 6 }, WOOD);
  });
  for (const [x, z] of [[-250, 400], [250, 470]] as const) {
    s.put(z, () => {
      table(s, { x, z, w: 150, d: 75, h: 74 }, WOOD);
      drum(s, { x: x - 30, z, y0: 74, y1: 88, r0: 6 }, WOOD_DARK);
      drum(s, { x: x + 30, z: z - 8, y0: 74, y1: 86, r0: 3 }, WHITE);
    });
    s.put(z + 60, () => bench(s, { x, z: z + 65, w: 140 }, WOOD, false));
    s.put(z - 50, () => bench(s, { x, z: z - 62, w: 140 }, WOOD, false));
  }
  for (const x of [-120, 230]) s.put(500, () => lantern(s, x, 240, 520, 13));
}

export function restaurant(s: Sketch): void {
  if (isOld(s)) return inn(s);
  const h = room(s, { x: [-370, 370], back: 700, height: 290, wall: WALLPAPER, floor: PALE, pattern: 'big-tiles', dado: { height: 100, material: WOOD } });
  windowOn(s, h.back, { u: 60, v: 90, w: 270, h: 160, panes: 3, curtain: 'sides', view: 'town' });
  picture(s, h.back, { u: 440, v: 140, w: 110, h: 76 });
  picture(s, h.right, { u: 150, v: 140, w: 90, h: 70 });
  for (const [x, z] of [[-250, 590], [20, 640], [270, 590], [-270, 380], [280, 370]] as const) {
    s.put(z, () => {
      const cloth = box(s, { x, z, y: 30, w: 110, h: 44, d: 84 }, WHITE);
      for (const u of [18, 38, 70, 92]) s.line([cloth.front(u, 40), cloth.front(u + 3, 2)], 0.5);
      box(s, { x, z, w: 12, h: 30, d: 12 }, WOOD_DARK);
      drum(s, { x, z, y0: 74, y1: 88, r0: 2, r1: 6 }, WHITE);
      drum(s, { x: x + 24, z: z - 14, y0: 74, y1: 76, r0: 13 }, WHITE);
      drum(s, { x: x - 24, z: z - 14, y0: 74, y1: 76, r0: 13 }, WHITE);
      s.line([vec(x, 84, z), vec(x - 4, 104, z)], 0.7);
    });
    s.put(z + 60, () => chair(s, { x, z: z + 64, yaw: 0 }, CLOTH_RED));
    s.put(z - 1, () => chair(s, { x: x + (x < 0 ? -84 : 84), z, yaw: x < 0 ? -Math.PI / 2 : Math.PI / 2 }, CLOTH_RED));
  }
  for (const x of [-210, 40, 240]) pendant(s, x, 600, 290, 80, 24);
  s.put(660, () => plant(s, 338, 670, 150));
}

export function bar(s: Sketch): void {
  if (isOld(s)) return inn(s);
  const h = room(s, { x: [-330, 330], back: 660, height: 280, wall: { colour: '#6f4a3c', level: 4 }, floor: WOOD, pattern: 'boards' });
  s.put(655, () => {
    s.poly(quad(h.back, 60, 95, 600, 265, 4), WOOD_DARK);
    for (const v of [105, 158, 211]) {
      s.patch(quad(h.back, 74, v, 586, v + 46, 5), s.plain(0, '#f6d79a'));
      goodsRow(s, frameAt(vec(-254, v, 652), vec(1, 0, 0), vec(0, 1, 0)), { w: 510, h: 42 }, 'bottles', 0.92, v);
      s.poly(quad(h.back, 70, v - 5, 590, v, 8), WOOD);
    }
  });
  s.put(570, () => {
    block(s, [-330, 250], [0, 106], [545, 590], WOOD_DARK);
    for (let x = -320; x < 230; x += 78) s.poly(quad(uprightFrame(x, 545), 6, 12, 70, 90, 1), WOOD, { weight: 0.6, shade: 2 });
    block(s, [-338, 260], [106, 114], [532, 598], WOOD);
    for (const x of [-220, -190, 30, 190]) drum(s, { x, z: 560, y0: 114, y1: 130, r0: 3, r1: 7 }, WHITE);
    drum(s, { x: 90, z: 565, y0: 114, y1: 150, r0: 9, r1: 4 }, INK);
  });
  for (const x of [-240, -150, 150, 230]) s.put(500, () => stool(s, { x, z: 498, h: 74 }, CLOTH_RED));
  s.put(360, () => {
    roundTable(s, { x: 265, z: 350, r: 34, h: 100 }, WOOD_DARK);
    drum(s, { x: 262, z: 350, y0: 100, y1: 116, r0: 3, r1: 8 }, WHITE);
  });
  for (const x of [-230, 0, 200]) pendant(s, x, 550, 280, 66, 20);
  s.darkness += 0.25;
}

export function shop(s: Sketch): void {
  const h = room(s, { x: [-330, 330], back: 660, height: 280, wall: PLASTER, floor: isOld(s) ? WOOD : PALE, pattern: isOld(s) ? 'boards' : 'big-tiles' });
  windowOn(s, h.left, { u: 380, v: 60, w: 200, h: 170, panes: 2, view: 'town' });
  for (const x of [-230, -125, -20]) s.put(645, () => shelf(s, { x, z: 645, w: 100, h: 215, boards: 5 }, WOOD, 0.9, x === -125 ? 'bottles' : 'boxes'));
  doorOn(s, h.back, { u: 440, w: 92, kind: isOld(s) ? 'shoji' : 'glass' });
  s.put(470, () => shelf(s, { x: -315, z: 420, w: 200, h: 200, boards: 5, yaw: -Math.PI / 2 }, WOOD, 0.9, 'boxes'));
  s.put(560, () => {
    block(s, [150, 326], [0, 95], [540, 585], WOOD);
    block(s, [144, 330], [95, 101], [534, 590], WOOD_DARK);
    box(s, { x: 235, z: 560, y: 101, w: 46, h: 26, d: 36 }, isOld(s) ? WOOD_DARK : STEEL);
    if (!isOld(s)) box(s, { x: 235, z: 566, y: 127, w: 30, h: 16, d: 5 }, INK);
  });
  for (const [x, z] of [[-235, 470], [245, 360]] as const) s.put(z, () => {
    box(s, { x, z, w: 120, h: 70, d: 80 }, WOOD);
    goodsRow(s, uprightFrame(x - 55, z - 10, 70), { w: 110, h: 26 }, 'boxes', 0.95, x + 900);
    goodsRow(s, uprightFrame(x - 55, z - 34, 70), { w: 110, h: 18 }, 'bottles', 0.9, x + 1900);
  });
  sign(s, h.back, { u: 130, v: 228, w: 230, h: 40 }, WHITE, false);
  pendant(s, 60, 470, 280, 50, 24);
}

export function convenienceStore(s: Sketch): void {
  if (isOld(s)) return shop(s);
  const h = room(s, { x: [-400, 400], back: 760, height: 290, wall: WHITE, floor: WHITE, pattern: 'tiles' });
  ceilingTubes(s, [-260, 0, 260], [200, 720], 289);
  s.put(750, () => {
    for (let i = 0; i < 6; i++) {
      const x = -330 + i * 105;
      const f = box(s, { x, z: 735, w: 103, h: 215, d: 50 }, STEEL);
      for (let k = 0; k < 4; k++) goodsRow(s, (u, v, o) => f.front(8 + u, 22 + k * 46 + v, (o ?? 0) + 1), { w: 86, h: 34 }, k % 2 === 0 ? 'bottles' : 'boxes', 0.95, i * 7 + k);
      s.line([...quad(f.front, 5, 14, 98, 206, 3), f.front(5, 14, 3)], 1);
      s.line([f.front(20, 130, 4), f.front(40, 190, 4)], 0.6);
    }
    sign(s, h.back, { u: 60, v: 232, w: 620, h: 40, out: 30 }, { colour: '#2f8f6b', level: 5 }, false);
  });
  for (const [x, z] of [[-255, 560], [-265, 330], [255, 330]] as const) s.put(z, () => {
    const f = box(s, { x, z, w: 130, h: 135, d: 90 }, STEEL);
    for (let k = 0; k < 3; k++) {
      goodsRow(s, (u, v, o) => f.front(6 + u, 14 + k * 40 + v, (o ?? 0) + 2), { w: 118, h: 30 }, k === 1 ? 'bottles' : 'boxes', 0.95, x + z + k);
      const side = x < 0 ? f.right : f.left;
      if (x < 0 ? f.isSeen.right : f.isSeen.left) goodsRow(s, (u, v, o) => side(5 + u, 14 + k * 40 + v, (o ?? 0) + 2), { w: 80, h: 30 }, 'boxes', 0.95, x + z + k + 50);
    }
  });
  s.put(600, () => {
    block(s, [170, 396], [0, 92], [560, 620], WHITE);
    s.poly(quad(uprightFrame(170, 559), 0, 60, 226, 80), { colour: '#2f8f6b', level: 5 }, { weight: 0.6 });
    block(s, [164, 400], [92, 98], [552, 626], GREY);
    monitor(s, 260, 98, 590);
    box(s, { x: 350, z: 590, y: 98, w: 60, h: 50, d: 40 }, GOLD);
  });
  clock(s, h.right, 160, 220);
}

export function library(s: Sketch): void {
  const h = room(s, { x: [-360, 360], back: 760, height: 340, wall: PLASTER, floor: WOOD, pattern: 'boards' });
  windowOn(s, h.back, { u: 295, v: 100, w: 130, h: 200, panes: 2, rows: 4, view: 'trees', frame: WOOD });
  s.patch([vec(-60, 0.3, 750), vec(60, 0.3, 750), vec(110, 0.3, 420), vec(-90, 0.3, 420)], s.plain(s.light.isDark ? 2 : 0, '#f7e3b8'));
  for (const side of [-1, 1]) {
    for (const z of [720, 580, 440, 300]) {
      s.put(z + 20, () => {
        const x = side * 255;
        const f = box(s, { x, z, w: 170, h: 250, d: 46 }, WOOD_DARK);
        for (let k = 0; k < 6; k++) {
          s.patch(quad(f.front, 6, 8 + k * 40, 164, 44 + k * 40, 0.5), s.plain(s.light.isDark ? 7 : 5, '#54382a'));
          goodsRow(s, (u, v, o) => f.front(7 + u, 9 + k * 40 + v, (o ?? 0) + 1), { w: 156, h: 33 }, 'books', 0.95, z * 3 + k + side);
        }
        const face = side < 0 ? f.right : f.left;
        sign(s, face, { u: 12, v: 190, w: 22, h: 28 }, WHITE);
      }, 'middle');
    }
  }
  s.put(640, () => table(s, { x: 0, z: 690, w: 120, d: 60 }, WOOD));
  s.put(650, () => goodsRow(s, uprightFrame(-30, 690, 72), { w: 40, h: 24 }, 'books', 1, 4));
  s.put(400, () => {
    for (const dx of [-16, 16]) s.line([vec(165 + dx, 0, 380), vec(165 + dx, 250, 440)], 1.4);
    for (let k = 1; k < 7; k++) s.line([vec(149, k * 34, 380 + k * 8), vec(181, k * 34, 380 + k * 8)], 1.2);
  });
  for (const x of [-130, 130]) pendant(s, x, 560, 340, 60, 22);
}
