/** The camera of each panel: the shot follows the beat, and no shot comes three times in a row. */
import type { Contact } from '../model/book.ts';
import type { Effect, Expression, Language, LineKind, Mood, PlaceKind, Pose, Shot } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';

type ContactHow = Contact['how'];

export type Moment = {
  opensScene: boolean;
  isIndoors: boolean;
  people: number;
  speakers: number;
  kinds: readonly LineKind[];
  poses: readonly Pose[];
  expressions: readonly Expression[];
  /** 0..1: how strong the feeling is. */
  strength: number;
  hasProp: boolean;
  /** Weight of all words in the panel. */
  words: number;
  mood: Mood;
  /** Somebody lies on the ground. */
  lies: boolean;
  /** Two people touch. */
  touch?: ContactHow;
  /** Somebody pushes, pulls or climbs a thing. */
  works: boolean;
  holds: boolean;
  /** Weight of the narration behind the panel. */
  told: number;
  language: Language;
  place: PlaceKind;
};

const MOVING = new Set<Pose>(['run', 'jump', 'fall', 'throw', 'punch', 'kick', 'fight-stance', 'climb', 'swim', 'ride', 'float']);
const WHOLE_BODY = new Set<Pose>([
  ...MOVING, 'walk', 'sneak', 'crouch', 'kneel', 'lie', 'sleep', 'sit-ground', 'sit-seiza', 'carry', 'push', 'pull', 'cower', 'bow',
]);
const LOUD = new Set<Expression>(['furious', 'shocked', 'terrified', 'cry', 'laugh']);

const HIDES_PLACE: readonly Effect[] = [
  'focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers',
];

/** How near the camera is, for the rhythm of a page. */
const RANGE: Record<Shot, 'near' | 'middle' | 'far' | 'special'> = {
  'extreme-close-up': 'near', 'close-up': 'near', bust: 'near', medium: 'middle', cowboy: 'middle', full: 'far', wide: 'far', establishing: 'far',
  'over-shoulder': 'special', 'low-angle': 'special', 'birds-eye': 'special', insert: 'special',
};

type Wish = Partial<Record<Shot, number>>;

/** The shot that suits the moment best, less what came just before and more what a page still wants. */
export function chooseShot(moment: Moment, recent: readonly Shot[], random: Random): Shot {
  const [last, before] = [recent.at(-1), recent.at(-2)];
  const page = recent.slice(-5);
  let best: { shot: Shot; score: number } | undefined;
  for (const [shot, base] of Object.entries(wishes(moment)) as [Shot, number][]) {
    if (shot === last && shot === before) continue;
    const repeats = (shot === last ? 2.6 : 0) + (shot === before ? 0.9 : 0) + (last !== undefined && RANGE[last] === RANGE[shot] ? 0.7 : 0) + page
      .filter((one) => one === shot).length * 0.35;
    const lacks = page.length > 2 && !page.some((one) => RANGE[one] === RANGE[shot]) ? 0.8 : 0;
    const score = base - repeats + lacks + random.next() * 0.8;
    if (best === undefined || score > best.score) best = { shot, score };
  }
  return best?.shot ?? 'medium';
}

const OPENING: Wish = { wide: 4, establishing: 3.4, full: 2 };

/** How well each shot suits the moment, as a number from 0 to about 4. */
function wishes(moment: Moment): Wish {
  const alone = moment.people === 1;
  if (moment.opensScene) return { ...OPENING, ...(moment.people === 0 ? { establishing: 4 } : {}), ...(moment.isIndoors ? {} : { 'birds-eye': 3.2 }) };
  if (moment.people === 0) return moment.hasProp ? { insert: 4, establishing: 2, wide: 2 } : {
    establishing: 3, wide: 3, ...(moment.isIndoors ? {} : { 'birds-eye': 2.4 }),
  };
  if (moment.lies) return { full: 3, wide: 2.8, 'birds-eye': 3 };
  if (moment.touch !== undefined) return moment.touch === 'hug' ? { medium: 3, cowboy: 2.7, full: 2.2, bust: 2 } : moment.touch === 'hand'
    ? { full: 3, cowboy: 2.7, wide: 2.3 } : { medium: 3, cowboy: 2.7, full: 1.8 };
  if (moment.works) return { full: 3.2, wide: 2.5, 'low-angle': 2.2, cowboy: 2.2 };
  if (moment.poses.some((pose) => MOVING.has(pose))) return { full: 3, 'low-angle': 2.8, wide: 2.6, cowboy: 1.8, 'birds-eye': 1.9 };
  const thing: Wish = moment.hasProp && moment.kinds.every((kind) => kind === 'narration') && moment.told < 60 ? { insert: 2.9 } : {};
  if (moment.kinds.includes('shout') || (moment.expressions.some((face) => LOUD.has(face)) && moment.strength > 0.4)) {
    return alone ? {
      'close-up': 2.8, 'low-angle': 2.8, 'extreme-close-up': 2.6, bust: 2, cowboy: 1.6,
    } : { bust: 2.6, 'low-angle': 2.7, medium: 2.2, 'close-up': 2.2, full: 1.5 };
  }
  if (moment.kinds.includes('whisper') || moment.kinds.includes('thought')) return alone ? {
    'close-up': 3, bust: 2.6, 'extreme-close-up': 2.2, wide: 1.4,
  } : { 'close-up': 2.8, bust: 2.7, 'over-shoulder': 2.2, medium: 2 };
  if (moment.poses.some((pose) => WHOLE_BODY.has(pose)) && moment.words < 60) return {
    full: 3, wide: 2.5, cowboy: 2.2, 'birds-eye': 2.2, 'low-angle': 1.4, ...thing,
  };
  if (moment.speakers > 1) return { medium: 2.6, bust: 2.5, cowboy: 2.3, full: 1.7, wide: 1.6, 'birds-eye': 1.3, 'low-angle': 1.2 };
  if (!alone) return { 'over-shoulder': 2.7, bust: 2.5, 'close-up': 2.2, medium: 2.2, cowboy: 1.9, full: 1.6, 'low-angle': 1.4, wide: 1.3, ...thing };
  if (moment.strength > 0.5) return { 'close-up': 3, 'extreme-close-up': 2.4, bust: 2.5, 'low-angle': 1.6, ...thing };
  return { bust: 2.5, 'close-up': 2.4, medium: 2.3, cowboy: 2, full: 1.6, 'low-angle': 1.4, 'extreme-close-up': 0.9, wide: 1.3, ...thing };
}

export function importanceOf(moment: Moment, shot: Shot): number {
  if (moment.opensScene) return 4;
  const action = moment.poses.some((pose) => MOVING.has(pose)) ? 1 : 0;
  const loud = moment.kinds.includes('shout') ? 1 : 0;
  const base = shot === 'insert' ? 2 : moment.words > 70 || moment.people > 2 ? 3 : moment.words < 12 && moment.people < 2 ? 2 : 3;
  return Math.min(5, base + action + loud + (moment.strength > 0.7 ? 1 : 0));
}

export function effectsOf(moment: Moment, shot: Shot, told: readonly Effect[]): Effect[] {
  const effects = new Set<Effect>();
  const isNear = shot === 'close-up' || shot === 'extreme-close-up' || shot === 'bust';
  if (moment.poses.some((pose) => pose === 'run' || pose === 'punch' || pose === 'kick' || pose === 'fall' || pose === 'throw')) effects.add('speed-lines');
  else if (moment.kinds.includes('shout') || moment.expressions
    .some((face) => face === 'shocked' || face === 'furious' || face === 'terrified')) effects.add('focus-lines');
  if (told.includes('impact-flash') && moment.people < 2) effects.add('impact-flash');
  if (told.includes('lightning')) effects.add('lightning');
  if (isNear && told.includes('sparkle') && moment.mood !== 'dark') effects.add('sparkle');
  if (isNear && (told.includes('flowers') || told.includes('hearts')) && moment.mood === 'romantic') effects.add('flowers');
  if (isNear && (told.includes('gloom-lines') || moment.expressions.some((face) => face === 'terrified'))) effects.add('gloom-lines');
  if (isNear && told.includes('black-background') && (moment.mood === 'dark' || moment.mood === 'sad')) effects.add('black-background');
  if (isNear && moment.people === 1 && moment.strength < 0.5) {
    if (moment.kinds.includes('thought') && moment.expressions.includes('thinking')) effects.add('question');
    else if (moment.expressions.includes('surprised') && effects.size === 0) effects.add('exclaim');
  }
  if (told.includes('tremble') && moment.people === 1) effects.add('tremble');
  if (moment.expressions.some((face) => face === 'cry' || face === 'sad') && isNear && moment.strength > 0.4) effects.add('screentone-gradient');
  // Where a scene opens, or hands meet, the picture shows where: nothing hides the place.
  if (moment.opensScene || moment.works || moment.lies || moment.people === 0) for (const effect of HIDES_PLACE) effects.delete(effect);
  return [...effects].slice(0, 2);
}
