/** Names that are also months, places or auxiliaries: `said May`, `Will asked`. */
import type { Token } from './tokens.ts';
import { BARE_NAME_WORDS, CONJUNCTIONS, NOT_PERSONS, PREPOSITIONS, SPEECH_VERBS, WEAK_SPEECH_VERBS } from './words.ts';

/** Whether the word at `at` is such a name because it says something: a speech verb stands right before or behind it. */
export function isToldName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isCapital || token.isPossessive || !BARE_NAME_WORDS.has(token.lower)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before && token.isJoined) {
    // `said May`; a weak verb needs the quote right before it: `“Come,” called May`.
    if (!before.isCapital && SPEECH_VERBS.has(before.lower)) return (before.followsMark || !WEAK_SPEECH_VERBS.has(before.lower)) && !(after?.isJoined && /^\p{N}/u.test(after.text));
    // `Hyde Park said`, `the Church said`, `in May said`.
    const isLink = CONJUNCTIONS.has(before.lower) || before.lower === 'as';
    if (!isLink && (PREPOSITIONS.has(before.lower) || before.lower === 'the' || (before.isCapital && !NOT_PERSONS.has(before.lower)))) return false;
  }
  // `May said`, but not `May tell` or `Will answer`.
  return after !== undefined && after.isJoined && !after.isCapital && SPEECH_VERBS.has(after.lower) && !WEAK_SPEECH_VERBS.has(after.lower) && /(?:ed|said|says|asks|swore|replies)$/.test(after.lower);
}
