/** Rooms of work, care and culture. */
import { CLOTH_RED, CONCRETE, GOLD, GREY, INK, PALE, PLASTER, STEEL, STONE, WALLPAPER, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { ceilingTubes, crate, monitor, plant, sign } from '../block/fixture.ts';
import { bed, cabinet, chair, clock, goodsRow, lockers, picture, table } from '../block/furniture.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { room, type Room } from '../block/room.ts';
import { hatch, stripes } from '../block/surface.ts';

const isOld = (s: Sketch): boolean => s.spec.era === 'past' || s.spec.era === 'fantasy';

function swivelChair(s: Sketch, x: number, z: number, isAway: boolean): void {
  drum(s, { x, z, y0: 0, y1: 5, r0: 24 }, INK);
  drum(s, { x, z, y0: 5, y1: 40, r0: 3 }, STEEL);
  box(s, { x, z, y: 40, w: 46, h: 8, d: 44 }, INK, { shade: -2 });
  box(s, { x, z: z + (isAway ? -20 : 20), y: 54, w: 42, h: 48, d: 6 }, INK, { shade: -2 });
  s.sit(x, z, 48);
}

export function office(s: Sketch): void {
  const h = room(s, { x: [-400, 400], back: 760, height: 280, wall: WHITE, floor: GREY, pattern: 'big-tiles' });
  windowOn(s, h.back, { u: 90, v: 80, w: 620, h: 165, panes: 5, curtain: 'blind', view: 'town' });
  ceilingTubes(s, [-250, 0, 250], [240, 700], 279);
  for (const [x, z] of [[-260, 640], [250, 640], [-270, 430], [270, 430], [-290, 225], [290, 225]] as const) {
    s.put(z, () => {
      if (isOld(s)) table(s, { x, z, w: 150, d: 75 }, WOOD);
      else {
        block(s, [x - 75, x + 75], [68, 73], [z - 36, z + 36], WHITE);
        cabinet(s, { x: x - 52, z, w: 40, h: 68, d: 66, drawers: 3 }, STEEL);
        box(s, { x: x + 70, z, w: 5, h: 68, d: 60 }, STEEL);
        monitor(s, x, 73, z + 10);
        box(s, { x, z: z - 18, y: 73, w: 42, h: 3, d: 14 }, GREY, { weight: 0.6 });
      }
      goodsRow(s, uprightFrame(x + 34, z + 14, 73), { w: 34, h: 26 }, 'books', 1, z + x);
      box(s, { x: x - 48, z: z - 8, y: 73, w: 26, h: 7, d: 20, yaw: 0.2 }, WHITE, { weight: 0.6 });
    });
    s.put(z - 60, () => swivelChair(s, x, z - 66, true), 'middle');
  }
  s.put(730, () => cabinet(s, { x: 355, z: 700, w: 80, h: 130, d: 45, drawers: 4 }, STEEL));
  s.put(720, () => plant(s, -360, 720, 140));
  s.put(731, () => clock(s, h.left, 480, 225));
}

export function meetingRoom(s: Sketch): void {
  const h = room(s, { x: [-380, 380], back: 740, height: 280, wall: WHITE, floor: GREY, pattern: 'none' });
  windowOn(s, h.left, { u: 280, v: 70, w: 420, h: 180, panes: 4, curtain: 'blind', view: 'town' });
  ceilingTubes(s, [-150, 150], [300, 680], 279);
  s.put(735, () => {
    s.poly(quad(h.back, 210, 95, 550, 240, 4), WHITE, { weight: 1.2 });
    const f = (u: number, v: number): ReturnType<typeof h.back> => h.back(210 + u, 95 + v, 6);
    s.line([f(30, 20), f(30, 120)], 1);
    s.line([f(30, 20), f(170, 20)], 1);
    for (const [i, v] of [30, 52, 44, 80, 98].entries()) s.poly([f(45 + i * 24, 20), f(61 + i * 24, 20), f(61 + i * 24, 20 + v), f(45 + i * 24, 20 + v)], i === 4 ? INK : { colour: '#7fa2c0', level: i % 2 === 0 ? 2 : 4 }, { weight: 0.5 });
    for (const [i, v] of [110, 92, 74, 56].entries()) s.line([f(200, v), f(310 - i * 16, v)], 0.7);
  });
  for (const [x, z] of [[-150, 690], [0, 700], [150, 690]] as const) s.put(z, () => swivelChair(s, x, z, false));
  s.put(660, () => {
    s.poly([vec(-230, 0, 560), vec(230, 0, 560), vec(230, 70, 560), vec(-230, 70, 560)], WOOD, { shade: 2 });
    s.poly([vec(-240, 74, 590), vec(-240, 74, 640), vec(240, 74, 640), vec(260, 74, 590)], WOOD_LIGHT);
    s.poly([vec(-240, 68, 590), vec(260, 68, 590), vec(260, 74, 590), vec(-240, 74, 590)], WOOD);
    for (const x of [-150, 0, 150]) box(s, { x, z: 612, y: 74, w: 24, h: 1.5, d: 32 }, WHITE, { weight: 0.6 });
  });
  for (const [x, z] of [[-290, 520], [290, 520]] as const) s.put(z, () => swivelChair(s, x, z, false));
  s.put(720, () => plant(s, 345, 700, 150));
}

export function factory(s: Sketch): void {
  const h = room(s, { x: [-600, 600], back: 1500, height: 640, wall: CONCRETE, floor: CONCRETE, pattern: 'big-tiles', isOpenAbove: true });
  for (let u = 120; u < 1400; u += 300) windowOn(s, h.left, { u, v: 330, w: 220, h: 180, panes: 4, rows: 3, view: 'none' });
  windowOn(s, h.back, { u: 300, v: 380, w: 600, h: 170, panes: 8, rows: 3, view: 'sky' });
  s.poly(quad(h.ceiling, 0, 0, h.w, h.d), GREY, { shade: 2 });
  s.plate.plane = 'middle';
  for (let z = 250; z < 1500; z += 300) {
    s.poly([vec(-600, 560, z), vec(600, 560, z), vec(600, 585, z), vec(-600, 585, z)], STEEL, { shade: 1 });
    for (let x = -600; x < 600; x += 150) s.line([vec(x, 585, z), vec(x + 75, 635, z), vec(x + 150, 585, z)], 1);
  }
  for (const [x, z, k] of [[-430, 1250, 1.2], [420, 1250, 1.1], [-420, 800, 1], [430, 760, 1], [-360, 470, 0.8]] as const) s.put(z, () => machine(s, x, z, k));
  s.put(1400, () => {
    drum(s, { x: 0, z: 1380, y0: 0, y1: 360, r0: 120 }, STEEL);
    for (const y of [90, 200, 310]) s.line(Array.from({ length: 13 }, (_, i) => vec(-Math.cos((i * Math.PI) / 12) * 122, y, 1380 - Math.sin((i * Math.PI) / 12) * 122)), 1);
    drum(s, { x: 0, z: 1380, y0: 360, y1: 560, r0: 30 }, STEEL);
  });
  s.put(1100, () => {
    for (const y of [470, 500]) s.hull([vec(-600, y, 1100), vec(-600, y + 18, 1100), vec(600, y, 1100), vec(600, y + 18, 1100)], STEEL, { shade: 1 });
    s.line([vec(160, 555, 1000), vec(160, 330, 1000)], 1.2);
    s.line(Array.from({ length: 9 }, (_, i) => vec(160 + Math.cos(1.6 - i * 0.6) * 22, 306 + Math.sin(1.6 - i * 0.6) * 24, 1000)), 3);
  });
  s.put(520, () => crate(s, { x: 300, z: 520, w: 100, h: 80, d: 80, yaw: 0.2 }));
  s.line([vec(-190, 0.3, 100), vec(-170, 0.3, 1400)], 1.4);
  s.line([vec(190, 0.3, 100), vec(170, 0.3, 1400)], 1.4);
  s.darkness += 0.1;
}

function machine(s: Sketch, x: number, z: number, k: number): void {
  const f = box(s, { x, z, w: 260 * k, h: 150 * k, d: 150 * k }, STEEL);
  s.patch(quad(f.front, 20 * k, 60 * k, 120 * k, 120 * k, 1), s.plain(7, '#30363f'));
  for (let i = 0; i < 4; i++) s.poly(Array.from({ length: 8 }, (_, j) => f.front(150 * k + i * 24 * k + Math.cos((j * Math.PI) / 4) * 7 * k, 105 * k + Math.sin((j * Math.PI) / 4) * 7 * k, 2)), i % 2 === 0 ? WHITE : { colour: '#c8473e', level: 6 }, { weight: 0.6, isExact: true });
  for (let i = 0; i < 5; i++) s.line([f.front(145 * k, (70 - i * 12) * k, 1), f.front(245 * k, (70 - i * 12) * k, 1)], 0.6);
  drum(s, { x: x + 60 * k, z, y0: 150 * k, y1: 300 * k, r0: 38 * k }, STEEL);
  s.hull([vec(x + 60 * k, 280 * k, z), vec(x + 60 * k, 300 * k, z), vec(x - 60 * k, 280 * k, z), vec(x - 60 * k, 300 * k, z)], STEEL, { shade: 1 });
  drum(s, { x: x - 60 * k, z, y0: 150 * k, y1: 300 * k, r0: 12 * k }, STEEL);
}

export function hospital(s: Sketch): void {
  const h = room(s, { x: [-330, 330], back: 660, height: 265, wall: isOld(s) ? PLASTER : WHITE, floor: PALE, pattern: 'big-tiles' });
  windowOn(s, h.back, { u: 270, v: 88, w: 210, h: 130, panes: 2, curtain: 'sides', view: 'trees' });
  s.put(600, () => {
    bed(s, { x: -215, z: 520, w: 100 }, { colour: '#cfe0e6', level: 0 }, STEEL);
    s.line([vec(-135, 0, 600), vec(-135, 195, 600), vec(-150, 200, 600)], 1.4);
    s.hull([vec(-160, 165, 600), vec(-140, 165, 600), vec(-162, 192, 600), vec(-138, 192, 600)], WHITE);
    s.line([vec(-150, 165, 600), vec(-150, 120, 590), vec(-170, 80, 560)], 0.7);
  });
  s.put(590, () => bed(s, { x: 235, z: 530, w: 100 }, { colour: '#cfe0e6', level: 0 }, STEEL));
  s.put(450, () => {
    s.line([vec(120, 220, 330), vec(120, 220, 640)], 1.2);
    const hem = Array.from({ length: 13 }, (_, i) => vec(120 + (i % 2) * 10, 28, 420 + i * 17));
    s.poly([vec(120, 218, 420), ...hem, vec(120, 218, 624)], { colour: '#bfe0d6', level: 1 }, { isExact: true });
    for (let i = 1; i < 12; i += 2) s.line([vec(124, 215, 420 + i * 17), vec(128, 32, 420 + i * 17)], 0.5);
  });
  s.put(630, () => {
    cabinet(s, { x: -70, z: 620, w: 55, h: 78, d: 45, drawers: 2 }, WHITE);
    box(s, { x: -70, z: 620, y: 128, w: 56, h: 42, d: 30 }, STEEL);
    s.patch(quad(uprightFrame(-94, 604), 0, 136, 48, 164), s.plain(7, '#1d3a34'));
    s.line([[0, 0], [10, 0], [14, 10], [18, -8], [22, 0], [34, 0], [38, 8], [42, 0], [46, 0]].map(([a, b]) => vec(-93 + a!, 150 + b!, 603)), 0.8, { ink: s.pen.paints.paper });
    plant(s, -60, 606, 40, 78);
  });
  s.put(420, () => chair(s, { x: -120, z: 640, yaw: 0.3 }, STEEL));
  ceilingTubes(s, [-160, 160], [380, 520], 264);
  sign(s, h.left, { u: 430, v: 150, w: 44, h: 60 }, WHITE);
}

export function policeStation(s: Sketch): void {
  const h = room(s, { x: [-340, 340], back: 660, height: 270, wall: PLASTER, floor: GREY, pattern: 'big-tiles', dado: { height: 110, material: STEEL } });
  doorOn(s, h.back, { u: 80, w: 90, kind: 'glass', material: STEEL });
  s.put(655, () => {
    s.poly(quad(h.back, 250, 120, 480, 235, 3), { colour: '#c6a06a', level: 2 });
    const r = s.part();
    for (let i = 0; i < 9; i++) {
      const [u, v] = [260 + (i % 5) * 44, 130 + Math.floor(i / 5) * 54];
      if (i % 4 === 1) picture(s, h.back, { u, v, w: 34, h: 42 }, 'portrait');
      else picture(s, h.back, { u, v: v + r.between(0, 6), w: 36, h: 36 }, 'notice');
    }
    s.line([h.back(278, 150, 6), h.back(360, 200, 6), h.back(450, 150, 6)], 0.8, { ink: s.pen.paints.isColour ? '#b3332e' : s.pen.paints.line });
    clock(s, h.back, 560, 215);
  });
  s.put(600, () => lockers(s, { x: 270, z: 640, w: 120, count: 3 }, STEEL));
  s.put(590, () => {
    block(s, [-330, 60], [0, 105], [560, 600], WOOD);
    block(s, [-336, 68], [105, 112], [550, 606], WOOD_DARK);
    s.poly(Array.from({ length: 10 }, (_, i) => vec(-130 + Math.cos((i * Math.PI) / 5 + Math.PI / 2) * (i % 2 === 0 ? 34 : 15), 56 + Math.sin((i * Math.PI) / 5 + Math.PI / 2) * (i % 2 === 0 ? 34 : 15), 558)), GOLD, { isExact: true });
    box(s, { x: -250, z: 580, y: 112, w: 26, h: 12, d: 20 }, INK);
  });
  for (const [x, z] of [[255, 470], [-265, 400]] as const) {
    s.put(z, () => {
      table(s, { x, z, w: 130, d: 66 }, STEEL);
      if (!isOld(s)) monitor(s, x - 10, 72, z + 8);
      box(s, { x: x + 42, z, y: 72, w: 28, h: 14, d: 20 }, WHITE);
    });
    s.put(z + 55, () => swivelChair(s, x, z + 60, false));
  }
  ceilingTubes(s, [-170, 170], [320, 560], 269);
}

export function museum(s: Sketch): void {
  const h = room(s, { x: [-400, 400], back: 860, height: 420, wall: WALLPAPER, floor: STONE, pattern: 'big-tiles', dado: { height: 40, material: STONE } });
  doorOn(s, h.back, { u: 320, w: 160, h: 300, kind: 'open', material: STONE });
  const frames: [Room['back'], number, number, number, number][] = [[h.back, 60, 130, 190, 140], [h.back, 560, 120, 150, 180], [h.left, 380, 130, 210, 150], [h.right, 140, 120, 170, 190], [h.right, 400, 140, 160, 120]];
  for (const [f, u, v, w, hh] of frames) {
    s.poly(quad(f, u - 10, v - 10, u + w + 10, v + hh + 10, 6), GOLD, { weight: 1, shade: 2 });
    picture(s, (a, b, o) => f(a, b, (o ?? 0) + 6), { u, v, w, h: hh }, hh > w ? 'portrait' : 'landscape');
  }
  for (const [x, z, kind] of [[-280, 620, 0], [285, 600, 1], [-300, 390, 2], [300, 370, 0]] as const) s.put(z, () => {
    box(s, { x, z, w: 66, h: 95, d: 66 }, STONE);
    box(s, { x, z, y: 95, w: 74, h: 6, d: 74 }, STONE);
    if (kind === 0) {
      drum(s, { x, z, y0: 101, y1: 130, r0: 10, r1: 24 }, { colour: '#b5673f', level: 4 });
      drum(s, { x, z, y0: 130, y1: 152, r0: 24, r1: 8 }, { colour: '#b5673f', level: 5 });
      drum(s, { x, z, y0: 152, y1: 162, r0: 9, r1: 13 }, { colour: '#b5673f', level: 4 });
    } else if (kind === 1) {
      drum(s, { x, z, y0: 101, y1: 112, r0: 14, r1: 8 }, WHITE);
      s.hull([vec(x - 30, 118, z), vec(x + 30, 118, z), vec(x - 26, 140, z), vec(x + 26, 140, z), vec(x, 112, z)], WHITE);
      s.hull([vec(x - 13, 146, z), vec(x + 13, 146, z), vec(x - 15, 168, z), vec(x + 15, 168, z), vec(x, 180, z), vec(x, 138, z)], WHITE);
      s.line([vec(x - 1, 160, z - 2), vec(x + 3, 152, z - 2), vec(x - 1, 150, z - 2)], 0.7);
    } else for (const [dx, y] of [[-24, 101], [20, 101]] as const) s.hull([vec(x + dx - 8, y, z), vec(x + dx + 8, y, z), vec(x + dx, y + 44, z)], GOLD);
    for (const [a, b] of [[-34, -34], [34, -34], [34, 34]] as const) s.line([vec(x + a, 101, z + b), vec(x + a, 190, z + b)], 0.6);
    s.line([vec(x - 34, 190, z - 34), vec(x + 34, 190, z - 34), vec(x + 34, 190, z + 34)], 0.8);
    s.line([vec(x - 28, 130, z - 35), vec(x - 8, 178, z - 35)], 0.5);
  });
  s.put(700, () => {
    for (const x of [-140, 0, 140]) {
      drum(s, { x, z: 760, y0: 0, y1: 90, r0: 3 }, GOLD, { isPlain: true });
      drum(s, { x, z: 760, y0: 0, y1: 4, r0: 14 }, GOLD);
    }
    for (const x of [-140, 0]) s.line(Array.from({ length: 9 }, (_, i) => vec(x + (140 * i) / 8, 84 - 18 * Math.sin((Math.PI * i) / 8), 760)), 2.2);
  });
  hatch(s, frameAt(vec(-400, 420, 860), vec(1, 0, 0), vec(0, -1, 0)), 20, 780, 50, 10);
}

export function theatre(s: Sketch): void {
  const h = room(s, { x: [-520, 520], back: 1300, height: 640, wall: { colour: '#7c3a3f', level: 4 }, floor: { colour: '#6a3338', level: 4 }, pattern: 'none', skirting: false, ceiling: { colour: '#4d2c33', level: 5 } });
  s.put(1290, () => {
    s.patch(quad(h.back, 120, 90, 920, 520, 2), s.plain(0, '#fbeecb'));
    s.poly([vec(-400, 90, 1290), vec(400, 90, 1290), vec(470, 90, 1050), vec(-470, 90, 1050)], WOOD_LIGHT);
    stripes(s, (u, v) => vec(-420 + u, 90.5, 1060 + v), { w: 840, h: 225 }, 60, 'v', 0.5);
    s.poly([vec(-470, 0, 1050), vec(470, 0, 1050), vec(470, 90, 1050), vec(-470, 90, 1050)], WOOD_DARK);
    for (const side of [-1, 1]) {
      const x = (t: number): number => side * (470 - t * 230);
      const hem = Array.from({ length: 9 }, (_, i) => vec(x(i / 8), 92 + (i % 2) * 8, 1090));
      s.poly([vec(x(0), 540, 1090), ...hem, vec(x(0.75), 300, 1090), vec(x(1), 540, 1090)], CLOTH_RED, { isExact: true, shade: 1 });
      for (let i = 1; i < 8; i++) s.line([vec(x(i / 8), 535, 1088), vec(x((i / 8) * 0.8), 320, 1088), vec(x(i / 8), 98, 1088)], 0.7);
    }
    for (let i = 0; i < 8; i++) {
      const [a, b] = [-470 + i * 117.5, -352 + i * 117.5];
      s.poly([vec(a, 600, 1085), vec(b, 600, 1085), vec(b, 520, 1085), ...Array.from({ length: 7 }, (_, k) => vec(b - ((b - a) * (k + 1)) / 8, 520 - 40 * Math.sin((Math.PI * (k + 1)) / 8), 1085)), vec(a, 520, 1085)], CLOTH_RED, { isExact: true, shade: 2 });
    }
    s.patch([vec(-60, 500, 1280), vec(60, 500, 1280), vec(170, 91, 1180), vec(-170, 91, 1180)], s.plain(0, '#fff6d8'));
  });
  for (const [row, z] of [930, 820, 710, 600, 490, 380, 280].entries()) {
    for (const side of [-1, 1]) {
      s.put(z, () => {
        for (let i = 0; i < 5; i++) {
          const x = side * (180 + i * 62 + (row % 2) * 6);
          box(s, { x, z, y: 36, w: 54, h: 10, d: 46 }, CLOTH_RED, { weight: 0.8 });
          box(s, { x, z: z - 20, y: 20, w: 54, h: 68, d: 8 }, CLOTH_RED, { shade: 1 });
          if (i < 2) s.sit(x, z, 46);
        }
      }, 'middle');
    }
  }
  s.darkness += 0.35;
}
