/** The built-in artist's people: one jointed body, posed, dressed, turned and inked. */
import type { Point } from '../../model/geometry.ts';
import { drawHead as drawOwnHead } from '../head/draw-head.ts';
import type { Pen } from '../pen/pen.ts';
import type { Angle, DrawFigure, DrawHead, FigureDrawing, FigureSpec, HeadDrawing } from '../types.ts';
import { dressedAs } from './beings.ts';
import { bodyOf } from './body.ts';
import { bounds, makeCanvas, type Canvas } from './canvas.ts';
import { contactOf } from './ground.ts';
import { drawHold, palmOf, type DrawHeld } from './hold.ts';
import { outfitFor } from './outfits.ts';
import { paintsOf } from './paint.ts';
import type { PoseShape } from './pose.ts';
import { gripping, mirrored, POSE_SHAPES } from './poses.ts';
import { solveSkeleton } from './skeleton.ts';
import type { Figure } from './solids.ts';
import { paintFigure } from './stages.ts';
import { angleOf, makeView, toPicture } from './view.ts';

export type { DrawHeld };

type Place = { feet: Point; scale: number };

/** A figure artist with the given head artist; `drawHeld` paints the thing in the hand between palm and fingers. */
export function makeDrawFigure(drawHead: DrawHead, drawHeld?: DrawHeld): DrawFigure {
  return (pen, spec, at) => drawPerson(pen, spec, at, { drawHead, drawHeld });
}

/** Draws a person with the built-in head artist and empty hands. */
export const drawFigure: DrawFigure = makeDrawFigure(drawOwnHead);

function drawPerson(pen: Pen, spec: FigureSpec, at: Place, artists: { drawHead: DrawHead; drawHeld?: DrawHeld }): FigureDrawing {
  const body = bodyOf(spec.look);
  // Who faces left acts with the left hand, so that the deed stays on the reader's side.
  const facesLeft = spec.angle.yaw < -0.05;
  const actor = facesLeft ? 1 : 0;
  const free = facesLeft ? mirrored(POSE_SHAPES[spec.pose]) : POSE_SHAPES[spec.pose];
  const pose = spec.holds ? gripping(free, actor) : free;
  const angle = bodyAngle(spec.angle, pose, facesLeft);
  const f: Figure = { body, bones: solveSkeleton(body, pose), view: makeView(tipped(angle), at.feet, at.scale, body.height) };
  const canvas = makeCanvas(pen, f.view.tall);
  const level: Figure = { ...f, view: makeView(angle, at.feet, at.scale, body.height) };
  const head = artists.drawHead(
    pen, { look: spec.look, expression: spec.expression, angle: headAngle(level), talk: spec.talk },
    { chin: toPicture(f.view, f.bones.chin), unit: body.head * at.scale },
  );
  const { drawHeld } = artists;
  const { holds } = spec;
  const held = drawHeld && holds ? { arm: actor, draw: (side: 'front' | 'back'): string => drawHold(f, f.bones.arms[actor], holds, drawHeld, { side, pen, toRight: spec.angle.yaw >= 0 }) } as const : undefined;
  const outfit = dressedAs(spec.look.being, outfitFor(spec.outfit.kind, body.isFeminine));
  paintFigure({ canvas, f, spec, outfit, paint: paintsOf(pen, spec.look, spec.outfit), head, held });
  return finish(canvas, f, head);
}

/** Lying people stay across the picture; who looks back has turned away first. */
function bodyAngle(angle: Angle, pose: PoseShape, facesLeft: boolean): Angle {
  if (pose.lies) return { ...angle, yaw: Math.sin(angle.yaw) * 0.45, pitch: Math.max(0.2, angle.pitch) };
  const turn = pose.turn && Math.abs(angle.yaw) < 1.2 ? pose.turn * (facesLeft ? -1 : 1) : 0;
  return { ...angle, yaw: angle.yaw + turn };
}

/** A level view is tipped a little, so that hems and soles curve. */
function tipped(angle: Angle): Angle {
  return { ...angle, pitch: angle.pitch + 0.07 * Math.max(0, 1 - Math.abs(angle.pitch) / 0.4) };
}

/** The head follows the body, a little nearer to the reader. */
function headAngle(f: Figure): Angle {
  const angle = angleOf(f.view, f.bones.headFrame);
  const nearer = Math.abs(angle.yaw) < Math.PI / 2 ? Math.sin(2 * angle.yaw) * 0.2 : 0;
  return { ...angle, yaw: angle.yaw - nearer };
}

function finish(canvas: Canvas, f: Figure, head: HeadDrawing): FigureDrawing {
  const [right, left] = f.bones.arms;
  const body = bounds(canvas);
  const x = Math.min(body.x, head.headBox.x);
  const y = Math.min(body.y, head.headBox.y);
  const width = Math.max(body.x + body.width, head.headBox.x + head.headBox.width) - x;
  const height = Math.max(body.y + body.height, head.headBox.y + head.headBox.height) - y;
  return {
    svg: canvas.parts.join(''), outline: canvas.outline.join('') + head.outline,
    bodyBox: { x, y, width, height }, faceBox: head.faceBox, headBox: head.headBox, mouth: head.mouth,
    hands: [toPicture(f.view, palmOf(f, right)), toPicture(f.view, palmOf(f, left))], contact: contactOf(f),
  };
}
