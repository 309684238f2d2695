/** Ears and horns of animals. */
import type { Point } from '../../../model/geometry.ts';
import { type Board, disc, draw, swell } from '../board.ts';
import { heading, scalp } from '../hair/lock.ts';
import { hull, ribbon } from '../outline.ts';
import type { Skull } from '../skull.ts';
import { plus, type Vector3 } from '../space.ts';
import type { Species } from './species.ts';

export function drawAnimalEars(board: Board, skull: Skull, species: Species, fur: string, inner: string): void {
  for (const side of farFirst(board)) drawEar(board, skull, species, side, fur, inner);
}

/** The far ear first. */
function farFirst(board: Board): (1 | -1)[] {
  return board.frame.turn({ x: 1, y: 0, z: 0 }).z > 0 ? [-1, 1] : [1, -1];
}

function drawEar(board: Board, skull: Skull, species: Species, side: 1 | -1, fur: string, inner: string): void {
  const { kind, azimuth, elevation, size, wide } = species.ear;
  const at = (a: number, e: number, lift: number): Vector3 => scalp(skull, heading([a * side, e]), lift);
  const show = (v: Vector3): Point => board.frame.project(v);
  const isOpen = board.frame.turn({ x: side * 0.35, y: 0, z: 0.9 }).z > 0.05;
  const line = board.weight.outline;
  if (kind === 'pointed' || kind === 'tufts') {
    const [low, high] = [at(azimuth + wide, elevation - wide * 0.75, -0.08), at(azimuth - wide, elevation + wide * 0.75, -0.08)];
    const tip = plus(at(azimuth + 2, elevation + 6, size * 2.1), { x: 0, y: 0.04, z: 0 });
    const bulge = (p: Vector3, k: number): Vector3 => plus({ x: (p.x + tip.x) / 2, y: (p.y + tip.y) / 2, z: (p.z + tip.z) / 2 }, { x: side * k, y: k * 0.6, z: 0 });
    // A third corner behind gives the ear a body, so that it is no line in profile.
    const rear = at(azimuth + wide * 1.9, elevation + wide * 0.7, -0.1);
    const outline = hull([low, bulge(low, 0.035), tip, bulge(high, -0.012), high, rear, bulge(rear, 0.012)].map(show));
    board.silhouette.push(draw(board, outline, { fill: fur, line, tension: 0.6 }));
    if (board.detail < 1 || !isOpen || kind === 'tufts') return;
    const centre = { x: (low.x + high.x + tip.x) / 3, y: (low.y + high.y + tip.y) / 3, z: (low.z + high.z + tip.z) / 3 };
    draw(board, [low, bulge(low, 0.03), tip, bulge(high, -0.01), high].map((p) => show({ x: centre.x + (p.x - centre.x) * 0.58, y: centre.y + (p.y - centre.y) * 0.58 - 0.01, z: centre.z + (p.z - centre.z) * 0.58 + 0.02 })), { fill: inner, tension: 0.75 });
    return;
  }
  if (kind === 'round' || kind === 'side') {
    const centre = show(at(azimuth, elevation, kind === 'side' ? 0.12 : size * 0.9));
    const flat = Math.abs(board.frame.turn({ x: side * 0.3, y: 0, z: 0.95 }).z);
    const rx = board.unit * size * (0.5 + 0.5 * flat) * (kind === 'side' ? 0.9 : 1);
    const ry = board.unit * size * (kind === 'side' && species.marks.includes('horns') ? 0.5 : 1);
    board.silhouette.push(draw(board, disc(centre.x, centre.y, rx, ry, 14), { fill: fur, line }));
    if (isOpen && board.detail >= 1) draw(board, disc(centre.x, centre.y + ry * 0.08, rx * 0.6, ry * 0.6), { fill: inner, line: board.detail >= 2 ? board.weight.fine : 0 });
    return;
  }
  if (kind === 'tall') {
    const base = at(azimuth, elevation, -0.06);
    const spine = [0, 0.25, 0.5, 0.75, 1].map((t) => show(plus(base, { x: side * (0.05 + 0.1 * t * t), y: size * t, z: -0.12 * t }, 1)));
    const turned = 0.6 + 0.4 * Math.abs(board.frame.turn({ x: 0, y: 0, z: 1 }).z);
    const shape = (k: number): Point[] => ribbon(spine, (t) => board.unit * wide * k * turned * Math.sin(Math.PI * (0.2 + 0.76 * t)) ** 0.7);
    board.silhouette.push(draw(board, shape(1), { fill: fur, line }));
    if (isOpen && board.detail >= 1) draw(board, ribbon(spine.slice(1), (t) => board.unit * wide * 0.5 * turned * Math.sin(Math.PI * (0.15 + 0.8 * t))), { fill: inner });
  }
}

/** Hanging ears lie over the head. */
export function drawFloppyEars(board: Board, skull: Skull, species: Species, fur: string): void {
  const { kind, azimuth, elevation, size } = species.ear;
  if (kind !== 'floppy') return;
  for (const side of farFirst(board)) {
    const out = board.frame.turn({ x: side, y: 0, z: 0.1 });
    if (out.z < -0.8) continue;
    const root = scalp(skull, heading([azimuth * side, elevation]), 0.02);
    const spine = [0, 0.2, 0.45, 0.75, 1].map((t) => board.frame.project(plus(root, { x: side * 0.17 * Math.sin(Math.min(1, t * 1.4) * Math.PI * 0.62), y: 0.06 * Math.sin(t * 3) - size * t * t * 0.95, z: 0.02 - 0.02 * t })));
    const shape = ribbon(spine, (t) => board.unit * (0.055 + 0.085 * Math.sin(Math.PI * Math.min(0.93, 0.08 + t * 0.86))) * (0.7 + 0.3 * Math.abs(out.z)));
    board.silhouette.push(draw(board, shape, { fill: fur, line: board.weight.outline }));
  }
}

export function drawHorns(board: Board, skull: Skull, fill: string): void {
  for (const side of farFirst(board)) {
    const root = scalp(skull, heading([side * 42, 56]), -0.03);
    const spine = [0, 0.35, 0.7, 1].map((t) => board.frame.project(plus(root, { x: side * 0.16 * Math.sin(t * 1.8), y: 0.34 * t, z: -0.12 * t * t })));
    board.silhouette.push(draw(board, ribbon(spine, (t) => board.unit * 0.062 * (1 - t * 0.9)), { fill, line: board.weight.outline * 0.9 }));
    if (board.detail < 2) continue;
    for (const i of [1, 2]) {
      const [p, q] = [spine[i - 1]!, spine[i]!];
      const [dx, dy] = [q.x - p.x, q.y - p.y];
      const k = 0.22;
      swell(board, [{ x: q.x - dy * k, y: q.y + dx * k }, { x: q.x, y: q.y + board.unit * 0.012 }, { x: q.x + dy * k, y: q.y - dx * k }], board.weight.fine * 1.2);
    }
  }
}
