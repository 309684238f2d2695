/** Draws a head of any being at any angle and size. */
import type { DrawHead, HeadDrawing, HeadSpec } from '../types.ts';
import type { Pen } from '../pen/pen.ts';
import type { Box, Point } from '../../model/geometry.ts';
import { boxOf } from '../../model/geometry.ts';
import { drawAnimal } from './beings/draw-animal.ts';
import { drawGhost } from './beings/ghost.ts';
import { drawRobot } from './beings/robot.ts';
import { type Board, draw, makeBoard, reachBox, stroke } from './board.ts';
import type { Form, FormedLook } from '../style/form.ts';
import { drawBrows, drawEyes } from './eyes.ts';
import { faceFor, talking, type Face } from './expressions.ts';
import { drawBeard, drawMoustache } from './facial-hair.ts';
import { drawHair, type Hair } from './hair/draw-hair.ts';
import { drawMarks } from './marks.ts';
import { drawMouth, mouthCentre } from './mouth.ts';
import { drawEars, drawNose } from './nose-ears.ts';
import { drawAirSigns, drawSkinSigns } from './signs.ts';
import { contour, jawLine, makeSkull, type Skull, withoutNeck } from './skull.ts';
import { clamp, makeFrame } from './space.ts';
import { drawGlasses } from './wear/glasses.ts';
import { coversHair, drawHeadwear } from './wear/headwear.ts';

export const drawHead: DrawHead = (pen, spec, at) => {
  const { being } = spec.look;
  if (being === 'human') return drawPerson(pen, spec, at);
  const board = makeBoard(pen, makeFrame(spec.angle, at.chin, at.unit));
  const face = talking(faceFor(spec.expression), clamp(spec.talk ?? 0, 0, 1));
  const draws = { animal: drawAnimal, robot: drawRobot, ghost: drawGhost }[being];
  const { faceBox, headBox, mouth } = draws(board, spec.look, face, gazeOf(face, spec));
  return finish(board, faceBox, headBox, mouth);
};

function drawPerson(pen: Pen, spec: HeadSpec, at: { chin: Point; unit: number }): HeadDrawing {
  const { look } = spec;
  const form = (look as FormedLook).form;
  const board = makeBoard(pen, makeFrame(spec.angle, at.chin, at.unit), form?.strokes ?? 0);
  const face = inForm(talking(faceFor(spec.expression), clamp(spec.talk ?? 0, 0, 1)), form);
  const skull = makeSkull(look, clamp((face.mouth.open - 0.05) * 0.55, 0, 0.09));
  const skin = pen.paints.skin(look.colours.skin);
  drawHeadwear(board, skull, 'behind');
  const hair = drawHair(board, skull, coversHair(look.headwear));
  drawEars(board, skull, false, skin);
  const faceBox = boxOf(drawSkull(board, skull, skin));
  drawFace(board, skull, face, spec, hair);
  drawGlasses(board, skull);
  if (!hair.cut.hasEars) drawEars(board, skull, true, skin);
  hair.paintFront();
  if (hair.cut.hasEars) drawEars(board, skull, true, skin);
  drawHeadwear(board, skull, 'front');
  const headBox = reachBox(board);
  drawAirSigns(board, skull, face, headBox, faceBox);
  return finish(board, faceBox, headBox, mouthCentre(skull, board.frame));
}

function inForm(face: Face, form: Form | undefined): Face {
  if (form?.hasDotEyes && face.eyes.kind === 'open') return { ...face, eyes: { ...face.eyes, kind: 'dots' } };
  return form?.iris === undefined ? face : { ...face, eyes: { ...face.eyes, iris: face.eyes.iris * form.iris } };
}

/** From the side the neck runs into the skull without a line across; from behind it covers the chin. */
function drawSkull(board: Board, skull: Skull, skin: string): Point[] {
  const { frame, weight } = board;
  const turned = Math.abs(frame.angle.yaw);
  const bare = contour(skull, frame);
  if (turned < 0.95) {
    board.silhouette.push(draw(board, bare, { fill: skin, line: weight.outline }));
    return bare;
  }
  const isBack = Math.cos(turned) < -0.25;
  if (isBack) draw(board, bare, { fill: skin, line: weight.outline, layer: 'behind' });
  const from = isBack ? 0.2 : 0;
  const shown = isBack ? contour(skull, frame, from) : bare;
  board.silhouette.push(draw(board, shown, { fill: skin }));
  for (const run of withoutNeck(skull, frame, shown, from)) draw(board, run, { line: weight.outline, isOpen: true });
  if (isBack || board.detail === 0) return bare;
  stroke(board, jawLine(skull, frame, frame.angle.yaw > 0 ? -1 : 1), (t) => (weight.outline / 2) * (t < 0.5 ? 1 : 1 - (t - 0.5) * 1.5));
  return bare;
}

function drawFace(board: Board, skull: Skull, face: Face, spec: HeadSpec, hair: Hair): void {
  if (Math.cos(spec.angle.yaw) < -0.35) return;
  hair.paintShade();
  drawMarks(board, skull);
  drawSkinSigns(board, skull, face);
  drawEyes(board, skull, face, gazeOf(face, spec));
  drawBrows(board, skull, face);
  drawBeard(board, skull, hair.fill, hair.isBlack);
  drawMouth(board, skull, face);
  drawNose(board, skull);
  drawMoustache(board, skull, hair.fill, hair.isBlack);
}

/** Pupils: x to the reader's right, y up, -1..1. */
function gazeOf(face: Face, spec: HeadSpec): Point {
  return { x: clamp(face.eyes.gaze[0] + (spec.gaze?.x ?? 0), -1, 1), y: clamp(face.eyes.gaze[1] - (spec.gaze?.y ?? 0), -1, 1) };
}

function finish(board: Board, faceBox: Box, headBox: Box, mouth: Point): HeadDrawing {
  return { behind: board.layers.behind.join(''), front: board.layers.front.join(''), faceBox, headBox, mouth: { x: mouth.x, y: mouth.y }, outline: board.silhouette.join('') };
}

