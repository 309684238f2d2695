/** From runs of capitalised words to persons with aliases. */
import { makePerson } from '../cast/make-person.ts';
import type { Gender } from '../../model/kinds.ts';
import { genderOf } from '../speakers/scene-types.ts';
import type { Person } from '../speakers/scene-types.ts';
import type { NameRun, NameTally } from './name-runs.ts';
import { ANIMAL_NOUNS, FIRST_NAMES, KIN_NAMES, PERSON_NOUNS } from './person-words.ts';
import { TITLES } from './words.ts';

type Named = { person: Person; first?: string; last?: string; titles: Set<string> };

/** Surface (title and words, as in `surfaceOf`) to person. Full names are settled first, then parts are matched to them. */
export function namePeople(persons: Person[], runs: readonly NameRun[], tallies: ReadonlyMap<string, NameTally>): Map<string, Person> {
  const counts = new Map<string, { run: NameRun; count: number }>();
  for (const run of runs) {
    const surface = surfaceOf(run);
    const known = counts.get(surface);
    if (known) known.count++;
    else counts.set(surface, { run, count: 1 });
  }
  const surfaces = new Map<string, Person>();
  const known: Named[] = [];
  const ordered = [...counts].filter(([, { run }]) => isPerson(run, tallies)).sort((a, b) => rankRun(b[1].run) - rankRun(a[1].run) || b[1].count - a[1].count);
  for (const [surface, { run, count }] of ordered) {
    const match = matchPerson(known, run) ?? addPerson(persons, known, run, surface);
    match.person.aliases.add(surface);
    match.person.mentionCount += count;
    if (run.title !== undefined) match.titles.add(run.title);
    const last = lastOf(run);
    if (last !== undefined) match.last ??= last;
    surfaces.set(surface, match.person);
  }
  chooseNames(known, counts);
  return surfaces;
}

export function surfaceOf(run: NameRun): string {
  const title = run.title === undefined ? '' : `${display(run.title)} `;
  return title + run.words.join(' ');
}

function display(title: string): string {
  const word = title.charAt(0).toUpperCase() + title.slice(1);
  return /^(?:Mr|Mrs|Ms|Dr|Capt|Col|Gen|Lt|Sgt|Prof|Rev)$/.test(word) ? `${word}.` : word;
}

function isPerson(run: NameRun, tallies: ReadonlyMap<string, NameTally>): boolean {
  const tally = tallies.get(run.words.join(' '));
  if (!tally) return false;
  if (run.title === undefined && run.words.length === 1 && /^(?:Sir|Madam|Madame|Majesty|Lord|Lady|Miss|Ma|Monsieur|Honour|Highness|Excellency|Sire)$/.test(run.words[0] ?? '')) return false;
  if (run.title !== undefined || KIN_NAMES.has(run.words[0]?.toLowerCase() ?? '')) return true;
  const parts = run.words.map((word) => tallies.get(word)?.score ?? 0);
  const score = tally.score + (run.words.length > 1 ? Math.max(0, ...parts) : 0);
  return score >= 2 && (tally.midSentence > 0 || score >= 3) && score / tally.count > 0.08;
}

function rankRun(run: NameRun): number {
  return run.words.length * 2 + (run.title === undefined ? 0 : 1);
}

function lastOf(run: NameRun): string | undefined {
  return run.words.length > 1 || (run.title !== undefined && isSurnameTitle(run.title)) ? run.words.at(-1) : undefined;
}

function isSurnameTitle(title: string): boolean {
  return !/^(?:aunt|uncle|auntie|cousin|king|queen|prince|princess|sir|lady|lord|dame|father|mother|brother|sister|master|miss|saint|st)$/.test(title);
}

function titleGender(title: string | undefined): Gender | undefined {
  const gender = title === undefined ? undefined : TITLES.get(title);
  return gender === 'male' || gender === 'female' ? gender : undefined;
}

function matchPerson(known: readonly Named[], run: NameRun): Named | undefined {
  const first = run.words[0] ?? '';
  const last = run.words.at(-1) ?? '';
  const gender = titleGender(run.title);
  // "Doctor" alone is the one doctor who has a name.
  const bare = first.toLowerCase() === 'doctor' ? 'dr' : first.toLowerCase();
  if (run.title === undefined && run.words.length === 1 && TITLES.has(first.toLowerCase())) {
    const holders = known.filter((named) => named.titles.has(bare) || named.titles.has(first.toLowerCase()));
    return holders.length === 1 ? holders[0] : undefined;
  }
  const agrees = (named: Named): boolean => {
    const own = genderOf(named.person);
    if (gender !== undefined && own !== undefined && own !== gender) return false;
    const isWife = run.title === 'mrs';
    return !(isWife && named.titles.has('miss')) && !(run.title === 'miss' && named.titles.has('mrs'));
  };
  if (run.words.length > 1) return known.find((named) => named.first === first && named.last === last && agrees(named));
  if (run.title === undefined || !isSurnameTitle(run.title)) {
    const byFirst = known.filter((named) => named.first === first && agrees(named));
    if (byFirst.length > 0) return mostMentioned(byFirst);
  }
  const byLast = known.filter((named) => named.last === last && agrees(named));
  if (run.title === undefined) {
    const bare = byLast.filter((named) => !named.titles.has('mrs') && !named.titles.has('miss'));
    return mostMentioned(bare.length > 0 ? bare : byLast);
  }
  if (run.title === 'mrs') return byLast.find((named) => named.titles.has('mrs')) ?? (byLast.length === 1 && byLast[0] && genderOf(byLast[0].person) === 'female' ? byLast[0] : undefined);
  if (byLast.length === 0) return known.find((named) => named.first === last && named.last === undefined && agrees(named));
  return byLast.length === 1 ? byLast[0] : mostMentioned(byLast.filter((named) => named.titles.has(run.title ?? '') || (named.titles.size === 0 && run.title !== 'miss')));
}

function mostMentioned(list: readonly Named[]): Named | undefined {
  return list.reduce<Named | undefined>((top, named) => (!top || named.person.mentionCount > top.person.mentionCount ? named : top), undefined);
}

function addPerson(persons: Person[], known: Named[], run: NameRun, surface: string): Named {
  const first = run.words[0] ?? '';
  const noun = PERSON_NOUNS.get(first.toLowerCase());
  const gender = titleGender(run.title) ?? FIRST_NAMES.get(first) ?? noun?.gender;
  const being = ANIMAL_NOUNS.has((run.words.at(-1) ?? '').toLowerCase()) ? run.words.at(-1)?.toLowerCase() : noun?.being;
  const person = makePerson(persons, { name: surface, kind: 'name', ...(gender === undefined ? {} : { gender }), ...(being === undefined ? {} : { being }), ...(noun?.age === undefined ? {} : { age: noun.age }) });
  const hasFirst = run.words.length > 1 || run.title === undefined || !isSurnameTitle(run.title);
  const last = lastOf(run);
  const named: Named = { person, titles: new Set(run.title === undefined ? [] : [run.title]), ...(hasFirst ? { first } : {}), ...(last === undefined ? {} : { last }) };
  known.push(named);
  return named;
}

/** A person is shown under the surface used most, full names weighing a little more. */
function chooseNames(known: readonly Named[], counts: ReadonlyMap<string, { run: NameRun; count: number }>): void {
  for (const { person } of known) {
    let best = person.name;
    let bestScore = -1;
    for (const alias of person.aliases) {
      const score = (counts.get(alias)?.count ?? 0) * (alias.includes(' ') ? 1.2 : 1);
      if (score > bestScore) [best, bestScore] = [alias, score];
    }
    person.name = best;
  }
}
