/** The built-in artist's people: one jointed body, posed, dressed, turned and inked. */
import type { Point } from '../../model/geometry.ts';
import { drawHead as drawOwnHead } from '../head/draw-head.ts';
import type { Pen } from '../pen/pen.ts';
import type { Angle, DrawFigure, DrawHead, FigureDrawing, FigureSpec, HeadDrawing } from '../types.ts';
import { drawArm, isBefore, makeArm } from './arms.ts';
import { bodyOf } from './body.ts';
import { bounds, contour, fillIn, makeCanvas, type Canvas } from './canvas.ts';
import { hoodBehind } from './collar.ts';
import { drawApron, drawSkirt } from './drape.ts';
import { bareShoulders, dressBodice } from './bodice.ts';
import { dressTrunk } from './upper.ts';
import { drawWaist } from './waist.ts';
import { drawLegs, areThighsBefore } from './legs.ts';
import { drawHold, palmOf, type DrawHeld } from './hold.ts';
import { contactOf } from './ground.ts';
import { paintsOf } from './paint.ts';
import { mirrored, POSE_SHAPES } from './poses.ts';
import type { PoseShape } from './pose.ts';
import { solveSkeleton } from './skeleton.ts';
import { trunk, type Figure } from './solids.ts';
import { angleOf, depthOf, makeView, toPicture } from './view.ts';
import { outfitFor } from './outfits.ts';
import { drawCloakBack, drawCloakFlaps, drawMantle } from './cloak.ts';

export type { DrawHeld };

/** A figure artist with the given head artist; `drawHeld` paints the thing in the hand between palm and fingers. */
export function makeDrawFigure(drawHead: DrawHead, drawHeld?: DrawHeld): DrawFigure {
  return (pen, spec, at) => drawPerson(pen, spec, at, drawHead, drawHeld);
}

/** Draws a person with the built-in head artist and empty hands. */
export const drawFigure: DrawFigure = makeDrawFigure(drawOwnHead);

function drawPerson(pen: Pen, spec: FigureSpec, at: { feet: Point; scale: number }, drawHead: DrawHead, drawHeld?: DrawHeld): FigureDrawing {
  const body = bodyOf(spec.look);
  const facesLeft = spec.angle.yaw < -0.05;
  const written = POSE_SHAPES[spec.pose];
  const pose = facesLeft ? mirrored(written) : written;
  const bones = solveSkeleton(body, pose);
  const view = makeView(bodyAngle(spec.angle, pose, facesLeft), at.feet, at.scale, body.height);
  const f: Figure = { body, bones, view };
  const canvas = makeCanvas(pen, view.tall);
  const paint = paintsOf(pen, spec.look, spec.outfit);
  const outfit = outfitFor(spec.outfit.kind, body.isFeminine);
  const headAngle = angleOf(view, bones.headFrame);
  const turn = Math.abs(headAngle.yaw) < Math.PI / 2 ? Math.sin(2 * headAngle.yaw) * 0.2 : 0;
  const chin = toPicture(view, bones.chin);
  const head = drawHead(pen, { look: spec.look, expression: spec.expression, angle: { ...headAngle, yaw: headAngle.yaw - turn }, talk: spec.talk }, { chin, unit: body.head * at.scale });

  canvas.parts.push(head.behind);
  const cloth = paint(outfit.top.role ?? 'top');
  const held = drawHeld && spec.holds ? (side: 'front' | 'back'): string => drawHold(f, bones.arms[facesLeft ? 1 : 0], spec.holds!, drawHeld, side) : undefined;
  const arms = bones.arms.map((a, i) => ({ parts: makeArm(f, a, outfit.top.cut), isOver: isBefore(f, a), held: i === (facesLeft ? 1 : 0) ? held : undefined }));
  const put = (a: (typeof arms)[number]): void => drawArm(canvas, f, a.parts, { outfit, paint, isOver: a.isOver, held: a.held, pattern: spec.outfit.pattern });
  const isBackView = depthOf(view, bones.chestFrame.z) < 0;
  if (outfit.top.collar === 'hood' && !isBackView) hoodBehind(canvas, f, cloth);
  const cloak = outfit.extras?.includes('cloak') ? paint('top') : undefined;
  if (cloak && !isBackView) drawCloakBack(canvas, f, cloak);
  for (const a of arms) if (!a.isOver) put(a);
  const isLate = areThighsBefore(f);
  const isSleeveless = outfit.top.cut === 'none';
  const torso = trunk(f, { plus: outfit.top.ease, waist: outfit.top.waist, from: outfit.top.hem, to: isSleeveless ? 'armpit' : 'neck' });
  const over = arms.filter((a) => a.isOver).sort((a, b) => depthOf(view, a.parts.arm.wrist) - depthOf(view, b.parts.arm.wrist));
  const skirt = outfit.skirt && drawSkirt(canvas, f, outfit, paint, spec.outfit);
  const roots = over.flatMap((a) => (a.parts.sleeve ?? a.parts.bare)?.tubes ?? []);
  const upper = (isJoined = false): void => {
    if (isSleeveless) bareShoulders(canvas, f, roots, outfit, paint);
    else contour(canvas, isJoined ? [torso, ...roots].slice(1) : [torso, ...roots]);
    if (isSleeveless && !isJoined) contour(canvas, [torso], canvas.weight.detail);
    fillIn(canvas, [torso], cloth);
    if (isSleeveless) dressBodice(canvas, torso, { outfit, spec: spec.outfit, paint });
    else dressTrunk(canvas, f, torso, { outfit, spec: spec.outfit, paint });
  };
  // Seen from above or leaning to the reader, the trunk covers its own waistband.
  if (outfit.top.isTucked && depthOf(view, bones.chestFrame.y) < 0.35) {
    upper();
    drawLegs(canvas, f, outfit, paint, 'early');
    if (!isLate) {
      skirt?.contour();
      skirt?.fill();
    }
  } else {
    drawLegs(canvas, f, outfit, paint, 'early');
    // Skirt and trunk of one cloth share one contour: the seam disappears.
    const isOnePiece = outfit.skirt?.role === (outfit.top.role ?? 'top');
    if (!isLate) skirt?.contour();
    if (!isLate && !isOnePiece) skirt?.fill();
    if (isOnePiece) contour(canvas, [torso]);
    if (!isLate && isOnePiece) skirt?.fill();
    upper(isOnePiece);
  }
  if (isLate) {
    drawLegs(canvas, f, outfit, paint, 'late');
    skirt?.contour();
    skirt?.fill();
  }
  drawWaist(canvas, f, outfit, paint);
  if (outfit.extras?.includes('apron')) drawApron(canvas, f, torso, outfit, paint);
  const isHigh = (a: (typeof over)[number]): boolean => depthOf(view, a.parts.arm.wrist) > depthOf(view, bones.chin) + body.head * 0.12;
  if (cloak) drawCloakFlaps(canvas, f, cloak);
  for (const a of over) if (!isHigh(a)) put(a);
  if (cloak) drawMantle(canvas, f, cloak);
  if (cloak && isBackView) drawCloakBack(canvas, f, cloak);
  if (outfit.top.collar === 'hood' && isBackView) hoodBehind(canvas, f, cloth);
  canvas.parts.push(head.front);
  for (const a of over) if (isHigh(a)) put(a);
  return finish(canvas, f, head);
}

/** Lying people stay across the picture; the level view is tipped a little, so that hems curve. */
function bodyAngle(angle: Angle, pose: PoseShape, facesLeft: boolean): Angle {
  const side = facesLeft ? -1 : 1;
  const tip = 0.07 * Math.max(0, 1 - Math.abs(angle.pitch) / 0.4);
  if (pose.lies) return { ...angle, yaw: Math.sin(angle.yaw) * 0.45, pitch: Math.max(0.2, angle.pitch) };
  const turn = pose.turn && Math.abs(angle.yaw) < 1.2 ? pose.turn * side : 0;
  return { ...angle, yaw: angle.yaw + turn, pitch: angle.pitch + tip };
}

function finish(canvas: Canvas, f: Figure, head: HeadDrawing): FigureDrawing {
  const hands = f.bones.arms.map((a) => toPicture(f.view, palmOf(f, a)));
  const body = bounds(canvas);
  const box = {
    x: Math.min(body.x, head.headBox.x), y: Math.min(body.y, head.headBox.y),
    width: 0, height: 0,
  };
  box.width = Math.max(body.x + body.width, head.headBox.x + head.headBox.width) - box.x;
  box.height = Math.max(body.y + body.height, head.headBox.y + head.headBox.height) - box.y;
  return {
    svg: canvas.parts.join(''), outline: canvas.outline.join('') + head.outline, bodyBox: box, faceBox: head.faceBox, headBox: head.headBox, mouth: head.mouth,
    hands: [hands[0]!, hands[1]!], contact: contactOf(f),
  };
}
