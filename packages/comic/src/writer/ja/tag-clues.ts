/** Clues as the Japanese tag readers give them. */
import type { Clue, Manner, Mention } from '../speakers/scene-types.ts';
import { CLUES } from './clue-scores.ts';
import { SHOUT_VERB, SPEECH_VERB, THINK_VERB, WHISPER_VERB } from './speech-words.ts';

/** The mention speaks by the words of a tag. */
export function tagged(mention: Mention, words: string): Clue {
  const isPronoun = mention.pronoun !== undefined && mention.pronoun !== 'self';
  return { attribution: isPronoun ? 'pronoun' : 'explicit', score: isPronoun ? CLUES.pronoun : CLUES.named, mention, manner: mannerOf(words) };
}

/** The mention hears the quote: no clue to the speaker, but to whom it is not. */
export function heardBy(mention: Mention): Clue {
  return { attribution: 'action', score: 0, mention, ...(mention.personId === undefined ? {} : { hearer: mention.personId }) };
}

export function mannerOf(words: string): Manner {
  if (SHOUT_VERB.test(words)) return 'shout';
  if (WHISPER_VERB.test(words)) return 'whisper';
  return THINK_VERB.test(words) && !SPEECH_VERB.test(words) ? 'think' : 'say';
}
