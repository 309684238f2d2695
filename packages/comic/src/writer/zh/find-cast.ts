/** Names, described persons and pronouns in the narration of a Chinese story. */
import { quotedTest } from '../cast/quoted-test.ts';
import { indexSurfaces } from '../cast/surface-index.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Person, Scenes } from '../speakers/scene-types.ts';
import { namePersons } from './name-persons.ts';
import { sortSpeakers } from './open-speakers.ts';
import { listPointedNouns } from './pointed-nouns.ts';
import { castDescribedSpeakers } from './described-speakers.ts';
import { findNarrator, writesYi } from './pronouns.ts';
import { scanMentions } from './scan-mentions.ts';
import { bindObjects, countNarration, listNamings, voteGenders } from './settle-mentions.ts';
import { listTagSubjects } from './tag-subjects.ts';
import { castUnnamedHeroes } from './unnamed-hero.ts';
import { findWordBounds } from './word-bounds.ts';
import { PERSON_NOUNS } from './words.ts';
import type { PersonWord } from './words.ts';

export type ChineseCast = Cast & { surfaces: ReadonlyMap<string, Person>; index?: SurfaceIndex<Person> };

export function findChineseCast(scenes: Scenes): ChineseCast {
  const { text } = scenes;
  const isQuoted = quotedTest(scenes);
  const persons: Person[] = [];
  const bounds = findWordBounds(text);
  const tagSubjects = listTagSubjects(scenes, bounds);
  const open = sortSpeakers(text, tagSubjects);
  const surfaces = namePersons(persons, { text, bounds, isQuoted, sure: open.names });
  const index = indexSurfaces(surfaces);
  const found = [...open.nouns, ...listPointedNouns(text, isQuoted, bounds)].map((noun): [string, PersonWord] => [noun, {}]);
  const nouns = indexSurfaces(new Map([...found, ...PERSON_NOUNS]));
  // Old texts write 他 for everybody.
  const hasShe = /[她伊]/.test(text) || (text.length < 3000 && !/却说|卻說|且说|话说|話說|曰/.test(text));
  const self = findNarrator(persons, scenes, isQuoted);
  const { mentions, namings } = scanMentions({ text, bounds, persons, names: index, surfaces, nouns, self, hasShe, writesYi: writesYi(text) }, isQuoted);
  castDescribedSpeakers({ persons, mentions, subjects: tagSubjects });
  countNarration(mentions, text, isQuoted);
  bindObjects(mentions, text);
  castUnnamedHeroes(mentions, persons, text);
  voteGenders(mentions, persons, text);
  return { persons, mentions, surfaces, namings: [...namings, ...listNamings(mentions, text, isQuoted, index)] };
}
