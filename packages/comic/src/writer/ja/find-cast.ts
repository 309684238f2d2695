/** Names, described persons and pronouns in the narration of a Japanese story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { Cast, Mention, Person, Scenes } from '../speakers/scene-types.ts';
import { APPOSED, findByHead, findSame, isPointedAt, joinApposed, pointedAt } from './known-persons.ts';
import type { Finder } from './known-persons.ts';
import { findNames } from './find-names.ts';
import { joinNames } from './join-names.ts';
import { findNarrator, nameNarrator, pronounAt } from './narrator.ts';
import { countLooks, nounKey } from './noun-key.ts';
import { sortOpenPersons } from './open-words.ts';
import { placeMention } from './place-mention.ts';
import { castUnnamedHeroes } from './unnamed-hero.ts';
import { isWholeName, isWholeNoun } from './word-bounds.ts';
import { PERSON_NOUNS } from './person-nouns.ts';
import { GROUP_WORDS, SUBJECT_PARTICLE } from './words.ts';
import type { PersonWord } from './person-nouns.ts';

export type JapaneseCast = Cast & { surfaces: ReadonlyMap<string, Person> };

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
