/** Places of a school. */
import { CONCRETE, GREY, INK, PALE, PLASTER, SAND, STEEL, WHITE, WOOD, WOOD_LIGHT } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { topped, windowGrid } from '../block/building.ts';
import { ceilingTubes, sign } from '../block/fixture.ts';
import { tree } from '../block/foliage.ts';
import { leavesCorner } from '../block/foreground.ts';
import { blackboard, cabinet, chair, clock, picture, schoolDesk, stool } from '../block/furniture.ts';
import { fence, ground, patchOn } from '../block/ground.ts';
import { skyline, treeLine } from '../block/landscape.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { lightPatch, room } from '../block/room.ts';
import { sky } from '../block/sky.ts';
import { scatter } from '../block/surface.ts';

export function classroom(s: Sketch): void {
  const h = room(s, { x: [-345, 345], back: 760, height: 300, wall: PLASTER, floor: WOOD_LIGHT, pattern: 'boards' });
  for (const u of [150, 370, 590]) windowOn(s, h.left, { u, v: 88, w: 195, h: 165, panes: 2, rows: 1, curtain: u === 590 ? 'sides' : 'none' });
  for (const z of [260, 460, 660]) lightPatch(s, [-320, -210], [z, z + 110], 90);
  blackboard(s, h.back, { u: 130, v: 92, w: 400, h: 120 });
  clock(s, h.back, 330, 262);
  picture(s, h.back, { u: 560, v: 120, w: 52, h: 80 }, 'notice');
  picture(s, h.back, { u: 625, v: 135, w: 46, h: 60 }, 'notice');
  doorOn(s, h.right, { u: 90, w: 170, h: 205, kind: 'sliding', material: WOOD_LIGHT });
  picture(s, h.right, { u: 400, v: 110, w: 120, h: 90 }, 'notice');
  ceilingTubes(s, [-220, 0, 220], [260, 700], 299);
  s.put(700, () => {
    block(s, [-200, 200], [0, 16], [690, 760], WOOD);
    box(s, { x: 10, z: 700, y: 16, w: 110, h: 88, d: 50 }, WOOD);
  });
  for (const z of [600, 480, 360, 240, 135]) {
    for (const x of [-285, -195, 195, 285]) {
      s.put(z, () => schoolDesk(s, { x, z }), z < 200 ? 'near' : 'middle');
      s.put(z - 48, () => chair(s, { x, z: z - 48, yaw: Math.PI }, WOOD_LIGHT), z < 200 ? 'near' : 'middle');
    }
  }
}

export function schoolCorridor(s: Sketch): void {
  const h = room(s, { x: [-190, 190], back: 1700, height: 290, wall: PLASTER, floor: PALE, pattern: 'none', dado: { height: 90, material: { colour: '#d5dccd', level: 1 } } });
  for (let u = 90; u < 1500; u += 230) windowOn(s, h.left, { u, v: 95, w: 190, h: 150, panes: 2, view: u > 500 ? 'none' : 'trees' });
  for (const u of [180, 700, 1220]) {
    doorOn(s, h.right, { u, w: 160, h: 205, kind: 'sliding', material: WOOD_LIGHT });
    windowOn(s, h.right, { u: u + 210, v: 110, w: 210, h: 95, panes: 3, view: 'none' });
    s.put(1700 - 60 - u, () => sign(s, uprightFrame(130, 1640 - u, 222), { u: 0, v: 0, w: 52, h: 22 }, WHITE));
  }
  for (let z = 180; z < 1600; z += 230) {
    lightPatch(s, [-180, -90], [z, z + 150], 110);
    ceilingTubes(s, [0], [z, z + 110], 289);
  }
  windowOn(s, h.back, { u: 100, v: 60, w: 180, h: 170, panes: 2, view: 'sky' });
  s.line([vec(0, 0.2, 100), vec(0, 0.2, 1700)], 0.8);
  s.put(520, () => picture(s, h.right, { u: 1140, v: 110, w: 60, h: 90 }, 'notice'));
}

export function schoolGate(s: Sketch): void {
  sky(s);
  ground(s, SAND, { tufts: 20 });
  treeLine(s, 5200, 520);
  s.put(2300, () => {
    const f = uprightFrame(-1500, 2300);
    box(s, { x: -100, z: 2700, w: 2800, h: 1150, d: 800 }, PLASTER, { top: topped(s, CONCRETE) });
    windowGrid(s, f, 2800, 1100, { cols: 15, rows: 3, from: 40, size: 0.72, tall: 0.5 });
    s.poly(quad(uprightFrame(-1520, 2290), 0, 1130, 2840, 1190), topped(s, CONCRETE));
    box(s, { x: -100, z: 2400, w: 520, h: 1420, d: 300 }, PLASTER);
    clock(s, uprightFrame(-100, 2246), 0, 1260, 90);
    doorOn(s, uprightFrame(-300, 2248), { u: 0, w: 400, h: 310, kind: 'sliding', material: STEEL });
    s.poly(quad(uprightFrame(-350, 2246), 0, 330, 500, 360, 60), CONCRETE, { shade: 2 });
  });
  patchOn(s, [[-260, -100], [260, -100], [220, 2240], [-300, 2240]], topped(s, CONCRETE), 0.7);
  for (const [x, z] of [[-760, 1500], [760, 1600], [-520, 1150], [620, 1050], [-900, 900]] as const) s.put(z, () => tree(s, x, z, 520, 'cherry'));
  for (const side of [-1, 1]) {
    s.put(680, () => {
      const x = side * 290;
      box(s, { x, z: 690, w: 75, h: 230, d: 75 }, CONCRETE, { top: topped(s, CONCRETE) });
      box(s, { x, z: 690, y: 230, w: 92, h: 16, d: 92 }, CONCRETE, { top: topped(s, CONCRETE) });
      if (side < 0) sign(s, uprightFrame(x - 16, 651, 70), { u: 0, v: 0, w: 32, h: 130 }, WHITE);
      block(s, side < 0 ? [-1600, x - 40] : [x + 40, 1600], [0, 120], [680, 700], CONCRETE, { top: topped(s, CONCRETE) });
      fence(s, side < 0 ? [-1600, x - 40] : [x + 40, 1600], 690, 70, 'iron', 120);
    });
  }
  leavesCorner(s);
}

export function gym(s: Sketch): void {
  const h = room(s, { x: [-700, 700], back: 1500, height: 640, wall: WOOD_LIGHT, floor: WOOD_LIGHT, pattern: 'boards', isOpenAbove: true });
  for (let u = 100; u < 1400; u += 260) {
    windowOn(s, h.left, { u, v: 400, w: 190, h: 130, panes: 3, view: 'none' });
    windowOn(s, h.right, { u, v: 400, w: 190, h: 130, panes: 3, view: 'none' });
  }
  s.poly(quad(h.ceiling, 0, 0, h.w, h.d), GREY, { shade: 1 });
  for (let z = 200; z < 1500; z += 240) s.poly([vec(-700, 600, z), vec(700, 600, z), vec(700, 640, z), vec(-700, 640, z)], STEEL, { weight: 0.7 });
  for (const x of [-350, 0, 350]) ceilingTubes(s, [x], [400, 470], 596);
  s.put(1490, () => {
    s.poly(quad(h.back, 330, 90, 1070, 420, 2), INK);
    s.poly([...quad(h.back, 300, 380, 1100, 470, 6)], { colour: '#8f2f34', level: 4 });
    for (let u = 300; u < 1100; u += 40) s.line([h.back(u, 470, 7), h.back(u + 8, 384, 7)], 0.6);
    block(s, [-370, 370], [0, 95], [1440, 1500], WOOD);
  });
  for (const side of [-1, 1]) {
    s.put(900, () => {
      const x = side * 640;
      s.line([vec(x, 420, 900), vec(x - side * 90, 330, 900)], 2);
      s.poly([vec(x - side * 90, 300, 820), vec(x - side * 90, 300, 980), vec(x - side * 90, 405, 980), vec(x - side * 90, 405, 820)], WHITE);
      s.line(Array.from({ length: 11 }, (_, i) => vec(x - side * 130 + Math.cos((i * Math.PI) / 5) * 24, 305, 900 + Math.sin((i * Math.PI) / 5) * 24)), 1.5);
      for (let i = 0; i < 6; i++) s.line([vec(x - side * 130 + Math.cos(i) * 22, 305, 900 + Math.sin(i) * 22), vec(x - side * 130 + Math.cos(i + 0.5) * 12, 262, 900 + Math.sin(i + 0.5) * 12)], 0.5);
    });
  }
  s.line([vec(-560, 0.2, 180), vec(-560, 0.2, 1400), vec(560, 0.2, 1400), vec(560, 0.2, 180)], 1.6);
  s.line([vec(-560, 0.2, 800), vec(560, 0.2, 800)], 1.6);
  s.line(Array.from({ length: 25 }, (_, i) => vec(Math.cos((i * Math.PI) / 12) * 180, 0.2, 800 + Math.sin((i * Math.PI) / 12) * 180)), 1.4);
}

export function sportsField(s: Sketch): void {
  sky(s);
  ground(s, SAND, { tufts: 8 });
  treeLine(s, 7000, 700);
  s.put(6000, () => {
    box(s, { x: -1800, z: 6000, w: 3600, h: 1100, d: 600 }, PLASTER);
    windowGrid(s, uprightFrame(-3600, 5700), 3600, 1050, { cols: 16, rows: 3, size: 0.7 });
    skyline(s, 9000, 900);
  });
  const lane = (rx: number, rz: number): void => s.line(Array.from({ length: 41 }, (_, i) => vec(Math.cos((i * Math.PI) / 20) * rx, 0.2, 1600 + Math.sin((i * Math.PI) / 20) * rz)), 1.3, { ink: s.light.isNight ? s.pen.paints.paper : s.pen.paints.line });
  for (const k of [0, 90, 180, 270]) lane(1100 + k, 1150 + k * 0.8);
  s.put(2900, () => {
    for (const x of [-370, 370]) s.line([vec(x, 0, 2900), vec(x, 244, 2900)], 2.4);
    s.line([vec(-370, 244, 2900), vec(370, 244, 2900)], 2.4);
    for (let x = -370; x <= 370; x += 60) s.line([vec(x, 240, 2900), vec(x, 0, 3000)], 0.4);
    for (let y = 40; y < 240; y += 50) s.line([vec(-370, y, 2960), vec(370, y, 2960)], 0.4);
  });
  s.put(3400, () => fence(s, [-4000, 4000], 3600, 420, 'mesh'));
  scatter(s, { x: [-700, 700], z: [200, 2000] }, s.isSoft ? 4 : 26, (at, k) => s.line([at, vec(at.x + 14 * k, 0, at.z + 4)], 0.6));
  leavesCorner(s);
}

export function laboratory(s: Sketch): void {
  const h = room(s, { x: [-360, 360], back: 700, height: 290, wall: WHITE, floor: PALE, pattern: 'big-tiles' });
  for (const u of [200, 440]) windowOn(s, h.left, { u, v: 95, w: 190, h: 150, panes: 2, curtain: 'blind' });
  blackboard(s, h.back, { u: 210, v: 95, w: 260, h: 115 });
  ceilingTubes(s, [-180, 180], [260, 620], 289);
  s.put(690, () => {
    for (const x of [-290, 250]) {
      cabinet(s, { x, z: 675, w: 110, h: 85, d: 45 }, STEEL);
      glassware(s, x, 85, 672);
      cabinet(s, { x, z: 680, y: 125, w: 110, h: 110, d: 36 }, WHITE);
    }
  });
  for (const [x, z] of [[-255, 470], [255, 470], [-275, 270], [275, 270]] as const) {
    s.put(z, () => {
      block(s, [x - 80, x + 80], [0, 82], [z - 35, z + 35], WHITE);
      block(s, [x - 86, x + 86], [82, 87], [z - 40, z + 40], INK, { shade: -1 });
      glassware(s, x - 30, 87, z);
      s.line([vec(x + 50, 87, z), vec(x + 50, 120, z), vec(x + 50, 116, z - 16)], 1.6);
      drum(s, { x: x + 20, z, y0: 87, y1: 93, r0: 13 }, INK);
      box(s, { x: x + 20, z, y: 93, w: 7, h: 26, d: 7 }, STEEL);
      s.line([vec(x + 20, 119, z), vec(x + 8, 132, z)], 3);
    });
    s.put(z - 60, () => stool(s, { x: x + 30, z: z - 62, h: 55 }, GREY), 'middle');
  }
}

function glassware(s: Sketch, x: number, y: number, z: number): void {
  drum(s, { x: x - 20, z, y0: y, y1: y + 17, r0: 12, r1: 3 }, { colour: '#9fd3c7', level: 2 });
  drum(s, { x: x - 20, z, y0: y + 17, y1: y + 27, r0: 3 }, WHITE);
  drum(s, { x, z, y0: y, y1: y + 20, r0: 7 }, { colour: '#e3b04b', level: 0 });
  for (let i = 0; i < 4; i++) drum(s, { x: x + 16 + i * 6, z, y0: y, y1: y + 18, r0: 2 }, i % 2 === 0 ? WHITE : INK);
  s.poly(quad(frameAt(vec(x + 12, y + 8, z - 3), vec(1, 0, 0), vec(0, 1, 0)), 0, 0, 28, 4), WOOD, { weight: 0.5 });
}

