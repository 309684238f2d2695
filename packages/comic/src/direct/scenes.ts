/** Cuts a chapter's beats into scenes and tells where and when each plays. */
import type { DayTime, Language, Mood, PlaceKind, Season, Weather } from '../model/kinds.ts';
import type { Beat, Story } from '../writer/types.ts';
import { MOOD_WORDS, SEASON_WORDS, TIME_WORDS, WEATHER_WORDS } from './words/atmosphere.ts';
import { romanceIn } from './words/romance.ts';
import { inferRoom } from './infer-place.ts';
import { cuePlaces, namesFirst } from './place-cues.ts';
import { matcher, type Match, type Matcher } from './words/match.ts';
import { PLACE_WORDS } from './words/places.ts';
import { isIndoors } from '../model/indoors.ts';
import type { Era } from './look-for.ts';

export type DraftScene = { place: PlaceKind; time: DayTime; weather: Weather; season: Season; mood: Mood; beats: Beat[] };

export type Setting = Omit<DraftScene, 'beats'>;

type Matchers = { place: Matcher<PlaceKind>; time: Matcher<DayTime>; weather: Matcher<Weather>; season: Matcher<Season>; mood: Matcher<Mood>; unnamed: (text: string) => string };

/** Who plays, as far as a setting depends on it. */
export type SceneVoices = {
  /** Takes the names of the cast out of a text. */
  unnamed: (text: string) => string;
  /** Keys of children and kin: a scene of theirs is no love scene. */
  unwooed: ReadonlySet<string>;
};

const NOBODY: SceneVoices = { unnamed: (text) => text, unwooed: new Set() };

export function draftScenes(
  beats: readonly Beat[], options: { language: Language; before?: Setting; wholeStory: string; voices?: SceneVoices },
): DraftScene[] {
  const { unnamed, unwooed } = options.voices ?? NOBODY;
  const nameless = <C extends string>(match: Matcher<C>): Matcher<C> => (text) => match(unnamed(text));
  const matchers: Matchers = {
    place: placeMatcher(options.language, options.wholeStory), time: nameless(matcher(TIME_WORDS, options.language)),
    weather: nameless(matcher(WEATHER_WORDS, options.language)), season: nameless(matcher(SEASON_WORDS, options.language)),
    mood: nameless(matcher(MOOD_WORDS, options.language)), unnamed,
  };
  const scenes: DraftScene[] = [];
  const told = beats.flatMap((beat) => (beat.type === 'narration' ? [beat.text] : [])).slice(0, 14);
  let setting = options.before ?? defaultSetting({ told, deeds: toldIn(firstStretch(beats)) }, options.wholeStory, matchers, options.language);
  for (const part of cutAtMoves(beats, setting.place, matchers, options.language)) {
    setting = { ...settingOf(part, setting, matchers, options.language), mood: moodOf(part, { matchers, language: options.language, unnamed, unwooed }) };
    const last = scenes.at(-1);
    const isSame = last !== undefined && last.place === setting.place && last.time === setting.time && !startsHard(part.beats);
    if (isSame) last.beats.push(...part.beats);
    else scenes.push({ ...setting, beats: [...part.beats] });
  }
  return scenes.map((scene) => ({ ...scene, beats: scene.beats.filter((beat) => beat.type !== 'break') })).filter((scene) => scene.beats.length > 0);
}

/** Beats that play at one place; the place is absent where nothing tells it. */
type Part = { beats: Beat[]; place?: PlaceKind };

/** Places named often in the whole story win where a word could mean several. */
function placeMatcher(language: Language, wholeStory: string): Matcher<PlaceKind> {
  const match = matcher(PLACE_WORDS, language);
  const hasLight = LIGHTHOUSE.test(wholeStory);
  const suits = (hit: Match<PlaceKind>): boolean => (hasLight ? hit.word.toLowerCase() !== 'gallery' || hit.concept !== 'museum'
    : hit.concept !== 'lantern-room');
  const prior = new Map(match(wholeStory.slice(0, 30_000)).map((hit) => [hit.concept, Math.min(1.2, hit.score * 0.08)]));
  return (text) => match(text).filter(suits).map((hit) => ({ ...hit, score: hit.score + (prior.get(hit.concept) ?? 0) }));
}

/** Only a story with a lighthouse has a room for its lamp: "at the top", "the gallery". */
const LIGHTHOUSE = /lighthouse|灯塔|灯台/iu;

/** Words that open another time of the day or another day. */
const LATER: Record<Language, RegExp> = {
  en: /\b(?:next (?:morning|day|evening|night)|that (?:night|evening|afternoon|morning)|in the (?:morning|evening|afternoon)|(?:at|by|before|after) (?:dawn|dusk|night|nightfall|midnight|noon|sunset|sunrise|lunch|breakfast|dinner|school)|(?:hours|days|weeks|years|minutes) (?:later|after)|when (?:night|evening|morning))\b/iu,
  zh: /第二天|次日|当天|那天晚上|这天|傍晚|清晨|夜里|早上|晚上|过后|之后|以后|天亮|天黑|放学/u,
  ja: /翌日|翌朝|その夜|その晩|次の日|次の朝|夕方|やがて|放課後|夜になっ|朝になっ|朝、|夜、|夜明け/u,
};
/** What is remembered or told of is not where one is. */
const REMEMBERED: Record<Language, RegExp> = {
  en: /\b(?:had (?:been|once|lived|come|gone|grown|worked|met|left)|used to|long ago|years ago|remembered|dreamed|dreamt|when (?:he|she|i|they) (?:was|were) (?:a|little|small|young)|thought of|imagined)\b/iu,
  zh: /曾经|曾|以前|从前|那年|小时候|当年|想起|记得|梦见|听说|据说/u, ja: /昔|かつて|以前|ころ、|頃、|思い出|だったころ|夢を見|聞いた話/u,
};
const SENTENCE_END = /(?<=[。！？!?])|(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St))\.)\s+/u;

/** Going in where no room is named: into what was spoken of last. */
const ENTERS: Record<Language, RegExp> = {
  en: /\b(?:went in|walked in|stepped in(?:side)?|came in(?:side)?|let (?:him|her|them|us) in|inside(?:,| it| was| there))\b/iu,
  zh: /(?:走|跑|冲|闯|跨)了?进去|进了门|进门|推门而入|推开门|里面/u, ja: /中に入|中へ入|[扉戸ア門]を(?:開け|開く|押し開け|くぐ)|中には|中は/u,
};
const INNER: Partial<Record<PlaceKind, PlaceKind>> = {
  lighthouse: 'tower', castle: 'throne-room', temple: 'temple-hall', 'shopping-street': 'shop', 'school-gate': 'school-corridor', ship: 'ship-cabin',
  village: 'living-room', garden: 'living-room', station: 'train', 'bus-stop': 'bus',
};
/** There and back again within one sentence moves nobody. */
const RETURNS: Record<Language, RegExp> = { en: /\b(?:came|come) (?:straight )?back\b/iu, zh: /又(?:跑|走|折)?了?回来/u, ja: /戻ってき|戻って来/u };

/** Going out where nothing is named: to where one was outdoors before. */
const LEAVES: Record<Language, RegExp> = {
  en: /\b(?:went out|walked out|stepped out|ran out|came out|rushed out|stepped outside|went outside|ran outside|outside,)\b/iu,
  zh: /(?:走|跑|冲|出)(?:了)?出?(?:门外|屋外|屋子|店门|大门|家门|外面|门去)|来到外面/u, ja: /外(?:に|へ)(?:出|飛び出|走り出)|店を出|家を出/u,
};

type Reader = {
  matchers: Matchers; language: Language; /** The building spoken of last. */ named?: PlaceKind;
  /** The last place out of doors. */ outside?: PlaceKind;
};

/** Breaks of the text, and sentences that take people to another place or time, begin a new part. */
function cutAtMoves(beats: readonly Beat[], from: PlaceKind, matchers: Matchers, language: Language): Part[] {
  const parts: Part[] = [];
  const reader: Reader = { matchers, language };
  let place = from;
  for (const beat of beats) {
    const current = parts.at(-1);
    const isOpening = current === undefined || beat.type === 'break' || current.beats.every((earlier) => earlier.type === 'break');
    const text = beat.type === 'narration' ? beat.text : beat.type === 'line' ? beat.cue : '';
    const told = placeIn(text, isOpening ? 'first' : 'last', reader);
    const shifts = beat.type === 'narration' && matchers.time(beat.text).length > 0 && LATER[language].test(beat.text);
    if (current !== undefined && isOpening && beat.type !== 'break') {
      current.beats.push(beat);
      current.place ??= told;
    } else if (current === undefined || beat.type === 'break' || shifts || (told !== undefined && told !== place)) {
      parts.push({ beats: [beat], ...(told ? { place: told } : {}) });
    } else current.beats.push(beat);
    place = told ?? place;
  }
  return parts;
}

/** The place into which a text takes people: the first that it names, or where they are at its end. */
function placeIn(text: string, which: 'first' | 'last', reader: Reader): PlaceKind | undefined {
  const { language } = reader;
  const told = text.split(SENTENCE_END).filter((sentence) => !REMEMBERED[language].test(sentence)).flatMap((sentence) => {
    const hits = cuePlaces(sentence, reader.matchers.place(sentence), language);
    const cued = RETURNS[language].test(sentence) ? undefined : hits.find((hit) => hit.isCued)?.concept;
    const inner = cued === undefined && reader.named !== undefined && ENTERS[language].test(sentence) ? reader.named : undefined;
    const out = cued === undefined && LEAVES[language].test(sentence) ? (reader.outside ?? 'street') : undefined;
    if (cued !== undefined && !isIndoors(cued)) reader.outside = cued;
    const building = hits.map((hit) => INNER[hit.concept] ?? (isIndoors(hit.concept) ? hit.concept : undefined)).find((kind) => kind !== undefined);
    reader.named = building ?? reader.named;
    return cued ?? out ?? inner ?? [];
  });
  return which === 'first' ? told[0] : told.at(-1);
}

function startsHard(part: readonly Beat[]): boolean {
  const first = part[0];
  return first?.type === 'break' && first.reason === 'mark';
}

type Opening = { /** The first narration. */ told: readonly string[]; /** All that is told, round the speeches as well. */ deeds: readonly string[] };

/** Before any place is told, people are already where the first one puts them, or where what they do and handle tells. */
function defaultSetting(opening: Opening, text: string, matchers: Matchers, language: Language): Setting {
  const sample = opening.told.join('\n').slice(0, 1500);
  const named = { ...matchers, place: (words: string) => namesFirst(matchers.place(words), language) };
  return {
    place: placeIn(sample, 'first', { matchers: named, language }) ?? likelyPlace(opening, named, language) ?? 'street', time: 'day', weather: 'clear',
    season: matchers.season(text.slice(0, 20_000))[0]?.concept ?? 'summer', mood: 'calm',
  };
}

/** Of a place only spoken of, a fitting or a view, and what people do and handle: a room that is named wins, then the deeds. */
function likelyPlace({ told, deeds }: Opening, matchers: Matchers, language: Language): PlaceKind | undefined {
  const sample = told.join('\n').slice(0, 1500);
  const near = nearestPlaces(sample, matchers, language);
  const [named] = near;
  if (named !== undefined && !named.isWeak && isIndoors(named.concept)) return named.concept;
  const sentences = deeds.map((passage) => passage.split(SENTENCE_END).filter((sentence) => !REMEMBERED[language].test(sentence)).join(' '));
  return inferRoom(sentences.map(matchers.unnamed), language, near) ?? named?.concept;
}

/** The weather ends. */
const CALM: Record<Language, RegExp> = {
  en: /\b(?:(?:rain|storm|snow) (?:had )?(?:stopped|ended|passed|was over)|(?:sea|air|sky) was (?:calm|clear|blue))\b/iu, zh: /雨停|雪停|放晴|天晴|云散|风平浪静/u,
  ja: /雨が(?:やん|止ん|上が)|晴れ|雪がやん/u,
};

function settingOf({ beats: part, place: told }: Part, before: Setting, matchers: Matchers, language: Language): Omit<Setting, 'mood'> {
  const texts = toldIn(part);
  const opening = texts.slice(0, 4).join('\n').slice(0, 900);
  const all = texts.join('\n').slice(0, 4000);
  const place = told ?? (startsHard(part) ? (nearestPlaces(opening, matchers, language)[0] ?? nearestPlaces(all, matchers, language)[0])?.concept : undefined)
    ?? (startsHard(part) && !isIndoors(before.place) ? inferRoom(texts.map(matchers.unnamed), language, []) : undefined) ?? before.place;
  const time = earliest(matchers.time(opening)) ?? (startsHard(part) ? 'day' : before.time);
  // A new time of day brings its own weather; the old one ends unless it is named again.
  const isLater = startsHard(part) || time !== before.time;
  const weather = CALM[language].test(opening) ? 'clear' : (matchers.weather(opening)[0]?.concept ?? (isLater ? 'clear' : before.weather));
  const season = weather === 'snow' ? 'winter' : (matchers.season(opening)[0]?.concept ?? before.season);
  return { place, time, weather, season };
}

/** The beats before the first mark of a break. */
function firstStretch(beats: readonly Beat[]): readonly Beat[] {
  const end = beats.findIndex((beat, i) => i > 0 && beat.type === 'break' && beat.reason === 'mark');
  return end < 0 ? beats : beats.slice(0, end);
}

/** What is told round the speeches. */
function toldIn(part: readonly Beat[]): string[] {
  return part.flatMap((beat) => (beat.type === 'narration' ? [beat.text] : beat.type === 'line' ? [beat.cue] : []));
}

function moodOf({ beats }: Part, at: SceneVoices & { matchers: Matchers; language: Language }): Mood {
  const all = toldIn(beats).join('\n').slice(0, 4000);
  const romance = mainTwo(beats).some((key) => at.unwooed.has(key)) ? undefined : romanceIn(at.unnamed(all), at.language);
  const moods = [...at.matchers.mood(all), ...(romance ? [romance] : [])].sort((a, b) => b.score - a.score || a.at - b.at);
  return moods[0]?.concept ?? 'calm';
}

/** The two people who speak and are spoken of most. */
function mainTwo(beats: readonly Beat[]): string[] {
  const counts = new Map<string, number>();
  for (const beat of beats) {
    const keys = beat.type === 'narration' ? beat.mentions : beat.type === 'line' && beat.speakerKey !== undefined ? [beat.speakerKey] : [];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([key]) => key);
}

/** The places of a stretch of text that leads nobody anywhere, likeliest first; a dream or the sky are named too lightly to win. */
function nearestPlaces(text: string, matchers: Matchers, language: Language): ReturnType<typeof cuePlaces> {
  const weighed = cuePlaces(text, matchers.place(text), language).map((match) => ({
    ...match, score: match.score * (match.concept === 'dream' || match.concept === 'sky' ? 0.3 : 1) - match.at / 120,
  }));
  return weighed.sort((a, b) => b.score - a.score);
}

function earliest(matches: Match<DayTime>[]): DayTime | undefined {
  return matches.toSorted((a, b) => a.at - b.at)[0]?.concept;
}

const ERA_WORDS: Record<Exclude<Era, 'modern'>, Record<Language, RegExp>> = {
  past: {
    en: /\b(carriage|candlelight|sire|thy|thou|horseback|swordsman|samurai|emperor|peasant|hansom|governess|musket|squire)\b/giu,
    zh: /客栈|客棧|掌柜|掌櫃|書生|將軍|皇帝|江湖|书生|丫鬟|衙门|衙役|县令|年间|驿|圣旨|娘子|陛下|公子|将军|秀才|员外|贫道|官人|老爷|银子|大侠|剑客|长剑|剑谱|拔刀|拔剑|刀客|掌柜|客官|店小二|武功|门派|师门|掌门|古剑|王爷|娘娘|太监|镖局|马车/gu,
    ja: /侍|浪人|小僧|帝|御輿|旅籠|茶屋|江戸|殿様|刀|武士|長屋|奉行|大名|百姓|城下|拙者|お代官/gu,
  },
  fantasy: {
    en: /\b(dragon|wizard|witch|magic|elf|elves|dwarf|goblin|castle|spell|kingdom|princess|fairy|knight)\b/giu,
    zh: /魔法|巨龙|恶龙|精灵|女巫|法师|王国|公主|骑士|城堡|妖怪|神仙/gu, ja: /魔法|竜|ドラゴン|魔女|妖精|王国|騎士|お姫|勇者|魔王/gu,
  },
  future: {
    en: /\b(spaceship|android|starship|robot|colony|orbit|galaxy|cyber|hologram|asteroid)\b/giu, zh: /飞船|机器人|星际|太空|宇宙|人工智能|全息|殖民地/gu,
    ja: /宇宙船|アンドロイド|ロボット|銀河|惑星|人工知能|コロニー/gu,
  },
};

/** The world of a story: the words of another era must come several times to outweigh the present. */
export function eraOf(story: Story, text: string): Era {
  const sample = text.slice(0, 40_000);
  const limit = Math.max(3, sample.length / 1500);
  const counted = (['past', 'fantasy', 'future'] as const).map((era) => ({ era, count: sample.match(ERA_WORDS[era][story.language])?.length ?? 0 }));
  const best = counted.sort((a, b) => b.count - a.count)[0]!;
  return best.count >= Math.min(limit, 6) ? best.era : 'modern';
}
