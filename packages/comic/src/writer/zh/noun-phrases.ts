/** Persons who are only described: `一个年轻的樵夫`, `那穿灰风衣的男人`. */
import { makePerson } from '../cast/make-person.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Person } from '../speakers/scene-types.ts';
import { headOf, opensDeed } from './place-mention.ts';
import { KIN } from './pronouns.ts';
import { AFTER_SUBJECT, LEADS, STRONG_SPEECH_VERB } from './words.ts';
import type { PersonWord } from './words.ts';

export type Phrase = { start: number; key: string; words: string };

/** The last of nouns in a row: `高个子男人` is a 男人, `出租车司机` one word. */
export function headNoun(nouns: SurfaceIndex<PersonWord>, text: string, at: number): { surface: string; value: PersonWord } | undefined {
  const first = nouns.longestAt(text, at);
  if (!first || first.surface.length === 1) return first;
  const end = at + first.surface.length;
  // The longest noun may have swallowed the start of the next: 高个 + 子男人.
  const next = nouns.longestAt(text, end);
  if (!next || next.surface.length < 2) return first;
  return { surface: first.surface + next.surface, value: { ...first.value, ...next.value } };
}

/** What the noun before a name says of its bearer. */
export function tellAbout(person: Person, word: PersonWord): void {
  if (word.gender !== undefined && person.gender === undefined) person.gender = word.gender;
  if (word.age !== undefined && word.age !== 'adult' && person.age === undefined) person.age = word.age;
}

/** Takes `一个`, `那`, `年轻的` before the noun; short nouns only where such a word or the head of a clause stands before. */
export function readPhrase(text: string, at: number, noun: string): Phrase | undefined {
  const head = headOf(text, at);
  const before = text.slice(head, at);
  const after = text.slice(at + noun.length, at + noun.length + 4);
  const modifier = /(?:(?:一|那|这|這|几|幾|两|兩|某|另一)?(?:(?:个|個|位|名)(?:[^，。的个個位名是我你他她]{1,3}(?=$))?|只|隻|条|條|头|頭|匹)|[那这這])?([^个個位名是有，我你他她]{0,9}的)?([老小大胖瘦高矮白黑红紅花]{0,2})$/.exec(before.slice(-16));
  // A modifier with 的 belongs to the noun only when it opens the clause or follows a measure word.
  if (modifier?.[1] !== undefined && !/^(?:[一那这這几幾两兩某另个個位名])/.test(modifier[0]) && modifier[0].length < before.length) modifier[0] = modifier[2] ?? '';
  // `忽听得可爱的孩子`: what leads up to the clause is no part of it.
  const lead = modifier ? /^(?:忽然?|只|又|就|便|却|早|但|而|于是|接着)?(?:听得|听见|看见|见|听|有)?/.exec(modifier[0])?.[0] ?? '' : '';
  if (modifier && lead !== '' && lead.length < modifier[0].length) modifier[0] = modifier[0].slice(lead.length);
  // `三个人`, `几个老人`: more than one.
  if (/(?:[二两兩三四五六七八九十几幾数數多]|一些|有些|许多|許多)(?:个|個|位|名)?[老小大年轻輕]{0,2}$/.test(before)) return undefined;
  // 「麻雀号」 is a ship.
  if (/^[号號]/.test(after)) return undefined;
  const isMarked = modifier !== null && modifier[0] !== '';
  const isHead = before === '' || LEADS.test(before) || (/^[他她我它]的?$/.test(before) && KIN.test(noun));
  if (noun.length === 1 && !isMarked && !isHead) return undefined;
  if (noun === '人' && (!/(?:的|那|这|這|个|個|位|老|女|男|外面|里面|门外|背后|旁边|身后)$/.test(before) || /^[们們家类類间間民物心生]/.test(after))) return undefined;
  if (/^[们們]/.test(after)) return /^.(?:[说說道问問笑])/.test(after) ? { start: at, key: `${noun}们`, words: noun } : undefined;
  if (noun.length === 1 && noun !== '人' && !AFTER_SUBJECT.test(after) && !isHead) return undefined;
  if (!isMarked && !isHead && !AFTER_SUBJECT.test(after) && !opensDeed(after) && !/^[，。！？：、的]/.test(after)) return undefined;
  // 的人 without a measure word is anybody, unless he speaks at once.
  const isAnybody = noun === '人' && /的$/.test(before) && !/[一那这這个個位名]/.test(modifier?.[0] ?? '');
  if (isAnybody && !SPEAKS_SOON.test(text.slice(at + 1, at + 10))) return undefined;
  // `镇里的人`: people of a place, nobody in particular.
  if (noun === '人' && /[这那哪這][里裡边邊儿]的$/.test(before)) return undefined;
  if (noun === '人' && /(?:^|[\u3400-\u9fff])[里裡上下中内內外间間头頭边邊村镇鎮城家乡鄉]的$/.test(before) && !/[一那这這个個位名]/.test(modifier?.[0] ?? '')) return undefined;
  if (/^[几幾两兩数數]/.test(modifier?.[0] ?? '')) return undefined;
  const words = (modifier?.[0] ?? '') + noun;
  const key = words.replace(/^.*的(?=[那这這一])/, '').replace(/^(?:一|那|这|這|某|另一)?(?:个|個|位|名|只|隻|条|條|头|頭|匹)?/, '').replace(/^[那这這]/, '').replace(/^(?:[他她我你它]|自己|[他她]们)的?/, '');
  return { start: at - (modifier?.[0].length ?? 0), key: key === '' ? noun : key, words };
}

/** `胖掌柜` and `掌柜` are one as long as only one is known. */
export function findByHead(byNoun: ReadonlyMap<string, Person>, key: string, noun: string): Person | undefined {
  if (noun === '人') return undefined;
  const same = [...byNoun].filter(([known]) => known.endsWith(noun) && (known === noun || key === noun));
  return new Set(same.map(([, person]) => person)).size === 1 ? same[0]?.[1] : undefined;
}

export function addNoun(persons: Person[], key: string, { surface, value }: { surface: string; value: { gender?: Person['gender']; age?: Person['age']; being?: string } }): Person {
  const isOld = /^老/.test(key);
  return makePerson(persons, {
    name: key === '人' ? '那人' : key, kind: 'noun', ...(value.gender === undefined ? (/女/.test(key) ? { gender: 'female' as const } : /男|胡子/.test(key) ? { gender: 'male' as const } : {}) : { gender: value.gender }),
    ...(value.age === undefined && !isOld ? {} : { age: isOld && surface !== '老师' ? 'old' as const : value.age ?? 'adult' }), ...(value.being === undefined ? {} : { being: value.being }),
  });
}

export const DEED = /^[^，。]{0,6}(?:[说說道问問喊叫答]|走|站|坐|跑|来|來|进|進|出|影)/;

const SPEAKS_SOON = new RegExp(`^[^，。]{0,6}${STRONG_SPEECH_VERB.source}`);
