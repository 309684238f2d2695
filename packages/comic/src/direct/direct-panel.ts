/** Directs one panel: who is in it, what each one does, touches and holds, and how the camera sees it. */
import type { Character, Line, Panel, PanelCharacter } from '../model/book.ts';
import { isIndoors } from '../model/indoors.ts';
import type { Direction, Expression, PlaceKind, Pose } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';
import { isHoldable, SHOWN_BY_PLACE, wantsRaisedHand } from '../draw/prop/index.ts';
import type { RubyRun } from '../writer/index.ts';
import type { Story, Voice } from '../writer/types.ts';
import { actionOf } from './action-of.ts';
import { reactionTo, type Actor } from './acting.ts';
import { shownName } from './cast-names.ts';
import { castPanel, placePeople, type Placed, type SceneCast } from './cast-panel.ts';
import { touchBetween, worksOn, type ThingFinder } from './contact.ts';
import { deedsOf, deedsOfOne, type Actors, type Deed } from './deeds.ts';
import type { Budget, DraftPanel } from './draft-panels.ts';
import { gestureFor, isGesture } from './gestures.ts';
import type { Dressed } from './look-for.ts';
import type { DraftScene } from './scenes.ts';
import { chooseShot, effectsOf, importanceOf, type Moment } from './shots.ts';
import { textWeight } from './text-weight.ts';
import type { EFFECT_WORDS } from './words/atmosphere.ts';
import type { Matcher } from './words/match.ts';

export type Director = {
  story: Story; direction: Direction; random: Random; actor: Actor; voices: Map<string, Voice>; ids: Map<string, Character['id']>;
  dressed: Map<string, Dressed>; /** Keys of children and kin, whose love is not that of lovers. */ unwooed: ReadonlySet<string>;
  actors: Actors; things: ThingFinder;
  effects: Matcher<(typeof EFFECT_WORDS)[number][0]>; props: Matcher<string>; budget: Budget; order: number;
  /** Who acted last, over the ends of scenes. */ acted: string[]; ruby: readonly RubyRun[];
};

type At = { draft: DraftPanel; scene: DraftScene; cast: SceneCast; recent: Panel['shot'][]; isOpening: boolean; id: string };

type Acting = Placed & {
  expression: Expression; strength: number; pose: Pose; gesture?: Pose; isActive: boolean; holds?: string; contact?: PanelCharacter['contact'];
};

export function directPanel(director: Director, at: At): Panel {
  const { draft, scene, cast } = at;
  const { language } = director.story;
  const random = director.random.fork(at.id);
  const cues = draft.lines.flatMap((line) => (line.cue !== '' && line.speakerKey !== undefined ? [{
    text: line.cue, mentions: [line.speakerKey], fallback: line.speakerKey,
  }] : []));
  const deeds = deedsOf([...draft.tellings, ...cues], director.actors, cast.acted, language);
  const cast0 = castPanel(draft, cast, { max: at.isOpening ? 3 : 4, language, deeds });
  // Who sleeps beside a talk is left out of it.
  const people = cast0
    .filter((key) => cast0.length < 3 && !isSpokenIn(draft) ? true : !LYING.has(cast.resting.get(key) ?? 'stand') || draft.lines
      .some((line) => line.speakerKey === key) || deeds.some((deed) => deed.subjects.includes(key)));
  const acting = touching(
    placePeople(people, cast, director.direction).map((person): Acting => ({ ...person, ...actOf(director, at, person.key, { random, deeds, people }) })),
    { director, deeds },
  );
  sameWay(acting, director.direction);
  cast.acted = [...cast.acted, ...deeds.flatMap((deed) => deed.subjects), ...draft.lines.flatMap((line) => line.speakerKey ?? [])].slice(-12);
  if (acting.some((person) => director.unwooed.has(person.key))) soften(acting);
  const loudest = acting.toSorted((a, b) => b.strength - a.strength)[0];
  for (const person of acting) if (!person.isActive && loudest?.isActive) person.expression = reactionTo(loudest.expression, random);
  const nouns = director.props(draft.told).map((hit) => hit.concept).filter((noun) => !SHOWN_BY_PLACE[scene.place]?.includes(noun)).slice(0, 2);
  giveThings(acting, nouns, { director, deeds, draft });
  const moment = momentOf(director, at, acting, nouns.length > 0);
  const shot = chooseShot(moment, at.recent, random);
  return {
    id: at.id, importance: importanceOf(moment, shot), shot, tilt: isTense(moment) ? random.pick([-6, 6, -4, 4]) : 0, action: actionOf(draft.tellings, director.story.language),
    characters: acting.map((person) => characterOf(director, person, shot)),
    crowd: crowdOf(scene, shot), props: nouns.map((noun) => ({ noun })),
    effects: effectsOf(moment, shot, director.effects(draft.told).map((hit) => hit.concept)), lines: draft.lines.map((line) => lineOf(director, line, at.id)),
    isLocked: false, opensScene: at.isOpening, takes: [],
  };
}

/** Beside a child or a grandmother the face of love is a smile: hearts in the eyes are for lovers. */
function soften(acting: Acting[]): void {
  for (const person of acting) if (person.expression === 'loving') person.expression = 'smile';
}

function isSpokenIn(draft: DraftPanel): boolean {
  return draft.lines.some((line) => line.speakerKey !== undefined);
}

function momentOf(director: Director, { draft, scene, isOpening }: At, acting: readonly Acting[], hasProp: boolean): Moment {
  return {
    opensScene: isOpening, isIndoors: isIndoors(scene.place), people: acting.length, speakers: new Set(draft.lines
      .flatMap((line) => line.speakerKey ?? [])).size,
    kinds: draft.lines.map((line) => line.kind), poses: acting.filter((person) => person.isActive).map((person) => person.pose), expressions: acting
      .map((person) => person.expression),
    lies: acting.some((person) => LYING.has(person.pose)), touch: acting
      .find((person) => person.contact?.with !== undefined)?.contact?.how, works: acting.some((person) => person.contact?.thing !== undefined),
    strength: Math.max(0, ...acting.map((person) => person.strength)), hasProp, words: draft.lines
      .reduce((sum, line) => sum + textWeight(line.text), 0), mood: scene.mood,
    holds: acting.some((person) => person.holds !== undefined), told: textWeight(draft.told), language: director.story.language, place: scene.place,
  };
}

function characterOf(director: Director, person: Acting, shot: Panel['shot']): PanelCharacter {
  const { contact, gesture, holds } = person;
  const raised = holds !== undefined && wantsRaisedHand(holds) && (person.pose === 'stand' || person.pose === 'stand-relaxed' || person.pose === 'walk');
  return {
    id: director.ids.get(person.key)!, expression: person.expression, pose: raised && person.pose !== 'walk' ? 'hold'
      : person.pose, facing: person.facing, x: person.x, depth: person.depth,
    ...(holds !== undefined && shot !== 'insert' ? { holds } : {}), ...(contact ? { contact } : {}), ...(raised && person.pose === 'walk'
      ? { gesture: 'hold' as const } : gesture ? { gesture } : {}),
  };
}

/** Two who touch turn to each other; who walks hand in hand looks ahead. */
function touching(acting: Acting[], { director, deeds }: { director: Director; deeds: readonly Deed[] }): Acting[] {
  const touch = touchBetween(deeds, acting.map((person) => person.key), director.story.language);
  if (touch === undefined) return acting;
  const idOf = (key: string): string => director.ids.get(key)!;
  return sideBySide(acting, touch).map((person) => {
    const partner = person.key === touch.from ? touch.to : person.key === touch.to ? touch.from : undefined;
    if (partner === undefined) return person;
    const contact = { how: touch.how, with: idOf(partner) };
    if (touch.how === 'hug') return { ...person, contact, pose: 'hug', gesture: undefined };
    if (touch.how === 'give') return {
      ...person, contact,
      pose: LYING.has(person.pose) ? 'sit-ground' : LOW.has(person.pose) ? person.pose : person.key === touch.from ? 'hold-out' : 'reach',
      gesture: LOW.has(person.pose) ? (person.key === touch.from ? 'hold-out' : 'reach') : undefined,
    };
    return { ...person, contact, pose: LOW.has(person.pose) || person.pose === 'walk' || person.pose === 'run' ? person.pose : 'stand', gesture: undefined };
  });
}

const ONWARD = new Set<Pose>(['walk', 'run', 'sneak', 'ride', 'swim', 'push', 'pull']);

/** Who goes somewhere together looks the same way, and so do those who pull together. */
function sameWay(acting: Acting[], direction: Direction): void {
  const movers = acting.filter((person) => ONWARD.has(person.pose) || person.contact?.thing === 'door');
  toThing(acting);
  if (movers.length > 1) for (const person of movers) person.facing = direction === 'rtl' ? 'left' : 'right';
}

/** Nobody stands between a pushed or pulled thing and who works on it. */
function toThing(acting: Acting[]): void {
  const worker = acting.find((person) => person.contact?.thing !== undefined && person.contact.how !== 'climb');
  if (!worker || acting.length < 2) return;
  const toRight = worker.facing === 'right' || worker.facing === 'right-profile';
  const foremost = acting.reduce((a, b) => (b.x > a.x === toRight ? b : a));
  if (foremost === worker || foremost.contact?.thing !== undefined) return;
  [worker.x, foremost.x] = [foremost.x, worker.x];
  worker.facing = toRight ? 'right' : 'left';
  foremost.facing = worker.facing;
}

/** Who touches stands next to each other: the second changes places with whoever is between. */
function sideBySide(acting: Acting[], { from, to }: { from: string; to: string }): Acting[] {
  const order = acting.toSorted((a, b) => a.x - b.x);
  const [i, j] = [order.findIndex((one) => one.key === from), order.findIndex((one) => one.key === to)];
  if (Math.abs(i - j) <= 1) return acting;
  const places = order.map((one) => ({ x: one.x, facing: one.facing, depth: one.depth }));
  const moved = order.filter((one) => one.key !== to);
  moved.splice(moved.findIndex((one) => one.key === from) + (j > i ? 1 : 0), 0, order[j]!);
  return moved.map((one, k) => ({
    ...one, x: places[k]!.x, depth: places[k]!.depth,
    facing: one.key === from ? (j > i ? 'right' : 'left') : one.key === to ? (j > i ? 'left' : 'right') : places[k]!.facing,
  }));
}

const LOW = new Set<Pose>(['sit-chair', 'sit-ground', 'sit-seiza', 'kneel', 'crouch', 'lie', 'sleep', 'lie-front']);
const LYING = new Set<Pose>(['lie', 'sleep', 'lie-front']);
const HANDS_FREE = new Set<Pose>([
  'hold', 'hold-out', 'stand', 'walk', 'run', 'stand-relaxed', 'sit-chair', 'reach', 'explain', 'read', 'look-up', 'eat', 'drink', 'write', 'cook',
  'fight-stance', 'phone', 'throw',
]);

/** A thing goes to whom its sentence gives it; only where no sentence says so, to who has a hand free. */
function giveThings(
  acting: readonly Acting[], nouns: readonly string[], { director, deeds, draft }: { director: Director; deeds: readonly Deed[]; draft: DraftPanel },
): void {
  const taken = new Set<string>();
  const canHold = (person: Acting): boolean => HANDS_FREE.has(person.gesture ?? person.pose);
  for (const person of acting) {
    const cue = draft.lines.filter((line) => line.speakerKey === person.key).map((line) => line.cue).join(' ');
    const noun = director.props(`${deedsOfOne(deeds, person.key)} ${cue}`).map((hit) => hit.concept).find((one) => isHoldable(one) && !taken.has(one));
    const isTaker = person.contact?.how === 'give' && person.pose === 'reach';
    if (noun === undefined || !canHold(person) || isTaker || person.contact?.how === 'hug' || person.contact?.how === 'hand') continue;
    person.holds = noun;
    taken.add(noun);
  }
  const giver = acting.find((person) => person.contact?.how === 'give' && (person.gesture ?? person.pose) === 'hold-out');
  const gift = nouns.find((noun) => isHoldable(noun));
  if (giver && gift !== undefined) giver.holds ??= gift;
  if (taken.size > 0 || giver || deeds.some((deed) => deed.subjects.length > 0)) return;
  const keeper = acting.find((person) => person.isActive && canHold(person));
  if (keeper && nouns[0] !== undefined && isHoldable(nouns[0])) keeper.holds = nouns[0];
}

function actOf(
  director: Director, at: At, key: string, { random, deeds, people }: { random: Random; deeds: readonly Deed[]; people: readonly string[] },
): Pick<Acting, 'expression' | 'strength' | 'pose' | 'gesture' | 'isActive' | 'contact'> {
  const { draft, scene, cast } = at;
  const own = draft.lines.filter((line) => line.speakerKey === key);
  const done = deedsOfOne(deeds, key);
  const isTold = deeds.some((deed) => deed.subjects.length > 0);
  const isAlone = people.length === 1 && !isTold;
  const isActive = own.length > 0 || done !== '' || isAlone;
  const texts = {
    cue: own.map((line) => line.cue).join(' '), said: own.map((line) => line.text).join(' '), told: done !== '' ? done : isAlone ? draft.told : '',
  };
  const { expression, strength } = director.actor.expression(texts, scene.mood, random);
  const body = director.actor.seat(done);
  // He sat in his kitchen and looked up: the body sits, the head looks.
  if (body !== undefined) cast.resting.set(key, body);
  const resting = restingPose(key, cast, scene, random);
  // The words that introduce a speech are among the deeds, each with its own subject.
  const told = isActive ? director.actor.pose({ cue: '', said: texts.said, told: texts.told }) : undefined;
  const { pose, gesture, contact } = stage(director, told, { resting, texts, key, cast, place: scene.place, around: draft.told });
  const free = told === undefined && own.length > 0 && gesture === undefined ? gestureFor(expression, own.map((line) => line.kind), random) : undefined;
  const kind = own.some((line) => line.kind === 'shout') ? Math.max(strength, 0.5) : strength;
  return {
    expression, strength: kind, isActive, ...(free && !LOW.has(pose) ? { pose: free } : { pose, gesture: free ?? gesture }),
    ...(contact ? { contact } : {}),
  };
}

/** A told pose in the body's present state: who sits points sitting; who climbs stairs walks; who lies down stays so. */
function stage(
  director: Director, told: Pose | undefined,
  at: { resting: Pose; texts: { cue: string; told: string }; key: string; cast: SceneCast; place: PlaceKind; around: string },
): { pose: Pose; gesture?: Pose; contact?: PanelCharacter['contact'] } {
  if (told === undefined) return { pose: at.resting };
  const work = worksOn(told, [at.texts.cue, at.texts.told, at.around], director.things, at.place);
  if (work?.contact?.thing === 'stairs') return { pose: 'walk' };
  // Nobody embraces the air: without a partner in the picture the hand goes to the heart.
  if (told === 'hug') return {
    pose: LOW.has(at.resting) ? at.resting : 'hand-on-chest', ...(LOW.has(at.resting) ? { gesture: 'hand-on-chest' as const } : {}),
  };
  // Sleepers hold and look at nothing.
  if (isGesture(told) && LYING.has(at.resting)) return { pose: at.resting };
  if (LOW.has(told)) at.cast.resting.set(at.key, told === 'crouch' || told === 'kneel' || told === 'lie-front' ? 'stand' : told);
  else if (isGesture(told) && LOW.has(at.resting) && at.resting !== 'sleep') return { pose: at.resting, gesture: told };
  else if (!isGesture(told)) at.cast.resting.set(at.key, 'stand');
  return work ?? { pose: told };
}

const SITTING = new Set(['cafe', 'restaurant', 'classroom', 'train', 'bus', 'car', 'meeting-room', 'office', 'theatre', 'study', 'boat']);

function restingPose(key: string, cast: SceneCast, scene: DraftScene, random: Random): Pose {
  const known = cast.resting.get(key);
  if (known !== undefined && (LOW.has(known) || random.chance(0.75))) return known;
  const pose = SITTING.has(scene.place) && random.chance(0.6) ? 'sit-chair' : random.pick<Pose>([
    'stand', 'stand-relaxed', 'stand', 'stand-relaxed', 'hands-in-pockets', 'stand', 'arms-crossed',
  ]);
  cast.resting.set(key, pose);
  return pose;
}

function isTense(moment: Moment): boolean {
  return (moment.mood === 'tense' || moment.mood === 'action' || moment.mood === 'dark') && moment.strength > 0.45;
}

const CROWDED = new Set([
  'market', 'shopping-street', 'classroom', 'station', 'restaurant', 'theatre', 'battlefield', 'train', 'street', 'crossing', 'sports-field',
  'old-town', 'throne-room',
]);

function crowdOf(scene: DraftScene, shot: Panel['shot']): number {
  if (!CROWDED.has(scene.place) || scene.time === 'night') return 0;
  return shot === 'establishing' ? 7 : shot === 'wide' ? 5 : shot === 'medium' || shot === 'full' ? 2 : 0;
}

function lineOf(director: Director, line: DraftPanel['lines'][number], panelId: string): Line {
  const order = director.order++;
  const voice = line.speakerKey === undefined ? undefined : director.voices.get(line.speakerKey);
  const speaker = line.kind === 'narration' ? 'narrator' : line.kind === 'sfx' ? 'sound' : voice ? clip(shownName(voice.name, director.story.language), 200) : 'unknown';
  return {
    id: `${panelId}-l${order}`, kind: line.kind, ...(voice ? { speakerId: director.ids.get(voice.key)! }
      : {}), speaker, text: { [director.story.language]: line.text },
    ruby: rubyOf(director, line), order, isOffPanel: line.isOffPanel, isQuoted: line.isQuoted, continues: line.continues,
    ...(line.isUnsure === true ? { isUnsure: true } : {}), ...(line.isClosedByTag === true ? { isClosedByTag: true } : {}),
  };
}

/** Readings that lie whole within the line's part of the story; one that a split cut through is left out. */
function rubyOf(director: Director, line: DraftPanel['lines'][number]): Line['ruby'] {
  const end = line.at + line.text.length;
  return director.ruby.filter((run) => run.start >= line.at && run.end <= end).map((run) => ({
    start: run.start - line.at, end: run.end - line.at, text: run.text.slice(0, 100),
  }));
}

/** At most `limit` code units, never half a character. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
