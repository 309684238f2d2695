/** Sorts the subjects of speaking verbs into names and descriptions, by their form alone. */
import { HAN, isAddress, isPatterned, isPlainWord } from './name-shapes.ts';
import type { TagSubject } from './tag-subjects.ts';
import { writesYi } from './pronouns.ts';
import { isPersonal as isPersonWord } from './read-subject.ts';
import { isDictionaryWord } from './word-bounds.ts';
import { NAME_ENDINGS, PERSON_NOUNS, SURNAMES } from './words.ts';

export type OpenSpeakers = {
  /** Names with how often a tag has them as its subject. */
  names: ReadonlyMap<string, number>;
  /** Nouns of the language that speak in this text: 画家, 太阳, 驿丞. */
  nouns: ReadonlySet<string>;
};

const LEAST_AFTER = 2;

/** The subjects of tags in `text`, sorted; forms cut short or run on by a word (`张居`, `赵刚凛然`) are mended. */
export function sortSpeakers(text: string, subjects: readonly TagSubject[]): OpenSpeakers {
  const counts = new Map<string, number>();
  const nouns = new Set<string>();
  const bares = new Set<string>();
  const hasYi = writesYi(text);
  // `”八角一下子亮了`: who stands again and again right behind a quote is a person.
  const afterQuotes = new Map<string, number>();
  for (const { words, isAfter } of subjects) if (isAfter) afterQuotes.set(words, (afterQuotes.get(words) ?? 0) + 1);
  const opening = new Set(subjects.filter(({ isOpening }) => isOpening).map(({ words }) => words));
  for (const { words, isTag, isBare } of subjects) {
    if (!isTag && !isTitled(words) && (afterQuotes.get(words) ?? 0) < LEAST_AFTER) continue;
    const bare = words.replace(PLACE, '').replace(DETERMINER, '').replace(/(?:的声音|的聲音)$/, '');
    const name = bare === words ? withoutTitle(bare) : bare;
    // Further on in a sentence many a word only looks like a subject (`合掌当胸道`).
    if (!isPersonal(bare) || (hasYi && bare.startsWith('伊')) || !(opening.has(words) || (isPatterned(name) && !isPlainWord(name)))) continue;
    if (isBare || !isTag) bares.add(name);
    if (isName(name) && bare === words) counts.set(name, (counts.get(name) ?? 0) + 1);
    else if (isBare || !isTag || bare.includes('的')) addNoun(nouns, bare);
  }
  const names = new Map<string, number>();
  for (const [name, count] of [...counts].sort((a, b) => a[0].length - b[0].length)) {
    const known = [...names.keys(), ...nouns].filter((other) => other.length >= 2);
    const shorter = known.find((other) => name.startsWith(other) && !isAddress(name.slice(other.length)));
    if (known.some((other) => other !== name && name.endsWith(other))) continue;
    const whole = shorter ?? cut(text, extend(text, name));
    if (shorter !== undefined || (name.length === 1 ? count >= 2 : bares.has(name) || count >= 2 || (isPatterned(name) && !isPlainWord(name)))) names.set(whole, (names.get(whole) ?? 0) + count);
  }
  return { names, nouns };
}

/** `瞎先生赔` stands once, `瞎先生` again and again: the rest belongs to the deed. */
function cut(text: string, name: string): string {
  for (let length = name.length - 1; length >= 2; length--) {
    const shorter = name.slice(0, length);
    const rate = countOf(text, shorter) / Math.max(1, countOf(text, name));
    if (rate >= 4) return isAddress(name.slice(length)) ? name : shorter;
  }
  return name;
}

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}

/** `司机老周` -> 老周. */
function withoutTitle(words: string): string {
  for (let length = 4; length >= 2; length--) {
    const rest = words.slice(length);
    if (rest.length >= 2 && PERSON_NOUNS.has(words.slice(0, length)) && !PERSON_NOUNS.has(rest)) return rest;
  }
  return words;
}

/** `木卫站的调度员`: the noun behind the last 的. */
function addNoun(nouns: Set<string>, words: string): void {
  const noun = words.slice(words.lastIndexOf('的') + 1);
  const fits = noun === words || isPersonWord(noun);
  if (fits && noun.length >= 2 && noun.length <= 4 && HAN.test(noun) && !endsLikeNoun(noun)) nouns.add(noun);
}

/** `戴会计凑近了，低声道`: surname and trade are a person wherever they open the sentence that leads to a quote. */
function isTitled(words: string): boolean {
  return SURNAMES.includes(words[0] ?? '') && PERSON_NOUNS.has(words.slice(1)) && words.length >= 3 && !PERSON_NOUNS.has(words);
}

/** `张居` is always followed by 正, and that by many things: the name is 张居正. */
function extend(text: string, name: string): string {
  const next = new Set<string>();
  const second = new Set<string>();
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    next.add(text[at + name.length] ?? '');
    second.add(text[at + name.length + 1] ?? '');
    count++;
  }
  const [only = ''] = next;
  return count >= 3 && next.size === 1 && second.size >= 3 && /[\u3400-\u9fff]/.test(only) && !/[说說问問曰笑]/.test(only) ? name + only : name;
}

/** `那`, `一个`, `这两位` before a description. */
export const DETERMINER = /^(?:(?:另外?|又|有)?[一那这這某](?:一)?(?:个|個|位|名|只|隻|条|條|头|頭|匹|员|員|群|帮|些)?|另外?(?:一)?(?:个|個|位)|(?:[他她我你它]|自己)的)/;

/** `地下婆娘们`, `外面人`: where they are. */
export const PLACE = /^(?:地下|外面|外边|里面|门外|门口|旁边|背后|身后|后面|前面|屋里|屋外|院里|楼上|楼下|台下|底下|一旁)(?=..)/;

/** No place, no time, no thing that is said: `《自序》里`, `话`. */
function isPersonal(words: string): boolean {
  if (words === '' || /^[他她它我你您咱俺们們]|[《》\s]|^(?:人|个|個)$/.test(words)) return false;
  const isPlace = /(?:[里裡内內旁边邊外]|时候|時候|以后|之后|[声聲话話])$/.test(words) || (words.length > 2 && /[上下中时時后後前]$/.test(words));
  if (isPlace) return words.length === 2 && SURNAMES.includes(words[0] ?? '');
  return !/^[一二两兩三四五六七八九十几幾数數众眾诸諸](?:个|個|位|名|人|只|隻|条|條|匹|头|頭|群|帮|些|双|雙|对|對|家|句|声|聲)|^[众眾诸諸几幾]|一人|[地着著了就]$|[他她它我你您]/.test(words);
}

/** Not in the dictionary as one word, and short or with a form of address. */
function isName(words: string): boolean {
  if (/^[A-Za-zＡ-Ｚａ-ｚ][A-Za-z.·]{0,15}$/.test(words)) return true;
  if (!HAN.test(words) || words.includes('的') || PERSON_NOUNS.has(words)) return false;
  if (words.length > 2 && endsLikeNoun(words) && !SURNAMES.includes(words[0] ?? '')) return false;
  const isAddressed = NAME_ENDINGS.some(([ending]) => ending.test(words) && !ending.test(words.slice(0, 1)));
  return words.length <= (isAddressed ? 8 : 6) && (isAddressed || words.length === 1 || isPatterned(words) || !isDictionaryWord(words));
}

/** `胖厨子`, `独臂人`: what somebody is, whatever stands before. */
function endsLikeNoun(words: string): boolean {
  return words.endsWith('人') || [2, 3].some((length) => length < words.length && PERSON_NOUNS.has(words.slice(-length)));
}
