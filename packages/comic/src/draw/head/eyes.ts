/** Eyes and brows: lids as curves over the eye's width, the iris cut by them, a brush for the lashes. */
import type { Point } from '../../model/geometry.ts';
import { type Board, disc, draw, stroke, swell } from './board.ts';
import type { Face } from './expressions.ts';
import { facing, onFace, type Skull } from './skull.ts';
import { clamp, lerp } from './space.ts';

type EyeSide = -1 | 1;
type Lids = { upper(s: number): number; lower(s: number): number };

export function drawEyes(board: Board, skull: Skull, face: Face, gaze: Point): void {
  for (const side of [-1, 1] as const) {
    const turned = facing(skull, board.frame, side * skull.eye.x, skull.eye.y);
    if (turned < 0.1) continue;
    if (board.detail === 4) drawSocket(board, skull, side);
    drawEye(board, skull, face, side, gaze);
  }
}

/** From eye coordinates (s -1 inner .. 1 outer corner, v in eye heights) to the picture. */
function eyePoint(board: Board, skull: Skull, side: EyeSide, s: number, v: number): Point {
  const { x, y, half, height, tilt } = skull.eye;
  return onFace(skull, board.frame, side * (x + s * half), y + v * height + s * tilt * height * 0.55);
}

function lidsOf(face: Face): Lids {
  const { open, slant, squint } = face.eyes;
  const arch = (s: number, p: number): number => Math.max(0, 1 - Math.abs(s) ** p);
  return {
    upper: (s) => {
      const free = arch(s - 0.06, 2.3) * open;
      const cut = slant === 0 ? 9 : (1.1 - Math.abs(slant) * 0.5) * open + slant * 0.55 * s;
      return Math.min(free, Math.max(cut, -0.35));
    },
    lower: (s) => -arch(s, 2.6) * lerp(0.92, 0.2, squint) * Math.min(1.15, 0.35 + 0.65 * open),
  };
}

function drawEye(board: Board, skull: Skull, face: Face, side: EyeSide, gaze: Point): void {
  const { kind } = face.eyes;
  const at = (s: number, v: number): Point => eyePoint(board, skull, side, s, v);
  if (board.detail === 0 || kind === 'dots') return drawDot(board, skull, side, kind);
  if (kind === 'happy' || kind === 'closed' || kind === 'tight') return drawShut(board, skull, face, at);
  if (kind === 'heart' && board.detail >= 1) return drawHeart(board, skull, at);
  const lids = lidsOf(face);
  const steps = Array.from({ length: 13 }, (_, i) => -1 + i / 6);
  const top = steps.map((s) => at(s, lids.upper(s)));
  const bottom = steps.map((s) => at(s, lids.lower(s)));
  const { paper, line } = board.pen.paints;
  if (kind === 'white') {
    const round = disc(0, 0, 1, 1.2 * face.eyes.open, 16).map((p) => at(p.x, p.y));
    draw(board, round, { fill: paper, line: board.weight.detail });
    const r = face.eyes.iris;
    draw(board, disc(gaze.x * 0.2, gaze.y * 0.2, r, r * 1.3).map((p) => at(p.x, p.y)), { fill: line });
    return;
  }
  draw(board, [...top, ...bottom.slice(1, -1).reverse()], { fill: paper });
  drawIris(board, skull, face, side, gaze, lids);
  drawLashes(board, skull, top, bottom, at, lids);
}

function drawDot(board: Board, skull: Skull, side: EyeSide, kind: string): void {
  const at = (s: number, v: number): Point => eyePoint(board, skull, side, s, v);
  if (board.detail === 0 && kind !== 'open' && kind !== 'white' && kind !== 'heart' && kind !== 'dots') {
    const v = kind === 'happy' ? 0.8 : -0.6;
    draw(board, [at(-0.8, 0), at(0, v), at(0.8, 0)], { line: board.weight.detail, isOpen: true });
    return;
  }
  const isTiny = board.detail === 0;
  const size = isTiny ? 0.62 : 0.34;
  const points = disc(0, 0, size, isTiny ? 1.05 : 0.6).map((p) => at(p.x, p.y));
  draw(board, points, { fill: board.pen.paints.line });
}

function drawShut(board: Board, skull: Skull, face: Face, at: (s: number, v: number) => Point): void {
  const { kind, slant } = face.eyes;
  const thick = Math.max(board.weight.detail * 1.25, skull.eye.height * board.unit * 0.27);
  if (kind === 'tight') {
    swell(board, [at(0.95, 0.85), at(0.2, 0.25), at(-0.75, -0.05)], thick);
    swell(board, [at(0.95, -0.85), at(0.2, -0.3), at(-0.75, -0.05)], thick * 0.85);
    return;
  }
  const up = kind === 'happy' ? 1 : -1;
  const arc = Array.from({ length: 9 }, (_, i) => {
    const s = -1.05 + (i / 8) * 2.1;
    return at(s, up * (0.62 * (1 - s * s)) - (up > 0 ? 0.2 : -0.1) + slant * 0.3 * s);
  });
  swell(board, arc, thick);
  if (skull.look.gender === 'female' && board.detail >= 2) {
    for (const s of [0.72, 1.0]) {
      const v = up * 0.62 * (1 - s * s) - (up > 0 ? 0.2 : -0.1) + slant * 0.3 * s;
      swell(board, [at(s, v), at(s + 0.28, v + (up > 0 ? 0.12 : -0.28))], thick * 0.6);
    }
  }
}

function drawIris(board: Board, skull: Skull, face: Face, side: EyeSide, gaze: Point, lids: Lids): void {
  const { paper, line } = board.pen.paints;
  const aspect = skull.eye.height / skull.eye.half;
  const size = face.eyes.iris;
  const ry = 0.98 * size;
  const rx = Math.min(0.69, 0.9 * aspect) * size;
  const cx = clamp(gaze.x, -1, 1) * side * (0.92 - rx * 0.62) - 0.04;
  const cy = clamp(gaze.y, -1, 1) * 0.42 + 0.08;
  const cut = (p: Point): Point => {
    const s = clamp(p.x, -0.98, 0.98);
    return eyePoint(board, skull, side, s, clamp(p.y, lids.lower(s), Math.max(lids.lower(s), lids.upper(s))));
  };
  const part = (x: number, y: number, w: number, h: number, count = 18): Point[] => disc(cx + x * rx, cy + y * ry, w * rx, h * ry, count).map(cut);
  // The lid's shade over the upper iris, its lower edge a shallow bow.
  const shaded = (low: number): Point[] => disc(0, 0, 0.97, 0.99, 24).map((p) => cut({ x: cx + p.x * rx, y: cy + Math.max(p.y, low + 0.22 * p.x * p.x) * ry }));
  const iris = part(0, 0, 1, 1);
  const isRich = board.detail >= 3 && size > 0.5;
  if (board.pen.paints.isColour && board.detail >= 2 && size > 0.5) {
    draw(board, iris, { fill: board.pen.paints.tone(55, irisColour(skull)), line: board.weight.fine * 1.3 });
    draw(board, shaded(0.12), { fill: line });
    draw(board, part(0, 0, 0.5, 0.52), { fill: line });
  } else if (skull.eye.isLight && board.detail >= 2 && size > 0.5) {
    drawLightIris(board, part, shaded, iris);
  } else if (isRich) {
    draw(board, iris, { fill: board.pen.paints.tone(40), line: board.weight.detail * 1.1 });
    draw(board, shaded(-0.05), { fill: line });
    draw(board, part(0, 0, 0.52, 0.56), { fill: line });
    if (board.detail === 4) drawRays(board, (x, y) => cut({ x: cx + x * rx, y: cy + y * ry }));
    else draw(board, part(0, -0.62, 0.5, 0.22), { fill: paper });
  } else {
    draw(board, iris, { fill: line });
    if (board.detail >= 2 && size > 0.6) draw(board, part(0.12, -0.6, 0.5, 0.2, 10), { fill: paper });
  }
  if (size < 0.3) return;
  const shine = (board.detail === 1 ? 0.42 : 0.33) * (face.signs.includes('wet') ? 1.25 : 1);
  draw(board, disc(cx - 0.36 * rx, cy + 0.4 * ry, shine * rx * (skull.eye.x > 0 ? 1 : 1), shine * ry, 10).map((p) => shineCut(board, skull, side, p, cx, lids)), { fill: paper });
  if (board.detail >= 3 || face.signs.includes('wet')) draw(board, part(0.42 * side, -0.36, 0.17, 0.17, 8), { fill: paper });
}

/** The window's light falls from the same side into both eyes. */
function shineCut(board: Board, skull: Skull, side: EyeSide, p: Point, cx: number, lids: Lids): Point {
  const s = side === 1 ? p.x : 2 * cx - p.x;
  return eyePoint(board, skull, side, clamp(s, -0.98, 0.98), clamp(p.y, lids.lower(s), Math.max(lids.lower(s), lids.upper(s) - 0.06)));
}

/** Pale eyes: a ring, a pupil, the shade of the lid. They tell a face from a dark-eyed one at once. */
function drawLightIris(board: Board, part: (x: number, y: number, w: number, h: number) => Point[], shaded: (low: number) => Point[], iris: Point[]): void {
  const { paper, line, tone } = { ...board.pen.paints, tone: board.pen.paints.tone(20) };
  draw(board, iris, { fill: board.detail >= 3 ? tone : paper, line: Math.max(board.weight.detail, board.unit * 0.009) });
  draw(board, shaded(0.16), { fill: line });
  draw(board, part(0, -0.04, 0.48, 0.52), { fill: line });
  if (board.detail >= 3) draw(board, part(0, -0.66, 0.42, 0.18), { fill: paper });
}

function drawRays(board: Board, at: (x: number, y: number) => Point): void {
  for (let i = 0; i < 26; i++) {
    const a = (i / 26) * 2 * Math.PI;
    if (Math.sin(a) > 0.35) continue;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    swell(board, [at(c * 0.94, s * 0.94), at(c * (0.66 + 0.08 * (i % 2)), s * (0.66 + 0.08 * (i % 2)))], board.weight.fine * 1.5);
  }
  draw(board, disc(0, -0.66, 0.4, 0.16).map((p) => at(p.x, p.y)), { fill: board.pen.paints.paper });
}

/** Eyes of love: the heart takes the place of the whole eye. */
function drawHeart(board: Board, skull: Skull, at: (s: number, v: number) => Point): void {
  const aspect = skull.eye.height / skull.eye.half;
  const rx = Math.min(0.95, 1.15 * aspect);
  draw(board, heart(0, 0.05, rx, 1.15).map((p) => at(p.x, p.y)), { fill: board.pen.paints.isColour ? board.pen.paints.tone(55, '#e0355f') : board.pen.paints.line, line: board.weight.fine, tension: 0.8 });
  draw(board, disc(-0.42 * rx, 0.5, 0.2 * rx, 0.2).map((p) => at(p.x, p.y)), { fill: board.pen.paints.paper });
}

function heart(cx: number, cy: number, rx: number, ry: number): Point[] {
  return Array.from({ length: 16 }, (_, i) => {
    const t = (i / 16) * 2 * Math.PI;
    const x = Math.sin(t) ** 3;
    const y = (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)) / 16;
    return { x: cx + x * rx, y: cy + y * ry };
  });
}

const IRISES = ['#7a4a26', '#5b3a22', '#3f6f8f', '#4f7a4a', '#8a5a2b', '#4a4f6f'];
function irisColour(skull: Skull): string {
  return IRISES[Math.floor(skull.look.face.eyes * 97) % IRISES.length]!;
}

function drawLashes(board: Board, skull: Skull, top: Point[], bottom: Point[], at: (s: number, v: number) => Point, lids: Lids): void {
  const isFemale = skull.look.gender === 'female';
  const isChild = skull.look.age === 'child';
  const full = skull.eye.height * board.unit * (isFemale ? 0.34 : isChild ? 0.26 : 0.22);
  const thick = Math.max(board.weight.detail * (board.detail === 1 ? 0.9 : 1.1), full);
  const wing = at(1.12, lids.upper(0.95) * 0.6 + (isFemale ? 0.1 : -0.12));
  const lash = [at(-1.02, lids.upper(-0.95) - 0.1), ...top.slice(1, -1), wing];
  stroke(board, lash, (t) => (thick / 2) * (0.16 + 0.88 * Math.sin(Math.PI * clamp(t * 0.84 + 0.03, 0, 1)) ** 0.85) * (t > 0.93 ? 0.4 : 1));
  if (board.detail < 2) return;
  if (isFemale) {
    for (const [s, out] of [[0.98, 0.3], [0.78, 0.26]] as const) {
      const v = lids.upper(s) * 0.8;
      swell(board, [at(s, v), at(s + out * 0.6, v + 0.16), at(s + out, v + 0.42)], thick * (board.detail === 4 ? 0.34 : 0.62));
    }
  }
  const lowerThick = board.weight.fine * (board.detail > 2 ? 1.4 : 1.1);
  swell(board, bottom.slice(isFemale ? 6 : 5, 12), lowerThick);
  if (board.detail >= 3) {
    const crease = [-0.6, -0.35, -0.1, 0.15, 0.4, 0.65, 0.85].map((s) => at(s, lids.upper(s) + 0.36));
    swell(board, crease, board.weight.fine * 1.3);
    swell(board, bottom.slice(3, 12), lowerThick);
  }
  if (board.detail === 4) drawLashHairs(board, at, lids, isFemale, thick);
}

/** Shade in the corner between nose and brow, for faces that fill a panel. */
function drawSocket(board: Board, skull: Skull, side: EyeSide): void {
  for (let i = 0; i < 7; i++) {
    const t = i / 6;
    const x = side * lerp(0.052, 0.085, t);
    const y = skull.eye.y + lerp(0.015, 0.075, t);
    if (facing(skull, board.frame, x, y) > 0.1) swell(board, [onFace(skull, board.frame, x, y + 0.012), onFace(skull, board.frame, x - side * (0.012 + 0.01 * t), y - 0.02)], board.weight.fine * 1.3);
  }
}

function drawLashHairs(board: Board, at: (s: number, v: number) => Point, lids: Lids, isFemale: boolean, thick: number): void {
  const count = isFemale ? 13 : 8;
  for (let i = 0; i < count; i++) {
    const s = lerp(-0.5, 0.95, i / (count - 1));
    const [v, reach] = [lids.upper(s), (isFemale ? 0.34 : 0.18) * (0.5 + 0.5 * (i / count))];
    swell(board, [at(s, v + 0.04), at(s + 0.05 + 0.1 * (i / count), v + reach * 0.7), at(s + 0.14 + 0.24 * (i / count), v + reach * 1.25)], thick * 0.16);
  }
  for (let i = 0; i < 7; i++) {
    const s = lerp(0.05, 0.85, i / 6);
    swell(board, [at(s, lids.lower(s)), at(s + 0.07, lids.lower(s) - (isFemale ? 0.17 : 0.09))], board.weight.fine);
  }
}

export function drawBrows(board: Board, skull: Skull, face: Face): void {
  if (board.detail === 0) return;
  const { brow, eye } = skull;
  for (const side of [-1, 1] as const) {
    if (facing(skull, board.frame, side * eye.x, brow.y) < 0.06) continue;
    const { raise, tilt, bend, odd } = face.brows;
    const lift = raise + (side === 1 ? odd : -odd * 0.35);
    const half = eye.half * 1.12 * brow.length;
    // Narrow brows of animals: the brow stays on the head.
    const middle = Math.min(eye.x + 0.008, Math.max(0.05, skull.width(brow.y + lift) * 0.93 - half));
    const at = (s: number, v: number): Point => onFace(skull, board.frame, side * (middle + s * half), brow.y + lift + v);
    const slope = tilt * 0.034 + brow.tilt * 0.012;
    const arch = 0.014 + bend * 0.02;
    const curve = [-1, -0.6, -0.2, 0.2, 0.6, 1].map((s) => at(s, slope * s + arch * (1 - s * s) - (s > 0.5 ? 0.006 : 0)));
    const thick = Math.max(board.weight.detail * (board.detail === 1 ? 0.8 : 0.95), brow.weight * board.unit * 0.0215);
    const colour = browColour(board, skull);
    stroke(board, curve, (t) => (thick / 2) * clamp(1.1 - 0.75 * t ** 1.6, 0.2, 1) * (t < 0.12 ? 0.75 : 1), colour);
    if (board.detail === 4) drawBrowHairs(board, at, slope, arch, thick, colour);
  }
}

function browColour(board: Board, skull: Skull): string {
  const { look } = skull;
  if (board.pen.paints.isColour && look.hairInk !== 'white') return board.pen.paints.line;
  return board.pen.paints.line;
}

/** Single hairs that leave the brow, upwards near the nose and along it further out. */
function drawBrowHairs(board: Board, at: (s: number, v: number) => Point, slope: number, arch: number, thick: number, colour: string): void {
  const tall = thick / board.unit;
  for (let i = 0; i < 30; i++) {
    const t = i / 29;
    const s = -1.02 + 1.9 * t;
    const v = slope * s + arch * (1 - s * s);
    const reach = (0.7 + 0.35 * ((i * 7) % 3)) * (1 - 0.55 * t);
    swell(board, [at(s, v + tall * 0.1), at(s + 0.05, v + tall * 0.45 * reach), at(s + 0.15 + 0.05 * (i % 2), v + tall * 0.8 * reach)], thick * 0.11, colour);
    if (i % 2) swell(board, [at(s, v - tall * 0.1), at(s + 0.08, v - tall * 0.42 * reach), at(s + 0.2, v - tall * 0.5 * reach)], thick * 0.1, colour);
  }
}
