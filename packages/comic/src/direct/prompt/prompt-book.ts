/** A described picture as a book of one panel: who, where, when, in which style and how near. */
import type { Book, Panel } from '../../model/book.ts';
import type { Directions } from '../../model/hand-made.ts';
import { PRESETS as STYLES, SHOTS, type Effect, type Language, type Pose, type Shot } from '../../model/kinds.ts';
import { isHoldable, wantsRaisedHand } from '../../draw/prop/index.ts';
import { seededRandom } from '../../model/random.ts';
import { detectLanguage } from '../../writer/index.ts';
import type { Story, Voice } from '../../writer/types.ts';
import { directStory } from '../direct-book.ts';
import { hasCue, readRequest } from '../request/read-request.ts';
import { styleFor, type StyleAxes } from '../style/presets.ts';
import { WEATHER_WORDS } from '../words/atmosphere.ts';
import { matcher } from '../words/match.ts';
import { PLACE_WORDS } from '../words/places.ts';
import { readPeople } from './read-people.ts';
import { STYLE_WORDS, type StyleFind } from './style-words.ts';

/** `aspect`: width over height. `preset` and `shot` win over the words of the prompt; names that are none count as not given. */
export type PromptOptions = { seed: number; aspect: number; preset?: string; shot?: string };

export type PromptBook = { book: Book; panelId: string; directions: Directions | undefined };

/** The same prompt and options give the same book. A prompt that names nobody gives its place alone. */
export function promptBook(prompt: string, options: PromptOptions): PromptBook {
  const text = prompt.replace(/\s+/gu, ' ').trim();
  const language = detectLanguage(text);
  const style = styleIn(text, STYLES.find((name) => name === options.preset));
  const told = withoutStyle(text);
  const { voices, animals } = readPeople(told, language);
  const book = directStory(storyOf(told, voices, language), told, { format: 'square', direction: 'ltr', seed: options.seed, panels: 1, preset: style.preset, palette: style.palette });
  book.style = style;
  const scene = book.chapters[0]!.scenes[0]!;
  const panel = onePanel(book.chapters.flatMap((chapter) => chapter.scenes).flatMap((each) => each.panels));
  panel.props = [...new Set([...animals, ...panel.props.map(({ noun }) => noun)])].filter((noun) => !FRAMED.has(noun) && !(noun === 'cat' && animals.length > 0 && !animals.includes('cat'))).slice(0, 4).map((noun) => ({ noun }));
  copyActing(panel, voices);
  giveHands(panel, text, options.seed);
  leavePlaceOut(book, panel, told, language);
  scene.panels = [panel];
  book.chapters = [{ ...book.chapters[0]!, scenes: [scene] }];
  const asked = hasCue(text) ? askedFor(book, panel, text) : undefined;
  panel.shot = SHOTS.find((name) => name === options.shot) ?? asked?.shot ?? shotFor(panel, animals.length > 0 || book.bible.places[0]?.kind === 'void', options);
  panel.effects = panel.effects.filter((effect) => !GROUNDS.has(effect));
  return { book, panelId: panel.id, directions: asked && { ...asked, shot: panel.shot } };
}

/** What is told goes before the caption that holds the panel: it shows who does what, and needs no room for words. */
function storyOf(told: string, voices: Voice[], language: Language): Story {
  const mentions = voices.map(({ key }) => key);
  const beat = { type: 'narration' as const, mentions, start: 0, end: told.length };
  return { title: '', language, voices, notes: [], chapters: [{ title: '', beats: [{ ...beat, text: told, isTag: true }, { ...beat, text: '…', isTag: false }] }] };
}

function onePanel(panels: readonly Panel[]): Panel {
  const [first] = panels;
  if (!first) throw new RangeError('a prompt without a panel');
  return { ...first, lines: [], importance: 5, opensScene: true };
}

/** "Portrait" names a picture, and none hangs in it. */
const FRAMED = new Set(['picture', 'photo', 'paper']);

const MOVING = new Set<Pose>(['walk', 'run', 'sneak', 'ride', 'swim']);

/** Two boys running both run: who was named by the same word does the same. */
function copyActing(panel: Panel, voices: readonly Voice[]): void {
  panel.characters.forEach((person, i) => {
    const name = voices.find((voice) => `c${voice.key.slice(1)}` === person.id)?.name;
    const first = panel.characters.slice(0, i).find((other) => voices.find((voice) => `c${voice.key.slice(1)}` === other.id)?.name === name);
    if (!first) return;
    person.expression = first.expression;
    if (!STILL.has(first.pose)) Object.assign(person, { pose: first.pose, ...(MOVING.has(first.pose) ? { facing: first.facing } : {}), ...(first.gesture ? { gesture: first.gesture } : {}) });
  });
}

/** Who only stands there takes up what is named, and folds no arms unasked. */
function giveHands(panel: Panel, text: string, seed: number): void {
  const random = seededRandom(`${seed}:prompt-hands`);
  for (const person of panel.characters) {
    // A kite flies, and not who flies it.
    if (person.pose === 'float' && panel.props.some(({ noun }) => noun === 'kite')) person.pose = 'stand';
    if (person.pose === 'arms-crossed' && !/arms|抱臂|双手抱胸|腕組/iu.test(text)) person.pose = random.pick(['stand', 'stand-relaxed', 'stand-hands-hips', 'hands-in-pockets'] as const);
  }
  const thing = panel.props.map(({ noun }) => noun).find(isHoldable);
  const [first] = panel.characters;
  if (thing === undefined || !first || !STILL.has(first.pose) || panel.characters.some(({ holds }) => holds === thing)) return;
  first.holds = thing;
  if (first.pose !== 'read' && first.pose !== 'write') first.pose = wantsRaisedHand(thing) ? 'hold' : 'stand';
}

/** Where no place is named nor told by deeds, the picture has none: a street would be an invention. */
function leavePlaceOut(book: Book, panel: Panel, told: string, language: Language): void {
  const [place] = book.bible.places;
  const isTold = matcher(PLACE_WORDS, language)(told).length > 0 || matcher(WEATHER_WORDS, language)(told).length > 0;
  if (place?.kind !== 'street' || isTold) return;
  Object.assign(place, { kind: 'void', name: 'void' });
  panel.crowd = 0;
}

/** An axis that is named wins over the preset that is named; without either the artist draws in ink. */
function styleIn(text: string, chosen: string | undefined): ReturnType<typeof styleFor> {
  const found = STYLE_WORDS.filter(([, words]) => words.test(text)).map(([find]) => find);
  const axis = <K extends keyof StyleFind>(name: K): StyleFind[K] => found.find((find) => find[name] !== undefined)?.[name];
  const preset = chosen ?? axis('preset');
  const axes: Partial<StyleAxes> = { palette: axis('palette'), art: axis('art'), character: axis('character'), line: axis('line') };
  if (chosen !== undefined) return styleFor({ preset: chosen });
  return styleFor({ ...(preset === undefined ? {} : { preset }), ...axes });
}

const KIND_OF_PICTURE = /\b(?:an? )?(?:portrait|picture|drawing|painting|photo|image|illustration) of\b|的(?:肖像|画像|插画|图片|画)|の(?:肖像画?|イラスト|絵|写真)/giu;

/** A "watercolour" is no lake, and a "sunset palette" no evening. */
function withoutStyle(text: string): string {
  const rest = STYLE_WORDS.reduce((words, [find, pattern]) => (find.palette === 'neon' || find.preset === 'horror' ? words : words.replace(new RegExp(pattern.source, `g${pattern.flags}`), ' ')), text.replace(KIND_OF_PICTURE, ' ')).replace(/\s+/gu, ' ').trim();
  return rest === '' ? text : rest;
}

/** Effects that words of a picture ask for; flowers and flashes there are things of the scene. */
const ASKABLE = new Set<Effect>(['speed-lines', 'focus-lines', 'silhouette', 'sparkle', 'lightning', 'hearts', 'black-background', 'white-background']);
/** Grounds that a page of many panels wants now and then; a picture alone shows its place. */
const GROUNDS = new Set<Effect>(['white-background', 'black-background', 'screentone-gradient', 'flowers', 'silhouette', 'gloom-lines', 'impact-flash', 'focus-lines']);

function askedFor(book: Book, panel: Panel, text: string): Directions {
  const { shot, tilt, people, crowd, time, weather, effects } = readRequest(book, panel.id, { request: text, attempt: 0 });
  const told = effects?.filter((effect) => ASKABLE.has(effect) && !panel.effects.includes(effect));
  return { ...(shot ? { shot } : {}), ...(tilt === undefined ? {} : { tilt }), ...(people ? { people } : {}), ...(crowd === undefined ? {} : { crowd }), ...(time ? { time } : {}), ...(weather ? { weather } : {}), ...(told?.length ? { effects: told } : {}) };
}

const STILL = new Set<Pose>(['stand', 'stand-relaxed', 'arms-crossed', 'hands-in-pockets', 'think', 'look-up', 'look-back', 'explain', 'hand-on-chest', 'cheer', 'read', 'drink', 'eat', 'phone', 'write', 'stand-hands-hips']);

/** Near enough to know people, far enough to see where they are and what they do. */
function shotFor(panel: Panel, isOfThings: boolean, { aspect, seed }: PromptOptions): Shot {
  const random = seededRandom(`${seed}:prompt-shot`);
  const people = panel.characters;
  if (people.length === 0 && isOfThings && panel.props.length > 0) return 'insert';
  if (people.length === 0) return random.pick(['establishing', 'wide', 'establishing'] as const);
  // An umbrella is held over the head.
  if (people.some(({ holds }) => holds !== undefined && wantsRaisedHand(holds))) return 'wide';
  const isStill = people.every((person) => STILL.has(person.pose));
  if (people.length > 2) return aspect > 1.2 ? 'full' : 'cowboy';
  if (!isStill) return aspect > 1.5 ? random.pick(['full', 'wide', 'full'] as const) : 'full';
  return aspect < 0.85 ? random.pick(['full', 'cowboy', 'full', 'medium'] as const) : random.pick(['cowboy', 'full', 'medium', 'full'] as const);
}
