/** Reads speech tags and action beats beside a quote. */
import type { Clue, ClueContext, Manner, Mention } from '../speakers/scene-types.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { CLUES } from './clue-scores.ts';
import type { EnglishCast } from './find-mentions.ts';
import { tokenFrom } from './tokens.ts';
import type { Token } from './tokens.ts';
import { FILLERS, MANNERS, PHRASAL_SPEECH, SPEECH_VERBS, WEAK_SPEECH_VERBS } from './words.ts';

/** Clues of one utterance; tags first, deeds of the same paragraph next, the paragraph before last. */
export function readEnglishClues(context: ClueContext): Clue[] {
  const { utterances, index } = context;
  const utterance = utterances[index];
  if (!utterance) return [];
  const clues: Clue[] = [];
  const after = readAfter(context, utterance.after);
  if (after) clues.push(after);
  const before = readBefore(context, utterance.before);
  // `..., "only," as she remarked`: a tag behind outweighs a mere doer before.
  if (before) clues.push(after && after.score >= CLUES.pronoun && before.manner === undefined ? { ...before, attribution: 'action', score: CLUES.overruled } : before);
  const revealed = readReveal(context);
  if (revealed) clues.push(revealed);
  const isOpen = clues.length === 0 || (clues.length === 1 && clues[0]?.attribution === 'pronoun');
  if (isOpen && !utterance.continues && trimSpan(context.scenes.text, utterance.before).end <= utterance.before.start) {
    const intro = readParagraphBefore(context);
    if (intro) clues.push(intro);
  }
  return clues;
}

function readAfter(context: ClueContext, span: Span): Clue | undefined {
  const { scenes } = context;
  const sentence = firstSentence(context, span);
  if (!sentence) return undefined;
  const tokens = tokensIn(context, sentence);
  const mentions = context.mentionsIn(sentence);
  const quoteEnd = scenes.text.slice(Math.max(0, span.start - 2), span.start);
  const isRunOn = /[,!?…—-]["”’'»]?$/.test(quoteEnd);
  const verb = tokens.findIndex((token) => isSpeech(token));
  // "said Tom", "asked the old man quietly", "growled Tom"
  const lead = tokens.slice(0, 3).findIndex((token, i) => isSpeech(token) || isPhrasal(tokens, i) || (isRunOn && !token.isCapital && /ed$/.test(token.lower)));
  if (lead >= 0 && tokens.slice(0, lead).every((token) => FILLERS.has(token.lower) || /ly$/.test(token.lower) || token.lower === 'and')) {
    const subject = mentions.find((mention) => mention.start > (tokens[lead]?.start ?? 0));
    const between = subject ? countBetween(tokens, tokens[lead]?.end ?? 0, subject.start) : 9;
    if (subject && between <= 2 && (subject.isSubject || between === 0) && !isObjectOf(tokens[lead], subject, tokens)) return { ...tagged(subject, tokens[lead]), ...hearerOf(mentions, tokens, subject, tokens[lead]) };
    if (!subject && lead >= 0) return undefined;
  }
  const told = wordsOwner(scenes.text.slice(sentence.start, sentence.end), sentence.start, mentions);
  if (told) return tagged(told, undefined);
  const subject = mentions.find((mention) => mention.isSubject);
  if (!subject) return undefined;
  const leading = countBetween(tokens, sentence.start, subject.start);
  const spoken = tokens.find((token, i) => i >= verb && token.start >= subject.end && isSpeech(token));
  const next = spoken && tokens[tokens.indexOf(spoken) + 1];
  const isIndirect = next !== undefined && !next.followsMark && /^(?:that|if|whether|how|why|what|where|when)$/.test(next.lower);
  if (isIndirect) return undefined;
  if (spoken && leading <= 4 && countBetween(tokens, subject.end, spoken.start) <= 12 && (isRunOn || !WEAK_SPEECH_VERBS.has(spoken.lower) || /[,:]$/.test(scenes.text.slice(sentence.start, sentence.end)))) {
    const closer = mentions.filter((mention) => mention.isSubject && mention.end <= spoken.start && startsClause(tokens, mention)).at(-1) ?? subject;
    const doer = isRunOn ? subject : closer;
    return { ...tagged(doer, spoken), ...hearerOf(mentions, tokens, doer, spoken) };
  }
  return { attribution: 'action', score: (subject.pronoun ? CLUES.deedBehindPronoun : CLUES.deedBehind) + (isRunOn && leading === 0 ? CLUES.runsOn : 0) + Math.min(4, leading) * CLUES.perWordBefore, mention: subject };
}

function startsClause(tokens: readonly Token[], mention: Mention): boolean {
  const first = tokens[tokenFrom(tokens, mention.start)];
  return first?.opensSentence === true || first?.followsMark === true;
}

function readBefore(context: ClueContext, span: Span): Clue | undefined {
  const { scenes } = context;
  const sentences = splitSentences(scenes.text, span, 'en');
  const sentence = sentences.at(-1);
  if (!sentence) return undefined;
  const words = scenes.text.slice(sentence.start, sentence.end);
  const tokens = tokensIn(context, sentence);
  const mentions = context.mentionsIn(sentence);
  const isOpen = !/[.!?…]["”’]?$/.test(words) || isSpeech(tokens.at(-1));
  const clue = readSentenceBefore(mentions, tokens, isOpen);
  if (clue) return clue;
  if (!isOpen && sentences.length < 2) return undefined;
  // No subject in the last sentence: the one before carries on.
  const earlier = sentences.at(-2);
  const doer = earlier && context.mentionsIn(earlier).find((mention) => mention.isSubject);
  return doer ? { attribution: 'action', score: isOpen ? CLUES.earlierOpen : CLUES.earlierClosed, mention: doer } : undefined;
}

function readSentenceBefore(mentions: readonly Mention[], tokens: readonly Token[], isOpen: boolean): Clue | undefined {
  const doer = mentions.find((mention) => mention.isSubject);
  const spoken = isOpen ? tokens.filter((token) => isSpeech(token)).at(-1) : undefined;
  if (spoken) {
    const inverted = mentions.find((mention) => mention.start > spoken.end && countBetween(tokens, spoken.end, mention.start) === 0 && mention.isSubject);
    if (inverted && !mentions.some((mention) => mention.isSubject && mention.end < spoken.start)) return tagged(inverted, spoken);
    const subject = subjectOf(mentions, tokens, spoken);
    if (subject) return tagged(subject, spoken);
  }
  if (!doer) return undefined;
  const last = mentions.filter((mention) => mention.isSubject).at(-1) ?? doer;
  if (isOpen) return { attribution: last.pronoun ? 'pronoun' : 'explicit', score: last.pronoun ? CLUES.openPronoun : CLUES.openNamed, mention: last };
  return { attribution: 'action', score: doer.pronoun ? CLUES.deedBeforePronoun : CLUES.deedBefore, mention: doer };
}

/** The last doer before the verb; in `Anna saw that he was tired, and said` the two verbs have one doer, the first. */
function subjectOf(mentions: readonly Mention[], tokens: readonly Token[], verb: Token): Mention | undefined {
  const before = mentions.filter((mention) => mention.isSubject && mention.end <= verb.start);
  const last = before.at(-1);
  const at = tokens.indexOf(verb);
  const lead = tokens.slice(Math.max(0, at - 3), at).findLast((token) => !/ly$/.test(token.lower) && !FILLERS.has(token.lower));
  if (!last || lead?.lower !== 'and' || !last.isAside) return last;
  return before.findLast((mention) => !mention.isAside) ?? last;
}

/** `“Oi!”`, then in a paragraph of its own `It was Nan.`: who it was is told behind. */
function readReveal(context: ClueContext): Clue | undefined {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  const paragraph = utterance && scenes.paragraphs[utterance.paragraph];
  const next = utterance && scenes.paragraphs[utterance.paragraph + 1];
  if (!utterance || !paragraph || !next || next.hasBreakBefore || utterance.quote.end < paragraph.end - 1) return undefined;
  const told = REVEAL.exec(scenes.text.slice(next.start, Math.min(next.end, next.start + 60)));
  const mention = told && context.mentionsIn({ start: next.start, end: next.start + told[0].length + 12 }).find(({ pronoun }) => pronoun === undefined);
  return mention ? { attribution: 'explicit', score: CLUES.openNamed, mention } : undefined;
}

const REVEAL = /^(?:It|That) was (?:only |just )?(?=\p{Lu}|the |an? |my |his |her )/u;

function readParagraphBefore(context: ClueContext): Clue | undefined {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  const previous = utterance && scenes.paragraphs[utterance.paragraph - 1];
  if (!previous || scenes.paragraphs[utterance.paragraph]?.hasBreakBefore) return undefined;
  const from = previous.spoken.at(-1)?.end ?? previous.start;
  const sentences = splitSentences(scenes.text, { start: from, end: previous.end }, 'en');
  const sentence = sentences.at(-1);
  if (!sentence) return undefined;
  const words = scenes.text.slice(sentence.start, sentence.end);
  // `Jane asked.` behind a quote is the tag of that quote, not the opening of the next.
  const isTagAbove = previous.spoken.length > 0 && sentences.length === 1;
  const isOpen = /[:,—-]$/.test(words) || (!isTagAbove && isSpeech(tokensIn(context, sentence).at(-1)));
  const mentions = context.mentionsIn(sentence);
  if (isOpen) {
    const clue = readSentenceBefore(mentions, tokensIn(context, sentence), true);
    return clue ? { ...clue, score: clue.score + CLUES.apart } : undefined;
  }
  if (previous.spoken.length > 0) return undefined;
  const speech = tokensIn(context, sentence).find((token) => isSpeech(token));
  const speaker = speech && mentions.filter((mention) => mention.isSubject && mention.end <= speech.start).at(-1);
  if (speaker) return { attribution: 'action', score: CLUES.speakingAbove, mention: speaker };
  const parts = sentences.slice(-4).reverse();
  for (const part of parts) {
    const doer = context.mentionsIn(part).find((mention) => mention.isSubject && (mention.pronoun !== undefined || isNamed(context, mention)));
    if (doer) return { attribution: 'action', score: CLUES.doerAbove + (part === parts[0] ? CLUES.lastDoerAbove : 0) + (isFresh(context, doer, previous.start) ? CLUES.freshDoer : 0), mention: doer };
  }
  return undefined;
}

/** Not spoken of for a while: somebody who comes in now and will hardly stay silent. */
function isFresh(context: ClueContext, { personId }: Mention, before: number): boolean {
  return personId !== undefined && !context.mentionsIn({ start: Math.max(0, before - FRESH_AFTER), end: before }).some((earlier) => earlier.personId === personId);
}

const FRESH_AFTER = 900;

function isNamed(context: ClueContext, mention: Mention): boolean {
  const isDefinite = /^(?:the|his|her|my|their)\b/i.test(context.scenes.text.slice(mention.start, mention.start + 6));
  return mention.personId !== undefined && (isDefinite || context.cast.persons[mention.personId]?.kind !== 'noun');
}

function isSpeech(token: Token | undefined): boolean {
  return token !== undefined && !token.isCapital && SPEECH_VERBS.has(token.lower);
}

const WORDS_OF = /^(?:was|were|came|is|are|followed)\b[^.;:!?]{0,60}?\b(?:reply|answer|rejoinder|response|words|question|inquiry|enquiry|remark|comment|exclamation|observation|consolation|declaration|retort|greeting)\b/;

/** `“No,” was Henry's short answer`, `“Who?” was her first question`: whose words they were. */
function wordsOwner(words: string, start: number, mentions: readonly Mention[]): Mention | undefined {
  const told = WORDS_OF.exec(words);
  if (!told) return undefined;
  const inside = mentions.filter((mention) => mention.start < start + told[0].length);
  const owner = /\b(?:of|from) ([A-Z]|the\b)/.test(told[0]) ? undefined : inside.at(-1);
  return owner;
}

/** `put in Freddy`. */
function isPhrasal(tokens: readonly Token[], at: number): boolean {
  return PHRASAL_SPEECH.has(tokens[at]?.lower ?? '') && /^(?:in|on|out)$/.test(tokens[at + 1]?.lower ?? '');
}

/** "asked him a question": the pronoun in the object case is no speaker. */
function isObjectOf(_verb: Token | undefined, mention: Mention, tokens: readonly Token[]): boolean {
  const first = tokens[tokenFrom(tokens, mention.start)];
  return first !== undefined && /^(?:him|them|me)$/.test(first.lower);
}

/** `said Mrs. Fenn to the boy`, `asked Tom`: whom the words are for. */
function hearerOf(mentions: readonly Mention[], tokens: readonly Token[], subject: Mention, verb: Token | undefined): Pick<Clue, 'hearer'> {
  if (!verb) return {};
  const other = mentions.find((mention) => {
    if (mention === subject || mention.personId === undefined || mention.pronoun !== undefined || mention.personId === subject.personId || mention.start < verb.end) return false;
    const before = tokens[tokenFrom(tokens, mention.start) - 1];
    if (!before || countBetween(tokens, verb.end, mention.start) > 6) return false;
    return /^(?:to|towards?)$/.test(before.lower) || (before === verb && subject.end <= verb.start && /^(?:asked|told|answered|begged|assured|informed|reminded|warned|urged|advised|interrupted|corrected)$/.test(verb.lower));
  });
  return other?.personId === undefined ? {} : { hearer: other.personId };
}

function tagged(mention: Mention, verb: Token | undefined): Clue {
  const manner = mannerOf(verb?.lower ?? '');
  const isPronoun = mention.pronoun !== undefined && mention.pronoun !== 'self';
  return { attribution: isPronoun ? 'pronoun' : 'explicit', score: isPronoun ? CLUES.pronoun : CLUES.named, mention, manner };
}

function mannerOf(verb: string): Manner {
  for (const manner of ['think', 'shout', 'whisper', 'write'] as const) if (MANNERS[manner].has(verb)) return manner;
  return 'say';
}

function firstSentence(context: ClueContext, span: Span): Span | undefined {
  const sentence = splitSentences(context.scenes.text, span, 'en')[0];
  if (!sentence) return undefined;
  // A lone mark left over from the quote is no sentence.
  return /\p{L}/u.test(context.scenes.text.slice(sentence.start, sentence.end)) ? sentence : splitSentences(context.scenes.text, span, 'en')[1];
}

function tokensIn(context: ClueContext, span: Span): Token[] {
  const { tokens } = context.cast as EnglishCast;
  return tokens.slice(tokenFrom(tokens, span.start), tokenFrom(tokens, span.end));
}

function countBetween(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (const token of tokens) if (token.start >= from && token.end <= to) count++;
  return count;
}

