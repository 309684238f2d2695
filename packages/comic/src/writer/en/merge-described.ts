/** "Mr. Barlow, the old keeper," and "the old man" for the only man there is: descriptions that mean a named person. */
import { knownRoles } from './known-roles.ts';
import { genderOf } from '../speakers/scene-types.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';

/** Nouns so wide that they serve for anybody of the gender. */
const WIDE = /(?:^| )(?:man|woman|boy|girl|lady|gentleman|fellow|lad|lass|child|youth)$/;
/** Characters before a first "the man" in which the man may have been named. */
const VICINITY = 1500;

/** Mentions of the described person become mentions of the named one; the described person keeps none. */
export function mergeDescribed(persons: readonly Person[], mentions: readonly Mention[], text: string): void {
  const firsts = new Map<number, Mention>();
  mentions.forEach((mention, i) => {
    const person = personOf(persons, mention);
    if (person?.kind !== 'noun') return;
    if (!firsts.has(person.id)) firsts.set(person.id, mention);
    const named = appositionOf(persons, mentions, i, text);
    if (named && agree(person, named)) absorb(mentions, person, named);
  });
  const roles = knownRoles(persons, mentions, text);
  for (const [id, first] of firsts) {
    const person = persons[id];
    const named = person && person.aliases.size > 0 && !/^an? /i.test(text.slice(first.start, first.start + 3)) ? roles.get(person.name.split(' ').at(-1) ?? '') : undefined;
    if (person && named && agree(person, named)) absorb(mentions, person, named);
  }
  for (const [id, first] of firsts) {
    const person = persons[id];
    if (!person || person.aliases.size === 0 || !WIDE.test(person.name) || !/^the\b/i.test(text.slice(first.start, first.start + 4))) continue;
    const named = standingOut(persons, mentions, person, first);
    if (named && agree(person, named) && !standTogether(mentions, person, named, text)) absorb(mentions, person, named);
  }
}

function personOf(persons: readonly Person[], mention: Mention | undefined): Person | undefined {
  return mention?.personId === undefined || mention.pronoun !== undefined ? undefined : persons[mention.personId];
}

/** `Mr. Barlow, the old keeper,` `the postman, Mr. Gorrin,` but no list: `Tom, the keeper and Anna`. */
function appositionOf(persons: readonly Person[], mentions: readonly Mention[], at: number, text: string): Person | undefined {
  const own = mentions[at];
  if (!own) return undefined;
  for (const [first, second] of [[mentions[at - 1], own], [own, mentions[at + 1]]] as const) {
    if (!first || !second || text.slice(first.end, second.start).trim() !== ',') continue;
    const named = personOf(persons, first === own ? second : first);
    const isClosed = /^(?:[,.;—](?!\s*(?:and|or)\b)| of | who | from | at )/.test(text.slice(second.end, second.end + 8));
    const opensList = /(?:,|\band)\s*$/.test(text.slice(Math.max(0, first.start - 5), first.start));
    if (named?.kind === 'name' && isClosed && !opensList) return named;
  }
  return undefined;
}

/** How much nearer the meant person has to be than the next of the same gender. */
const CLEARLY = 1.7;

/** The one named person of the gender who stands out just before: nearest, doing something, spoken of often. */
function standingOut(persons: readonly Person[], mentions: readonly Mention[], person: Person, first: Mention): Person | undefined {
  const gender = genderOf(person);
  const salience = new Map<Person, number>();
  for (const mention of mentions) {
    if (mention.start >= first.start) break;
    const other = mention.start < first.start - VICINITY ? undefined : personOf(persons, mention);
    if (!other || other === person || other.kind === 'group' || other.being !== undefined) continue;
    const own = genderOf(other);
    if (gender !== undefined && own !== undefined && own !== gender) continue;
    const doubt = (own === undefined ? 0.4 : 1) * (other.kind === 'noun' && other.mentionCount < 3 ? 0.5 : 1);
    const near = doubt / (1 + (first.start - mention.end) / 400) * (mention.isSubject ? 1 : 0.7);
    salience.set(other, Math.max(salience.get(other) ?? 0, near) + near * 0.1);
  }
  const [best, second] = [...salience].sort((a, b) => b[1] - a[1]);
  if (!best || best[0].kind !== 'name' || best[0].mentionCount < 2) return undefined;
  return best[1] > CLEARLY * (second?.[1] ?? 0) ? best[0] : undefined;
}

function agree(person: Person, named: Person): boolean {
  const [a, b] = [genderOf(person), genderOf(named)];
  if (a !== undefined && b !== undefined && a !== b) return false;
  return !(person.age === 'child' && (named.age === 'old' || named.age === 'adult')) && !(person.age === 'old' && named.age === 'child');
}

/** Both in one sentence are two persons: `Tom looked at the man`. */
function standTogether(mentions: readonly Mention[], person: Person, named: Person, text: string): boolean {
  return mentions.some((mention, i) => mention.personId === person.id && [mentions[i - 2], mentions[i - 1], mentions[i + 1], mentions[i + 2]].some((other) => {
    if (!other || other.personId !== named.id || other.pronoun !== undefined) return false;
    const between = text.slice(Math.min(mention.end, other.end), Math.max(mention.start, other.start));
    return !/[.!?\n“”"]/.test(between);
  }));
}

function absorb(mentions: readonly Mention[], described: Person, named: Person): void {
  for (const mention of mentions) if (mention.personId === described.id) mention.personId = named.id;
  for (const alias of described.aliases) named.aliases.add(alias);
  if (named.gender === undefined && described.gender) named.gender = described.gender;
  if (named.age === undefined && described.age) named.age = described.age;
  if (named.being === undefined && described.being) named.being = described.being;
  named.mentionCount += described.mentionCount;
  described.aliases.clear();
}
