/** Streets and open places of a town. */
import { BRICK, CONCRETE, EARTH, GRASS, IRON, PAVING, STEEL, STONE, WHITE, WOOD, WOOD_DARK } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, quad, uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { gardenWall, house, shopFront, topped, townBlock } from '../block/building.ts';
import { crate, sign } from '../block/fixture.ts';
import { bushes, crown, tree } from '../block/foliage.ts';
import { edgePost, grassEdge, leavesCorner } from '../block/foreground.ts';
import { bench } from '../block/furniture.ts';
import { fence, ground, lampPost, patchOn, powerPole, road, slab, trafficLight, wire, zebra } from '../block/ground.ts';
import { mountains, skyline, treeLine } from '../block/landscape.ts';
import { sky } from '../block/sky.ts';
import { grassTufts, stripes } from '../block/surface.ts';
import { futureCity } from './elsewhere.ts';
import { oldStreet } from './old-street.ts';

/** Rows of buildings on both sides of a road; `near` is the first z. */
function buildingRows(s: Sketch, half: number, options: { near?: number; low?: number; high?: number; to?: number } = {}): void {
  const { near = 520, low = 700, high = 1600, to = 5200 } = options;
  for (const side of [-1, 1]) {
    for (let z = near; z < to;) {
      const r = s.part();
      const [d, w, h] = [r.between(420, 760), r.between(500, 700), r.between(low, high)];
      const mid = z + d / 2;
      s.put(mid, () => townBlock(s, { x: side * (half + w / 2), z: mid, w, d: d - 14, h, floors: Math.round(h / 300) }));
      z += d;
    }
  }
}

export function street(s: Sketch): void {
  if (s.spec.era === 'past' || s.spec.era === 'fantasy') return oldStreet(s);
  if (s.spec.era === 'future') return futureCity(s);
  sky(s);
  ground(s, CONCRETE, { plain: true });
  skyline(s, 12_000, 3400);
  road(s, { half: 260, walk: 170 });
  buildingRows(s, 430);
  s.put(640, () => lampPost(s, -290, 700));
  s.put(1600, () => lampPost(s, 290, 1600));
  s.put(880, () => powerPole(s, 400, 880, 850, 2300));
  s.put(2300, () => powerPole(s, 400, 2300, 850));
  s.put(1200, () => tree(s, -360, 1150, 430));
  s.put(500, () => {
    box(s, { x: 330, z: 520, w: 70, h: 170, d: 60 }, { colour: '#c14d43', level: 5 });
    s.patch(quad(uprightFrame(300, 489), 0, 70, 60, 155), s.plain(0, '#eef4f6'), { weight: 0.7 });
    for (let i = 0; i < 3; i++) s.line([vec(302, 95 + i * 24, 488), vec(358, 95 + i * 24, 488)], 0.6);
  });
  s.put(560, () => sign(s, frameAt(vec(-425, 260, 560), vec(1, 0, 0), vec(0, 1, 0)), { u: 0, v: 0, w: 60, h: 200 }, WHITE));
  edgePost(s, undefined, 0.04);
}

export function alley(s: Sketch): void {
  sky(s, { clouds: false, sun: false });
  ground(s, CONCRETE, { plain: true });
  skyline(s, 6000, 1600);
  stripes(s, (u, v) => vec(-170 + u, 0.2, 120 + v), { w: 340, h: 2200 }, 120, 'u', 0.4, 0.6);
  for (const side of [-1, 1]) {
    for (let z = 60; z < 2600;) {
      const r = s.part();
      const [d, h] = [r.between(360, 560), r.between(620, 1150)];
      const mid = z + d / 2;
      s.put(mid, () => townBlock(s, { x: side * (185 + 250), z: mid, w: 500, d: d - 6, h, kind: r.pick(['brick', 'flats']), shop: false, floors: 3 }), 'middle');
      z += d;
    }
  }
  for (const [x, y, z] of [[-150, 250, 520], [150, 310, 760], [-150, 290, 980]] as const) s.put(z, () => {
    const f = box(s, { x, y, z, w: 60, h: 58, d: 80 }, STEEL);
    const face = x < 0 ? f.right : f.left;
    s.line(Array.from({ length: 13 }, (_, i) => face(40 + Math.cos((i * Math.PI) / 6) * 22, 29 + Math.sin((i * Math.PI) / 6) * 22, 1)), 0.8);
  });
  s.put(700, () => {
    for (const [x, z] of [[150, 640], [140, 720]] as const) {
      drum(s, { x, z, y0: 0, y1: 78, r0: 24, r1: 27 }, IRON, { shade: -2 });
      drum(s, { x, z, y0: 78, y1: 86, r0: 29, r1: 20 }, IRON);
    }
  });
  s.put(600, () => crate(s, { x: -150, z: 560, w: 55, h: 42, d: 50, yaw: 0.2 }));
  s.put(599, () => crate(s, { x: -152, z: 565, y: 42, w: 48, h: 36, d: 44, yaw: -0.2 }));
  s.put(1300, () => sign(s, uprightFrame(90, 1300, 240), { u: 0, v: 0, w: 60, h: 190 }, WHITE));
  s.put(500, () => { for (const y of [520, 600, 680]) wire(s, vec(-185, y, 700 + y), vec(185, y + 20, 500 + y)); });
  s.put(880, () => lampPost(s, -165, 900, 380, 70));
  s.darkness += 0.15;
}

export function crossing(s: Sketch): void {
  if (s.spec.era === 'past' || s.spec.era === 'fantasy') return oldStreet(s);
  if (s.spec.era === 'future') return futureCity(s);
  sky(s);
  ground(s, PAVING, { plain: true });
  skyline(s, 9000, 3000);
  road(s, { half: 330, walk: 180, centreLine: false });
  slab(s, [-3000, 3000], [640, 1180], topped(s, { colour: '#8d9096', level: 2 }), 0.7);
  if (s.spec.weather !== 'snow') {
    zebra(s, 330, [380, 590]);
    zebra(s, 330, [1230, 1420]);
    for (const side of [-1, 1]) for (let z = 670; z < 1150; z += 90) s.patch([vec(side * 560, 0.3, z), vec(side * 380, 0.3, z), vec(side * 380, 0.3, z + 46), vec(side * 560, 0.3, z + 46)], s.paint(WHITE), { weight: 0.6 });
  }
  buildingRows(s, 520, { near: 1450, low: 1100, high: 2400 });
  for (const side of [-1, 1]) s.put(620, () => trafficLight(s, side * 380, side < 0 ? 1240 : 600));
  s.put(1500, () => sign(s, uprightFrame(-560, 1420, 520), { u: 0, v: 0, w: 90, h: 320 }, { colour: '#c8473e', level: 6 }));
  s.put(1480, () => sign(s, uprightFrame(450, 1430, 700), { u: 0, v: 0, w: 340, h: 170 }, WHITE));
  s.put(1460, () => lampPost(s, 400, 1460, 520));
  edgePost(s);
}

export function shoppingStreet(s: Sketch): void {
  if (s.spec.era === 'past' || s.spec.era === 'fantasy') return oldStreet(s);
  sky(s);
  ground(s, PAVING, { plain: true });
  skyline(s, 7000, 1500);
  stripes(s, (u, v) => vec(-240 + u, 0.2, 150 + v), { w: 480, h: 3200 }, 80, 'u', 0.4, 0.5);
  stripes(s, (u, v) => vec(-240 + u, 0.2, 150 + v), { w: 480, h: 3200 }, 80, 'v', 0.4, 0.4);
  for (const side of [-1, 1]) {
    for (let z = 260; z < 3600; z += 340) {
      const r = s.part();
      const h = r.between(480, 720);
      const tone = r.pick(['#c8473e', '#3f6b8f', '#d8a33c', '#5d8a52']);
      const level = r.pick([0, 4, 6]);
      s.put(z, () => {
        const b = { x: side * 510, z: z + 165, w: 520, h, d: 326 };
        const f = box(s, b, r.pick([CONCRETE, WHITE, BRICK]));
        const face = side < 0 ? f.right : f.left;
        if (!(side < 0 ? f.isSeen.right : f.isSeen.left)) return;
        shopFront(s, face, 326, 250);
        sign(s, face, { u: 20, v: 262, w: 286, h: 56, out: 12 }, { colour: tone, level }, false);
        for (const u of [40, 190]) {
          s.patch(quad(face, u, 360, u + 95, h - 40, 1), s.light.isNight ? s.plain(r.chance(0.5) ? 0 : 7, '#ffe29a') : s.paint({ colour: '#7e99ab', level: 5 }), { weight: 0.7 });
          s.line([face(u + 47, 360, 1), face(u + 47, h - 40, 1)], 0.6, { ink: s.pen.paints.paper });
        }
        sign(s, uprightFrame(side < 0 ? -248 : 206, z + 20, 290), { u: 0, v: 0, w: 42, h: 130 }, { colour: tone, level: level === 0 ? 6 : 0 });
      }, 'middle');
    }
  }
  for (let z = 420; z < 3000; z += 420) {
    s.put(z, () => {
      wire(s, vec(-240, 520, z), vec(240, 520, z), 34);
      for (let i = 1; i < 9; i++) {
        const t = i / 9;
        const [x, y] = [-240 + 480 * t, 520 - 34 * 4 * t * (1 - t)];
        s.poly([vec(x - 14, y, z), vec(x + 14, y, z), vec(x, y - 40, z)], i % 2 === 0 ? WHITE : { colour: '#d8574a', level: 5 }, { weight: 0.6 });
      }
    });
  }
  s.put(520, () => crate(s, { x: 205, z: 520, w: 60, h: 40, d: 44 }));
}

export function park(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 110 });
  skyline(s, 14_000, 2000, STEEL, { count: 20 });
  treeLine(s, 4200, 620);
  patchOn(s, [[-170, -100], [210, -100], [130, 900], [-60, 1700], [-500, 2600], [-640, 2600], [-330, 1600], [-120, 900]], topped(s, EARTH), 0.8);
  s.put(2200, () => bushes(s, [-2000, 2000], 2300, 130));
  for (const [x, z, h] of [[-560, 900, 640], [620, 1250, 700], [-1100, 1700, 680], [980, 1900, 640], [420, 2100, 560]] as const) s.put(z, () => tree(s, x, z, h, s.spec.season === 'spring' ? 'cherry' : 'round'));
  s.put(640, () => bench(s, { x: 290, z: 640, w: 170, yaw: -0.12 }));
  s.put(820, () => lampPost(s, 190, 900, 360, -50));
  s.put(700, () => {
    drum(s, { x: 420, z: 690, y0: 0, y1: 75, r0: 20, r1: 24 }, IRON, { shade: -2 });
  });
  s.put(520, () => bushes(s, [-620, -300], 560, 85));
  leavesCorner(s);
  grassEdge(s, 0.14);
}

export function playground(s: Sketch): void {
  sky(s);
  ground(s, EARTH, { tufts: 40 });
  treeLine(s, 3800, 600);
  s.put(3000, () => house(s, { x: 900, z: 3100, w: 700, h: 560, d: 500 }));
  s.put(3001, () => house(s, { x: -1200, z: 3200, w: 760, h: 560, d: 500, alongX: false }));
  s.put(2400, () => fence(s, [-2500, 2500], 2400, 110, 'rail'));
  s.put(2350, () => bushes(s, [-2400, 2400], 2350, 90));
  s.put(900, () => {
    const m = { colour: '#d0574b', level: 5 };
    for (const x of [-480, -170]) for (const dz of [-70, 70]) s.line([vec(x, 0, 900 + dz), vec(x, 240, 900)], 2.6);
    s.line([vec(-490, 240, 900), vec(-160, 240, 900)], 2.8);
    for (const x of [-400, -255]) {
      for (const dx of [-22, 22]) s.line([vec(x + dx, 238, 900), vec(x + dx, 48, 890)], 0.8);
      box(s, { x, y: 44, z: 890, w: 50, h: 5, d: 20 }, m);
    }
  });
  s.put(1000, () => {
    const steel = { colour: '#5f8fb5', level: 2 };
    s.poly([vec(250, 210, 1000), vec(320, 210, 1000), vec(320, 20, 640), vec(250, 20, 640)], steel);
    s.poly([vec(250, 226, 1000), vec(250, 210, 1000), vec(250, 10, 640), vec(250, 30, 640)], steel, { shade: 2 });
    s.poly([vec(320, 226, 1000), vec(320, 210, 1000), vec(320, 10, 640), vec(320, 30, 640)], steel, { shade: 2 });
    for (const x of [250, 320]) for (const z of [1010, 1090]) s.line([vec(x, 0, z), vec(x, 290, z)], 1.8);
    s.poly([vec(245, 210, 1000), vec(325, 210, 1000), vec(325, 210, 1095), vec(245, 210, 1095)], WOOD);
    for (let y = 30; y < 210; y += 30) s.line([vec(250, y, 1095), vec(320, y, 1095)], 1.2);
    s.poly([vec(240, 290, 1050), vec(330, 290, 1050), vec(285, 345, 1050)], { colour: '#d0574b', level: 6 });
  });
  s.put(520, () => {
    block(s, [-520, -230], [0, 22], [470, 485], WOOD);
    s.poly([vec(-510, 12, 490), vec(-240, 12, 490), vec(-210, 12, 640), vec(-480, 12, 640)], { colour: '#ecd9a6', level: 0 });
    block(s, [-240, -225], [0, 22], [470, 640], WOOD);
    s.hull([vec(-400, 12, 560), vec(-330, 12, 560), vec(-385, 44, 560), vec(-350, 44, 560)], { colour: '#ecd9a6', level: 1 });
  });
  for (const [x, z] of [[620, 1500], [-820, 1600], [760, 900]] as const) s.put(z, () => tree(s, x, z, 600, 'cherry'));
  s.put(700, () => bench(s, { x: 480, z: 720, w: 140 }));
  leavesCorner(s);
}

export function roadPlace(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 110 });
  mountains(s, { z: 22_000, height: 4200, material: { colour: '#8aa3b5', level: 2 } });
  treeLine(s, 6000, 420);
  road(s, { half: 230, walk: 0, material: s.spec.era === 'modern' || s.spec.era === 'future' ? undefined : EARTH, centreLine: s.spec.era === 'modern' || s.spec.era === 'future' });
  const isModern = s.spec.era === 'modern' || s.spec.era === 'future';
  if (isModern) {
    for (const z of [900, 2200, 3500, 4800]) s.put(z, () => powerPole(s, 420, z, 860, z < 4800 ? z + 1300 : undefined));
    s.put(640, () => { for (let z = 400; z < 3200; z += 200) box(s, { x: -262, z, w: 10, h: 70, d: 8 }, WHITE, { weight: 0.7 }); s.poly([vec(-258, 45, 350), vec(-258, 45, 3400), vec(-258, 70, 3400), vec(-258, 70, 350)], WHITE); });
  } else s.put(900, () => fence(s, [-1400, -300], 900, 110, 'wood'));
  for (const [x, z, h] of [[-700, 1400, 640], [820, 1900, 680], [-1200, 2600, 700], [640, 1100, 520]] as const) s.put(z, () => tree(s, x, z, h));
  s.put(5000, () => house(s, { x: -1500, z: 5000, w: 800, h: 360, d: 600, kind: isModern ? 'modern' : 'hut' }));
  grassTufts(s, { x: [-500, -260], z: [200, 900] }, 16, 22);
  grassEdge(s, 0.16);
}

export function rooftop(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  if (!s.isFromAbove) skyline(s, 9000, 1300);
  s.poly([vec(-900, 0, -400), vec(900, 0, -400), vec(900, 0, 1150), vec(-900, 0, 1150)], topped(s, CONCRETE));
  stripes(s, (u, v) => vec(-900 + u, 0.2, -100 + v), { w: 1800, h: 1250 }, 210, 'u', 0.5, 0.3);
  stripes(s, (u, v) => vec(-900 + u, 0.2, -100 + v), { w: 1800, h: 1250 }, 210, 'v', 0.5, 0.3);
  s.put(1150, () => {
    block(s, [-900, 900], [0, 30], [1130, 1160], CONCRETE, { top: topped(s, CONCRETE) });
    fence(s, [-900, 900], 1140, 190, 'mesh', 30);
  });
  s.put(900, () => {
    const f = box(s, { x: 480, z: 850, w: 360, h: 290, d: 300 }, CONCRETE, { top: topped(s, CONCRETE) });
    s.poly(quad(f.front, 120, 0, 215, 205, 1), STEEL);
    s.patch(quad(f.front, 203, 95, 209, 105, 2), s.pen.paints.line);
    s.poly(quad(f.front, -10, 278, 370, 300, 8), topped(s, CONCRETE));
    drum(s, { x: 520, z: 850, y0: 345, y1: 500, r0: 85 }, { colour: '#9fb6c4', level: 1 });
    for (const dx of [-60, 60]) s.line([vec(520 + dx, 300, 800), vec(520 + dx, 345, 800)], 2);
    s.line([vec(340, 10, 698), vec(340, 285, 698)], 1.5);
  });
  for (const x of [-480, -360]) s.put(760, () => {
    const f = box(s, { x, z: 760, w: 95, h: 85, d: 50 }, WHITE);
    s.line(Array.from({ length: 15 }, (_, i) => f.front(48 + Math.cos((i * Math.PI) / 7) * 32, 43 + Math.sin((i * Math.PI) / 7) * 32, 1)), 0.9);
  });
  s.put(640, () => bench(s, { x: -270, z: 640, w: 130 }, WOOD, false));
}

export function balcony(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  if (!s.isFromAbove) { skyline(s, 8000, 900); s.put(3800, () => treeLine(s, 4000, 200)); }
  slab(s, [-420, 420], [-100, 640], topped(s, CONCRETE));
  stripes(s, (u, v) => vec(-420 + u, 0.3, -100 + v), { w: 840, h: 740 }, 42, 'v', 0.45, 0.3);
  s.put(640, () => {
    fence(s, [-420, 420], 640, 112, 'iron');
    box(s, { x: 0, z: 636, y: 106, w: 840, h: 9, d: 14 }, topped(s, WOOD_DARK));
    for (const [i, x] of [-330, -260, 250].entries()) {
      drum(s, { x, z: 600, y0: 0, y1: 30, r0: 16, r1: 20 }, { colour: '#c0704c', level: 2 });
      crown(s, { x, y: 54, z: 600 }, 34, 30, 40 + i, { colour: '#5f9b47', level: 3 });
    }
  });
  s.put(420, () => {
    s.poly(quad(frameAt(vec(-300, 0, 60), vec(0, 0, 1), vec(0, 1, 0)), 0, 0, 580, 300), WHITE, { shade: 1 });
    s.patch(quad(frameAt(vec(-299, 0, 220), vec(0, 0, 1), vec(0, 1, 0)), 0, 5, 260, 215), s.light.isNight ? s.plain(0, '#ffe8b0') : s.plain(4, '#8fb0c2'), { weight: 1 });
    s.line([vec(-298, 5, 350), vec(-298, 215, 350)], 1.3);
  });
  s.put(500, () => { wire(s, vec(-290, 225, 520), vec(380, 215, 520), 10); for (const [x, w] of [[180, 50], [250, 60], [320, 34]] as const) s.poly([vec(x, 212, 520), vec(x + w, 211, 520), vec(x + w - 3, 130, 520), vec(x + 2, 134, 520)], x === 250 ? { colour: '#7da0c8', level: 3 } : WHITE, { weight: 0.9 }); });
}

export function garden(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 120 });
  treeLine(s, 3800, 560);
  s.put(1700, () => house(s, { x: -320, z: 1800, w: 900, h: 300, d: 500, kind: s.spec.era === 'past' ? 'japanese' : s.spec.era === 'fantasy' ? 'timber' : 'modern', floors: 1 }));
  s.put(2200, () => gardenWall(s, 800, [500, 2400], 160, s.spec.era === 'modern' ? CONCRETE : STONE, false));
  for (const [i, z] of [260, 420, 580, 760, 960, 1180].entries()) s.put(z + 3000, () => s.poly(Array.from({ length: 9 }, (_, k) => vec((i % 2) * 50 - 40 - i * 22 + Math.cos((k * 2 * Math.PI) / 9) * 55, 0.4, z + Math.sin((k * 2 * Math.PI) / 9) * 42)), topped(s, STONE), { isExact: true }), 'middle');
  for (const [x, z, h] of [[520, 1100, 520], [-780, 1200, 560]] as const) s.put(z, () => tree(s, x, z, h, 'cherry'));
  s.put(700, () => bushes(s, [-560, -240], 700, 90));
  s.put(820, () => bushes(s, [260, 700], 820, 110));
  s.put(640, () => flowers(s, [-520, -220], 600));
  s.put(560, () => flowers(s, [230, 480], 560));
  leavesCorner(s);
  grassEdge(s, 0.12);
}

function flowers(s: Sketch, x: [number, number], z: number): void {
  const r = s.part();
  for (let i = 0; i < 16; i++) {
    const [fx, h, fz] = [r.between(x[0], x[1]), r.between(28, 60), z + r.between(-30, 30)];
    const p = s.spot(vec(fx, h, fz));
    const dark = r.chance(0.4);
    s.line([vec(fx, 0, fz), vec(fx, h, fz)], 0.7);
    if (p === undefined) continue;
    const q = 6.5 * p.scale;
    s.screen(Array.from({ length: 15 }, (_, k) => ({ x: p.x + Math.cos((k * 2 * Math.PI) / 15) * q * (k % 3 === 0 ? 0.55 : 1), y: p.y + Math.sin((k * 2 * Math.PI) / 15) * q * (k % 3 === 0 ? 0.55 : 1) })), dark ? { colour: '#d8496a', level: 5 } : { colour: '#fbe9a0', level: 0 }, { depth: p.depth, weight: 0.6 });
  }
}

