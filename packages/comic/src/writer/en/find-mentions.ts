/** Names, described persons and pronouns in the narration of an English story. */
import { makePerson } from '../cast/make-person.ts';
import { quotedTest } from '../cast/quoted-test.ts';
import { markSubjects } from './mark-subjects.ts';
import { mergeDescribed } from './merge-described.ts';
import { findNameRuns, isCalled, tallyRuns } from './name-runs.ts';
import type { NameRun } from './name-runs.ts';
import { namePeople, surfaceOf } from './name-people.ts';
import { nounPhraseAt, NounPeople } from './noun-people.ts';
import { tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';
import { BODY, PRONOUNS } from './words.ts';
import type { Cast, Mention, Person, Scenes } from '../speakers/scene-types.ts';

export type EnglishCast = Cast & { tokens: Token[]; surfaces: ReadonlyMap<string, Person>; runs: ReadonlyMap<number, NameRun> };

export function findEnglishCast(scenes: Scenes): EnglishCast {
  const tokens = tokenize(scenes.text);
  const isQuoted = quotedTest(scenes);
  const runs = findNameRuns(tokens);
  const persons: Person[] = [];
  const surfaces = namePeople(persons, runs, tallyRuns(tokens, runs, scenes.text, isQuoted));
  const runAt = new Map(runs.map((run) => [run.from, run]));
  const nouns = new NounPeople(persons);
  const mentions: Mention[] = [];
  const self = findNarrator(persons, tokens, runs, surfaces, scenes.text, isQuoted);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || isQuoted(token.start)) continue;
    const run = runAt.get(i);
    const named = run && surfaces.get(surfaceOf(run));
    if (run && named) {
      const last = tokens[i + run.length - 1] ?? token;
      const article = tokens[i - 1];
      const start = article?.lower === 'the' && token.isJoined ? article.start : token.start;
      if (!last.isPossessive) mentions.push({ start, end: last.end, personId: named.id, isSubject: false });
      else {
        const owned = nouns.owned(tokens, i + run.length, named);
        if (owned) mentions.push(owned.mention);
        else {
          const part = tokens[i + run.length];
          mentions.push({ start, end: part?.isJoined && BODY.has(part.lower) ? part.end : last.end, personId: named.id, isSubject: false });
        }
      }
      i += run.length - 1;
      continue;
    }
    const owner = OWNERS.get(token.lower);
    const part = tokens[i + 1];
    if (owner && part?.isJoined && BODY.has(part.lower) && !part.isPossessive && (owner !== 'self' || self)) {
      mentions.push({ start: token.start, end: part.end, pronoun: owner, isSubject: false, ...(owner === 'self' && self ? { personId: self.id } : {}) });
      i++;
      continue;
    }
    const phrase = nounPhraseAt(tokens, i);
    // "the Mole": a name with an article.
    const isName = phrase && [...Array(phrase.head - i).keys()].some((ahead) => { const known = runAt.get(i + 1 + ahead); return known && surfaces.has(surfaceOf(known)); });
    if (phrase && !isName) {
      const mention = nouns.meet(tokens, phrase, self);
      if (mention) {
        mentions.push(mention);
        i = phrase.head;
        continue;
      }
    }
    const pronoun = PRONOUNS.get(token.lower);
    if (pronoun && (pronoun !== 'self' || self) && !token.isPossessive) {
      mentions.push({ start: token.start, end: token.end, pronoun, isSubject: false, ...(pronoun === 'self' && self ? { personId: self.id } : {}) });
    }
  }
  markSubjects(mentions, tokens);
  voteGenders(mentions, persons, scenes.text);
  mergeDescribed(persons, mentions, scenes.text);
  return { persons, mentions, tokens, surfaces, runs: runAt };
}

/** What a part of the body does, its owner does: `His face had turned pale`. */
const OWNERS: ReadonlyMap<string, 'he' | 'she' | 'self'> = new Map([['his', 'he'], ['her', 'she'], ['my', 'self']] as const);

/** "I" of the narration; a name that is only ever called inside quotes is taken for his or hers. */
function findNarrator(persons: Person[], tokens: readonly Token[], runs: readonly NameRun[], surfaces: ReadonlyMap<string, Person>, text: string, isQuoted: (at: number) => boolean): Person | undefined {
  let narrated = 0;
  let first = 0;
  for (const token of tokens) {
    if (isQuoted(token.start)) continue;
    narrated++;
    if (token.text === 'I' || token.lower === 'my' || token.lower === 'me') first++;
  }
  if (first < 3 || first / Math.max(1, narrated) < 0.006) return undefined;
  const tallies = new Map<Person, { called: number; told: number }>();
  for (const run of runs) {
    const person = surfaces.get(surfaceOf(run));
    const [from, to] = [tokens[run.from], tokens[run.from + run.length - 1]];
    if (!person || !from || !to) continue;
    const tally = tallies.get(person) ?? { called: 0, told: 0 };
    tallies.set(person, tally);
    if (!isQuoted(from.start)) tally.told++;
    else if (isCalled(text, from, to)) tally.called++;
  }
  const own = [...tallies].filter(([, tally]) => tally.told === 0 && tally.called >= 2).sort((a, b) => b[1].called - a[1].called)[0]?.[0];
  if (own) {
    own.kind = 'self';
    own.aliases.add('I');
    return own;
  }
  return makePerson(persons, { name: 'I', kind: 'self' });
}

/** `Tom ... he` within one sentence and nobody between speaks for a man. */
function voteGenders(mentions: readonly Mention[], persons: readonly Person[], text: string): void {
  mentions.forEach((mention, i) => {
    if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return;
    const previous = mentions[i - 1];
    const person = previous?.personId === undefined ? undefined : persons[previous.personId];
    if (!previous || !person || previous.pronoun || person.gender) return;
    const between = text.slice(previous.end, mention.start);
    if (between.length > 200 || between.includes('\n')) return;
    const weight = /[.!?]/.test(between) ? 0.5 : previous.isSubject ? 2 : 1;
    if (mention.pronoun === 'he') person.votes.male += weight;
    else person.votes.female += weight;
  });
}
