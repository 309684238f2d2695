/** Hats with domes, brims and visors: rings round the head, hulled. */
import type { Point } from '../../../model/geometry.ts';
import { type Board, disc, draw, type LayerName, swell } from '../board.ts';
import { heading, scalp } from '../hair/lock.ts';
import { fromFace, inkMass, strips } from '../mass.ts';
import { hull, oriented } from '../outline.ts';
import type { Skull } from '../skull.ts';
import { lerp, type Spot, type Vector3 } from '../space.ts';

export type HatKind = 'hat' | 'straw' | 'witch';

/** A level ring round the skull at height y, leaning back by `lean`. */
export function ringAt(skull: Skull, y: number, radius: number, lean = 0.12, count = 40): Vector3[] {
  const { rx, front, back, centre } = skull.cranium;
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI;
    const z = Math.cos(a) * (Math.cos(a) > 0 ? front : back) * radius;
    return { x: Math.sin(a) * rx * radius, y: y + z * lean, z: centre.z + z };
  });
}

const onPicture = (board: Board, points: Vector3[]): Spot[] => points.map((p) => board.frame.project(p));

/** Half ring nearest to the reader, in order. */
export function nearHalf(board: Board, skull: Skull, y: number, radius: number, lean = 0.12): Spot[] {
  const { rx, front, back, centre } = skull.cranium;
  const view = board.frame.viewAzimuth;
  return Array.from({ length: 15 }, (_, i) => {
    const a = view - Math.PI / 2 + (i / 14) * Math.PI;
    const z = Math.cos(a) * (Math.cos(a) > 0 ? front : back) * radius;
    return board.frame.project({ x: Math.sin(a) * rx * radius, y: y + z * lean, z: centre.z + z });
  });
}

/** The side of a round thing that is turned to the reader, between two rings [height, radius, lean]. */
function wall(board: Board, skull: Skull, low: [number, number, number], high: [number, number, number]): Point[] {
  return oriented([...nearHalf(board, skull, ...low), ...nearHalf(board, skull, ...high).reverse()]);
}

export function brimHat(board: Board, skull: Skull, kind: HatKind, layer: LayerName): void {
  const isAbove = board.frame.turn({ x: 0, y: 1, z: -0.12 }).z > -0.22;
  const base = 0.79;
  const wide = { hat: 1.55, straw: 1.85, witch: 1.8 }[kind];
  const { paints } = board.pen;
  const fill = kind === 'straw' ? (paints.isColour ? paints.ink('light', '#e3bf73') : paints.paper) : kind === 'witch' ? paints.ink('black', '#3b2a4f') : paints.ink('dark', skull.look.colours.accent);
  const brim = hull(onPicture(board, [...ringAt(skull, base, wide, 0.15), ...ringAt(skull, base + 0.018, wide, 0.15)]));
  const solid = kind === 'witch' && !paints.isColour ? paints.line : fill;
  const crownRings = { hat: [[0.79, 1.12], [0.95, 1.08], [1.13, 0.92], [1.17, 0.7]], straw: [[0.79, 1.12], [1.0, 1.05], [1.12, 0.8], [1.16, 0.45]], witch: [[0.79, 1.1], [1.0, 0.84], [1.2, 0.5]] }[kind] as [number, number][];
  const shapes: Point[][] = [hull(crownRings.flatMap(([y, r]) => onPicture(board, ringAt(skull, y, r, 0.1, 32))))];
  if (kind === 'witch') shapes.push(...witchTip(board, skull));
  if (layer === 'behind') {
    if (!isAbove) for (const part of [[brim], shapes]) inkMass(board, part, solid, 'behind');
    return;
  }
  if (isAbove) {
    inkMass(board, [brim], solid);
    inkMass(board, shapes, solid);
  }
  const [low, high] = [nearHalf(board, skull, base + 0.012, 1.13, 0.1), nearHalf(board, skull, base + 0.09, 1.11, 0.1)];
  if (isAbove) draw(board, [...low, ...[...high].reverse()], { fill: kind === 'straw' ? (paints.isColour ? paints.ink('tone', skull.look.colours.accent) : paints.line) : kind === 'witch' ? paints.paper : paints.line, line: board.weight.detail });
  if (!isAbove) inkMass(board, [oriented([...nearHalf(board, skull, base, wide, 0.15), ...nearHalf(board, skull, base, 1.1, 0.15).reverse()])], solid);
  if (kind === 'straw' && board.detail >= 2) for (const y of [0.92, 1.0, 1.07]) swell(board, nearHalf(board, skull, y, lerp(1.09, 0.95, (y - 0.92) / 0.15), 0.1).slice(2, 13), board.weight.fine);
  if (kind === 'straw' && board.detail >= 2) for (const r of [1.35, 1.6]) if (isAbove) swell(board, nearHalf(board, skull, base + 0.01, r, 0.15), board.weight.fine);
  if (kind === 'hat' && board.detail >= 2) swell(board, [board.frame.project({ x: 0, y: 1.16, z: 0.2 }), board.frame.project({ x: 0, y: 1.11, z: 0.05 }), board.frame.project({ x: 0, y: 1.15, z: -0.2 })], board.weight.detail);
}

function witchTip(board: Board, skull: Skull): Point[][] {
  const steps: [number, number, number, number][] = [[1.18, 0.52, 0, 0], [1.34, 0.32, 0.02, -0.05], [1.45, 0.2, 0.09, -0.1], [1.48, 0.1, 0.2, -0.12], [1.44, 0.02, 0.3, -0.12]];
  const rings = steps.map(([y, r, x, z]) => onPicture(board, ringAt(skull, y, r, 0, 12).map((p) => ({ x: p.x + x, y: p.y, z: p.z + z }))));
  return rings.slice(1).map((ring, i) => hull([...rings[i]!, ...ring]));
}

/** The dome of a cap down to a line, seen part only, with all of it behind. */
function dome(board: Board, skull: Skull, low: (front: number) => number, lift: number, fill: string, layer: LayerName): void {
  if (layer === 'front') return inkMass(board, strips(board, skull, lift, low), fill);
  const points: Point[] = [];
  for (let azimuth = 0; azimuth < 360; azimuth += 20) for (const k of [0, 0.35, 0.7, 1]) points.push(board.frame.project(scalp(skull, heading([azimuth, lerp(low(fromFace(azimuth)), 88, k)]), lift)));
  inkMass(board, [hull(points)], fill, 'behind');
}

function visor(board: Board, skull: Skull, elevation: number, lift: number, reach: number, drop: number, fill: string): void {
  const inner: Spot[] = [];
  const outer: Spot[] = [];
  for (let i = 0; i <= 12; i++) {
    const azimuth = lerp(-58, 58, i / 12);
    const p = scalp(skull, heading([azimuth, elevation]), lift);
    const out = Math.cos((azimuth / 58) * (Math.PI / 2)) ** 0.6;
    inner.push(board.frame.project(p));
    outer.push(board.frame.project({ x: p.x * (1 + 0.12 * out), y: p.y - drop * out, z: p.z + reach * out }));
  }
  const d = draw(board, oriented([...outer, ...inner.reverse()]), { fill, line: board.weight.outline });
  board.silhouette.push(d);
  if (board.detail >= 2) swell(board, outer.slice(3, 10), board.weight.fine);
}

export function cap(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const fill = paints.ink('tone', skull.look.colours.accent);
  const low = (front: number): number => lerp(26, 2, Math.min(1, front / 150));
  const isAway = Math.cos(board.frame.angle.yaw) < 0;
  if (layer === 'front' && isAway) visor(board, skull, 25, 0.13, 0.3, 0.07, paints.line);
  dome(board, skull, low, 0.13, fill, layer);
  if (layer === 'behind') return;
  if (board.detail >= 2) {
    for (const azimuth of [-60, 0, 60, 120, 180, 240]) {
      const seam = [30, 50, 70, 88].map((e) => heading([azimuth, e])).filter((d) => board.frame.turn(d).z > 0.1);
      if (seam.length > 2) swell(board, seam.map((d) => board.frame.project(scalp(skull, d, 0.13))), board.weight.fine * 1.2);
    }
    const top = board.frame.project(scalp(skull, heading([0, 90]), 0.14));
    draw(board, disc(top.x, top.y, board.unit * 0.03, board.unit * 0.02), { fill, line: board.weight.detail });
  }
  if (!isAway) visor(board, skull, 25, 0.13, 0.3, 0.07, paints.isColour ? paints.ink('dark', skull.look.colours.accent) : paints.line);
}

export function domeHat(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const fill = paints.ink('light', skull.look.colours.accent);
  const low = (front: number): number => lerp(24, -24, Math.min(1, Math.max(0, front - 30) / 90));
  dome(board, skull, low, 0.16, fill, layer);
  if (layer === 'behind') return;
  inkMass(board, strips(board, skull, 0.19, (f) => low(f) - 1, (f) => low(f) + 9), fill, 'front', board.weight.detail);
  if (board.detail < 1) return;
  for (const side of [-9, 9]) {
    const ridge = Array.from({ length: 15 }, (_, i) => lerp(34, 150, i / 14)).map((e): Vector3 => heading([side * Math.min(1.4, 1 / Math.max(0.35, Math.cos((Math.min(e, 180 - e) * Math.PI) / 180))), Math.min(89, e)]));
    const seen = ridge.filter((d) => board.frame.turn(d).z > 0.05);
    if (seen.length > 2) swell(board, seen.map((d) => board.frame.project(scalp(skull, d, 0.165))), board.weight.detail);
  }
}

export function knitCap(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const fill = paints.ink('tone', skull.look.colours.accent);
  const low = (front: number): number => lerp(24, -14, Math.min(1, front / 140));
  dome(board, skull, low, 0.13, fill, layer);
  if (layer === 'behind') return;
  const top = board.frame.project(scalp(skull, heading([180, 82]), 0.34));
  const tuft = disc(top.x, top.y, board.unit * 0.12, board.unit * 0.12, 16).map((p, i) => ({ x: top.x + (p.x - top.x) * (i % 2 ? 0.86 : 1.06), y: top.y + (p.y - top.y) * (i % 2 ? 0.86 : 1.06) }));
  board.silhouette.push(draw(board, tuft, { fill: paints.paper, line: board.weight.outline }));
  inkMass(board, strips(board, skull, 0.17, (f) => low(f) - 2, (f) => low(f) + 17), paints.isColour ? paints.ink('light', skull.look.colours.accent) : paints.paper, 'front', board.weight.detail);
  if (board.detail < 2) return;
  for (let azimuth = 0; azimuth < 360; azimuth += 13) {
    const f = fromFace(azimuth);
    const d = heading([azimuth, low(f) + 8]);
    if (board.frame.turn(d).z < 0.05) continue;
    swell(board, [low(f) + 14, low(f) + 8, low(f) + 1].map((e) => board.frame.project(scalp(skull, heading([azimuth, e]), 0.172))), board.weight.fine);
  }
}

export function chefHat(board: Board, skull: Skull, layer: LayerName): void {
  if (layer === 'behind') return;
  const { paper } = board.pen.paints;
  const puff = Array.from({ length: 7 }, (_, i) => (i / 7) * 2 * Math.PI).map((a) => board.frame.project({ x: Math.sin(a) * 0.3, y: 1.32, z: -0.08 + Math.cos(a) * 0.3 }));
  const top = board.frame.project({ x: 0, y: 1.42, z: -0.08 });
  const { unit } = board;
  inkMass(board, [...puff.map((p) => disc(p.x, p.y, unit * 0.21, unit * 0.19, 24)), disc(top.x, top.y, unit * 0.25, unit * 0.2, 24), wall(board, skull, [1.0, 1.06, 0.1], [1.25, 1.1, 0.1])], paper);
  inkMass(board, [wall(board, skull, [0.8, 1.1, 0.12], [1.02, 1.08, 0.12])], paper);
  if (board.detail < 2) return;
  const [low, high] = [nearHalf(board, skull, 1.03, 1.06, 0.1), nearHalf(board, skull, 1.22, 1.2, 0.1)];
  for (let i = 2; i < 13; i += 2) swell(board, [low[i]!, high[i]!], board.weight.fine * 1.2);
}

export function policeCap(board: Board, skull: Skull, layer: LayerName): void {
  if (layer === 'behind') return;
  const { paints } = board.pen;
  const dark = paints.isColour ? paints.ink('dark', '#2c3e66') : paints.ink('dark');
  const isAway = Math.cos(board.frame.angle.yaw) < 0;
  if (isAway) visor(board, skull, 26, 0.14, 0.15, 0.1, paints.line);
  const top = [...onPicture(board, ringAt(skull, 0.98, 1.12, 0.16)), ...onPicture(board, ringAt(skull, 1.1, 1.42, 0.2)), ...onPicture(board, ringAt(skull, 1.16, 1.3, 0.2)), ...onPicture(board, ringAt(skull, 1.2, 0.9, 0.2))];
  inkMass(board, [hull(top)], dark);
  inkMass(board, [wall(board, skull, [0.83, 1.1, 0.1], [0.98, 1.12, 0.14])], paints.line);
  const badge = board.frame.project({ x: 0, y: 1.08, z: 0.46 });
  if (!isAway) {
    visor(board, skull, 26, 0.14, 0.15, 0.1, paints.line);
    const r = board.unit * 0.05;
    if (board.detail >= 1) draw(board, disc(badge.x, badge.y, r * 0.85 * Math.max(0.25, Math.cos(board.frame.angle.yaw)), r), { fill: paints.isColour ? '#e6c04a' : paints.paper, line: board.weight.detail });
  }
}
