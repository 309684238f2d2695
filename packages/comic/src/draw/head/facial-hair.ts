/** Stubble, moustaches and beards: locks that grow from the jaw. */
import type { Point } from '../../model/geometry.ts';
import { type Board, draw, swell } from './board.ts';
import { inkMass } from './mass.ts';
import { ribbon } from './outline.ts';
import { facing, lower, onFace, type Skull, surface } from './skull.ts';
import { lerp, type Spot } from './space.ts';

/** Under the mouth: stubble and beards. */
export function drawBeard(board: Board, skull: Skull, fill: string, isBlack: boolean): void {
  const kind = skull.look.facialHair;
  if (kind === 'none' || kind === 'moustache' || Math.cos(board.frame.angle.yaw) < -0.45) return;
  if (kind === 'stubble') return drawStubble(board, skull);
  const isFull = kind !== 'goatee';
  const long = kind === 'long-beard' ? 0.42 : isFull ? 0.09 : 0.1;
  const count = isFull ? 21 : 7;
  const shapes: Point[][] = [];
  const strands: Spot[][] = [];
  for (let i = 0; i < count; i++) {
    const u = lerp(-1, 1, i / (count - 1));
    const lock = isFull ? beardLock(board, skull, u, long) : goateeLock(board, skull, u, long);
    if (!lock) continue;
    strands.push(lock);
    shapes.push(ribbon(lock, (t) => board.unit * (isFull ? 0.05 : 0.034) * (t < 0.55 ? 0.3 + 1.27 * t : 1 - ((t - 0.55) / 0.45) ** 1.8)));
  }
  inkMass(board, shapes, isBlack ? board.pen.paints.line : fill, 'front', board.weight.detail);
  if (board.detail < 2) return;
  const colour = isBlack ? board.pen.paints.paper : board.pen.paints.line;
  strands.forEach((s, i) => {
    if (i % 2 === 0) swell(board, s.slice(Math.floor(s.length * 0.35)), board.weight.fine, colour);
  });
}

function beardLock(board: Board, skull: Skull, u: number, long: number): Spot[] | undefined {
  const a = Math.abs(u);
  const from = { x: u * 0.325, y: lerp(skull.mouth.y - 0.055, skull.ear.y - 0.06, a ** 1.6) };
  if (facing(skull, board.frame, from.x * 0.97, from.y) < -0.12) return undefined;
  const down = lerp(long, long * 0.35 + 0.03, a ** 1.4);
  const to = { x: u * 0.27, y: lerp(-0.0, 0.2, a ** 1.7) - down };
  const root = surface(skull, from.x, from.y);
  return Array.from({ length: 7 }, (_, i) => {
    const t = i / 6;
    const y = lerp(from.y, to.y, t);
    const x = lerp(from.x, to.x, t ** 1.6) * (1 + 0.12 * Math.sin(Math.PI * t) * a);
    const z = lerp(root.z, Math.max(0.02, root.z - 0.05 - 0.1 * a), t) + 0.045 * Math.sin(Math.PI * Math.min(1, t * 1.1));
    return board.frame.project({ x, y: y < skull.mouth.y ? y - skull.drop : y, z });
  });
}

function goateeLock(board: Board, skull: Skull, u: number, long: number): Spot[] | undefined {
  const x = u * 0.055;
  if (facing(skull, board.frame, x, 0.06) < -0.2) return undefined;
  return Array.from({ length: 5 }, (_, i) => {
    const t = i / 4;
    const y = lerp(skull.mouth.y - 0.062, -long * (1 - 0.5 * u * u), t);
    return board.frame.project({ x: x * (1 - 0.45 * t), y: lower(skull, Math.max(0, y)) + Math.min(0, y), z: skull.front(0.06) + 0.02 - 0.02 * t });
  });
}

function drawStubble(board: Board, skull: Skull): void {
  if (board.detail < 2) return;
  const step = board.detail >= 3 ? 0.022 : 0.032;
  let row = 0;
  for (let y = 0.03; y < 0.3; y += step, row++) {
    const wide = skull.width(y);
    for (let x = -wide + 0.02 + (row % 2) * step * 0.5; x < wide - 0.02; x += step) {
      const onLip = Math.abs(x) < skull.mouth.half * 1.2 && Math.abs(y - skull.mouth.y) < 0.03;
      const onCheek = y > skull.mouth.y + 0.06 - 0.02 && Math.abs(x) < 0.2 + (0.3 - y) * 0.2;
      if (onLip || onCheek || facing(skull, board.frame, x, y) < 0.15) continue;
      const [a, b] = [onFace(skull, board.frame, x, y), onFace(skull, board.frame, x * 1.01, y - 0.009)];
      draw(board, [a, b], { line: board.weight.fine * 0.8, isOpen: true });
    }
  }
}

/** Over the mouth: the moustache, also of beards. */
export function drawMoustache(board: Board, skull: Skull, fill: string, isBlack: boolean): void {
  const kind = skull.look.facialHair;
  if (kind === 'none' || kind === 'stubble' || Math.cos(board.frame.angle.yaw) < 0) return;
  const y = (skull.mouth.y + skull.nose.base) / 2 + 0.004;
  const reach = kind === 'goatee' ? 0.095 : kind === 'moustache' ? 0.14 : 0.15;
  const thick = kind === 'goatee' ? 0.014 : 0.026;
  const shapes: Point[][] = [];
  for (const side of [-1, 1]) {
    const at = (s: number, v: number): Spot => onFace(skull, board.frame, side * s * reach, y + v);
    if (facing(skull, board.frame, side * reach * 0.4, y) < 0.02) continue;
    const curl = kind === 'moustache' ? 0.022 : -0.03;
    const spine = [at(0, 0.006), at(0.3, 0.01), at(0.65, -0.014), at(1, -0.02 + curl * 0.6)];
    shapes.push(ribbon(spine, (t) => board.unit * thick * (t < 0.4 ? 0.55 + t * 1.1 : 1 - ((t - 0.4) / 0.6) ** 1.6)));
  }
  inkMass(board, shapes, isBlack ? board.pen.paints.line : fill, 'front', board.weight.detail);
}
