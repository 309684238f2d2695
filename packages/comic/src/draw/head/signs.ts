/** The signs of comics: sweat, veins, tears, blush, gloom, sleep. */
import type { Box, Point } from '../../model/geometry.ts';
import { type Board, disc, draw, swell } from './board.ts';
import type { Face, Sign } from './expressions.ts';
import { facing, onFace, type Skull } from './skull.ts';
import { lerp } from './space.ts';

const TEAR = '#8fc7ea';
const BLUSH = '#f0938c';

/** Signs on the skin, drawn before the hair. */
export function drawSkinSigns(board: Board, skull: Skull, face: Face): void {
  if (Math.cos(board.frame.angle.yaw) < -0.1) return;
  for (const sign of face.signs) ON_SKIN[sign]?.(board, skull);
}

/** Signs round the head, drawn last. */
export function drawAirSigns(board: Board, skull: Skull, face: Face, headBox: Box, faceBox: Box): void {
  if (board.detail === 0) return;
  // Long hair and wide hats do not push the signs away from the face.
  const room = board.unit * 0.2;
  const [left, right] = [Math.max(headBox.x, faceBox.x - room), Math.min(headBox.x + headBox.width, faceBox.x + faceBox.width + room)];
  const top = Math.max(headBox.y, faceBox.y - room);
  const head: Box = { x: left, y: top, width: right - left, height: faceBox.y + faceBox.height - top };
  for (const sign of face.signs) IN_AIR[sign]?.(board, skull, head);
}

const isSeen = (board: Board, skull: Skull, x: number, y: number): boolean => facing(skull, board.frame, x, y) > 0.12;

function hatchCheek(board: Board, skull: Skull, count: number, tall: number): void {
  for (const side of [-1, 1]) {
    const [x, y] = [side * (skull.eye.x + 0.035), skull.eye.y - skull.eye.height - 0.045];
    if (!isSeen(board, skull, x, y)) continue;
    if (board.pen.paints.isColour) {
      draw(board, disc(0, 0, 0.075, 0.035 + tall * 0.2).map((p) => onFace(skull, board.frame, x + p.x, y + p.y)), { fill: board.pen.paints.tone(20, BLUSH) });
      continue;
    }
    for (let i = 0; i < count; i++) {
      const dx = (i - (count - 1) / 2) * 0.028;
      swell(board, [onFace(skull, board.frame, x + dx + 0.01, y + tall / 2), onFace(skull, board.frame, x + dx - 0.012, y - tall / 2)], board.weight.fine * 1.15);
    }
  }
}

function tearDrop(board: Board, x: number, y: number, size: number, lean = 0): void {
  const points = [
    { x: x + lean * size * 0.5, y: y - size }, { x: x - size * 0.34 + lean * size * 0.1, y: y - size * 0.1 }, { x: x - size * 0.42, y: y + size * 0.35 },
    { x, y: y + size * 0.72 }, { x: x + size * 0.42, y: y + size * 0.35 }, { x: x + size * 0.34 + lean * size * 0.1, y: y - size * 0.1 },
  ];
  const { paints } = board.pen;
  draw(board, points, { fill: paints.isColour ? paints.tone(10, TEAR) : paints.paper, line: board.weight.detail * 0.9 });
  if (board.detail >= 2) swell(board, [{ x: x - size * 0.2, y: y + size * 0.3 }, { x: x - size * 0.1, y: y + size * 0.48 }], board.weight.fine, paints.isColour ? paints.paper : paints.line);
}

function vein(board: Board, at: Point, size: number): void {
  // First the paper round it, so that it shows on black hair, then the ink.
  for (const isInk of [false, true]) for (let k = 0; k < 4; k++) {
    const a = (k * Math.PI) / 2 + 0.3;
    const turn = (x: number, y: number): Point => ({ x: at.x + (x * Math.cos(a) - y * Math.sin(a)) * size, y: at.y + (x * Math.sin(a) + y * Math.cos(a)) * size });
    const bend = [turn(0.27, 1), turn(0.36, 0.5), turn(0.5, 0.36), turn(1, 0.27)];
    if (!isInk) draw(board, bend, { line: Math.max(board.weight.detail * 1.3, size * 0.2) + board.weight.detail * 1.5, colour: board.pen.paints.paper, isOpen: true });
    else swell(board, bend, Math.max(board.weight.detail * 1.5, size * 0.26), board.pen.paints.isColour ? board.pen.paints.tone(55, '#d2232a') : undefined);
  }
}

const ON_SKIN: Partial<Record<Sign, (board: Board, skull: Skull) => void>> = {
  blush: (board, skull) => {
    if (board.detail >= 1) hatchCheek(board, skull, board.detail === 1 ? 3 : 5, 0.055);
  },
  cheeks: (board, skull) => {
    if (board.detail >= 2) hatchCheek(board, skull, 3, 0.03);
  },
  gloom: (board, skull) => {
    const count = board.detail <= 1 ? 5 : 11;
    for (let i = 0; i < count; i++) {
      const x = lerp(-0.27, 0.27, i / (count - 1));
      if (!isSeen(board, skull, x, skull.brow.y + 0.1)) continue;
      const length = 0.12 + 0.05 * ((i * 7) % 3);
      swell(board, [onFace(skull, board.frame, x, 0.84), onFace(skull, board.frame, x, skull.brow.y + 0.16 - length)], board.weight.fine * 1.2);
    }
  },
  bags: (board, skull) => {
    if (board.detail < 1) return;
    for (const side of [-1, 1]) {
      const y = skull.eye.y - skull.eye.height * 1.25;
      if (!isSeen(board, skull, side * skull.eye.x, y)) continue;
      for (const k of [0, 1]) swell(board, [-0.7, 0, 0.7].map((s) => onFace(skull, board.frame, side * (skull.eye.x + s * skull.eye.half), y - 0.018 * k - 0.012 * (1 - s * s))), board.weight.fine * (1.3 - 0.4 * k));
    }
  },
  wrinkle: (board, skull) => {
    if (board.detail < 2) return;
    for (const side of [-1, 1]) if (isSeen(board, skull, side * 0.03, skull.brow.y)) swell(board, [onFace(skull, board.frame, side * 0.024, skull.brow.y + 0.03), onFace(skull, board.frame, side * 0.034, skull.brow.y - 0.012), onFace(skull, board.frame, side * 0.028, skull.brow.y - 0.045)], board.weight.detail * 0.8);
  },
  shade: (board, skull) => {
    if (board.detail < 2) return;
    for (const side of [-1, 1]) {
      for (let i = 0; i < 5; i++) {
        const x = side * (skull.eye.x - 0.06 + i * 0.034);
        const y = skull.eye.y - skull.eye.height * 1.1 - 0.02;
        if (isSeen(board, skull, x, y)) swell(board, [onFace(skull, board.frame, x, y), onFace(skull, board.frame, x - side * 0.03, y - 0.04)], board.weight.fine);
      }
    }
  },
  streams: (board, skull) => {
    const { paints } = board.pen;
    for (const side of [-1, 1]) {
      const x = side * (skull.eye.x + 0.004);
      const top = skull.eye.y - 0.02;
      if (!isSeen(board, skull, x, top)) continue;
      const at = (dx: number, y: number): Point => onFace(skull, board.frame, x + side * dx, y);
      const flow = [at(-0.026, top), at(0.036, top), at(0.034, 0.3), at(0.036, 0.21), at(0.03, 0.14), at(0.002, 0.115), at(-0.026, 0.14), at(-0.03, 0.21), at(-0.028, 0.3)];
      draw(board, flow, { fill: paints.isColour ? paints.tone(10, TEAR) : paints.paper, line: board.weight.detail * (board.unit < 130 ? 0.7 : 0.9) });
      if (board.unit >= 130) for (const dx of [-0.006, 0.014]) swell(board, [at(dx, top - 0.05), at(dx * 1.2, 0.27), at(dx, 0.17)], board.weight.fine, paints.isColour ? paints.paper : paints.line);
    }
  },
  tears: (board, skull) => {
    for (const side of [-1, 1]) {
      const [x, y] = [side * (skull.eye.x + skull.eye.half * 0.85), skull.eye.y - skull.eye.height];
      if (!isSeen(board, skull, x, y)) continue;
      const p = onFace(skull, board.frame, x, y);
      tearDrop(board, p.x, p.y, board.unit * 0.042);
    }
  },
  wet: (board, skull) => {
    if (board.detail < 2) return;
    for (const side of [-1, 1]) {
      const [x, y] = [side * (skull.eye.x + skull.eye.half * 0.72), skull.eye.y - skull.eye.height * 0.85];
      if (!isSeen(board, skull, x, y)) continue;
      const p = onFace(skull, board.frame, x, y);
      tearDrop(board, p.x, p.y, board.unit * 0.026);
    }
  },
};

const IN_AIR: Partial<Record<Sign, (board: Board, skull: Skull, head: Box) => void>> = {
  sweat: (board, skull) => {
    const side = board.frame.angle.yaw > 0 ? -1 : 1;
    const p = onFace(skull, board.frame, side * 0.27, skull.brow.y + 0.06);
    if (isSeen(board, skull, side * 0.2, skull.brow.y)) tearDrop(board, p.x, p.y, board.unit * 0.085, -side * 0.3);
  },
  sweats: (board, _skull, head) => {
    const { unit } = board;
    for (const [x, y, size] of [[0.02, 0.3, 0.075], [-0.07, 0.46, 0.055], [1.0, 0.26, 0.07], [1.07, 0.42, 0.05]] as const) tearDrop(board, head.x + head.width * x, head.y + head.height * y, unit * size, x > 0.5 ? -0.5 : 0.5);
  },
  vein: (board, _skull, head) => vein(board, { x: head.x + head.width * 0.85, y: head.y + head.height * 0.1 }, board.unit * 0.13),
  veins: (board, _skull, head) => {
    vein(board, { x: head.x + head.width * 0.87, y: head.y + head.height * 0.08 }, board.unit * 0.15);
    vein(board, { x: head.x + head.width * 0.08, y: head.y + head.height * 0.16 }, board.unit * 0.11);
  },
  zzz: (board, _skull, head) => {
    const { unit } = board;
    for (const [k, x, y] of [[0.09, 1.0, 0.08], [0.12, 1.09, -0.05], [0.16, 1.22, -0.2]] as const) {
      const [cx, cy, s] = [head.x + head.width * x, head.y + head.height * y, unit * k];
      draw(board, [{ x: cx - s / 2, y: cy - s / 2 }, { x: cx + s / 2, y: cy - s / 2 - s * 0.1 }, { x: cx - s / 2, y: cy + s / 2 }, { x: cx + s / 2, y: cy + s / 2 - s * 0.1 }], { line: board.weight.detail * 1.2, isOpen: true, isSharp: true });
    }
  },
  bubble: (board, skull) => {
    if (board.detail < 2 || !isSeen(board, skull, 0, skull.nose.tip)) return;
    const side = board.frame.angle.yaw >= 0 ? 1 : -1;
    const p = onFace(skull, board.frame, side * 0.02, skull.nose.base);
    const r = board.unit * 0.1;
    draw(board, disc(p.x + side * r * 1.15, p.y + r * 0.6, r), { fill: board.pen.paints.paper, line: board.weight.detail * 0.8 });
    swell(board, [{ x: p.x + side * r * 0.62, y: p.y + r * 0.5 }, { x: p.x + side * r * 0.75, y: p.y + r * 0.2 }, { x: p.x + side * r * 1.05, y: p.y + r * 0.02 }], board.weight.fine);
  },
  dots: (board, _skull, head) => {
    const r = Math.max(board.weight.detail * 0.8, board.unit * 0.022);
    for (let i = 0; i < 3; i++) draw(board, disc(head.x + head.width * 1.02 + i * r * 3.6, head.y + head.height * 0.1, r, r, 8), { fill: board.pen.paints.line });
  },
  hearts: (board, _skull, head) => {
    for (const [x, y, k] of [[1.04, 0.06, 0.12], [-0.06, 0.18, 0.085], [1.12, 0.32, 0.07]] as const) {
      const [cx, cy, s] = [head.x + head.width * x, head.y + head.height * y, board.unit * k];
      const points = Array.from({ length: 14 }, (_, i) => {
        const t = (i / 14) * 2 * Math.PI;
        return { x: cx + s * Math.sin(t) ** 3, y: cy - (s * (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t))) / 16 };
      });
      draw(board, points, { fill: board.pen.paints.isColour ? board.pen.paints.tone(40, '#e2557a') : board.pen.paints.paper, line: board.weight.detail, tension: 0.8 });
    }
  },
  sparkle: (board, _skull, head) => {
    for (const [x, y, k] of [[1.03, 0.2, 0.13], [1.13, 0.05, 0.075]] as const) {
      const [cx, cy, s] = [head.x + head.width * x, head.y + head.height * y, board.unit * k];
      const points = Array.from({ length: 8 }, (_, i) => {
        const r = i % 2 ? s * 0.2 : s;
        return { x: cx + Math.sin((i * Math.PI) / 4) * r * 0.8, y: cy - Math.cos((i * Math.PI) / 4) * r };
      });
      draw(board, points, { fill: board.pen.paints.paper, line: board.weight.detail * 0.9, isSharp: true });
    }
  },
  puff: (board, skull, head) => {
    if (board.detail < 2) return;
    const side = board.frame.angle.yaw >= 0 ? 1 : -1;
    const y = onFace(skull, board.frame, 0, skull.mouth.y).y + board.unit * 0.05;
    const x = side > 0 ? head.x + head.width * 1.02 : head.x - head.width * 0.02;
    const r = board.unit * 0.055;
    const cloud = [[0, 0], [0.8, -0.75], [1.9, -0.7], [2.5, 0.1], [1.9, 0.8], [0.8, 0.7]].map(([a, b]) => ({ x: x + side * a! * r, y: y + b! * r }));
    draw(board, cloud, { fill: board.pen.paints.paper, line: board.weight.detail * 0.8 });
  },
  start: (board, _skull, head) => {
    const cx = head.x + head.width / 2;
    for (const a of [-0.95, -0.72, -0.5, 0.5, 0.72, 0.95]) {
      const [r0, r1] = [0.62 + 0.03 * Math.abs(a), Math.abs(a) === 0.72 ? 0.84 : 0.76];
      const at = (r: number): Point => ({ x: cx + Math.sin(a) * r * head.width, y: head.y + head.height * 0.5 - Math.cos(a) * r * head.height });
      swell(board, [at(r0), at(r1)], board.weight.detail * 1.5);
    }
  },
  shake: (board, _skull, head) => {
    for (const side of [-1, 1]) {
      for (const k of [0, 1]) {
        const x = head.x + head.width * (side > 0 ? 1.05 + 0.06 * k : -0.05 - 0.06 * k);
        const points = Array.from({ length: 6 }, (_, i) => ({ x: x + (i % 2 ? 1 : -1) * board.unit * 0.014, y: head.y + head.height * (0.62 + 0.05 * i + 0.03 * k) }));
        draw(board, points, { line: board.weight.fine, isOpen: true });
      }
    }
  },
};
