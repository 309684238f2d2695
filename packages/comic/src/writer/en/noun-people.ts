/** Persons who are described rather than named: "the old man", "her mother", "a policeman". */
import { makePerson } from '../cast/make-person.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';
import { ANIMAL_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from './person-words.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS, POSSESSIVES, PREPOSITIONS, SPEECH_VERBS } from './words.ts';

export type NounPhrase = { determiner: number; head: number; modifiers: string[]; isIndefinite: boolean; isGroup: boolean };

/** A determiner, up to three modifiers and a noun for a person; after a speech verb any noun serves. */
export function nounPhraseAt(tokens: readonly Token[], at: number): NounPhrase | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  if (/^(?:everyone|everybody)$/.test(first.lower)) return { determiner: at, head: at, modifiers: [], isIndefinite: false, isGroup: true };
  if (!DETERMINERS.has(first.lower) || first.isPossessive) return undefined;
  const before = tokens[at - 1];
  const isTagged = before !== undefined && first.isJoined && SPEECH_VERBS.has(before.lower);
  const modifiers: string[] = [];
  let head = -1;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i];
    if (!token || (!token.isJoined && !(token.followsMark && modifiers.length > 0 && !token.opensSentence))) break;
    if (isHead(token)) head = i;
    else if (head >= 0 || FUNCTION_WORDS.has(token.lower) || PREPOSITIONS.has(token.lower) || AUXILIARIES.has(token.lower)) break;
    if (head < 0 || head === i) modifiers.push(token.lower);
    if (token.isPossessive) break;
  }
  // "exclaimed the new arrival, grasping": any noun may speak, yet only up to the first mark and no participle.
  if (head < 0 && isTagged && !POSSESSIVES.has(first.lower) && modifiers[0] !== 'other') {
    let length = 0;
    while (length < modifiers.length && tokens[at + 1 + length]?.isJoined && !/(?:ing|ed|ly)$/.test(modifiers[length] ?? '')) length++;
    if (length > 0) head = at + length;
  }
  if (head < 0) return undefined;
  const words = modifiers.slice(0, head - at - 1);
  const isGroup = GROUP_NOUNS.has(tokens[head]?.lower ?? '');
  return { determiner: at, head, modifiers: words, isIndefinite: /^(?:a|an|another|one|some)$/.test(first.lower), isGroup };
}

function isHead(token: Token): boolean {
  return PERSON_NOUNS.has(token.lower) || ANIMAL_NOUNS.has(token.lower) || GROUP_NOUNS.has(token.lower) || (/^[a-z-]{2,}(?:man|woman|keeper|maker)$/.test(token.lower) && !/^(?:ger|ro|hu|nor|otto|talis|sha|cai)man$/.test(token.lower));
}

type NounPerson = { person: Person; modifiers: Set<string>; lastAt: number; owner?: number };

/** Keeps one person per head noun and fitting modifiers. */
export class NounPeople {
  readonly #persons: Person[];
  readonly #byHead = new Map<string, NounPerson[]>();

  constructor(persons: Person[]) {
    this.#persons = persons;
  }

  meet(tokens: readonly Token[], phrase: NounPhrase, self: Person | undefined): Mention | undefined {
    const first = tokens[phrase.determiner];
    const last = tokens[phrase.head];
    // "the old man's house": the house acts, not the man.
    if (!first || !last || last.isPossessive) return undefined;
    const before = tokens[phrase.determiner - 1];
    // "was a soldier", "like a child": said of somebody, not a somebody.
    if (phrase.isIndefinite && before && first.isJoined && /^(?:was|is|were|are|be|been|like|as|not|such|become|became)$/.test(before.lower)) return undefined;
    const owner = first.lower === 'my' && self ? self.id : undefined;
    const person = this.#find(last, phrase, first.start, owner);
    return { start: first.start, end: last.end, personId: person.id, isSubject: false };
  }

  /** `Tom's mother`: the noun after a possessive. */
  owned(tokens: readonly Token[], at: number, owner: Person | undefined): { mention: Mention } | undefined {
    for (let i = at; i < Math.min(tokens.length, at + 3); i++) {
      const token = tokens[i];
      if (!token?.isJoined) return undefined;
      if (!isHead(token)) continue;
      if (token.isPossessive) return undefined;
      const phrase = { determiner: at, head: i, modifiers: [], isIndefinite: false, isGroup: GROUP_NOUNS.has(token.lower) };
      const person = this.#find(token, phrase, token.start, owner?.id);
      return { mention: { start: tokens[at]?.start ?? token.start, end: token.end, personId: person.id, isSubject: false } };
    }
    return undefined;
  }

  #find(headToken: Token, phrase: NounPhrase, at: number, owner: number | undefined): Person {
    const head = headToken.lower;
    const list = this.#byHead.get(head) ?? [];
    this.#byHead.set(head, list);
    const modifiers = phrase.modifiers.filter((word) => !/^(?:other|same|poor|dear|good|said|whole)$/.test(word));
    const isFresh = phrase.isIndefinite && list.length > 0 && at - Math.max(...list.map((known) => known.lastAt)) > 1500;
    const fitting = isFresh ? [] : list.filter((known) => fits(known, modifiers) && (owner === undefined || known.owner === undefined || known.owner === owner));
    const latest = fitting.reduce<NounPerson | undefined>((top, known) => (!top || known.lastAt > top.lastAt ? known : top), undefined);
    const found = latest ?? this.#add(head, phrase, modifiers, owner);
    if (!latest) list.push(found);
    for (const word of modifiers) found.modifiers.add(word);
    found.lastAt = at;
    found.person.mentionCount++;
    found.person.aliases.add([...modifiers, head].join(' '));
    return found.person;
  }

  #add(head: string, phrase: NounPhrase, modifiers: readonly string[], owner: number | undefined): NounPerson {
    const word = PERSON_NOUNS.get(head);
    const isFemale = modifiers.includes('female') || head.endsWith('woman');
    const gender = word?.gender ?? (isFemale ? 'female' : head.endsWith('man') ? 'male' : undefined);
    const age = modifiers.some((modifier) => /^(?:old|elderly|aged)$/.test(modifier)) ? 'old' : modifiers.includes('little') && word?.age === 'adult' ? word.age : word?.age;
    const being = ANIMAL_NOUNS.has(head) ? head : word?.being;
    const person = makePerson(this.#persons, {
      name: `${modifiers.length > 0 ? `${modifiers.join(' ')} ` : ''}${head}`, kind: phrase.isGroup ? 'group' : 'noun',
      ...(gender === undefined ? {} : { gender }), ...(age === undefined ? {} : { age }), ...(being === undefined ? {} : { being }),
    });
    return { person, modifiers: new Set(modifiers), lastAt: 0, ...(owner === undefined ? {} : { owner }) };
  }
}

const OPPOSITES: readonly (readonly string[])[] = [
  ['old', 'young'], ['tall', 'short', 'little', 'small', 'big'], ['first', 'second', 'third'], ['fat', 'thin'], ['elder', 'younger', 'eldest', 'youngest', 'middle'],
  ['white', 'black', 'red', 'green', 'brown', 'grey', 'gray', 'blue', 'yellow', 'dark', 'fair'],
];

/** Every new modifier is known already or contradicts none: "the tall man" may be "the tall dark man". */
function fits(known: NounPerson, modifiers: readonly string[]): boolean {
  return modifiers.every((word) => known.modifiers.has(word) || !OPPOSITES.some((group) => group.includes(word) && group.some((other) => known.modifiers.has(other))))
    && (modifiers.length === 0 || known.modifiers.size === 0 || modifiers.some((word) => known.modifiers.has(word)) || known.modifiers.size <= 1);
}
