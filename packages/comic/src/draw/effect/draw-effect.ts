/** Graphic effects of manga, drawn between place and people (`behind`) or over both (`over`). */
import type { Box, Point } from '../../model/geometry.ts';
import type { Effect } from '../../model/kinds.ts';
import { path } from '../pen/path.ts';
import { line, shape, type Pen } from '../pen/pen.ts';
import { gradedTone } from '../place/base/graded-tone.ts';
import type { DrawEffect, EffectDrawing } from '../types.ts';
import { beside, drops, exclaim, question, vein } from './marks.ts';
import { flower, heart, sparkle } from './ornaments.ts';
import { radialWedges, streaks } from './rays.ts';
import { scatter } from './scatter.ts';

type At = { width: number; height: number; focus: Point; keep: Box[]; toRight: boolean; strength: number };
type Painter = (pen: Pen, at: At) => Partial<EffectDrawing>;

export const drawEffect: DrawEffect = (pen, effect, at) => ({ behind: '', over: '', hidesPlace: false, darkness: 0, ...PAINTERS[effect](withFork(pen, effect), at) });

function withFork(pen: Pen, effect: Effect): Pen {
  return { ...pen, random: pen.random.fork(`effect:${effect}`) };
}

function frame(at: At): string {
  return path().polyline([{ x: 0, y: 0 }, { x: at.width, y: 0 }, { x: at.width, y: at.height }, { x: 0, y: at.height }], true).d;
}

/** Half axes of the free ellipse round the focus: the faces stay clear. */
function freeEllipse(at: At): { rx: number; ry: number } {
  const face = at.keep[0];
  const rx = Math.max(at.width * 0.24, (face?.width ?? 0) * 0.95);
  const ry = Math.max(at.height * 0.24, (face?.height ?? 0) * 0.85);
  return { rx: Math.min(rx, at.width * 0.52), ry: Math.min(ry, at.height * 0.5) };
}

function outerRadius(at: At): number {
  return Math.hypot(Math.max(at.focus.x, at.width - at.focus.x), Math.max(at.focus.y, at.height - at.focus.y)) + 20;
}

const focusLines: Painter = (pen, at) => {
  const d = radialWedges(pen.random, { focus: at.focus, ...freeEllipse(at), outer: outerRadius(at), bunches: 34, weight: 6 });
  return { behind: shape(pen, frame(at), pen.paints.paper, 0) + tintEdge(pen, at) + shape(pen, d, pen.paints.line, 0), hidesPlace: true, darkness: 0.4 };
};

/** A light tone towards the edge, so that the lines do not stand on bare paper alone. */
function tintEdge(pen: Pen, at: At): string {
  const { rx, ry } = freeEllipse(at);
  const hole = path().ellipse(at.focus.x, at.focus.y, rx * 1.5, ry * 1.5).d;
  return `<path d="${frame(at)}${hole}" fill-rule="evenodd" fill="${pen.paints.tone(10, '#f4e6cf')}"/>`;
}

const impactFlash: Painter = (pen, at) => {
  const { rx, ry } = freeEllipse(at);
  const points: Point[] = [];
  const count = 26;
  for (let i = 0; i < count * 2; i++) {
    const a = (i / (count * 2)) * Math.PI * 2 + pen.random.between(-0.03, 0.03);
    const reach = i % 2 === 0 ? pen.random.between(1.5, 2.5) : pen.random.between(0.98, 1.12);
    points.push({ x: at.focus.x + Math.cos(a) * rx * reach, y: at.focus.y + Math.sin(a) * ry * reach });
  }
  const rays = radialWedges(pen.random, { focus: at.focus, rx: rx * 1.6, ry: ry * 1.6, outer: outerRadius(at), bunches: 24, weight: 5 });
  return { behind: shape(pen, frame(at), pen.paints.isColour ? pen.paints.ink('black', '#33272e') : '#000', 0) + shape(pen, rays, pen.paints.paper, 0) + shape(pen, path().polyline(points, true).d, pen.paints.paper, 0), hidesPlace: true, darkness: 0.2 };
};

const speedLines: Painter = (pen, at) => {
  const black = streaks(pen.random, { ...at, count: 90, weight: 5 });
  const white = streaks(pen.random, { ...at, count: 60, weight: 6 });
  return { behind: shape(pen, white, pen.paints.paper, 0) + shape(pen, black, pen.paints.line, 0), darkness: 0.35 };
};

/** Graded tone over a share of the height, dark at the named edge. `dark` is the percent of ink there. */
function toneFall(at: At, pen: Pen, from: 'top' | 'bottom', dark: number, share: number): string {
  const reach = at.height * share;
  const [y0, y1] = from === 'top' ? [0, reach] : [at.height - reach, at.height];
  const colours: [string, string] = from === 'top' ? ['#7f8ea8', '#e9edf3'] : ['#fdf3f3', '#f2c9cf'];
  const { def, paint } = gradedTone(pen.paints, { from: y0, to: y1, dark: from === 'top' ? [dark, 0] : [0, dark], colours });
  return `<defs>${def}</defs>${shape(pen, path().polyline([{ x: 0, y: y0 }, { x: at.width, y: y0 }, { x: at.width, y: y1 }, { x: 0, y: y1 }], true).d, paint, 0)}`;
}

const gloom: Painter = (pen, at) => {
  const p = path();
  const count = Math.round(at.width / 13);
  for (let i = 0; i < count; i++) {
    const x = ((i + pen.random.between(-0.3, 0.3)) / count) * at.width;
    const w = pen.random.between(0.8, 2.6);
    p.move(x - w, 0).line(x + w, 0).line(x, at.height * pen.random.between(0.18, 0.52)).close();
  }
  return { behind: shape(pen, frame(at), pen.paints.paper, 0) + toneFall(at, pen, 'top', 46, 0.75) + shape(pen, p.d, pen.paints.line, 0), hidesPlace: true, darkness: 0.45 };
};

const PALE = ['#fbeed6', '#e6f1f5', '#fae6e3', '#ebf1dd', '#f0eaf7'] as const;

const PAINTERS: Record<Effect, Painter> = {
  'focus-lines': focusLines,
  'impact-flash': impactFlash,
  'speed-lines': speedLines,
  'motion-blur': speedLines,
  'gloom-lines': gloom,
  'screentone-gradient': (pen, at) => ({ behind: shape(pen, frame(at), pen.paints.paper, 0) + toneFall(at, pen, 'top', 52, 0.95), hidesPlace: true, darkness: 0.3 }),
  'black-background': (pen, at) => ({ behind: shape(pen, frame(at), pen.paints.isColour ? pen.paints.ink('black', '#2a2a33') : '#000', 0), hidesPlace: true, darkness: 1 }),
  // Paper in ink; in a colour book bare paper would look forgotten.
  'white-background': (pen, at) => ({ behind: shape(pen, frame(at), pen.paints.isColour ? pen.paints.tone(10, pen.random.pick(PALE)) : pen.paints.paper, 0), hidesPlace: true, darkness: 0 }),
  // The people themselves are blackened by the stage.
  silhouette: () => ({}),
  sparkle: (pen, at) => ({ over: scatter(pen.random, { ...at, count: 11, least: 9, most: 34 }).map((spot) => sparkle(pen, spot.x, spot.y, spot.size)).join('') }),
  flowers: (pen, at) => ({
    behind: shape(pen, frame(at), pen.paints.paper, 0) + toneFall(at, pen, 'bottom', 26, 0.65) + scatter(pen.random, { ...at, count: 14, least: 22, most: 62 }).map((spot) => flower(pen, spot.x, spot.y, spot.size, spot.turn)).join(''),
    hidesPlace: true, darkness: 0.15,
  }),
  hearts: (pen, at) => ({ over: scatter(pen.random, { ...at, count: 8, least: 9, most: 24 }).map((spot) => heart(pen, spot.x, spot.y, spot.size, Math.sin(spot.turn) * 0.4)).join('') }),
  sweat: (pen, at) => ({ over: beside(at, (x, y, size) => drops(pen, x, y, size)) }),
  tremble: (pen, at) => ({ over: tremble(pen, at) }),
  'anger-mark': (pen, at) => ({ over: beside(at, (x, y, size) => vein(pen, x, y, size)) }),
  question: (pen, at) => ({ over: beside(at, (x, y, size) => question(pen, x, y, size)) }),
  exclaim: (pen, at) => ({ over: beside(at, (x, y, size) => exclaim(pen, x, y, size)) + flick(pen, at, 3) }),
  lightning: (pen, at) => ({ behind: lightning(pen, at) }),
};

/** Short lines bursting from beside the head: a sudden thought, a start. */
function flick(pen: Pen, at: At, count: number): string {
  const face = at.keep[0];
  if (!face) return '';
  const p = path();
  for (let i = 0; i < count; i++) {
    const a = -0.95 + i * 0.3;
    const [x, y] = [face.x + face.width * 1.02, face.y + face.height * 0.12];
    const [near, far] = [face.width * 0.14, face.width * (0.3 + 0.05 * (i % 2))];
    p.move(x + Math.cos(a) * near, y + Math.sin(a) * near).line(x + Math.cos(a) * far, y + Math.sin(a) * far);
  }
  return line(pen, p.d, pen.weight.detail);
}

/** Wavering lines at both sides of somebody who shakes. */
function tremble(pen: Pen, at: At): string {
  const face = at.keep[0];
  if (!face) return '';
  return [-1, 1].map((side) => {
    const x = face.x + face.width / 2 + side * face.width * 1.25;
    return [0, 1].map((k) => {
      const points = Array.from({ length: 7 }, (_, i) => ({ x: x + side * k * face.width * 0.16 + (i % 2 === 0 ? -1 : 1) * face.width * 0.045, y: face.y + face.height * (0.25 + i * 0.2) }));
      return line(pen, path().spline(points).d, pen.weight.detail);
    }).join('');
  }).join('');
}

function lightning(pen: Pen, at: At): string {
  let [x, y] = [at.width * pen.random.between(0.2, 0.8), -4];
  const left: Point[] = [];
  const right: Point[] = [];
  while (y < at.height * 0.62) {
    const half = 7 * (1 - y / (at.height * 0.7));
    left.push({ x: x - half, y });
    right.unshift({ x: x + half, y: y + 4 });
    x += pen.random.between(-1, 1) * at.width * 0.07;
    y += pen.random.between(0.05, 0.11) * at.height;
  }
  return shape(pen, path().polyline([...left, { x, y }, ...right], true).d, pen.paints.paper, pen.weight.detail);
}
