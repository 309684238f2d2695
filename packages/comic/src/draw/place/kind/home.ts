/** Rooms of a home. All x and z in cm; people stand at z 250-600 about x = 0. */
import { CLOTH, CLOTH_BLUE, CLOTH_RED, GREY, INK, PALE, PLASTER, STEEL, WALLPAPER, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { deskLamp, floorLamp, fridge, monitor, pendant, plant, television } from '../block/fixture.ts';
import { bed, cabinet, chair, clock, goodsRow, picture, rug, shelf, sofa, table } from '../block/furniture.ts';
import { edgePost } from '../block/foreground.ts';
import { doorOn, windowOn } from '../block/opening.ts';
import { lightPatch, room } from '../block/room.ts';
import { hatch, stripes, tiles } from '../block/surface.ts';

const isOld = (s: Sketch): boolean => s.spec.era === 'past' || s.spec.era === 'fantasy';

export function livingRoom(s: Sketch): void {
  const r = s.part();
  const h = room(s, { x: [-330, 330], back: 660, height: 250, wall: isOld(s) ? PLASTER : WALLPAPER, floor: WOOD_LIGHT, pattern: 'boards' });
  windowOn(s, h.back, { u: 60, v: 90, w: 190, h: 125, panes: 2, curtain: 'sides', view: 'trees' });
  windowOn(s, h.left, { u: 330, v: 30, w: 190, h: 190, panes: 2, curtain: 'sides' });
  lightPatch(s, [-300, -150], [300, 420], 60);
  picture(s, h.back, { u: 330, v: 140, w: 64, h: 48 });
  picture(s, h.back, { u: 404, v: 152, w: 34, h: 44 }, 'portrait');
  rug(s, [-180, 170], [330, 560], CLOTH);
  s.put(640, () => sofa(s, { x: -30, z: 600, w: 200 }, r.chance(0.5) ? CLOTH_BLUE : GREY));
  s.put(630, () => shelf(s, { x: 270, z: 630, w: 110, h: 205 }, WOOD));
  s.put(628, () => plant(s, -285, 620, 130));
  if (!isOld(s)) {
    s.put(470, () => {
      cabinet(s, { x: 295, z: 430, w: 130, h: 48, d: 45, yaw: Math.PI / 2, drawers: 2 }, WOOD_DARK);
      television(s, { x: 296, z: 430, y: 50, w: 110, h: 66, d: 8, yaw: Math.PI / 2 });
    });
  }
  s.put(560, () => floorLamp(s, -205, 590));
  s.put(250, () => box(s, { x: -265, z: 250, w: 100, h: 40, d: 60 }, WOOD));
  pendant(s, 20, 470, 250, 60);
}

export function bedroom(s: Sketch): void {
  const h = room(s, { x: [-270, 290], back: 620, height: 240, wall: PLASTER, floor: WOOD_LIGHT, pattern: 'boards' });
  windowOn(s, h.back, { u: 150, v: 88, w: 170, h: 120, panes: 2, rows: isOld(s) ? 3 : 1, curtain: 'sides' });
  picture(s, h.right, { u: 120, v: 130, w: 60, h: 74 }, 'notice');
  rug(s, [-90, 150], [330, 480], CLOTH_RED);
  s.put(600, () => bed(s, { x: -190, z: 500, w: 110 }, s.pen.paints.isColour ? CLOTH_BLUE : { ...CLOTH_BLUE, level: 2 }));
  s.put(590, () => {
    table(s, { x: 175, z: 575, w: 140, d: 62 }, WOOD);
    monitorOrBooks(s, 200, 75, 585);
    deskLamp(s, 130, 74, 580);
  });
  s.put(520, () => chair(s, { x: 175, z: 500, yaw: Math.PI }, WOOD_DARK));
  s.put(400, () => shelf(s, { x: 268, z: 380, w: 90, h: 180, yaw: Math.PI / 2 }, WOOD));
  s.put(611, () => plant(s, 0, 600, 46, 86));
  s.put(230, () => cabinet(s, { x: -238, z: 255, w: 60, h: 54, d: 50, drawers: 2 }, WOOD), 'middle');
  pendant(s, 20, 420, 240, 40);
}

function monitorOrBooks(s: Sketch, x: number, y: number, z: number): void {
  if (!isOld(s)) monitor(s, x, y, z);
  else goodsRow(s, frameAt(vec(x - 30, y, z), vec(1, 0, 0), vec(0, 1, 0)), { w: 60, h: 26 }, 'books', 1, 7);
}

export function kitchen(s: Sketch): void {
  const h = room(s, { x: [-290, 290], back: 620, height: 245, wall: PLASTER, floor: PALE, pattern: 'tiles' });
  tiles(s, (u, v, o) => h.back(u + 40, v + 90, o), { w: 440, h: 60 }, 20, 0.4);
  windowOn(s, h.back, { u: 215, v: 112, w: 150, h: 95, panes: 2, view: 'trees' });
  const line = (x: number, w: number): void => void cabinet(s, { x, z: 588, w, h: 84, d: 62, doors: Math.round(w / 50) }, WOOD_LIGHT);
  s.put(618, () => {
    line(-120, 180);
    line(60, 180);
    block(s, [-215, 155], [84, 89], [554, 620], STEEL, { top: STEEL, shade: -1 });
    box(s, { x: -20, z: 585, y: 86, w: 80, h: 4, d: 44 }, GREY);
    s.line([vec(-20, 90, 612), vec(-20, 118, 612), vec(-20, 118, 590), vec(-20, 110, 588)], 2);
    for (const dx of [-150, -105]) {
      drum(s, { x: dx, z: 586, y0: 89, y1: 93, r0: 17 }, INK);
    }
    drum(s, { x: -150, z: 586, y0: 94, y1: 118, r0: 16 }, STEEL);
    s.line([vec(-166, 112, 586), vec(-180, 112, 580)], 2);
  });
  s.put(617, () => {
    for (const x of [-240, -170, -100]) cabinet(s, { x: x + 20, z: 602, y: 160, w: 68, h: 66, d: 34, doors: 2 }, WOOD_LIGHT);
    cabinet(s, { x: 140, z: 602, y: 160, w: 90, h: 66, d: 34, doors: 2 }, WOOD_LIGHT);
  });
  s.put(600, () => fridge(s, 225, 580));
  s.put(616, () => {
    s.line([vec(-60, 150, 618), vec(70, 150, 618)], 1.2);
    for (const [i, x] of [-50, -28, -6, 22, 44].entries()) drum(s, { x, z: 614, y0: 118 - (i % 2) * 6, y1: 142, r0: i % 2 === 0 ? 8 : 4, r1: 3 }, i % 2 === 0 ? INK : STEEL);
  });
  s.put(330, () => {
    table(s, { x: 225, z: 330, w: 110, d: 150 }, WOOD);
    drum(s, { x: 215, z: 330, y0: 72, y1: 80, r0: 18, r1: 22 }, WHITE);
  });
  s.put(430, () => chair(s, { x: 215, z: 445, yaw: 0 }, WOOD));
  pendant(s, 160, 360, 245, 55);
  clock(s, h.right, 130, 195);
}

export function bathroom(s: Sketch): void {
  const h = room(s, { x: [-220, 230], back: 520, height: 235, wall: WHITE, floor: PALE, pattern: 'tiles', skirting: false });
  for (const [f, w] of [[h.back, h.w], [h.left, h.d], [h.right, h.d]] as const) {
    tiles(s, f, { w, h: 130 }, 26, 0.35);
    s.line([f(0, 130), f(w, 130)], 0.8);
  }
  windowOn(s, h.back, { u: 60, v: 145, w: 90, h: 60, panes: 2, view: 'none' });
  s.put(500, () => {
    cabinet(s, { x: 110, z: 490, w: 110, h: 80, d: 50 }, WHITE);
    box(s, { x: 110, z: 488, y: 80, w: 116, h: 6, d: 56 }, WHITE);
    s.line([vec(110, 86, 508), vec(110, 108, 508), vec(110, 106, 488)], 2);
    const f = h.back;
    s.poly(quad(f, 275, 105, 385, 205, 2), WHITE, { weight: 1 });
    s.patch(quad(f, 281, 111, 379, 199, 3), s.plain(1, '#cfe3ea'), { weight: 0.6 });
    for (const [a, b] of [[290, 330], [305, 355]] as const) s.line([f(a, 120, 4), f(b, 188, 4)], 0.5);
  });
  s.put(440, () => {
    box(s, { x: -150, z: 400, w: 140, h: 56, d: 230 }, WHITE);
    s.poly(quad(frameAt(vec(-205, 56.5, 300), vec(1, 0, 0), vec(0, 0, 1)), 0, 0, 110, 200), { colour: '#9fd0de', level: 2 }, { weight: 0.8 });
    s.line([vec(-215, 56, 500), vec(-215, 190, 500), vec(-190, 195, 490)], 1.4);
  });
  s.put(330, () => {
    for (const y of [110, 112]) s.line([vec(228, y, 280), vec(228, y, 380)], 1.2);
    s.poly([vec(226, 112, 290), vec(226, 112, 360), vec(226, 50, 358), vec(226, 46, 292)], CLOTH, { weight: 0.9 });
  });
}

export function corridor(s: Sketch): void {
  const h = room(s, { x: [-150, 150], back: 1250, height: 245, wall: PLASTER, floor: isOld(s) ? WOOD : WOOD_LIGHT, pattern: 'boards', dado: { height: 85, material: { ...WOOD_LIGHT, level: 1 } } });
  for (const u of [240, 620, 1000]) doorOn(s, h.left, { u, kind: isOld(s) ? 'shoji' : 'panel', w: 92 });
  for (const u of [180, 560, 940]) doorOn(s, h.right, { u, kind: isOld(s) ? 'shoji' : 'panel', w: 92 });
  windowOn(s, h.back, { u: 90, v: 90, w: 120, h: 120, panes: 2, view: 'trees' });
  picture(s, h.left, { u: 480, v: 130, w: 80, h: 56 });
  picture(s, h.right, { u: 420, v: 128, w: 60, h: 60 }, 'portrait');
  for (const z of [420, 800, 1150]) s.patch([vec(-24, 245, z), vec(24, 245, z), vec(24, 245, z + 60), vec(-24, 245, z + 60)], s.light.isDark ? s.paint(PALE) : s.plain(0, '#fff6d0'), { weight: 0.7 });
  s.patch([vec(-60, 0.3, 1240), vec(60, 0.3, 1240), vec(40, 0.3, 700), vec(-40, 0.3, 700)], s.light.isDark ? s.plain(2, '#8fa2cf') : s.plain(0, '#f0dcb4'));
  s.put(500, () => cabinet(s, { x: 128, z: 420, w: 90, h: 80, d: 36, yaw: Math.PI / 2 }, WOOD_DARK));
  s.put(420, () => plant(s, 122, 420, 50, 80));
  hatch(s, frameAt(vec(-150, 245, 0), vec(0, 0, 1), vec(0, -1, 0)), 100, 1200, 40, 12);
}

export function stairs(s: Sketch): void {
  const h = room(s, { x: [-260, 260], back: 760, height: 420, wall: PLASTER, floor: isOld(s) ? WOOD : GREY, pattern: 'big-tiles' });
  windowOn(s, h.back, { u: 180, v: 245, w: 150, h: 130, panes: 2, rows: 2, view: 'sky' });
  const wood = isOld(s) ? WOOD : WOOD_LIGHT;
  const [n, rise, run] = [13, 17, 24];
  s.put(700, () => {
    for (let i = n - 1; i >= 0; i--) {
      const z = 410 + i * run;
      block(s, [-120, 225], [0, (i + 1) * rise], [z, z + run], wood, { weight: 0.8 });
    }
  });
  s.put(410, () => {
    for (const x of [-128, 232]) {
      for (let i = 0; i < n; i += 2) s.line([vec(x, i * rise, 410 + i * run), vec(x, i * rise + 92, 410 + i * run)], 1.1);
      const a = vec(x, 95, 400);
      const b = vec(x, 95 + n * rise, 400 + n * run);
      s.poly([a, b, vec(b.x, b.y + 9, b.z), vec(a.x, a.y + 9, a.z)], WOOD_DARK);
      box(s, { x, z: 402, w: 13, h: 118, d: 13 }, WOOD_DARK);
    }
  });
  s.put(700, () => picture(s, h.left, { u: 420, v: 150, w: 80, h: 100 }, 'portrait'));
  s.sit(60, 420, 34);
}

export function doorway(s: Sketch): void {
  const h = room(s, { x: [-230, 250], back: 560, height: 245, wall: WALLPAPER, floor: WOOD_LIGHT, pattern: 'boards' });
  s.poly([vec(-230, 0.3, 470), vec(250, 0.3, 470), vec(250, 0.3, 560), vec(-230, 0.3, 560)], GREY);
  s.line([vec(-230, 0.5, 468), vec(250, 0.5, 468)], 1.4);
  doorOn(s, h.back, { u: 190, w: 100, h: 212, kind: isOld(s) ? 'arch' : 'panel', material: WOOD_DARK });
  windowOn(s, h.back, { u: 312, v: 20, w: 34, h: 190, panes: 1, rows: 4, view: 'none' });
  s.put(540, () => cabinet(s, { x: -180, z: 500, w: 90, h: 100, d: 36, doors: 2 }, WOOD));
  s.put(539, () => plant(s, -185, 500, 55, 100));
  s.put(530, () => {
    for (const [x, z] of [[-60, 500], [-40, 505], [75, 500], [96, 512]] as const) box(s, { x, z, w: 11, h: 9, d: 27 }, INK, { weight: 0.6 });
    drum(s, { x: 200, z: 520, y0: 0, y1: 55, r0: 15 }, STEEL);
    for (const k of [-8, 0, 7]) s.line([vec(200 + k, 30, 520), vec(200 + k * 2, 92, 520)], 1.8);
  });
  s.put(430, () => {
    for (const y of [150, 170]) s.line([vec(-228, y, 300), vec(-228, y, 400)], 1.2);
    s.poly([vec(-224, 168, 310), vec(-224, 166, 345), vec(-218, 70, 352), vec(-218, 72, 300)], CLOTH_BLUE, { weight: 0.9 });
  });
  rug(s, [-70, 90], [400, 465], CLOTH_RED);
  pendant(s, 10, 430, 245, 26);
}

export function study(s: Sketch): void {
  const h = room(s, { x: [-290, 290], back: 640, height: 265, wall: WALLPAPER, floor: WOOD, pattern: 'boards', dado: { height: 90, material: WOOD } });
  windowOn(s, h.back, { u: 225, v: 95, w: 130, h: 140, panes: 2, rows: 3, curtain: 'sides', view: 'trees' });
  s.put(630, () => shelf(s, { x: -185, z: 622, w: 200, h: 240, boards: 6 }, WOOD_DARK, 0.92));
  s.put(629, () => shelf(s, { x: 195, z: 622, w: 180, h: 240, boards: 6 }, WOOD_DARK, 0.9));
  s.put(500, () => shelf(s, { x: -272, z: 430, w: 190, h: 240, boards: 6, yaw: -Math.PI / 2 }, WOOD_DARK, 0.92));
  rug(s, [-190, 190], [300, 560], CLOTH_RED);
  s.put(620, () => {
    chair(s, { x: 20, z: 612, yaw: 0 }, WOOD_DARK, true);
  });
  s.put(560, () => {
    cabinet(s, { x: -60, z: 560, w: 40, h: 72, d: 66, drawers: 3 }, WOOD);
    cabinet(s, { x: 100, z: 560, w: 40, h: 72, d: 66, drawers: 3 }, WOOD);
    block(s, [-92, 132], [72, 78], [520, 596], WOOD_DARK, { shade: -2 });
    goodsRow(s, frameAt(vec(60, 78, 560), vec(1, 0, 0), vec(0, 1, 0)), { w: 52, h: 26 }, 'books', 1, 5);
    deskLamp(s, -70, 78, 560);
  });
  s.put(300, () => drum(s, { x: 225, z: 330, y0: 40, y1: 86, r0: 24, r1: 24 }, CLOTH_BLUE));
  s.put(301, () => drum(s, { x: 225, z: 330, y0: 0, y1: 40, r0: 14, r1: 5 }, WOOD_DARK));
}

export function attic(s: Sketch): void {
  const r = s.part();
  const h = room(s, { x: [-330, 330], back: 660, height: 330, wall: WOOD_LIGHT, floor: WOOD, pattern: 'boards', isOpenAbove: true, skirting: false });
  stripes(s, h.back, { w: h.w, h: 330 }, 32, 'v', 0.45, 0.3);
  for (const side of [-1, 1]) {
    s.poly([vec(side * 330, 70, -60), vec(side * 330, 70, 660), vec(0, 340, 660), vec(0, 340, -60)], WOOD, { shade: side < 0 ? 2 : 1 });
    for (let z = 150; z < 660; z += 125) {
      s.poly([vec(side * 330, 70, z), vec(side * 330, 70, z + 18), vec(0, 340, z + 18), vec(0, 340, z)], WOOD_DARK, { weight: 0.8 });
    }
  }
  s.poly([vec(-10, 322, -60), vec(10, 322, -60), vec(10, 322, 660), vec(-10, 322, 660)], WOOD_DARK);
  windowOn(s, h.back, { u: 280, v: 110, w: 100, h: 110, panes: 2, rows: 2, view: 'sky' });
  s.patch([vec(-50, 0.3, 650), vec(50, 0.3, 650), vec(90, 0.3, 380), vec(-60, 0.3, 380)], s.plain(s.light.isDark ? 2 : 0, '#fff0c4'));
  for (const [x, z, w] of [[-220, 560, 90], [-250, 420, 70], [230, 570, 80], [250, 450, 60]] as const) {
    const hh = r.between(40, 70);
    s.put(z, () => {
      box(s, { x, z, w, h: hh, d: w * 0.8, yaw: r.between(-0.3, 0.3) }, { colour: '#c79a64', level: 1 });
      s.line([vec(x - w * 0.3, hh, z), vec(x + w * 0.3, hh, z)], 0.8);
    });
  }
  s.put(610, () => cabinet(s, { x: -130, z: 610, w: 90, h: 60, d: 50, doors: 1 }, WOOD_DARK));
  s.put(520, () => chair(s, { x: 200, z: 380, yaw: 0.6 }, WOOD));
  edgePost(s);
  s.darkness += 0.1;
}

