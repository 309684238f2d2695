/** What time and life leave on a face: wrinkles, freckles, a scar, lids of age. */
import type { FormedLook } from '../style/form.ts';
import { type Board, disc, draw, swell } from './board.ts';
import { facing, onFace, type Skull } from './skull.ts';

export function drawMarks(board: Board, skull: Skull): void {
  if (board.detail < 1 || Math.cos(board.frame.angle.yaw) < -0.1) return;
  const { look } = skull;
  if (look.age === 'old') drawAge(board, skull);
  if (look.freckles && board.detail >= 2) drawFreckles(board, skull);
  if (look.scar) drawScar(board, skull);
  if (board.pen.paints.isColour && board.detail >= 2) drawRosy(board, skull);
  if ((look as FormedLook).form?.strokes === 1 && board.detail >= 2) drawModelling(board, skull);
}

const seen = (board: Board, skull: Skull, x: number, y: number): boolean => facing(skull, board.frame, x, y) > 0.15;

function drawAge(board: Board, skull: Skull): void {
  const at = (x: number, y: number): { x: number; y: number } => onFace(skull, board.frame, x, y);
  const { eye, mouth, nose } = skull;
  const thin = board.weight.fine * 1.2;
  for (const side of [-1, 1]) {
    if (!seen(board, skull, side * eye.x, eye.y)) continue;
    swell(board, [at(side * 0.062, nose.base + 0.02), at(side * 0.105, mouth.y + 0.045), at(side * 0.112, mouth.y - 0.01)], board.weight.detail * 0.85);
    swell(board, [-0.8, 0, 0.8].map((s) => at(side * (eye.x + s * eye.half), eye.y - eye.height * 1.5 - 0.016 * (1 - s * s))), thin);
    if (board.detail < 2) continue;
    for (const k of [-1, 0, 1]) if (seen(board, skull, side * (eye.x + 0.12), eye.y)) swell(board, [at(side * (eye.x + eye.half * 1.22), eye.y + k * 0.018), at(side * (eye.x + eye.half * 1.55), eye.y + k * 0.038 - 0.008)], thin * 0.9);
    swell(board, [at(side * 0.075, mouth.y - 0.05), at(side * 0.09, mouth.y - 0.085)], thin);
    swell(board, [at(side * 0.19, 0.3), at(side * 0.215, 0.24), at(side * 0.21, 0.19)], thin);
  }
  if (board.detail < 2) return;
  for (const k of [0, 1]) swell(board, [-0.15, -0.05, 0.05, 0.15].map((x, i) => at(x * (1 - k * 0.2), skull.brow.y + 0.085 + k * 0.045 + (i % 2) * 0.006)), thin);
}

function drawFreckles(board: Board, skull: Skull): void {
  const r = Math.max(board.weight.fine * 0.55, board.unit * 0.0065);
  for (const side of [-1, 1]) {
    for (const [x, y] of [[0.09, -0.02], [0.125, 0.004], [0.16, -0.018], [0.195, 0.002], [0.13, -0.042], [0.175, -0.045]] as const) {
      const [px, py] = [side * x, skull.eye.y - skull.eye.height - 0.038 + y];
      if (!seen(board, skull, px, py)) continue;
      const p = onFace(skull, board.frame, px, py);
      draw(board, disc(p.x, p.y, r, r, 6), { fill: board.pen.paints.isColour ? '#a9673f' : board.pen.paints.line });
    }
  }
}

/** On the cheek below the left eye (the person's own right), crossed by stitches when near. */
function drawScar(board: Board, skull: Skull): void {
  const at = (t: number, off: number): { x: number; y: number } => onFace(skull, board.frame, -0.12 - 0.1 * t - off * 0.6, skull.eye.y + 0.19 - 0.36 * t + off * 0.3);
  if (!seen(board, skull, -0.17, skull.eye.y - 0.08)) return;
  swell(board, [at(0, 0), at(0.25, 0.006)], board.weight.detail * 1.1);
  swell(board, [at(0.58, 0), at(0.8, 0.006), at(1.05, 0)], board.weight.detail * 1.2);
  if (board.detail >= 2) for (const t of [0.68, 0.82, 0.95]) swell(board, [at(t, -0.028), at(t, 0.028)], board.weight.fine * 1.2);
}

function drawRosy(board: Board, skull: Skull): void {
  for (const side of [-1, 1]) {
    const [x, y] = [side * (skull.eye.x + 0.04), skull.eye.y - skull.eye.height - 0.05];
    if (!seen(board, skull, x, y)) continue;
    draw(board, disc(0, 0, 0.06, 0.034).map((p) => onFace(skull, board.frame, x + p.x, y + p.y)), { fill: 'rgba(235,120,105,0.28)' });
  }
}

/** Strokes that turn cheek, temple and chin away from the light, for faces drawn with care. */
function drawModelling(board: Board, skull: Skull): void {
  const at = (x: number, y: number): { x: number; y: number } => onFace(skull, board.frame, x, y);
  const thin = board.weight.fine * 1.05;
  const side = board.frame.angle.yaw >= 0 ? 1 : -1;
  for (let i = 0; i < 9; i++) {
    const y = skull.eye.y - 0.06 - i * 0.026;
    const edge = skull.width(y) * 0.93;
    if (seen(board, skull, side * edge * 0.7, y)) swell(board, [at(side * edge, y + 0.03), at(side * edge * 0.84, y), at(side * edge * (0.72 - 0.03 * (i % 3)), y - 0.03)], thin);
  }
  for (let i = 0; i < 4; i++) swell(board, [at((i - 1.5) * 0.028 - 0.01, skull.mouth.y - 0.05), at((i - 1.5) * 0.028 + 0.012, skull.mouth.y - 0.064)], thin);
  for (const one of [-1, 1]) {
    if (!seen(board, skull, one * skull.eye.x, skull.eye.y)) continue;
    swell(board, [-0.7, 0, 0.7].map((s) => at(one * (skull.eye.x + s * skull.eye.half), skull.eye.y - skull.eye.height * 1.25 - 0.014 * (1 - s * s))), thin);
    swell(board, [at(one * 0.05, skull.eye.y + 0.02), at(one * 0.036, skull.nose.tip + 0.06), at(one * 0.046, skull.nose.tip + 0.02)], thin);
  }
}
