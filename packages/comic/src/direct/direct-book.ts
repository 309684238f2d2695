/** Directs a story that was read into a book: cast, places, scenes, panels, shots. */
import { Book, type Character, type Panel, type Place, type Scene } from '../model/book.ts';
import type { Direction, FormatId, Language, PaletteId, PlaceKind } from '../model/kinds.ts';
import { hashText, seededRandom } from '../model/random.ts';
import type { RubyRun } from '../writer/index.ts';
import type { Beat, Story, Voice } from '../writer/types.ts';
import { makeActor } from './acting.ts';
import { nameBlanker, shownName } from './cast-names.ts';
import type { SceneCast } from './cast-panel.ts';
import { thingFinder } from './contact.ts';
import { describeVoices } from './describe-voices.ts';
import { clip, directPanel, type Director } from './direct-panel.ts';
import { budgetOf, draftPanels, keepKeyNarration } from './draft-panels.ts';
import { dressCast, type Dressed } from './look-for.ts';
import { planBackgrounds } from './background-plan.ts';
import { adaptBeats } from './adapt-beats.ts';
import { draftScenes, eraOf, type DraftScene, type SceneVoices, type Setting } from './scenes.ts';
import { splashAt } from './splash.ts';
import { textWeight } from './text-weight.ts';
import { EFFECT_WORDS } from './words/atmosphere.ts';
import { matcher, type Matcher } from './words/match.ts';
import { PROP_WORDS } from './words/props.ts';
import { isKin } from './words/romance.ts';

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

export function directStory(story: Story, text: string, options: DirectOptions): Book {
  const direction = options.direction ?? (story.language === 'ja' && options.format !== 'webtoon' ? 'rtl' : 'ltr');
  const era = eraOf(story, text);
  const voices = story.voices.toSorted((a, b) => b.lineCount * 3 + b.mentionCount - (a.lineCount * 3 + a.mentionCount));
  const dressed = dressCast(describeVoices(voices, story), { language: story.language, era, seed: options.seed, story: text });
  const chapters = withWords(story).map((chapter) => ({ ...chapter, beats: thinNarration(adaptBeats(chapter.beats, story.language), story.language) }));
  const unnamed = nameBlanker(voices, story.language);
  const unwooed = new Set(voices.filter((voice) => dressed.get(voice.key)!.look.age === 'child' || isKin(voice.name)).map((voice) => voice.key));
  const scenes = scenesOf(chapters, { language: story.language, wholeStory: text, voices: { unnamed, unwooed } }).map((list) => list.map((scene) => ({ ...scene, place: inEra(scene.place, era) })));
  const budget = budgetOf(options.panels === undefined ? 1 : scaleFor(options.panels, scenes, story.language));
  const ids = new Map(voices.map((voice, i) => [voice.key, `c${i + 1}`]));
  const effects = matcher(EFFECT_WORDS, story.language);
  const director: Director = {
    story, direction, random: seededRandom(`${options.seed}:direct`), actor: makeActor(story.language), voices: new Map(voices
      .map((voice) => [voice.key, voice])), ids, dressed, unwooed,
    actors: {
      names: new Map(voices.map((voice) => [voice.key, [voice.name, ...voice.aliases]])),
      genders: new Map(voices.map((voice) => [voice.key, dressed.get(voice.key)!.look.gender])),
    },
    things: thingFinder(story.language), effects: (told) => effects(unnamed(told)), props: nounsOnly(
      matcher(PROP_WORDS, story.language), story.language,
    ), budget, order: 0, acted: [], ruby: options.ruby ?? [],
  };
  const places = new Map<string, Place>();
  const directed = chapters.map((chapter, c) => ({
    id: `ch${c + 1}`, title: clip(plainTitle(chapter.title), 400),
    scenes: scenes[c]!.map((scene, s) => directScene(director, scene, `ch${c + 1}-s${s + 1}`, placeFor(places, scene, era))),
  })).filter((chapter) => chapter.scenes.length > 0);
  const cast = voices.map((voice) => characterOf(voice, { id: ids.get(voice.key)!, dressed: dressed.get(voice.key)!, language: story.language }));
  const book = Book.parse({
    schema: 1, id: `b${hashText(`${options.seed}:${text}`).toString(36)}`, title: clip(plainTitle(story.title), 400)
      || '…', author: clip(plainTitle(options.author ?? ''), 200), language: story.language, direction, format: options.format,
    style: { preset: clip(options.preset ?? 'storyboard', 60), palette: options.palette ?? 'black-and-white' }, seed: options.seed,
    bible: { cast, places: [...places.values()], facts: [] }, chapters: directed, madeBy: { writer: 'built-in', artist: 'storyboard' },
  });
  return planBackgrounds(splashAt(book));
}

/** English words of things with the ending of a verb are no things: rain that hammered, a man leafing. */
function nounsOnly(match: Matcher<string>, language: Language): Matcher<string> {
  if (language !== 'en') return match;
  const isVerb = (word: string): boolean => /(?:ed|ing)$/iu.test(word)
    && !/(?:bed|ring|king|wing|string|sled|seed|weed|spring|building|painting|drawing|pudding|stocking|swing|railing)$/iu.test(word);
  return (text) => match(text).filter((hit) => !isVerb(hit.word));
}

/** A text of headings alone still says something: the headings are told. */
function withWords(story: Story): Story['chapters'] {
  if (story.chapters.some((chapter) => chapter.beats.some((beat) => beat.type !== 'break'))) return story.chapters;
  return story.chapters.map((chapter) => {
    const text = chapter.title || story.title;
    return { ...chapter, beats: [{ type: 'narration', text, mentions: [], start: 0, end: text.length, isTag: false }] };
  });
}

function thinNarration(beats: Beat[], language: Language): Beat[] {
  const total = beats.reduce((sum, beat) => sum + (beat.type === 'narration' && !beat.isTag ? textWeight(beat.text) : 0), 0);
  if (total <= NARRATION_MAX) return beats;
  const actor = makeActor(language);
  return keepKeyNarration(beats, (text, mentions) => mentions.length * 2 + (actor.pose({ cue: '', said: '', told: text }) ? 2 : 0) - textWeight(text) / 40);
}

/** Rooms and streets as their time has them: no television in a story of swordsmen. */
const OF_OLD: Partial<Record<PlaceKind, PlaceKind>> = {
  'living-room': 'inn', street: 'old-town', 'shopping-street': 'old-town', crossing: 'old-town', alley: 'old-town', cafe: 'inn', restaurant: 'inn',
  bar: 'inn', shop: 'market', 'convenience-store': 'market',
  hospital: 'inn', office: 'study', 'meeting-room': 'study', 'police-station': 'courtyard', stairs: 'tower', bedroom: 'inn',
};

function inEra(place: PlaceKind, era: Place['era']): PlaceKind {
  return era === 'past' || era === 'fantasy' ? (OF_OLD[place] ?? place) : place;
}

function scenesOf(
  chapters: readonly { beats: Beat[] }[], options: { language: Language; wholeStory: string; voices: SceneVoices },
): DraftScene[][] {
  let before: Setting | undefined;
  return chapters.map((chapter) => {
    const scenes = draftScenes(chapter.beats, { ...options, before });
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

function characterOf(voice: Voice, { id, dressed, language }: { id: string; dressed: Dressed; language: Language }): Character {
  const name = shownName(voice.name, language);
  const aliases = name === voice.name ? voice.aliases : [...voice.aliases.filter((alias) => alias !== name), voice.name];
  return {
    id, name: clip(name, 200), aliases: aliases.map((alias) => clip(alias, 200)), look: dressed.look,
    outfits: [{ id: 'o1', outfit: dressed.outfit }], voice: voice.being === 'robot' ? 'machine' : 'normal', lines: voice.lineCount,
  };
}

function directScene(director: Director, scene: DraftScene, id: string, placeId: string): Scene {
  const drafts = draftPanels(scene.beats, director.budget, director.story.language);
  const cast: SceneCast = { order: [], resting: new Map(), acted: director.acted };
  const recent: Panel['shot'][] = [];
  const panels = drafts.map((draft, i) => {
    const panel = directPanel(director, { draft, scene, cast, recent, isOpening: i === 0, id: `${id}-p${i + 1}` });
    recent.push(panel.shot);
    return panel;
  });
  director.acted = cast.acted;
  return { id, placeId, time: scene.time, weather: scene.weather, season: scene.season, mood: scene.mood, panels };
}

/** A title is drawn on covers and named in files: one line without marks that turn the direction of writing or are not seen. */
function plainTitle(title: string): string {
  return title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}
