/** Runs of capitalised words and what speaks for a person behind them. */
import { FIRST_NAMES, KIN_NAMES, PERSON_NOUNS } from './person-words.ts';
import { isToldName } from './told-names.ts';
import type { Token } from './tokens.ts';
import { BODY, FUNCTION_WORDS, HARD_TITLES, IRREGULAR_VERBS, NOT_PERSONS, PHRASAL_SPEECH, PLACE_TITLES, SOFT_TITLES, SPEECH_VERBS, SURNAME_WORDS, TITLES } from './words.ts';

export type NameRun = {
  /** Index of the first token, title included. */
  from: number;
  length: number;
  title?: string;
  /** The words without title. */
  words: string[];
};

export type NameTally = { count: number; midSentence: number; score: number };

/** All runs of the text in order; words that also occur in lower case are no names where they open a sentence. */
export function findNameRuns(tokens: readonly Token[]): NameRun[] {
  const lowerCased = new Set(tokens.filter((token) => !token.isCapital).map((token) => token.lower));
  const runs: NameRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.isCapital) continue;
    const run = readRun(tokens, i, lowerCased);
    if (run) {
      runs.push(run);
      i = run.from + run.length - 1;
    }
  }
  return runs;
}

function readRun(tokens: readonly Token[], from: number, lowerCased: ReadonlySet<string>): NameRun | undefined {
  const first = tokens[from];
  if (!first) return undefined;
  let at = from;
  let title: string | undefined;
  while (TITLES.has(tokens[at]?.lower ?? '') && tokens[at]?.isCapital && tokens[at + 1]?.isCapital && tokens[at + 1]?.isJoined && !tokens[at]?.isPossessive) {
    const word = tokens[at]?.lower ?? '';
    if (!SOFT_TITLES.has(word)) title = word;
    at++;
  }
  const words: string[] = [];
  while (at < tokens.length && words.length < 4) {
    const token = tokens[at];
    if (!token?.isCapital || (words.length > 0 && !token.isJoined)) break;
    if (/^[IVX]+$/.test(token.text) && token.text !== 'I' && words.length > 0) { words.push(token.text); at++; break; }
    const isSurname = title !== undefined && words.length === 0 && (HARD_TITLES.has(title) ? !FUNCTION_WORDS.has(token.lower) : !PLACE_TITLES.has(title) && SURNAME_WORDS.has(token.lower));
    const isTold = words.length === 0 && title === undefined && isToldName(tokens, at);
    if (!isSurname && !isTold && !isNameWord(token, lowerCased, words.length === 0 && title === undefined)) break;
    words.push(token.text);
    at++;
    if (token.isPossessive) break;
  }
  if (words.length === 0) return undefined;
  return { from, length: at - from, ...(title === undefined ? {} : { title }), words };
}

function isNameWord(token: Token, lowerCased: ReadonlySet<string>, isFirst: boolean): boolean {
  if (token.text.length < 2 || (NOT_PERSONS.has(token.lower) && !(FIRST_NAMES.has(token.text) && !token.opensSentence))) return false;
  if (/^I['’]/.test(token.text) || /\d/.test(token.text) || /n['’]t$/.test(token.lower)) return false;
  if (token.text.length > 3 && token.text === token.text.toUpperCase()) return false;
  if (FUNCTION_WORDS.has(token.lower)) return false;
  if (!isFirst || FIRST_NAMES.has(token.text) || KIN_NAMES.has(token.lower)) return true;
  return !token.opensSentence || !lowerCased.has(token.lower);
}

/** Per name (words joined by spaces): how often, how often inside a sentence, and how much speaks for a person. */
export function tallyRuns(tokens: readonly Token[], runs: readonly NameRun[], text: string, isQuoted: (at: number) => boolean): Map<string, NameTally> {
  const tallies = new Map<string, NameTally>();
  for (const run of runs) {
    const name = run.words.join(' ');
    const tally = tallies.get(name) ?? { count: 0, midSentence: 0, score: 0 };
    tallies.set(name, tally);
    tally.count++;
    if (!tokens[run.from]?.opensSentence) tally.midSentence++;
    tally.score += judgeRun(tokens, run, text, isQuoted);
  }
  return tallies;
}

function judgeRun(tokens: readonly Token[], run: NameRun, text: string, isQuoted: (at: number) => boolean): number {
  const first = tokens[run.from];
  const last = tokens[run.from + run.length - 1];
  const before = tokens[run.from - 1];
  const after = tokens[run.from + run.length];
  if (!first || !last) return 0;
  let score = run.title === undefined ? 0 : 4;
  if (FIRST_NAMES.has(run.words[0] ?? '')) score += 3;
  const isInside = isQuoted(first.start);
  if (!isInside) {
    // `Teddy's ears`, `Teddy, the night porter,`, `Teddy, who`.
    if (last.isPossessive && after?.isJoined && BODY.has(after.lower)) score += 2;
    if (after?.followsMark && after.lower === 'who') score += 1.5;
    if (after?.followsMark && /^(?:the|a|an)$/.test(after.lower) && isRole(tokens, run.from + run.length + 1)) score += 2;
    if (before && first.isJoined && SPEECH_VERBS.has(before.lower)) score += 3;
    if (after && !after.followsMark && SPEECH_VERBS.has(after.lower)) score += 3;
    else if (after && !after.followsMark && !last.isPossessive && (IRREGULAR_VERBS.has(after.lower) || /ed$/.test(after.lower))) score += 1;
    else if (after && !after.followsMark && (after.lower === 'had' || after.lower === 'was')) score += 0.5;
  } else if (isCalled(text, first, last)) score += 1;
  // `put in Freddy` is no place.
  if (before && first.isJoined && before.isJoined && /^(?:in|on|out)$/.test(before.lower) && PHRASAL_SPEECH.has(tokens[run.from - 2]?.lower ?? '')) score += 3.5;
  if (before && first.isJoined && !run.title && (before.lower === 'in' || before.lower === 'at' || before.lower === 'from')) score -= 1.5;
  if (before && first.isJoined && before.lower === 'the') score -= 0.3;
  return score;
}

/** `night porter,`: up to two words and a noun for a person. */
function isRole(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 3);
  return words.some((word, i) => PERSON_NOUNS.has(word.lower) && words.slice(0, i + 1).every(({ isJoined, isCapital }) => isJoined && !isCapital));
}

/** Set off by commas or marks like a person spoken to: `, Tom,` `Tom!`. */
export function isCalled(text: string, first: Token, last: Token): boolean {
  const before = text.slice(Math.max(0, first.start - 3), first.start);
  const after = text.slice(last.end, last.end + 2);
  const isSetOff = /[,!?.…;] ?$/.test(before) || /[“"‘'«]$/.test(before) || /(?:^|\s)(?:O|oh) $/i.test(before);
  return isSetOff && /^(?:[,!?.…;—]|['’"”]$)/.test(after) && (/[,;] ?$/.test(before) || /^[,!?—]/.test(after));
}
