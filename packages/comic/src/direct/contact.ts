/** What people touch: each other in a hug, by the hand or with a gift; a door, a rope, a ladder. */
import type { Contact } from '../model/book.ts';
import type { Language, PlaceKind, Pose } from '../model/kinds.ts';
import type { Deed } from './deeds.ts';
import { matcher, type Matcher, type WordRow } from './words/match.ts';

type How = NonNullable<Contact['how']>;

const TOUCH: readonly (readonly [How, Record<Language, RegExp>])[] = [
  ['hug', {
    en: /\b(?:hug(?:ged|s|ging)?|embrac(?:ed?|es|ing)|(?:threw|put|flung|wrapped) (?:his|her|both|their) arms (?:a?round|about)|held (?:him|her|each other) (?:close|tight)|into (?:his|her|their) arms|in each other[’']s arms)\b/iu,
    zh: /拥抱|抱住|搂住|搂着|抱在一起|抱紧|紧紧抱|扑进.{0,6}怀|揽进怀/u, ja: /抱きし|抱き合|抱きつ|抱き寄せ|抱きとめ/u,
  }],
  ['hand', {
    en: /\b(?:hand in hand|(?:took|held|squeezed|grabbed|caught|shook|gripped) (?:(?:his|her|each other[’']s|\w+[’']s|my) (?:small |little |old )?)hands?|holding hands|held hands|by the hand|hands? (?:touched|met))\b/iu,
    zh: /手拉手|手牵手|手拉着手|牵着.{0,6}手|牵起|牵住|握住.{0,6}手|握着.{0,6}手|拉着.{0,6}手|拉住.{0,6}手|握手/u, ja: /手をつな|手を繋|手を握|手を取|手が触れ|握手|手を引/u,
  }],
  ['give', {
    en: /\b(?:g[ai]ves?|giving|given|hand(?:ed|s|ing)? (?:over|him|her|it|the|back)|handed|held out|offer(?:ed|s)?|pass(?:ed|es) (?:him|her|it|the)|present(?:ed)? (?:him|her)|slipped (?:him|her))\b/iu,
    zh: /递给|递过|递了|递上|交给|送给|塞给|塞到|塞进.{0,6}手|还给|端给|接过/u, ja: /差し出|手渡|渡し|渡す|渡そ|受け取|握らせ/u,
  }],
];

/** The touch of a clause, as far as words tell. */
function touchOf(text: string, language: Language): How | undefined {
  return TOUCH.find(([, words]) => words[language].test(text))?.[0];
}

/** Who touches whom in a panel; `present` are the people who may be drawn. */
export function touchBetween(deeds: readonly Deed[], present: readonly string[], language: Language): { how: How; from: string; to: string } | undefined {
  for (const deed of deeds.toReversed()) {
    const how = touchOf(deed.text, language);
    const from = deed.subjects.find((key) => present.includes(key));
    if (how === undefined || from === undefined || (how !== 'give' && !namesPartner(deed, language))) continue;
    const to = [...deed.subjects, ...deed.others].find((key) => key !== from && present.includes(key))
      ?? (present.length >= 2 ? present.find((key) => key !== from) : undefined);
    if (to === undefined) continue;
    // Who takes something is given it.
    return how === 'give' && /接过|受け取/u.test(deed.text) ? { how, from: to, to: from } : { how, from, to };
  }
  return undefined;
}

/** Arms close round somebody, and not round a parcel; a hand that is held is somebody's. */
const PARTNER: Record<Language, RegExp> = {
  en: /\b(?:him|her|them|me|us|each other|one another|his|their|hand in hand|holding hands)\b/iu, zh: /[他她我]|对方|彼此|手拉|手牵|牵手|握手|拥抱|相拥|抱在一起/u,
  ja: /彼|互い|抱き合|抱きつ|つない|繋|握手|触れ/u,
};

function namesPartner(deed: Deed, language: Language): boolean {
  return deed.others.length > 0 || deed.subjects.length > 1 || PARTNER[language].test(deed.text);
}

/** True when words of touching need a second person in the picture. */
export function tellsOfTouch(deed: Deed, language: Language): boolean {
  const how = touchOf(deed.text, language);
  return how !== undefined && (how === 'give' || namesPartner(deed, language));
}

const THINGS: readonly WordRow<string>[] = [
  ['door', 'door|doors|gate', '门|铁门', 'ドア|扉|戸|門'],
  ['boulder', 'boulder|rock|stone', '石头|巨石|岩石|大石', '岩|石'],
  ['cart', 'cart|wagon|trolley|wheelbarrow|pram', '推车|板车|小车|车子', '荷車|台車|手押し'],
  ['wheel', 'gear|gears|wheel|crank|capstan', '齿轮|轮子|绞盘', '歯車|車輪'],
  ['rope', 'rope|line|cord|string|chain', '绳|线|缆', '綱|ロープ|縄|糸'],
  ['ladder', 'ladder', '梯子|木梯', 'はしご|梯子'],
  ['tree', 'tree|branch|trunk', '树', '木に|枝'],
  ['wall', 'wall|fence|cliff|rocks|rock face', '墙|崖|岩壁|栏杆', '壁|塀|崖|柵'],
  ['stairs', 'stair|stairs|steps|staircase|upstairs', '楼梯|台阶|石阶|木梯|楼', '階段|石段'],
  ['box', 'box|wooden chest|crate|cupboard|desk', '箱|柜|桌', '箱|棚|机'],
];
const ROCKY: ReadonlySet<PlaceKind> = new Set(['mountain', 'cliff', 'cave', 'ruins', 'castle']);
const SUITS: Partial<Record<Pose, readonly string[]>> = {
  push: ['door', 'boulder', 'cart', 'wheel', 'box'], pull: ['rope', 'door', 'cart', 'box'], climb: ['stairs', 'ladder', 'rope', 'tree', 'wall'],
};

export type ThingFinder = Matcher<string>;

export function thingFinder(language: Language): ThingFinder {
  return matcher(THINGS, language);
}

/** A door is knocked at and opened with one hand; only who pushes leans on it. */
const PUSHES = /\bpush|\bshov|推|押/iu;

/** The thing that somebody pushes, pulls or climbs; stairs are walked up. */
export function worksOn(pose: Pose, texts: readonly string[], find: ThingFinder, place: PlaceKind): { pose: Pose; contact?: Contact } | undefined {
  const suits = SUITS[pose];
  if (!suits || (pose !== 'push' && pose !== 'pull' && pose !== 'climb')) return undefined;
  for (const text of texts) {
    const thing = find(text).find((hit) => suits.includes(hit.concept))?.concept;
    if (thing !== undefined) return {
      pose: thing === 'door' && pose === 'push' && !PUSHES.test(text) ? 'reach' : thing === 'stairs' ? 'walk' : pose, contact: { how: pose, thing },
    };
  }
  // With nothing to work on, hands only reach, and feet walk; a mountain is climbed by its rock.
  return pose !== 'climb' ? { pose: 'reach' } : ROCKY.has(place) ? { pose, contact: { how: pose, thing: 'wall' } } : { pose: 'walk' };
}
