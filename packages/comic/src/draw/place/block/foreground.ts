/** The near plane: silhouettes at the edges that frame the picture. They keep clear of its middle. */
import type { Point } from '../../../model/geometry.ts';
import { seededRandom } from '../../../model/random.ts';
import { INK, LEAF_DARK, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';

function canFrame(s: Sketch): boolean {
  return s.spec.detail >= 0.6 && !s.isFromAbove && s.camera.width > 240 && s.camera.height > 170;
}

/** A bough with leaves from an upper corner. */
export function leavesCorner(s: Sketch, side?: 'left' | 'right', material: Material = LEAF_DARK): void {
  const r = s.part();
  const isLeft = side === undefined ? r.chance(0.5) : side === 'left';
  const seed = r.integer(0, 1e9);
  if (!canFrame(s) || s.spec.season === 'winter') return;
  s.put(100, () => {
    const q = seededRandom(seed);
    const { width, height } = s.camera;
    const size = Math.min(width, height) * 0.3;
    const at = (x: number, y: number): Point => ({ x: isLeft ? x : width - x, y });
    s.screenLine([at(-20, size * 0.1), at(size * 0.6, size * 0.3), at(size * 1.2, size * 0.28)], 3);
    for (let i = 0; i < 34; i++) {
      const t = q.next() ** 1.4;
      const c = at(-12 + t * size * 1.35, -10 + q.next() * size * (0.75 - t * 0.45));
      const a = q.between(0.2, 1.5) * (isLeft ? 1 : -1) + (isLeft ? 0 : Math.PI);
      leaf(s, c, a, size * q.between(0.1, 0.18), material);
    }
  });
}

function leaf(s: Sketch, c: Point, a: number, long: number, material: Material): void {
  const [dx, dy] = [Math.cos(a), Math.sin(a)];
  const wide = long * 0.24;
  const at = (t: number, k: number): Point => ({ x: c.x + dx * long * t - dy * wide * k, y: c.y + dy * long * t + dx * wide * k });
  s.screenPatch([at(0, 0), at(0.3, 0.9), at(0.6, 0.8), at(1, 0), at(0.6, -0.8), at(0.3, -0.9)], s.pen.paints.isColour ? s.paint(material, 0) : s.pen.paints.line, { weight: 0.4, depth: 300, ink: s.pen.paints.isColour ? s.pen.paints.line : s.pen.paints.paper });
}

/** Long grass along the lower edge, at its sides. */
export function grassEdge(s: Sketch, height = 0.2): void {
  const seed = s.part().integer(0, 1e9);
  if (!canFrame(s)) return;
  s.put(100, () => {
    const q = seededRandom(seed);
    const { width, height: tall } = s.camera;
    const fill = s.pen.paints.isColour ? s.paint(LEAF_DARK, 0) : s.pen.paints.line;
    for (const isLeft of [true, false]) {
      const reach = width * q.between(0.16, 0.28);
      for (let i = 0; i < 20; i++) {
        const t = q.next() ** 1.5;
        const x = (isLeft ? -8 : width + 8) + (isLeft ? 1 : -1) * t * reach;
        const h = tall * height * (1.15 - t) * q.between(0.5, 1);
        const lean = q.between(-0.35, 0.5) * h * (isLeft ? 1 : -1);
        const w = 3 + 3 * q.next();
        s.screenPatch([{ x: x - w, y: tall + 14 }, { x: x + lean * 0.35 - w * 0.5, y: tall - h * 0.6 }, { x: x + lean, y: tall - h }, { x: x + lean * 0.35 + w * 0.6, y: tall - h * 0.55 }, { x: x + w, y: tall + 14 }], fill);
      }
    }
  });
}

/** A dark upright at one edge: pillar, door jamb, tree trunk. */
export function edgePost(s: Sketch, side?: 'left' | 'right', share = 0.06, material: Material = INK): void {
  const r = s.part();
  const isLeft = side === undefined ? r.chance(0.5) : side === 'left';
  const lean = r.between(-0.01, 0.01);
  if (!canFrame(s)) return;
  s.put(100, () => {
    const { width, height } = s.camera;
    const w = width * share;
    const x = (v: number): number => (isLeft ? v : width - v);
    const tilt = lean * width;
    s.screenPatch([{ x: x(-30), y: -30 }, { x: x(w + tilt), y: -30 }, { x: x(w), y: height + 30 }, { x: x(-30), y: height + 30 }], s.pen.paints.isColour ? s.paint(material, 0) : s.pen.paints.line);
    s.screenLine([{ x: x(w + tilt + 5), y: -10 }, { x: x(w + 5), y: height + 10 }], 1.3);
    s.screenLine([{ x: x(w * 0.62 + tilt), y: -10 }, { x: x(w * 0.62), y: height * 0.7 }], 1.3, s.pen.paints.paper);
  });
}

/** For a close-up: a calm graded tone at one side, so that the background is never bare. */
export function softCorner(s: Sketch): void {
  const isTop = s.part().chance(0.6);
  if (!s.isSoft) return;
  s.plate.plane = 'far';
  const { x0, x1, y0, y1 } = s.bounds;
  const { height } = s.camera;
  const dark = s.light.isDark ? 60 : 26;
  const [from, to] = isTop ? [0, height * 0.42] : [height * 0.62, height];
  const paint = s.graded({ from, to, dark: isTop ? [dark, 0] : [0, dark], colours: isTop ? ['#8fa3b8', '#e8edf0'] : ['#e8edf0', '#8fa3b8'], isSheer: true });
  if (s.pen.paints.isColour || s.light.isDark) return;
  const [top, bottom] = isTop ? [y0, to] : [from, y1];
  s.plate.raw(`<path d="M${x0} ${top.toFixed(1)}H${x1}V${bottom.toFixed(1)}H${x0}Z" fill="${paint}"/>`);
}
