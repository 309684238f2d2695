/** Reads speech tags and deeds beside a Japanese quote. */
import type { Clue, ClueContext, Manner, Mention } from '../speakers/scene-types.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { SHOUT_VERB, SPEECH_VERB, THINK_VERB, WHISPER_VERB } from './words.ts';

const NAMED = 40;
const PRONOUN = 24;

export function readJapaneseClues(context: ClueContext): Clue[] {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  if (!utterance) return [];
  const { text } = scenes;
  const paragraph = scenes.paragraphs[utterance.paragraph];
  const isFirst = paragraph?.spoken[0] === utterance.quote;
  const isAlone = trimSpan(text, utterance.after).end <= trimSpan(text, utterance.after).start;
  const after = isAlone && paragraph?.spoken.at(-1) === utterance.quote ? nextParagraph(context, utterance.paragraph) : utterance.after;
  const clues: Clue[] = [];
  const tag = readAfter(context, after, isAlone);
  if (tag) clues.push(tag);
  const before = readBefore(context, utterance.before, tag !== undefined && tag.score >= PRONOUN);
  if (before) clues.push(before);
  const hasText = trimSpan(text, utterance.before).end > trimSpan(text, utterance.before).start;
  const isTold = clues.some((clue) => clue.score >= 11 && clue.side === undefined);
  if (isFirst && !hasText && !isTold) {
    const intro = readParagraphBefore(context);
    if (intro) clues.push(intro);
  }
  return clues;
}

function nextParagraph(context: ClueContext, index: number): Span {
  const next = context.scenes.paragraphs[index + 1];
  if (!next || next.hasBreakBefore) return { start: 0, end: 0 };
  return { start: next.start, end: next.spoken[0]?.start ?? next.end };
}

/** `「…」とXは言った`; the と may open the next paragraph. */
function readAfter(context: ClueContext, span: Span, isNextParagraph: boolean): Clue | undefined {
  const { text } = context.scenes;
  const sentence = splitSentences(text, span, 'ja')[0];
  if (!sentence) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  const isLinked = /^(?:と|って|とか|なんて|など|、と)/.test(words) && !/^(?:ところ|とき|とても|とうとう|ともかく|となり|とにかく|とたん|途端)/.test(words);
  const mentions = context.mentionsIn(sentence);
  if (isLinked) {
    const verb = SPEECH_VERB.exec(words.slice(1));
    const thought = THINK_VERB.exec(words.slice(1));
    const verbAt = sentence.start + 1 + (verb?.index ?? thought?.index ?? words.length);
    const subjects = mentions.filter((mention) => mention.isSubject);
    // The doer before the verb; one right behind it only when the clause opens with the verb: `と言ってXは`.
    const subject = subjects.filter((mention) => mention.start <= verbAt).at(-1) ?? (subjects[0] && subjects[0].start - verbAt < 14 ? subjects[0] : undefined);
    if (subject && (verb || thought || subject.start - sentence.start < 8)) return tagged(subject, words);
    return undefined;
  }
  const subject = mentions.find((mention) => mention.isSubject);
  const back = /(?:そう|こう|そんな|それだけ|こんな)(?:こと[をに])?[、]?[^。、]{0,10}/.exec(words.slice(0, 30));
  const isThatSaid = back !== null && (SPEECH_VERB.test(back[0]) || THINK_VERB.test(back[0]));
  if (!subject && isThatSaid) {
    const doer = doerAbove(context);
    return doer ? { attribution: 'action', score: 12, mention: doer, manner: mannerOf(back[0]) } : undefined;
  }
  if (!subject) return undefined;
  const spoken = SPEECH_VERB.test(words.slice(Math.max(0, subject.end - sentence.start)));
  if (isThatSaid) return { ...tagged(subject, words), score: subject.pronoun ? 20 : 30 };
  const isVoice = /^の声/.test(text.slice(subject.end, subject.end + 2)) || (text.slice(subject.start, subject.end + 4).includes('の声'));
  if (isNextParagraph) return { attribution: 'action', score: isVoice ? 12 : spoken && !/(?:こんな|次の|言い出|いいだ)/.test(words) ? 9 : 4, mention: subject, side: 'behind' };
  return { attribution: 'action', score: spoken ? 16 : 12, mention: subject };
}

/** `Xは…「`: the open sentence before the quote names its speaker unless the tag behind does. */
function readBefore(context: ClueContext, span: Span, hasTag: boolean): Clue | undefined {
  if (hasTag) return undefined;
  const { text } = context.scenes;
  const sentences = splitSentences(text, span, 'ja');
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = text.slice(last.start, last.end);
  const isOpen = !/[。！？!?」』]$/.test(words);
  const subjects = context.mentionsIn(last).filter((mention) => mention.isSubject);
  const subject = chooseTopic(text, subjects);
  if (isOpen && subject) return { ...tagged(subject, words), score: subject.pronoun ? PRONOUN : NAMED - 4 };
  const earlier = subject ?? doerBefore(context, sentences.slice(0, -1));
  return earlier ? { attribution: 'action', score: isOpen ? 14 : SPEECH_VERB.test(words.slice(-8)) ? 16 : 9, mention: earlier } : undefined;
}

function readParagraphBefore(context: ClueContext): Clue | undefined {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  const previous = utterance && scenes.paragraphs[utterance.paragraph - 1];
  if (!previous || scenes.paragraphs[utterance.paragraph]?.hasBreakBefore) return undefined;
  const from = previous.spoken.at(-1)?.end ?? previous.start;
  const all = splitSentences(scenes.text, { start: from, end: previous.end }, 'ja');
  // `とかしらがききました。` belongs to the quote above.
  const isTagFirst = all[0] !== undefined && /^(?:と(?!ころ|き|う|て|も|な|に|つ)|とて|と、|って|、と)/.test(scenes.text.slice(all[0].start, all[0].end));
  const sentences = isTagFirst && /[。！？]$/.test(scenes.text.slice(all[0]?.start ?? 0, all[0]?.end ?? 0)) ? all.slice(1) : all;
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = scenes.text.slice(last.start, last.end);
  // Behind a quote the rest of its sentence tells of that quote, not of the next.
  const isBackward = previous.spoken.length === 0 && sentences.length <= 2 && /(?:そう|こう|そんなことを|こんなことを)[、]?(?:言|云|いい|いっ|答|叫|呟|つぶや|囁|ささや|思|おも|考)/.test(words.slice(0, 40));
  const isTagOfBefore = isBackward || (previous.spoken.length > 0 && sentences.length === 1 && /^(?:と|って|、)/.test(words));
  const subject = chooseTopic(scenes.text, context.mentionsIn(last).filter((mention) => mention.isSubject)) ?? doerBefore(context, sentences.slice(0, -1));
  if (!subject) return undefined;
  if (isTagOfBefore) return undefined;
  if (/[、，：:]$/.test(words) || /(?:に|て|で|と|は|が|も)$/.test(words)) return { ...tagged(subject, words), score: subject.pronoun ? 20 : 32 };
  const isSpeaking = SPEECH_VERB.test(words.slice(-12)) || THINK_VERB.test(words.slice(-10));
  const isAnnounced = /(?:こんな|次の|このよう|言い出|いいだ|云い出|切り出|話し始|話しはじ)/.test(words) || previous.spoken.length > 0;
  // `Xは正直に答えました。` may tell of the quote above as well as of the one below.
  if (isSpeaking && !isAnnounced) return { ...tagged(subject, words), attribution: 'action', score: 9, side: 'before' };
  if (isSpeaking || /声が[^。]{0,8}。$/.test(words)) return { ...tagged(subject, words), score: subject.pronoun ? 14 : 20 };
  return { attribution: 'action', score: previous.spoken.length > 0 ? 2 : 4, mention: subject, ...(previous.spoken.length > 0 ? {} : { side: 'before' as const }) };
}

/** The last topic of the paragraphs above, for sentences that name nobody. */
function doerAbove(context: ClueContext): Mention | undefined {
  const utterance = context.utterances[context.index];
  const paragraph = utterance && context.scenes.paragraphs[utterance.paragraph];
  if (!utterance || !paragraph) return undefined;
  for (let i = utterance.paragraph - 1; i >= Math.max(0, utterance.paragraph - 3); i--) {
    const above = context.scenes.paragraphs[i];
    if (!above || above.spoken.length > 0) continue;
    const doer = doerBefore(context, splitSentences(context.scenes.text, above, 'ja'));
    if (doer) return doer;
  }
  return undefined;
}

/** は outranks が when both stand in one sentence: `Xは、Yが来ると「…」`. */
function chooseTopic(text: string, subjects: readonly Mention[]): Mention | undefined {
  const topics = subjects.filter((mention) => text[mention.end] === 'は' || text[mention.end] === 'も');
  return topics.at(-1) ?? subjects.at(-1);
}

function doerBefore(context: ClueContext, sentences: readonly Span[]): Mention | undefined {
  for (const sentence of sentences.slice(-6).reverse()) {
    const doer = chooseTopic(context.scenes.text, context.mentionsIn(sentence).filter((mention) => mention.isSubject));
    if (doer) return doer;
  }
  return undefined;
}

function tagged(mention: Mention, words: string): Clue {
  const isPronoun = mention.pronoun !== undefined && mention.pronoun !== 'self';
  return { attribution: isPronoun ? 'pronoun' : 'explicit', score: isPronoun ? PRONOUN : NAMED, mention, manner: mannerOf(words) };
}

function mannerOf(words: string): Manner {
  if (SHOUT_VERB.test(words)) return 'shout';
  if (WHISPER_VERB.test(words)) return 'whisper';
  return THINK_VERB.test(words) && !SPEECH_VERB.test(words) ? 'think' : 'say';
}
