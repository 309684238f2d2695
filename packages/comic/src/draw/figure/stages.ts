/** The order of painting one figure: what lies behind, trunk and legs, what comes before them. */
import { speciesFor } from '../head/beings/species.ts';
import type { FigureSpec, HeadDrawing } from '../types.ts';
import { drawArm, isBefore, makeArm, type ArmParts } from './arms.ts';
import { drawJoints, drawTail, drawWisp, hasTail, isTailBefore } from './beings.ts';
import { bareShoulders, dressBodice } from './bodice.ts';
import { contour, fillIn, type Canvas } from './canvas.ts';
import { drawCloakBack, drawCloakFlaps, drawMantle } from './cloak.ts';
import { hoodBehind } from './collar.ts';
import { drawBackpack, drawPauldrons } from './harness.ts';
import { drawApron, drawSkirt } from './drape.ts';
import type { Outfitting } from './garment.ts';
import { areThighsBefore, drawLegs } from './legs.ts';
import type { PaintOf } from './paint.ts';
import { trunk, type Figure, type TrunkLevel } from './solids.ts';
import type { Tube } from './tube.ts';
import { dressTrunk } from './upper.ts';
import { dot, sub, unit } from './vector.ts';
import { depthOf } from './view.ts';
import { drawWaist } from './waist.ts';

type Arm = { parts: ArmParts; isOver: boolean; isRound: boolean; held?: (side: 'front' | 'back') => string };

export type Staged = {
  canvas: Canvas;
  f: Figure;
  spec: FigureSpec;
  outfit: Outfitting;
  paint: PaintOf;
  head: HeadDrawing;
  /** Paints the thing held by one of the arms (0 the person's right). */
  held?: { arm: 0 | 1; draw: (side: 'front' | 'back') => string };
  /** Arms (0 the person's right) that go round somebody nearer to the reader. */
  round?: readonly number[];
};

/** A long top must clear the hips at its hem, thousandths of the height. */
const HEM_EASE: Partial<Record<TrunkLevel, number>> = { crotch: 12, hip: 4 };

/** Paints into the canvas; what is returned belongs over the next figure in front. */
export function paintFigure(s: Staged): string {
  const { f } = s;
  const arms = f.bones.arms.map((a, i): Arm => ({ parts: makeArm(f, a, s.outfit.top.cut), isOver: isBefore(f, a), isRound: s.round?.includes(i) ?? false, held: s.held?.arm === i ? s.held.draw : undefined }));
  const over = arms.filter((a) => a.isOver && !a.isRound).sort((a, b) => depthOf(f.view, a.parts.arm.wrist) - depthOf(f.view, b.parts.arm.wrist));
  paintBehind(s, arms.filter((a) => !a.isOver && !a.isRound));
  const torso = paintTrunkAndLegs(s, over.flatMap((a) => (a.parts.sleeve ?? a.parts.bare)?.tubes ?? []));
  paintBefore(s, over, torso);
  const round = arms.filter((a) => a.isRound);
  const mark = s.canvas.parts.length;
  for (const a of round) put(s, { ...a, isOver: true });
  return s.canvas.parts.splice(mark).join('');
}

function isSeenFromBehind(f: Figure): boolean {
  return depthOf(f.view, f.bones.chestFrame.z) < 0;
}

function isSeated(f: Figure): boolean {
  return f.bones.legs.every((l) => dot(unit(sub(l.hip, l.knee)), f.bones.pelvisFrame.y) < 0.6);
}

function clothOf(s: Staged): string {
  return s.paint(s.outfit.top.role ?? 'top');
}

function put(s: Staged, a: Arm): void {
  drawArm(s.canvas, s.f, a.parts, { outfit: s.outfit, paint: s.paint, isOver: a.isOver, held: a.held, pattern: s.spec.outfit.pattern });
}

function paintBehind(s: Staged, arms: readonly Arm[]): void {
  const { canvas, f, outfit, paint, spec } = s;
  canvas.parts.push(s.head.behind);
  if (outfit.top.collar === 'hood' && !isSeenFromBehind(f)) hoodBehind(canvas, f, clothOf(s));
  if (outfit.extras?.includes('cloak') && !isSeenFromBehind(f)) drawCloakBack(canvas, f, paint('top'));
  if (spec.look.being === 'animal' && hasTail(spec.look.animal) && !isTailBefore(f)) drawTail(canvas, f, furOf(s));
  if (outfit.extras?.includes('backpack') && !isSeenFromBehind(f)) drawBackpack(canvas, f);
  for (const a of arms) put(s, a);
}

/** The tail has the fur of the head. */
function furOf(s: Staged): string {
  const { paints } = s.canvas.pen;
  const { species } = speciesFor(s.spec.look.animal);
  return paints.isColour ? paints.tone(10, species.colour) : species.fur === 'white' ? paints.paper : paints.tone(species.fur === 'light' ? 10 : 20);
}

function paintTrunkAndLegs(s: Staged, roots: readonly Tube[]): Tube {
  const { canvas, f, outfit, paint, spec } = s;
  const isSleeveless = outfit.top.cut === 'none';
  // Who sits does so on the tails of a long top.
  const hem = outfit.top.hem === 'crotch' && isSeated(f) ? 'hip' : outfit.top.hem;
  const torso = trunk(f, { plus: outfit.top.ease, waist: outfit.top.waist, from: hem, hem: HEM_EASE[hem], to: isSleeveless ? 'armpit' : 'neck' });
  const skirt = outfit.skirt && drawSkirt(canvas, f, outfit, paint, spec.outfit);
  const isLate = areThighsBefore(f);
  const isOnePiece = outfit.skirt?.role === (outfit.top.role ?? 'top') && !outfit.top.isTucked && !isLate;
  const upper = (): void => {
    if (isSleeveless) bareShoulders(canvas, f, roots, outfit, paint);
    else contour(canvas, isOnePiece ? roots : [torso, ...roots]);
    if (outfit.top.role === 'skin') return;
    if (isSleeveless && !isOnePiece) contour(canvas, [torso], canvas.weight.detail);
    fillIn(canvas, [torso], clothOf(s));
    if (isSleeveless) dressBodice(canvas, torso, { outfit, spec: spec.outfit, paint });
    else dressTrunk(canvas, f, torso, { outfit: { ...outfit, top: { ...outfit.top, hem } }, spec: spec.outfit, paint });
  };
  const lower = (): void => {
    if (spec.look.being === 'ghost') drawWisp(canvas, f, clothOf(s));
    else drawLegs(canvas, f, outfit, paint, 'early');
    if (isLate) return;
    skirt?.contour();
    // Skirt and trunk of one cloth share one contour: the seam disappears.
    if (isOnePiece) contour(canvas, [torso]);
    skirt?.fill();
  };
  // Seen from above or leaning to the reader, the trunk covers its own waistband.
  const isTuckSeen = outfit.top.isTucked && depthOf(f.view, f.bones.chestFrame.y) < 0.35;
  for (const stage of isTuckSeen ? [upper, lower] : [lower, upper]) stage();
  if (isLate && spec.look.being !== 'ghost') {
    drawLegs(canvas, f, outfit, paint, 'late');
    skirt?.contour();
    skirt?.fill();
  }
  return torso;
}

function paintBefore(s: Staged, over: readonly Arm[], torso: Tube): void {
  const { canvas, f, outfit, paint, spec } = s;
  const has = (extra: NonNullable<Outfitting['extras']>[number]): boolean => outfit.extras?.includes(extra) ?? false;
  drawWaist(canvas, f, outfit, paint);
  if (has('joints')) drawJoints(canvas, f, 'legs', paint('bottom'));
  if (has('apron')) drawApron(canvas, f, torso, outfit, paint);
  const isHigh = (a: Arm): boolean => depthOf(f.view, a.parts.arm.wrist) > depthOf(f.view, f.bones.chin) + f.body.head * 0.12;
  if (has('cloak')) drawCloakFlaps(canvas, f, paint('top'));
  for (const a of over) if (!isHigh(a)) put(s, a);
  if (has('pauldrons')) drawPauldrons(canvas, f, paint('top'));
  if (has('cloak')) drawMantle(canvas, f, paint('top'));
  if (has('backpack') && isSeenFromBehind(f)) drawBackpack(canvas, f);
  if (has('cloak') && isSeenFromBehind(f)) drawCloakBack(canvas, f, paint('top'));
  if (spec.look.being === 'animal' && hasTail(spec.look.animal) && isTailBefore(f)) drawTail(canvas, f, furOf(s));
  if (outfit.top.collar === 'hood' && isSeenFromBehind(f)) hoodBehind(canvas, f, clothOf(s));
  canvas.parts.push(s.head.front);
  for (const a of over) if (isHigh(a)) put(s, a);
  if (has('joints')) drawJoints(canvas, f, 'arms', paint('top'));
}
