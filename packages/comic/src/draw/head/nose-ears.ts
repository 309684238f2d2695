/** Noses and ears. */
import { boxOf, type Point } from '../../model/geometry.ts';
import { type Board, draw, stroke, swell, type LayerName } from './board.ts';
import { lower, onFace, ridge, type Skull } from './skull.ts';
import { type Spot, type Vector3 } from './space.ts';

export function drawNose(board: Board, skull: Skull): void {
  const { yaw } = board.frame.angle;
  const turned = Math.abs(yaw);
  if (turned > 1.75) return;
  const { tip, base, out, kind } = skull.nose;
  const towards = yaw >= 0 ? 1 : -1;
  const middle = (y: number): Spot => board.frame.project({ x: 0, y: lower(skull, y), z: skull.front(y) + ridge(skull, y) });
  const wing = (side: number, x: number, y: number): Point => {
    const spot = onFace(skull, board.frame, side * x, y);
    const over = board.frame.turn({ x: 0, y: 0, z: out * 0.35 });
    return { x: spot.x + over.x * board.unit, y: spot.y - over.y * board.unit };
  };
  const thick = Math.max(board.weight.detail * 0.9, board.unit * 0.011);
  if (board.detail === 0) {
    if (turned > 0.3 && turned < 1.2) draw(board, [middle(tip + 0.02), middle(tip)], { line: board.weight.fine, isOpen: true });
    return;
  }
  const isChild = skull.look.age === 'child';
  if (turned > 0.22 && turned < 1.25) {
    const from = isChild ? 0.03 : [0.03, 0.07, 0.11, 0.035, 0.14, 0.09][kind]!;
    const line = [middle(tip + from), middle(tip + from * 0.45), middle(tip), middle(tip - 0.018), middle(base - 0.004)];
    stroke(board, line, (t) => (thick / 2) * (0.25 + 0.9 * t ** 1.2) * (t > 0.92 ? 0.55 : 1));
    if (kind === 5 || (kind >= 3 && board.detail >= 2)) swell(board, [wing(-towards, 0.05, tip + 0.014), wing(-towards, 0.058, tip - 0.012), wing(-towards, 0.04, base + 0.004)], thick * 0.75);
    if (board.detail >= 3) swell(board, [wing(-towards, 0.042, base + 0.008), wing(-towards, 0.024, base + 0.002), wing(-towards, 0.01, base + 0.006)], thick * 0.9);
    return;
  }
  if (turned <= 0.22) {
    const under = (s: number, v: number): Point => wing(1, s, v);
    if (isChild || kind === 0) {
      swell(board, [under(-0.014, tip - 0.008), under(0, tip - 0.018), under(0.014, tip - 0.008)], thick);
      return;
    }
    const w = [0, 0.026, 0.03, 0.04, 0.026, 0.05][kind]!;
    swell(board, [under(-w, base + 0.014), under(-w * 0.4, base + 0.001), under(0, base + 0.004), under(w * 0.4, base + 0.001), under(w, base + 0.014)], thick);
    if (kind >= 3) for (const s of [-1, 1]) swell(board, [under(s * w * 1.25, base + 0.036), under(s * w * 1.5, base + 0.02), under(s * w * 1.2, base + 0.007)], thick * 0.7);
    if (kind === 2 || kind === 4) {
      const side = yaw >= 0 ? 1 : -1;
      swell(board, [under(side * 0.02, tip + 0.13), under(side * 0.016, tip + 0.06), under(side * 0.02, tip + 0.01)], thick * 0.6);
    }
    return;
  }
  if (board.detail >= 2) swell(board, [wing(-towards, 0.012, base + 0.014), wing(-towards, 0.034, base + 0.002), wing(-towards, 0.044, tip + 0.004)], thick * 0.8);
}

/** Draws the ears that point to the reader (`isNear`) or away; the far ones go under the face. */
export function drawEars(board: Board, skull: Skull, isNear: boolean, skin: string): void {
  for (const side of [-1, 1] as const) {
    const out = board.frame.turn({ x: side, y: 0, z: 0 });
    if (out.z > -0.06 !== isNear) continue;
    if (!isNear && Math.abs(out.z) > 0.8) continue;
    drawEar(board, skull, side, skin, 'front');
  }
}

/** A point of the ear: v up -1..1, b back -1..1, o out of the head 0..1. */
function earPoint(board: Board, skull: Skull, side: number, v: number, b: number, o: number): Spot {
  const { y, size } = skull.ear;
  // From behind the shell would lie edge-on: it is turned out, as drawn ears are.
  const isBack = Math.cos(board.frame.angle.yaw) < -0.3;
  const base: Vector3 = {
    x: side * (skull.width(y) * 0.965 + o * (isBack ? 0.085 : 0.052) * size),
    y: y + v * 0.1 * size + b * 0.012,
    z: -0.055 - b * (isBack ? 0.022 : 0.052) * size - o * 0.018 + v * -0.014,
  };
  return board.frame.project(base);
}

function drawEar(board: Board, skull: Skull, side: number, skin: string, layer: LayerName): void {
  const at = (v: number, b: number, o: number): Spot => earPoint(board, skull, side, v, b, o);
  const rim = [at(-0.72, -0.72, 0), at(-0.2, -0.78, 0), at(0.35, -0.85, 0), at(0.86, -0.45, 0.35), at(1.0, 0.25, 0.75), at(0.7, 0.92, 1), at(0.15, 0.98, 1), at(-0.35, 0.55, 0.75), at(-0.8, 0.05, 0.45), at(-1, -0.38, 0.15)];
  // Seen from its edge an ear is nothing but a bar of ink.
  if (boxOf(rim).width < board.unit * 0.045) return;
  board.silhouette.push(draw(board, rim, { fill: skin, line: board.weight.outline * 0.85, layer }));
  if (board.detail < 2) return;
  const inner = [at(0.42, -0.5, 0.15), at(0.72, 0.02, 0.5), at(0.52, 0.55, 0.85), at(0.05, 0.55, 0.8), at(-0.28, 0.1, 0.5)];
  swell(board, inner, board.weight.detail * 0.75);
  swell(board, [at(0.2, 0.2, 0.5), at(-0.05, -0.1, 0.35), at(-0.3, -0.25, 0.25)], board.weight.detail * 0.75);
}
