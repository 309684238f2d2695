/** A story may never name its hero: 彼 or 彼女 then is a person of its own and no pronoun for somebody else. */
import { makePerson } from '../cast/make-person.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';

const LEAST = 6;
/** 彼 outnumbers a name, or a described person, by this much where it does not stand for it. */
const OVER_NAME = 1.5;
const OVER_NOUN = 3;

/** Turns the mentions of 彼 (彼女) into those of a new person where nobody in the story is met often enough to be meant. */
export function castUnnamedHeroes(mentions: readonly Mention[], persons: Person[], text: string): void {
  for (const [pronoun, gender, name] of [['he', 'male', '彼'], ['she', 'female', '彼女']] as const) {
    const own = mentions.filter((mention) => mention.pronoun === pronoun && mention.personId === undefined && text[mention.start] === '彼');
    if (own.length < LEAST) continue;
    const counts = new Map<number, number>();
    for (const { personId, pronoun: isPronoun } of mentions) if (personId !== undefined && !isPronoun) counts.set(personId, (counts.get(personId) ?? 0) + 1);
    const isMeant = persons.some((person) => {
      if ((person.gender !== undefined && person.gender !== gender) || person.kind === 'group' || person.kind === 'self') return false;
      return (counts.get(person.id) ?? 0) * (person.kind === 'name' ? OVER_NAME : OVER_NOUN) >= own.length;
    });
    if (isMeant || hasAntecedent(mentions, persons, own[0], gender)) continue;
    const hero = makePerson(persons, { name, kind: 'noun', gender, age: 'adult', mentionCount: own.length });
    for (const mention of own) {
      mention.personId = hero.id;
      delete mention.pronoun;
    }
  }
}

/** A man is described and goes on as 彼: how many characters at most lie between. */
const REACH = 300;

function hasAntecedent(mentions: readonly Mention[], persons: readonly Person[], first: Mention | undefined, gender: 'male' | 'female'): boolean {
  return first !== undefined && mentions.some(({ start, end, personId, pronoun }) => {
    const person = personId === undefined || pronoun ? undefined : persons[personId];
    return end <= first.start && start > first.start - REACH && person?.gender === gender && person.mentionCount > 1;
  });
}
