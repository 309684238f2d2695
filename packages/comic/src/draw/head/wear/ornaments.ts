/** Bands, bows, flowers, crowns, cloths. */
import type { Point } from '../../../model/geometry.ts';
import type { Paints } from '../../pen/pen.ts';
import { type Board, disc, draw, type LayerName, swell } from '../board.ts';
import { heading, type Heading, scalp } from '../hair/lock.ts';
import { fromFace, inkMass, strips } from '../mass.ts';
import { hull, ribbon } from '../outline.ts';
import { onFace, type Skull } from '../skull.ts';
import { lerp, type Spot, type Vector3 } from '../space.ts';
import { nearHalf, ringAt } from './hats.ts';

const spotAt = (board: Board, skull: Skull, at: Heading, lift: number): Spot & { isSeen: boolean } => {
  const d = heading(at);
  return { ...board.frame.project(scalp(skull, d, lift)), isSeen: board.frame.turn(d).z > -0.15 };
};

const accent = (board: Board, skull: Skull): string => {
  const { paints } = board.pen;
  if (paints.isColour) return paints.ink('tone', skull.look.colours.accent);
  return skull.look.hairInk === 'black' || skull.look.hairInk === 'dark' ? paints.paper : paints.ink('black');
};

/** Cloth over the hair never has the tone of the hair. */
function clothInk(paints: Paints, skull: Skull): string {
  const { hairInk } = skull.look;
  return hairInk === 'tone' || hairInk === 'dark' ? paints.paper : paints.ink('tone');
}

export function headband(board: Board, skull: Skull, layer: LayerName): void {
  const fill = accent(board, skull);
  const knot = spotAt(board, skull, [180, 18], 0.2);
  const isKnotSeen = board.frame.turn(heading([180, 18])).z > -0.1;
  const tails = (): void => {
    for (const k of [-1, 1]) {
      const tail = [0, 0.35, 0.7, 1].map((t) => {
        const p = board.frame.project({ x: k * (0.03 + 0.12 * t), y: 0.72 - 0.4 * t + 0.05 * Math.sin(t * 5 + k), z: -0.53 - 0.16 * Math.sin(t * 2.2) });
        return { x: p.x, y: p.y };
      });
      board.silhouette.push(draw(board, ribbon(tail, (t) => board.unit * (0.03 + 0.03 * t)), { fill, line: board.weight.detail, layer }));
    }
  };
  if (layer === 'behind') {
    if (!isKnotSeen) tails();
    return;
  }
  inkMass(board, strips(board, skull, 0.16, (f) => lerp(24, 12, f / 180), (f) => lerp(38, 26, f / 180)), fill, 'front', board.weight.detail);
  if (!isKnotSeen) return;
  tails();
  draw(board, disc(knot.x, knot.y, board.unit * 0.05, board.unit * 0.055), { fill, line: board.weight.detail });
}

export function ribbonBow(board: Board, skull: Skull, layer: LayerName): void {
  const at = spotAt(board, skull, [52, 52], 0.24);
  if ((at.isSeen ? 'front' : 'behind') !== layer) return;
  const fill = accent(board, skull);
  const { unit } = board;
  const turn = -0.3 + board.frame.angle.roll;
  const place = (x: number, y: number): Point => ({ x: at.x + (x * Math.cos(turn) - y * Math.sin(turn)) * unit, y: at.y + (x * Math.sin(turn) + y * Math.cos(turn)) * unit });
  for (const s of [-1, 1]) {
    const tail = [[0.01, 0.02], [0.1, 0.16], [0.06, 0.24], [0.02, 0.17]].map(([x, y]) => place(x! * s, y!));
    board.silhouette.push(draw(board, tail, { fill, line: board.weight.detail, layer, isSharp: true }));
    const loop = [[0.02, 0], [0.12, -0.13], [0.23, -0.12], [0.24, 0.05], [0.2, 0.12], [0.1, 0.07]].map(([x, y]) => place(x! * s, y!));
    board.silhouette.push(draw(board, loop, { fill, line: board.weight.outline * 0.9, layer }));
    if (board.detail >= 2) swell(board, [place(0.05 * s, -0.01), place(0.13 * s, -0.04)], board.weight.detail, fill === board.pen.paints.ink('black') ? board.pen.paints.paper : board.pen.paints.line, layer);
  }
  draw(board, disc(at.x, at.y, unit * 0.042, unit * 0.05), { fill, line: board.weight.detail, layer });
}

export function flower(board: Board, skull: Skull, layer: LayerName): void {
  const at = spotAt(board, skull, [-58, 30], 0.2);
  if ((at.isSeen ? 'front' : 'behind') !== layer) return;
  const { paints } = board.pen;
  const fill = paints.isColour ? paints.ink('light', skull.look.colours.accent) : paints.paper;
  const r = board.unit * 0.085;
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * 2 * Math.PI + 0.3;
    board.silhouette.push(draw(board, disc(at.x + Math.cos(a) * r * 0.95, at.y + Math.sin(a) * r * 0.95, r * 0.85, r * 0.62, 10, a), { fill, line: board.weight.detail, layer }));
  }
  draw(board, disc(at.x, at.y, r * 0.45), { fill: paints.isColour ? '#f2c94c' : paints.tone(40), line: board.weight.detail, layer });
}

export function crown(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const gold = paints.isColour ? '#f0c544' : paints.paper;
  if (layer === 'behind') {
    const inside = hull([...ringAt(skull, 0.93, 0.86, 0.1), ...ringAt(skull, 1.1, 0.94, 0.1)].map((p) => board.frame.project(p)));
    inkMass(board, [inside], paints.isColour ? '#b98f22' : paints.tone(40), 'behind');
    return;
  }
  const low = nearHalf(board, skull, 0.9, 0.87, 0.1);
  const tops = nearHalf(board, skull, 1.22, 1.0, 0.1);
  const dips = nearHalf(board, skull, 1.06, 0.93, 0.1);
  const edge = tops.map((p, i) => (i % 2 ? p : dips[i]!));
  board.silhouette.push(draw(board, [...low, ...edge.reverse()], { fill: gold, line: board.weight.outline, isSharp: true }));
  if (board.detail < 1) return;
  swell(board, nearHalf(board, skull, 0.955, 0.89, 0.1), board.weight.detail);
  tops.forEach((p, i) => {
    if (i % 2) draw(board, disc(p.x, p.y, board.unit * 0.024), { fill: gold, line: board.weight.detail });
  });
  if (board.detail >= 2) for (const i of [3, 7, 11]) draw(board, disc(dips[i]!.x, dips[i]!.y + board.unit * 0.05, board.unit * 0.022, board.unit * 0.03), { fill: paints.line });
}

export function earmuffs(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const arc = Array.from({ length: 15 }, (_, i) => lerp(-10, 190, i / 14)).map((e) => ({ x: Math.cos((e * Math.PI) / 180), y: Math.sin((e * Math.PI) / 180), z: 0 }));
  if (layer === 'front') {
    const seen = arc.map((d) => scalp(skull, d, 0.2)).map((p) => board.frame.project(p));
    const turned = Math.abs(Math.sin(board.frame.angle.yaw));
    const band = turned > 0.5 ? seen.filter((_, i) => (board.frame.angle.yaw > 0 ? i >= 6 : i <= 8)) : seen;
    draw(board, ribbon(band, () => board.unit * 0.022), { fill: paints.paper, line: board.weight.detail });
  }
  for (const side of [-1, 1]) {
    const isNear = board.frame.turn({ x: side, y: 0, z: 0 }).z > -0.3;
    if ((isNear ? 'front' : 'behind') !== layer) continue;
    const p = board.frame.project({ x: side * (skull.cranium.rx * 1.16), y: skull.ear.y, z: -0.04 });
    const out = Math.abs(board.frame.turn({ x: 1, y: 0, z: 0 }).z);
    const [rx, ry] = [board.unit * lerp(0.085, 0.15, out), board.unit * 0.15];
    const fur = disc(p.x, p.y, rx, ry, 20).map((q, i) => ({ x: p.x + (q.x - p.x) * (i % 2 ? 0.88 : 1.04), y: p.y + (q.y - p.y) * (i % 2 ? 0.88 : 1.04) }));
    board.silhouette.push(draw(board, fur, { fill: paints.isColour ? paints.ink('light', skull.look.colours.accent) : paints.paper, line: board.weight.outline * 0.9, layer }));
  }
}

/** Cloth hangs from the widest part of the head instead of following the skull in. */
function clothAt(skull: Skull, azimuth: number, elevation: number, lift: number): Vector3 {
  if (elevation >= 0) return scalp(skull, heading([azimuth, elevation]), lift);
  const p = scalp(skull, heading([azimuth, 0]), lift * (1 + elevation / 160));
  return { ...p, y: p.y + Math.sin((elevation * Math.PI) / 180) * skull.cranium.ry * (1 + lift) };
}

/** A cloth over the head that frames the face; `brow` is the height of its edge over the forehead. */
function drape(board: Board, skull: Skull, layer: LayerName, fill: string, lift: number, brow: number, edge: number): void {
  const low = (f: number): number => (f < edge - 26 ? brow : f < edge ? lerp(brow, -64, ((f - edge + 26) / 26) ** 0.7) : -66);
  if (layer === 'behind') {
    const points: Point[] = [];
    for (let azimuth = 0; azimuth < 360; azimuth += 15) for (const k of [0, 0.3, 0.7, 1]) points.push(board.frame.project(clothAt(skull, azimuth, lerp(low(fromFace(azimuth)), 88, k), lift)));
    return inkMass(board, [hull(points)], fill, 'behind');
  }
  const column = (azimuth: number): Spot[] => {
    const bottom = low(fromFace(azimuth));
    return Array.from({ length: 9 }, (_, k) => [azimuth, lerp(bottom, 90, k / 8)] as const)
      .filter(([a, e]) => board.frame.turn(heading([a, Math.max(0, e)])).z > -0.12)
      .map(([a, e]) => board.frame.project(clothAt(skull, a, e, lift)));
  };
  const shapes: Point[][] = [];
  let before = column(-180);
  for (let azimuth = -171; azimuth <= 180; azimuth += 9) {
    const next = column(azimuth);
    if (before.length > 1 && next.length > 1) shapes.push([...before, ...[...next].reverse()]);
    before = next;
  }
  inkMass(board, shapes, fill);
}

export function scarf(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const fill = paints.isColour ? paints.ink('tone', skull.look.colours.accent) : skull.look.hairInk === 'light' ? paints.paper : paints.ink('light');
  drape(board, skull, layer, fill, 0.12, 34, 88);
  if (layer === 'behind' || Math.cos(board.frame.angle.yaw) < -0.1) return;
  const side = board.frame.angle.yaw > 0 ? -1 : 1;
  const p = onFace(skull, board.frame, 0.02 * side, 0.02);
  const { unit } = board;
  for (const s of [-1, 1]) board.silhouette.push(draw(board, [{ x: p.x, y: p.y + unit * 0.02 }, { x: p.x + s * unit * 0.05, y: p.y + unit * 0.2 }, { x: p.x + s * unit * 0.17, y: p.y + unit * 0.15 }], { fill, line: board.weight.detail, isSharp: true }));
  draw(board, disc(p.x, p.y + unit * 0.02, unit * 0.065, unit * 0.05), { fill, line: board.weight.detail });
}

export function hood(board: Board, skull: Skull, layer: LayerName): void {
  const { paints } = board.pen;
  const fill = paints.isColour ? paints.ink('dark', skull.look.colours.top) : clothInk(paints, skull);
  drape(board, skull, layer, fill, 0.24, 44, 84);
}
