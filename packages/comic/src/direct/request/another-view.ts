/** Another view of a panel: the same moment, the same people doing the same, seen from somewhere else. */
import type { Panel, PanelCharacter } from '../../model/book.ts';
import type { Directions } from '../../model/hand-made.ts';
import type { Effect, Facing, Pose, Shot } from '../../model/kinds.ts';
import { seededRandom, type Random } from '../../model/random.ts';
import { TALK } from '../gestures.ts';

/** From near to far. */
export const NEARNESS: readonly Shot[] = ['extreme-close-up', 'close-up', 'bust', 'medium', 'cowboy', 'full', 'wide', 'establishing'];
const OTHER_SIDE: Readonly<Record<Facing, Facing>> = { front: 'left', left: 'right', right: 'left', 'left-profile': 'right-profile', 'right-profile': 'left-profile', back: 'front' };
const PROFILE: Readonly<Record<Facing, Facing>> = { front: 'right-profile', left: 'left-profile', right: 'right-profile', 'left-profile': 'left', 'right-profile': 'right', back: 'left-profile' };
/** Whoever just stands may stand otherwise. */
const IDLE: readonly Pose[] = ['stand', 'stand-relaxed', 'arms-crossed', 'hands-in-pockets', 'stand-hands-hips'];
const HIDES_PLACE: readonly Effect[] = ['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers'];

/**
 * The views follow one another so that each is far from those before it: near, far, low, turned, high. `attempt` counts
 * from 1; a `seed` begins elsewhere in the row. What the script says of deeds, faces, light and weather stays.
 */
export function anotherView(panel: Panel, wish: { attempt: number; seed?: number }): Directions {
  const random = seededRandom(`${wish.seed ?? 0}:${panel.id}`);
  const views = viewsOf(panel, random);
  const start = wish.seed === undefined ? Math.max(0, wish.attempt - 1) : random.integer(0, views.length - 1) + Math.max(0, wish.attempt - 1);
  const view = views[start % views.length]!;
  return inItsPlace(panel, Math.floor(start / views.length) % 2 === 0 ? view : again(view));
}

const FAR = new Set<Shot>(['wide', 'establishing', 'birds-eye']);

/** Small people before nothing are no picture: from afar the place is seen. */
function inItsPlace(panel: Panel, d: Directions): Directions {
  if (!FAR.has(d.shot ?? panel.shot) || !panel.effects.some((effect) => HIDES_PLACE.includes(effect))) return d;
  return { ...d, effects: panel.effects.filter((effect) => !HIDES_PLACE.includes(effect)) };
}

/** The row a second time, from the other side and from elsewhere. */
function again(d: Directions): Directions {
  return { ...d, isMirrored: !d.isMirrored, view: { ...d.view, zoom: Math.min(2, (d.view?.zoom ?? 1) * 1.22), isTurned: !d.view?.isTurned } };
}

function viewsOf(panel: Panel, random: Random): Directions[] {
  if (panel.shot === 'insert' && panel.props.length > 0) return ofThing(panel, random);
  if (panel.characters.length === 0) return ofPlace(panel, random);
  if (panel.characters.length === 1) return ofOne(panel, random);
  return panel.characters.some((person) => person.contact?.with !== undefined) ? ofTouch(panel, random) : ofSeveral(panel, random);
}

/** Nobody in it: the camera walks round the place. */
function ofPlace(panel: Panel, random: Random): Directions[] {
  const lean = random.pick([-9, 9]);
  const side = random.pick([-1, 1]);
  return [
    { shot: panel.shot === 'birds-eye' ? 'wide' : 'birds-eye', tilt: 0 },
    { shot: 'low-angle', view: { rise: -0.45, zoom: 1.35, aside: side, isTurned: true } },
    { tilt: -lean, view: { zoom: 1.5, rise: 0.6, aside: -side } },
    { shot: 'establishing', isMirrored: true, view: { zoom: 0.6, rise: 0.5 } },
    { tilt: lean, view: { zoom: 1.9, rise: -0.15, aside: -side, isTurned: true } },
    { shot: 'birds-eye', isMirrored: true, tilt: -lean, view: { zoom: 1.5 } },
    { isMirrored: true, tilt: lean, view: { zoom: 0.75, rise: -0.5, aside: -side } },
  ];
}

function ofThing(panel: Panel, random: Random): Directions[] {
  const side = random.pick([-1, 1]);
  const people: Directions[] = panel.characters.length === 0 ? [] : [{ shot: 'medium', view: { rise: 0.6, aside: side * 0.6 } }, { shot: 'close-up', view: { isTurned: true, aside: -side * 0.6 } }];
  return [
    { isMirrored: true, tilt: side * 9, view: { zoom: 1.5, inHand: false } },
    ...people.slice(0, 1),
    { view: { zoom: 0.62, aside: side, inHand: false, isTurned: true } },
    { isMirrored: true, tilt: -side * 7, view: { zoom: 1.15, inHand: true, aside: -side * 0.6 } },
    ...people.slice(1),
    { tilt: -side * 14, view: { zoom: 1.9, inHand: false, aside: -side * 0.7 } },
    { view: { zoom: 0.75, inHand: true, aside: side } },
  ];
}

function ofOne(panel: Panel, random: Random): Directions[] {
  const [person] = panel.characters as [PanelCharacter];
  const lean = random.pick([-8, 8]);
  const near = isNear(panel.shot);
  const other = facing(panel, OTHER_SIDE);
  const profile = facing(panel, PROFILE);
  const acted = acting(panel, random);
  // A face that nobody sees tells nothing: only who is calm turns the back.
  const isCalm = person.expression === 'neutral' || person.expression === 'blank' || panel.lines.length === 0;
  return [
    { shot: near ? 'full' : 'close-up', people: merge(other, acted), view: { isTurned: true, aside: near ? lookRoom(other, person) : 0 } },
    { shot: near ? 'low-angle' : 'cowboy', tilt: near ? lean : -lean, ...(near ? {} : { people: profile }), view: near ? { rise: -0.5, zoom: 1.25 } : { zoom: 1.15, rise: -0.8, aside: lookRoom(profile, person) } },
    { shot: 'wide', isMirrored: true, ...(isCalm ? { people: facing(panel, BEHIND) } : {}), view: { zoom: near ? 1 : 0.75, rise: 0.45, aside: near ? 0.9 : -0.9 } },
    { shot: 'bust', tilt: 0, people: profile, ...plain(panel, random), view: { zoom: near ? 0.85 : 1.1, aside: lookRoom(profile, person) } },
    { shot: 'birds-eye', people: other, tilt: lean, view: { zoom: 1.15, isTurned: true } },
    { shot: 'extreme-close-up', isMirrored: true, tilt: -lean },
    { shot: 'medium', people: acted, isMirrored: true, view: { rise: 0.9, zoom: 1.1, aside: -0.7 } },
  ];
}

function ofSeveral(panel: Panel, random: Random): Directions[] {
  const lean = random.pick([-7, 7]);
  const side = random.pick([-1, 1]);
  const speakers = [...new Set(panel.lines.flatMap((line) => (line.kind === 'narration' || line.speakerId === undefined ? [] : [line.speakerId])))];
  const faced = panel.characters.find(({ id }) => id === speakers[0]) ?? (speakers.length === 0 ? panel.characters[0] : undefined);
  const acted = acting(panel, random);
  const alone: Directions = faced && speakers.length <= 1
    ? { shot: isNear(panel.shot) ? 'cowboy' : 'close-up', people: { [faced.id]: { ...acted[faced.id], facing: OTHER_SIDE[faced.facing] } }, view: { only: faced.id, isTurned: true } }
    : { shot: 'bust', people: acted, view: { zoom: 1.3, deep: -side, rise: 0.3, isTurned: true } };
  return [
    { shot: 'medium', tilt: 0, people: acted, view: { deep: side, zoom: 1.25, rise: -0.3, isTurned: true } },
    alone,
    { shot: 'birds-eye', isMirrored: true, view: { zoom: 1.1 } },
    { shot: 'low-angle', tilt: lean, people: acted, view: { rise: -0.5, zoom: 1.35, deep: -side * 0.6, aside: side * 0.5 } },
    { shot: 'wide', isMirrored: true, tilt: 0, view: { zoom: 0.66, rise: 0.5, aside: -side * 0.6, isTurned: true } },
    panel.shot === 'over-shoulder' || panel.characters.length > 2 ? { shot: 'cowboy', tilt: -lean, view: { deep: -side, zoom: 1.4, isTurned: true } } : { shot: 'over-shoulder', isMirrored: true, tilt: -lean * 0.6 },
    { shot: 'full', tilt: -lean, isMirrored: true, view: { rise: 0.85, deep: side, zoom: 0.95 } },
  ];
}

/** Hands that meet are held where they are: here the camera alone moves. */
function ofTouch(_panel: Panel, random: Random): Directions[] {
  const lean = random.pick([-8, 8]);
  const side = random.pick([-1, 1]);
  return [
    { shot: 'medium', isMirrored: true, view: { zoom: 1.5, isTurned: true } },
    { shot: 'wide', view: { zoom: 0.62, aside: side, rise: 0.5, isTurned: true } },
    { shot: 'low-angle', tilt: lean, isMirrored: true, view: { rise: -0.6, zoom: 1.1 } },
    { shot: 'birds-eye', tilt: -lean },
    { shot: 'bust', tilt: -lean, view: { zoom: 1.75, rise: 0.35 } },
    { shot: 'full', isMirrored: true, view: { rise: 0.9, aside: -side, zoom: 0.8 } },
    { shot: 'cowboy', view: { rise: -0.8, zoom: 1.2, isTurned: true, aside: side * 0.6 } },
  ];
}

const BEHIND: Readonly<Record<Facing, Facing>> = { front: 'back', left: 'back', right: 'back', 'left-profile': 'back', 'right-profile': 'back', back: 'left' };

type People = NonNullable<Directions['people']>;

function isNear(shot: Shot): boolean {
  return shot === 'extreme-close-up' || shot === 'close-up' || shot === 'bust' || shot === 'over-shoulder' || shot === 'medium';
}

function facing(panel: Panel, to: Readonly<Record<Facing, Facing>>): People {
  return Object.fromEntries(panel.characters.map((person) => [person.id, { facing: to[person.facing] }]));
}

/** What arms do in talk is the artist's: another gesture of the same feeling, or another way to stand. Deeds stay. */
function acting(panel: Panel, random: Random): People {
  return Object.fromEntries(panel.characters.flatMap((person) => {
    const speaks = panel.lines.some((line) => line.speakerId === person.id && line.kind !== 'narration');
    const gestures = TALK[person.expression] ?? [];
    const shown = person.gesture ?? person.pose;
    if (person.holds !== undefined || person.contact !== undefined || !(IDLE.includes(shown) || gestures.includes(shown))) return [];
    const others = (speaks && gestures.length > 0 ? gestures : IDLE).filter((pose) => pose !== shown);
    if (others.length === 0) return [];
    const pose = random.fork(person.id).pick(others);
    // Who sits goes on sitting.
    return [[person.id, person.gesture === undefined ? { pose } : { gesture: pose }]];
  }));
}

function merge(a: People, b: People): People {
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => [id, { ...a[id], ...b[id] }]));
}

/** Room in front of the face: who looks right stands on the left. */
function lookRoom(people: People, person: PanelCharacter): number {
  const to = people[person.id]?.facing ?? person.facing;
  return to.startsWith('right') ? -0.8 : to.startsWith('left') ? 0.8 : 0;
}

/** A face before tone instead of its place; where a scene opens, the place is what is told. */
function plain(panel: Panel, random: Random): Pick<Directions, 'effects'> {
  if (panel.opensScene || panel.effects.some((effect) => HIDES_PLACE.includes(effect))) return {};
  const effect: Effect = random.chance(0.5) ? 'screentone-gradient' : 'white-background';
  return { effects: [...panel.effects, effect].slice(-6) };
}

