/** Glasses, sunglasses, eyepatch. They sit under the fringe. */
import type { Point } from '../../../model/geometry.ts';
import { type Board, draw, swell } from '../board.ts';
import type { Skull } from '../skull.ts';
import type { Spot } from '../space.ts';

export function drawGlasses(board: Board, skull: Skull): void {
  const { glasses } = skull.look;
  if (glasses === 'none' || Math.cos(board.frame.angle.yaw) < -0.2) return;
  if (glasses === 'eyepatch') return drawPatch(board, skull);
  const { eye } = skull;
  const tall = Math.max(eye.height * 1.62, 0.09) * (glasses === 'half' ? 0.72 : 1);
  const wide = Math.min(eye.half * 1.42, eye.x - 0.02);
  const y = eye.y - (glasses === 'half' ? 0.03 : 0.012);
  const at = (x: number, v: number): Spot => board.frame.project({ x, y: v, z: skull.front(v) + 0.062 - 1.15 * x * x });
  const lens = (side: number): Point[] => Array.from({ length: 20 }, (_, i) => {
    const a = (i / 20) * 2 * Math.PI;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const square = glasses === 'square' || glasses === 'sunglasses' ? 0.55 : 1;
    return at(side * (eye.x + 0.012) + wide * Math.sign(c) * Math.abs(c) ** square, y + tall * Math.sign(s) * Math.abs(s) ** square);
  });
  const frame = Math.max(board.weight.detail * (board.detail < 2 ? 0.8 : 1.05), board.unit * 0.012);
  const { paints } = board.pen;
  for (const side of [-1, 1]) {
    const turned = board.frame.turn({ x: side * 0.5, y: 0, z: 0.85 }).z;
    if (turned < -0.05) continue;
    const rim = lens(side);
    if (glasses === 'sunglasses') {
      draw(board, rim, { fill: paints.line, line: frame });
      if (board.detail >= 1) draw(board, [at(side * eye.x - 0.05, y + tall * 0.55), at(side * eye.x + 0.0, y + tall * 0.62), at(side * eye.x - 0.03, y - 0.1 * tall), at(side * eye.x - 0.06, y - 0.1 * tall)], { fill: paints.paper, isSharp: true });
    } else if (glasses === 'half') draw(board, [...rim.slice(10), rim[0]!], { line: frame, isOpen: true });
    else {
      draw(board, rim, { line: frame });
      if (board.detail >= 2) for (const k of [0, 0.035]) swell(board, [at(side * eye.x + wide * 0.62 - k, y + tall * 0.62), at(side * eye.x + wide * 0.36 - k, y + tall * 0.2)], board.weight.fine);
    }
    const near = board.frame.turn({ x: side, y: 0, z: 0 }).z > -0.15;
    if (near) draw(board, [at(side * (eye.x + 0.012 + wide), y + tall * 0.3), board.frame.project({ x: side * skull.width(y) * 1.015, y: y + 0.03, z: 0.1 }), board.frame.project({ x: side * skull.width(y) * 1.01, y: y + 0.03, z: -0.06 })], { line: frame, isOpen: true });
  }
  draw(board, [at(-(eye.x + 0.012 - wide), y + tall * 0.25), at(0, y + tall * 0.42), at(eye.x + 0.012 - wide, y + tall * 0.25)], { line: frame, isOpen: true });
}

/** Over the person's right eye, with its string round the head. */
function drawPatch(board: Board, skull: Skull): void {
  const { eye } = skull;
  const side = -1;
  if (board.frame.turn({ x: side * 0.5, y: 0, z: 0.85 }).z < 0.05) return;
  const at = (x: number, y: number): Spot => board.frame.project({ x, y, z: skull.front(y) + 0.02 - 1.0 * x * x });
  const x = side * eye.x;
  const string = [at(-0.3, eye.y - 0.03), at(x, eye.y + 0.08), at(0.05, eye.y + 0.2), at(0.2, eye.y + 0.33)];
  draw(board, string, { line: board.weight.detail, isOpen: true });
  const patch = [[-1.25, 0.7], [0, 1.15], [1.15, 0.9], [1.1, -0.3], [0.2, -1.35], [-0.8, -0.8]].map(([s, v]) => at(x + s! * eye.half * -side * 1.05, eye.y + v! * Math.max(eye.height, 0.055) * 1.15));
  draw(board, patch, { fill: board.pen.paints.line, line: board.weight.detail });
  if (board.detail >= 2) swell(board, [at(x - 0.05, eye.y + 0.035), at(x, eye.y + 0.055), at(x + 0.045, eye.y + 0.04)], board.weight.fine, board.pen.paints.paper);
}
