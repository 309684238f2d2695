/** Walks through the narration and notes every name, pronoun, group and described person. */
import { makePerson } from '../cast/make-person.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Mention, Person } from '../speakers/scene-types.ts';
import { DEED, addNoun, findByHead, headNoun, readPhrase, tellAbout } from './noun-phrases.ts';
import type { Phrase } from './noun-phrases.ts';
import { headOf, placeMention } from './place-mention.ts';
import { isKinOf, isOwner, pronounAt } from './pronouns.ts';
import { GROUP_WORDS, OBJECT_MARKS, SURNAMES } from './words.ts';
import { DETERMINER, PLACE } from './open-speakers.ts';
import { readSubject } from './read-subject.ts';
import type { PersonWord } from './words.ts';
import type { WordBounds } from './word-bounds.ts';

export type Scan = {
  text: string;
  bounds: WordBounds;
  persons: Person[];
  names: SurfaceIndex<Person>;
  surfaces: ReadonlyMap<string, Person>;
  nouns: SurfaceIndex<PersonWord>;
  self: Person | undefined;
  /** The text has a 她: then 他 is a man. */
  hasShe: boolean;
  /** It writes 伊 for her. */
  writesYi: boolean;
};

type State = { mentions: Mention[]; namings: NonNullable<Cast['namings']>; byNoun: Map<string, Person>; lastNoun?: Person; lastManAt: number };

/** Each reader gives the number of characters it took at `at`, 0 for none. */
const READERS = [takeName, takePronoun, takeGroup, takeNoun] as const;

export function scanMentions(scan: Scan, isQuoted: (at: number) => boolean): { mentions: Mention[]; namings: NonNullable<Cast['namings']> } {
  const state: State = { mentions: [], namings: [], byNoun: new Map(), lastManAt: 0 };
  for (let at = 0; at < scan.text.length; at++) {
    if (isQuoted(at)) continue;
    for (const take of READERS) {
      const taken = take(scan, state, at);
      if (taken === 0) continue;
      at += taken - 1;
      break;
    }
  }
  state.mentions.sort((a, b) => a.start - b.start);
  for (const { personId } of state.mentions) {
    const person = personId === undefined ? undefined : scan.persons[personId];
    if (person?.kind === 'noun' || person?.kind === 'self') person.mentionCount++;
  }
  return { mentions: state.mentions, namings: state.namings };
}

function takeName({ text, names, bounds }: Scan, { mentions }: State, at: number): number {
  const named = names.longestAt(text, at);
  if (!named || (named.surface.length === 1 && !bounds.isWord(at, at + 1))) return 0;
  // `花白胡子的人` is 花白胡子.
  const length = named.surface.length + (/^的人(?![们家])/.test(text.slice(at + named.surface.length, at + named.surface.length + 3)) ? 2 : 0);
  mentions.push(placeMention(text, bounds, { start: at, end: at + length }, { personId: named.value.id }));
  return length;
}

function takePronoun({ text, bounds, nouns, self, hasShe, writesYi }: Scan, { mentions }: State, at: number): number {
  const pronoun = pronounAt(text, at, { hasSelf: self !== undefined, meansShe: writesYi });
  if (!pronoun) return 0;
  const end = at + pronoun.length;
  if (!isOwner(text, end) && !isKinOf(nouns, text, end)) {
    const kind = pronoun.kind === 'he' && !hasShe ? 'any' : pronoun.kind;
    mentions.push(placeMention(text, bounds, { start: at, end }, { pronoun: kind, ...(kind === 'self' && self ? { personId: self.id } : {}) }));
  }
  return pronoun.length;
}

function takeGroup({ text, bounds, persons }: Scan, { mentions, byNoun }: State, at: number): number {
  const group = /[众眾大人他她孩伙諸诸二两兩三我全群士同看酒]/.test(text[at] ?? '') && at === headOf(text, at) ? GROUP_WORDS.exec(text.slice(at, at + 5)) : null;
  if (!group) return 0;
  const person = byNoun.get(group[0]) ?? makePerson(persons, { name: group[0], kind: 'group' });
  byNoun.set(group[0], person);
  mentions.push(placeMention(text, bounds, { start: at, end: at + group[0].length }, { personId: person.id }));
  return group[0].length;
}

function takeNoun(scan: Scan, state: State, at: number): number {
  const { text, bounds, persons } = scan;
  const { byNoun } = state;
  const noun = headNoun(scan.nouns, text, at);
  const phrase = noun && readPhrase(text, at, noun.surface);
  if (!noun || !phrase) return 0;
  const end = at + noun.surface.length;
  widen(scan, phrase, at, end);
  if (bindToName(scan, state, phrase, noun.value, end)) return noun.surface.length;
  // `一个人` is hardly somebody unless he does something; who was last called so long ago is another.
  if (phrase.key === '人') {
    if (!/^[那这這]/.test(phrase.words) && !DEED.test(text.slice(at + 1, at + 12))) return 0;
    if (at - state.lastManAt > LONG_AGO) byNoun.delete('人');
    state.lastManAt = at;
  }
  const isPointed = /^(?:那|这|這)(?:个|個|位)?(?:人)$/.test(phrase.words);
  const person = isPointed && state.lastNoun ? state.lastNoun
    : (byNoun.get(phrase.key) ?? titleOf(scan, state, phrase, noun.surface) ?? findByHead(byNoun, phrase.key, noun.surface)
      ?? addNoun(persons, phrase.key, noun));
  byNoun.set(phrase.key, person);
  person.aliases.add(phrase.key);
  state.lastNoun = person;
  state.mentions.push(placeMention(text, bounds, { start: phrase.start, end }, { personId: person.id }));
  return noun.surface.length;
}

const LONG_AGO = 800;
const LONGEST_NOUN = 7;

/** `烟酒店老板睁着眼`: words without 的 that open the clause before the noun belong to it. */
function widen({ text, bounds }: Scan, phrase: Phrase, at: number, end: number): void {
  const head = headOf(text, at);
  if (phrase.start !== at || at - head > LONGEST_NOUN || at === head) return;
  const subject = readSubject(text, { start: head, end: Math.min(text.length, end + 12) }, bounds, true);
  const words = subject?.end === end ? text.slice(subject.start, end).replace(PLACE, '').replace(DETERMINER, '') : '';
  if (words.length <= phrase.key.length || words.length > LONGEST_NOUN || !/^[\u3400-\u9fff]+$/.test(words) || /[的他她它我你]/.test(words)) return;
  // Only what is said again is one word: `让孩子` is not.
  if (text.indexOf(words) === text.lastIndexOf(words) || OBJECT_MARKS.test(words.slice(0, words.length - (end - at)))) return;
  phrase.key = words;
  phrase.start = end - words.length;
}

/** `司机老周`, `女孩叫小满`: what somebody is, then the name; from now on the noun means the same person. */
function bindToName({ text, bounds, names }: Scan, { byNoun, mentions, namings }: State, phrase: Phrase, word: PersonWord, end: number): boolean {
  const naming = /^(?:的?名字)?(?:名叫|叫做|叫作|叫|就是|正是)/.exec(text.slice(end, end + 6))?.[0] ?? '';
  const titled = names.longestAt(text, end + naming.length);
  if (titled?.value.kind !== 'name' || /^[们們]/.test(text.slice(end))) return false;
  const known = byNoun.get(phrase.key);
  tellAbout(titled.value, word);
  if (known && known !== titled.value && known.kind === 'noun' && known.being === undefined) {
    const mention = placeMention(text, bounds, { start: phrase.start, end }, { personId: known.id });
    mentions.push(mention);
    namings.push({ mention, name: titled.surface });
    return true;
  }
  if (!known) byNoun.set(phrase.key, titled.value);
  if (!known || known === titled.value) titled.value.aliases.add(phrase.key);
  return true;
}

/** `老者` after `孙老者`: the only one who bears the noun as his title, once he has been met. */
function titleOf({ surfaces, text }: Scan, { mentions }: State, { key, words, start }: Phrase, noun: string): Person | undefined {
  if (noun.length < 2 || key !== noun || /^(?:一|另|某|有)/.test(words) || /[们們]/.test(text[start + words.length] ?? '')) return undefined;
  const bears = (name: string): boolean => name.endsWith(noun) && name.length === noun.length + 1 && SURNAMES.includes(name[0] ?? '');
  const titled = new Set([...surfaces].flatMap(([name, person]) => (bears(name) ? [person] : [])));
  const [only] = titled;
  return titled.size === 1 && only && mentions.some(({ personId }) => personId === only.id) ? only : undefined;
}
