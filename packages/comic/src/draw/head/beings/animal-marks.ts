/** Stripes, masks, manes, whiskers: the marks of animals. */
import type { Point } from '../../../model/geometry.ts';
import { resample } from '../../pen/brush.ts';
import { type Board, disc, draw, swell } from '../board.ts';
import { heading, scalp } from '../hair/lock.ts';
import { inkMass } from '../mass.ts';
import { ribbon } from '../outline.ts';
import { facing, onFace, type Skull } from '../skull.ts';
import { lerp } from '../space.ts';
import type { Species } from './species.ts';

/** Behind the head: mane, spines, cheek fur. */
export function drawBackMarks(board: Board, skull: Skull, species: Species, fur: string, dark: string): void {
  const { marks } = species;
  if (marks.includes('mane')) drawMane(board, skull, dark);
  if (marks.includes('spines')) {
    for (const e of [70, 95, 120, 145, 170]) {
      const [a, b, c] = [-9, 0, 9].map((d, i) => board.frame.project(scalp(skull, heading(e + d > 90 ? [180, 180 - e - d] : [0, e + d]), i === 1 ? 0.4 : -0.02)));
      board.silhouette.push(draw(board, [a!, b!, c!], { fill: dark, line: board.weight.detail, isSharp: true }));
    }
  }
  if (marks.includes('crest')) {
    const top = board.frame.project(scalp(skull, heading([180, 84]), 0));
    for (const k of [-0.5, 0, 0.55]) board.silhouette.push(draw(board, ribbon([top, { x: top.x + k * board.unit * 0.1, y: top.y - board.unit * 0.12 }, { x: top.x + k * board.unit * 0.26, y: top.y - board.unit * (0.2 - 0.05 * Math.abs(k)) }], (t) => board.unit * 0.055 * (1 - t ** 1.5)), { fill: fur, line: board.weight.detail }));
  }
}

function drawMane(board: Board, skull: Skull, dark: string): void {
  const shapes: Point[][] = [];
  for (let i = 0; i < 22; i++) {
    const a = (i / 22) * 360;
    const angle = (a * Math.PI) / 180;
    const out = { x: Math.sin(angle), y: Math.cos(angle), z: -0.25 };
    const root = board.frame.project({ x: out.x * skull.cranium.rx * 0.8, y: skull.cranium.centre.y + out.y * skull.cranium.ry * 0.8, z: -0.1 });
    const tip = board.frame.project({ x: out.x * skull.cranium.rx * 1.62, y: skull.cranium.centre.y + out.y * skull.cranium.ry * 1.42 - 0.04, z: -0.2 });
    shapes.push(ribbon([root, { x: lerp(root.x, tip.x, 0.5), y: lerp(root.y, tip.y, 0.5) }, tip], (t) => board.unit * 0.12 * (t < 0.5 ? 1 : 1 - ((t - 0.5) / 0.5) ** 1.6)));
  }
  inkMass(board, shapes, dark);
}

/** The mane of a horse: along the crest behind, and a lock between the ears over the brow. */
export function drawForelock(board: Board, skull: Skull, dark: string, isFront: boolean): void {
  const shapes: Point[][] = [];
  const lock = (points: Point[], wide: number): void => void shapes.push(ribbon(resample(points, 12), (t) => board.unit * wide * (t < 0.45 ? 0.6 + t * 0.9 : 1 - ((t - 0.45) / 0.55) ** 1.7)));
  const at = (a: number, e: number, lift: number): Point => board.frame.project(scalp(skull, heading([a, e]), lift));
  if (isFront) {
    if (board.frame.turn(heading([0, 60])).z > -0.2) for (const a of [-14, 2, 16]) lock([at(180, 80, 0.04), at(a, 74, 0.12), at(a * 1.6, 50, 0.12), at(a * 2, 30, 0.05)], 0.062);
    if (board.frame.turn(heading([180, 10])).z < 0) return inkMass(board, shapes, dark, 'front', board.weight.detail);
  }
  for (const e of [78, 50, 22, -6, -34]) for (const s of isFront ? [-1, 1] : [0]) lock([at(180, e, 0), at(180 + s * 10, e - 8, 0.24), at(180 + s * 14, e - 34, 0.3)], 0.09);
  inkMass(board, shapes, dark, 'front', board.weight.detail);
}

/** Pointed fur on both cheeks, part of the head's outline. */
export function cheekFur(board: Board, skull: Skull): Point[][] {
  const shapes: Point[][] = [];
  for (const side of [-1, 1]) {
    for (const [y, out, dy] of [[0.36, 0.13, -0.05], [0.28, 0.14, -0.08], [0.2, 0.09, -0.09]] as const) {
      const x = skull.width(y) * 0.9;
      const [root, tip] = [board.frame.project({ x: side * x * 0.75, y: y + 0.02, z: 0.02 }), board.frame.project({ x: side * (x + out), y: y + dy, z: -0.02 })];
      shapes.push(ribbon([root, { x: lerp(root.x, tip.x, 0.55), y: lerp(root.y, tip.y, 0.4) }, tip], (t) => board.unit * 0.07 * (1 - t ** 1.5)));
    }
  }
  return shapes;
}

const patchOn = (board: Board, skull: Skull, points: readonly (readonly [number, number])[]): Point[] => points.map(([x, y]) => onFace(skull, board.frame, x, y));

/** On the fur, under the eyes. */
export function drawFaceMarks(board: Board, skull: Skull, species: Species, dark: string): void {
  const { marks, eye } = species;
  const { paper } = board.pen.paints;
  const isFacing = Math.cos(board.frame.angle.yaw) > -0.2;
  if (marks.includes('stripes')) drawStripes(board, skull);
  if (!isFacing) return;
  if (marks.includes('mask')) {
    const w = skull.width(0.3);
    draw(board, patchOn(board, skull, [[0, eye.y - 0.06], [0.09, eye.y - 0.1], [eye.x + 0.1, eye.y - 0.03], [w * 0.93, eye.y - 0.12], [w * 0.85, 0.26], [w * 0.45, 0.13], [0, 0.11], [-w * 0.45, 0.13], [-w * 0.85, 0.26], [-w * 0.93, eye.y - 0.12], [-eye.x - 0.1, eye.y - 0.03], [-0.09, eye.y - 0.1]]), { fill: paper });
    for (const side of [-1, 1]) if (facing(skull, board.frame, side * eye.x, eye.y) > 0.1) draw(board, disc(side * eye.x, eye.y, eye.half * 1.25, eye.height * 1.15).map((p) => onFace(skull, board.frame, p.x, p.y)), { fill: paper });
  }
  if (marks.includes('heart-face')) draw(board, patchOn(board, skull, [[0, 0.66], [0.13, 0.74], [0.27, 0.66], [0.29, 0.5], [0.24, 0.36], [0.27, 0.24], [0.17, 0.13], [0, 0.1], [-0.17, 0.13], [-0.27, 0.24], [-0.24, 0.36], [-0.29, 0.5], [-0.27, 0.66], [-0.13, 0.74]]), { fill: board.pen.paints.isColour ? '#f0cfae' : paper, line: board.weight.detail * 0.8 });
  if (marks.includes('discs')) {
    for (const side of [-1, 1]) {
      if (facing(skull, board.frame, side * eye.x, eye.y) < 0.05) continue;
      draw(board, disc(side * eye.x * 1.02, eye.y - 0.01, eye.half * 1.7, eye.height * 1.7, 16).map((p) => onFace(skull, board.frame, p.x, p.y)), { fill: paper, line: board.weight.detail });
    }
  }
  if (marks.includes('patch')) {
    for (const side of species.muzzle.rx < 0.175 ? [-1, 1] : [1]) if (facing(skull, board.frame, side * eye.x, eye.y) > 0.08) draw(board, disc(side * (eye.x + 0.01), eye.y + 0.0, eye.half * 1.75, eye.height * 1.8, 12, -0.4 * side).map((p) => onFace(skull, board.frame, p.x, p.y)), { fill: dark });
  }
}

function drawStripes(board: Board, skull: Skull): void {
  const { line } = board.pen.paints;
  const wide = board.unit * (skull.look.animal?.includes('tiger') ? 0.032 : 0.022);
  const stripe = (points: (readonly [number, number, number])[]): void => {
    const seen = points.filter(([a, e]) => board.frame.turn(heading([a, e])).z > 0.02).map(([a, e]) => board.frame.project(scalp(skull, heading([a, e]), 0)));
    if (seen.length > 2) swell(board, seen, wide * 2, line);
  };
  for (const a of [-16, 0, 16]) stripe([[a * 1.5, 34, 0], [a * 1.3, 46, 0], [a, 60, 0]]);
  for (const s of [-1, 1]) {
    for (const e of [6, -14]) stripe([[s * 92, e + 2, 0], [s * 76, e, 0], [s * 62, e - 3, 0]]);
    for (const e of [40, 18, -4]) stripe([[s * 150, e, 0], [s * 132, e + 2, 0], [s * 112, e - 2, 0]]);
  }
}

/** Over everything: whiskers and scales. */
export function drawTopMarks(board: Board, skull: Skull, muzzle: Skull, species: Species): void {
  const { marks } = species;
  if (board.detail >= 1 && marks.includes('whiskers') && Math.cos(board.frame.angle.yaw) > -0.1) {
    for (const side of [-1, 1]) {
      if (facing(muzzle, board.frame, side * 0.1, species.muzzle.y) < -0.2) continue;
      for (const k of [-1, 0, 1]) {
        const root = onFace(muzzle, board.frame, side * species.muzzle.rx * 0.72, species.muzzle.y - 0.025 + k * 0.022);
        const tip = board.frame.project({ x: side * (species.muzzle.rx + 0.36), y: species.muzzle.y - 0.02 + k * 0.075, z: 0.24 });
        swell(board, [root, { x: lerp(root.x, tip.x, 0.5), y: lerp(root.y, tip.y, 0.5) - board.unit * 0.018 }, tip], board.weight.fine * 1.5);
      }
    }
  }
  if (board.detail >= 2 && marks.includes('scales')) {
    for (const [a, e] of [[-30, 52], [0, 58], [30, 52], [-15, 42], [15, 42], [70, 20], [-70, 20], [85, 5], [-85, 5], [140, 30], [180, 40], [220, 30], [160, 10], [200, 10]] as const) {
      const d = heading([a, e]);
      if (board.frame.turn(d).z < 0.25) continue;
      const p = board.frame.project(scalp(skull, d, 0));
      const r = board.unit * 0.04;
      swell(board, [{ x: p.x - r, y: p.y - r * 0.4 }, { x: p.x - r * 0.5, y: p.y + r * 0.5 }, { x: p.x + r * 0.5, y: p.y + r * 0.5 }, { x: p.x + r, y: p.y - r * 0.4 }], board.weight.fine * 1.3);
    }
  }
}

