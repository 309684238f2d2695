/** Streets, villages and markets of the past and of fantasy. */
import { CLOTH, CLOTH_RED, EARTH, GRASS, STONE, WHITE, WOOD, WOOD_DARK } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { uprightFrame, vec } from '../base/vector.ts';
import { block, box, drum } from '../block/box.ts';
import { awning, house, topped } from '../block/building.ts';
import { barrel, crate, glow, sign } from '../block/fixture.ts';
import { bushes, crown, tree } from '../block/foliage.ts';
import { grassEdge, leavesCorner } from '../block/foreground.ts';
import { fence, ground, patchOn } from '../block/ground.ts';
import { mountains, treeLine } from '../block/landscape.ts';
import { sky } from '../block/sky.ts';
import { scatter } from '../block/surface.ts';

const isFantasy = (s: Sketch): boolean => s.spec.era === 'fantasy';

/** Tiled town houses or timber frames along a street of earth or cobbles. */
export function oldStreet(s: Sketch): void {
  sky(s);
  ground(s, topped(s, EARTH), { tufts: 6 });
  mountains(s, { z: 24_000, height: 4600 });
  if (isFantasy(s)) cobbles(s, 260);
  else for (const x of [-90, 100]) s.line([vec(x, 0.2, 100), vec(x * 0.9, 0.2, 3500)], 0.5);
  for (const side of [-1, 1]) {
    for (let z = 420; z < 4200;) {
      const r = s.part();
      const [d, h] = [r.between(430, 620), isFantasy(s) ? r.between(430, 620) : r.between(330, 430)];
      const mid = z + d / 2;
      s.put(mid, () => {
        house(s, { x: side * 560, z: mid, w: 540, d: d - 20, h, kind: isFantasy(s) ? 'timber' : 'japanese', floors: 2, alongX: isFantasy(s), roof: isFantasy(s) ? 330 : 150 });
        if (!isFantasy(s)) {
          const x = side * 285;
          s.poly([vec(x, 205, mid - d / 2 + 10), vec(x, 205, mid + d / 2 - 10), vec(x - side * 85, 172, mid + d / 2 - 10), vec(x - side * 85, 172, mid - d / 2 + 10)], topped(s, { colour: '#565f72', level: 5 }));
          lantern(s, x - side * 60, 165, mid - 60);
        }
        if (r.chance(0.7)) sign(s, uprightFrame(side * 268 - 20, mid - 90, 240), { u: 0, v: 0, w: 40, h: 90 }, r.chance(0.5) ? WHITE : WOOD_DARK);
      });
      z += d;
    }
  }
  s.put(560, () => barrel(s, 245, 560));
  s.put(561, () => barrel(s, 262, 630));
  s.put(620, () => crate(s, { x: -250, z: 610, w: 70, h: 55, d: 60, yaw: 0.3 }));
}

/** A round or long paper lantern; it glows by night. */
export function lantern(s: Sketch, x: number, y: number, z: number, r = 13): void {
  if (s.light.isNight) glow(s, x, y - 22, z, 40);
  s.line([vec(x, y + 8, z), vec(x, y, z)], 0.8);
  const body = Array.from({ length: 16 }, (_, i) => vec(x + Math.cos((i * Math.PI) / 8) * r, y - 24 + Math.sin((i * Math.PI) / 8) * r * 1.5, z));
  s.patch(body, s.plain(s.light.isNight ? 0 : 2, '#e8664a'), { weight: 0.8, isExact: true });
  for (const k of [-0.5, 0, 0.5]) s.line([vec(x - r * 0.85, y - 24 + k * r * 1.5, z), vec(x + r * 0.85, y - 24 + k * r * 1.5, z)], 0.4);
  box(s, { x, y: y - 5, z, w: 13, h: 5, d: 8 }, WOOD_DARK, { weight: 0.6 });
  box(s, { x, y: y - 47, z, w: 13, h: 5, d: 8 }, WOOD_DARK, { weight: 0.6 });
}

/** Cobbles in clusters. */
function cobbles(s: Sketch, half: number): void {
  const r = s.part();
  scatter(s, { x: [-half, half], z: [170, 2600] }, s.isSoft ? 5 : 46, (at, k) => {
    for (let i = 0; i < 3; i++) {
      const [x, z, w] = [at.x + i * 34 * k, at.z + (i % 2) * 24 * k, 16 * k];
      s.line(Array.from({ length: 9 }, (_, j) => vec(x + Math.cos((j * Math.PI) / 4) * w, 0.2, z + Math.sin((j * Math.PI) / 4) * w * 0.7)), 0.5);
    }
    r.next();
  });
}

export function village(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 110 });
  mountains(s, { z: 20_000, height: 5200, snowCaps: s.spec.season === 'winter' });
  treeLine(s, 6500, 620);
  patchOn(s, [[-200, -100], [240, -100], [180, 900], [60, 1900], [300, 3200], [240, 3200], [-60, 1900], [-140, 900]], topped(s, EARTH), 0.8);
  const kind = isFantasy(s) ? 'timber' : s.spec.era === 'past' ? 'hut' : 'japanese';
  for (const [x, z, w, yaw] of [[-760, 1500, 620, 0.25], [800, 1700, 640, -0.3], [-520, 2900, 560, 0.15], [520, 3400, 600, -0.1], [-1700, 2500, 700, 0.3], [1900, 2900, 700, -0.2]] as const) {
    s.put(z, () => house(s, { x, z, w, h: kind === 'hut' ? 230 : kind === 'timber' ? 420 : 300, d: 430, yaw, kind, floors: kind === 'timber' ? 2 : 1, roof: kind === 'timber' ? 340 : undefined }));
  }
  for (const [x, z, h] of [[-1150, 1300, 620], [1250, 1400, 560], [330, 2300, 520], [-330, 3600, 600]] as const) s.put(z, () => tree(s, x, z, h));
  s.put(760, () => fence(s, [-900, -260], 760, 100, 'wood'));
  s.put(690, () => {
    drum(s, { x: 330, z: 720, y0: 0, y1: 80, r0: 70 }, STONE);
    s.put(600, () => undefined);
    for (const dx of [-62, 62]) box(s, { x: 330 + dx, z: 720, y: 70, w: 10, h: 150, d: 10 }, WOOD_DARK);
    s.poly([vec(240, 205, 650), vec(420, 205, 650), vec(420, 265, 720), vec(240, 265, 720)], { colour: '#8a5a3c', level: 5 });
    s.line([vec(330, 240, 720), vec(330, 110, 720)], 0.8);
    drum(s, { x: 330, z: 715, y0: 92, y1: 116, r0: 13 }, WOOD);
  });
  s.put(900, () => bushes(s, [480, 800], 900, 90));
  leavesCorner(s);
  grassEdge(s, 0.15);
}

export function market(s: Sketch): void {
  sky(s);
  ground(s, topped(s, isFantasy(s) || s.spec.era === 'past' ? EARTH : { colour: '#d8d4ca', level: 0 }), { tufts: 3 });
  if (isFantasy(s)) cobbles(s, 300);
  for (const [x, z] of [[-900, 2800], [-200, 3100], [700, 2900], [1500, 2800], [-1700, 2900]] as const) s.put(z, () => house(s, { x, z, w: 640, h: 520, d: 400, floors: 2, kind: isFantasy(s) ? 'timber' : s.spec.era === 'past' ? 'japanese' : 'modern' }));
  for (const side of [-1, 1]) {
    for (const z of [430, 760, 1150, 1600]) {
      const r = s.part();
      s.put(z, () => stall(s, side * (z < 600 ? 330 : 320), z, side, r.integer(0, 2), r.integer(0, 1e6)), 'middle');
    }
  }
  s.put(2000, () => stall(s, 0, 2100, 1, 1, 3));
  s.put(620, () => crate(s, { x: 190, z: 640, w: 50, h: 34, d: 44, yaw: 0.2 }));
}

function stall(s: Sketch, x: number, z: number, side: number, kind: number, seed: number): void {
  const w = 230;
  for (const dx of [-w / 2, w / 2]) box(s, { x: x + dx, z: z + 80, w: 8, h: 240, d: 8 }, WOOD_DARK, { weight: 0.8 });
  box(s, { x, z: z + 30, w, h: 82, d: 100 }, WOOD);
  const cloth = [CLOTH_RED, CLOTH, { colour: '#4d7f9e', level: 6 }][kind]!;
  box(s, { x, z: z - 22, y: 18, w: w + 4, h: 66, d: 4 }, cloth, { shade: kind === 0 ? 0 : 1 });
  for (let row = 0; row < 2; row++) {
    for (let i = 0; i < 9; i++) {
      const [fx, fz] = [x - w / 2 + 14 + (i * (w - 20)) / 9, z + row * 40];
      crown(s, { x: fx + 6, y: 90 + row * 14, z: fz }, 13, 11, seed + i + row * 20, [{ colour: '#d8574a', level: 4 }, { colour: '#f0c24c', level: 0 }, { colour: '#7fae55', level: 2 }][(i + row) % 3]!, { isFlat: true });
    }
  }
  for (const dx of [-w / 2, w / 2]) box(s, { x: x + dx, z: z - 30, w: 7, h: 215, d: 7 }, WOOD_DARK, { weight: 0.8 });
  awning(s, uprightFrame(x - w / 2 - 12, z + 20), { u: 0, v: 205, w: w + 24, drop: 48, out: 80 }, cloth.level > 3 ? cloth : { colour: '#c8473e', level: 6 });
  if (side > 0) lantern(s, x - w / 2 - 4, 200, z - 60, 11);
  block(s, [x + side * 20 - 30, x + side * 20 + 30], [0, 30], [z - 80, z - 40], WOOD, { weight: 0.8 });
}
