/** The storyboard artist: draws one panel of the script into a picture of a given size. */
import type { Box, Point } from '../../model/geometry.ts';
import type { Character, PanelCharacter } from '../../model/book.ts';
import type { Effect, Pose, Shot } from '../../model/kinds.ts';
import { seededRandom, type Random } from '../../model/random.ts';
import { project, type Camera } from '../camera.ts';
import { headHeightOf } from '../figure/body.ts';
import { halo, makePen, type Paints, type Pen } from '../pen/pen.ts';
import type { FigureDrawing, Painters, PanelDrawing, PlaceDrawing, PlaceSpec, PropDrawing } from '../types.ts';
import { drawCrowd, heightOf } from './crowd.ts';
import { crownShare, frameShot, spanOf, type Framing, type Subject } from './frame-shot.ts';
import { headGlow } from './glow.ts';
import { drawInsert } from './insert.ts';
import { drawShoulder } from './over-shoulder.ts';
import { outfitAt, type PanelScene } from './scene-of.ts';
import { drawSeat } from './seat.ts';
import { standProp } from './stand-props.ts';
import { groundShadow } from './shadow.ts';
import { tiltPicture } from './tilt-picture.ts';
import { angleOf } from './turn-figure.ts';
import { isIndoors } from '../../model/indoors.ts';

export type PictureSize = { width: number; height: number };

/** Draws `at` into a picture of `size` u; `textArea` is the room its bubbles will need, u². */
export function drawPanel(painters: Painters, paints: Paints, at: PanelScene, size: PictureSize, textArea: number): PanelDrawing {
  const random = seededRandom(`${at.seed}:${at.panel.id}`);
  const pen = makePen(paints, random);
  const textShare = Math.min(0.6, textArea / (size.width * size.height));
  const people = inView(at, size);
  if (at.panel.shot === 'insert' && at.panel.props.length > 0) return drawInsert(painters, pen, at, size, textShare);
  const listener = at.panel.shot === 'over-shoulder' && people.length > 1 ? people.find((person) => !isSpeaker(at, person.id)) : undefined;
  const seen = people.filter((person) => person !== listener);
  const framing = frameShot({ shot: shotOf(at, size) }, seen.map((person) => subjectOf(person, at.cast.get(person.id)!)), size, textShare);
  return compose({ painters, pen, at, size, framing, people: seen, listener, random });
}

const HIDES_PLACE = new Set<Effect>(['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers']);

/**
 * Without a place to show, a far shot would only make people small; eyes alone need a wide picture;
 * and one person in a strip is seen nearer, or the strip is empty.
 */
function shotOf({ panel }: PanelScene, size: PictureSize): Shot {
  const aspect = size.width / size.height;
  const speakers = new Set(panel.lines.flatMap((line) => line.speakerId ?? []));
  if (panel.shot === 'extreme-close-up' && (aspect < 1.15 || speakers.size > 1)) return 'close-up';
  if (panel.characters.length === 1 && aspect > 2.2) {
    if (panel.shot === 'close-up') return 'extreme-close-up';
    if (panel.shot === 'bust' || panel.shot === 'medium') return 'close-up';
  }
  const isFar = panel.shot === 'wide' || panel.shot === 'establishing';
  return isFar && panel.characters.length > 0 && panel.effects.some((effect) => HIDES_PLACE.has(effect)) ? 'full' : panel.shot;
}

type Composition = { painters: Painters; pen: Pen; at: PanelScene; size: PictureSize; framing: Framing; people: PanelCharacter[]; listener?: PanelCharacter; random: Random };

function compose(c: Composition): PanelDrawing {
  const { pen, size, framing } = c;
  const place = c.painters.place(pen, placeSpec(c), framing.camera);
  const standing = standPeople(c, place);
  const figures = standing.map((person) => ({ ...person, drawing: drawInFrame(c, person) }));
  const keep = figures.flatMap(({ drawing }) => [drawing.faceBox]);
  const effects = drawEffects(c, figures.map((figure) => figure.drawing), keep);
  const darkness = effects.some((effect) => effect.hidesPlace) ? Math.max(...effects.map((effect) => effect.darkness)) : place.darkness;
  const isPlain = effects.some((effect) => effect.hidesPlace);
  const crowd = isPlain || c.at.panel.crowd === 0 ? '' : drawCrowd(pen, c.painters.figure, framing.camera, { count: c.at.panel.crowd, random: c.random.fork('crowd'), era: c.at.place.era, sitting: false, pitch: framing.pitch });
  const isBlack = c.at.panel.effects.includes('silhouette');
  const glow = isPlain || framing.detail > 0.95 || darkness > 0.2 ? '' : headGlow(pen, figures.map((figure) => figure.drawing.headBox), pen.paints.isColour ? 0.45 : 0.85);
  const body = figures.map(({ person, drawing, ...at }) => {
    const seat = SITS.has(person.pose) && framing.detail > 0.3 && framing.pitch < 0.3 ? drawSeat(pen, framing.camera, seatUnder(c, person, at), { isBench: !isIndoors(c.at.place.kind) }) : '';
    const shadow = framing.detail > 0.6 ? groundShadow(pen, { ...drawing.contact, width: Math.min(drawing.contact.width, at.scale * 50) }, { time: c.at.scene.time, isIndoors: isIndoors(c.at.place.kind), flatness: framing.pitch > 0.3 ? 0.55 : 0.16 }) : '';
    const rim = darkness > 0.12 || effects.length > 0 || crowd !== '' ? halo(pen, drawing.outline, darkness > 0.5 ? 5 : 3.5) : '';
    return shadow + seat + rim + (isBlack ? `<path d="${drawing.outline}" fill="${pen.paints.line}"/>` : drawing.svg);
  });
  const shoulder = c.listener ? drawShoulder(c.painters, pen, c.at, c.listener, size, standing[0]?.screenX ?? size.width / 2) : undefined;
  const thing = isPlain || framing.detail < 0.6 ? undefined : standProp(c.painters, pen, framing.camera, loose(c.at), { distance: framing.distance, takenX: standing.map((person) => person.screenX) });
  const backdrop = isPlain ? '' : place.far + place.middle;
  const svg = backdrop + crowd + glow + effects.map((effect) => effect.behind).join('') + (thing?.svg ?? '') + body.join('') + (isPlain ? '' : place.near) + (shoulder?.svg ?? '') + (isPlain ? '' : place.weather) + effects.map((effect) => effect.over).join('');
  const tilt = tiltPicture(c.at.panel.tilt, size);
  return {
    svg: tilt.wrap(svg),
    people: figures.map(({ person, drawing }) => ({ id: person.id, faceBox: tilt.box(drawing.faceBox), headBox: tilt.box(drawing.headBox), bodyBox: tilt.box(drawing.bodyBox), mouth: tilt.point(drawing.mouth) })),
    keepFree: figures.flatMap(({ person, drawing }) => (person.holds ? drawing.hands.map((hand) => tilt.box(around(hand, 40))) : [])),
    credits: creditsOf(c, thing),
  };
}

/** Nouns of the panel that nobody holds and that are nobody. */
function loose(at: PanelScene): string[] {
  const held = new Set(at.panel.characters.map((person) => person.holds));
  return at.panel.props.map((prop) => prop.noun).filter((noun) => !held.has(noun) && !actors(at).has(noun));
}

/** Nouns of those who act: the rabbit of the story is no thing beside it. */
function actors(at: PanelScene): Set<string> {
  return new Set([...at.cast.values()].flatMap(({ look }) => [look.animal ?? '', look.being]));
}

/** Whose drawings are in the picture: of what stands in it and of what is held. */
function creditsOf(c: Composition, thing: PropDrawing | undefined): string[] {
  const held = c.people.flatMap((person) => (person.holds ? (c.painters.prop(c.pen, person.holds, { base: { x: 0, y: 0 }, size: 10 })?.credit ?? []) : []));
  return [...new Set([...held, ...(thing?.credit ? [thing.credit] : [])])];
}

function peopleOf(at: PanelScene): PanelCharacter[] {
  return at.panel.characters.filter((person) => at.cast.has(person.id));
}

/** Eyes alone are one person's: who says nothing is out of the picture. */
function inView(at: PanelScene, size: PictureSize): PanelCharacter[] {
  const people = peopleOf(at);
  if (shotOf(at, size) !== 'extreme-close-up' || people.length < 2) return people;
  const speakers = people.filter((person) => isSpeaker(at, person.id));
  return speakers.length > 0 ? speakers : people.slice(0, 1);
}

function isSpeaker(at: PanelScene, id: string): boolean {
  return at.panel.lines.some((line) => line.speakerId === id && line.kind !== 'narration');
}

function subjectOf(person: PanelCharacter, character: Character): Subject {
  const height = heightOf(character.look);
  return { id: person.id, x: person.x, depth: person.depth, height, crown: crownOf(person, character), head: headHeight(character), width: spanOf(person.pose) * (character.look.build === 'heavy' ? 1.2 : 1) };
}

/** Height of the crown in the pose, cm: a chair is as high for a child as for its father. */
function crownOf(person: PanelCharacter, { look }: Character): number {
  const height = heightOf(look);
  if (!SITS.has(person.pose)) return height * crownShare(person.pose);
  return CHAIR_CM + height * (look.age === 'child' || look.being === 'animal' ? 0.58 : 0.52);
}

const CHAIR_CM = 43;

function headHeight(character: Character): number {
  return headHeightOf(character.look);
}

function placeSpec(c: Composition): PlaceSpec {
  const { place, scene, seed } = c.at;
  return { kind: place.kind, era: place.era, time: scene.time, weather: scene.weather, season: scene.season, mood: scene.mood, seed: seed * 31 + Number.parseInt(place.id.replace(/\D/g, '') || '0', 10), detail: c.framing.detail };
}

type Standing = { person: PanelCharacter; character: Character; feet: Point; scale: number; screenX: number; z: number };

/** Puts everybody on the ground of the camera; painted from the farthest to the nearest. */
function standPeople(c: Composition, place: PlaceDrawing): Standing[] {
  const { camera, distance } = c.framing;
  const spread = spreadOf(c);
  void place;
  return c.people.map((person, i) => {
    const character = c.at.cast.get(person.id)!;
    const z = distance * (1 + (c.people.length > 2 ? person.depth * 0.35 : person.depth * 0.1));
    const feet = groundPoint(camera, spread[i]! * c.size.width, z);
    return { person, character, feet, scale: feet.scale, screenX: feet.x, z };
  }).sort((a, b) => b.z - a.z);
}

function groundPoint(camera: Camera, screenX: number, z: number): Point & { scale: number } {
  const atCentre = project(camera, { x: 0, y: 0, z });
  return project(camera, { x: (screenX - camera.centre.x) / atCentre.scale, y: 0, z });
}

const TOUCHING = new Set<Pose>(['hug', 'push', 'punch', 'kick']);

/** Where people stand across the picture, 0..1: one alone leaves room before the face; several share the width. */
function spreadOf(c: Composition): number[] {
  const { people, size } = c;
  if (people.length === 1) {
    const person = people[0]!;
    const looksRight = person.facing === 'right' || person.facing === 'right-profile';
    const looksLeft = person.facing === 'left' || person.facing === 'left-profile';
    const isWide = size.width / size.height > 1.3;
    const shift = c.listener ? 0.13 : isWide ? 0.15 : 0.06;
    return [0.5 + (looksRight ? -shift : looksLeft ? shift : 0)];
  }
  const far = c.at.panel.shot === 'wide' || c.at.panel.shot === 'establishing' || c.at.panel.shot === 'birds-eye';
  if (!far) {
    // People who talk stand within reach of each other, however wide the picture; who embrace, close.
    const apart = Math.max(...people.map((person) => person.x)) - Math.min(...people.map((person) => person.x));
    const { scale } = project(c.framing.camera, { x: 0, y: 0, z: c.framing.distance });
    const most = (people.some((person) => TOUCHING.has(person.pose)) ? 48 : 118) * (people.length - 1) * scale;
    const usual = (people.length === 2 ? 0.98 : 1.12) * apart * size.width;
    const factor = apart === 0 ? 0 : Math.min(usual, most) / (apart * size.width);
    return people.map((person) => 0.5 + (person.x - 0.5) * factor);
  }
  return people.map((person) => 0.5 + (person.x - 0.5) * 0.75);
}

const SITS = new Set<Pose>(['sit-chair', 'write']);

/** The hips are behind the feet, away from where the person looks. */
function seatUnder(c: Composition, person: PanelCharacter, at: { screenX: number; z: number }): { x: number; z: number } {
  const { camera, pitch } = c.framing;
  const { scale } = project(camera, { x: 0, y: 0, z: at.z });
  const { yaw } = angleOf(person, pitch);
  return { x: (at.screenX - camera.centre.x) / scale - Math.sin(yaw) * 8, z: at.z + Math.cos(yaw) * 6 };
}

const NEAR = new Set<Shot>(['extreme-close-up', 'close-up', 'bust', 'over-shoulder', 'medium', 'insert']);

/** A pose may lean the head far from above the feet: near shots are aimed at the head itself. */
function drawInFrame(c: Composition, at: Standing): FigureDrawing {
  const drawing = drawPerson(c, at);
  if (!NEAR.has(c.at.panel.shot)) return headInside(c, at, drawing);
  const { faceBox } = drawing;
  const head = headHeight(at.character) * at.scale;
  const crownY = lifted(c, project(c.framing.camera, { x: 0, y: crownOf(at.person, at.character), z: at.z }).y);
  const dx = at.screenX - (faceBox.x + faceBox.width / 2);
  const dy = crownY + head * 0.5 - (faceBox.y + faceBox.height / 2);
  if (Math.abs(dx) < head * 0.4 && Math.abs(dy) < head * 0.2) return headInside(c, at, drawing);
  const aimed = { ...at, feet: { x: at.feet.x + dx, y: at.feet.y + dy } };
  return headInside(c, aimed, drawPerson(c, aimed));
}

/** A leap may leave the picture with its hands, never with the head; close-ups crop on purpose. */
function headInside(c: Composition, at: Standing, drawing: FigureDrawing): FigureDrawing {
  if (shotOf(c.at, c.size).endsWith('close-up') || c.framing.pitch > 0) return drawing;
  const { headBox, faceBox } = drawing;
  const down = Math.max(0, 8 - headBox.y);
  const aside = Math.max(0, 10 - faceBox.x) - Math.max(0, faceBox.x + faceBox.width + 10 - c.size.width);
  return down > 0 || Math.abs(aside) > 1 ? drawPerson(c, { ...at, feet: { x: at.feet.x + aside, y: at.feet.y + down } }) : drawing;
}

/** Feet are not seen in near shots: a child is lifted a third of the way to the tallest, as artists cheat. */
function lifted(c: Composition, crownY: number): number {
  const { camera, distance } = c.framing;
  const tallest = Math.max(...c.people.map((person) => crownOf(person, c.at.cast.get(person.id)!)));
  const top = project(camera, { x: 0, y: tallest, z: distance }).y;
  return crownY - Math.max(0, crownY - top) * 0.36;
}

function drawPerson(c: Composition, at: Standing): FigureDrawing {
  const { person, character } = at;
  const talks = c.at.panel.lines.some((line) => line.speakerId === person.id && (line.kind === 'speech' || line.kind === 'shout'));
  const loud = c.at.panel.lines.some((line) => line.speakerId === person.id && line.kind === 'shout');
  return c.painters.figure({ ...c.pen, random: c.random.fork(person.id) }, {
    look: character.look, outfit: outfitAt(character, c.at.scene.id, c.at.sceneIds, person.outfitId), expression: person.expression, pose: person.pose,
    angle: angleOf(person, c.framing.pitch), holds: person.holds !== undefined && actors(c.at).has(person.holds) ? undefined : person.holds, talk: loud ? 1 : talks ? 0.5 : 0,
  }, { feet: at.feet, scale: at.scale });
}

function drawEffects(c: Composition, figures: readonly FigureDrawing[], keep: Box[]) {
  const main = figures.at(-1);
  const focus = main ? { x: main.faceBox.x + main.faceBox.width / 2, y: main.faceBox.y + main.faceBox.height / 2 } : { x: c.size.width / 2, y: c.size.height / 2 };
  const facing = c.people[0]?.facing;
  return c.at.panel.effects.map((effect) => c.painters.effect(c.pen, effect, { ...c.size, focus, keep, toRight: facing === 'right' || facing === 'right-profile' || facing === 'front', strength: 0.7 }));
}

function around(p: Point, half: number): Box {
  return { x: p.x - half, y: p.y - half, width: half * 2, height: half * 2 };
}
