/** What a named person is: `Sergeant Okafor` is the sergeant, `Basil was a painter` makes him the painter. */
import type { Mention, Person } from '../speakers/scene-types.ts';
import { PERSON_NOUNS } from './person-words.ts';

/** Nouns that a title in front of a name stands for. */
const TITLE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  dr: ['doctor', 'physician', 'surgeon'], doctor: ['doctor', 'physician', 'surgeon'], capt: ['captain'], captain: ['captain'], col: ['colonel'], colonel: ['colonel'], sgt: ['sergeant'],
  sergeant: ['sergeant'], lt: ['lieutenant'], lieutenant: ['lieutenant'], gen: ['general'], general: ['general'], major: ['major'], admiral: ['admiral'], commander: ['commander'],
  corporal: ['corporal'], inspector: ['inspector', 'detective'], detective: ['detective'], constable: ['constable', 'policeman'], officer: ['officer', 'policeman', 'policewoman'], sheriff: ['sheriff'],
  judge: ['judge'], squire: ['squire'], professor: ['professor'], prof: ['professor'], reverend: ['clergyman', 'vicar', 'minister', 'parson'], rev: ['clergyman', 'vicar', 'minister', 'parson'],
  king: ['king'], queen: ['queen'], prince: ['prince'], princess: ['princess'], duke: ['duke'], duchess: ['duchess'], count: ['count'], countess: ['countess'], baron: ['baron'],
  baroness: ['baroness'], earl: ['earl'], bishop: ['bishop'], mayor: ['mayor'], president: ['president'], nurse: ['nurse'], emperor: ['emperor'], empress: ['empress'], uncle: ['uncle'], aunt: ['aunt'],
  grandpa: ['grandfather'], grandma: ['grandmother'], father: ['priest'], sister: ['nun'], sir: ['knight'],
}));

/** `Basil was a painter`, `Teddy, the night porter,`: the noun ends before a mark or a small word. */
const IS_A = /^(?:,? (?:was|is|had been|became)|,) (?:an?|the) (?:[a-z-]+ ){0,3}?([a-z-]+)(?=[.;:!?]|,(?! (?:and|or)\b)| (?:of|who|in|at|from|with|by|for)\b)/;

/** Nouns by named person. A noun that two persons share tells nobody apart and is left out. */
export function knownRoles(persons: readonly Person[], mentions: readonly Mention[], text: string): ReadonlyMap<string, Person> {
  const holders = new Map<string, Set<Person>>();
  const hold = (noun: string, person: Person): void => void holders.set(noun, (holders.get(noun) ?? new Set()).add(person));
  for (const person of persons) {
    if (person.kind !== 'name') continue;
    for (const alias of person.aliases) for (const noun of TITLE_NOUNS.get(/^(\w+)\.? /.exec(alias)?.[1]?.toLowerCase() ?? '') ?? []) hold(noun, person);
  }
  for (const { personId, pronoun, end } of mentions) {
    const person = personId === undefined || pronoun !== undefined ? undefined : persons[personId];
    const noun = person?.kind === 'name' ? IS_A.exec(text.slice(end, end + 80))?.[1] : undefined;
    if (person && noun !== undefined && PERSON_NOUNS.has(noun) && !WIDE_NOUN.test(noun)) hold(noun, person);
  }
  return new Map([...holders].flatMap(([noun, found]): [string, Person][] => {
    const [only] = found;
    return found.size === 1 && only ? [[noun, only]] : [];
  }));
}

/** Said of anybody. */
const WIDE_NOUN = /^(?:man|woman|boy|girl|lady|gentleman|fellow|lad|child|person|friend|fool|stranger|companion)$/;
