/** Who is in a described picture: the people and animals it names, each with the words about it. */
import type { Language } from '../../model/kinds.ts';
import type { Voice } from '../../writer/types.ts';
import { LOOK_WORDS } from '../words/looks.ts';
import { matcher } from '../words/match.ts';
import { ANIMAL_WORDS, PEOPLE_WORDS } from './people-words.ts';

/** As many as a picture shows apart from its crowd. */
const MOST = 4;
const COLUMN: Record<Language, 1 | 2 | 3> = { en: 1, zh: 2, ja: 3 };
const NUMBER: Record<Language, RegExp> = {
  en: /(?:^|[\s,])(two|three|four|both|a pair of|2|3|4|1)\s*(?:\w+[\s-]+){0,2}$|(\d)$/iu, zh: /([两二三四2-4])(?:个|位|名|只|条|匹|头)?[^，。、个位名只]{0,4}$|(对)$/u, ja: /([二三四2-4])(?:人|匹|羽|頭)の[^、。]{0,4}$|(?:^|[、。])([2-4])$/u,
};
const JA_NUMBER_AFTER = /^が?([二三四2-4])(?:人|匹|羽|頭)/u;
const COUNT: Record<string, number> = { two: 2, both: 2, 'a pair of': 2, 三: 3, 三人: 3, three: 3, four: 4, 两: 2, 二: 2, 对: 2, 四: 4 };
/** Where the words about one end and those about the next begin. */
const JOINT: Record<Language, RegExp> = { en: /,|;|\.|\band\b|&|\bbeside\b|\bnext to\b|\bwith (?=an?\b|his\b|her\b|their\b|two\b)/giu, zh: /[，。；、和与跟]|旁边|身边/gu, ja: /[、。；と]|のそば/gu };

type Hit = { at: number; end: number; word: string; facts: Pick<Voice, 'gender' | 'age' | 'being'>[]; isAnimal: boolean };

/** An animal that does what people do is drawn as one of them; others stand in the picture as what they are. */
const PERSON_LIKE: Record<Language, RegExp> = {
  en: /\b(?:wear(?:s|ing)|dressed|reading|talking|says?|drinking|cooking|playing|holding|anthropomorphic|humanoid|in an? (?:\w+ )?(?:suit|coat|hat|dress|uniform))\b/iu,
  zh: /穿|戴|说话|读|拟人|弹|喝|做饭|拿着/u, ja: /着た|着て|かぶ|話|読|擬人|飲|弾|持っ/u,
};
/** Too large for a thing beside people. */
const LARGE = new Set(['dragon', 'horse', 'bear', 'lion', 'tiger']);

/** Voices have keys `v1`, `v2` in the order of the text, and the words about each as description; animals are nouns of things. */
export function readPeople(prompt: string, language: Language): { voices: Voice[]; animals: string[] } {
  const found = hitsIn(prompt, language);
  const hasPeople = found.some((hit) => !hit.isAnimal);
  const isThing = (hit: Hit): boolean => hit.isAnimal && !PERSON_LIKE[language].test(prompt) && !(hasPeople && LARGE.has(hit.facts[0]!.being!));
  const hits = found.filter((hit) => !isThing(hit));
  return { voices: voicesOf(prompt, hits, language), animals: found.filter(isThing).map((hit) => hit.facts[0]!.being!) };
}

function voicesOf(prompt: string, hits: readonly Hit[], language: Language): Voice[] {
  const voices = hits.flatMap((hit, i) => {
    const description = prompt.slice(i === 0 ? 0 : jointBefore(prompt, hits[i - 1]!.end, hit.at, language), i + 1 < hits.length ? jointBefore(prompt, hit.end, hits[i + 1]!.at, language) : prompt.length).trim();
    return hit.facts.map((facts) => ({ facts, name: hit.word, description }));
  });
  return voices.slice(0, MOST).map(({ facts, name, description }, i): Voice => ({
    key: `v${i + 1}`, name, aliases: [], ...facts, descriptions: [description, ...wornIn(description, name, language)], lineCount: 0, mentionCount: 1,
  }));
}

/** Clothes stand in such descriptions without a verb: "1girl, school uniform". */
function wornIn(description: string, name: string, language: Language): string[] {
  return matcher(LOOK_WORDS, language)(description).map((hit) => (language === 'en' ? `${name} wearing ${hit.word}` : language === 'zh' ? `${name}穿${hit.word}` : `${name}は${hit.word}を着た`));
}

/** Longest words first, no letter read twice. */
function hitsIn(prompt: string, language: Language): Hit[] {
  const rows = [...PEOPLE_WORDS.map((row) => ({ facts: [...row[0]], words: row[COLUMN[language]], isAnimal: false })), ...ANIMAL_WORDS.map((row) => ({ facts: [{ being: row[0] }], words: row[COLUMN[language]], isAnimal: true }))];
  const all = rows.flatMap(({ facts, words, isAnimal }) => words.split('|').flatMap((word) => wordsAt(prompt, word, language).map(({ at, end }): Hit => ({ at, end, word: prompt.slice(at, end), facts, isAnimal }))));
  const kept: Hit[] = [];
  for (const hit of all.sort((a, b) => b.end - b.at - (a.end - a.at) || a.at - b.at)) if (kept.every((one) => hit.end <= one.at || hit.at >= one.end)) kept.push(hit);
  const inOrder = kept.sort((a, b) => a.at - b.at).filter((hit, i) => !isTitleOf(prompt, hit, kept[i + 1])).map((hit) => ({ ...hit, facts: counted(prompt, hit, language) }));
  // A ship's captain called twice is one: the same word again means the same person, unless it is counted.
  return inOrder.filter((hit, i) => inOrder.findIndex((one) => one.word.toLowerCase() === hit.word.toLowerCase()) === i);
}

/** A pirate captain is one person, and a cat girl a girl. */
function isTitleOf(prompt: string, hit: Hit, next: Hit | undefined): boolean {
  return next !== undefined && !next.isAnimal && /^[\s-]?$/u.test(prompt.slice(hit.end, next.at));
}

function wordsAt(prompt: string, word: string, language: Language): { at: number; end: number }[] {
  const pattern = language === 'en' ? new RegExp(`(?<![a-z])${word}(?:s|es)?(?![a-z'’-])`, 'giu') : new RegExp(word, 'gu');
  return [...prompt.matchAll(pattern)].map((hit) => ({ at: hit.index, end: hit.index + hit[0].length }));
}

function counted(prompt: string, hit: Hit, language: Language): Hit['facts'] {
  const before = NUMBER[language].exec(prompt.slice(Math.max(0, hit.at - 24), hit.at));
  const after = language === 'ja' ? JA_NUMBER_AFTER.exec(prompt.slice(hit.end)) : null;
  const said = (before?.[1] ?? before?.[2] ?? after?.[1])?.toLowerCase();
  const isPlural = language === 'en' ? /s$/iu.test(hit.word) && !/(?:ss|princess|friends|classmates|grandparents|teenagers|students)$/iu.test(hit.word) : prompt.slice(hit.end).startsWith(language === 'zh' ? '们' : 'たち');
  const count = said === undefined ? (isPlural && hit.facts.length === 1 ? 2 : 1) : (COUNT[said] ?? (Number(said) || 1));
  return Array.from({ length: Math.min(MOST, said === undefined ? Math.max(count, hit.facts.length) : count) }, (_, i) => hit.facts[i % hit.facts.length]!);
}

function jointBefore(prompt: string, from: number, to: number, language: Language): number {
  const last = [...prompt.slice(from, to).matchAll(JOINT[language])].at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}
