/** A growing list of persons. */
import type { Person } from '../speakers/scene-types.ts';

export function makePerson(persons: Person[], fields: Partial<Person> & Pick<Person, 'name' | 'kind'>): Person {
  const person: Person = { id: persons.length, aliases: new Set([fields.name]), votes: { female: 0, male: 0 }, mentionCount: 0, ...fields };
  persons.push(person);
  return person;
}
