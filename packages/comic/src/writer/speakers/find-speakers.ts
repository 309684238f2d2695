/** From the paragraphs of a story to a speaker for every spoken quote. */
import type { Attribution } from '../types.ts';
import { learnCalls } from './learn-calls.ts';
import type { Line } from './learn-calls.ts';
import { listUtterances } from './list-utterances.ts';
import { indexMentions } from './mention-index.ts';
import { mergeIntroduced } from './merge-introduced.ts';
import { resolvePronouns } from './resolve-pronouns.ts';
import { NOBODY, solveTurns } from './solve-turns.ts';
import { TURN_WEIGHTS } from './turn-weights.ts';
import type { Relation, Turn } from './solve-turns.ts';
import type { Cast, Clue, LanguageReader, Manner, Person, PersonId, Scenes, Utterance, Voicing } from './scene-types.ts';

export type SpokenBy = {
  utterance: Utterance;
  personId?: PersonId;
  attribution: Attribution;
  manner: Manner;
  /** Somebody else is nearly as likely. */
  isUnsure: boolean;
};

export type Speakers = { cast: Cast; spoken: SpokenBy[] };

export function findSpeakers(scenes: Scenes, reader: LanguageReader): Speakers {
  const cast = reader.findCast(scenes);
  const utterances = listUtterances(scenes);
  const mentions = indexMentions(cast.mentions);
  const clues = utterances.map((_, index) => reader.readClues({ scenes, cast, utterances, index, mentionsIn: mentions.within }));
  utterances.forEach((utterance, index) => {
    const above = utterances[index - 1];
    const asked = above && utterance.paragraph - above.paragraph <= 2 ? wordsOf(scenes, above) : '';
    clues[index]?.push(...introducesItself(reader, cast, utterance, wordsOf(scenes, utterance), asked));
  });
  for (const { score, mention } of clues.flat()) {
    const person = score >= 30 && mention.personId !== undefined && mention.pronoun === undefined ? cast.persons[mention.personId] : undefined;
    if (person) person.speaks = true;
  }
  clues.forEach((found, index) => voteByVoicing(cast, found, reader.readVoicing?.(wordsOf(scenes, utterances[index]), cast)));
  const spoken = assignSpeakers({ scenes, reader, cast, utterances, clues });
  const isMerged = mergeIntroduced(cast, spoken, (utterance) => wordsOf(scenes, utterance), reader);
  const called = learnCalls(listLines(scenes, reader, spoken, clues));
  if (!isMerged && called.size === 0) return { cast, spoken };
  return { cast, spoken: assignSpeakers({ scenes, reader, cast, utterances, clues, called }) };
}

/** The lines as they were solved, with the words of address in them. */
function listLines(scenes: Scenes, reader: LanguageReader, spoken: readonly SpokenBy[], clues: readonly Clue[][]): Line[] {
  if (!reader.listCalls) return [];
  return spoken.map(({ utterance, personId }, i): Line => {
    const above = spoken[i - 1]?.utterance;
    return {
      ...(personId === undefined ? {} : { personId }),
      isSure: (clues[utterance.index] ?? []).some(({ score, mention }) => score >= SURE && mention.personId === personId),
      calls: reader.listCalls?.(wordsOf(scenes, utterance)) ?? [],
      mayAnswer: above !== undefined && relate(scenes, above, utterance) !== 'break' && relate(scenes, above, utterance) !== 'far',
    };
  });
}

/** `I am Dustin.` is most likely said by Dustin, unless he is met there for the first time: then somebody described bears the name. */
function introducesItself(reader: LanguageReader, cast: Cast, { quote }: Utterance, words: string, asked: string): Clue[] {
  const name = reader.readIntroduction?.(words, asked, cast);
  const person = name === undefined ? undefined : cast.persons.find(({ kind, aliases }) => kind === 'name' && aliases.has(name));
  const isMet = person && cast.mentions.some(({ personId, start }) => personId === person.id && start < quote.start);
  return person && isMet ? [{ attribution: 'turn', score: TURN_WEIGHTS.introduced, mention: { start: quote.start, end: quote.start, personId: person.id, isSubject: false } }] : [];
}

type Reading = { scenes: Scenes; reader: LanguageReader; cast: Cast; utterances: Utterance[]; clues: Clue[][]; called?: ReadonlyMap<string, PersonId> };

function assignSpeakers({ scenes, reader, cast, utterances, clues, called }: Reading): SpokenBy[] {
  const mentions = indexMentions(cast.mentions);
  const resolver = resolvePronouns(cast, scenes);
  const speaking = new Set(clues.flat().flatMap(({ score, mention }) => (score >= 11 && mention.personId !== undefined ? [mention.personId] : [])));
  const canSpeak = (id: PersonId): boolean => speaking.has(id) || cast.persons[id]?.kind === 'name' || cast.persons[id]?.kind === 'self' || (reader.habits.nounsMaySpeak === true && isSteady(cast.persons[id]));
  const listCalled = (words: string): PersonId[] => (called ? (reader.listCalls?.(words) ?? []).flatMap((word) => called.get(word) ?? []) : []);
  const groups = bindTurns(scenes, utterances, clues);
  const met = firstMet(cast);
  const turns = groups.map((group, i): Turn => {
    const first = utterances[group[0] ?? 0];
    const last = utterances[(groups[i - 1] ?? []).at(-1) ?? 0];
    const around = first ? { start: Math.max(0, (scenes.paragraphs[first.paragraph]?.start ?? 0) - 300), end: first.after.end } : { start: 0, end: 0 };
    const addressees = [...new Set(group.flatMap((index) => [...reader.findAddressees(wordsOf(scenes, utterances[index]), cast), ...listCalled(wordsOf(scenes, utterances[index])), ...(clues[index] ?? []).flatMap(({ hearer }) => hearer ?? [])]))];
    for (const id of addressees) met.set(id, Math.min(met.get(id) ?? Infinity, around.start));
    return {
      clues: group.flatMap((index) => clues[index] ?? []),
      relation: first && last && i > 0 ? relate(scenes, last, first) : 'break',
      addressees,
      habits: [...new Set(group.flatMap((index) => reader.readHabits(wordsOf(scenes, utterances[index]))))],
      hearerGender: group.map((index) => reader.readHearerGender?.(wordsOf(scenes, utterances[index]))).findLast((gender) => gender !== undefined),
      bystanders: mentions.within(around).flatMap(({ personId }) => (personId !== undefined && canSpeak(personId) ? [personId] : [])),
      ...(reader.readVoicing ? { voicing: reader.readVoicing(group.map((index) => wordsOf(scenes, utterances[index])).join('\n'), cast) } : {}),
      isMet: (id) => (met.get(id) ?? Infinity) < around.end,
      isThought: group.some((index) => clues[index]?.some((clue) => clue.manner === 'think')),
    };
  });
  const solved = solveTurns(turns, cast, resolver, reader.habits);
  const spoken: SpokenBy[] = [];
  groups.forEach((group, i) => {
    for (const index of group) {
      const utterance = utterances[index];
      if (!utterance) continue;
      const { personId = NOBODY, attribution = 'unknown', margin = 0 } = solved[i] ?? {};
      const manner = (clues[index] ?? []).find((clue) => clue.manner && clue.manner !== 'say')?.manner ?? 'say';
      spoken.push({ utterance, ...(personId === NOBODY ? {} : { personId }), attribution, manner, isUnsure: personId === NOBODY || margin < reader.habits.sureMargin });
    }
  });
  return spoken;
}

/** Where each person is first named, described or meant. */
function firstMet({ mentions }: Cast): Map<PersonId, number> {
  const met = new Map<PersonId, number>();
  for (const { personId, start } of mentions) if (personId !== undefined && !met.has(personId)) met.set(personId, start);
  return met;
}

/** Described persons (妹, 店主) who are met again and again and are no animals. */
function isSteady(person: Person | undefined): boolean {
  return person?.kind === 'noun' && person.being === undefined && person.mentionCount >= 2;
}

/** Lines that surely are somebody's tell the gender of one whose gender no word tells. */
function voteByVoicing(cast: Cast, clues: readonly Clue[], voicing: Voicing | undefined): void {
  const sure = clues.find(({ score, side, mention }) => score >= 11 && side === undefined && mention.pronoun === undefined && mention.personId !== undefined);
  const person = sure?.mention.personId === undefined ? undefined : cast.persons[sure.mention.personId];
  if (!person || person.gender !== undefined) return;
  if (voicing?.gender) person.votes[voicing.gender] += 1;
  if (voicing?.leaning) person.votes[voicing.leaning] += 0.5;
}

function wordsOf(scenes: Scenes, utterance: Utterance | undefined): string {
  return utterance ? scenes.text.slice(utterance.quote.innerStart, utterance.quote.innerEnd) : '';
}

/** Score from which a clue with a name stands by itself. */
const SURE = 20;

/** Quotes of one paragraph are one turn unless two names are given for them. */
function bindTurns(scenes: Scenes, utterances: readonly Utterance[], clues: readonly Clue[][]): number[][] {
  const groups: number[][] = [];
  for (const utterance of utterances) {
    const group = groups.at(-1);
    const previous = utterances[utterance.index - 1];
    const isBound = group && previous && (utterance.continues || (previous.paragraph === utterance.paragraph && isOneTurn(scenes, previous, utterance, clues, group)));
    if (isBound) group.push(utterance.index);
    else groups.push([utterance.index]);
  }
  return groups;
}

function isOneTurn(scenes: Scenes, previous: Utterance, utterance: Utterance, clues: readonly Clue[][], group: readonly number[]): boolean {
  const between = scenes.text.slice(previous.quote.end, utterance.quote.start).trim();
  if (between === '') return false;
  const earlier = new Set(group.flatMap((index) => sureNames(clues[index])));
  const own = sureNames(clues[utterance.index]);
  if (own.length > 0 && earlier.size > 0 && !own.some((id) => earlier.has(id))) return false;
  // `她站起来，说：“…”承懽说：“…”`: a name with a colon introduces the next one who speaks.
  if (scenes.language === 'zh' && own.length > 0 && /[：:]$/.test(between) && earlier.size === 0 && group.some((index) => (clues[index] ?? []).some(({ score }) => score >= SURE))) return false;
  if (scenes.language === 'en') return !(earlier.size > 0 && /[.!?][)”’]?\s+\p{Lu}/u.test(between) && namesAnother(clues[utterance.index], earlier));
  // 「…」ソラは笑った。「…」とマイが言った: a whole sentence about another parts the two.
  if (scenes.language === 'ja' && own.length > 0 && !/^[、]?(?:と|って)/.test(between)) {
    const doers = clues[previous.index]?.flatMap(({ score, mention }) => (score >= 11 && mention.pronoun === undefined && mention.personId !== undefined ? [mention.personId] : [])) ?? [];
    if (doers.length > 0 && !doers.some((id) => own.includes(id))) return false;
  }
  // `“…”三人一齐举手。又道：“…”`: who is left out goes on.
  if (scenes.language === 'zh' && own.length === 0 && TAKES_UP.test(between)) return true;
  const isTagBetween = !/[。！？!?]/.test(between.slice(0, -1));
  // A colon behind words without a known subject may introduce somebody unknown; `因又说道：` surely goes on.
  const isOpenEnd = /[：:]$/.test(between) && earlier.size > 0 && own.length === 0;
  return isTagBetween && between.length < 60 && (!isOpenEnd || GOES_ON.test(between));
}

/** A deed of somebody else between two quotes parts them. */
function namesAnother(clues: readonly Clue[] | undefined, earlier: ReadonlySet<PersonId>): boolean {
  const doers = (clues ?? []).flatMap(({ attribution, mention }) => (attribution === 'action' && mention.pronoun === undefined && mention.personId !== undefined ? [mention.personId] : []));
  return doers.length > 0 && !doers.some((id) => earlier.has(id));
}

const TAKES_UP = /(?:^|[。！？”])(?:又|接着|接著|继续|繼續|然后又|随后又)[^，。：“”]{0,6}[说說道问問][道着著]?[：:，]?$/;

const GOES_ON = /^[，。、]?(?:因|又|便|忙|遂|笑|一面|说|道|问|叹|接着|继续|然后|随即|并|还|再|复|乃|也|叫|喊|大|低|轻|冷|忽|连|急)/;

function sureNames(clues: readonly Clue[] | undefined): PersonId[] {
  return (clues ?? []).flatMap(({ score, mention }) => (score >= SURE && mention.pronoun === undefined && mention.personId !== undefined ? [mention.personId] : []));
}

function relate(scenes: Scenes, previous: Utterance, next: Utterance): Relation {
  if (previous.paragraph === next.paragraph) return 'same-paragraph';
  let between = 0;
  for (let i = previous.paragraph + 1; i <= next.paragraph; i++) {
    const paragraph = scenes.paragraphs[i];
    if (paragraph?.hasBreakBefore) return 'break';
    if (i < next.paragraph && paragraph) between += paragraph.end - paragraph.start;
  }
  if (between === 0) return 'next-paragraph';
  const isShort = between < (scenes.language === 'en' ? 500 : 160);
  return isShort ? 'after-narration' : next.paragraph - previous.paragraph > 6 ? 'far' : between > (scenes.language === 'en' ? 1500 : 500) ? 'far' : 'after-narration';
}
