/** The camera of each panel: the shot follows the beat, and no shot comes three times in a row. */
import type { Effect, Expression, LineKind, Mood, Pose, Shot } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';

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
};

const MOVING = new Set<Pose>(['run', 'jump', 'fall', 'throw', 'punch', 'kick', 'fight-stance', 'climb', 'swim', 'ride', 'float']);
const WHOLE_BODY = new Set<Pose>([...MOVING, 'walk', 'sneak', 'crouch', 'kneel', 'lie', 'sleep', 'sit-ground', 'sit-seiza', 'carry', 'push', 'pull', 'cower', 'bow']);
const LOUD = new Set<Expression>(['furious', 'shocked', 'terrified', 'cry', 'laugh']);

export function isMoving(pose: Pose): boolean {
  return MOVING.has(pose);
}

export function chooseShot(moment: Moment, recent: readonly Shot[], random: Random): Shot {
  const wished = wishes(moment, random);
  const fresh = wished.find((shot) => !(recent.at(-1) === shot && (recent.at(-2) === shot || shot !== 'medium')));
  return fresh ?? wished[0]!;
}

/** Shots that suit the moment, best first. */
function wishes(moment: Moment, random: Random): Shot[] {
  if (moment.opensScene) return moment.people === 0 ? ['establishing', 'wide'] : moment.isIndoors ? ['wide', 'establishing', 'full'] : random.pick([['establishing', 'wide'], ['wide', 'birds-eye'], ['establishing', 'wide']] as Shot[][]);
  if (moment.people === 0) return moment.hasProp ? ['insert', 'establishing', 'wide'] : random.pick([['establishing', 'wide'], ['wide', 'establishing']] as Shot[][]);
  if (moment.poses.some((pose) => MOVING.has(pose))) return random.pick([['full', 'low-angle', 'wide'], ['low-angle', 'full', 'cowboy'], ['wide', 'full', 'low-angle']] as Shot[][]);
  if (moment.kinds.includes('shout') || moment.expressions.some((face) => LOUD.has(face)) && moment.strength > 0.4) {
    return moment.people > 1 ? ['bust', 'low-angle', 'medium', 'close-up'] : random.pick([['close-up', 'low-angle', 'extreme-close-up'], ['extreme-close-up', 'close-up', 'low-angle'], ['low-angle', 'close-up', 'bust']] as Shot[][]);
  }
  if (moment.kinds.includes('whisper') || moment.kinds.includes('thought')) return moment.people > 1 ? ['close-up', 'bust', 'medium'] : random.pick([['close-up', 'bust'], ['bust', 'close-up', 'extreme-close-up']] as Shot[][]);
  if (moment.poses.some((pose) => WHOLE_BODY.has(pose)) && moment.words < 60) return random.pick([['full', 'wide', 'cowboy'], ['cowboy', 'full', 'birds-eye'], ['wide', 'full', 'medium']] as Shot[][]);
  if (moment.speakers > 1) return random.pick([['medium', 'bust', 'cowboy'], ['bust', 'medium', 'wide'], ['cowboy', 'medium', 'bust']] as Shot[][]);
  if (moment.people > 1) return random.pick([['over-shoulder', 'medium', 'bust'], ['bust', 'over-shoulder', 'medium'], ['medium', 'bust', 'over-shoulder'], ['close-up', 'bust', 'medium']] as Shot[][]);
  if (moment.strength > 0.5) return ['close-up', 'bust', 'extreme-close-up'];
  return random.pick([['bust', 'medium', 'close-up'], ['medium', 'bust', 'cowboy'], ['cowboy', 'bust', 'full'], ['close-up', 'medium', 'bust']] as Shot[][]);
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
  else if (moment.kinds.includes('shout') || moment.expressions.some((face) => face === 'shocked' || face === 'furious' || face === 'terrified')) effects.add('focus-lines');
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
  return [...effects].slice(0, 2);
}
