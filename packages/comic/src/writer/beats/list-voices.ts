/** The persons of a story as voices, in order of appearance. */
import type { Voice } from '../types.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Speakers } from '../speakers/find-speakers.ts';
import { indexMentions } from '../speakers/mention-index.ts';
import { genderOf } from '../speakers/scene-types.ts';
import type { LanguageReader, PersonId, Scenes } from '../speakers/scene-types.ts';
import type { Thinker } from './thinker.ts';

export type Voices = { voices: Voice[]; keys: Map<PersonId, string> };

const MOST_DESCRIPTIONS = 12;

/** Everybody who speaks or thinks, and everybody with a name whom the narration mentions twice. */
export function listVoices(scenes: Scenes, speakers: Speakers, reader: LanguageReader, thinkers: ReadonlyMap<number, Thinker>): Voices {
  const { persons, mentions } = speakers.cast;
  const lines = new Map<PersonId, number>();
  const firstAt = new Map<PersonId, number>();
  const see = (id: PersonId, at: number): void => void firstAt.set(id, Math.min(firstAt.get(id) ?? Infinity, at));
  for (const { personId, utterance } of speakers.spoken) {
    if (personId === undefined) continue;
    lines.set(personId, (lines.get(personId) ?? 0) + 1);
    see(personId, utterance.quote.start);
  }
  for (const [at, { personId }] of thinkers) {
    if (personId === undefined) continue;
    lines.set(personId, (lines.get(personId) ?? 0) + 1);
    see(personId, at);
  }
  const counts = new Map<PersonId, number>();
  for (const { personId, start } of mentions) {
    if (personId === undefined) continue;
    counts.set(personId, (counts.get(personId) ?? 0) + 1);
    see(personId, start);
  }
  const listed = persons
    .filter((person) => lines.has(person.id) || (person.kind === 'name' && (counts.get(person.id) ?? 0) >= 2) || (person.kind === 'self' && (counts.get(person.id) ?? 0) >= 3))
    .sort((a, b) => (firstAt.get(a.id) ?? 0) - (firstAt.get(b.id) ?? 0) || a.id - b.id);
  const keys = new Map(listed.map((person, i) => [person.id, `v${i + 1}`]));
  const descriptions = describe(scenes, speakers, reader, keys);
  const voices = listed.map((person): Voice => {
    const gender = genderOf(person);
    return {
      key: keys.get(person.id) ?? '', name: person.name, aliases: [...person.aliases].filter((alias) => alias !== person.name),
      ...(gender === undefined ? {} : { gender }), ...(person.age === undefined ? {} : { age: person.age }), ...(person.being === undefined ? {} : { being: person.being }),
      descriptions: descriptions.get(person.id) ?? [], lineCount: lines.get(person.id) ?? 0, mentionCount: counts.get(person.id) ?? 0,
    };
  });
  return { voices, keys };
}

/** Sentences with words of looks whose first mention is the person. */
function describe(scenes: Scenes, speakers: Speakers, reader: LanguageReader, keys: ReadonlyMap<PersonId, string>): Map<PersonId, string[]> {
  const found = new Map<PersonId, string[]>();
  const index = indexMentions(speakers.cast.mentions);
  for (const paragraph of scenes.paragraphs) {
    let at = paragraph.start;
    const spans = [...paragraph.spoken.map((quote) => ({ start: quote.start, end: quote.end })), { start: paragraph.end, end: paragraph.end }];
    for (const span of spans) {
      for (const sentence of splitSentences(scenes.text, { start: at, end: span.start }, scenes.language)) {
        const words = scenes.text.slice(sentence.start, sentence.end);
        if (words.length > 400 || !reader.isDescription(words)) continue;
        const id = index.within(sentence).find((mention) => mention.personId !== undefined)?.personId;
        if (id === undefined || !keys.has(id)) continue;
        const list = found.get(id) ?? [];
        if (list.length < MOST_DESCRIPTIONS) found.set(id, [...list, words]);
      }
      at = span.end;
    }
  }
  return found;
}
