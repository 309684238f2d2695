/** From the paragraphs of a story to a speaker for every spoken quote. */
import type { Attribution } from '../types.ts';
import { listUtterances } from './list-utterances.ts';
import { indexMentions } from './mention-index.ts';
import { mergeIntroduced } from './merge-introduced.ts';
import { resolvePronouns } from './resolve-pronouns.ts';
import { NOBODY, solveTurns } from './solve-turns.ts';
import type { Relation, Turn } from './solve-turns.ts';
import type { Cast, Clue, LanguageReader, Manner, PersonId, Scenes, Utterance, Voicing } from './scene-types.ts';

export type SpokenBy = {
  utterance: Utterance;
  personId?: PersonId;
  attribution: Attribution;
  manner: Manner;
};

export type Speakers = { cast: Cast; spoken: SpokenBy[] };

export function findSpeakers(scenes: Scenes, reader: LanguageReader): Speakers {
  const cast = reader.findCast(scenes);
  const utterances = listUtterances(scenes);
  const mentions = indexMentions(cast.mentions);
  const clues = utterances.map((_, index) => reader.readClues({ scenes, cast, utterances, index, mentionsIn: mentions.within }));
  for (const { score, mention } of clues.flat()) {
    const person = score >= 30 && mention.personId !== undefined && mention.pronoun === undefined ? cast.persons[mention.personId] : undefined;
    if (person) person.speaks = true;
  }
  const spoken = assignSpeakers({ scenes, reader, cast, utterances, clues });
  if (!mergeIntroduced(cast, spoken, (utterance) => wordsOf(scenes, utterance), reader)) return { cast, spoken };
  return { cast, spoken: assignSpeakers({ scenes, reader, cast, utterances, clues }) };
}

type Reading = { scenes: Scenes; reader: LanguageReader; cast: Cast; utterances: Utterance[]; clues: Clue[][] };

function assignSpeakers({ scenes, reader, cast, utterances, clues }: Reading): SpokenBy[] {
  const mentions = indexMentions(cast.mentions);
  const resolver = resolvePronouns(cast);
  const speaking = new Set(clues.flat().flatMap(({ score, mention }) => (score >= 11 && mention.personId !== undefined ? [mention.personId] : [])));
  const canSpeak = (id: PersonId): boolean => speaking.has(id) || cast.persons[id]?.kind === 'name' || cast.persons[id]?.kind === 'self';
  const groups = bindTurns(scenes, utterances, clues);
  const turns = groups.map((group, i): Turn => {
    const first = utterances[group[0] ?? 0];
    const last = utterances[(groups[i - 1] ?? []).at(-1) ?? 0];
    const around = first ? { start: Math.max(0, (scenes.paragraphs[first.paragraph]?.start ?? 0) - 300), end: first.after.end } : { start: 0, end: 0 };
    return {
      clues: group.flatMap((index) => clues[index] ?? []),
      relation: first && last && i > 0 ? relate(scenes, last, first) : 'break',
      addressees: [...new Set(group.flatMap((index) => [...reader.findAddressees(wordsOf(scenes, utterances[index]), cast), ...(clues[index] ?? []).flatMap(({ hearer }) => hearer ?? [])]))],
      habits: [...new Set(group.flatMap((index) => reader.readHabits(wordsOf(scenes, utterances[index]))))],
      bystanders: mentions.within(around).flatMap(({ personId }) => (personId !== undefined && canSpeak(personId) ? [personId] : [])),
      ...(reader.readVoicing ? { voicing: reader.readVoicing(group.map((index) => wordsOf(scenes, utterances[index])).join('\n'), cast) } : {}),
      isThought: group.some((index) => clues[index]?.some((clue) => clue.manner === 'think')),
    };
  });
  const solved = solveTurns(turns, cast, resolver, reader.habits);
  const spoken: SpokenBy[] = [];
  groups.forEach((group, i) => {
    for (const index of group) {
      const utterance = utterances[index];
      if (!utterance) continue;
      const { personId = NOBODY, attribution = 'unknown' } = solved[i] ?? {};
      const manner = (clues[index] ?? []).find((clue) => clue.manner && clue.manner !== 'say')?.manner ?? 'say';
      spoken.push({ utterance, ...(personId === NOBODY ? {} : { personId }), attribution, manner });
    }
  });
  return { cast, spoken };
}

/** Lines that surely are somebody's tell the gender of one whose gender no word tells. */
function voteByVoicing(cast: Cast, clues: readonly Clue[], voicing: Voicing | undefined): void {
  const sure = clues.find(({ score, side, mention }) => score >= 11 && side === undefined && mention.pronoun === undefined && mention.personId !== undefined);
  const person = sure?.mention.personId === undefined ? undefined : cast.persons[sure.mention.personId];
  if (!person || person.gender !== undefined) return;
  if (voicing?.gender) person.votes[voicing.gender] += 1;
  if (voicing?.leaning) person.votes[voicing.leaning] += 0.5;
}

