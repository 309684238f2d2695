/** Names, described persons and pronouns in the narration of a Japanese story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { Cast, Mention, Person, PronounKind, Scenes } from '../speakers/scene-types.ts';
import { clauseStart } from '../split/clauses.ts';
import { findDescribed } from './find-described.ts';
import { findNames } from './find-names.ts';
import type { NameCandidate } from './find-names.ts';
import { castUnnamedHeroes } from './unnamed-hero.ts';
import { GROUP_WORDS, HONORIFICS, LEADS, PERSON_NOUNS, SPEECH_VERB, SUBJECT_PARTICLE } from './words.ts';

export type JapaneseCast = Cast & { surfaces: ReadonlyMap<string, Person> };

export function findJapaneseCast(scenes: Scenes): JapaneseCast {
  const { text } = scenes;
  const isQuoted = quotedTest(scenes);
  const persons: Person[] = [];
  const surfaces = namePersons(persons, findNames(text, isQuoted), text);
  const index = indexSurfaces(surfaces);
  const described = findDescribed(text, isQuoted, new Set(surfaces.keys()));
  const nouns = indexSurfaces(new Map([...PERSON_NOUNS, ...described]));
  const byNoun = new Map<string, Person>();
  const looks = countLooks(text);
  const self = findNarrator(persons, text, isQuoted);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isQuoted(at)) continue;
    const named = index.longestAt(text, at);
    const noun = nouns.longestAt(text, at);
    if (named && named.surface.length >= (noun?.surface.length ?? 0) && isWhole(text, at, named.surface)) {
      mentions.push(place(text, at, at + named.surface.length, { personId: named.value.id }));
      at += named.surface.length - 1;
      continue;
    }
    const plural = /[私わ僕ぼ俺お我]/.test(text[at] ?? '') ? PLURAL_SELF.exec(text.slice(at, at + 8)) : null;
    if (plural) {
      const person = byNoun.get(plural[0]) ?? makePerson(persons, { name: plural[0], kind: 'group' });
      byNoun.set(plural[0], person);
      mentions.push(place(text, at, at + plural[0].length, { personId: person.id }));
      at += plural[0].length - 1;
      continue;
    }
    const pronoun = pronounAt(text, at, self?.word);
    if (pronoun) {
      mentions.push(place(text, at, at + pronoun.length, { pronoun: pronoun.kind, ...(pronoun.kind === 'self' && self ? { personId: self.person.id } : {}) }));
      at += pronoun.length - 1;
      continue;
    }
    const group = /[み皆二三四一人村子彼生家兵男女大ふ群]/.test(text[at] ?? '') ? GROUP_WORDS.exec(text.slice(at, at + 6)) : null;
    if (group && SUBJECT_PARTICLE.test(text.slice(at + group[0].length, at + group[0].length + 4))) {
      const person = byNoun.get(group[0]) ?? makePerson(persons, { name: group[0], kind: 'group' });
      byNoun.set(group[0], person);
      mentions.push(place(text, at, at + group[0].length, { personId: person.id }));
      at += group[0].length - 1;
      continue;
    }
    const many = noun && !/[一-龯々]/.test(text[at - 1] ?? '') ? /^(?:たち|達|ども)(?=[はがも])/.exec(text.slice(at + noun.surface.length, at + noun.surface.length + 4)) : null;
    if (noun && many && noun.surface !== '一人') {
      const name = noun.surface + many[0];
      const person = byNoun.get(name) ?? makePerson(persons, { name, kind: 'group' });
      byNoun.set(name, person);
      mentions.push(place(text, at, at + name.length, { personId: person.id }));
      at += name.length - 1;
      continue;
    }
    if (!noun || !isNoun(text, at, noun.surface) || /[二三四五六七八九十数]匹の$/.test(text.slice(Math.max(0, at - 4), at))) continue;
    const key = animalKey(text, at, noun.surface, nounKey(text, at, noun.surface, looks));
    const person = byNoun.get(key) ?? findByHead(byNoun, key, noun.surface) ?? addNoun(persons, key, noun.value);
    byNoun.set(key, person);
    person.aliases.add(key);
    if (person.being !== undefined) person.aliases.add(noun.surface);
    // Gods are spoken of more than they speak: only a tag gives them words.
    if (!/^神[様さ]/.test(noun.surface)) person.mentionCount++;
    // `狐の子も` is the young one as a whole.
    const young = key.startsWith('子') ? (/^の子(?:供|ども)?(?=[はがもをにとの、])/.exec(text.slice(at + noun.surface.length, at + noun.surface.length + 5))?.[0].length ?? 0) : 0;
    const length = noun.surface.length + young;
    mentions.push(place(text, at, at + length, { personId: person.id }));
    at += length - 1;
  }
  castUnnamedHeroes(mentions, persons);
  voteGenders(mentions, persons, text);
  return { persons, mentions, surfaces };
}

function namePersons(persons: Person[], names: readonly NameCandidate[], text: string): Map<string, Person> {
  const surfaces = new Map<string, Person>();
  for (const name of [...names].sort((a, b) => b.base.length - a.base.length || b.total - a.total)) {
    const known = surfaces.get(name.base) ?? [...surfaces].find(([surface, person]) => person.kind === 'name' && (isPartOf(surface, name.base) || stripHonorific(surface) === name.base))?.[1];
    const person = known ?? makePerson(persons, { name: name.surface, kind: 'name', ...(/^お[一-龯]{1,2}$/.test(name.surface) ? { gender: 'female' as const } : {}), ...honored(name.honorific) });
    if (!person.gender) Object.assign(person, honored(name.honorific));
    person.aliases.add(name.surface);
    if (name.total > person.mentionCount) {
      person.mentionCount = name.total;
      person.name = name.surface;
    }
    surfaces.set(name.surface, person);
    // `田中さん` is also met as `田中`.
    if (name.honorific !== undefined && name.base.length >= 2 && !/^[ぁ-ん]/.test(name.base) && text.includes(name.base)) {
      person.aliases.add(name.base);
      surfaces.set(name.base, person);
    }
  }
  return surfaces;
}

function stripHonorific(surface: string): string {
  for (const [honorific] of HONORIFICS) if (surface.endsWith(honorific) && surface.length > honorific.length) return surface.slice(0, -honorific.length);
  return surface;
}

/** `ジョバンニ` of `ジョバンニ・ロッシ`; `太郎` of `山田太郎`. */
function isPartOf(whole: string, part: string): boolean {
  const bare = stripHonorific(whole);
  if (part.length < 2 || bare.length <= part.length) return false;
  if (/[・＝]/.test(bare)) return bare.split(/[・＝]/).includes(part);
  return /^[一-龯々]+$/.test(bare) && /^[一-龯々]+$/.test(part) && bare.length >= 3 && (bare.endsWith(part) || bare.startsWith(part));
}

function honored(honorific: string | undefined): Pick<Person, 'gender' | 'age'> {
  const known = HONORIFICS.find(([word]) => word === honorific);
  return { ...(known?.[1] === undefined ? {} : { gender: known[1] }), ...(known?.[2] === undefined ? {} : { age: known[2] }) };
}

const PLURAL_SELF = /^(?:(?:私|わたし|わたくし|僕|ぼく|俺|おれ)(?:たち|達|ども|等)|我々|われわれ)(?=[はがも])/;
const SELF_WORDS = ['私', 'わたし', 'わたくし', '僕', 'ぼく', '俺', 'おれ', '自分', '余', '吾輩', 'わし'] as const;

function findNarrator(persons: Person[], text: string, isQuoted: (at: number) => boolean): { person: Person; word: string } | undefined {
  let best: { word: string; count: number } | undefined;
  for (const word of SELF_WORDS.filter((candidate) => candidate !== '自分')) {
    let count = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (isQuoted(at) || !/[はがもにのをと、]/.test(text[at + word.length] ?? '')) continue;
      // 「…」と私は言った: once is enough.
      count += /[」』]\s*と、?$/.test(text.slice(Math.max(0, at - 5), at)) && /[はが]/.test(text[at + word.length] ?? '') ? 3 : 1;
    }
    if (count >= 3 && count > (best?.count ?? 0)) best = { word, count };
  }
  return best ? { person: makePerson(persons, { name: best.word, kind: 'self' }), word: best.word } : undefined;
}

function pronounAt(text: string, at: number, self: string | undefined): { kind: PronounKind; length: number } | undefined {
  const char = text[at];
  if (char === '彼') {
    if (text[at + 1] === '女') return { kind: 'she', length: 2 };
    if (/[ら等]/.test(text[at + 1] ?? '')) return { kind: 'they', length: 2 };
    return /[はがもにのをと、]/.test(text[at + 1] ?? '') ? { kind: 'he', length: 1 } : undefined;
  }
  if (self !== undefined && text.startsWith(self, at) && /[はがもにのをと、]/.test(text[at + self.length] ?? '')) return { kind: 'self', length: self.length };
  return undefined;
}

/** A surface in kana or a single character must stand free: `ごん` not inside `すごんで`. */
function isWhole(text: string, at: number, surface: string): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text.slice(at + surface.length, at + surface.length + 2);
  if (/^[ぁ-ゖ]+$/.test(surface)) return !/[ぁ-ゖ]/.test(before) ? /^(?:[はがもをにのとへで、。！？」 　]|さん|ちゃん|から|まで|たち)/.test(after) : /[とのはがもをにで]/.test(before) && /^[はがもをにのとへ、]/.test(after);
  if (/^[ァ-ヴー・＝]+$/.test(surface)) return !/[ァ-ヴー]/.test(before) && !/^[ァ-ヴー]/.test(after);
  if (surface.length === 1) return !/[一-龯々]/.test(before) && !/^[一-龯々]/.test(after);
  return !/^[一-龯々]/.test(after) || /^(?:君|様|殿|氏|嬢|先生|達)/.test(after);
}

function isNoun(text: string, at: number, surface: string): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text.slice(at + surface.length, at + surface.length + 3);
  if (!/^(?:は|が|も|の|に|を|と|へ|で|から|、|。|だ|さん|さま|様|たち|だけ|まで|ら[はが]|や|」|』)/.test(after)) return false;
  // おかあさん, おばさん: whole words wherever they stand, but for `お` and `ど` that would make another word.
  if (/^お[ぁ-ゖ]{1,4}(?:さん|さま)$/.test(surface) || /^お[一-龯](?:さん|様|さま)$/.test(surface)) return true;
  if (/^(?:たぬき|きつね|うさぎ|おおかみ|ねずみ|からす|すずめ|ふくろう|やまねこ)$/.test(surface)) return true;
  if (/^[ぁ-ゖ]/.test(surface)) return !/[ぁ-ゖ一-龯々]/.test(before) || before === 'の' || (before === 'と' && /[」』\n、]/.test(text[at - 2] ?? '\n'));
  if (/^[ァ-ヴー]/.test(surface)) return !/[ァ-ヴー]/.test(before);
  if (surface === '人') return /[うくすつぬむるぐぶたいなの]/.test(before) && /^[はが]/.test(after) && !/^(?:この|その|あの|ほかの|世の|村の|町の|昔の|多くの)$/.test(text.slice(Math.max(0, at - 2), at));
  if (surface === '一人' || surface === 'ひとり') return (/[るたの]/.test(before) && /^が/.test(after)) || (/^[はが]/.test(after) && SPEECH_VERB.test(text.slice(at + surface.length, at + surface.length + 24).split(/[。「]/)[0] ?? '')) || (/[」』]\s*と、?$/.test(text.slice(Math.max(0, at - 5), at)) && /^[はが]/.test(after));
  if (surface === '者' || surface === '客') return /[のたいな一]/.test(before) || surface === '客';
  return !/[一-龯々]/.test(before);
}

/** Nouns that tell nobody apart without a modifier. */
const GENERIC = /^(?:男|女|男の子|女の子|男の人|女の人|少年|少女|者|人|老人|青年|娘|婦人|紳士|客|僧|老婆|婆さん|爺さん|子供|子ども)$/;
/** How somebody looks: `壮い`, `顔の大きな`, `赤い帽子の`, `顎髯の`. */
const LOOK = /(?:[一-龯]{0,2}[顔髪鼻目眼背脊色額口耳足声頭腹眉毛歯体丈]の[^、。はがをに\s]{1,3}[いなたる]|[一-龯]{1,2}い|[一-龯]{1,2}きな|[一-龯]{0,4}(?:髭|髯|鬚|ひげ|服|着物|帽子|眼鏡|めがね|外套|シャツ|マント|頭巾|頭|鼻|髪|笠|衣|羽織|袴|浴衣|コート|姿|風|帽|靴|声)の|[一-龯]{0,3}(?:髭|髯|鬚|ひげ|服|着物|帽子|眼鏡)の[ぁ-ん一-龯]{1,4}[いたるな])$/;

/** How often each look stands before its noun, in one pass. */
function countLooks(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { index, 0: noun } of text.matchAll(/男の[子人]|女の[子人]|男|女|少年|少女|者|人|老人|青年|娘|婦人|紳士|客|僧|老婆|婆さん|爺さん|子供|子ども/g)) {
    const before = text.slice(clauseStart(text, index, Math.max(0, index - 20)), index);
    const look = LOOK.exec(before)?.[0];
    if (look !== undefined) counts.set(look + noun, (counts.get(look + noun) ?? 0) + 1);
  }
  return counts;
}

/** `若い男`, `背の高い男`, `お父さんの蟹`: one modifier tells described persons apart. */
function nounKey(text: string, at: number, written: string, looks: ReadonlyMap<string, number>): string {
  const surface = inKanji(written);
  const before = text.slice(clauseStart(text, at, Math.max(0, at - 20)), at);
  const modifier = /(?:若い|年とった|年寄りの|大きな|小さな|背の高い|もう一人の|もうひとりの|隣の|となりの|白い|黒い|赤い|青い|髯の|鬚の|ひげの|子供の|子どもの|お父さんの|兄さんの|弟の|母さんの|二番目の|一番目の|第一の|第二の|太った|肥った|痩せた|やせた|[ぁ-ん一-龯]{1,6}の)$/.exec(before.slice(-8));
  const look = GENERIC.test(surface) ? LOOK.exec(before)?.[0] : undefined;
  // `顎髯の男` met again and again is somebody else than `顔の大きな男`.
  if (look !== undefined && (looks.get(look + written) ?? 0) > 1) return look + surface;
  const word = modifier?.[0] ?? '';
  if (/^(?:その|この|あの|例の|一人の|ひとりの|一疋の|一匹の|自分の|私の|僕の|彼の|彼女の|もとの|ほかの|.*[はがをに].*の)$/.test(word)) return surface;
  return word.endsWith('の') && !/^(?:隣|となり|髯|鬚|ひげ|子供|子ども|お父さん|兄さん|弟|母さん|もう一人|もうひとり|第一|第二|二番目|一番目|年寄り)の$/.test(word) ? surface : word + surface;
}

const KANJI: readonly (readonly [RegExp, string])[] = [
  [/やまねこ|山ねこ/, '山猫'], [/ねこ|ネコ/, '猫'], [/きつね|キツネ/, '狐'], [/うさぎ|ウサギ/, '兎'], [/たぬき|タヌキ/, '狸'], [/くま|クマ/, '熊'], [/いぬ|イヌ/, '犬'], [/おおかみ|オオカミ/, '狼'], [/ねずみ|ネズミ/, '鼠'], [/さる|サル/, '猿'], [/かえる|カエル/, '蛙'], [/からす|カラス/, '烏'],
];

/** Animals are written in kana here and in kanji there; they are one person. */
function inKanji(surface: string): string {
  for (const [kana, kanji] of KANJI) if (kana.test(surface)) return surface.replace(kana, kanji);
  return surface;
}

/** Parents and young of animals under one key: `子供の狐` `狐の子` `子狐`, `母さん狐` `お母さん狐` `母さんの狐`. */
function animalKey(text: string, at: number, surface: string, key: string): string {
  const animal = /(?:狐|兎|熊|猫|犬|蟹|狸|猿|鼠|狼|鳥|蛙|馬|牛|鹿|象|豚)$/.exec(surface)?.[0];
  if (animal === undefined) return key;
  const before = text.slice(Math.max(0, at - 5), at) + surface.slice(0, -animal.length);
  if (/(?:母さん|母|かあさん)の?$/.test(before)) return `母さん${animal}`;
  if (/(?:父さん|父|とうさん)の?$/.test(before)) return `父さん${animal}`;
  const isYoung = /(?:子供の|子どもの|坊やの|子)$/.test(before) || /^の子(?:供|ども|は|が|も|の|を|に|、)/.test(text.slice(at + surface.length, at + surface.length + 4));
  return isYoung ? `子${animal}` : key;
}

function findByHead(byNoun: ReadonlyMap<string, Person>, key: string, noun: string): Person | undefined {
  if ((/^(?:母さん|父さん|子)./.test(key) && key !== noun) || noun === '者' || noun === '人') return undefined;
  const same = new Set([...byNoun].filter(([known]) => known.endsWith(noun) && (known === noun || key === noun)).map(([, person]) => person));
  return same.size === 1 ? [...same][0] : undefined;
}

function addNoun(persons: Person[], key: string, value: { gender?: Person['gender']; age?: Person['age']; being?: string }): Person {
  return makePerson(persons, { name: key, kind: 'noun', ...(value.gender === undefined ? {} : { gender: value.gender }), ...(value.age === undefined ? {} : { age: value.age }), ...(value.being === undefined ? {} : { being: value.being }) });
}

/** `Xの顔が赤くなった`: what the face does, its owner does. */
const OWN_BODY = /^の(?:顔色?|目|眼|瞳|頬|ほほ|ほお|口|口もと|唇|手|指|肩|胸|体|身体|からだ|表情|足|髪|眉|涙|息|笑顔|返事|答え|声|ことば|言葉)(?:が|は|も(?!と)|から)/;
/** `入ってきたのは、Xだった`. */
const IS_HE = /^(?:だった|でした|であっ|である|です|だ。|で、)/;

/** `吉公という子が` */
const NAMED_SO = /^(?:という|といふ|と云う|と言う|と云ふ|と呼ぶ)[^、。はがもを」「]{1,6}(?:は|が|も)/;

function place(text: string, start: number, end: number, fields: Omit<Mention, 'start' | 'end' | 'isSubject'>): Mention {
  const honorific = HONORIFICS.find(([word]) => text.startsWith(word, end))?.[0] ?? '';
  const tail = end + honorific.length;
  const after = text.slice(tail, tail + 5);
  const before = text.slice(clauseStart(text, start, Math.max(0, start - 40)), start);
  const isTopic = NAMED_SO.test(text.slice(tail, tail + 14)) || /^(?:は|が|も|こそ|ったら|たちは|たちが|の声[がはも]|の声で|の方から|のほうから)/.test(after) || OWN_BODY.test(text.slice(tail, tail + 8)) || (IS_HE.test(after) && /のは、?[^。、\n]{0,24}$/.test(text.slice(Math.max(0, start - 30), start)));
  const isHead = before === '' || LEADS.test(before);
  return { start, end: tail, ...fields, isSubject: isTopic || (isHead && SUBJECT_PARTICLE.test(after)) };
}

function voteGenders(mentions: readonly Mention[], persons: readonly Person[], text: string): void {
  mentions.forEach((mention, i) => {
    if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return;
    const previous = mentions[i - 1];
    const person = previous?.personId === undefined ? undefined : persons[previous.personId];
    if (!previous || !person || previous.pronoun || person.gender || mention.start - previous.end > 80 || text.slice(previous.end, mention.start).includes('\n')) return;
    if (mention.pronoun === 'he') person.votes.male += 1;
    else person.votes.female += 2;
  });
}
