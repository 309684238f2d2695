/** Sorts the words for persons that tags have shown into names and nouns. */
import type { Scenes } from '../speakers/scene-types.ts';
import type { NameCandidate } from './find-names.ts';
import { findOpenPersons } from './open-persons.ts';
import { personSuffix } from './person-suffix.ts';
import { PERSON_NOUNS } from './person-nouns.ts';
import { HONORIFICS } from './words.ts';
import type { PersonWord } from './person-nouns.ts';

export type OpenWords = { names: NameCandidate[]; nouns: Map<string, PersonWord> };

/** How much a word needs to be a person, by its shape. */
const LEAST_NAME = 2;
const LEAST_PERSON_NOUN = 1;
/** 由次, 光吉, 千穂子 */
const NAME_END = new RegExp(`^(?![一二三四五六七八九十百千数何第])[一-龯ァ-ヴ]{1,3}(?:${[
  '十', '六', '七', '八', '衛', '郎', '助', '吉', '蔵', '介', '平', '作', '雄', '夫', '之', '代', '江', '枝', '美', '松', '造', '衛門', '兵衛', '次', '治', '三', '子', '彦', '太',
  '哉', '斗', '香', '奈', '菜', '恵', '乃', '音', '花', '華', '佳', '里', '織', '穂', '衣', '希', '紀', '弥', '也', '輔', '丞', '丸',
].join('|')})$`);
const LEAST_NAME_END = 0.7;
/** 「…」と、ふくが: kana words may be torn out of other words. */
const LEAST_KANA = 2.5;
/** 説明する, 判断し: what one can do is no person. */
const DONE = ['する', 'した', 'して', 'し、', 'され', 'すれ', 'せず', 'させ'] as const;

export function sortOpenPersons(scenes: Scenes, known: readonly NameCandidate[]): OpenWords {
  const surfaces = new Set(known.flatMap(({ surface, base }) => [surface, base]));
  const names: NameCandidate[] = [];
  const nouns = new Map<string, PersonWord>();
  for (const [word, weight] of findOpenPersons(scenes)) {
    if (weight < leastFor(word, scenes.text) || surfaces.has(word) || PERSON_NOUNS.has(word)) continue;
    if (/^[一-龯]{2,}$/.test(word) && DONE.some((verb) => scenes.text.includes(word + verb))) continue;
    const honorific = HONORIFICS.find(([end]) => word.endsWith(end) && word.length > end.length)?.[0];
    if (honorific !== undefined) names.push(candidate(scenes.text, word, honorific));
    else if (isNameShape(word)) names.push(candidate(scenes.text, word));
    else nouns.set(word, personSuffix(word) ?? {});
  }
  return { names, nouns };
}

function leastFor(word: string, text: string): number {
  if (/^[ぁ-ゖー]+$/.test(word) && !/(?:さん|さま|ちゃん|くん|じい|ばあ|こ)$/.test(word)) return standsAlone(word, text) ? LEAST_NAME_END : LEAST_KANA;
  if (NAME_END.test(word)) return LEAST_NAME_END;
  const isHonored = HONORIFICS.some(([end]) => end.length > 1 && word.endsWith(end));
  return isHonored || personSuffix(word) !== undefined || /^[ァ-ヴー・＝]{2,}$/.test(word) ? LEAST_PERSON_NOUN : LEAST_NAME;
}

/** さやか: at the head of a clause, or behind の, twice and more, or called さやかちゃん. */
function standsAlone(word: string, text: string): boolean {
  if (word.length < 3) return false;
  if (/(?:ちゃん|さん|くん)/.test(text) && ['ちゃん', 'さん', 'くん'].some((honorific) => text.includes(word + honorific))) return true;
  return (text.match(new RegExp(`(?<=[。、」\\n　の])${word}(?=[はがのを])`, 'g')) ?? []).length >= 2;
}

function candidate(text: string, surface: string, honorific?: string): NameCandidate {
  const base = honorific === undefined ? surface : surface.slice(0, -honorific.length);
  return { surface, base, ...(honorific === undefined ? {} : { honorific }), score: LEAST_NAME, total: text.split(surface).length - 1 };
}

/** Katakana, letters, two to four characters that end like no noun for persons. */
function isNameShape(word: string): boolean {
  if (/^[ァ-ヴー・＝]+$/.test(word) || /^[Ａ-Ｚａ-ｚA-Za-z]+$/.test(word)) return true;
  if (/^[一-龯々]{1,4}$/.test(word)) return personSuffix(word) === undefined || NAME_END.test(word);
  return false;
}
