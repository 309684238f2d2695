/** A robot: a rounded box with a screen for a face. */
import type { Look } from '../../../model/book.ts';
import { boxOf, type Point } from '../../../model/geometry.ts';
import { type Board, disc, draw, reachBox, swell } from '../board.ts';
import type { Face } from '../expressions.ts';
import { inkMass } from '../mass.ts';
import { hull } from '../outline.ts';
import { drawAirSigns } from '../signs.ts';
import { lerp, type Spot } from '../space.ts';
import { drawHeadwear } from '../wear/headwear.ts';
import { animalSkull } from './animal-skull.ts';
import type { BeingBoxes } from './draw-animal.ts';
import { speciesFor } from './species.ts';

export function drawRobot(board: Board, look: Look, face: Face, gaze: Point): BeingBoxes {
  const { paints } = board.pen;
  const isRound = look.face.shape > 0.5;
  const [w, low, high, deep] = [0.4, 0.06, 0.86, 0.34];
  const metal = paints.isColour ? paints.ink('light', look.colours.hair) : paints.paper;
  const side = paints.isColour ? paints.ink('tone', look.colours.hair) : paints.tone(20);
  const skull = animalSkull(look, speciesFor('bear').species, 0);
  drawHeadwear(board, skull, 'behind');
  const corner = (x: number, y: number, z: number): Spot => board.frame.project({ x, y, z });
  const box = (k: number, z0: number, z1: number): Point[] => {
    const points: Point[] = [];
    const r = isRound ? 0.2 : 0.08;
    for (const z of [z0, z1]) for (const sx of [-1, 1]) for (const sy of [0, 1]) for (let i = 0; i <= 4; i++) {
      const a = (i / 4) * (Math.PI / 2);
      points.push(corner(sx * (w * k - r + Math.cos(a) * r), sy ? high * (0.5 + 0.5 * k) - r + Math.sin(a) * r : low + (1 - k) * 0.3 + r - Math.sin(a) * r, z));
    }
    return hull(points);
  };
  const top = [corner(0, high, 0), corner(0, high + 0.16, 0)];
  draw(board, top, { line: board.weight.outline, isOpen: true });
  board.silhouette.push(draw(board, disc(top[1]!.x, top[1]!.y, board.unit * 0.05), { fill: paints.isColour ? '#e8574a' : paints.line, line: board.weight.detail }));
  const ears = (isNear: boolean): void => {
    for (const s of [-1, 1]) if (board.frame.turn({ x: s, y: 0, z: 0 }).z > 0.1 === isNear) inkMass(board, [hull(disc(0, 0, 0.12, 0.12).flatMap((p) => [corner(s * (w + 0.09), 0.46 + p.y, p.x), corner(s * (w - 0.02), 0.46 + p.y, p.x)]))], side, 'front', board.weight.detail);
  };
  ears(false);
  const whole = box(1, -deep, deep);
  inkMass(board, [whole], side);
  const isFacing = board.frame.turn({ x: 0, y: 0, z: 1 }).z > 0.02;
  if (isFacing) {
    draw(board, box(1, deep, deep), { fill: metal, line: board.weight.detail, isSharp: true });
    drawScreen(board, face, gaze, corner, deep);
  } else if (board.detail >= 2) for (const y of [0.3, 0.4, 0.5]) swell(board, [corner(-0.2, y, -deep), corner(0.2, y, -deep)], board.weight.detail);
  ears(true);
  drawHeadwear(board, skull, 'front');
  const headBox = reachBox(board);
  const faceBox = boxOf(whole);
  drawAirSigns(board, skull, face, headBox, faceBox);
  const mouth = corner(0, 0.22, deep);
  return { faceBox, headBox, mouth: { x: mouth.x, y: mouth.y } };
}

function drawScreen(board: Board, face: Face, gaze: Point, corner: (x: number, y: number, z: number) => Spot, deep: number): void {
  const { paints } = board.pen;
  const at = (x: number, y: number): Spot => corner(x, y, deep + 0.01);
  const plate = disc(0, 0, 1, 1, 24).map((p) => at(0.32 * Math.sign(p.x) * Math.abs(p.x) ** 0.35, 0.5 + 0.2 * Math.sign(p.y) * Math.abs(p.y) ** 0.35));
  draw(board, plate, { fill: paints.isColour ? '#22303c' : paints.line, line: board.weight.detail });
  const glow = paints.isColour ? '#9fe8ff' : paints.paper;
  const { kind, open, slant } = face.eyes;
  for (const s of [-1, 1]) {
    const x = s * 0.15 + gaze.x * 0.03;
    const y = 0.5 + gaze.y * 0.025;
    if (kind === 'happy' || kind === 'closed' || kind === 'tight') {
      const up = kind === 'happy' ? 1 : -1;
      const arc = kind === 'tight' ? [at(x + s * 0.07, y + 0.06), at(x - s * 0.05, y), at(x + s * 0.07, y - 0.06)] : [-1, -0.5, 0, 0.5, 1].map((t) => at(x + t * 0.075, y + up * 0.05 * (1 - t * t) - up * 0.02));
      draw(board, arc, { line: Math.max(board.weight.detail, board.unit * 0.03), colour: glow, isOpen: true });
      continue;
    }
    const r = kind === 'white' ? 0.105 : 0.08;
    const eye = disc(0, 0, r, r * 1.1 * Math.min(1.3, open), 16).map((p) => at(x + p.x, y + Math.min(p.y, r * (1.1 - Math.abs(slant) * 0.7) * Math.min(1, open) + slant * 0.5 * p.x * s)));
    draw(board, eye, { fill: glow });
    if (kind === 'white') draw(board, disc(x, y, 0.02).map((p) => at(p.x, p.y)), { fill: paints.line });
  }
  const m = face.mouth;
  const half = 0.11 * m.width;
  const y = 0.19;
  if (m.open > 0.03 || m.kind === 'teeth') {
    const tall = Math.max(0.035, m.open * 0.55);
    draw(board, [at(-half, y + tall * 0.6), at(half, y + tall * 0.6), at(half * lerp(1, 0.8, Math.max(0, m.curve)), y - tall), at(-half * lerp(1, 0.8, Math.max(0, m.curve)), y - tall)], { fill: m.kind === 'teeth' ? paints.paper : paints.line, line: board.weight.detail, isSharp: true });
    if (board.detail >= 2) for (const k of [-0.5, 0, 0.5]) swell(board, [at(half * k, y + tall * 0.55), at(half * k, y - tall * 0.95)], board.weight.detail, m.kind === 'teeth' ? paints.line : paints.paper);
    return;
  }
  const curve = [-1, -0.5, 0, 0.5, 1].map((t) => at(half * t, y + m.curve * 0.05 * (t * t - 0.5) + (m.kind === 'wavy' ? 0.012 * Math.sin(t * 8) : 0)));
  draw(board, curve, { line: Math.max(board.weight.detail, board.unit * 0.016), isOpen: true });
}
