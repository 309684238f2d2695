/** A story may open with 她 or 他 before anybody who could be meant: then the pronoun is a person of its own. */
import { makePerson } from '../cast/make-person.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';

const LEAST = 8;
/** The pronoun outnumbers every name, or every described person, by so much where it does not stand for it. */
const OVER_NAME = 1.5;
const OVER_NOUN = 2.5;

/** Characters behind which nobody expects a pronoun any more, unless the person is met oftener than in passing. */
const REACH = 300;
const PASSING = 2;

/**
 * The pronoun is the hero at the head of a paragraph and where it cannot be the other one just named; behind the name
 * of another who fits, the resolver decides.
 */
export function castUnnamedHeroes(mentions: readonly Mention[], persons: Person[], text: string): void {
  for (const [pronoun, gender, name] of [['she', 'female', '她'], ['he', 'male', '他']] as const) {
    const own = mentions.filter((mention) => mention.pronoun === pronoun);
    const first = own[0];
    if (!first || own.length < LEAST) continue;
    // A trade without a gender (茶房, 医生) is hardly 她.
    const fits = (id: number | undefined): boolean => {
      const person = id === undefined ? undefined : persons[id];
      if (!person || person.being !== undefined || person.kind === 'group' || person.kind === 'self') return false;
      return (person.gender === gender || (person.gender === undefined && (gender === 'male' || person.kind === 'name')));
    };
    const antecedents = mentions.filter(({ pronoun: isPronoun, personId, start }) => start < first.start && !isPronoun && fits(personId));
    const isFollowed = antecedents.some(({ start, personId }) => start > first.start - REACH || (persons[personId ?? -1]?.mentionCount ?? 0) > PASSING);
    if (isFollowed || isMeant(mentions, persons, fits, own.length)) continue;
    const hero = makePerson(persons, { name, kind: 'noun', gender, age: 'adult', mentionCount: own.length });
    let other: number | undefined;
    mentions.forEach((mention, i) => {
      if (text.slice(mentions[i - 1]?.end ?? 0, mention.start).includes('\n')) other = undefined;
      if (mention.pronoun === pronoun) {
        if (mention.notPerson === other) other = undefined;
        if (other !== undefined) return;
        mention.personId = hero.id;
        delete mention.pronoun;
      } else if (mention.isSubject && mention.personId !== hero.id && fits(mention.personId)) other = mention.personId;
    });
  }
}

function isMeant(mentions: readonly Mention[], persons: readonly Person[], fits: (id: number | undefined) => boolean, count: number): boolean {
  const counts = new Map<number, number>();
  for (const { personId, pronoun } of mentions) if (personId !== undefined && !pronoun && fits(personId)) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return [...counts].some(([id, own]) => own * (persons[id]?.kind === 'name' ? OVER_NAME : OVER_NOUN) >= count);
}
