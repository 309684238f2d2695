/** Where a sentence plays: a place counts when somebody is in it or goes there, not when it is only named. */
import type { Language, PlaceKind } from '../model/kinds.ts';
import { isIndoors } from '../model/indoors.ts';
import { isViewAfter } from './infer-place.ts';
import type { Match } from './words/match.ts';

/** Words before a place that put people into it; the last ones of the text before the hit are read. */
const INTO: Record<Language, RegExp> = {
  en: /\b(?:in|into|inside|within|at|on|onto|upon|aboard|through|across|along|down|up|to|reached|entered|enters|beneath|under|outside|back to|climbed|crossed|mouth of|entrance of|middle of|edge of)\s+(?:(?:the|a|an|his|her|their|my|our|its|this|that|old|little|small|big|great|dark|empty|narrow|captain[’']s|ship[’']s|keeper[’']s|school|[a-z]+(?:y|ed|en|al|ing|ous|ic|ful|al))\s+){0,4}$/iu,
  zh: /(?:在|到|进|入|上|下|出|过|回|往|向|穿过|沿着|推开|来到|坐在|站在|走上|爬上|登上|离开)[^，。；！？]{0,7}$/u,
  ja: /(?!)/u,
};
/** Words after it that do the same. */
const AFTER: Record<Language, RegExp> = {
  en: /^(?:\s+(?:was|were|lay|stood|smelled|swayed|rattled|rolled|rocked|door opened|swung|glided|roared)\b)/iu,
  zh: /^[^，。；！？]{0,4}?(?:里|中|内|上|下|前|边|旁|外|门口|尽头|深处|顶|底)/u,
  ja: /^(?:[^、。！？をはがの]{0,4}?(?:で|に|へ|まで|には|では)|(?:の(?:中|上|前|奥|隅|角|下|入口|入り口))|から出|を(?:出|抜け|歩|走|登|上|下|渡|駆|進|通|横切)|は(?:空い|静|暗|真|混|寒|広|狭|がらん))/u,
};
/** Places that are looked at, spoken of or likened, and not entered. */
const ONLY_SEEN: Record<Language, RegExp> = {
  en: /\b(?:look(?:ed|ing|s)? (?:out )?(?:at|over|across|towards?)|see|saw|watch(?:ed|ing)?|pointed (?:at|to)|gaz(?:ed?|ing) (?:at|over)|star(?:ed?|ing) at|like|as if|from|over the|name of|story of|map of|dream(?:ed|t)? of|talk(?:ed)? (?:about|of)|out over)\s+(?:(?:the|a|an|his|her|whole|black|dark|wide)\s+){0,3}$/iu,
  zh: /(?:窗外|看着?|望着?|望向|看见|看到|指着|像|好像|如同|仿佛|听说|想起|关于|叫做|离|冲过|开过|驶过|经过|拐过|路过)[^，。；！？]{0,6}$/u,
  ja: /(?!)/u,
};
const ONLY_SEEN_AFTER: Record<Language, RegExp> = { en: /(?!)/u, zh: /^(?:一样|似的|般|那边)/u, ja: /^(?:を見|が見え|のよう|みたい|を指|の話|を思|を眺め|をながめ|の方を)/u };

/** Fittings and views that name their place only when nothing better is known. */
const WEAK: Record<Language, RegExp> = {
  en: /^(?:beds?|pillows?|blankets?|desks?|sinks?|stoves?|ovens?|sofas?|armchairs?|steps?|curtains?|stages?|counters?|bench(?:es)?|doorsteps?|trees?|grass|clouds?|waves?|rocks?|sand|hill|hills|town|city|roads?|paths?|journey|king|queen|royal|soldiers?|army|war|bath|grave|drivers?|car|cars|plane|well|doctor's|nurses?|ward|match|company|future|experiment|nightmares?|dreams?)$/iu,
  zh: /^(?:枕|锅|灶|沙发|书桌|书架|海|山|洞|江|河|湖|田|村|街|巷|竹|雪地|船上|国王|女王|皇帝|军队|士兵|战争|未来|机器人|树下|大门|厕所|护士|床上|床边|梦里|旅途|台上|学校|长椅|站牌|车站)$/u,
  ja: /^(?:枕|布団|ソファ|机に|机の前|本棚|店|道|海|山|川|森|林|村|城|丘|谷|波|沖|池|寺|竹|宿|橋|庭|町|街|氷|牢|旅|王様|女王|兵士|未来|ベッド|部屋|波止場|ベンチ|駅|学校)$/u,
};

type Cued = Match<PlaceKind> & { isCued: boolean; /** A fitting or a view. */ isWeak: boolean };

/** A bench in the park: the fitting stands first, the name behind it tells more. */
export function namesFirst(matches: readonly Match<PlaceKind>[], language: Language): Match<PlaceKind>[] {
  return matches.map((match) => (WEAK[language].test(match.word) ? { ...match, ...match.again?.find((hit) => !WEAK[language].test(hit.word)) } : match));
}

/** Matches of a sentence with those that only name a view left out; cued ones weigh three times. */
export function cuePlaces(sentence: string, matches: readonly Match<PlaceKind>[], language: Language): Cued[] {
  return matches.flatMap((match) => {
    const before = sentence.slice(Math.max(0, match.at - 48), match.at);
    const after = sentence.slice(match.at + match.word.length, match.at + match.word.length + 14);
    if (ONLY_SEEN[language].test(before) || ONLY_SEEN_AFTER[language].test(after)) return [];
    if (!isIndoors(match.concept) && isViewAfter(sentence.slice(0, match.at), language)) return [];
    const [isInto, isIn] = [
      INTO[language].test(before) || SELF[language].test(match.word), AFTER[language].test(after) && !(language === 'en' && VIEWS.has(match.concept)),
    ];
    const isWeak = WEAK[language].test(match.word);
    const isCued = isWeak ? language !== 'en' && STRONG[language].test(`${match.at === 0 || isInto ? '^' : ''}${after}`) : isInto || isIn;
    const weight = (isCued ? 3 : 1) * (isWeak ? 0.3 : 1) * (isIn && VEHICLES.has(match.concept) ? 1.7 : 1);
    return [{ ...match, isCued, isWeak, score: match.score * weight }];
  }).sort((a, b) => b.score - b.at / 60 - (a.score - a.at / 60));
}

/** Words that say themselves that somebody is there: 屋里, 店内, 家の中, "at the door". */
const SELF: Record<Language, RegExp> = { en: /^(?:at|in|on|under|aboard|outside|below|upstairs|downstairs)\b/iu, zh: /^[上下]楼|[里中内]$/u, ja: /(?:中|内)$/u };
/** What makes even a weak word a place where one is. */
const STRONG: Record<Language, RegExp> = {
  en: /(?!)/u, zh: /^\^[边里中上下内前岸面]/u, ja: /^\^?(?:の中|の(?:角|前|ほとり|隅)|で(?!は)|へ|を(?:出|抜け|歩|走|登|渡|進)|に(?:着|入|来|出|行|戻|座|寝))/u,
};
const VIEWS: ReadonlySet<PlaceKind> = new Set(['sea', 'sky', 'mountain', 'lake', 'river', 'street', 'space']);
const VEHICLES: ReadonlySet<PlaceKind> = new Set(['train', 'bus', 'car', 'ship', 'boat', 'spaceship']);
