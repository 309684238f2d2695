/** A voice's gender: from the story, else from its name, else evenly over the cast. */
import type { Gender, Language } from '../model/kinds.ts';
import { hashText } from '../model/random.ts';
import type { Voice } from '../writer/types.ts';
import { GIVEN_NAMES } from './words/given-names.ts';
import type { LookHint } from './words/looks.ts';

/**
 * Genders of the whole cast by voice key. Who is told by nothing gets the rarer gender so far, and on
 * a tie the one his or her name hashes to: the same story always gives the same cast.
 */
export function gendersOf(
  voices: readonly Voice[], hints: ReadonlyMap<string, ReadonlySet<LookHint>>, options: { language: Language; story: string },
): Map<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const voice of voices) {
    const known = knownGender(voice, hints.get(voice.key) ?? new Set(), options);
    if (known) genders.set(voice.key, known);
  }
  for (const voice of voices) {
    if (genders.has(voice.key)) continue;
    const told = [...genders.values()];
    const lead = told.filter((one) => one === 'female').length - told.filter((one) => one === 'male').length;
    genders.set(voice.key, lead > 0 || (lead === 0 && hashText(voice.name) % 2 === 0) ? 'male' : 'female');
  }
  return genders;
}

function knownGender(voice: Voice, hints: ReadonlySet<LookHint>, options: { language: Language; story: string }): Gender | undefined {
  const told = pronounOf(voice, options.story) ?? voice.gender;
  if (told) return told;
  if (hints.has('female') !== hints.has('male')) return hints.has('female') ? 'female' : 'male';
  for (const name of [voice.name, ...voice.aliases]) {
    const gender = genderByName(name, options.language);
    if (gender) return gender;
  }
  return undefined;
}

/** What a given name alone tells: lists of common names, then the usual endings. */
export function genderByName(name: string, language: Language): Gender | undefined {
  if (language === 'zh') return byChinese(name);
  if (language === 'ja') return byJapanese(name);
  const words = name.toLowerCase().split(/[\s.]+/u).filter(Boolean);
  if (/^(?:mr|sir|lord|uncle|king|prince)$/u.test(words[0] ?? '')) return 'male';
  if (/^(?:mrs|ms|miss|lady|aunt|queen|princess)$/u.test(words[0] ?? '')) return 'female';
  const first = words.find((word) => !/^(?:old|little|young|dr|captain|professor|the)$/u.test(word)) ?? '';
  const listed = inLists(first, 'en');
  if (listed || !/^\p{Lu}/u.test(name)) return listed;
  if (/(?:[^aeiou]a|[ei]a|elle|ette|lyn|lynn|ine|issa)$/u.test(first)) return 'female';
  return /(?:[^aeiou]o|us|ert|ard|bert|son|ck)$/u.test(first) ? 'male' : undefined;
}

function byChinese(name: string): Gender | undefined {
  const bare = name.replace(/(?:先生|师傅|大叔|大爷)$/u, '');
  if (bare !== name || /^老[^师板]$/u.test(name)) return 'male';
  // The last character of a given name tells most; a lone surname tells nothing.
  const chars = [...name];
  for (const char of [chars.at(-1), ...(chars.length >= 3 ? [chars.at(-2)] : [])]) {
    if (chars.length < 2 || char === undefined) break;
    if (ZH_FEMALE.has(char)) return 'female';
    if (ZH_MALE.has(char)) return 'male';
  }
  return undefined;
}

const ZH_FEMALE = new Set('美丽芳娟英秀红玉兰梅婷娜雪慧敏静莉燕霞满妮娃花珍珠翠莲菊香凤娥媛姣娇婵薇雯黛妞琴琳倩颖怡佳萍蓉蕾露瑶琪月云妍悦欣彤馨晴婉淑巧');
const ZH_MALE = new Set('强伟军刚勇磊杰涛超明国建志文海龙飞斌辉鹏宇浩峰亮波雄虎彪豪栓柱牛根贵福财山松林东阳晨凯轩博鑫毅华平生成庆祥宝');

function byJapanese(name: string): Gender | undefined {
  const bare = name.replace(/(?:さん|くん|君|ちゃん|様|さま|先輩)$/u, '');
  const kana = [...bare].map((char) => (/[ぁ-ゖ]/u.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0x60) : char)).join('');
  const listed = inLists(kana, 'ja');
  if (listed) return listed;
  if (/(?:くん|君)$/u.test(name)) return 'male';
  if ([...bare].length < 2) return undefined;
  if (/(?:[子美奈香咲菜花恵代江莉乃穂音葵結]|[^ァ-ヶ]里)$/u.test(bare)) return 'female';
  if (/(?:[郎介輔斗翔也夫雄助平吾哉樹]|太)$/u.test(bare)) return 'male';
  if (!/^[ァ-ヶー]+$/u.test(kana)) return undefined;
  if (/(?:ロウ|スケ|[^リ]タ|ヘイ|[ァ-ヶ]ト|キチ|ヤ)$/u.test(kana)) return 'male';
  return /(?:コ|ミ|カ|ナ|エ|リ|ノ|ホ)$/u.test(kana) || /ちゃん$/u.test(name) ? 'female' : undefined;
}

function inLists(name: string, language: 'en' | 'ja'): Gender | undefined {
  return GIVEN_NAMES[language].female.has(name) ? 'female' : GIVEN_NAMES[language].male.has(name) ? 'male' : undefined;
}

/**
 * Gender told by the pronouns right after the name in its own sentences, when they agree. Chinese
 * and Japanese pronouns rarely follow a name so closely: there the voice's own gender stands.
 */
function pronounOf(voice: Voice, story: string): Gender | undefined {
  let [she, he] = [0, 0];
  const sample = story.slice(0, 60_000);
  for (let at = sample.indexOf(voice.name); at >= 0; at = sample.indexOf(voice.name, at + voice.name.length)) {
    const after = /^[^.!?"“”\n]{0,60}/u.exec(sample.slice(at + voice.name.length, at + voice.name.length + 60))?.[0] ?? '';
    if (/\b(?:she|her)\b/iu.test(after)) she++;
    if (/\b(?:he|his|him)\b/iu.test(after)) he++;
  }
  return she >= 2 && he === 0 ? 'female' : he >= 2 && she === 0 ? 'male' : undefined;
}
