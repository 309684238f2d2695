/** Trains, buses, cars, stations, ships, airports. */
import { CLOTH_BLUE, CLOTH_RED, CONCRETE, GREY, INK, IRON, PALE, PAVING, STEEL, STONE, WATER, WHITE, WOOD, WOOD_DARK } from '../base/material.ts';
import type { Vector } from '../../camera.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec, type Frame } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { topped, townBlock } from '../block/building.ts';
import { barrel, ceilingTubes, crate, sign } from '../block/fixture.ts';
import { tree } from '../block/foliage.ts';
import { bench, clock } from '../block/furniture.ts';
import { ground, lampPost } from '../block/ground.ts';
import { mountains, skyline, treeLine, water } from '../block/landscape.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { lightPatch, room } from '../block/room.ts';
import { sky } from '../block/sky.ts';
import { stripes } from '../block/surface.ts';

const isOld = (s: Sketch): boolean => s.spec.era === 'past' || s.spec.era === 'fantasy';

/** A long carriage seen along its aisle: seats at the sides, straps above. */
export function train(s: Sketch): void {
  const h = room(s, { x: [-160, 160], back: 1500, height: 235, wall: isOld(s) ? WOOD : WHITE, floor: GREY, pattern: 'none', skirting: false });
  for (let u = 110; u < 1450; u += 240) {
    windowOn(s, h.left, { u, v: 88, w: 190, h: 92, panes: 2, view: 'town', frame: STEEL });
    windowOn(s, h.right, { u, v: 88, w: 190, h: 92, panes: 2, view: 'town', frame: STEEL });
  }
  doorOn(s, h.back, { u: 120, w: 80, h: 195, kind: 'glass', material: STEEL });
  windowOn(s, h.back, { u: 18, v: 90, w: 80, h: 90, panes: 1, view: 'sky' });
  windowOn(s, h.back, { u: 222, v: 90, w: 80, h: 90, panes: 1, view: 'sky' });
  for (let z = 150; z < 1400; z += 240) { lightPatch(s, [-100, -20], [z, z + 120], 60); ceilingTubes(s, [-40, 40], [z, z + 170], 234); }
  for (const side of [-1, 1]) {
    for (let z = 1340; z > 200; z -= 360) {
      s.put(z + 140, () => {
        const [x0, x1] = side < 0 ? [-158, -108] : [108, 158];
        block(s, [x0, x1], [10, 46], [z - 130, z + 130], isOld(s) ? CLOTH_RED : CLOTH_BLUE);
        block(s, side < 0 ? [-160, -142] : [142, 160], [46, 86], [z - 130, z + 130], isOld(s) ? CLOTH_RED : CLOTH_BLUE);
        for (const k of [-65, 0, 65]) s.line([vec(side * 108, 46, z + k), vec(side * 142, 46, z + k), vec(side * 142, 84, z + k)], 0.5);
        s.sit(side * 128, z, 46);
        s.sit(side * 128, z - 70, 46);
        for (const k of [-136, 136]) s.line([vec(side * 108, 0, z + k), vec(side * 108, 235, z + k)], 1.5);
      }, 'middle');
    }
    s.put(1390, () => {
      s.line([vec(side * 95, 205, 100), vec(side * 95, 205, 1480)], 1.4);
      for (let z = 1420; z > 150; z -= 62) {
        s.line([vec(side * 95, 205, z), vec(side * 95, 180, z)], 0.9);
        s.line([vec(side * 95, 180, z), vec(side * 95 - 8, 168, z), vec(side * 95 + 8, 168, z), vec(side * 95, 180, z)], 1);
      }
      s.poly([vec(side * 158, 196, 100), vec(side * 158, 196, 1480), vec(side * 124, 190, 1480), vec(side * 124, 190, 100)], STEEL, { shade: 1 });
    }, 'far');
  }
}

export function bus(s: Sketch): void {
  const h = room(s, { x: [-130, 130], back: 1000, height: 215, wall: WHITE, floor: GREY, pattern: 'none', skirting: false });
  for (let u = 110; u < 980; u += 175) {
    windowOn(s, h.left, { u, v: 85, w: 155, h: 90, panes: 1, view: 'town', frame: INK });
    windowOn(s, h.right, { u, v: 85, w: 155, h: 90, panes: 1, view: 'town', frame: INK });
  }
  windowOn(s, h.back, { u: 14, v: 78, w: 232, h: 105, panes: 2, view: 'town', frame: INK });
  s.put(990, () => {
    block(s, [-110, -30], [0, 70], [930, 990], IRON);
    s.line(Array.from({ length: 15 }, (_, i) => vec(-70 + Math.cos((i * Math.PI) / 7) * 26, 82 + Math.sin((i * Math.PI) / 7) * 20, 925)), 2);
    box(s, { x: -70, z: 880, y: 30, w: 50, h: 80, d: 10 }, INK);
    box(s, { x: 70, z: 950, w: 26, h: 100, d: 26 }, STEEL);
  });
  for (const z of [790, 680, 570, 460, 350]) {
    for (const side of [-1, 1]) s.put(z, () => {
      const x = side * 90;
      box(s, { x, z, y: 28, w: 66, h: 16, d: 46 }, CLOTH_BLUE, { weight: 0.9 });
      box(s, { x, z: z - 22, y: 30, w: 66, h: 76, d: 9 }, CLOTH_BLUE);
      s.line([vec(x - 33, 104, z - 24), vec(x - 30, 112, z - 24), vec(x + 30, 112, z - 24), vec(x + 33, 104, z - 24)], 1.4);
      s.sit(x, z, 44);
    }, 'middle');
  }
  s.put(800, () => {
    for (const side of [-1, 1]) {
      for (const z of [320, 540, 760]) s.line([vec(side * 50, 40, z), vec(side * 50, 212, z)], 1.5);
      s.line([vec(side * 50, 196, 100), vec(side * 50, 196, 960)], 1.3);
      for (let z = 900; z > 150; z -= 80) s.line([vec(side * 50, 196, z), vec(side * 50 - 7, 172, z), vec(side * 50 + 7, 172, z), vec(side * 50, 196, z)], 0.9);
    }
  }, 'far');
}

/** The inside of a car, seen from the windscreen backwards: rear seat, windows on three sides. */
export function car(s: Sketch): void {
  const m = isOld(s) ? WOOD_DARK : IRON;
  const cloth = isOld(s) ? CLOTH_RED : CLOTH_BLUE;
  const h = room(s, { x: [-175, 175], back: 560, height: 178, wall: m, floor: m, pattern: 'none', skirting: false, ceiling: { ...PALE, level: 2 } });
  windowOn(s, h.back, { u: 45, v: 92, w: 260, h: 64, panes: 1, view: 'town', frame: INK });
  for (const [f, from] of [[h.left, 250], [h.right, 40]] as const) {
    windowOn(s, f, { u: from, v: 84, w: 150, h: 74, panes: 1, view: 'town', frame: INK });
    windowOn(s, f, { u: from + 165, v: 84, w: 150, h: 74, panes: 1, view: 'town', frame: INK });
    s.poly(quad(f, from, 20, from + 315, 66, 2), cloth, { weight: 0.8 });
    s.poly(quad(f, from + 90, 60, from + 140, 66, 6), INK);
  }
  s.put(530, () => {
    block(s, [-165, 165], [0, 44], [430, 540], cloth);
    for (const x of [-84, 84]) {
      s.poly([vec(x - 78, 44, 520), vec(x + 78, 44, 520), vec(x + 74, 100, 548), vec(x - 74, 100, 548)], cloth, { shade: -1 });
      for (const k of [-30, 0, 30]) s.line([vec(x + k, 48, 520), vec(x + k * 0.95, 98, 546)], 0.6);
      s.poly([vec(x - 26, 104, 546), vec(x + 26, 104, 546), vec(x + 30, 130, 550), vec(x - 30, 130, 550)], cloth, { shade: 1 });
      s.line([vec(x + (x < 0 ? -60 : 60), 140, 552), vec(x + (x < 0 ? 40 : -40), 46, 500)], 1.4);
    }
  });
  for (const side of [-1, 1]) s.put(330, () => {
    const x = side * 128;
    box(s, { x, z: 330, w: 90, h: 84, d: 26 }, cloth);
    box(s, { x, z: 330, y: 92, w: 44, h: 26, d: 14 }, cloth, { shade: 1 });
    for (const k of [-10, 10]) s.line([vec(x + k, 84, 330), vec(x + k, 94, 330)], 1.4);
  });
  s.sit(-70, 470, 44);
  s.sit(70, 470, 44);
}

export function station(s: Sketch): void {
  sky(s);
  ground(s, { ...STONE, level: 1 }, { plain: true });
  skyline(s, 9000, 1500);
  const edge = 110;
  s.put(5000, () => {
    for (const x of [edge + 110, edge + 250]) s.poly([vec(x - 5, -60, 100), vec(x + 5, -60, 100), vec(x + 5, -60, 9000), vec(x - 5, -60, 9000)], IRON, { weight: 0.6 });
    for (let z = 240; z < 3600; z += 80) s.poly([vec(edge + 70, -64, z), vec(edge + 290, -64, z), vec(edge + 290, -64, z + 24), vec(edge + 70, -64, z + 24)], WOOD_DARK, { weight: 0.5 });
  }, 'far');
  s.put(4500, () => {
    s.poly([vec(-900, 0, -200), vec(edge, 0, -200), vec(edge, 0, 5200), vec(-900, 0, 5200)], topped(s, PAVING));
    s.poly([vec(edge, -70, -200), vec(edge, -70, 5200), vec(edge, 0, 5200), vec(edge, 0, -200)].reverse(), CONCRETE, { shade: 2 });
    stripes(s, (u, v) => vec(-500 + u, 0.2, 150 + v), { w: 610, h: 3500 }, 130, 'u', 0.4, 0.5);
    s.poly([vec(edge - 75, 0.3, -200), vec(edge - 45, 0.3, -200), vec(edge - 45, 0.3, 5200), vec(edge - 75, 0.3, 5200)], { colour: '#e9c353', level: 2 }, { weight: 0.5 });
    s.poly([vec(430, 0, 300), vec(1600, 0, 300), vec(1600, 0, 5200), vec(430, 0, 5200)], topped(s, PAVING));
  }, 'far');
  s.put(3000, () => carriage(s, edge + 40, 1150, 4200));
  for (const z of [2900, 2150, 1400, 700]) s.put(z, () => {
    const x = -360;
    box(s, { x, z, w: 34, h: 400, d: 34 }, isOld(s) ? WOOD_DARK : STEEL);
    s.line([vec(x, 310, z), vec(x + 130, 395, z)], 2.4);
    s.line([vec(x, 310, z), vec(x - 130, 395, z)], 2.4);
  }, 'middle');
  if (!s.isFromAbove) s.put(2950, () => {
    s.poly([vec(-700, 430, 0), vec(edge - 40, 400, 0), vec(edge - 40, 400, 3200), vec(-700, 430, 3200)], topped(s, GREY), { shade: 2 });
    for (let z = 200; z < 3200; z += 250) s.poly([vec(-700, 420, z), vec(edge - 40, 390, z), vec(edge - 40, 402, z), vec(-700, 432, z)], STEEL, { weight: 0.6 });
  }, 'far');
  s.put(760, () => {
    sign(s, uprightFrame(-260, 760, 265), { u: 0, v: 0, w: 190, h: 60 }, WHITE, false);
    for (const x of [-240, -90]) s.line([vec(x, 325, 760), vec(x, 400, 760)], 1.2);
  });
  s.put(940, () => {
    s.line([vec(-30, 340, 940), vec(-30, 395, 940)], 1.6);
    clock(s, uprightFrame(-30, 940, 300), 0, 10, 36);
  });
  s.put(800, () => bench(s, { x: -275, z: 800, w: 150, yaw: -Math.PI / 2 }, isOld(s) ? WOOD : CLOTH_BLUE));
  s.put(1700, () => box(s, { x: -280, z: 1750, w: 90, h: 180, d: 60 }, CLOTH_RED));
}

/** A train standing along a platform; x is its left side. */
function carriage(s: Sketch, x: number, z0: number, z1: number): void {
  const m = isOld(s) ? WOOD_DARK : WHITE;
  const w = 260;
  box(s, { x: x + w / 2, y: -10, z: (z0 + z1) / 2, w, h: 300, d: z1 - z0 }, m, { top: STEEL });
  const front = uprightFrame(x, z0, -10);
  s.patch(quad(front, 30, 150, 230, 260, 2), s.plain(s.light.isNight ? 0 : 6, s.light.isNight ? '#ffeebb' : '#49606f'), { weight: 0.8 });
  s.line([front(130, 20, 2), front(130, 260, 2)], 0.8);
  for (const u of [45, 215]) s.poly(Array.from({ length: 10 }, (_, i) => front(u + Math.cos((i * Math.PI) / 5) * 16, 70 + Math.sin((i * Math.PI) / 5) * 16, 2)), WHITE, { isExact: true });
  s.poly(quad(front, 0, 100, w, 125, 2), { colour: '#3f7fb0', level: 5 }, { weight: 0.5 });
  sign(s, front, { u: 80, v: 266, w: 100, h: 26 }, INK, false);
  const side: Frame = frameAt(vec(x, -10, z1), vec(0, 0, -1), vec(0, 1, 0));
  const long = z1 - z0;
  s.poly(quad(side, 0, 100, long, 125, 1), { colour: '#3f7fb0', level: 5 }, { weight: 0.5 });
  for (let u = 60; u < long - 100; u += 250) {
    s.patch(quad(side, u, 150, u + 120, 245, 1), s.plain(s.light.isNight ? 0 : 6, s.light.isNight ? '#ffeebb' : '#49606f'), { weight: 0.6 });
    s.poly(quad(side, u + 150, 15, u + 225, 250, 1), m, { weight: 0.7, shade: 1 });
  }
}

export function busStop(s: Sketch): void {
  sky(s);
  ground(s, CONCRETE, { plain: true });
  treeLine(s, 5200, 620);
  s.plate.plane = 'far';
  s.poly([vec(-6000, 0, 900), vec(6000, 0, 900), vec(6000, 0, 1800), vec(-6000, 0, 1800)], topped(s, { colour: '#8d9096', level: 1 }));
  for (let x = -3000; x < 3000; x += 420) s.patch([vec(x, 0.3, 1330), vec(x + 210, 0.3, 1330), vec(x + 210, 0.3, 1360), vec(x, 0.3, 1360)], s.paint(WHITE), { weight: 0.5 });
  s.poly([vec(-6000, 0.2, 860), vec(6000, 0.2, 860), vec(6000, 0.2, 900), vec(-6000, 0.2, 900)], topped(s, PAVING));
  stripes(s, (u, v) => vec(-900 + u, 0.2, 150 + v), { w: 1800, h: 700 }, 130, 'v', 0.4, 0.4);
  for (const [x, w, h] of [[-1700, 800, 620], [-700, 760, 900], [300, 820, 700], [1350, 900, 820]] as const) s.put(2600, () => townBlock(s, { x, z: 2600, w, d: 700, h }));
  s.put(700, () => {
    const [x0, x1] = [-520, -190];
    s.poly([vec(x0, 0, 760), vec(x1, 0, 760), vec(x1, 250, 760), vec(x0, 250, 760)], PALE, { weight: 0.8 });
    for (const x of [x0 + 110, x0 + 220]) s.line([vec(x, 10, 759), vec(x, 245, 759)], 0.8);
    for (const [a, b] of [[30, 120], [150, 240]] as const) s.line([vec(x0 + a, 60, 758), vec(x0 + b - 40, 200, 758)], 0.5);
    block(s, [x0 - 10, x1 + 30], [250, 264], [600, 770], topped(s, STEEL));
    for (const x of [x0, x1]) box(s, { x, z: 620, w: 10, h: 250, d: 10 }, STEEL);
    bench(s, { x: -355, z: 715, w: 210 }, WOOD, false);
  });
  s.put(640, () => {
    drum(s, { x: 225, z: 640, y0: 0, y1: 10, r0: 24 }, CONCRETE);
    drum(s, { x: 225, z: 640, y0: 10, y1: 260, r0: 4 }, STEEL, { isPlain: true });
    s.poly(Array.from({ length: 18 }, (_, i) => vec(225 + Math.cos((i * Math.PI) / 9) * 34, 262 + Math.sin((i * Math.PI) / 9) * 34, 634)), { colour: '#d8574a', level: 5 }, { isExact: true });
    s.poly(quad(uprightFrame(195, 633), 0, 250, 60, 274), WHITE, { weight: 0.7 });
    sign(s, uprightFrame(195, 634, 120), { u: 0, v: 0, w: 60, h: 90 }, WHITE);
  });
  s.put(860, () => lampPost(s, 470, 840, 520));
  s.put(1000, () => tree(s, 760, 820, 480));
}

export function airport(s: Sketch): void {
  const h = room(s, { x: [-620, 620], back: 1100, height: 480, wall: WHITE, floor: PALE, pattern: 'big-tiles', isOpenAbove: true, skirting: false });
  s.poly(quad(h.ceiling, 0, 0, h.w, h.d), STEEL, { shade: 0 });
  for (let x = -600; x <= 600; x += 150) s.line([vec(x, 478, 0), vec(x, 478, 1100)], 1);
  for (let z = 300; z < 1100; z += 260) ceilingTubes(s, [-380, 0, 380], [z, z + 130], 476);
  windowOn(s, h.back, { u: 40, v: 30, w: 1160, h: 400, panes: 7, rows: 2, view: 'none', frame: STEEL });
  s.put(1095, () => plane(s, 120, 1096));
  s.put(900, () => {
    sign(s, uprightFrame(-420, 900, 330), { u: 0, v: 0, w: 380, h: 64 }, INK, false);
    for (const x of [-380, -80]) s.line([vec(x, 394, 900), vec(x, 478, 900)], 1.2);
  });
  for (const z of [820, 640, 480]) for (const side of [-1, 1]) s.put(z, () => {
    for (let i = 0; i < 4; i++) {
      const x = side * (235 + i * 66);
      box(s, { x, z, y: 38, w: 56, h: 8, d: 48 }, INK, { shade: -2, weight: 0.8 });
      box(s, { x, z: z + 22, y: 46, w: 56, h: 42, d: 6 }, INK, { shade: -2, weight: 0.8 });
      s.sit(x, z, 46);
    }
    s.line([vec(side * 205, 34, z), vec(side * 470, 34, z)], 2.2);
    for (const k of [225, 450]) s.line([vec(side * k, 34, z), vec(side * k, 0, z)], 2);
  });
  for (const x of [-470, 470]) s.put(1000, () => drum(s, { x, z: 960, y0: 0, y1: 480, r0: 32 }, WHITE));
  s.put(520, () => {
    box(s, { x: 205, z: 430, y: 6, w: 44, h: 62, d: 26 }, CLOTH_RED);
    s.line([vec(190, 68, 430), vec(190, 100, 430), vec(220, 100, 430), vec(220, 68, 430)], 1.2);
  });
}

function plane(s: Sketch, x: number, z: number): void {
  const at = (px: number, py: number): Vector => vec(x + px, 130 + py, z);
  s.poly([at(-330, 0), at(-290, 34), at(-230, 48), at(190, 48), at(300, 150), at(345, 150), at(310, 40), at(330, 20), at(200, -14), at(-240, -18)], WHITE, { isExact: true });
  s.poly([at(-60, 8), at(60, 8), at(170, -58), at(130, -60)], STEEL);
  s.poly([at(-70, -24), at(10, -24), at(14, -52), at(-66, -52)], STEEL, { shade: 2 });
  for (let i = 0; i < 14; i++) s.patch([at(-220 + i * 28, 22), at(-210 + i * 28, 22), at(-210 + i * 28, 34), at(-220 + i * 28, 34)], s.pen.paints.line);
  s.poly([at(-330, 0), at(-290, 34), at(-262, 36), at(-270, 16)], INK, { isExact: true });
  s.line([at(-240, -18), at(-240, -60)], 1.6);
  s.line([at(80, -18), at(80, -60)], 1.6);
}

export function ship(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, 200, 60_000, 90_000, -420, { ...WATER, level: 1 });
  const wood = { colour: '#c09a68', level: 0 };
  s.put(2000, () => {
    s.poly([vec(-420, 0, -200), vec(420, 0, -200), vec(400, 0, 900), vec(0, 20, 1750), vec(-400, 0, 900)], wood);
    stripes(s, (u, v) => vec(-400 + u, 0.4, 100 + v), { w: 800, h: 800 }, 46, 'v', 0.45, 0.25);
  });
  s.put(1500, () => {
    for (const side of [-1, 1]) {
      const rail = [vec(side * 420, 0, -100), vec(side * 400, 0, 900), vec(0, 30, 1750)];
      const up = (p: Vector, y: number): Vector => vec(p.x, p.y + y, p.z);
      if (isOld(s)) {
        for (let i = 1; i < 3; i++) s.poly([rail[i - 1]!, rail[i]!, up(rail[i]!, 85), up(rail[i - 1]!, 85)], WOOD, { shade: side > 0 ? 1 : 2 });
        for (let i = 1; i < 3; i++) s.poly([up(rail[i - 1]!, 85), up(rail[i]!, 85), up(rail[i]!, 100), up(rail[i - 1]!, 100)], WOOD_DARK);
      } else {
        for (const y of [40, 75, 110]) s.line(rail.map((p) => up(p, y)), y === 110 ? 2.2 : 1.2);
        for (let z = 200; z < 900; z += 110) s.line([vec(side * (418 - z * 0.02), 0, z), vec(side * (418 - z * 0.02), 110, z)], 1.2);
      }
    }
  });
  s.put(1100, () => {
    if (isOld(s)) {
      drum(s, { x: 0, z: 1050, y0: 0, y1: 1500, r0: 30, r1: 18 }, WOOD);
      s.line([vec(-520, 640, 1050), vec(520, 640, 1050)], 4);
      s.poly([vec(-500, 630, 1045), vec(500, 630, 1045), vec(430, 260, 1000), vec(0, 210, 960), vec(-430, 260, 1000)], { colour: '#efe6cf', level: 0 }, { isExact: true });
      for (const x of [-300, -100, 100, 300]) s.line([vec(x, 625, 1044), vec(x * 0.9, 440, 1000), vec(x * 0.86, 235, 985)], 0.7);
      for (const side of [-1, 1]) for (const k of [0, 50, 100]) s.line([vec(side * 400, 90, 850 + k), vec(side * 14, 1300, 1050)], 0.8);
    } else {
      const f = box(s, { x: 0, z: 1250, w: 360, h: 330, d: 300 }, WHITE);
      s.patch(quad(f.front, 20, 190, 340, 270, 2), s.plain(6, '#476374'), { weight: 0.8 });
      for (const u of [100, 180, 260]) s.line([f.front(u, 190, 3), f.front(u, 270, 3)], 1, { ink: s.pen.paints.paper });
      doorOn(s, f.front, { u: 140, w: 80, h: 170, material: STEEL });
      drum(s, { x: 60, z: 1300, y0: 330, y1: 520, r0: 55, r1: 48 }, CLOTH_RED);
      s.line([vec(-100, 330, 1250), vec(-100, 620, 1250)], 2);
      s.line([vec(-150, 560, 1250), vec(-50, 560, 1250)], 1.4);
    }
  });
  s.put(640, () => { if (isOld(s)) { barrel(s, -290, 620); barrel(s, -320, 540); } else s.line(Array.from({ length: 19 }, (_, i) => vec(-398, 62 + Math.sin((i * Math.PI) / 9) * 30, 640 + Math.cos((i * Math.PI) / 9) * 30)), 4); });
  s.put(620, () => crate(s, { x: 290, z: 600, w: 90, h: 70, d: 80, yaw: 0.2 }));
  s.put(560, () => s.line(Array.from({ length: 40 }, (_, i) => vec(-240 + Math.cos(i * 0.7) * (34 - i * 0.4), 2, 560 + Math.sin(i * 0.7) * (28 - i * 0.3))), 1.2));
}

export function harbour(s: Sketch): void {
  sky(s);
  ground(s, CONCRETE, { plain: true });
  mountains(s, { z: 26_000, height: 3200 });
  s.plate.plane = 'far';
  water(s, 900, 22_000, 30_000, -20, { ...WATER, level: 1 });
  s.line([vec(-6000, 0, 900), vec(6000, 0, 900)], 1.6);
  s.put(6000, () => { s.poly([vec(1200, -20, 7000), vec(6000, -20, 7000), vec(6000, 90, 7000), vec(1200, 90, 7000)], STONE); box(s, { x: 1500, z: 7000, y: 90, w: 200, h: 620, d: 200 }, WHITE); box(s, { x: 1500, z: 7000, y: 710, w: 240, h: 110, d: 240 }, CLOTH_RED); });
  for (const [x, z, k] of [[-620, 1500, 1], [520, 1900, 1.2], [-1500, 2300, 1.3], [1700, 2600, 1.4]] as const) s.put(z, () => boat(s, x, z, k));
  for (const x of [-380, -160, 200, 420]) s.put(860, () => { drum(s, { x, z: 860, y0: 0, y1: 38, r0: 15, r1: 12 }, IRON); drum(s, { x, z: 860, y0: 38, y1: 48, r0: 20 }, IRON); });
  s.put(850, () => s.line(Array.from({ length: 11 }, (_, i) => vec(-380 + i * 12, 30 - Math.sin((i * Math.PI) / 10) * 40, 870 + i * 24)), 1.3));
  s.put(700, () => {
    for (const [x, y, w] of [[-330, 0, 90], [-240, 0, 80], [-290, 62, 78]] as const) crate(s, { x, y, z: 690, w, h: 62, d: 70, yaw: 0.1 });
    barrel(s, 290, 700);
    barrel(s, 350, 660);
  });
  s.put(1200, () => {
    const x = 560;
    if (isOld(s)) return;
    for (const dx of [-80, 80]) s.line([vec(x + dx, 0, 1000), vec(x, 760, 1000)], 3);
    for (let y = 90; y < 700; y += 110) s.line([vec(x - 80 + y * 0.1, y, 1000), vec(x + 66 - y * 0.1, y + 100, 1000)], 1.2);
    s.line([vec(x, 760, 1000), vec(x - 460, 880, 1000)], 3);
    s.line([vec(x - 440, 876, 1000), vec(x - 440, 420, 1000)], 1);
  });
  stripes(s, (u, v) => vec(-900 + u, 0.2, 150 + v), { w: 1800, h: 740 }, 180, 'u', 0.4, 0.4);
}

function boat(s: Sketch, x: number, z: number, k: number): void {
  const at = (px: number, py: number): Vector => vec(x + px * k, -20 + py * k, z);
  s.poly([at(-190, 90), at(-150, 0), at(150, 0), at(220, 100), at(150, 78), at(-100, 74)], isOld(s) ? WOOD_DARK : WHITE, { isExact: true });
  s.poly([at(-172, 50), at(-150, 0), at(150, 0), at(186, 52)], isOld(s) ? WOOD_DARK : { colour: '#3b5f8f', level: 6 }, { isExact: true, weight: 0.7 });
  if (!isOld(s)) { box(s, { x: x - 30 * k, z, y: 50 * k, w: 120 * k, h: 90 * k, d: 60 * k }, WHITE); s.patch([at(-80, 115), at(20, 115), at(20, 145), at(-80, 145)].map((p) => vec(p.x, p.y, p.z - 32 * k)), s.plain(6, '#476374'), { weight: 0.6 }); }
  s.line([at(40, 80), at(40, 420)], 1.8);
  s.line([at(40, 400), at(210, 110)], 0.7);
  s.line([at(40, 400), at(-180, 90)], 0.7);
  if (isOld(s)) s.poly([at(46, 390), at(46, 120), at(180, 130)], { colour: '#efe6cf', level: 0 });
}

