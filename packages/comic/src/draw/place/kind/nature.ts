/** Woods, mountains, waters, deserts. */
import type { Vector } from '../../camera.ts';
import { BARK, EARTH, GRASS, GREY, LEAF, LEAF_DARK, ROCK, SAND, STONE_DARK, WATER, WATER_DEEP, WHITE, WOOD_DARK } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { vec } from '../base/vector.ts';
import { drum } from '../block/box.ts';
import { topped } from '../block/building.ts';
import { bushes, tree } from '../block/foliage.ts';
import { edgePost, grassEdge, leavesCorner } from '../block/foreground.ts';
import { ground, patchOn, rock } from '../block/ground.ts';
import { mountains, ripples, treeLine, water } from '../block/landscape.ts';
import { sky } from '../block/sky.ts';
import { grassTufts, scatter } from '../block/surface.ts';

/** A big trunk that leaves the picture above. */
export function trunk(s: Sketch, x: number, z: number, r: number, height = 1100): void {
  const lean = s.part().between(-0.03, 0.03) * height;
  const at = (t: number, side: number): Vector => vec(x + lean * t + side * r * (t < 0.012 ? 1.7 : t < 0.04 ? 1.15 : 1 - t * 0.5), height * t, z);
  const ts = [0, 0.012, 0.04, 0.15, 0.4, 1];
  s.poly([...ts.map((t) => at(t, -1)), ...[...ts].reverse().map((t) => at(t, 1))], BARK, { isExact: true, shade: z > 1200 ? -2 : -1 });
  s.poly([...ts.map((t) => at(t, 0.25)), ...[...ts].reverse().map((t) => at(t, 1))], { ...BARK, level: 7 }, { weight: 0, isExact: true });
  if (z > 1500) return;
  for (const k of [-0.6, -0.25, 0.05]) for (const [a, b] of [[0.03, 0.07], [0.09, 0.15], [0.17, 0.25]] as const) s.line([at(a, k), at((a + b) / 2, k + 0.1), at(b, k)], 0.6);
}

export function forest(s: Sketch): void {
  sky(s, { clouds: false });
  ground(s, { ...GRASS, level: 1 }, { tufts: 130 });
  treeLine(s, 5000, 1900, { ...LEAF, level: 4 });
  treeLine(s, 3400, 900, { ...LEAF_DARK, level: 6 });
  patchOn(s, [[-150, -100], [190, -100], [150, 900], [-40, 1700], [60, 2600], [20, 2600], [-110, 1700], [-60, 900]], topped(s, EARTH), 0.7);
  const r = s.part();
  for (let i = 0; i < 16; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 620 + i * 150;
    const x = side * r.between(260, 300 + i * 75);
    const thick = r.between(26, 46);
    s.put(z, () => trunk(s, x, z, thick, 3200));
  }
  for (const [x, z] of [[-300, 480], [330, 560]] as const) s.put(z, () => trunk(s, x, z, 44, 3200));
  s.put(900, () => bushes(s, [-900, -260], 940, 110));
  s.put(1100, () => bushes(s, [280, 1100], 1150, 120));
  s.put(520, () => rock(s, 250, 620, 60, ROCK));
  for (const [x, z] of [[-230, 520], [240, 480], [-380, 700]] as const) s.put(z, () => fern(s, x, z));
  leavesCorner(s, 'left');
  leavesCorner(s, 'right');
  edgePost(s, undefined, 0.08, WOOD_DARK);
  s.darkness += 0.1;
}

function fern(s: Sketch, x: number, z: number): void {
  const p = s.spot(vec(x, 0, z));
  if (p === undefined) return;
  for (let i = 0; i < 7; i++) {
    const a = Math.PI * (1.15 + (i / 6) * 0.7);
    const long = 58 * p.scale;
    for (let k = 1; k < 7; k++) {
      const t = k / 7;
      const [cx, cy] = [p.x + Math.cos(a) * long * t, p.y + Math.sin(a) * long * t + long * 0.25 * t * t];
      const q = long * 0.17 * (1 - t * 0.7);
      s.screenLine([{ x: cx - q, y: cy - q * 0.3 }, { x: cx, y: cy }, { x: cx + q, y: cy - q * 0.3 }], s.weightAt(p.depth, 0.8));
    }
    s.screenLine([{ x: p.x, y: p.y }, { x: p.x + Math.cos(a) * long * 0.6, y: p.y + Math.sin(a) * long * 0.6 + long * 0.09 }, { x: p.x + Math.cos(a) * long, y: p.y + Math.sin(a) * long + long * 0.25 }], s.weightAt(p.depth, 0.7));
  }
}

export function bambooGrove(s: Sketch): void {
  sky(s, { clouds: false });
  ground(s, EARTH, { tufts: 40 });
  treeLine(s, 2600, 1500, { colour: '#7fae6a', level: 2 });
  patchOn(s, [[-160, -100], [180, -100], [110, 1200], [-20, 2300], [-60, 2300], [-50, 1200]], topped(s, { ...SAND, level: 0 }), 0.7);
  const r = s.part();
  for (let i = 0; i < 44; i++) {
    const z = 420 + i * 48;
    const x = (i % 2 === 0 ? -1 : 1) * r.between(220 + i * 2, 420 + i * 14);
    const [wide, lean, level] = [r.between(6, 11), r.between(-0.05, 0.05), r.pick([0, 2, 5])];
    s.put(z, () => {
      const h = 900;
      s.poly([vec(x - wide, 0, z), vec(x - wide + lean * h, h, z), vec(x + wide + lean * h, h, z), vec(x + wide, 0, z)], { colour: '#86b35a', level }, { weight: 0.8 });
      if (z < 1700) {
        for (let y = 40; y < h; y += 62) s.line([vec(x - wide * 1.2 + lean * y, y, z), vec(x + wide * 1.2 + lean * y, y, z)], 0.7);
        s.line([vec(x + wide * 0.5, 0, z), vec(x + wide * 0.5 + lean * h, h, z)], 0.6);
      }
    });
    if (i % 3 === 0) s.put(z - 1, () => {
      for (let k = 0; k < 5; k++) {
        const p = s.spot(vec(x + lean * 500, 330 + k * 70, z));
        if (p === undefined) return;
        for (const a of [0.4, 0.75, 2.5, 2.9]) {
          const long = 46 * p.scale;
          s.screenPatch([{ x: p.x, y: p.y }, { x: p.x + Math.cos(a) * long * 0.5 - 2, y: p.y + Math.sin(a) * long * 0.4 }, { x: p.x + Math.cos(a) * long, y: p.y + Math.sin(a) * long * 0.9 }, { x: p.x + Math.cos(a) * long * 0.4 + 2, y: p.y + Math.sin(a) * long * 0.5 }], s.paint({ ...LEAF_DARK, level: k % 2 === 0 ? 7 : 4 }, 0, z));
        }
      }
    });
  }
  s.put(900, () => { for (let i = 0; i < 12; i++) s.poly([vec(-230, 50, 400 + i * 90), vec(-226, 50, 400 + i * 90), vec(-226, 0, 400 + i * 90), vec(-230, 0, 400 + i * 90)], WOOD_DARK); s.line([vec(-228, 42, 300), vec(-200, 42, 1500)], 1.4); s.line([vec(-228, 22, 300), vec(-200, 22, 1500)], 1.2); });
  leavesCorner(s);
}

export function mountainPlace(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 60 });
  mountains(s, { z: 40_000, height: 19_000, peaks: 5, snowCaps: true, material: { colour: '#9fb3c8', level: 1 } });
  mountains(s, { z: 16_000, height: 4600, peaks: 7, material: { colour: '#7f9678', level: 2 } });
  treeLine(s, 6000, 500, LEAF_DARK);
  const r = s.part();
  for (let i = 0; i < 12; i++) {
    const [x, z, h] = [(i % 2 === 0 ? -1 : 1) * r.between(420, 1500), r.between(900, 3200), r.between(480, 760)];
    s.put(z, () => tree(s, x, z, h, 'pine'));
  }
  patchOn(s, [[-120, -100], [150, -100], [60, 900], [-180, 1700], [120, 2600], [60, 2600], [-260, 1700], [-40, 900]], topped(s, EARTH), 0.7);
  for (const [x, z, k] of [[-300, 520, 80], [330, 640, 110], [230, 430, 40], [-520, 900, 130]] as const) s.put(z, () => rock(s, x, z, k, ROCK));
  grassEdge(s, 0.16);
}

/** The edge runs diagonally: land on one side, the drop to the sea on the other. */
export function cliff(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, 900, 60_000, 90_000, -2200, { ...WATER, level: 1 });
  mountains(s, { z: 50_000, height: 2600, material: { colour: '#9fb3c8', level: 2 } });
  const r = s.part();
  const edge: Vector[] = Array.from({ length: 13 }, (_, i) => vec(540 - i * 62 + r.between(-24, 24), r.between(-5, 8), 150 + i * 82 + r.between(-26, 26)));
  const tip = edge[12]!;
  const rim = [...edge, vec(tip.x - 240, 0, tip.z + 150), vec(tip.x - 620, 0, tip.z + 110), vec(-2600, 0, tip.z + 420)];
  s.put(8000, () => headland(s, 2600, 5200), 'far');
  s.put(7000, () => headland(s, 1500, 3400), 'far');
  s.put(3000, () => {
    for (let i = 1; i < rim.length; i++) {
      const [p, q] = [rim[i - 1]!, rim[i]!];
      const foot = (v: Vector, k: number): Vector => vec(v.x + 60 + k * 46, -900 - k * 90, v.z + 40);
      if (s.faces([foot(p, i % 3), foot(q, (i + 1) % 3), q])) s.poly([p, q, foot(q, (i + 1) % 3), foot(p, i % 3)], i % 2 === 0 ? STONE_DARK : ROCK, { isExact: true, weight: 0.7, shade: i % 3 });
    }
    s.poly([vec(-2600, 0, -200), vec(700, 0, -200), ...rim], topped(s, { ...GRASS, level: 0 }), { isExact: true });
    // Cracks and a worn rim: the edge is about to crumble.
    for (let i = 1; i < 12; i++) {
      const p = edge[i]!;
      s.line([p, vec(p.x - 22, 0, p.z - 16), vec(p.x - 34 - (i % 3) * 16, 0, p.z - 8)], 0.8);
      const q = edge[i + 1]!;
      s.poly([p, q, vec(q.x - 16, 0, q.z - 26), vec((p.x + q.x) / 2 - 30, 0, (p.z + q.z) / 2 - 12), vec(p.x - 14, 0, p.z - 22)], { ...ROCK, level: 3 }, { isExact: true, weight: 0.6 });
    }
  }, 'far');
  grassTufts(s, { x: [-900, 120], z: [180, 900] }, 60, 14);
  for (const [x, z, k] of [[-330, 640, 90], [-420, 520, 50], [210, 300, 34]] as const) s.put(z, () => rock(s, x, z, k, ROCK));
  s.put(760, () => tree(s, -520, 800, 420, 'bare'));
  for (let i = 0; i < 4; i++) {
    const [x, y] = [r.between(0.1, 0.9) * s.camera.width, r.between(0.12, 0.42) * s.camera.height];
    s.put(6000, () => s.screenLine([{ x: x - 9, y: y - 4 }, { x: x - 4, y: y - 7 }, { x, y }, { x: x + 4, y: y - 7 }, { x: x + 9, y: y - 4 }], 1.3));
  }
  grassEdge(s, 0.14);
}

function headland(s: Sketch, x: number, z: number): void {
  const outline = [[3200, -2200], [-700, -2200], [-560, -1500], [-640, -900], [-480, -420], [-520, -60], [-260, 40], [600, 110], [3200, 260]];
  s.poly(outline.map(([a, b]) => vec(x + a!, b!, z)), ROCK, { isExact: true });
  s.poly([[-700, -2200], [-560, -1500], [-640, -900], [-480, -420], [-520, -60], [-300, -120], [-220, -700], [-340, -1300], [-160, -2200]].map(([a, b]) => vec(x + a!, b!, z - 4)), STONE_DARK, { isExact: true, weight: 0.7, shade: 1 });
  for (const [a, b, c] of [[0, -100, -800], [420, -40, -1100], [900, 20, -700], [1500, 60, -1200]] as const) s.line([vec(x + a, b, z - 4), vec(x + a + 60, (b + c) / 2, z - 4), vec(x + a + 10, c, z - 4)], 1);
  s.patch(Array.from({ length: 18 }, (_, i) => vec(x - 900 + i * 240, -2196 + (i % 2) * 70, z - 60)).concat([vec(x + 3200, -2200, z + 50), vec(x - 900, -2200, z + 50)]), s.plain(s.light.isNight ? 3 : 0, '#ffffff'), { weight: 0.6, isExact: true });
}

export function cave(s: Sketch): void {
  s.plate.plane = 'far';
  const { x0, y0, x1, y1 } = s.bounds;
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], s.plain(7, '#241f2b'));
  s.poly([vec(-900, 0, -200), vec(900, 0, -200), vec(420, 0, 1900), vec(-420, 0, 1900)], STONE_DARK, { weight: 0, shade: -2 });
  const r = s.part();
  const arch = (z: number, half: number, h: number): Vector[] => Array.from({ length: 17 }, (_, i) => {
    const a = Math.PI * (i / 16);
    const k = r.between(0.86, 1.12);
    return vec(Math.cos(a) * half * k, Math.max(0, Math.sin(a) * h * k), z);
  });
  // Rings of rock, each lighter than the one before it: the eye is drawn to the mouth of the cave.
  const mouth = arch(1900, 300, 420);
  const levels = [6, 5, 4, 3];
  for (const [i, z] of [420, 800, 1200, 1600].entries()) {
    const [outer, inner] = [arch(z, 620 - i * 70, 600 - i * 40), arch(z + 380, 560 - i * 72, 540 - i * 40)];
    s.put(4000 - i, () => {
      for (let k = 0; k < 16; k++) s.poly([outer[k]!, outer[k + 1]!, inner[k + 1]!, inner[k]!], { colour: ['#3d3845', '#4e4957', '#655f6c', '#827b86'][i]!, level: levels[i]! }, { weight: k % 3 === 0 ? 0.8 : 0, isExact: true });
    }, 'middle');
  }
  s.put(3000, () => {
    s.patch(mouth, s.plain(s.spec.time === 'night' ? 5 : 0, s.spec.time === 'night' ? '#33457a' : '#e6f3fb'), { weight: 1 });
    if (s.spec.time !== 'night') s.patch([vec(-250, 0.4, 1890), vec(250, 0.4, 1890), vec(330, 0.4, 900), vec(-330, 0.4, 900)], s.plain(0, '#d9cfc4'));
  }, 'middle');
  for (const [x, z, h] of [[-330, 700, 210], [360, 820, 250], [-260, 1200, 190], [300, 560, 120], [-420, 500, 160]] as const) s.put(z, () => s.hull([vec(x - h * 0.22, 0, z), vec(x + h * 0.22, 0, z), vec(x, h, z), vec(x, 0, z - h * 0.2)], { colour: '#5d5763', level: 5 }));
  for (const [x, z, h] of [[-230, 760, 210], [150, 900, 170], [320, 700, 250], [-90, 1300, 140], [-380, 560, 230]] as const) s.put(z, () => {
    s.poly([vec(x - h * 0.2, 560, z), vec(x + h * 0.2, 560, z), vec(x + 3, 560 - h, z)], { colour: '#3d3845', level: 7 }, { ink: s.pen.paints.paper, weight: 0.6 });
  });
  scatter(s, { x: [-500, 500], z: [200, 1600] }, 22, (at, k) => s.line([vec(at.x - 14 * k, 0, at.z), vec(at.x, 6, at.z), vec(at.x + 16 * k, 0, at.z)], 0.7, { ink: s.pen.paints.paper }));
  s.put(520, () => rock(s, 300, 460, 70, STONE_DARK));
  s.darkness = 0.8;
}

export function river(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 90 });
  mountains(s, { z: 22_000, height: 4200 });
  treeLine(s, 5200, 560);
  const banks: [number, number][] = [[300, 250], [260, 500], [120, 900], [260, 1500], [-160, 2400], [-40, 4600]];
  const far: [number, number][] = [[260, 4600], [420, 2400], [900, 1500], [820, 900], [1300, 500], [1900, 250]];
  patchOn(s, [...banks, ...far], { ...WATER, level: 1 }, 0.9);
  flow(s);
  for (const [x, z, k] of [[230, 620, 50], [190, 860, 70], [420, 1000, 60], [310, 1300, 70], [620, 760, 60], [260, 470, 34]] as const) s.put(z, () => rock(s, x, z, k, ROCK));
  for (const [x, z, h] of [[-560, 1100, 640], [-900, 1700, 700], [1300, 1800, 640], [-380, 2300, 560]] as const) s.put(z, () => tree(s, x, z, h));
  s.put(1500, () => bushes(s, [-1200, -300], 1500, 120));
  leavesCorner(s);
  grassEdge(s, 0.2);
}

function flow(s: Sketch): void {
  const r = s.part();
  for (let i = 0; i < 26; i++) {
    const z = 320 + i * i * 4.2;
    const x = 330 + r.between(0, 420) - (z > 1700 ? 330 : 0);
    const long = r.between(40, 120);
    s.line(Array.from({ length: 5 }, (_, k) => vec(x - k * 6 + Math.sin(k + i) * 8, 0.4, z + (k * long) / 4)), 0.7);
  }
}

export function lake(s: Sketch): void {
  sky(s);
  ground(s, GRASS, { tufts: 60 });
  mountains(s, { z: 26_000, height: 6200, snowCaps: true });
  treeLine(s, 11_000, 600, LEAF_DARK, 16_000);
  s.plate.plane = 'far';
  water(s, 760, 10_500, 16_000, 0.3, { ...WATER, level: 1 });
  s.poly(Array.from({ length: 25 }, (_, i) => vec(-9000 + i * 750, 0.5, 8000 - (i % 2 === 0 ? 900 : 2600) * (0.6 + 0.4 * Math.sin(i)))).concat([vec(9000, 0.5, 10_400), vec(-9000, 0.5, 10_400)]), { colour: '#5d86a0', level: 3 }, { weight: 0 });
  s.line(Array.from({ length: 19 }, (_, i) => vec(-1800 + i * 200, 0.4, 760 + Math.sin(i * 1.3) * 30)), 1.1);
  s.put(900, () => {
    for (let i = 0; i < 7; i++) for (const dx of [-52, 52]) drum(s, { x: 330 + dx + i * 24, z: 560 + i * 130, y0: -10, y1: 60, r0: 6 }, WOOD_DARK);
    s.poly([vec(268, 40, 470), vec(392, 40, 470), vec(540, 40, 1360), vec(420, 40, 1360)], { colour: '#c29a66', level: 0 });
    for (let i = 1; i < 26; i++) s.line([vec(268 + i * 5.9, 40.3, 470 + i * 34), vec(392 + i * 5.8, 40.3, 470 + i * 34)], 0.5);
  });
  s.put(1500, () => {
    s.poly([vec(-620, 8, 1500), vec(-380, 8, 1500), vec(-320, 46, 1500), vec(-680, 46, 1500)], WOOD_DARK, { shade: 1 });
    s.line([vec(-660, 38, 1499), vec(-340, 38, 1499)], 0.6, { ink: s.pen.paints.paper });
  });
  for (const [x, z, h] of [[-760, 900, 560], [880, 1100, 640]] as const) s.put(z, () => tree(s, x, z, h, 'pine'));
  reeds(s, [-560, -220], 700);
  leavesCorner(s);
  grassEdge(s, 0.18);
}

function reeds(s: Sketch, x: [number, number], z: number): void {
  const r = s.part();
  s.put(z, () => {
    for (let i = 0; i < 26; i++) {
      const [a, h, lean] = [r.between(x[0], x[1]), r.between(50, 110), r.between(-14, 14)];
      s.line([vec(a, 0, z), vec(a + lean * 0.4, h * 0.6, z), vec(a + lean, h, z)], 0.9);
      if (i % 4 === 0) s.hull([vec(a + lean - 3, h, z), vec(a + lean + 3, h, z), vec(a + lean - 3, h + 20, z), vec(a + lean + 3, h + 20, z)], WOOD_DARK, { shade: 2 });
    }
  });
}

export function beach(s: Sketch): void {
  sky(s);
  ground(s, SAND, { tufts: 0, plain: true });
  s.plate.plane = 'far';
  water(s, 1050, 60_000, 90_000, 0.2, { ...WATER, level: 1 });
  mountains(s, { z: 52_000, height: 1700, peaks: 5, material: GREY });
  surf(s);
  s.put(3000, () => {
    s.poly([vec(1500, 0, 5200), vec(5200, 0, 5200), vec(5200, 900, 5200), vec(3600, 760, 5200), vec(2400, 300, 5200)], ROCK);
    s.poly([vec(2000, 0, 5190), vec(2400, 300, 5190), vec(2900, 480, 5190), vec(2700, 200, 5190), vec(2800, 0, 5190)], STONE_DARK, { weight: 0.5 });
  });
  const isModern = s.spec.era === 'modern' || s.spec.era === 'future';
  if (isModern) s.put(820, () => {
    s.line([vec(-380, 0, 820), vec(-350, 235, 820)], 2);
    for (let i = 0; i < 6; i++) {
      const [a, b] = [-150 + i * 50, -100 + i * 50];
      s.poly([vec(-350 + a, 175 + Math.abs(a) * -0.18 + 27, 800), vec(-350 + b, 175 + Math.abs(b) * -0.18 + 27, 800), vec(-350, 246, 820)], i % 2 === 0 ? WHITE : { colour: '#e05d4e', level: 5 });
    }
    s.poly([vec(-480, 1, 780), vec(-330, 1, 760), vec(-310, 1, 860), vec(-460, 1, 880)], { colour: '#5f9ec9', level: 2 });
  });
  for (const [x, z, h] of [[620, 1750, 520], [860, 1900, 600], [-1250, 2300, 560]] as const) s.put(z, () => tree(s, x, z, h, s.spec.era === 'past' ? 'pine' : 'palm'));
  scatter(s, { x: [-700, 700], z: [180, 1300] }, s.isSoft ? 6 : 34, (at, k) => s.line([vec(at.x - 12 * k, 0, at.z), vec(at.x, 1.5, at.z), vec(at.x + 14 * k, 0, at.z + 3)], 0.6));
  s.put(480, () => rock(s, 300, 520, 40, ROCK));
  // Footprints lead to the water; ripples of sand, shells.
  for (let i = 0; i < 14; i++) {
    const [x, z] = [(i % 2) * 24 + 190 - i * 12, 260 + i * 62];
    s.put(5900, () => s.poly(Array.from({ length: 8 }, (_, k) => vec(x + Math.cos((k * Math.PI) / 4) * 7, 0.2, z + Math.sin((k * Math.PI) / 4) * 13)), { ...SAND, level: 2 }, { weight: 0.5, isExact: true }), 'far');
  }
  for (let i = 0; i < 9; i++) s.put(5950, () => s.line(Array.from({ length: 9 }, (_, k) => vec(-700 + (i % 3) * 460 + k * 32, 0.2, 320 + i * 66 + Math.sin(k * 1.2 + i) * 9)), 0.6), 'far');
}

function surf(s: Sketch): void {
  for (const [i, z] of [2300, 1500, 1060].entries()) {
    const r = s.part();
    const front = Array.from({ length: 41 }, (_, k) => vec(-3200 + k * 160, 0.5, z + Math.sin(k * 0.9 + i) * 70 + r.between(-34, 34)));
    const back = front.map((p) => vec(p.x, 0.5, p.z + 130 + 80 * Math.sin(p.x / 300))).reverse();
    s.patch([...front, ...back], s.plain(s.light.isNight ? 3 : 0, '#ffffff'), { weight: 0.9, isExact: true });
  }
}

export function sea(s: Sketch): void {
  sky(s);
  s.plate.plane = 'far';
  water(s, -200, 60_000, 90_000, 0, { ...WATER, level: 2 });
  ripples(s, 150, 6000, 0, 90);
  const r = s.part();
  for (let i = 0; i < 9; i++) {
    const [z, x, h] = [700 + i * 420, r.between(-1.1, 1.1) * (700 + i * 420), r.between(30, 70)];
    s.put(z, () => {
      const crest = Array.from({ length: 13 }, (_, k) => vec(x - 420 + k * 70, Math.sin((Math.PI * k) / 12) * h + (k % 2) * 7, z));
      s.poly([...crest, vec(x + 420, -10, z - 90), vec(x - 420, -10, z - 90)], { ...WATER_DEEP, level: 4 }, { weight: 0, isExact: true });
      s.line(crest, 1.1);
      s.patch([...crest.slice(3, 10), ...crest.slice(3, 10).reverse().map((p, k) => vec(p.x + 10, p.y * (k % 2 === 0 ? 0.55 : 0.8), p.z - 5))], s.plain(s.light.isNight ? 3 : 0, '#ffffff'), { weight: 0.6, isExact: true });
    });
  }
  s.put(5000, () => {
    s.poly([vec(1700, 20, 6000), vec(2500, 20, 6000), vec(2660, 150, 6000), vec(1580, 150, 6000)], WOOD_DARK);
    s.poly([vec(2080, 160, 6000), vec(2080, 900, 6000), vec(1640, 220, 6000)], WHITE);
    s.poly([vec(2120, 200, 6000), vec(2120, 820, 6000), vec(2540, 220, 6000)], WHITE, { shade: 1 });
  });
}

export function underwater(s: Sketch): void {
  s.plate.plane = 'far';
  const { x0, y0, x1, y1 } = s.bounds;
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], s.graded({ from: 0, to: s.camera.height, dark: s.light.isNight ? [60, 100] : [6, 72], colours: ['#a9e3ee', '#1d5a85'] }));
  const r = s.part();
  const { width, height } = s.camera;
  for (let i = 0; i < 6; i++) {
    const [a, b] = [r.between(0, 1) * width, r.between(0.02, 0.05) * width];
    const slant = (a - width / 2) * 0.5;
    s.screenPatch([{ x: a, y: -20 }, { x: a + b, y: -20 }, { x: a + b * 2.2 + slant, y: height * 0.62 }, { x: a + slant, y: height * 0.62 }], s.plain(s.light.isNight ? 5 : 1, '#c6eef4'));
  }
  mountains(s, { z: 5000, height: 700, peaks: 5, material: { colour: '#2c6d92', level: 5 } });
  s.poly([vec(-6000, 0, -200), vec(6000, 0, -200), vec(9000, 0, 5000), vec(-9000, 0, 5000)], { colour: '#cdbf94', level: 3 }, { weight: 0 });
  scatter(s, { x: [-900, 900], z: [200, 2000] }, 24, (at, k) => s.line([vec(at.x - 30 * k, 0, at.z), vec(at.x, 5, at.z), vec(at.x + 36 * k, 0, at.z)], 0.6));
  for (const [x, z, k] of [[-330, 620, 90], [360, 760, 120], [-620, 1100, 160], [700, 1300, 200]] as const) s.put(z, () => rock(s, x, z, k, { colour: '#4d6f80', level: 5 }));
  for (const [i, [x, z]] of [[-260, 560], [-300, 600], [310, 600], [280, 680], [-520, 900], [520, 900], [600, 940]].entries()) s.put(z!, () => {
    const h = 150 + (i % 3) * 60;
    const left = Array.from({ length: 11 }, (_, k) => vec(x! + Math.sin(k * 0.9 + i) * 15 - 9 * (1 - k / 10), (h * k) / 10, z!));
    const right = Array.from({ length: 11 }, (_, k) => vec(x! + Math.sin((10 - k) * 0.9 + i) * 15 + 9 * (k / 10), (h * (10 - k)) / 10, z!));
    s.poly([...left, ...right], { colour: '#2f7a55', level: i % 2 === 0 ? 7 : 4 }, { isExact: true, weight: 0.7 });
  });
  for (let i = 0; i < 11; i++) {
    const [x, y, z, k] = [r.between(-700, 700), r.between(150, 520), r.between(900, 2200), r.between(14, 26)];
    s.put(z, () => s.poly([vec(x - k, y, z), vec(x - k * 0.2, y + k * 0.42, z), vec(x + k * 0.7, y + k * 0.1, z), vec(x + k * 1.2, y + k * 0.4, z), vec(x + k * 1.2, y - k * 0.4, z), vec(x + k * 0.7, y - k * 0.08, z), vec(x - k * 0.2, y - k * 0.4, z)], i % 3 === 0 ? WHITE : { colour: '#e79a4c', level: 7 }, { isExact: true, weight: 0.6 }));
  }
  for (let i = 0; i < 14; i++) {
    const [x, y, q] = [width * (0.16 + 0.7 * (i % 2)) + r.between(-26, 26), height * r.between(0.1, 0.9), r.between(2.5, 8)];
    s.put(300, () => {
      const round = Array.from({ length: 14 }, (_, k) => ({ x: x + Math.cos((k * Math.PI) / 7) * q, y: y + Math.sin((k * Math.PI) / 7) * q }));
      s.screenPatch(round, s.plain(0, '#dff6f8'), { weight: 0.6, depth: 400 });
    });
  }
  s.darkness = 0.45;
}
