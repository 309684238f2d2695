/** Draws the people of a picture: heads in the frame, eyes on each other, hands that meet. */
import type { Box, Point } from '../../model/geometry.ts';
import type { Expression, Pose, Shot } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { project } from '../camera.ts';
import { headHeightOf } from '../figure/body.ts';
import type { Pen } from '../pen/pen.ts';
import type { FigureDrawing, Painters } from '../types.ts';
import { shotOf } from './panel-people.ts';
import { outfitAt, type PanelScene } from './scene-of.ts';
import type { Stage, Standing } from './stand-people.ts';
import { holdsOf, type Hold } from './touch.ts';
import { angleOf } from './turn-figure.ts';

export type Scenery = Stage & { painters: Painters; pen: Pen; random: Random };

export type DrawnPerson = { at: Standing; drawing: FigureDrawing };

/** Everybody in painting order. */
export function drawPeople(c: Scenery, standing: readonly Standing[]): DrawnPerson[] {
  const drawn = standing.map((at): DrawnPerson => drawInFrame(c, at, standing));
  const first = drawn.find(({ at }) => at.person.contact?.with !== undefined && drawn.some((other) => other.at.person.id === at.person.contact?.with));
  if (!first) return drawn;
  const second = drawn.find((other) => other.at.person.id === first.at.person.contact!.with)!;
  return touching(c, drawn, rolesOf(c, first, second), standing);
}

/** In giving the first gives; in a hug the face of who speaks or feels most is seen, and who kneels faces the reader. */
function rolesOf(c: Scenery, a: DrawnPerson, b: DrawnPerson): [DrawnPerson, DrawnPerson] {
  const { how } = a.at.person.contact!;
  if (how === 'give') return (b.at.person.gesture ?? b.at.person.pose) === 'hold-out' ? [b, a] : [a, b];
  const rank = ({ at }: DrawnPerson): number => (at.person.pose === 'kneel' ? 3 : 0) + (c.at.panel.lines.some((line) => line.speakerId === at.person.id) ? 2 : 0) + (at.person.expression === 'neutral' ? 0 : 1);
  return rank(b) > rank(a) ? [b, a] : [a, b];
}

function touching(c: Scenery, drawn: readonly DrawnPerson[], [a, b]: [DrawnPerson, DrawnPerson], standing: readonly Standing[]): DrawnPerson[] {
  const toucher = ({ at }: DrawnPerson): Parameters<typeof holdsOf>[0] => ({ feet: at.feet, scale: at.scale, look: at.character.look, crown: at.crown });
  const [ha, hb] = holdsOf(toucher(a), toucher(b), a.at.person.contact!.how);
  const redrawn = (one: DrawnPerson, hold: Hold): DrawnPerson => ({ at: one.at, drawing: drawPerson(c, one.at, standing, hold) });
  const [first, second] = [redrawn(a, ha), redrawn(b, hb)];
  const others = drawn.filter((one) => one !== a && one !== b);
  // The arms of who stands behind lie on the back of who stands before.
  const front: DrawnPerson = first.drawing.over ? { ...second, drawing: { ...second.drawing, svg: second.drawing.svg + first.drawing.over } } : second;
  return [...others, first, front];
}

const NEAR = new Set<Shot>(['extreme-close-up', 'close-up', 'bust', 'over-shoulder', 'medium', 'insert']);

/** A pose may lean the head far from above the feet: near shots are aimed at the head itself. */
function drawInFrame(c: Scenery, at: Standing, all: readonly Standing[]): DrawnPerson {
  const drawing = drawPerson(c, at, all);
  if (!NEAR.has(c.at.panel.shot)) return headInside(c, { at, drawing }, all);
  const { faceBox } = drawing;
  const head = headHeightOf(at.character.look) * at.scale;
  const crownY = lifted(c, all, project(c.framing.camera, { x: 0, y: at.crown, z: at.z }).y);
  const dx = at.person.contact ? 0 : at.screenX - (faceBox.x + faceBox.width / 2);
  const dy = crownY + head * 0.5 - (faceBox.y + faceBox.height / 2);
  if (Math.abs(dx) < head * 0.4 && Math.abs(dy) < head * 0.2) return headInside(c, { at, drawing }, all);
  const aimed = { ...at, feet: { x: at.feet.x + dx, y: at.feet.y + dy } };
  return headInside(c, { at: aimed, drawing: drawPerson(c, aimed, all) }, all);
}

/** A leap may leave the picture with its hands, never with the head; close-ups crop on purpose. */
function headInside(c: Scenery, one: DrawnPerson, all: readonly Standing[]): DrawnPerson {
  if (shotOf(c.at, c.size).endsWith('close-up') || (c.framing.pitch > 0 && c.at.view === undefined)) return one;
  const { headBox, faceBox } = one.drawing;
  const down = Math.max(0, 8 + c.size.height * 0.035 - headBox.y, underSlant(c, headBox));
  const aside = Math.max(0, 10 - faceBox.x) - Math.max(0, faceBox.x + faceBox.width + 10 - c.size.width);
  if (down <= 0 && Math.abs(aside) <= 1) return one;
  const at = { ...one.at, feet: { x: one.at.feet.x + aside, y: one.at.feet.y + down } };
  return { at, drawing: drawPerson(c, at, all) };
}

/** How far a head must go down to be below a slanted upper edge, u. A head that leaves the slant only with its hair is not moved. */
function underSlant({ size, at }: Scenery, { x, y, width, height }: Box): number {
  const { topAt } = size;
  if (!topAt) return 0;
  const crown = [0.2, 0.5, 0.8].map((share) => x + width * share);
  // A take of another view may be mirrored behind our back: then the edge slants the other way.
  const edge = Math.max(...crown.flatMap((cx) => (at.view ? [topAt(cx), topAt(size.width - cx)] : [topAt(cx)])));
  const cut = edge - y;
  return cut > height * 0.06 ? Math.min(cut + 6, size.height * 0.3) : 0;
}

/** Feet are not seen in near shots: a child is lifted a third of the way to the tallest, as artists cheat. */
function lifted(c: Scenery, all: readonly Standing[], crownY: number): number {
  const { camera, distance } = c.framing;
  const top = project(camera, { x: 0, y: Math.max(...all.map((one) => one.crown)), z: distance }).y;
  return crownY - Math.max(0, crownY - top) * 0.36;
}

function drawPerson(c: Scenery, at: Standing, all: readonly Standing[], hold?: Hold): FigureDrawing {
  const { person, character } = at;
  const lines = c.at.panel.lines.filter((line) => line.speakerId === person.id);
  const talk = lines.some((line) => line.kind === 'shout') ? 1 : lines.some((line) => line.kind === 'speech') ? 0.5 : 0;
  const angle = angleOf(person, c.framing.pitch);
  const gaze = gazeAt(c, at, all, hold?.yaw ?? angle.yaw);
  return c.painters.figure({ ...c.pen, random: c.random.fork(person.id) }, {
    look: character.look, outfit: outfitAt(character, c.at.scene.id, c.at.sceneIds, person.outfitId), expression: person.expression, pose: person.pose, ...(person.gesture ? { gesture: person.gesture } : {}),
    angle: hold?.yaw === undefined ? angle : { ...angle, yaw: hold.yaw }, ...(hold ? { reach: hold.reach } : {}), ...(gaze ? { gaze } : {}),
    holds: person.holds !== undefined && actorsOf(c.at).has(person.holds) ? undefined : person.holds, talk,
  }, { feet: at.feet, scale: at.scale });
}

/** Faces whose eyes have a way of their own. */
const OWN_GAZE = new Set<Expression>(['embarrassed', 'thinking', 'tired', 'asleep', 'sad', 'cry', 'blank']);
const LOOKS_AWAY = new Set<Pose>(['look-up', 'look-back', 'read', 'write', 'think', 'head-in-hands', 'sleep', 'lie', 'cook', 'hug']);

/** Eyes rest on who speaks, the speaker's on the nearest other. */
function gazeAt(c: Scenery, at: Standing, all: readonly Standing[], yaw: number): Point | undefined {
  const others = all.filter((other) => other.person.id !== at.person.id);
  if (others.length === 0 || OWN_GAZE.has(at.person.expression) || LOOKS_AWAY.has(at.person.gesture ?? at.person.pose) || Math.abs(yaw) > 1.7) return undefined;
  const speaks = (other: Standing): number => (c.at.panel.lines.some((line) => line.speakerId === other.person.id) ? 0 : c.size.width);
  const target = others.toSorted((a, b) => speaks(a) + Math.abs(a.screenX - at.screenX) - speaks(b) - Math.abs(b.screenX - at.screenX))[0]!;
  const side = Math.sign(target.screenX - at.screenX) || 1;
  const isTurned = Math.sign(yaw) === side && Math.abs(yaw) > 0.4;
  const eyeLine = (one: Standing): number => one.feet.y - (one.crown - headHeightOf(one.character.look) * 0.5) * one.scale;
  const rise = (eyeLine(target) - eyeLine(at)) / Math.max(40, Math.abs(target.screenX - at.screenX));
  return { x: side * (isTurned ? 0.35 : 0.75), y: Math.max(-0.55, Math.min(0.55, rise * 0.7)) };
}

/** Nouns of those who act: the rabbit of the story is no thing beside it. */
export function actorsOf(at: PanelScene): Set<string> {
  return new Set([...at.cast.values()].flatMap(({ look }) => [look.animal ?? '', look.being]));
}
