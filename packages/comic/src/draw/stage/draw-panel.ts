/** The storyboard artist: draws one panel of the script into a picture of a given size. */
import type { Box, Point } from '../../model/geometry.ts';
import type { PanelCharacter } from '../../model/book.ts';
import { isIndoors } from '../../model/indoors.ts';
import { seededRandom } from '../../model/random.ts';
import { project } from '../camera.ts';
import { num } from '../pen/path.ts';
import { halo, makePen, type Paints } from '../pen/pen.ts';
import { artFinish } from '../style/art-finish.ts';
import { dressingOf, type Dressing } from '../style/dressing.ts';
import { moodLight } from '../style/mood-light.ts';
import type { FigureDrawing, Painters, PanelDrawing, PlaceDrawing, PlaceSpec, PropDrawing } from '../types.ts';
import { drawCrowd } from './crowd.ts';
import { actorsOf, drawPeople, type DrawnPerson, type Scenery } from './draw-people.ts';
import { frameShot } from './frame-shot.ts';
import { headGlow } from './glow.ts';
import { drawInsert } from './insert.ts';
import { drawShoulder } from './over-shoulder.ts';
import { inView, shotOf, SITS, subjectOf } from './panel-people.ts';
import type { PanelScene } from './scene-of.ts';
import { drawSeat, SEAT_CM, type SeatKind } from './seat.ts';
import { groundShadow } from './shadow.ts';
import { seatUnder, standPeople, type PictureSize } from './stand-people.ts';
import { standProp } from './stand-props.ts';
import { tiltPicture } from './tilt-picture.ts';
import { angleOf } from './turn-figure.ts';
import { SHOWN_BY_PLACE } from '../prop/shown-by-place.ts';
import { viewFrom } from './view-from.ts';
import { drawWorkedThing } from './worked-thing.ts';

/** Draws `at` into a picture of `size` u; `textArea` is the room its bubbles will need, u². */
export function drawPanel(painters: Painters, paints: Paints, at: PanelScene, size: PictureSize, textArea: number): PanelDrawing {
  const dressing = dressingOf(at.style, paints);
  if (!dressing) return drawScene(painters, paints, at, size, textArea);
  const drawn = drawScene(dressing.painters(painters), paints, { ...at, cast: dressing.cast(at.cast) }, size, textArea, dressing);
  return { ...drawn, svg: dressing.defs() + drawn.svg };
}

function drawScene(painters: Painters, paints: Paints, at: PanelScene, size: PictureSize, textArea: number, dressing?: Dressing): PanelDrawing {
  const random = seededRandom(`${at.seed}:${at.panel.id}`);
  const pen = dressing ? dressing.pen(random) : makePen(paints, random);
  const textShare = Math.min(0.6, textArea / (size.width * size.height));
  if (at.panel.shot === 'insert' && at.panel.props.length > 0) {
    const insert = drawInsert(painters, pen, at, size, textShare);
    return dressing ? { ...insert, svg: dressing.touch(insert.svg, 'people') } : insert;
  }
  const { seen, listener } = inView(at, size);
  const subjects = seen.map((person) => subjectOf(person, at.cast.get(person.id)!));
  const framing = viewFrom(frameShot({ shot: shotOf(at, size) }, subjects, size, textShare), at.view, subjects);
  return compose({ painters, pen, at, size, framing, people: seen, hasShoulder: listener !== undefined, ...(listener ? { listener } : {}), random, ...(dressing ? { dressing } : {}) });
}

type Composition = Scenery & { listener?: PanelCharacter; dressing?: Dressing };

function compose(c: Composition): PanelDrawing {
  const { pen, size, framing } = c;
  const { panel } = c.at;
  const place = turned(c.painters.place(pen, placeSpec(c), framing.camera), c);
  const figures = drawPeople(c, standPeople(c));
  const effects = drawEffects(c, figures.map((figure) => figure.drawing), figures.map(({ drawing }) => drawing.faceBox));
  const isPlain = effects.some((effect) => effect.hidesPlace);
  const darkness = isPlain ? Math.max(...effects.map((effect) => effect.darkness)) : place.darkness;
  const crowd = isPlain || panel.crowd === 0 ? '' : drawCrowd(pen, c.painters.figure, framing.camera, { count: panel.crowd, random: c.random.fork('crowd'), era: c.at.place.era, sitting: false, pitch: framing.pitch });
  const glow = isPlain || framing.detail > 0.95 || darkness > 0.2 ? '' : headGlow(pen, figures.map((figure) => figure.drawing.headBox), pen.paints.isColour ? 0.45 : 0.85);
  const hasRim = darkness > 0.12 || effects.length > 0 || crowd !== '';
  const supports = figures.map((figure) => underneath(c, figure, isPlain));
  // All shadows lie below all seats, or a neighbour's shadow falls on the wood.
  const shadows = supports.map(({ shadow }) => shadow).join('') + supports.map(({ seat }) => seat).join('');
  const things = workedThings(c, figures);
  const bodies = figures.map(({ drawing }) => (hasRim ? halo(pen, drawing.outline, (darkness > 0.5 ? 5 : 3.5) * (c.dressing?.treatment?.rim ?? 1)) : '') + (panel.effects.includes('silhouette') ? `<path d="${drawing.outline}" fill="${pen.paints.line}"/>` : drawing.svg)).join('');
  const shoulder = c.listener ? drawShoulder(c.painters, pen, c.at, c.listener, size, figures[0]?.at.screenX ?? size.width / 2) : undefined;
  const loose = isPlain || framing.detail < 0.6 ? undefined : standProp(c.painters, pen, framing.camera, looseThings(c.at), { distance: framing.distance, takenX: figures.map(({ at }) => at.screenX) });
  const [back, people, front] = [
    (isPlain ? '' : place.far + place.middle), (loose?.svg ?? '') + shadows + things + bodies, (isPlain ? '' : place.near),
  ];
  const over = (shoulder?.svg ?? '') + (isPlain ? '' : place.weather) + effects.map((effect) => effect.over).join('');
  const behind = effects.map((effect) => effect.behind).join('');
  const svg = c.dressing ? dressed(c, { dressing: c.dressing, figures, isPlain, layers: { back, crowd, glow, behind, people, front, over } }) : back + crowd + glow + behind + people + front + over;
  const tilt = tiltPicture(panel.tilt, size);
  return {
    svg: tilt.wrap(svg),
    people: figures.map(({ at, drawing }) => ({ id: at.person.id, faceBox: tilt.box(drawing.faceBox), headBox: tilt.box(drawing.headBox), bodyBox: tilt.box(drawing.bodyBox), mouth: tilt.point(drawing.mouth) })),
    keepFree: figures.flatMap(({ at, drawing }) => (at.person.holds ? drawing.hands.map((hand) => tilt.box(around(hand, 40))) : [])),
    credits: creditsOf(c, loose),
  };
}

/** The camera on the other side: what was on the left of the place is on its right. */
function turned(place: PlaceDrawing, { at, size }: Composition): PlaceDrawing {
  if (at.view?.isTurned !== true) return place;
  const flip = (svg: string): string => (svg === '' ? '' : `<g transform="matrix(-1 0 0 1 ${num(size.width)} 0)">${svg}</g>`);
  return { ...place, far: flip(place.far), middle: flip(place.middle), near: flip(place.near) };
}

type Layers = Record<'back' | 'crowd' | 'glow' | 'behind' | 'people' | 'front' | 'over', string>;

/** The layers gone over by the hand of the style, in the light of its mood. */
function dressed(c: Composition, { dressing, figures, isPlain, layers }: { dressing: Dressing; figures: readonly DrawnPerson[]; isPlain: boolean; layers: Layers }): string {
  const faces = figures.map(({ drawing }) => drawing.faceBox);
  const [left, right] = [Math.min(...faces.map((box) => box.x)), Math.max(...faces.map((box) => box.x + box.width))];
  const [top, bottom] = [Math.min(...faces.map((box) => box.y)), Math.max(...faces.map((box) => box.y + box.height))];
  const focus = faces.length > 0 ? { x: (left + right) / 2, y: (top + bottom) / 2 } : { x: c.size.width / 2, y: c.size.height * 0.45 };
  const finish = artFinish(c.pen, c.at.style?.art ?? 'none', { ...c.size, faces, random: c.random.fork('art') });
  const light = moodLight(c.pen, c.at.style?.mood ?? 'none', { ...c.size, focus, faces, random: c.random.fork('mood'), isPlain });
  const { touch } = dressing;
  const back = (dressing.treatment?.place ?? 1) < 0.2 && figures.length > 0 && !isPlain ? veil(c) : '';
  return touch(layers.back, 'place') + back + (isPlain ? '' : finish.behind) + light.behind + touch(layers.crowd, 'people') + layers.glow + layers.behind + touch(layers.people, 'people') + touch(layers.front, 'place') + touch(layers.over, 'people') + finish.over + light.over;
}

/** A plain style leaves of the place what is seen through paper. */
function veil({ pen, size }: Composition): string {
  return `<path d="M-30 -30L${size.width + 30} -30L${size.width + 30} ${size.height + 30}L-30 ${size.height + 30}Z" fill="${pen.paints.paper}" fill-opacity="0.72"/>`;
}

/** What holds a person to the ground: the shadow, and a seat under who sits, also where no place is shown. */
function underneath(c: Composition, { at, drawing }: DrawnPerson, isPlain: boolean): { shadow: string; seat: string } {
  const { pen, framing } = c;
  const light = { time: c.at.scene.time, isIndoors: isIndoors(c.at.place.kind), flatness: framing.pitch > 0.3 ? 0.55 : 0.16 };
  const shadow = framing.detail > 0.6 && at.person.contact?.how !== 'climb' ? groundShadow(pen, { ...drawing.contact, width: Math.min(drawing.contact.width, at.scale * 60) }, light) : '';
  if (!SITS.has(at.person.pose)) return { shadow, seat: '' };
  const base = seatUnder(framing, at);
  const isSeen = project(framing.camera, { ...base, y: SEAT_CM }).y < c.size.height;
  if (!isSeen && (isPlain || framing.detail <= 0.3)) return { shadow, seat: '' };
  // A bench or thwart belongs to its place; on an empty ground one chair says enough.
  const kind = seatKind(c.at.place.kind, light.isIndoors);
  const ground = project(framing.camera, { ...base, y: 0 });
  const under = isPlain ? groundShadow(pen, { ...ground, width: ground.scale * 60 }, light) : '';
  return { shadow: under + shadow, seat: drawSeat(pen, framing.camera, base, { kind: isPlain && kind !== 'seat' ? 'chair' : kind }) };
}

function seatKind(place: PlaceSpec['kind'], isInside: boolean): SeatKind {
  if (place === 'boat') return 'thwart';
  if (place === 'train' || place === 'bus' || place === 'car' || place === 'airport' || place === 'theatre' || place === 'spaceship') return 'seat';
  return isInside ? 'chair' : 'bench';
}

/** The door, rope or ladder at somebody's hands; who pulls together pulls one rope. */
function workedThings(c: Composition, figures: readonly DrawnPerson[]): string {
  const workers = figures.filter(({ at }) => at.person.contact?.thing !== undefined);
  const done = new Set<string>();
  return workers.map(({ at, drawing }) => {
    const { how, thing } = at.person.contact!;
    if (thing === undefined || (how !== 'push' && how !== 'pull' && how !== 'climb') || (how !== 'climb' && done.has(thing))) return '';
    done.add(thing);
    const toRight = angleOf(at.person, 0).yaw >= 0;
    const mates = how === 'climb' ? [] : workers.filter((other) => other.at !== at && other.at.person.contact!.thing === thing);
    const hands = [...drawing.hands, ...mates.flatMap((mate) => mate.drawing.hands)];
    const first = mates.reduce((front, mate) => ((mate.at.feet.x - front.feet.x) * (toRight ? 1 : -1) > 0 ? mate.at : front), at);
    return drawWorkedThing(c.pen, how, thing, { hands, groundY: first.feet.y, scale: first.scale, toRight, size: c.size });
  }).join('');
}

/** Nouns of the panel that nobody holds and that are nobody. */
function looseThings(at: PanelScene): string[] {
  const held = new Set([...at.panel.characters.flatMap((person) => [person.holds, person.contact?.thing]), ...(SHOWN_BY_PLACE[at.place.kind] ?? [])]);
  return at.panel.props.map((prop) => prop.noun).filter((noun) => !held.has(noun) && !actorsOf(at).has(noun));
}

/** Whose drawings are in the picture: of what stands in it and of what is held. */
function creditsOf(c: Composition, thing: PropDrawing | undefined): string[] {
  const held = c.people.flatMap((person) => (person.holds ? (c.painters.prop(c.pen, person.holds, { base: { x: 0, y: 0 }, size: 10 })?.credit ?? []) : []));
  return [...new Set([...held, ...(thing?.credit ? [thing.credit] : [])])];
}

function placeSpec(c: Composition): PlaceSpec {
  const { place, scene, seed } = c.at;
  return { kind: place.kind, era: place.era, time: scene.time, weather: scene.weather, season: scene.season, mood: scene.mood, seed: seed * 31 + Number.parseInt(place.id.replace(/\D/g, '') || '0', 10), detail: c.framing.detail * (c.dressing?.treatment?.place ?? 1) };
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
