/** Which mention does the deed of its clause. */
import type { Mention } from '../speakers/scene-types.ts';
import { tokenFrom } from './tokens.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, FILLERS, IRREGULAR_VERBS, PHRASAL_SPEECH, PREPOSITIONS, SPEECH_VERBS } from './words.ts';

const OBJECT_PRONOUNS = new Set(['him', 'me', 'them']);

export function markSubjects(mentions: readonly Mention[], tokens: readonly Token[]): void {
  for (const mention of mentions) {
    const from = tokenFrom(tokens, mention.start);
    const to = tokenFrom(tokens, mention.end);
    mention.isSubject = isSubject(tokens, from, to);
    const before = tokens[from - 1];
    if (before && tokens[from] && !tokens[from]?.opensSentence && /^(?:as|while|when|until|till|before|after|that|if|because|whom|which|where|than|though|since)$/.test(before.lower) && !before.opensSentence) mention.isAside = true;
  }
}

function isSubject(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || OBJECT_PRONOUNS.has(first.lower)) return false;
  const before = tokens[from - 1];
  const after = tokens[to];
  const isAtStart = first.opensSentence || first.followsMark || !before || CONJUNCTIONS.has(before.lower) || (before.isCapital && first.isCapital && !first.isJoined);
  if (after?.lower === 'who' && !after.opensSentence) return true;
  // `put in Freddy`, `went on Anne`.
  if (before && first.isJoined && before.isJoined && /^(?:in|on|out)$/.test(before.lower) && PHRASAL_SPEECH.has(tokens[from - 2]?.lower ?? '') && (!after || after.followsMark)) return true;
  if (!isAtStart && before && PREPOSITIONS.has(before.lower)) return false;
  if (before && SPEECH_VERBS.has(before.lower) && first.isJoined && (!after || after.followsMark || !isVerb(after.lower))) return true;
  // `said poor Lucy`, `exclaimed the horrified Mrs. Lynde`.
  const verb = tokens[from - 2]?.lower === 'the' ? tokens[from - 3] : tokens[from - 2];
  if (before && verb && first.isCapital && first.isJoined && before.isJoined && !before.isCapital && SPEECH_VERBS.has(verb.lower) && !FILLERS.has(before.lower)
    && !PREPOSITIONS.has(before.lower) && !CONJUNCTIONS.has(before.lower) && !DETERMINERS.has(before.lower) && !/ly$/.test(before.lower) && (!after || after.followsMark)) return true;
  // `approaching Julia, said`: behind a comma the verb is somebody else's.
  const hasVerb = after !== undefined && !after.opensSentence && !after.followsMark && (isVerb(after.lower) || FILLERS.has(after.lower) || after.lower === 'who' || /ly$/.test(after.lower));
  return isAtStart || hasVerb;
}

export function isVerb(word: string): boolean {
  return AUXILIARIES.has(word) || IRREGULAR_VERBS.has(word) || SPEECH_VERBS.has(word) || /(?:ed|n['’]t)$/.test(word);
}
