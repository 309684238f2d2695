/**
 * Gives every utterance its speaker. Utterances are bound into turns; each turn has scored clues; the best whole
 * sequence is found by a second-order Viterbi search, so that sure speakers on either side decide the unsure between.
 */
import type { Attribution } from '../types.ts';
import { genderOf } from './scene-types.ts';
import type { Cast, Clue, Person, PersonId, TurnHabits, Voicing } from './scene-types.ts';
import type { PronounResolver } from './resolve-pronouns.ts';
import { searchTurns } from './turn-search.ts';
import { TURN_WEIGHTS as WEIGHTS } from './turn-weights.ts';

export const NOBODY: PersonId = -1;

/** How a turn stands to the one before it. */
export type Relation = 'same-paragraph' | 'next-paragraph' | 'after-narration' | 'far' | 'break';

export type Turn = {
  clues: Clue[];
  relation: Relation;
  /** Persons spoken to by name. */
  addressees: PersonId[];
  habits: string[];
  /** Of whom the words call sir, madam or the like. */
  hearerGender?: 'female' | 'male';
  voicing?: Voicing;
  /** Persons mentioned nearby: they may speak though nothing says so. */
  bystanders: PersonId[];
  /** The narration has met the person before or at this turn. */
  isMet(id: PersonId): boolean;
  /** A thought in quotes: whoever thinks often thinks on in the next quote. */
  isThought: boolean;
};

/** `margin`: how much the best whole sequence of speakers loses when this turn goes to anybody else. */
export type Solved = { personId: PersonId; attribution: Attribution; margin: number };

type Scored = { total: number; best: number; attribution: Attribution };

export function solveTurns(turns: readonly Turn[], cast: Cast, resolver: PronounResolver, habits: TurnHabits): Solved[] {
  const customs: Custom[] = turns.some((turn) => turn.clues.some((clue) => clue.side === 'behind')) ? ['before', 'behind', 'around'] : ['before'];
  const solutions = customs.map((custom) => solveWith(custom, turns, cast, resolver, habits));
  return solutions.reduce((best, solution) => (solution.total > best.total ? solution : best)).solved;
}

/** Whether narration tells of the speaker of the quote below it, above it, or stands amid the words of one speaker. */
type Custom = 'before' | 'behind' | 'around';

function weigh(clue: Clue, custom: Custom): number {
  if (clue.side === undefined || custom === 'around') return clue.score;
  if (clue.isSideSure) return clue.side === custom ? clue.score + WEIGHTS.sureSide : clue.score;
  return clue.score * (clue.side === custom ? WEIGHTS.favoured : 2 - WEIGHTS.favoured);
}

function solveWith(custom: Custom, turns: readonly Turn[], cast: Cast, resolver: PronounResolver, habits: TurnHabits): { solved: Solved[]; total: number } {
  const emissions = scoreClues(turns, resolver, custom);
  const candidates = turns.map((_, i) => listCandidates(turns, emissions, i));
  addPriors(turns, emissions, candidates, cast, habits);
  const around = custom === 'around' ? { ...habits, sameAfterNarration: habits.sameAfterNarration + 2 } : habits;
  const { path, total, margins } = searchTurns({
    length: turns.length,
    candidates: (at) => candidates[at] ?? [NOBODY],
    emission: (at, id) => emissions[at]?.get(id)?.total ?? (id === NOBODY ? WEIGHTS.nobody : 0),
    transition: (at, before, previous, id) => transition(before, previous, id, turns[at]?.relation ?? 'break', turns[at - 1]?.relation ?? 'break', around)
      + (turns[at - 1]?.isThought && id === previous && turns[at]?.relation !== 'break' ? WEIGHTS.thinksOn : 0),
  }, NOBODY);
  const solved = path.map((personId, i): Solved => {
    const scored = emissions[i]?.get(personId);
    const margin = margins[i] ?? 0;
    if (personId === NOBODY) return { personId, attribution: 'unknown', margin };
    const hasClue = scored !== undefined && scored.best >= 3;
    return { personId, attribution: hasClue ? scored.attribution : i > 0 && turns[i]?.relation !== 'break' ? 'turn' : 'default', margin };
  });
  return { solved, total };
}

function scoreClues(turns: readonly Turn[], resolver: PronounResolver, custom: Custom): Map<PersonId, Scored>[] {
  const recent: PersonId[] = [];
  return turns.map((turn) => {
    const scores = new Map<PersonId, Scored>();
    for (const clue of turn.clues) {
      const score = weigh(clue, custom);
      if (clue.mention.personId !== undefined && clue.mention.pronoun === undefined) {
        add(scores, clue.mention.personId, score, clue.attribution);
        continue;
      }
      // The one who spoke last is rarely the one whom a fresh pronoun in the very next tag means.
      const ranked = resolver.rank(clue.mention, recent.slice(0, 4)).slice(0, 4);
      ranked.forEach(({ personId, weight }) => {
        const share = (weight / (ranked[0]?.weight ?? weight)) ** WEIGHTS.pronounSharp;
        add(scores, personId, Math.max(1, score * share * (1 - WEIGHTS.pronounDoubt * (1 - Math.min(1, weight)))), clue.attribution);
      });
    }
    for (const id of turn.addressees) add(scores, id, WEIGHTS.called, 'vocative');
    const top = [...scores].sort((a, b) => b[1].total - a[1].total)[0];
    if (top && top[1].total >= 12) recent.unshift(top[0]);
    if (recent.length > 6) recent.pop();
    return scores;
  });
}

function add(scores: Map<PersonId, Scored>, id: PersonId, score: number, attribution: Attribution): void {
  const old = scores.get(id);
  if (!old) scores.set(id, { total: score, best: score, attribution });
  else scores.set(id, score > old.best ? { total: old.total + score, best: score, attribution } : { ...old, total: old.total + score });
}

const MOST_CANDIDATES = 7;

/** Those with a clue here, and those who speak or stand nearby. */
function listCandidates(turns: readonly Turn[], emissions: Map<PersonId, Scored>[], at: number): PersonId[] {
  const pull = new Map<PersonId, number>();
  const give = (id: PersonId, weight: number): void => void pull.set(id, Math.max(pull.get(id) ?? 0, weight));
  const collect = (i: number, nearness: number): void => {
    for (const [id, scored] of emissions[i] ?? []) if (scored.total > 3) give(id, Math.min(20, scored.total) * nearness);
    for (const id of turns[i]?.addressees ?? []) give(id, 12 * nearness);
    if (i === at) for (const id of turns[i]?.bystanders ?? []) give(id, 3);
  };
  collect(at, 3);
  const partners = new Set<PersonId>();
  for (let i = at - 1, left = 8; i >= 0 && i > at - 60 && (left > 0 || partners.size < 2); i--, left--) {
    if (turns[i + 1]?.relation === 'break') break;
    collect(i, Math.max(1, left) / 9);
    for (const [id, scored] of emissions[i] ?? []) if (scored.total >= 12) partners.add(id);
  }
  for (let i = at + 1, left = 6; i < turns.length && left > 0; i++, left--) {
    if (turns[i]?.relation === 'break' || turns[i]?.relation === 'far') break;
    collect(i, left / 9);
  }
  const ranked = [...pull].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
  return [NOBODY, ...ranked.map(([id]) => id)];
}

/** Weak hints: who is spoken to answers, who speaks much speaks more, who sounds alike is the same. */
function addPriors(turns: readonly Turn[], emissions: Map<PersonId, Scored>[], candidates: PersonId[][], cast: Cast, habits: TurnHabits): void {
  const profiles = learnProfiles(turns, emissions);
  turns.forEach((turn, i) => {
    const scores = emissions[i];
    if (!scores) return;
    const before = turns[i - 1];
    const isTalk = before !== undefined && turn.relation !== 'break' && turn.relation !== 'far';
    if (isTalk) {
      for (const id of before.addressees) if (candidates[i]?.includes(id)) add(scores, id, WEIGHTS.answers, 'address');
    }
    const heard = turn.clues.some((clue) => clue.score >= 4) ? undefined : listHeard(turns, emissions, i);
    const hasTag = turn.clues.some((clue) => clue.score >= 10);
    for (const id of candidates[i] ?? []) {
      if (id === NOBODY) continue;
      const person = cast.persons[id];
      const likeness = turn.habits.reduce((sum, habit) => sum + (profiles.get(id)?.get(habit) ?? 0), 0);
      const known = Math.log2(1 + (person?.mentionCount ?? 0)) * WEIGHTS.known;
      const alike = Math.max(-WEIGHTS.likenessBound, Math.min(WEIGHTS.likenessBound, likeness));
      const outside = heard && heard.size > 1 && !heard.has(id) ? WEIGHTS.unheard : 0;
      const answers = isTalk && before.hearerGender ? fitOf(person, before.hearerGender) : 0;
      const stranger = hasTag || turn.isMet(id) || (scores.get(id)?.best ?? 0) >= 3 ? 0 : habits.stranger ?? 0;
      add(scores, id, alike + known - stranger - outside + agree(person, turn.voicing) + answers + (person?.kind === 'group' ? WEIGHTS.group : 0) - silence(person, habits), 'turn');
    }
  });
}

/** Against those to whom no tag ever gives a word. */
function silence(person: Person | undefined, { silentName = 0, silentNoun = 0 }: TurnHabits): number {
  if (!person || person.speaks) return 0;
  return person.kind === 'noun' ? silentNoun : person.kind === 'name' && genderOf(person) === undefined ? silentName : 0;
}

/** Who was called sir or madam and answers. */
function fitOf(person: Person | undefined, gender: 'female' | 'male'): number {
  const own = person && genderOf(person);
  return own === undefined || own === 'neutral' ? 0 : own === gender ? WEIGHTS.answersCall : WEIGHTS.answersNoCall;
}

/** Wording against what is known of a person: a hint, no proof. */
function agree(person: Person | undefined, voicing: Voicing | undefined): number {
  if (!person || !voicing) return 0;
  const own = genderOf(person);
  const byGender = voicing.gender === undefined || own === undefined || own === 'neutral' ? 0 : own === voicing.gender ? WEIGHTS.voiceFits : WEIGHTS.voiceClashes;
  return byGender + (voicing.isNarrator && person.kind === 'self' ? WEIGHTS.narratorVoice : 0);
}

/** Who is told or called in the turns around. */
function listHeard(turns: readonly Turn[], emissions: readonly Map<PersonId, Scored>[], at: number): ReadonlySet<PersonId> {
  const heard = new Set<PersonId>();
  for (let i = Math.max(0, at - 8); i <= at + 4 && i < turns.length; i++) {
    for (const [id, { best }] of emissions[i] ?? []) if (best >= 10) heard.add(id);
    for (const id of turns[i]?.addressees ?? []) heard.add(id);
  }
  return heard;
}

/** From the turns whose speaker is sure: how much oftener than others a person has a habit (-3 to 3). */
function learnProfiles(turns: readonly Turn[], emissions: Map<PersonId, Scored>[]): Map<PersonId, Map<string, number>> {
  const counts = new Map<PersonId, { lines: number; habits: Map<string, number> }>();
  const all = { lines: 0, habits: new Map<string, number>() };
  turns.forEach((turn, i) => {
    const sure = [...(emissions[i] ?? [])].find(([, scored]) => scored.best >= 20);
    if (!sure) return;
    const own = counts.get(sure[0]) ?? { lines: 0, habits: new Map<string, number>() };
    counts.set(sure[0], own);
    for (const tally of [own, all]) {
      tally.lines++;
      for (const habit of turn.habits) tally.habits.set(habit, (tally.habits.get(habit) ?? 0) + 1);
    }
  });
  const profiles = new Map<PersonId, Map<string, number>>();
  for (const [id, own] of counts) {
    const profile = new Map<string, number>();
    for (const [habit, total] of all.habits) {
      const rate = ((own.habits.get(habit) ?? 0) + 0.3) / (own.lines + 1);
      const others = (total - (own.habits.get(habit) ?? 0) + 0.3) / (all.lines - own.lines + 1);
      profile.set(habit, Math.max(-3, Math.min(3, WEIGHTS.likeness * Math.log(rate / others))));
    }
    profiles.set(id, profile);
  }
  return profiles;
}

function transition(before: PersonId, previous: PersonId, id: PersonId, relation: Relation, earlier: Relation, habits: TurnHabits): number {
  if (relation === 'break' || id === NOBODY || previous === NOBODY) return 0;
  const isSame = id === previous;
  const isBack = !isSame && id === before && earlier !== 'break' && earlier !== 'far';
  switch (relation) {
    case 'same-paragraph': return isSame ? habits.sameInParagraph : isBack ? WEIGHTS.backInParagraph : 0;
    case 'next-paragraph': return isSame ? habits.sameInNextParagraph : isBack ? habits.back : 0;
    case 'after-narration': return isSame ? habits.sameAfterNarration : isBack ? habits.back * WEIGHTS.backAfterNarration : 0;
    case 'far': return isSame ? 0 : isBack ? WEIGHTS.backFar : 0;
  }
}
