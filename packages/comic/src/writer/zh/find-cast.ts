/** Names, described persons and pronouns in the narration of a Chinese story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Mention, Person, Scenes } from '../speakers/scene-types.ts';
import { namePersons } from './name-persons.ts';
import { DEED, addNoun, findByHead, headNoun, readPhrase, tellAbout } from './noun-phrases.ts';
import { headOf, placeMention as place } from './place-mention.ts';
import { findNarrator, isKinOf, isOwner, pronounAt } from './pronouns.ts';
import { bindObjects, countNarration, listNamings, voteGenders } from './settle-mentions.ts';
import { sortSpeakers } from './open-speakers.ts';
import { listTagSubjects } from './tag-subjects.ts';
import { findWordBounds } from './word-bounds.ts';
import { GROUP_WORDS, PERSON_NOUNS } from './words.ts';
import type { PersonWord } from './words.ts';

export type ChineseCast = Cast & { surfaces: ReadonlyMap<string, Person>; index?: SurfaceIndex<Person> };

export function findChineseCast(scenes: Scenes): ChineseCast {
  const { text } = scenes;
  const isQuoted = quotedTest(scenes);
  const persons: Person[] = [];
  const bounds = findWordBounds(text);
  const tagSubjects = listTagSubjects(scenes, bounds);
  const open = sortSpeakers(text, tagSubjects);
  const surfaces = namePersons(persons, { text, bounds, isQuoted, sure: open.names });
  const index = indexSurfaces(surfaces);
  const nouns = indexSurfaces(new Map([...[...open.nouns].map((noun): [string, PersonWord] => [noun, {}]), ...PERSON_NOUNS]));
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
    if (named && (named.surface.length > 1 || bounds.isWord(at, at + 1))) {
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
