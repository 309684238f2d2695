/** What the languages and the solver of speakers exchange. */
import type { Age, Gender, Language } from '../../model/kinds.ts';
import type { Attribution } from '../types.ts';
import type { Quote } from '../split/quotes.ts';
import type { Span } from '../split/sentences.ts';

/** Where `-1` stands for "nobody can be told" in the solver. */
export type PersonId = number;

export type Person = {
  id: PersonId;
  name: string;
  aliases: Set<string>;
  kind: 'name' | 'noun' | 'self' | 'group';
  gender?: Gender;
  /** Pronouns and words that spoke for a gender; they decide while `gender` is unset. */
  votes: { female: number; male: number };
  age?: Age;
  being?: string;
  mentionCount: number;
  /** Somewhere a tag names it as the speaker: a horse that never speaks is no `he`. */
  speaks?: boolean;
};

export type PronounKind = 'he' | 'she' | 'it' | 'they' | 'self' | 'zero' | 'any';

/** A place in the narration where a person is named, described or meant by a pronoun. */
export type Mention = {
  start: number;
  end: number;
  personId?: PersonId;
  pronoun?: PronounKind;
  /** Does the deed of its clause. */
  isSubject: boolean;
  /** How many characters of narration come before: what is said in between does not part a pronoun from its person. */
  told?: number;
  /** The doer of the same clause, whom an object in it cannot mean (`老周看着她`). */
  notPerson?: PersonId;
  /** The clause hangs on another (`as the Mole stepped down`): a later pronoun rather means the other's doer. */
  isAside?: boolean;
};

/** What the wording of a line tells of its speaker. */
export type Voicing = { gender?: 'female' | 'male'; leaning?: 'female' | 'male'; isNarrator?: boolean };

export type Manner = 'say' | 'think' | 'shout' | 'whisper' | 'write';

/** One reason to give an utterance to somebody (or, with a negative score, not to). */
export type Clue = {
  attribution: Attribution;
  score: number;
  mention: Mention;
  manner?: Manner;
  /** The deed stands in a paragraph of its own before or behind the quote. Which of the two tells of the speaker is the
   *  author's custom and found out for each text. */
  side?: 'before' | 'behind';
  /** The side is told by the words themselves: the clue speaks for the custom and loses nothing where the custom is another. */
  isSideSure?: boolean;
  /** Whom the words are told to be spoken to: not the speaker, and likely the next one. */
  hearer?: PersonId;
};

/** A paragraph with its quotes; `spoken` are the quotes that somebody utters, in order. */
export type Paragraph = {
  start: number;
  end: number;
  quotes: Quote[];
  spoken: Quote[];
  hasBreakBefore: boolean;
  chapter: number;
};

export type Scenes = { text: string; language: Language; paragraphs: Paragraph[] };

export type Utterance = {
  index: number;
  paragraph: number;
  quote: Quote;
  /** The narration of the same paragraph before (up to the last spoken quote) and after (up to the next). */
  before: Span;
  after: Span;
  /** The quote goes on an earlier one (the paragraph before was left open on purpose, or a mere tag stands between). */
  continues: boolean;
};

export type Cast = {
  persons: Person[];
  mentions: Mention[];
  /** Where the narration gives somebody mentioned a name (`她名叫二妹`). */
  namings?: { mention: Mention; name: string }[];
};

export type TurnHabits = {
  /** Margin of the best sequence of speakers from which a line counts as sure; measured in docs/speakers.md. */
  sureMargin: number;
  /** Score when one person goes on in the next paragraph without a word between. */
  sameInNextParagraph: number;
  /** The same with narration between. */
  sameAfterNarration: number;
  /** Score when two quotes of one paragraph have the same speaker. */
  sameInParagraph: number;
  /** The first speaker of two comes back. */
  back: number;
  /** Against a name without gender that no tag ever gives a word to: a dog, a place. */
  silentName?: number;
  /** The same for described persons. */
  silentNoun?: number;
  /** Against those whom the narration meets only later, where no tag tells the speaker. */
  stranger?: number;
  /** Described persons who are met twice may fall into a talk without a tag. */
  nounsMaySpeak?: boolean;
};

/** One language: finds people, reads tags. Everything else is the same for all. */
export type LanguageReader = {
  habits: TurnHabits;
  isUtterance(scenes: Scenes, paragraph: Paragraph, quote: Quote): boolean;
  findCast(scenes: Scenes): Cast;
  /** Clues from the words around the quote. */
  readClues(context: ClueContext): Clue[];
  /** Persons spoken to by name inside the quote. */
  findAddressees(text: string, cast: Cast): PersonId[];
  /** Words of address (`Grandpa`, おじいちゃん) whose person is to be learned from who says them to whom. */
  listCalls?(text: string): string[];
  /** The name that the speaker of `text` gives as his own, also as the answer to `previous`. */
  readIntroduction?(text: string, previous: string, cast: Cast): string | undefined;
  /** Gender of whom the words call sir, madam or the like: most likely who answers. */
  readHearerGender?(text: string): 'female' | 'male' | undefined;
  /** How a line sounds, as weighted habits; the same habit in lines of one person binds them. */
  readHabits(text: string): string[];
  /** Gender and the like from the wording, where the language has such. */
  readVoicing?(text: string, cast: Cast): Voicing;
  /** Words of a person's looks or age inside a sentence about it. */
  isDescription(sentence: string): boolean;
};

export type ClueContext = {
  scenes: Scenes;
  cast: Cast;
  utterances: Utterance[];
  index: number;
  /** Mentions whose start lies in the span, in order. */
  mentionsIn(span: Span): Mention[];
};

/** Whose gender is told, by word or by most votes. */
export function genderOf(person: Person): Gender | undefined {
  if (person.gender) return person.gender;
  const { female, male } = person.votes;
  if (female === male) return undefined;
  return female > male ? 'female' : 'male';
}
