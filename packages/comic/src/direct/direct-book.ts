/** Directs a story that was read into a book: cast, places, scenes, panels, shots. */
import { Book, type Character, type Line, type Panel, type Place, type Scene } from '../model/book.ts';
import type { Direction, FormatId, Language, PaletteId, Pose } from '../model/kinds.ts';
import { hashText, seededRandom, type Random } from '../model/random.ts';
import type { RubyRun } from '../writer/index.ts';
import type { Beat, Story, Voice } from '../writer/types.ts';
import { makeActor, reactionTo, type Actor } from './acting.ts';
import { castPanel, placePeople, type SceneCast } from './cast-panel.ts';
import { budgetOf, draftPanels, keepKeyNarration, type Budget, type DraftPanel } from './draft-panels.ts';
import { dressCast, type Dressed } from './look-for.ts';
import { isIndoors } from '../model/indoors.ts';
import { isHoldable, wantsRaisedHand } from '../draw/prop/index.ts';
import { planBackgrounds } from './background-plan.ts';
import { adaptBeats } from './adapt-beats.ts';
import { draftScenes, eraOf, type DraftScene, type Setting } from './scenes.ts';
import { chooseShot, effectsOf, importanceOf, type Moment } from './shots.ts';
import { splashAt } from './splash.ts';
import { textWeight } from './text-weight.ts';
import { EFFECT_WORDS } from './words/atmosphere.ts';
import { matcher, type Matcher } from './words/match.ts';
import { PROP_WORDS } from './words/props.ts';

export type DirectOptions = {
  format: FormatId;
  /** Right to left for ja, left to right for zh and en when absent. */
  direction?: Direction;
  seed: number;
  /** About how many panels; as many as the story needs when absent. */
  panels?: number;
  palette?: PaletteId;
  preset?: string;
  author?: string;
  /** Readings that stood in the story, by offset in its cleaned text, in order. */
  ruby?: readonly RubyRun[];
};

/** Narration above this weight is thinned to its key sentences. */
const NARRATION_MAX = 4500;

type Director = {
  story: Story; direction: Direction; random: Random; actor: Actor; voices: Map<string, Voice>; ids: Map<string, string>; dressed: Map<string, Dressed>;
  effects: Matcher<(typeof EFFECT_WORDS)[number][0]>; props: Matcher<string>; budget: Budget; order: number; ruby: readonly RubyRun[];
};

export function directStory(story: Story, text: string, options: DirectOptions): Book {
  const direction = options.direction ?? (story.language === 'ja' && options.format !== 'webtoon' ? 'rtl' : 'ltr');
  const era = eraOf(story, text);
  const voices = story.voices.toSorted((a, b) => b.lineCount * 3 + b.mentionCount - (a.lineCount * 3 + a.mentionCount));
  const dressed = dressCast(describeVoices(voices, story), { language: story.language, era, seed: options.seed, story: text });
  const chapters = withWords(story).map((chapter) => ({ ...chapter, beats: thinNarration(adaptBeats(chapter.beats, story.language), story.language) }));
  const scenes = scenesOf(chapters, story.language, text);
  const budget = budgetOf(options.panels === undefined ? 1 : scaleFor(options.panels, scenes, story.language));
  const ids = new Map(voices.map((voice, i) => [voice.key, `c${i + 1}`]));
  const director: Director = {
    story, direction, random: seededRandom(`${options.seed}:direct`), actor: makeActor(story.language), voices: new Map(voices.map((voice) => [voice.key, voice])), ids, dressed,
    effects: matcher(EFFECT_WORDS, story.language), props: matcher(PROP_WORDS, story.language), budget, order: 0, ruby: options.ruby ?? [],
  };
  const places = new Map<string, Place>();
  const directed = chapters.map((chapter, c) => ({
    id: `ch${c + 1}`, title: clip(chapter.title, 400),
    scenes: scenes[c]!.map((scene, s) => directScene(director, scene, `ch${c + 1}-s${s + 1}`, placeFor(places, scene, era))),
  })).filter((chapter) => chapter.scenes.length > 0);
  const cast = voices.map((voice) => characterOf(voice, ids.get(voice.key)!, dressed.get(voice.key)!));
  const book = Book.parse({
    schema: 1, id: `b${hashText(`${options.seed}:${text}`).toString(36)}`, title: clip(story.title, 400) || '…', author: clip(options.author ?? '', 200), language: story.language, direction, format: options.format,
    style: { preset: clip(options.preset ?? 'storyboard', 60), palette: options.palette ?? 'black-and-white' }, seed: options.seed,
    bible: { cast, places: [...places.values()], facts: [] }, chapters: directed, madeBy: { writer: 'built-in', artist: 'storyboard' },
  });
  return planBackgrounds(splashAt(book));
}

/** A text of headings alone still says something: the headings are told. */
function withWords(story: Story): Story['chapters'] {
  if (story.chapters.some((chapter) => chapter.beats.some((beat) => beat.type !== 'break'))) return story.chapters;
  return story.chapters.map((chapter) => {
    const text = chapter.title || story.title;
    return { ...chapter, beats: [{ type: 'narration', text, mentions: [], start: 0, end: text.length, isTag: false }] };
  });
}

/** At most `limit` code units, never half a character. */
function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Adds the sentences of narration that name one person alone: hair, clothes, appositions. */
function describeVoices(voices: readonly Voice[], story: Story): Voice[] {
  const byKey = new Map(voices.map((voice) => [voice.key, voice]));
  const told = new Map<string, string[]>();
  for (const beat of story.chapters.flatMap((chapter) => chapter.beats)) {
    const voice = beat.type === 'narration' && beat.mentions.length === 1 ? byKey.get(beat.mentions[0]!) : undefined;
    if (!voice || beat.type !== 'narration') continue;
    const list = told.get(voice.key) ?? [];
    const names = [voice.name, ...voice.aliases].filter(Boolean);
    const own = beat.text.split(SENTENCE_END).filter((sentence) => names.some((name) => sentence.includes(name)));
    told.set(voice.key, [...list, ...own].slice(0, 8));
  }
  return voices.map((voice) => ({ ...voice, descriptions: [...new Set([...voice.descriptions, ...(told.get(voice.key) ?? [])])] }));
}

const SENTENCE_END = /(?<=[。！？])|(?<=[!?]|(?<!\b(?:Mr|Mrs|Ms|Dr|St))\.)\s+/u;

function thinNarration(beats: Beat[], language: Language): Beat[] {
  const total = beats.reduce((sum, beat) => sum + (beat.type === 'narration' && !beat.isTag ? textWeight(beat.text) : 0), 0);
  if (total <= NARRATION_MAX) return beats;
  const actor = makeActor(language);
  return keepKeyNarration(beats, (text, mentions) => mentions.length * 2 + (actor.pose({ cue: '', said: '', told: text }) ? 2 : 0) - textWeight(text) / 40);
}

function scenesOf(chapters: readonly { beats: Beat[] }[], language: Language, wholeStory: string): DraftScene[][] {
  let before: Setting | undefined;
  return chapters.map((chapter) => {
    const scenes = draftScenes(chapter.beats, { language, before, wholeStory });
    before = scenes.at(-1) ?? before;
    return scenes;
  });
}

/** The scale of the budget whose panel count comes nearest to the wish. */
function scaleFor(wished: number, scenes: readonly DraftScene[][], language: Language): number {
  const count = (scale: number): number => scenes.flat().reduce((sum, scene) => sum + draftPanels(scene.beats, budgetOf(scale), language).length, 0);
  let [low, high] = [0.25, 6];
  for (let i = 0; i < 9; i++) {
    const middle = (low + high) / 2;
    if (count(middle) > wished) low = middle;
    else high = middle;
  }
  return Math.abs(count(low) - wished) < Math.abs(count(high) - wished) ? low : high;
}

function placeFor(places: Map<string, Place>, scene: DraftScene, era: Place['era']): string {
  const known = places.get(scene.place);
  if (known) return known.id;
  const place: Place = { id: `p${places.size + 1}`, name: scene.place, kind: scene.place, era };
  places.set(scene.place, place);
  return place.id;
}

function characterOf(voice: Voice, id: string, dressed: Dressed): Character {
  return { id, name: clip(voice.name, 200), aliases: voice.aliases.map((alias) => clip(alias, 200)), look: dressed.look, outfits: [{ id: 'o1', outfit: dressed.outfit }], voice: voice.being === 'robot' ? 'machine' : 'normal', lines: voice.lineCount };
}

function directScene(director: Director, scene: DraftScene, id: string, placeId: string): Scene {
  const drafts = draftPanels(scene.beats, director.budget, director.story.language);
  const cast: SceneCast = { order: [], resting: new Map() };
  const recent: Panel['shot'][] = [];
  const panels = drafts.map((draft, i) => {
    const panel = directPanel(director, { draft, scene, cast, recent, isOpening: i === 0, id: `${id}-p${i + 1}` });
    recent.push(panel.shot);
    return panel;
  });
  return { id, placeId, time: scene.time, weather: scene.weather, season: scene.season, mood: scene.mood, panels };
}

function directPanel(director: Director, at: { draft: DraftPanel; scene: DraftScene; cast: SceneCast; recent: Panel['shot'][]; isOpening: boolean; id: string }): Panel {
  const { draft, scene, cast } = at;
  const random = director.random.fork(at.id);
  const people = castPanel(draft, cast, { max: at.isOpening ? 3 : 4, language: director.story.language });
  const placed = placePeople(people, cast, director.direction);
  const acting = placed.map((person) => ({ ...person, ...actOf(director, at, person.key, random) }));
  const loudest = acting.toSorted((a, b) => b.strength - a.strength)[0];
  for (const person of acting) if (!person.isActive && loudest?.isActive) person.expression = reactionTo(loudest.expression, random);
  const props = director.props(draft.told).slice(0, 2).map((hit) => ({ noun: hit.concept }));
  const moment: Moment = {
    opensScene: at.isOpening, isIndoors: isIndoors(scene.place), people: people.length, speakers: new Set(draft.lines.flatMap((line) => line.speakerKey ?? [])).size,
    kinds: draft.lines.map((line) => line.kind), poses: acting.filter((person) => person.isActive).map((person) => person.pose), expressions: acting.map((person) => person.expression),
    strength: loudest?.strength ?? 0, hasProp: props.length > 0, words: draft.lines.reduce((sum, line) => sum + textWeight(line.text), 0), mood: scene.mood,
  };
  const shot = chooseShot(moment, at.recent, random);
  const keeper = acting.find((person) => person.isActive && HANDS_FREE.has(person.pose));
  return {
    id: at.id, importance: importanceOf(moment, shot), shot, tilt: isTense(moment) ? random.pick([-6, 6, -4, 4]) : 0, action: draft.told.slice(0, 4000),
    characters: acting.map((person) => ({ id: director.ids.get(person.key)!, expression: person.expression, pose: person.pose, facing: person.facing, x: person.x, depth: person.depth, ...holding(person === keeper && shot !== 'insert' ? props[0]?.noun : undefined, person.pose) })),
    crowd: crowdOf(scene, shot), props, effects: effectsOf(moment, shot, director.effects(draft.told).map((hit) => hit.concept)), lines: draft.lines.map((line) => lineOf(director, line, at.id)),
    isLocked: false, opensScene: at.isOpening, takes: [],
  };
}

/** A thing that a hand can hold; what stands over the head wants a raised one. */
function holding(noun: string | undefined, pose: Pose): { holds?: string; pose?: Pose } {
  if (noun === undefined || !isHoldable(noun)) return {};
  const isIdle = pose === 'stand' || pose === 'stand-relaxed' || pose === 'walk';
  return { holds: noun, ...(wantsRaisedHand(noun) && isIdle ? { pose: 'hold' as const } : {}) };
}

const HANDS_FREE = new Set<Pose>(['hold', 'hold-out', 'stand', 'walk', 'stand-relaxed', 'sit-chair', 'reach']);

function actOf(director: Director, { draft, scene, cast }: { draft: DraftPanel; scene: DraftScene; cast: SceneCast }, key: string, random: Random) {
  const own = draft.lines.filter((line) => line.speakerKey === key);
  const isActive = own.length > 0 || draft.lines.every((line) => line.speakerKey === undefined);
  const texts = { cue: own.map((line) => line.cue).join(' '), said: own.map((line) => line.text).join(' '), told: isActive ? draft.told : '' };
  const { expression, strength } = director.actor.expression(texts, scene.mood, random);
  const pose = isActive ? director.actor.pose(texts) : undefined;
  return { expression, strength: own.some((line) => line.kind === 'shout') ? Math.max(strength, 0.5) : strength, pose: pose ?? restingPose(key, cast, scene, random), isActive };
}

const SITTING = new Set(['cafe', 'restaurant', 'classroom', 'train', 'bus', 'car', 'meeting-room', 'office', 'theatre', 'study']);

function restingPose(key: string, cast: SceneCast, scene: DraftScene, random: Random): Pose {
  const known = cast.resting.get(key);
  if (known !== undefined && random.chance(0.75)) return known;
  const pose = known === 'sit-chair' ? known : SITTING.has(scene.place) && random.chance(0.6) ? 'sit-chair' : random.pick<Pose>(['stand', 'stand-relaxed', 'stand', 'hands-in-pockets', 'arms-crossed', 'stand-hands-hips', 'stand-relaxed']);
  cast.resting.set(key, pose);
  return pose;
}

function isTense(moment: Moment): boolean {
  return (moment.mood === 'tense' || moment.mood === 'action' || moment.mood === 'dark') && moment.strength > 0.45;
}

const CROWDED = new Set(['market', 'shopping-street', 'classroom', 'station', 'restaurant', 'theatre', 'battlefield', 'train', 'street', 'crossing', 'sports-field', 'old-town', 'throne-room']);

function crowdOf(scene: DraftScene, shot: Panel['shot']): number {
  if (!CROWDED.has(scene.place) || scene.time === 'night') return 0;
  return shot === 'establishing' ? 7 : shot === 'wide' ? 5 : shot === 'medium' || shot === 'full' ? 2 : 0;
}

function lineOf(director: Director, line: DraftPanel['lines'][number], panelId: string): Line {
  const order = director.order++;
  const voice = line.speakerKey === undefined ? undefined : director.voices.get(line.speakerKey);
  const speaker = line.kind === 'narration' ? 'narrator' : line.kind === 'sfx' ? 'sound' : clip(voice?.name ?? 'unknown', 200);
  return { id: `${panelId}-l${order}`, kind: line.kind, ...(voice ? { speakerId: director.ids.get(voice.key)! } : {}), speaker, text: { [director.story.language]: line.text }, ruby: rubyOf(director, line), order, isOffPanel: line.isOffPanel, isQuoted: line.isQuoted, continues: line.continues };
}

/** Readings that lie whole within the line's part of the story; one that a split cut through is left out. */
function rubyOf(director: Director, line: DraftPanel['lines'][number]): Line['ruby'] {
  const end = line.at + line.text.length;
  return director.ruby.filter((run) => run.start >= line.at && run.end <= end).map((run) => ({ start: run.start - line.at, end: run.end - line.at, text: run.text.slice(0, 100) }));
}
