/** Somebody described (`女孩`) who says a name when asked for it is the person of that name. */
import type { Cast, LanguageReader, Person, PersonId, Utterance } from './scene-types.ts';

type Introduction = { by: PersonId; name: string; at: number; isTold: boolean };
type Spoken = { utterance: Utterance; personId?: PersonId };

/** Merges in place; true when something changed and the turns are to be solved anew. */
export function mergeIntroduced(cast: Cast, spoken: readonly Spoken[], wordsOf: (utterance: Utterance) => string, reader: LanguageReader): boolean {
  const { readIntroduction } = reader;
  const told = (cast.namings ?? []).flatMap(({ mention, name }): Introduction[] => (mention.personId === undefined ? [] : [{ by: mention.personId, name, at: mention.start, isTold: true }]));
  const said = !readIntroduction ? [] : spoken.flatMap(({ utterance, personId }, i): Introduction[] => {
    const previous = spoken[i - 1];
    const name = readIntroduction(wordsOf(utterance), previous ? wordsOf(previous.utterance) : '', cast);
    return name === undefined || personId === undefined ? [] : [{ by: personId, name, at: utterance.quote.start, isTold: false }];
  });
  return [...told, ...said].map((introduction) => merge(cast, spoken, introduction)).includes(true);
}

function merge(cast: Cast, spoken: readonly Spoken[], { by, name, at, isTold }: Introduction): boolean {
  const described = cast.persons[by];
  if (!described || described.kind !== 'noun') return false;
  const named = cast.persons.find((person) => person.kind === 'name' && person.aliases.has(name));
  if (!named) {
    described.name = name;
    described.kind = 'name';
    described.aliases.add(name);
    return false;
  }
  // Who was called or spoke before by that name is somebody else.
  const isOther = isTold
    ? cast.mentions.some(({ personId, pronoun, start }) => personId === named.id && pronoun === undefined && start < at)
    : spoken.some(({ utterance, personId }) => personId === named.id && utterance.quote.start < at);
  if (isOther) return false;
  absorb(cast, named, described);
  return true;
}

function absorb(cast: Cast, named: Person, described: Person): void {
  for (const mention of cast.mentions) if (mention.personId === described.id) mention.personId = named.id;
  for (const alias of described.aliases) named.aliases.add(alias);
  if (described.gender) named.gender = described.gender;
  if (described.age && named.age === undefined) named.age = described.age;
  if (described.being && named.being === undefined) named.being = described.being;
  named.votes.female += described.votes.female;
  named.votes.male += described.votes.male;
  named.mentionCount += described.mentionCount;
  named.speaks = true;
  described.aliases.clear();
}
