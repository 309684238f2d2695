/** A ghost: a soft drop with a wisp, pale, lit from inside. */
import type { Look } from '../../../model/book.ts';
import { boxOf, type Point } from '../../../model/geometry.ts';
import { type Board, draw, reachBox, swell } from '../board.ts';
import { drawBrows, drawEyes } from '../eyes.ts';
import type { Face } from '../expressions.ts';
import { drawMouth, mouthCentre } from '../mouth.ts';
import { hull, oriented } from '../outline.ts';
import { drawAirSigns, drawSkinSigns } from '../signs.ts';
import { drawGlasses } from '../wear/glasses.ts';
import { drawHeadwear } from '../wear/headwear.ts';
import { animalSkull, ball } from './animal-skull.ts';
import type { BeingBoxes } from './draw-animal.ts';
import { speciesFor } from './species.ts';

export function drawGhost(board: Board, look: Look, face: Face, gaze: Point): BeingBoxes {
  const { species } = speciesFor('ghost-bear');
  const shaped = { ...species, head: { rx: 0.42, ry: 0.42, front: 0.38, back: 0.4, cy: 0.46 }, eye: { x: 0.15, y: 0.48, half: 0.075, height: 0.1, tilt: 0 }, mouth: { y: 0.24, half: 0.1 } };
  const skull = animalSkull(look, shaped, board.frame.angle.yaw * 0.6);
  const { paints } = board.pen;
  const pale = paints.isColour ? '#eef4ff' : paints.paper;
  drawHeadwear(board, skull, 'behind');
  const round = hull(ball(board.frame, 0, 0.46, -0.02, 0.42, 0.42, 0.38));
  // The wisp blows the same way from every side.
  const top = board.frame.project({ x: 0, y: 0.46, z: -0.02 });
  const at = (x: number, y: number): Point => ({ x: top.x + x * board.unit, y: top.y - (y - 0.46) * board.unit });
  const wisp = [at(0.1, 0.84), at(0.1, 0.97), at(0.2, 1.08), at(0.32, 1.07), at(0.23, 1.0), at(0.27, 0.84)];
  board.silhouette.push(draw(board, wisp, { fill: pale, line: board.weight.outline }));
  board.silhouette.push(draw(board, oriented([...round]), { fill: pale, line: board.weight.outline }));
  const cover = [at(0.11, 0.8), at(0.14, 0.9), at(0.22, 0.9), at(0.25, 0.78)];
  draw(board, cover, { fill: pale });
  if (board.detail >= 1) {
    const shade = [at(-0.3, 0.24), at(-0.15, 0.1), at(0.08, 0.075), at(0.27, 0.17)];
    for (const k of [0, 0.045]) swell(board, shade.map((p) => ({ x: p.x, y: p.y - k * board.unit })), board.weight.fine * 1.6);
  }
  if (Math.cos(board.frame.angle.yaw) > -0.2) {
    drawSkinSigns(board, skull, face);
    drawEyes(board, skull, face, gaze);
    drawBrows(board, skull, face);
    drawMouth(board, skull, face);
    drawGlasses(board, skull);
  }
  drawHeadwear(board, skull, 'front');
  const headBox = reachBox(board);
  const faceBox = boxOf(round);
  drawAirSigns(board, skull, face, headBox, faceBox);
  return { faceBox, headBox, mouth: mouthCentre(skull, board.frame) };
}
