/** What a language model is asked about a part of a story: who is in it, and who says which line. Never to write anything itself. */
import { z } from 'zod';
import { AGES, GENDERS } from '../../model/kinds.ts';
import type { StoryPart } from './story-parts.ts';

const SPOKEN_KINDS = ['speech', 'thought', 'shout', 'whisper'] as const;
const UNKNOWN = 'unknown';

export const ReaderAnswer = z.object({
  people: z.array(z.object({
    name: z.string().max(200),
    aliases: z.array(z.string().max(200)).max(20),
    gender: z.enum([...GENDERS, UNKNOWN]),
    age: z.enum([...AGES, UNKNOWN]),
    /** Noun when it is no human; empty otherwise. */
    being: z.string().max(40),
    /** What the text says of hair, clothes, build; empty when nothing. */
    looks: z.string().max(600),
  })).max(60),
  lines: z.array(z.object({
    id: z.string().max(12),
    /** The first words of the line as they stand there: they show that the right one is meant. */
    starts: z.string().max(200),
    /** A name of `people`; empty when nobody can be told. */
    speaker: z.string().max(200),
    kind: z.enum(SPOKEN_KINDS),
  })).max(2000),
});
export type ReaderAnswer = z.infer<typeof ReaderAnswer>;

export type ReaderQuestion = { name: 'story_part'; system: string; user: string; schema: Readonly<Record<string, unknown>> };

const SYSTEM = `You read a part of a story for a comic. You do not write anything yourself.
For every line marked [L…], say who speaks it. List every person, animal or thing that speaks or acts in the part.
Rules:
- Answer every marked line exactly once, in order. Never add, merge, split or change a line.
- "starts" repeats the first words of the line exactly as they stand there.
- "speaker" is one of the names in "people", always the same name for the same person; empty if nobody can be told.
- Give people the name the story uses most; put other names and descriptions for them in "aliases".
- "kind": "shout" for shouting, "whisper" for low voices, "thought" for words that are only thought, else "speech".
- "being" is empty for humans, else an English noun such as "fox" or "robot". "looks" holds only what the text says, in the language of the story.
Answer with JSON alone.`;

/** `known`: who was found in the parts before, by name. `only`: the lines that an earlier answer left out or got wrong. */
export function askReader(part: StoryPart, known: readonly { name: string; aliases: readonly string[] }[], only?: readonly string[]): ReaderQuestion {
  const people = known.length === 0 ? '' : `People so far:\n${known.map(({ name, aliases }) => `- ${name}${aliases.length > 0 ? ` (${aliases.join(', ')})` : ''}`).join('\n')}\n\n`;
  const before = part.before === '' ? '' : `What came before (nothing is asked about it):\n${part.before.replaceAll(/\[L\d+\] /g, '')}\n\n`;
  const wish = only ? `\n\nYour last answer left out or changed these lines: ${only.join(', ')}. Answer for these lines only.` : '';
  return { name: 'story_part', system: SYSTEM, user: `${people}${before}The part:\n${part.text}${wish}`, schema: z.toJSONSchema(ReaderAnswer) as Readonly<Record<string, unknown>> };
}

/** The JSON of an answer; undefined for anything else. Models wrap it in fences and words when nobody holds them to a schema. */
export function readReaderAnswer(text: string): ReaderAnswer | undefined {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return ReaderAnswer.safeParse(JSON.parse(text.slice(from, to + 1))).data;
  } catch {
    return undefined;
  }
}
