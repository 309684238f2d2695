/** Mouths: two curves between the corners, teeth and tongue between them. */
import type { Point } from '../../model/geometry.ts';
import { type Board, draw, stroke, swell } from './board.ts';
import type { Face } from './expressions.ts';
import { facing, onFace, type Skull } from './skull.ts';
import { clamp, lerp, smoothstep, type Frame } from './space.ts';

export function mouthCentre(skull: Skull, frame: Frame): Point {
  const spot = onFace(skull, frame, 0, skull.mouth.y);
  return { x: spot.x, y: spot.y };
}

export function drawMouth(board: Board, skull: Skull, face: Face): void {
  if (Math.cos(board.frame.angle.yaw) < -0.15) return;
  const m = face.mouth;
  // In profile only half of the mouth shows and that foreshortened: it is drawn longer.
  const aside = smoothstep(0.85, 1.5, Math.abs(board.frame.angle.yaw));
  const half = Math.min(skull.mouth.half * m.width * (1 + 0.75 * aside), lerp(0.3, 0.19, aside));
  const centre = skull.mouth.y;
  // Near the profile only the near half shows; the middle lies on the contour.
  // The jaw carries what lies below the middle line, so depths count before it drops.
  const stretch = 1 + skull.drop / centre;
  const at = (s: number, v: number): Point => onFace(skull, board.frame, s * half, Math.max(0.045, centre + (v < 0 ? v / stretch : v) + m.skew * 0.016 * s));
  const bow = (s: number): number => m.curve * 0.034 * (s * s - 0.45);
  if (board.detail === 0) return drawTiny(board, m, at, bow);
  if (m.kind === 'open' || m.kind === 'wail') return drawOpen(board, skull, face, at);
  if (m.kind === 'teeth') return drawTeeth(board, m, at, bow);
  const steps = Array.from({ length: 9 }, (_, i) => -1 + i / 4);
  const curve = steps.map((s) => {
    if (m.kind === 'wavy') return at(s, bow(s) + 0.009 * Math.sin(s * 8.2));
    if (m.kind === 'cat') return at(s, 0.024 * Math.abs(Math.sin(s * Math.PI)) * -1 + 0.022 * s * s);
    if (m.kind === 'side') return at(s * 0.8 + 0.2 * Math.sign(m.skew || 1), bow(s) + (m.skew > 0 ? 0.014 * Math.max(0, s) ** 2 : 0));
    return at(s, bow(s));
  });
  const thick = Math.max(board.weight.detail, board.unit * 0.0125);
  stroke(board, curve, (t) => (thick / 2) * (0.4 + 0.6 * Math.sin(Math.PI * clamp(t, 0, 1))));
  if (board.detail >= 2 && (m.curve > 0.5 || m.skew > 0.5)) drawCorners(board, at, bow, m.kind);
  if (board.detail >= 2) drawLowerLip(board, skull, at, m.width);
}

function drawTiny(board: Board, m: Face['mouth'], at: (s: number, v: number) => Point, bow: (s: number) => number): void {
  if (m.open > 0.05) draw(board, [at(-0.7, 0.01), at(0, 0.02), at(0.7, 0.01), at(0, -m.open * 0.9)], { fill: board.pen.paints.line });
  else draw(board, [at(-0.8, bow(-0.9)), at(0, bow(0)), at(0.8, bow(0.9))], { line: board.weight.detail * 0.8, isOpen: true });
}

function drawCorners(board: Board, at: (s: number, v: number) => Point, bow: (s: number) => number, kind: string): void {
  for (const s of kind === 'side' ? [1] : [-1, 1]) {
    const v = kind === 'cat' ? 0.022 : kind === 'side' ? bow(1) + 0.014 : bow(1);
    swell(board, [at(s * 1.02, v - 0.012), at(s * 1.1, v + 0.002), at(s * 1.06, v + 0.015)], board.weight.detail * 0.9);
  }
}

function drawLowerLip(board: Board, skull: Skull, at: (s: number, v: number) => Point, width: number): void {
  const isFull = skull.look.gender === 'female' && skull.look.age !== 'child';
  const reach = isFull ? 0.42 : 0.3;
  const depth = isFull ? -0.034 : -0.04;
  swell(board, [at(-reach / width, depth), at(0, depth - 0.004), at(reach / width, depth)], board.weight.fine * (isFull ? 1.2 : 1));
  if (board.detail < 4) return;
  // A panel-filling mouth gets its upper lip and the hatching of the lower one.
  swell(board, [at(-0.8, 0.006), at(-0.3, 0.024), at(0, 0.017), at(0.3, 0.024), at(0.8, 0.006)], board.weight.fine * 1.2);
  for (let i = -4; i <= 4; i++) swell(board, [at(i * 0.075, depth + 0.006), at(i * 0.07, depth + 0.018)], board.weight.fine);
}

function openCurves(m: Face['mouth'], isLarge: boolean): { upper(s: number): number; lower(s: number): number } {
  const smile = clamp(m.curve, -1, 1);
  const isWail = m.kind === 'wail' && isLarge;
  return {
    upper: (s) => {
      const arch = 1 - s * s;
      const wave = isWail ? 0.006 * Math.sin(s * 9) : 0;
      return smile >= 0 ? lerp(0.022, -0.02, smile) * arch + 0.012 * smile + wave : (0.022 - 0.03 * smile) * arch ** 0.7 - 0.02 + wave;
    },
    lower: (s) => {
      const round = (1 - Math.abs(s) ** (smile >= 0 ? 2.1 : 3.2)) ** (smile >= 0 ? lerp(0.5, 0.72, smile) : 0.55);
      const wave = isWail ? 0.007 * Math.sin(s * 8 + 1) * (1 - s * s) : 0;
      return -m.open * (smile >= 0 ? 0.9 : 0.8) * round + 0.012 * Math.max(0, smile) - (smile < 0 ? 0.02 : 0) + wave;
    },
  };
}

function drawOpen(board: Board, skull: Skull, face: Face, at: (s: number, v: number) => Point): void {
  const m = face.mouth;
  const { paints } = board.pen;
  const { upper, lower } = openCurves(m, board.unit > 100);
  const steps = Array.from({ length: 11 }, (_, i) => -1 + i / 5);
  const top = steps.map((s) => at(s, upper(s)));
  const bottom = steps.map((s) => at(s, lower(s)));
  const dark = paints.isColour ? paints.tone(70, '#5a1f24') : paints.line;
  const isBig = m.open * board.unit > 3;
  draw(board, [...top, ...bottom.slice(1, -1).reverse()], { fill: dark, line: board.weight.detail * (m.open * board.unit < 14 ? 0.55 : 1) });
  if (!isBig || board.detail < 1) return;
  if (m.tongue) {
    const tongue = Array.from({ length: 9 }, (_, i) => {
      const s = -0.62 + (i / 8) * 1.24;
      const arch = 1 - (s / 0.62) ** 2;
      return at(s, Math.min(lower(s) + m.open * 0.42 * arch ** 0.6, upper(s) - m.open * 0.3));
    });
    const floor = [0.5, 0.25, 0, -0.25, -0.5].map((s) => at(s, lower(s) + 0.006));
    draw(board, [...tongue, ...floor], { fill: paints.isColour ? paints.tone(40, '#e0787c') : board.unit > 110 ? paints.tone(30) : paints.paper });
  }
  if ((m.teeth > 0 && m.open * board.unit > 4.5) || (m.teeth === 0 && m.tongue && m.open * board.unit > 6)) {
    const band = (side: 1 | -1): void => {
      const deep = Math.min(m.open * 0.26, 0.04);
      const line = steps.slice(1, -1);
      const edge = side > 0 ? upper : lower;
      const inner = line.map((s) => at(s * 0.96, edge(s) - side * deep * (1 - s ** 4) ** 0.5));
      const outer = line.map((s) => at(s * 0.97, edge(s) - side * 0.004));
      draw(board, [...outer, ...inner.reverse()], { fill: paints.paper, line: board.detail >= 3 ? board.weight.fine : 0 });
      if (m.teeth === 2 && board.detail >= 2) drawFangs(board, at, edge, side, deep);
    };
    band(1);
    if (m.teeth === 2) band(-1);
  }
  if (board.detail >= 3 && facing(skull, board.frame, 0, skull.mouth.y) > 0.2) swell(board, [at(-0.35, lower(0) - 0.022), at(0, lower(0) - 0.027), at(0.35, lower(0) - 0.022)], board.weight.fine * 1.2);
}

function drawFangs(board: Board, at: (s: number, v: number) => Point, edge: (s: number) => number, side: 1 | -1, deep: number): void {
  for (const s of [-0.55, 0.55]) {
    const v = edge(s);
    draw(board, [at(s - 0.12, v - side * 0.004), at(s, v - side * deep * 2), at(s + 0.12, v - side * 0.004)], { fill: board.pen.paints.paper, isSharp: true });
  }
}

function drawTeeth(board: Board, m: Face['mouth'], at: (s: number, v: number) => Point, bow: (s: number) => number): void {
  const steps = Array.from({ length: 11 }, (_, i) => -1 + i / 5);
  const tall = (s: number): number => m.open * (1 - Math.abs(s) ** 4) ** 0.5 * 0.5;
  const top = steps.map((s) => at(s, bow(s) + tall(s) * 0.7));
  const bottom = steps.map((s) => at(s, bow(s) - tall(s) * 1.2));
  const { paints } = board.pen;
  draw(board, [...top, ...bottom.slice(1, -1).reverse()], { fill: paints.paper, line: Math.max(board.weight.detail, board.unit * 0.011) });
  if (board.detail < 2) return;
  swell(board, steps.slice(1, -1).map((s) => at(s, bow(s) - tall(s) * 0.25)), board.weight.fine * 1.1);
  for (let i = -3; i <= 3; i++) {
    const s = i / 4;
    draw(board, [at(s, bow(s) + tall(s) * 0.62), at(s, bow(s) - tall(s) * 1.1)], { line: board.weight.fine * 0.85, isOpen: true });
  }
  for (const s of [-1, 1]) swell(board, [at(s * 1.03, bow(1) - 0.014), at(s * 1.12, bow(1)), at(s * 1.07, bow(1) + 0.016)], board.weight.detail * 0.9);
}
