/** Names, described persons and pronouns in the narration of a Chinese story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Mention, Person, PronounKind, Scenes } from '../speakers/scene-types.ts';
import { clauseStart } from '../split/clauses.ts';
import { findNames } from './find-names.ts';
import { AFTER_SUBJECT, GROUP_WORDS, LEADS, NAME_ENDINGS, OBJECT_MARKS, PERSON_NOUNS, SHORT_NOUNS, STRONG_SPEECH_VERB } from './words.ts';
import type { PersonWord } from './words.ts';

export type ChineseCast = Cast & { surfaces: ReadonlyMap<string, Person>; index?: SurfaceIndex<Person> };

export function findChineseCast(scenes: Scenes): ChineseCast {
  const { text } = scenes;
  const isQuoted = quotedTest(scenes);
  const persons: Person[] = [];
  const surfaces = namePersons(persons, text, isQuoted);
  const index = indexSurfaces(surfaces);
  const nouns = indexSurfaces(PERSON_NOUNS);
  const byNoun = new Map<string, Person>();
  const mentions: Mention[] = [];
  // Old texts write 他 for everybody.
  const hasShe = /[她伊]/.test(text) || (text.length < 3000 && !/却说|卻說|且说|话说|話說|曰/.test(text));
  const self = findNarrator(persons, scenes, isQuoted);
  let lastNoun: Person | undefined;
  let lastManAt = 0;
  for (let at = 0; at < text.length; at++) {
    if (isQuoted(at)) continue;
    const named = index.longestAt(text, at);
    if (named) {
      // `花白胡子的人` is 花白胡子.
      const length = named.surface.length + (/^的人(?![们家])/.test(text.slice(at + named.surface.length, at + named.surface.length + 3)) ? 2 : 0);
      mentions.push(place(text, at, at + length, { personId: named.value.id }));
      at += length - 1;
      continue;
    }
    const pronoun = pronounAt(text, at, self !== undefined);
    if (pronoun) {
      if (!isOwner(text, at + pronoun.length) && !isKinOf(nouns, text, at + pronoun.length)) mentions.push(place(text, at, at + pronoun.length, { pronoun: pronoun.kind === 'he' && !hasShe ? 'any' : pronoun.kind, ...(pronoun.kind === 'self' && self ? { personId: self.id } : {}) }));
      at += pronoun.length - 1;
      continue;
    }
    const group = /[众眾大人他她孩伙諸诸二两兩三我全群士同看酒]/.test(text[at] ?? '') && at === headOf(text, at) ? GROUP_WORDS.exec(text.slice(at, at + 5)) : null;
    if (group) {
      const person = byNoun.get(group[0]) ?? makePerson(persons, { name: group[0], kind: 'group' });
      byNoun.set(group[0], person);
      mentions.push(place(text, at, at + group[0].length, { personId: person.id }));
      at += group[0].length - 1;
      continue;
    }
    const noun = headNoun(nouns, text, at);
    if (!noun) continue;
    const phrase = readPhrase(text, at, noun.surface);
    if (!phrase) continue;
    // `司机老周`, `女孩叫小满`: what somebody is, then the name; from now on the noun means the same person.
    const end = at + noun.surface.length;
    const titled = index.longestAt(text, end + (/^(?:的?名字)?(?:名叫|叫做|叫作|叫|就是|正是)/.exec(text.slice(end, end + 6))?.[0].length ?? 0));
    if (titled && titled.value.kind === 'name' && !/^[们們]/.test(text.slice(at + noun.surface.length))) {
      if (!byNoun.has(phrase.key)) byNoun.set(phrase.key, titled.value);
      if (byNoun.get(phrase.key) === titled.value) titled.value.aliases.add(phrase.key);
      tellAbout(titled.value, noun.value);
      at += noun.surface.length - 1;
      continue;
    }
    // `一个人` is hardly somebody unless he does something; who was last called so long ago is another.
    if (phrase.key === '人') {
      if (!/^[那这這]/.test(phrase.words) && !DEED.test(text.slice(at + 1, at + 12))) continue;
      if (at - lastManAt > 800) byNoun.delete('人');
      lastManAt = at;
    }
    const isPointed = /^(?:那|这|這)(?:个|個|位)?(?:人)$/.test(phrase.words);
    const person = isPointed && lastNoun ? lastNoun : (byNoun.get(phrase.key) ?? findByHead(byNoun, phrase.key, noun.surface) ?? addNoun(persons, phrase.key, noun));
    byNoun.set(phrase.key, person);
    person.aliases.add(phrase.key);
    lastNoun = person;
    mentions.push(place(text, phrase.start, at + noun.surface.length, { personId: person.id }));
    at += noun.surface.length - 1;
  }
  mentions.sort((a, b) => a.start - b.start);
  for (const { personId } of mentions) {
    const person = personId === undefined ? undefined : persons[personId];
    if (person?.kind === 'noun' || person?.kind === 'self') person.mentionCount++;
  }
  countNarration(mentions, text, isQuoted);
  bindObjects(mentions, text);
  voteGenders(mentions, persons, text);
  return { persons, mentions, surfaces, namings: listNamings(mentions, text, isQuoted, index) };
}

/** `她姓陈，名叫二妹`: the last one mentioned in the sentence bears the name. */
function listNamings(mentions: readonly Mention[], text: string, isQuoted: (at: number) => boolean, index: SurfaceIndex<Person>): NonNullable<Cast['namings']> {
  return [...text.matchAll(/(?:名叫|名字叫|名字是|小名叫|名唤|叫做|叫作)/g)].flatMap((match) => {
    const named = isQuoted(match.index) ? undefined : index.longestAt(text, match.index + match[0].length);
    const mention = named && mentions.findLast(({ start, end }) => end <= match.index && match.index - start < 25);
    return named && mention && !/[。！？\n]/.test(text.slice(mention.end, match.index)) ? [{ mention, name: named.surface }] : [];
  });
}

function namePersons(persons: Person[], text: string, isQuoted: (at: number) => boolean): Map<string, Person> {
  const surfaces = new Map<string, Person>();
  const names = findNames(text, isQuoted).sort((a, b) => b.name.length - a.name.length || b.total - a.total);
  for (const { name, total } of names) {
    const whole = [...surfaces].filter(([known]) => isAliasOf(known, name)).map(([, person]) => person);
    const person = new Set(whole).size === 1 ? whole[0] : undefined;
    const found = person ?? makePerson(persons, { name, kind: 'name', ...genderAndAge(name) });
    found.aliases.add(name);
    if (total > found.mentionCount) found.name = name;
    found.mentionCount = Math.max(found.mentionCount, total);
    surfaces.set(name, found);
  }
  return surfaces;
}

/** `老栓` of `华老栓`, `宝玉` of `贾宝玉`, `王胡` of `王胡先生`. */
function isAliasOf(whole: string, part: string): boolean {
  if (part.length < 2 || whole.length <= part.length) return false;
  if (whole.endsWith(part)) return whole.length - part.length <= 2 && !/^[小老]/.test(whole);
  const rest = whole.startsWith(part) ? whole.slice(part.length) : '';
  return rest !== '' && /^(?:先生|小姐|太太|老师|同学|姑娘|公子|大人|师傅|大叔)$/.test(rest);
}

function genderAndAge(name: string): Pick<Person, 'gender' | 'age'> {
  for (const [ending, gender, age] of NAME_ENDINGS) {
    if (ending.test(name) && name.replace(ending, '') !== '') return { ...(gender === undefined ? {} : { gender }), ...(age === undefined ? {} : { age }) };
  }
  if (/^女/.test(name)) return { gender: 'female' };
  // 老周 is a man unless told otherwise.
  if (/^老.$/.test(name)) return { gender: 'male' };
  if (/[娟婷芳嫦娥丽麗花玉珍珠翠莲蓮兰蘭菊梅香燕凤鳳娥媛姣娇嬌婵秀英莉娜薇雯黛钗釵妞霞娃红紅]$/.test(name)) return { gender: 'female' };
  return /[刚剛强強勇军軍伟偉雄虎彪豪栓柱斌涛濤鹏鵬龙龍牛根贵貴福财財]$/.test(name) ? { gender: 'male' } : {};
}

function findNarrator(persons: Person[], scenes: Scenes, isQuoted: (at: number) => boolean): Person | undefined {
  let count = 0;
  let narrated = 0;
  for (let at = 0; at < scenes.text.length; at++) {
    if (isQuoted(at)) continue;
    narrated++;
    if (scenes.text[at] === '我' && scenes.text[at + 1] !== '们' && scenes.text[at + 1] !== '們') count++;
  }
  const speaks = count > 0 && /(?:^|[”」』。，\n])我(?:[^，。们們！？“”「」\n]{0,6})?(?:[说說问問答喊]|(?<![知味])道)[：:，。,“「]/.test(scenes.text);
  return (count >= 3 || speaks) && count / narrated > 0.002 ? makePerson(persons, { name: '我', kind: 'self' }) : undefined;
}

function pronounAt(text: string, at: number, hasSelf: boolean): { kind: PronounKind; length: number } | undefined {
  const char = text[at] ?? '';
  if (!/[他她它伊我咱俺]/.test(char)) return undefined;
  if (/[们們]/.test(text[at + 1] ?? '')) return { kind: 'they', length: 2 };
  if (char === '他' && /[人乡鄉日国國处處]/.test(text[at + 1] ?? '') && text[at - 1] === '其') return undefined;
  if (char === '我') return hasSelf ? { kind: 'self', length: 1 } : undefined;
  if (char === '咱' || char === '俺') return undefined;
  if (char === '伊' && !/[的说說也便就在又从從]/.test(text[at + 1] ?? '')) return undefined;
  return { kind: char === '他' ? 'he' : char === '它' ? 'it' : 'she', length: 1 };
}

/** `他的手`: somebody's thing, yet what acts is his or hers, so voices and body parts count as the person. */
function isOwner(text: string, end: number): boolean {
  return text[end] === '的' && !/^的(?:声音|聲音|话|話|脸|臉|眼|手|嘴|嗓)/.test(text.slice(end, end + 4));
}

/** `他父亲诧异说`: the kinsman acts. */
function isKinOf(nouns: SurfaceIndex<PersonWord>, text: string, end: number): boolean {
  const noun = nouns.longestAt(text, end);
  return noun !== undefined && KIN.test(noun.surface);
}

const KIN = /^(?:父亲|父親|母亲|母親|爸爸|妈妈|媽媽|爹|娘|丈夫|妻子|老婆|太太|媳妇|媳婦|哥哥|弟弟|姐姐|妹妹|儿子|兒子|女儿|女兒|祖父|祖母|爷爷|爺爺|奶奶|外公|外婆|舅舅|叔叔|伯伯|婶婶|阿姨|姑妈|姨妈|岳父|岳母|师父|師父|徒弟|同桌|朋友|同学|主人|孙女|孙子|公公|婆婆|嫂子|大哥|二哥|大姐)/;

type Phrase = { start: number; key: string; words: string };

/** The last of nouns in a row: `高个子男人` is a 男人, `出租车司机` one word. */
function headNoun(nouns: SurfaceIndex<PersonWord>, text: string, at: number): { surface: string; value: PersonWord } | undefined {
  const first = nouns.longestAt(text, at);
  if (!first || SHORT_NOUNS.has(first.surface)) return first;
  const end = at + first.surface.length;
  // The longest noun may have swallowed the start of the next: 高个 + 子男人.
  const next = nouns.longestAt(text, end);
  if (!next || SHORT_NOUNS.has(next.surface) || next.surface.length < 2) return first;
  return { surface: first.surface + next.surface, value: { ...first.value, ...next.value } };
}

/** What the noun before a name says of its bearer. */
function tellAbout(person: Person, word: PersonWord): void {
  if (word.gender !== undefined && person.gender === undefined) person.gender = word.gender;
  if (word.age !== undefined && word.age !== 'adult' && person.age === undefined) person.age = word.age;
}

/** Takes `一个`, `那`, `年轻的` before the noun; short nouns only where such a word or the head of a clause stands before. */
function readPhrase(text: string, at: number, noun: string): Phrase | undefined {
  const head = headOf(text, at);
  const before = text.slice(head, at);
  const after = text.slice(at + noun.length, at + noun.length + 4);
  const modifier = /(?:(?:一|那|这|這|几|幾|两|兩|某|另一)?(?:(?:个|個|位|名)(?:[^，。的个個位名是我你他她]{1,3}(?=$))?|只|隻|条|條|头|頭|匹)|[那这這])?([^个個位名是，我你他她]{0,9}的)?([老小大胖瘦高矮白黑红紅花]{0,2})$/.exec(before.slice(-16));
  // A modifier with 的 belongs to the noun only when it opens the clause or follows a measure word.
  if (modifier?.[1] !== undefined && !/^(?:[一那这這几幾两兩某另个個位名])/.test(modifier[0]) && modifier[0].length < before.length) modifier[0] = modifier[2] ?? '';
  // `三个人`, `几个老人`: more than one.
  if (/(?:[二两兩三四五六七八九十几幾数數多]|一些|有些|许多|許多)(?:个|個|位|名)?[老小大年轻輕]{0,2}$/.test(before)) return undefined;
  const isMarked = modifier !== null && modifier[0] !== '';
  const isHead = before === '' || LEADS.test(before) || (/^[他她我它]的?$/.test(before) && KIN.test(noun));
  if ((noun === '人' || SHORT_NOUNS.has(noun)) && !isMarked && !isHead) return undefined;
  if (noun === '人' && (!/(?:的|那|这|這|个|個|位|老|女|男|外面|里面|门外|背后|旁边|身后)$/.test(before) || /^[们們家类類间間民物心生]/.test(after))) return undefined;
  if (/^[们們]/.test(after)) return /^.(?:[说說道问問笑])/.test(after) ? { start: at, key: `${noun}们`, words: noun } : undefined;
  if (SHORT_NOUNS.has(noun) && noun !== '人' && !AFTER_SUBJECT.test(after) && !isHead) return undefined;
  if (!isMarked && !isHead && !AFTER_SUBJECT.test(after) && !/^[，。！？：、的]/.test(after)) return undefined;
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
function findByHead(byNoun: ReadonlyMap<string, Person>, key: string, noun: string): Person | undefined {
  if (noun === '人') return undefined;
  const same = [...byNoun].filter(([known]) => known.endsWith(noun) && (known === noun || key === noun));
  return new Set(same.map(([, person]) => person)).size === 1 ? same[0]?.[1] : undefined;
}

function addNoun(persons: Person[], key: string, { surface, value }: { surface: string; value: { gender?: Person['gender']; age?: Person['age']; being?: string } }): Person {
  const isOld = /^老/.test(key);
  return makePerson(persons, {
    name: key === '人' ? '那人' : key, kind: 'noun', ...(value.gender === undefined ? (/女/.test(key) ? { gender: 'female' as const } : /男|胡子/.test(key) ? { gender: 'male' as const } : {}) : { gender: value.gender }),
    ...(value.age === undefined && !isOld ? {} : { age: isOld && surface !== '老师' ? 'old' as const : value.age ?? 'adult' }), ...(value.being === undefined ? {} : { being: value.being }),
  });
}

function headOf(text: string, at: number): number {
  return clauseStart(text, at, Math.max(0, at - 60));
}

function place(text: string, start: number, end: number, fields: Omit<Mention, 'start' | 'end' | 'isSubject'>): Mention {
  return { start, end, ...fields, isSubject: isSubject(text, start, end) };
}

const DEED = /^[^，。]{0,6}(?:[说說道问問喊叫答]|走|站|坐|跑|来|來|进|進|出|影)/;
const SPEAKS_SOON = new RegExp(`^[^，。]{0,6}${STRONG_SPEECH_VERB.source}`);
const SPEAKS_AT_ONCE = new RegExp(`^[^，。]{0,3}${STRONG_SPEECH_VERB.source}`);

function isSubject(text: string, start: number, end: number): boolean {
  const before = text.slice(headOf(text, start), start).replace(KIN.test(text.slice(start, end)) ? /[他她我它]的?$/ : /$/, '');
  const after = text.slice(end, end + 12);
  // `三角脸的拿起茶碗`: here 的 makes a person of a nickname.
  if (/^的(?!声音|聲音|话|話|[拿说說问問走站坐端笑])/.test(after)) return false;
  if (/^(?:家|家里|家裡|屋里|屋裡|那里|那裡|这边|那边)(?:的|[，。])/.test(after)) return false;
  if (/(?:见|見|看)$/.test(before) && !AFTER_SUBJECT.test(after)) return false;
  if (before === '' || LEADS.test(before) || /^.{1,9}的$/.test(before)) return true;
  // `闯进了一个满脸横肉的人`: who comes in goes on acting.
  if (/(?:来|來|进|進|出|走|站|坐|有|跑|立)(?:着|著|了|来|來|过|過)?$/.test(before) && /^[一个個位那]/.test(text.slice(start, start + 1))) return true;
  if (/(?:只见|只見|只听|只聽|听得|聽得|听见|聽見|忽见|却见|时|時|后|後|了)$/.test(before) && !/(?:见了|見了|听了|聽了|对了|看了)$/.test(before)) return AFTER_SUBJECT.test(after);
  if (OBJECT_MARKS.test(before)) return false;
  // An epithet before the name: `红鼻子老拱手里擎了一碗黄酒`.
  if (before.length <= 4 && !/[看见見对對向给給把被问問叫说說听聽跟和与與是在到从從了着著有让讓请請拉等]/.test(before) && AFTER_SUBJECT.test(after)) return true;
  return SPEAKS_AT_ONCE.test(after);
}

/** A paragraph's end parts a pronoun from its person as much as so many characters. */
const PARAGRAPH_GAP = 120;

function countNarration(mentions: readonly Mention[], text: string, isQuoted: (at: number) => boolean): void {
  let told = 0;
  let at = 0;
  for (const mention of mentions) {
    for (; at < mention.start; at++) if (!isQuoted(at)) told += text[at] === '\n' ? PARAGRAPH_GAP : 1;
    mention.told = told;
  }
}

/** `老周看着她`: an object is not the doer of its clause. */
function bindObjects(mentions: readonly Mention[], text: string): void {
  mentions.forEach((mention, i) => {
    const doer = mentions[i - 1];
    if (!mention.pronoun || mention.isSubject || doer?.personId === undefined || !doer.isSubject) return;
    const between = text.slice(doer.end, mention.start);
    if (between.length > 0 && between.length < 16 && !/[，。！？；：,.!?;:…“”」\n]|自己/.test(between) && !/^的/.test(text.slice(mention.end))) mention.notPerson = doer.personId;
  });
}

function voteGenders(mentions: readonly Mention[], persons: readonly Person[], text: string): void {
  mentions.forEach((mention, i) => {
    if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return;
    const previous = mentions[i - 1];
    const person = previous?.personId === undefined ? undefined : persons[previous.personId];
    if (!previous || !person || previous.pronoun || person.gender || !mention.isSubject || !previous.isSubject) return;
    const between = text.slice(previous.end, mention.start);
    // `老周看着她`: in one clause nobody is his own object.
    if (between.length > 60 || between.includes('\n') || !/[，。！？；：,.!?;:…“”」]/.test(between)) return;
    // Old texts write 他 for women too, so 她 weighs more.
    if (mention.pronoun === 'he') person.votes.male += 1;
    else person.votes.female += 2;
  });
}
