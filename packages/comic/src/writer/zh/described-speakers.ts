/** Whoever a tag describes in words that hold no known noun: `那穿灰布衫的道`, `邻桌的人又说`. */
import { makePerson } from '../cast/make-person.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';
import { DETERMINER } from './open-speakers.ts';
import type { TagSubject } from './tag-subjects.ts';

type Described = { persons: Person[]; mentions: Mention[]; subjects: readonly TagSubject[] };

/** Adds a mention (and at first a person) for every described subject of a tag that ends with no mention yet; keeps the order. */
export function castDescribedSpeakers({ persons, mentions, subjects }: Described): void {
  const ends = new Set(mentions.map(({ end }) => end));
  const known = new Map<string, Person>();
  for (const { words, start, end, isTag, isOpening } of subjects) {
    const key = words.replace(DETERMINER, '');
    if (!isTag || !isOpening || ends.has(end) || !DESCRIPTION.test(key) || NOBODY.test(words)) continue;
    const person = known.get(key) ?? makePerson(persons, { name: key, kind: 'noun', mentionCount: 0 });
    known.set(key, person);
    person.mentionCount++;
    mentions.push({ start, end, personId: person.id, isSubject: true });
  }
  mentions.sort((a, b) => a.start - b.start);
}

const DESCRIPTION = /^.+(?:的人?|[人者们們])$/;
const NOBODY = /[他她它我你您]|^(?:有|众|眾|人|别的)|[地着了]$|声|話|话|^.?的$|[上下里中内外边]的$/;
