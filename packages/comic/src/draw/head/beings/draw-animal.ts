/** Speaking animals: the same expressions on heads with muzzles, ears and beaks. */
import type { Box, Point } from '../../../model/geometry.ts';
import { boxOf } from '../../../model/geometry.ts';
import { type Board, disc, draw, reachBox, swell } from '../board.ts';
import { drawBrows, drawEyes } from '../eyes.ts';
import type { Face } from '../expressions.ts';
import { inkMass } from '../mass.ts';
import { drawMouth, mouthCentre } from '../mouth.ts';
import { hull } from '../outline.ts';
import { drawAirSigns, drawSkinSigns } from '../signs.ts';
import { facing, onFace, type Skull } from '../skull.ts';
import { drawGlasses } from '../wear/glasses.ts';
import { drawHeadwear } from '../wear/headwear.ts';
import { drawAnimalEars, drawFloppyEars, drawHorns } from './animal-ears.ts';
import { cheekFur, drawBackMarks, drawFaceMarks, drawForelock, drawTopMarks } from './animal-marks.ts';
import { animalSkull, ball, muzzleSkull } from './animal-skull.ts';
import { type Species, speciesFor } from './species.ts';
import type { Look } from '../../../model/book.ts';

export type BeingBoxes = { faceBox: Box; headBox: Box; mouth: Point };

export function drawAnimal(board: Board, look: Look, face: Face, gaze: Point): BeingBoxes {
  const { species } = speciesFor(look.animal);
  const skull = animalSkull(look, species, board.frame.angle.yaw);
  const muzzle = muzzleSkull(skull, species);
  const { paints } = board.pen;
  const fur = paints.isColour ? paints.tone(10, species.colour) : species.fur === 'white' ? paints.paper : paints.tone(species.fur === 'light' ? 10 : 20);
  const dark = paints.isColour ? paints.ink('dark', species.colour) : paints.tone(40);
  const inner = paints.isColour ? paints.tone(20, '#f0b4a8') : species.fur === 'white' ? paints.tone(20) : paints.paper;
  drawHeadwear(board, skull, 'behind');
  const isFacing = Math.cos(board.frame.angle.yaw) > -0.2;
  drawBackMarks(board, skull, species, fur, dark);
  if (species.marks.includes('horns')) drawHorns(board, skull, paints.paper);
  drawAnimalEars(board, skull, species, fur, inner);
  if (species.marks.includes('forelock') && isFacing) drawForelock(board, skull, dark, false);
  const shapes = headShapes(board, skull, species, isFacing);
  if (!isFacing) drawMuzzle(board, species, fur);
  inkMass(board, shapes, fur);
  drawFaceMarks(board, skull, species, dark);
  if (isFacing) {
    drawMuzzle(board, species, fur);
    drawSkinSigns(board, skull, face);
    drawEyes(board, skull, face, gaze);
    drawBrows(board, skull, face);
    const isBeaked = species.nose.kind === 'beak' || species.nose.kind === 'hook';
    if (!isBeaked) drawMouth(board, muzzle, face);
    drawNoseOf(board, muzzle, species, face);
    if (species.marks.includes('teeth') && !isBeaked) drawFrontTeeth(board, muzzle, species, face);
  }
  if (species.marks.includes('forelock')) drawForelock(board, skull, dark, true);
  drawFloppyEars(board, skull, species, dark);
  drawTopMarks(board, skull, muzzle, species);
  drawGlasses(board, skull);
  drawHeadwear(board, skull, 'front');
  const headBox = reachBox(board);
  const faceBox = boxOf(shapes.flat());
  drawAirSigns(board, skull, face, headBox, faceBox);
  return { faceBox, headBox, mouth: mouthCentre(muzzle, board.frame) };
}

function headShapes(board: Board, skull: Skull, species: Species, isFacing: boolean): Point[][] {
  const { centre, rx, ry, front, back } = skull.cranium;
  const shapes: Point[][] = [hull([...ball(board.frame, 0, centre.y, centre.z, rx, ry, front, back), ...ball(board.frame, 0, centre.y - ry * 0.5, 0.02, rx * 0.84, ry * 0.56, 0.3, 0.26)])];
  if (species.marks.includes('cheeks')) shapes.push(...cheekFur(board, skull));
  // The eyes of a frog stand on its head.
  if (species.eye.y > 0.65) for (const side of [-1, 1]) shapes.push(hull(ball(board.frame, side * species.eye.x, species.eye.y, 0.1, 0.15, 0.15, 0.14)));
  const hasBeak = species.nose.kind === 'beak' || species.nose.kind === 'hook';
  if (isFacing && !hasBeak) shapes.push(muzzleShape(board, species));
  return shapes;
}

function muzzleShape(board: Board, species: Species): Point[] {
  const { y, rx, ry, out } = species.muzzle;
  return hull([...ball(board.frame, 0, y, 0.12, rx * 1.05, ry * 1.1, 0.1), ...ball(board.frame, 0, y - 0.01, out - rx * 0.72, rx * 0.82, ry * 0.86, rx * 0.72)]);
}

function drawMuzzle(board: Board, species: Species, fur: string): void {
  if (species.nose.kind === 'beak' || species.nose.kind === 'hook' || species.nose.kind === 'snout') return;
  const { paints } = board.pen;
  const isLong = species.muzzle.out > 0.5;
  const light = species.marks.includes('muzzle') || species.marks.includes('mask');
  const fill = light ? (paints.isColour ? paints.tone(10, '#f6ead9') : paints.paper) : fur;
  if (!isLong && !light) return;
  const { y, rx, ry, out } = species.muzzle;
  const shape = isLong ? muzzleShape(board, species) : hull(ball(board.frame, 0, y, 0.14, rx, ry, out - 0.14));
  draw(board, shape, { fill });
}

function drawNoseOf(board: Board, muzzle: Skull, species: Species, face: Face): void {
  const { kind, size } = species.nose;
  const { paints } = board.pen;
  const y = species.muzzle.y + species.muzzle.ry * 0.5;
  const at = (x: number, v: number): Point => onFace(muzzle, board.frame, x, y + v);
  if (kind === 'beak' || kind === 'hook') return drawBeak(board, muzzle, species, face);
  if (kind === 'snout') {
    const { out } = species.muzzle;
    const rim = hull(ball(board.frame, 0, species.muzzle.y, out - 0.05, species.muzzle.rx, species.muzzle.ry, 0.05));
    draw(board, rim, { fill: paints.isColour ? paints.tone(30, '#e8938e') : paints.paper, line: board.weight.outline * 0.85 });
    for (const s of [-1, 1]) draw(board, disc(s * 0.05, species.muzzle.y, 0.022, 0.04).map((p) => board.frame.project({ x: p.x, y: p.y, z: out })), { fill: paints.line });
    return;
  }
  if (kind === 'nostrils') {
    for (const s of [-1, 1]) if (facing(muzzle, board.frame, s * species.muzzle.rx * 0.4, y) > 0) draw(board, disc(s * species.muzzle.rx * 0.42, y - y, size, size * 1.4, 8, s * 0.5).map((p) => at(p.x, p.y)), { fill: paints.line });
    return;
  }
  const isRound = kind === 'button';
  const shape = isRound
    ? disc(0, 0, size * 1.2, size * 0.85, 12).map((p) => at(p.x, p.y))
    : [[-size * 1.1, size * 0.45], [0, size * 0.6], [size * 1.1, size * 0.45], [size * 0.45, -size * 0.4], [0, -size * 0.75], [-size * 0.45, -size * 0.4]].map(([x, v]) => at(x!, v!));
  draw(board, shape, { fill: paints.isColour && !isRound ? paints.tone(70, '#6b4038') : paints.line, line: board.weight.fine });
  if (board.detail >= 2) draw(board, disc(-size * 0.35, size * 0.3, size * 0.3, size * 0.16, 8).map((p) => at(p.x, p.y)), { fill: paints.paper });
  if (board.detail >= 1 && face.mouth.open < 0.12) swell(board, [at(0, -size * 0.7), onFace(muzzle, board.frame, 0, Math.min(species.mouth.y + 0.01, y - size))], board.weight.detail);
}

function drawBeak(board: Board, muzzle: Skull, species: Species, face: Face): void {
  const { paints } = board.pen;
  const isHook = species.nose.kind === 'hook';
  const y = species.muzzle.y + (isHook ? 0.08 : 0.02);
  const { size } = species.nose;
  const fill = paints.isColour ? paints.tone(30, '#f0b13c') : paints.tone(20);
  const open = Math.max(0, face.mouth.open) * 0.9;
  const base = species.head.front * 0.86;
  const reach = isHook ? 0.5 : 0.68;
  const tip = { x: 0, y: y - (isHook ? 0.16 : 0.02), z: reach };
  const ring = (dy: number, w: number): Point[] => [-1, -0.5, 0, 0.5, 1].map((s) => board.frame.project({ x: s * w, y: y + dy * (1 - s * s * 0.7), z: base - 0.04 * s * s }));
  const lower = hull([...ring(-0.05 - open * 0.6, size * 0.8), ...ring(0, size * 0.8), board.frame.project({ x: 0, y: tip.y - 0.01 - open, z: reach - 0.08 })]);
  draw(board, lower, { fill: open > 0.03 ? paints.line : fill, line: board.weight.detail, isSharp: true });
  if (open > 0.03) draw(board, hull([...ring(-0.09 - open * 0.7, size * 0.6), board.frame.project({ x: 0, y: tip.y - 0.02 - open, z: reach - 0.08 })]), { fill, line: board.weight.detail, isSharp: true });
  const upper = hull([...ring(0.09, size), ...ring(-0.01, size), board.frame.project(tip)]);
  board.silhouette.push(draw(board, upper, { fill, line: board.weight.outline * 0.85, isSharp: true }));
  if (board.detail >= 2) for (const s of [-1, 1]) if (board.frame.turn({ x: s, y: 0, z: 0.5 }).z > 0) draw(board, disc(0, 0, 0.012, 0.008, 6).map((p) => board.frame.project({ x: s * size * 0.4 + p.x, y: y + 0.045 + p.y, z: base + 0.1 })), { fill: paints.line });
  void muzzle;
}

/** Two front teeth of a rabbit or mouse; fangs of a wolf or dragon. */
function drawFrontTeeth(board: Board, muzzle: Skull, species: Species, face: Face): void {
  if (board.detail < 1) return;
  const isGnawer = species.mouth.half < 0.09;
  const y = species.mouth.y + (face.mouth.open > 0.05 ? 0 : 0.004);
  const at = (x: number, v: number): Point => onFace(muzzle, board.frame, x, y + v);
  const { paper } = board.pen.paints;
  if (isGnawer) {
    if (facing(muzzle, board.frame, 0, y) < -0.1) return;
    draw(board, [at(-0.032, 0), at(-0.03, -0.06), at(0, -0.062), at(0.03, -0.06), at(0.032, 0)], { fill: paper, line: board.weight.detail * 0.8, isSharp: true });
    swell(board, [at(0, 0), at(0, -0.055)], board.weight.fine);
    return;
  }
  for (const s of [-1, 1]) if (facing(muzzle, board.frame, s * species.mouth.half * 0.7, y) > 0.05) draw(board, [at(s * species.mouth.half * 0.55, -0.004), at(s * species.mouth.half * 0.68, -0.05), at(s * species.mouth.half * 0.82, 0)], { fill: paper, line: board.weight.detail * 0.7, isSharp: true });
}
