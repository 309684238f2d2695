/** A look for every voice: from what the story says of it, the rest by seed and unlike the others of the cast. */
import type { Look, OutfitSpec } from '../model/book.ts';
import type { Age, Gender, HairStyle, Ink, Language } from '../model/kinds.ts';
import { seededRandom, type Random } from '../model/random.ts';
import type { Voice } from '../writer/types.ts';
import { beingOfVoice } from './being-of.ts';
import { gendersOf } from './gender-of.ts';
import { ageOf } from './age-of.ts';
import { headwearFor, outfitFor, simpleOutfit, trousered, type Era } from './outfit-for.ts';
import { ownWords, toldLooks } from './told-looks.ts';
import type { LookHint } from './words/looks.ts';

export type { Era } from './outfit-for.ts';
export type Dressed = { look: Look; outfit: OutfitSpec };

const HAIR: Record<Gender, Record<Age, readonly HairStyle[]>> = {
  female: {
    child: ['twin-tails', 'bob-fringe', 'twin-braids', 'ponytail', 'double-bun', 'side-ponytail', 'bob'],
    teen: ['bob', 'long-straight', 'ponytail', 'hime', 'shoulder', 'twin-tails', 'side-ponytail', 'braid', 'pixie', 'bob-fringe'],
    adult: ['shoulder', 'long-wavy', 'bun', 'bob', 'ponytail', 'long-straight', 'curly', 'pixie', 'braid'],
    old: ['bun', 'curly', 'bun', 'bob'],
  },
  male: {
    child: ['bowl', 'short-messy', 'short-spiky', 'short-crop', 'curly'],
    teen: ['short-messy', 'short-spiky', 'side-part', 'short-crop', 'curly', 'bowl'],
    adult: ['side-part', 'short-crop', 'slicked-back', 'short-messy', 'short-spiky', 'curly', 'side-part', 'short-messy'],
    old: ['bald-sides', 'bald', 'short-crop', 'slicked-back', 'side-part'],
  },
  neutral: {
    child: ['bowl', 'short-messy', 'bob'], teen: ['short-messy', 'bob', 'pixie', 'short-spiky'],
    adult: ['short-crop', 'bob', 'shoulder', 'pixie', 'side-part'], old: ['short-crop', 'bald-sides', 'bun'],
  },
};

/** Nobody cut it short in old China and Japan. */
const OLD_EAST: Record<Gender, readonly HairStyle[]> = {
  female: ['bun', 'long-straight', 'double-bun', 'hime', 'braid'],
  male: ['topknot', 'ponytail', 'topknot'],
  neutral: ['topknot', 'ponytail'],
};

const HAIR_BY_HINT: Partial<Record<LookHint, Record<Gender, HairStyle>>> = {
  'long-hair': { female: 'long-straight', male: 'shoulder', neutral: 'long-straight' },
  'short-hair': { female: 'pixie', male: 'short-crop', neutral: 'short-crop' },
  'curly-hair': { female: 'curly', male: 'curly', neutral: 'curly' },
  ponytail: { female: 'ponytail', male: 'topknot', neutral: 'ponytail' },
  braid: { female: 'twin-braids', male: 'braid', neutral: 'braid' },
  'twin-tails': { female: 'twin-tails', male: 'short-spiky', neutral: 'twin-tails' },
  bun: { female: 'bun', male: 'topknot', neutral: 'bun' },
  bald: { female: 'buzz', male: 'bald', neutral: 'bald' },
  'messy-hair': { female: 'short-messy', male: 'short-messy', neutral: 'short-messy' },
};

const SKINS = ['#f6d9c3', '#efc9a8', '#e0ac84', '#c98d62', '#f9e4d4'];
const HAIR_COLOURS: Record<Ink, readonly string[]> = {
  black: ['#2b2530', '#33261f'], dark: ['#5b3a29', '#7a4526'], tone: ['#a9713f', '#b5553a'], light: ['#e3b766', '#d9a15b'], white: ['#ececec', '#d8dbe2'],
};
const CLOTH_COLOURS = ['#c0392b', '#2e6f95', '#3d8361', '#d98e32', '#6b5b95', '#2d3a4f', '#b85c7d', '#8a9a5b', '#e2c391', '#4f6d7a'];

/** Standing heights of speaking animals: small ones stay small beside people, yet large enough to act. */
const ANIMAL_HEIGHT: Record<string, number> = {
  mouse: 0.46, frog: 0.46, bird: 0.48, owl: 0.54, rabbit: 0.56, turtle: 0.5, cat: 0.6, fox: 0.68, dog: 0.66, monkey: 0.66, pig: 0.66,
  wolf: 0.84, tiger: 0.9, bear: 0.98, horse: 1, dragon: 1.1,
};
const AGE_HEIGHT: Record<Age, [number, number]> = { child: [0.6, 0.72], teen: [0.92, 1], adult: [0.97, 1.07], old: [0.9, 0.97] };

/** Looks for all voices in order; leads first get the strongest contrasts. */
export function dressCast(voices: readonly Voice[], options: { language: Language; era: Era; seed: number; story: string }): Map<string, Dressed> {
  const dressed = new Map<string, Dressed>();
  const told = toldLooks(voices, options);
  const genders = gendersOf(voices, told, options);
  const isSchool = options.era === 'modern' && tellsOfSchool(options.story, options.language);
  const war = options.era === 'modern' ? (options.story.slice(0, 20_000).match(WAR[options.language]) ?? []) : [];
  const isWar = war.length >= 3 && new Set(war.map((word) => word.toLowerCase())).size >= 2;
  for (const voice of voices) {
    const random = seededRandom(`${options.seed}:look:${voice.name}`);
    const hints = told.get(voice.key) ?? new Set<LookHint>();
    const who: Who = {
      gender: genders.get(voice.key) ?? 'neutral', age: ageOf(voice, hints, { language: options.language, isSchool }),
      being: beingOfVoice(voice, options.story, options.language), isDetective: DETECTIVE.test(ownWords(voice, options.story, options.language)),
    };
    const candidates = Array.from({ length: 12 }, (_, i) => makeLook(who, hints, random.fork(`try${i}`), { ...options, isSchool, isWar }));
    const others = [...dressed.values()];
    const best = candidates.reduce((a, b) => (contrast(b, others) > contrast(a, others) + 1e-9 ? b : a));
    dressed.set(voice.key, best);
  }
  return dressed;
}

type Who = { gender: Gender; age: Age; being: string | undefined; isDetective: boolean };

function makeLook(
  who: Who, hints: ReadonlySet<LookHint>, random: Random, options: { language: Language; era: Era; isSchool: boolean; isWar: boolean },
): Dressed {
  const { gender, age, isDetective } = who;
  const being = beingOf(who.being);
  const hair = hairFor({ gender, age }, hints, random, options.era === 'past' && options.language !== 'en');
  const hairInk = hairInkFor(age, hints, random);
  const [low, high] = AGE_HEIGHT[age];
  const small = being === 'animal' ? (ANIMAL_HEIGHT[who.being ?? ''] ?? 0.7) * (age === 'child' || hints.has('small') ? 0.88 : 1) : undefined;
  const height = small
    ?? random.between(low, high) * (hints.has('tall') ? 1.06 : hints.has('small') && age !== 'child' ? 0.93 : 1) * (gender === 'female'
      && age !== 'child' ? 0.955 : 1);
  const outfit = being === 'human' ? outfitFor({ gender, age }, hints, random, { ...options, isDetective }) : simpleOutfit(hints, options.era, random);
  const headwear = outfit.headwear ?? headwearFor(hints);
  const look: Look = {
    being, gender, age, height, hair: underHat(hair, headwear, gender, hints, random), hairInk,
    build: buildFor(gender, hints, random),
    face: { shape: random.next(), eyes: random.next(), brows: random.next(), nose: random.next(), mouth: random.next() },
    facialHair: being === 'human' || hints.has('beard') || hints.has('moustache') ? facialHairFor(gender, age, hints, random) : 'none',
    glasses: glassesFor(age, hints, random),
    headwear,
    freckles: hints.has('freckles') || (age === 'child' && random.chance(0.15)),
    scar: hints.has('scar'),
    ...(being === 'animal' && who.being ? { animal: who.being } : {}),
    colours: {
      skin: random.pick(SKINS), hair: hints.has('red-hair') ? '#b5482a' : random.pick(HAIR_COLOURS[hairInk]),
      top: random.pick(CLOTH_COLOURS), bottom: random.pick(CLOTH_COLOURS), accent: random.pick(CLOTH_COLOURS),
    },
  };
  return { look, outfit: gender === 'male' ? trousered(outfit.spec) : outfit.spec };
}

/** Glasses, like an eyepatch, are a mark of somebody: they want a word of the story. */
function glassesFor(age: Age, hints: ReadonlySet<LookHint>, random: Random): Look['glasses'] {
  if (hints.has('eyepatch')) return 'eyepatch';
  if (hints.has('sunglasses')) return 'sunglasses';
  if (hints.has('round-glasses')) return 'round';
  return hints.has('glasses') ? (age === 'old' ? random.pick(['half', 'round'] as const) : random.pick(['round', 'square'] as const)) : 'none';
}

function buildFor(gender: Gender, hints: ReadonlySet<LookHint>, random: Random): Look['build'] {
  if (hints.has('fat')) return 'heavy';
  if (hints.has('thin')) return 'slim';
  if (hints.has('strong') || hints.has('knight')) return 'broad';
  return random.pick(gender === 'female' ? (['slim', 'average', 'slim'] as const) : (['average', 'slim', 'average', 'broad'] as const));
}

const SCHOOL: Record<Language, RegExp> = {
  en: /\b(?:classmates?|classroom|schoolbag|homework|high school|after school|schoolyard|our class|blackboard)\b/giu,
  zh: /同学|教室|放学|同桌|课间|班主任|高中|初中|操场|作业|校门/gu,
  ja: /クラス|教室|放課後|転校生|同級生|校門|先輩|部活|高校|給食|校庭|宿題|授業/gu,
};

const WAR: Record<Language, RegExp> = {
  en: /\b(?:battlefield|trench(?:es)?|soldiers?|grenade|platoon|front line|sergeant|shells?)\b/giu,
  zh: /战场|战壕|阵地|炮弹|班长|敌人|老兵|战士|冲锋|硝烟/gu,
  ja: /戦場|塹壕|兵士|砲弾|軍曹|敵兵|突撃/gu,
};

function tellsOfSchool(story: string, language: Language): boolean {
  return (story.slice(0, 20_000).match(SCHOOL[language])?.length ?? 0) >= 2;
}

const DETECTIVE = /\b(?:detective|private eye|sleuth)\b|侦探|探偵|刑事/iu;

function beingOf(being: string | undefined): Look['being'] {
  if (being === undefined || being === 'human') return 'human';
  if (being === 'robot' || being === 'ghost') return being;
  return 'animal';
}

function hairFor({ gender, age }: { gender: Gender; age: Age }, hints: ReadonlySet<LookHint>, random: Random, isOldEast: boolean): HairStyle {
  for (const [hint, byGender] of Object.entries(HAIR_BY_HINT)) if (hints.has(hint as LookHint)) return byGender[gender];
  if (hints.has('monk')) return gender === 'male' ? 'bald' : 'short-crop';
  if (isOldEast && age !== 'child') return random.pick(OLD_EAST[gender]);
  return random.pick(HAIR[gender][age]);
}

/** A cap hides a short cut whole: a woman under one shows her hair, or is taken for a man. */
function underHat(hair: HairStyle, headwear: Look['headwear'], gender: Gender, hints: ReadonlySet<LookHint>, random: Random): HairStyle {
  const isHidden = headwear !== 'none' && headwear !== 'ribbon' && headwear !== 'flower' && headwear !== 'crown' && headwear !== 'headband';
  if (gender !== 'female' || !isHidden || hints.has('short-hair')) return hair;
  return [
    'shoulder', 'long-wavy', 'long-straight', 'twin-braids', 'twin-tails', 'bob', 'side-ponytail', 'hime',
  ].includes(hair) ? hair : random.pick(['shoulder', 'long-wavy', 'long-straight'] as const);
}

function hairInkFor(age: Age, hints: ReadonlySet<LookHint>, random: Random): Ink {
  if (hints.has('grey-hair')) return 'white';
  if (hints.has('fair-hair')) return 'light';
  if (hints.has('red-hair')) return 'tone';
  if (hints.has('dark-hair')) return 'black';
  if (age === 'old') return random.pick(['white', 'white', 'light'] as const);
  return random.pick(['black', 'white', 'tone', 'black', 'dark', 'light'] as const);
}

function facialHairFor(gender: Gender, age: Age, hints: ReadonlySet<LookHint>, random: Random): Look['facialHair'] {
  if (gender === 'female') return 'none';
  if (hints.has('long-beard')) return 'long-beard';
  if (hints.has('beard')) return age === 'old' ? 'long-beard' : 'beard';
  if (hints.has('stubble')) return 'stubble';
  if (hints.has('moustache')) return 'moustache';
  if (gender !== 'male' || age === 'child' || age === 'teen') return 'none';
  if (age === 'old') return random.pick(['moustache', 'beard', 'none', 'long-beard'] as const);
  // A grown man's beard wants a word, or a trade that is pictured with one.
  const isBearded = hints.has('captain') || hints.has('sailor') || hints.has('king') || hints.has('farmer') || hints.has('wizard');
  return isBearded && !hints.has('young') ? random.pick(['none', 'beard', 'moustache', 'none'] as const) : 'none';
}

/** How far a look stands from the nearest of the others: hair shape and ink tell most at a glance. */
function contrast(one: Dressed, others: readonly Dressed[]): number {
  return others.reduce((least, other) => Math.min(least, distance(one, other)), Infinity);
}

function distance(a: Dressed, b: Dressed): number {
  const differs = (x: unknown, y: unknown, weight: number): number => (x === y ? 0 : weight);
  return (
    differs(a.look.hair, b.look.hair, 3) + differs(a.look.hairInk, b.look.hairInk, 3) +
    differs(a.outfit.kind, b.outfit.kind, 2) + differs(a.outfit.topInk, b.outfit.topInk, 2) +
    differs(a.look.glasses, b.look.glasses, 1.5) + differs(a.look.facialHair, b.look.facialHair, 1.5) + differs(a.look.headwear, b.look.headwear, 1) +
    differs(a.look.gender, b.look.gender, 2) + differs(a.look.age, b.look.age, 2) + Math.abs(a.look.height - b.look.height) * 6
  );
}
