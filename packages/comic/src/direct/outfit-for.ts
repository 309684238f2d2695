/** Clothes and hats: by role, by what the story tells, else by era, language and chance. */
import type { OutfitSpec } from '../model/book.ts';
import type { Age, Gender, Headwear, Ink, Language, Outfit } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';
import type { LookHint } from './words/looks.ts';

export type Era = 'modern' | 'past' | 'fantasy' | 'future';

const OUTFIT_BY_HINT: readonly (readonly [LookHint, Outfit, Headwear?])[] = [
  ['doctor', 'lab-coat'], ['police', 'uniform', 'police-cap'], ['knight', 'armour'], ['king', 'robe', 'crown'], ['queen', 'gown', 'crown'],
  ['wizard', 'cloak', 'witch-hat'], ['astronaut', 'spacesuit'], ['soldier', 'uniform', 'helmet'], ['cook', 'apron', 'chef-hat'], ['monk', 'robe'],
  ['captain', 'coat', 'police-cap'], ['sailor', 'sweater', 'beanie'], ['servant', 'apron'], ['beggar', 'rags'], ['kimono', 'kimono'],
  ['engineer', 'overalls'], ['farmer', 'overalls', 'straw-hat'],
  ['office', 'suit'], ['rich', 'suit'], ['coat', 'coat'], ['dress', 'dress'], ['apron', 'apron'], ['uniform', 'uniform'],
];

const CLOTHES: Record<Era, Record<Gender, readonly Outfit[]>> = {
  modern: {
    female: ['skirt-blouse', 'sweater', 'dress', 'jacket', 'shirt', 'hoodie', 'coat'],
    male: ['shirt', 'hoodie', 'jacket', 'sweater', 'tshirt', 'coat', 'vest'],
    neutral: ['tshirt', 'hoodie', 'jacket', 'sweater'],
  },
  past: { female: ['gown', 'dress', 'cloak', 'robe'], male: ['vest', 'coat', 'robe', 'cloak'], neutral: ['robe', 'cloak', 'rags'] },
  fantasy: { female: ['dress', 'cloak', 'robe', 'gown'], male: ['cloak', 'vest', 'robe', 'armour'], neutral: ['cloak', 'robe'] },
  future: { female: ['spacesuit', 'jacket', 'tracksuit'], male: ['jacket', 'spacesuit', 'vest'], neutral: ['spacesuit', 'tracksuit'] },
};
/** What people of the past wear where the story's language lives. */
const PAST_DRESS: Partial<Record<Language, Outfit>> = { zh: 'hanfu', ja: 'kimono' };
const TOP_INKS: readonly Ink[] = ['black', 'white', 'light', 'white', 'tone', 'black', 'white', 'dark'];

/** What the story tells of a hat. */
export function headwearFor(hints: ReadonlySet<LookHint>): Headwear {
  for (const [hint, wear] of [
    ['crown', 'crown'], ['hood', 'hood'], ['ribbon', 'ribbon'], ['cap', 'cap'], ['hat', 'hat'],
  ] as const) if (hints.has(hint)) return wear;
  return 'none';
}

type DressCode = { language: Language; era: Era; isSchool: boolean; isDetective: boolean; isWar: boolean };

/** The clothes of one person. */
export function outfitFor(
  who: { gender: Gender; age: Age }, hints: ReadonlySet<LookHint>, random: Random, options: DressCode,
): { spec: OutfitSpec; headwear?: Headwear } {
  const isYoung = who.age === 'child' || who.age === 'teen';
  const pattern = isYoung
    ? random.pick(['plain', 'plain', 'stripes', 'emblem', 'dots', 'checks'] as const)
    : random.pick(['plain', 'plain', 'plain', 'plain', 'stripes', who.gender === 'male' ? 'plain' : 'dots', 'checks'] as const);
  const topInk = random.pick(TOP_INKS);
  // Two clear values on each person: dark over light or light over dark, seldom grey on grey.
  const bottomInk = random.pick(topInk === 'black' || topInk === 'dark' ? (['white', 'light', 'white'] as const)
    : (['black', 'dark', 'black', 'light'] as const));
  const inks = { topInk, bottomInk, pattern };
  if (options.isDetective && options.era === 'modern') return { spec: { kind: 'coat', ...inks, pattern: 'plain' }, headwear: 'hat' };
  const isPast = options.era === 'past';
  if (options.isWar && who.gender === 'male' && who.age !== 'child') {
    return { spec: { kind: 'uniform', ...inks, pattern: 'plain' }, headwear: random.pick(['helmet', 'helmet', 'none', 'police-cap'] as const) };
  }
  const isPupil = options.era === 'modern' && who.age === 'teen' && options.isSchool && (hints.has('uniform') || hints.has('student'));
  const role = isPupil ? undefined : OUTFIT_BY_HINT.find(([hint]) => hints.has(hint));
  const isForeign = isPast
    && (role?.[1] === 'suit' || role?.[1] === 'overalls' || role?.[1] === 'lab-coat' || (options.language !== 'en' && role?.[1] === 'armour'));
  if (role && !isForeign) return { spec: { kind: role[1], ...inks, pattern: 'plain' }, ...(role[2] ? { headwear: role[2] } : {}) };
  const native = PAST_DRESS[options.language];
  if (isPast && native) return { spec: { kind: native, ...inks, pattern: 'plain' } };
  if (options.era === 'modern' && (isPupil || hints.has('student') || (who.age === 'teen' && options.language === 'ja'))) {
    return { spec: { kind: schoolDress(who.gender, options.language, random), ...inks, topInk: random.pick(['black', 'white', 'dark']), pattern: 'plain' } };
  }
  if (options.era === 'modern' && hints.has('teacher')) return { spec: {
    kind: who.gender === 'female' ? 'skirt-blouse' : 'suit', ...inks, pattern: 'plain',
  } };
  if (options.era === 'modern' && who.age === 'old' && who.gender === 'female') {
    return { spec: {
      kind: random.pick(options.language === 'ja' ? (['kimono', 'skirt-blouse', 'kimono', 'dress'] as const)
        : (['dress', 'skirt-blouse', 'sweater'] as const)),
      ...inks,
    } };
  }
  return { spec: { kind: random.pick(CLOTHES[options.era][who.gender]), ...inks } };
}

function schoolDress(gender: Gender, language: Language, random: Random): Outfit {
  if (language === 'ja') return gender === 'female' ? random.pick(['sailor-uniform', 'school-blazer'] as const)
    : random.pick(['gakuran', 'school-blazer'] as const);
  return language === 'zh' ? 'tracksuit' : 'school-blazer';
}

/** Under a coat pale trousers are taken for bare legs. */
const LONG_COATS = new Set<Outfit>(['coat', 'lab-coat', 'raincoat']);

export function trousered(spec: OutfitSpec): OutfitSpec {
  if (!LONG_COATS.has(spec.kind) || spec.bottomInk === 'black' || spec.bottomInk === 'dark') return spec;
  return { ...spec, bottomInk: spec.topInk === 'black' ? 'dark' : 'black' };
}

/** Beings other than people wear one plain thing, unless the story gives them a coat or a crown. */
export function simpleOutfit(hints: ReadonlySet<LookHint>, era: Era, random: Random): { spec: OutfitSpec; headwear?: Headwear } {
  const topInk = random.pick(TOP_INKS);
  const kind: Outfit = OUTFIT_BY_HINT.find(([hint]) => hints.has(hint))?.[1]
    ?? random.pick(era === 'modern' || era === 'future' ? (['tshirt', 'sweater', 'tshirt'] as const) : (['vest', 'robe', 'cloak'] as const));
  return { spec: { kind, topInk, bottomInk: topInk === 'black' || topInk === 'dark' ? 'white' : 'dark', pattern: 'plain' } };
}
