/** Names, described persons and pronouns in the narration of a Japanese story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Mention, Person, Scenes } from '../speakers/scene-types.ts';
import { findNames } from './find-names.ts';
import { joinNames } from './join-names.ts';
import { findNarrator, nameNarrator, pronounAt } from './narrator.ts';
import type { Narrator } from './narrator.ts';
import { countLooks, nounKey } from './noun-key.ts';
import type { Looks } from './noun-key.ts';
import { sortOpenPersons } from './open-words.ts';
import { placeMention } from './place-mention.ts';
import { castUnnamedHeroes } from './unnamed-hero.ts';
import { isWholeName, isWholeNoun } from './word-bounds.ts';
import { PERSON_NOUNS } from './person-nouns.ts';
import { GROUP_WORDS, SUBJECT_PARTICLE } from './words.ts';
import type { PersonWord } from './person-nouns.ts';

export type JapaneseCast = Cast & { surfaces: ReadonlyMap<string, Person> };

type Finder = {
  text: string;
  persons: Person[];
  names: SurfaceIndex<Person>;
  nouns: SurfaceIndex<PersonWord>;
  /** Described persons and groups by their key. */
  described: Map<string, Person>;
  looks: Looks;
  narrator: Narrator | undefined;
  /** What was found before. */
  mentions: Mention[];
  /** Where each described person was met last. */
  lastAt: Map<Person, number>;
  freeNouns: Map<string, boolean>;
  /** Who was met last with a title behind the name. */
  titled: Map<string, Person>;
};

export function findJapaneseCast(scenes: Scenes): JapaneseCast {
  const { text } = scenes;
  const isQuoted = quotedTest(scenes);
  const persons: Person[] = [];
  const known = findNames(text, isQuoted);
  const open = sortOpenPersons(scenes, known);
  const surfaces = joinNames(persons, [...known, ...open.names], text);
  const narrator = findNarrator(persons, text, isQuoted);
  const nouns = indexSurfaces(new Map([...PERSON_NOUNS, ...open.nouns]));
  const mentions: Mention[] = [];
  const finder: Finder = {
    text, persons, names: indexSurfaces(surfaces), nouns, described: new Map(), looks: countLooks(text), narrator, mentions,
    lastAt: new Map(), freeNouns: new Map(), titled: new Map(),
  };
  for (let at = 0; at < text.length; at++) {
    if (isQuoted(at)) continue;
    const mention = mentionAt(finder, at);
    if (!mention) continue;
    mentions.push(mention);
    at = Math.max(at, mention.wordEnd - 1);
  }
  castUnnamedHeroes(mentions, persons, text);
  if (narrator) nameNarrator(narrator.person, surfaces, new Set(mentions.flatMap(({ personId }) => personId ?? [])), text, isQuoted);
  voteGenders(mentions, persons, text);
  return { persons, mentions, surfaces };
}

/** A mention and where its word ends without an honorific. */
type Found = Mention & { wordEnd: number };

function mentionAt(finder: Finder, at: number): Found | undefined {
  const { text, narrator } = finder;
  const named = finder.names.longestAt(text, at);
  const noun = finder.nouns.longestAt(text, at);
  if (named && named.surface.length >= (noun?.surface.length ?? 0) && isWholeName(text, at, named.surface)) {
    const mention = place(text, at, named.surface.length, { personId: named.value.id });
    const title = TITLE.exec(text.slice(at, mention.end))?.[0];
    if (title !== undefined && title.length < mention.end - at) finder.titled.set(title, named.value);
    return mention;
  }
  const plural = /[私わ僕ぼ俺お我]/.test(text[at] ?? '') ? PLURAL_SELF.exec(text.slice(at, at + 8)) : null;
  if (plural) return placeGroup(finder, at, plural[0]);
  const pronoun = pronounAt(text, at, narrator?.word);
  if (pronoun) {
    return place(text, at, pronoun.length, { pronoun: pronoun.kind, ...(pronoun.kind === 'self' && narrator ? { personId: narrator.person.id } : {}) });
  }
  const group = /[み皆二三四一人村子彼生家兵男女大ふ群]/.test(text[at] ?? '') ? GROUP_WORDS.exec(text.slice(at, at + 6)) : null;
  if (group && SUBJECT_PARTICLE.test(text.slice(at + group[0].length, at + group[0].length + 4))) return placeGroup(finder, at, group[0]);
  return noun && nounAt(finder, at, noun.surface, noun.value);
}

/** 堀先生 is 先生 from then on. */
const TITLE = /(?:先生|先輩|社長|部長|課長|店長|警部|刑事|巡査|大佐|少佐|大尉|伯爵|男爵|和尚|博士|夫人|爺さん|婆さん|じいさん|ばあさん|教授|隊長|船長|親分|親方|署長|機関士|操縦士|侯|卿)$/;

const PLURAL_SELF = /^(?:(?:私|わたし|わたくし|僕|ぼく|俺|おれ)(?:たち|達|ども|等)|我々|われわれ)(?=[はがも])/;

function place(text: string, at: number, length: number, fields: Omit<Mention, 'start' | 'end' | 'isSubject'>): Found {
  return { ...placeMention(text, at, at + length, fields), wordEnd: at + length };
}

function placeGroup({ text, persons, described }: Finder, at: number, name: string): Found {
  const person = described.get(name) ?? makePerson(persons, { name, kind: 'group' });
  described.set(name, person);
  return place(text, at, name.length, { personId: person.id });
}

function nounAt(finder: Finder, at: number, surface: string, word: PersonWord): Found | undefined {
  const { text, persons, described } = finder;
  const end = at + surface.length;
  const many = /[一-龯々]/.test(text[at - 1] ?? '') ? null : /^(?:たち|達|ども)(?=[はがも])/.exec(text.slice(end, end + 4));
  if (many && surface !== '一人') return placeGroup(finder, at, surface + many[0]);
  if (!isWholeNoun(text, at, surface) || /[二三四五六七八九十数]匹の$/.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  const key = nounKey(text, at, surface, finder.looks);
  const apposed = word.being === undefined && text[end] === 'の' ? finder.names.longestAt(text, end + 1) : undefined;
  if (apposed && APPOSED.test(text.slice(end + 1 + apposed.surface.length, end + 4 + apposed.surface.length)) && isWholeName(text, end + 1, apposed.surface)) {
    joinApposed(finder, key, apposed.value);
    return place(text, at, surface.length, { personId: apposed.value.id });
  }
  const titled = key === surface ? finder.titled.get(surface) : undefined;
  if (titled) {
    titled.aliases.add(surface);
    return place(text, at, surface.length, { personId: titled.id });
  }
  const anaphor = key === surface && isPointedAt(text, at) ? pointedAt(finder, surface, at, word) : undefined;
  if (typeof anaphor === 'string') return place(text, at, surface.length, { pronoun: anaphor });
  const known = anaphor ?? described.get(key) ?? findByHead(described, key, surface) ?? findSame(finder, key, at);
  const person = known ?? makePerson(persons, { name: key, kind: 'noun', ...word });
  if (!anaphor) described.set(key, person);
  finder.lastAt.set(person, at);
  person.aliases.add(key);
  if (person.being !== undefined) person.aliases.add(surface);
  // Gods are spoken of more than they speak: only a tag gives them words.
  if (!/^神[様さ]/.test(surface)) person.mentionCount++;
  // `狐の子も` is the young one as a whole.
  const young = key.startsWith('子') ? (/^の子(?:供|ども)?(?=[はがもをにとの、])/.exec(text.slice(end, end + 5))?.[0].length ?? 0) : 0;
  return place(text, at, surface.length + young, { personId: person.id });
}

/** `妹のさやかが`: what may stand behind the name. */
const APPOSED = /^(?:[はがもにをと、]|さん|ちゃん|くん|君|先生|先輩)/;

/** 妹 is さやか before and from then on. */
function joinApposed({ described, mentions }: Finder, key: string, person: Person): void {
  const old = described.get(key);
  if (old === person) return;
  if (old?.kind === 'noun' && (old.gender === undefined || person.gender === undefined || old.gender === person.gender)) {
    for (const mention of mentions) if (mention.personId === old.id) mention.personId = person.id;
    if (person.gender === undefined && old.gender !== undefined) person.gender = old.gender;
  }
  person.aliases.add(key);
  described.set(key, person);
}

/** 少年 and 男の子, when one was told of, are one. */
const SAME: readonly (readonly string[])[] = [
  ['少年', '男の子'], ['少女', '女の子'], ['老人', 'お爺さん', 'おじいさん', '爺さん', '老爺'], ['老婆', 'お婆さん', 'おばあさん', '婆さん'], ['医者', '医師', 'お医者さん', 'お医者さま'],
  ['巡査', 'お巡りさん', 'おまわりさん', '警官'], ['お母さん', 'おかあさん', '母', '母親'], ['お父さん', 'おとうさん', '父', '父親'],
];

function findSame({ described, lastAt }: Finder, key: string, at: number): Person | undefined {
  const words = SAME.find((group) => group.includes(key));
  const known = (words ?? []).flatMap((word) => described.get(word) ?? []).filter((person) => at - (lastAt.get(person) ?? -Infinity) < POINTS_BACK);
  return known[0];
}

/** その男, この老人: somebody who was told of before. */
function isPointedAt(text: string, at: number): boolean {
  return /(?:その|この|あの|くだんの)$/.test(text.slice(Math.max(0, at - 4), at));
}

/** その男: the man told of before, or a pronoun for somebody with a name. */
function pointedAt(finder: Finder, noun: string, at: number, word: PersonWord): Person | 'he' | 'she' | undefined {
  const near = nearestOf(finder, noun, at);
  if (near) return near;
  return isOnlyPointedAt(finder, noun) || followsDoer(finder, at) ? pronounFor(word) : undefined;
}

/** How many characters `その` reaches back to a person of the same noun. */
const POINTS_BACK = 800;

function nearestOf({ described, lastAt }: Finder, noun: string, at: number): Person | undefined {
  const near = [...described].flatMap(([key, person]): [number, Person][] => {
    const met = lastAt.get(person);
    return key.endsWith(noun) && met !== undefined && at - met < POINTS_BACK ? [[met, person]] : [];
  });
  return near.sort((a, b) => b[0] - a[0])[0]?.[1];
}

/** その男 in the middle of a paragraph that tells of somebody. */
function followsDoer({ text, mentions }: Finder, at: number): boolean {
  const last = mentions.findLast(({ isSubject }) => isSubject);
  return last !== undefined && at - last.end < 160 && !text.slice(last.end, at).includes('\n');
}

/** Whether the noun stands for nobody of its own anywhere: 男 only as その男. */
function isOnlyPointedAt({ text, freeNouns }: Finder, noun: string): boolean {
  const known = freeNouns.get(noun);
  if (known !== undefined) return known;
  let free = 0;
  for (let at = text.indexOf(noun); at >= 0 && free < 2; at = text.indexOf(noun, at + noun.length)) {
    if (!isPointedAt(text, at) && isWholeNoun(text, at, noun)) free++;
  }
  freeNouns.set(noun, free < 2);
  return free < 2;
}

/** Nobody of that noun was told of: somebody with a name is meant. */
function pronounFor({ gender, being }: PersonWord): 'he' | 'she' | undefined {
  if (being !== undefined) return undefined;
  return gender === 'male' ? 'he' : gender === 'female' ? 'she' : undefined;
}

/** `老人` behind `白い服の老人` is the same where no other old man is told of. */
function findByHead(described: ReadonlyMap<string, Person>, key: string, noun: string): Person | undefined {
  if ((/^(?:母さん|父さん|子)./.test(key) && key !== noun) || noun === '者' || noun === '人') return undefined;
  const same = new Set([...described].filter(([known]) => known.endsWith(noun) && (known === noun || key === noun)).map(([, person]) => person));
  return same.size === 1 ? [...same][0] : undefined;
}

/** 彼 and 彼女 right behind somebody whose gender no word tells. */
function voteGenders(mentions: readonly Mention[], persons: readonly Person[], text: string): void {
  mentions.forEach((mention, i) => {
    if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return;
    const previous = mentions[i - 1];
    const person = previous?.personId === undefined ? undefined : persons[previous.personId];
    if (!previous || !person || previous.pronoun || person.gender) return;
    if (mention.start - previous.end > 80 || text.slice(previous.end, mention.start).includes('\n')) return;
    if (mention.pronoun === 'he') person.votes.male += 1;
    else person.votes.female += 2;
  });
}
