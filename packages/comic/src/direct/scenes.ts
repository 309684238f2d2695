/** Cuts a chapter's beats into scenes and tells where and when each plays. */
import type { DayTime, Language, Mood, PlaceKind, Season, Weather } from '../model/kinds.ts';
import type { Beat, Story } from '../writer/types.ts';
import { MOOD_WORDS, SEASON_WORDS, TIME_WORDS, WEATHER_WORDS } from './words/atmosphere.ts';
import { matcher, type Match, type Matcher } from './words/match.ts';
import { PLACE_WORDS } from './words/places.ts';
import type { Era } from './look-for.ts';

export type DraftScene = { place: PlaceKind; time: DayTime; weather: Weather; season: Season; mood: Mood; beats: Beat[] };

export type Setting = Omit<DraftScene, 'beats'>;

type Matchers = { place: Matcher<PlaceKind>; time: Matcher<DayTime>; weather: Matcher<Weather>; season: Matcher<Season>; mood: Matcher<Mood> };

export function draftScenes(beats: readonly Beat[], options: { language: Language; before?: Setting; wholeStory: string }): DraftScene[] {
  const matchers: Matchers = {
    place: placeMatcher(options.language, options.wholeStory), time: matcher(TIME_WORDS, options.language), weather: matcher(WEATHER_WORDS, options.language),
    season: matcher(SEASON_WORDS, options.language), mood: matcher(MOOD_WORDS, options.language),
  };
  const scenes: DraftScene[] = [];
  let setting = options.before ?? defaultSetting(options.wholeStory, matchers);
  for (const part of cutAtMoves(beats, matchers, options.language)) {
    setting = settingOf(part, setting, matchers, options.language);
    const last = scenes.at(-1);
    const isSame = last !== undefined && last.place === setting.place && last.time === setting.time && !startsHard(part);
    if (isSame) last.beats.push(...part);
    else scenes.push({ ...setting, beats: [...part] });
  }
  return scenes.map((scene) => ({ ...scene, beats: scene.beats.filter((beat) => beat.type !== 'break') })).filter((scene) => scene.beats.length > 0);
}

/** Places named often in the whole story win where a word could mean several. */
function placeMatcher(language: Language, wholeStory: string): Matcher<PlaceKind> {
  const match = matcher(PLACE_WORDS, language);
  const prior = new Map(match(wholeStory.slice(0, 30_000)).map((hit) => [hit.concept, Math.min(1.5, hit.score * 0.12)]));
  return (text) => match(text).map((hit) => ({ ...hit, score: hit.score + (prior.get(hit.concept) ?? 0) }));
}

/** Words with which a narrator takes people somewhere. */
const MOVES: Record<Language, RegExp> = {
  en: /\b(?:into|reached|entered|inside|outside|arrived|came to|back to|back in|went to|ran to|walked to|climbed|in (?:the|his|her|their|a|an|my|our)|at (?:the|his|her|their)|on the|down to|up to|out of|through the|next morning|that night|that evening|the next day|in the morning|hours later|days later)\b/iu,
  zh: /来到|走进|进了|到了|回到|走出|跑出|跑到|跑下|上了|下了|冲进|里，|里空|边，|上，|第二天|当天|那天晚上|傍晚|清晨|夜里|早上|过后|之后|以后/u,
  ja: /に着|に入|を開け|を出|へ|まで来|に戻|外に出|中に|では|そこには|翌日|翌朝|その夜|その晩|次の日|次の朝|夕方|やがて|放課後/u,
};

/** Breaks of the text, and sentences that name another place or time with a move to it, begin a new part. */
function cutAtMoves(beats: readonly Beat[], matchers: Matchers, language: Language): Beat[][] {
  const parts: Beat[][] = [];
  let place: PlaceKind | undefined;
  for (const beat of beats) {
    const current = parts.at(-1);
    const told = beat.type === 'narration' ? bestPlace(matchers.place(beat.text)) : undefined;
    const moves = told !== undefined && told !== place && beat.type === 'narration' && MOVES[language].test(beat.text);
    const shifts = beat.type === 'narration' && matchers.time(beat.text).length > 0 && MOVES[language].test(beat.text);
    if (moves) place = told;
    const opens = beat.type === 'break' || moves || shifts;
    if (current === undefined || (opens && current.some((earlier) => earlier.type !== 'break'))) parts.push([beat]);
    else current.push(beat);
  }
  return parts;
}

function startsHard(part: readonly Beat[]): boolean {
  const first = part[0];
  return first?.type === 'break' && first.reason === 'mark';
}

function defaultSetting(text: string, matchers: Matchers): Setting {
  const sample = text.slice(0, 6000);
  return {
    place: bestPlace(matchers.place(sample)) ?? 'street', time: 'day', weather: 'clear',
    season: matchers.season(text.slice(0, 20_000))[0]?.concept ?? 'summer', mood: 'calm',
  };
}

/** The weather ends. */
const CALM: Record<Language, RegExp> = { en: /\b(?:(?:rain|storm|snow) (?:had )?(?:stopped|ended|passed|was over)|(?:sea|air|sky) was (?:calm|clear|blue))\b/iu, zh: /雨停|雪停|放晴|天晴|云散|风平浪静/u, ja: /雨が(?:やん|止ん|上が)|晴れ|雪がやん/u };

function settingOf(part: readonly Beat[], before: Setting, matchers: Matchers, language: Language): Setting {
  const told = part.flatMap((beat) => (beat.type === 'narration' ? [beat.text] : beat.type === 'line' ? [beat.cue] : []));
  const opening = told.slice(0, 5).join('\n').slice(0, 900);
  const all = told.join('\n').slice(0, 4000);
  const place = bestPlace(matchers.place(opening)) ?? (startsHard(part) ? bestPlace(matchers.place(all)) : undefined) ?? before.place;
  const time = earliest(matchers.time(opening)) ?? (startsHard(part) ? 'day' : before.time);
  // A new time of day brings its own weather; the old one ends unless it is named again.
  const isLater = startsHard(part) || time !== before.time;
  const weather = CALM[language].test(opening) ? 'clear' : (matchers.weather(opening)[0]?.concept ?? (isLater ? 'clear' : before.weather));
  const season = weather === 'snow' ? 'winter' : (matchers.season(opening)[0]?.concept ?? before.season);
  return { place, time, weather, season, mood: matchers.mood(all)[0]?.concept ?? 'calm' };
}

/** The place named most and first; a dream or the sky are named too lightly to win over a true place. */
function bestPlace(matches: Match<PlaceKind>[]): PlaceKind | undefined {
  const weighed = matches.map((match) => ({ ...match, score: match.score * (match.concept === 'dream' || match.concept === 'sky' ? 0.4 : 1) - match.at / 400 }));
  return weighed.sort((a, b) => b.score - a.score)[0]?.concept;
}

function earliest(matches: Match<DayTime>[]): DayTime | undefined {
  return matches.toSorted((a, b) => a.at - b.at)[0]?.concept;
}

const ERA_WORDS: Record<Exclude<Era, 'modern'>, Record<Language, RegExp>> = {
  past: { en: /\b(carriage|candlelight|sire|thy|thou|horseback|swordsman|samurai|emperor|peasant|hansom|governess|musket|squire)\b/giu, zh: /客栈|客棧|掌柜|掌櫃|書生|將軍|皇帝|江湖|书生|丫鬟|衙门|公子|将军|秀才|员外|贫道|官人|老爷|银子|大侠|剑客|长剑|剑谱|拔刀|拔剑|刀客|掌柜|客官|店小二|武功|门派|师门|掌门|古剑|王爷|娘娘|太监|镖局|马车/gu, ja: /侍|浪人|小僧|帝|御輿|旅籠|茶屋|江戸|殿様|刀|武士|長屋|奉行|大名|百姓|城下|拙者|お代官/gu },
  fantasy: { en: /\b(dragon|wizard|witch|magic|elf|elves|dwarf|goblin|castle|spell|kingdom|princess|fairy|knight)\b/giu, zh: /魔法|巨龙|恶龙|精灵|女巫|法师|王国|公主|骑士|城堡|妖怪|神仙/gu, ja: /魔法|竜|ドラゴン|魔女|妖精|王国|騎士|お姫|勇者|魔王/gu },
  future: { en: /\b(spaceship|android|starship|robot|colony|orbit|galaxy|cyber|hologram|asteroid)\b/giu, zh: /飞船|机器人|星际|太空|宇宙|人工智能|全息|殖民地/gu, ja: /宇宙船|アンドロイド|ロボット|銀河|惑星|人工知能|コロニー/gu },
};

/** The world of a story: the words of another era must come several times to outweigh the present. */
export function eraOf(story: Story, text: string): Era {
  const sample = text.slice(0, 40_000);
  const limit = Math.max(3, sample.length / 1500);
  const counted = (['past', 'fantasy', 'future'] as const).map((era) => ({ era, count: sample.match(ERA_WORDS[era][story.language])?.length ?? 0 }));
  const best = counted.sort((a, b) => b.count - a.count)[0]!;
  return best.count >= Math.min(limit, 6) ? best.era : 'modern';
}
