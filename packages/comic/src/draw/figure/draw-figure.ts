/** The built-in artist's people: one jointed body, posed, dressed, turned and inked. */
import type { Point } from '../../model/geometry.ts';
import { drawHead as drawOwnHead } from '../head/draw-head.ts';
import type { Pen } from '../pen/pen.ts';
import type { Angle, DrawFigure, DrawHead, FigureDrawing, FigureSpec, HeadDrawing, ReachSpec } from '../types.ts';
import { dressedAs } from './beings.ts';
import { bodyOf, type Body } from './body.ts';
import { bounds, makeCanvas, type Canvas } from './canvas.ts';
import { contactOf } from './ground.ts';
import { drawHold, palmOf, type DrawHeld } from './hold.ts';
import { outfitFor } from './outfits.ts';
import { paintsOf } from './paint.ts';
import type { ArmPose, PoseShape } from './pose.ts';
import { gripping, mirrored, POSE_SHAPES, withGesture } from './poses.ts';
import { solveSkeleton } from './skeleton.ts';
import type { Figure } from './solids.ts';
import { paintFigure } from './stages.ts';
import { angleOf, depthOf, makeView, toBody, toPicture, type View } from './view.ts';

export type { DrawHeld };

type Place = { feet: Point; scale: number };

/** A figure artist with the given head artist; `drawHeld` paints the thing in the hand between palm and fingers. */
export function makeDrawFigure(drawHead: DrawHead, drawHeld?: DrawHeld): DrawFigure {
  return (pen, spec, at) => drawPerson(pen, spec, at, { drawHead, drawHeld });
}

/** Draws a person with the built-in head artist and empty hands. */
export const drawFigure: DrawFigure = makeDrawFigure(drawOwnHead);

function drawPerson(pen: Pen, spec: FigureSpec, at: Place, artists: { drawHead: DrawHead; drawHeld?: DrawHeld }): FigureDrawing {
  const { f, angle, arms, actor } = posed(spec, at);
  const { body } = f;
  const canvas = makeCanvas(pen, f.view.tall);
  const level: Figure = { ...f, view: makeView(angle, at.feet, at.scale, body.height) };
  const head = artists.drawHead(
    pen, { look: spec.look, expression: spec.expression, angle: headAngle(level), talk: spec.talk, ...(spec.gaze ? { gaze: spec.gaze } : {}) },
    { chin: toPicture(f.view, f.bones.chin), unit: body.head * at.scale },
  );
  const { drawHeld } = artists;
  const { holds } = spec;
  const holder = arms[0] ?? actor;
  const held = drawHeld && holds ? { arm: holder, draw: (side: 'front' | 'back'): string => drawHold(f, f.bones.arms[holder], holds, drawHeld, { side, pen, toRight: spec.angle.yaw >= 0 }) } as const : undefined;
  const outfit = dressedAs(spec.look.being, outfitFor(spec.outfit.kind, body.isFeminine));
  const round = arms.filter((_, i) => spec.reach?.[i]?.isRound);
  const over = paintFigure({ canvas, f, spec, outfit, paint: paintsOf(pen, spec.look, spec.outfit), head, held, round });
  return { ...finish(canvas, f, head), ...(over === '' ? {} : { over }) };
}

type Posed = { f: Figure; angle: Angle; /** The arm that took each place to reach. */ arms: (0 | 1)[]; actor: 0 | 1 };

/** The body in its pose, turned and set on the ground, before anything is drawn. */
export function posed(spec: Pick<FigureSpec, 'look' | 'pose' | 'gesture' | 'angle' | 'holds' | 'reach'>, at: Place): Posed {
  const body = bodyOf(spec.look);
  // Who faces left acts with the left hand, so that the deed stays on the reader's side.
  const facesLeft = spec.angle.yaw < -0.05;
  const actor = facesLeft ? 1 : 0;
  const shape: PoseShape = spec.gesture ? withGesture(POSE_SHAPES[spec.pose], POSE_SHAPES[spec.gesture]) : POSE_SHAPES[spec.pose];
  const free = facesLeft ? { ...mirrored(shape), isTurnedRound: true } : shape;
  const gripped = spec.holds ? gripping(free, actor) : free;
  const angle = bodyAngle(spec.angle, gripped, facesLeft);
  const view = makeView(tipped(angle), at.feet, at.scale, body.height);
  const { pose, arms } = reaching(body, gripped, view, spec.reach ?? []);
  return { f: { body, bones: solveSkeleton(body, pose), view }, angle, arms, actor };
}

/** The pose with hands at places of the picture; `arms` names the arm that took each place. */
function reaching(body: Body, pose: PoseShape, view: View, places: readonly ReachSpec[]): { pose: PoseShape; arms: (0 | 1)[] } {
  if (places.length === 0) return { pose, arms: [] };
  const { arms: bones } = solveSkeleton(body, pose);
  const free = new Set<0 | 1>([0, 1]);
  const taken = places.slice(0, 2).map(({ at }): 0 | 1 => {
    const far = (arm: 0 | 1): number => {
      const p = toPicture(view, bones[arm].shoulder);
      return Math.hypot(p.x - at.x, p.y - at.y) - depthOf(view, bones[arm].shoulder) * view.scale * 0.6;
    };
    const arm = [...free].sort((a, b) => far(a) - far(b))[0]!;
    free.delete(arm);
    return arm;
  });
  const arms: [ArmPose, ArmPose] = [...pose.arms];
  taken.forEach((arm, i) => (arms[arm] = { goal: toBody(view, places[i]!.at, places[i]!.depth), elbow: [0.6, -1, -0.15], hand: places[i]!.hand, thumb: [0, 1, 0.3] }));
  return { pose: { ...pose, arms }, arms: taken };
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
