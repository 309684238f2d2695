/** What the built-in writer reads out of a story, before it is directed into scenes and panels. */
import type { Age, Gender, Language, LineKind } from '../model/kinds.ts';

/** A person (or speaking animal, thing) of the story. */
export type Voice = {
  /** Stable within the story: `v1`, `v2` in order of appearance. */
  key: string;
  name: string;
  aliases: string[];
  gender?: Gender;
  age?: Age;
  /** Noun when it is no human: `fox`, `robot`. */
  being?: string;
  /** Sentences that describe it, for looks ("a tall man with a grey beard"). */
  descriptions: string[];
  lineCount: number;
  mentionCount: number;
};

/** Why a speaker was chosen; `explicit` names or describes the speaker beside the quote. */
export type Attribution = 'explicit' | 'pronoun' | 'action' | 'turn' | 'address' | 'vocative' | 'default' | 'unknown';

export type Beat =
  | {
      type: 'line';
      /** The words inside the quotes, exactly, without the quotes. */
      text: string;
      kind: Exclude<LineKind, 'narration'>;
      /** Absent when nobody can be told; such a line is shown as an unseen voice. */
      speakerKey?: string;
      attribution: Attribution;
      /** Somebody else is nearly as likely to speak: worth a look by the author. */
      isUnsure?: boolean;
      /** True unless it was a thought or sound found outside of quotes. */
      isQuoted: boolean;
      /** The words that introduce it ("she whispered, turning away"): tells emotion and pose. Not shown. */
      cue: string;
      isOffPanel: boolean;
      /** The sentence ends here, though its last mark is the comma before the tag. */
      isClosedByTag?: boolean;
      /** UTF-16 offsets in the cleaned text. */
      start: number;
      end: number;
    }
  | {
      type: 'narration';
      /** One sentence or a few short ones, whole; never a piece of a quote. */
      text: string;
      mentions: string[];
      start: number;
      end: number;
      /** True for a mere speech tag ("said Tom.") that need not be shown as a caption. */
      isTag: boolean;
    }
  | { type: 'break'; reason: 'blank' | 'mark' | 'place' | 'time'; start: number; end: number };

export type StoryChapter = { title: string; beats: Beat[] };

export type Story = {
  title: string;
  language: Language;
  chapters: StoryChapter[];
  voices: Voice[];
  /** What the reader of the result should know: `writer.unclosed-quote` and so on. */
  notes: { code: string; detail: string }[];
};
