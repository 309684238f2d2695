/** Reads what stands before a Japanese quote: in its paragraph, and in the one above. */
import type { Clue, ClueContext, Mention } from '../speakers/scene-types.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { askedOf, chooseTopic, doerBefore, isSwitched } from './choose-doer.ts';
import { CLUES } from './clue-scores.ts';
import { modern } from './modern-spelling.ts';
import { heardBy, tagged } from './tag-clues.ts';
import { endsInSpeech, HEARD, isAnswer, isAppearance, isQuestion, NODS, SILENT, THAT_SAID } from './tag-patterns.ts';
import { SPEECH_VERB, THINK_VERB } from './speech-words.ts';

/** `Xは…「`: the open sentence before the quote names its speaker; `Xは振り返った。「` hints at him. */
export function readBefore(context: ClueContext, span: Span): Clue | undefined {
  const { text } = context.scenes;
  const sentences = splitSentences(text, span, 'ja');
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = modern(text.slice(last.start, last.end));
  const isOpen = !/[。！？!?」』]$/.test(words);
  const mentions = context.mentionsIn(last);
  // さっきXの言った、「…」という言葉
  const quoted = mentions.find((mention) => /^の(?:[言云]っ|いっ|申し)た、?$/.test(modern(text.slice(mention.end, last.end)).trim()));
  if (quoted) return tagged(quoted, words);
  const asked = isOpen ? askedOf(context, last) : undefined;
  if (asked) return tagged(asked, words);
  const subject = chooseTopic(text, mentions.filter((mention) => mention.isSubject), last);
  if (subject && isOpen && isSwitched(text, subject, last)) return heardBy(subject);
  const quote = context.utterances[context.index]?.quote;
  if (isOpen && subject && quote && HEARD.test(modern(text.slice(quote.end, quote.end + 40)))) return heardBy(subject);
  if (isOpen && subject) return { ...tagged(subject, words), score: subject.pronoun ? CLUES.pronoun : CLUES.openBefore };
  const earlier = subject ?? doerBefore(context, sentences.slice(0, -1));
  if (!earlier) return undefined;
  const isOwn = subject !== undefined && sentences.length === 1;
  const score = isOpen ? CLUES.openByNobody : SPEECH_VERB.test(words.slice(-10)) ? CLUES.spokenBefore : isOwn ? CLUES.deedBefore : CLUES.doerBefore;
  return { attribution: 'action', score, mention: earlier };
}

/** The narration of the paragraph above; `speakerAbove` tells who spoke the quote before, for those who go on. */
export function readAbove(context: ClueContext, speakerAbove?: () => Clue | undefined): Clue | undefined {
  const { scenes, utterances, index } = context;
  const { text } = scenes;
  const utterance = utterances[index];
  const previous = utterance && scenes.paragraphs[utterance.paragraph - 1];
  if (!previous || scenes.paragraphs[utterance.paragraph]?.hasBreakBefore) return undefined;
  const from = previous.spoken.at(-1)?.end ?? previous.start;
  const all = splitSentences(text, { start: from, end: previous.end }, 'ja');
  const first = all[0] && text.slice(all[0].start, all[0].end);
  // `とかしらがききました。` belongs to the quote above.
  const isNamed = all[0] !== undefined && context.mentionsIn({ start: all[0].start, end: all[0].start + 1 }).length > 0;
  const isTagFirst = first !== undefined && !isNamed && /^(?:と(?!ころ|き|う|て|も|な|に|つ)|とて|と、|って|、と)/.test(first);
  const sentences = isTagFirst && /[。！？]$/.test(first) ? all.slice(1) : all;
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = modern(text.slice(last.start, last.end));
  // Behind a quote the rest of its sentence tells of that quote, not of the next.
  const isTold = previous.spoken.length === 0;
  const isBackward = isTold && isBehindQuote(context, utterance.paragraph - 1, sentences.length - 1) && /[。！？」』]$/.test(words) && refersBack(words);
  // 「…」Xは声を上げた。 and a new paragraph: the deed tells of the quote that it stands beside.
  const isClosed = isTagFirst || /^(?:って|、)/.test(words) ? !/[、，]$/.test(words) : /[。！？]$/.test(words);
  const isTagOfBefore = isBackward || (!isTold && all.length === 1 && isClosed);
  // 幸吉さんの、「わあッ」という叫び声
  const caller = context.mentionsIn(last).findLast((mention) => /^の、?$/.test(text.slice(mention.end, last.end)));
  const asked = caller ?? askedOf(context, last);
  if (asked && !isTagOfBefore) return tagged(asked, words);
  // `Xが言った。それは…だった。` below a quote: the first sentence is its tag.
  const isBelowSpoken = isTold && isBehindQuote(context, utterance.paragraph - 1, 0);
  const isTagAbove = isBelowSpoken && sentences.length > 1 && first !== undefined && endsInSpeech(first);
  const own = chooseTopic(text, context.mentionsIn(last).filter((mention) => mention.isSubject), last);
  const subject = own ?? doerBefore(context, sentences.slice(isTagAbove ? 1 : 0, -1));
  if (!subject) return isTagFirst && all.length === 1 && GOES_ON.test(words) && !ASKS_ON.test(words) ? speakerAbove?.() : undefined;
  if (isTagOfBefore) return undefined;
  const isBelowQuote = isBehindQuote(context, utterance.paragraph - 1, 0) || /^と[^。]{0,8}声がし/.test(wordsBehindAbove(context, utterance.paragraph - 2));
  const newcomer = previous.spoken.length === 0 && isBelowQuote ? comesIntoSight(context, all[0]) : undefined;
  if (newcomer) return heardBy(newcomer);
  const asking = wordsAbove(context, utterance.paragraph - 2);
  const isAskedAgain = NODS.test(words) && isQuestion(wordsAbove(context, utterance.paragraph)) && isQuestion(asking);
  if (SILENT.test(words) || isAskedAgain || isSwitched(text, subject, last)) return heardBy(subject);
  // 足音が怒鳴り声に変った: the voice belongs to somebody who is yet to be named.
  if (/声[がにを][^。]{0,8}[。、]$/.test(words) && !/声を/.test(words) && !/の(?:怒鳴り)?声/.test(text.slice(subject.end, subject.end + 6))) return undefined;
  if (/[、，：:―—]$/.test(words) || /(?:に|て|で|と|は|が|も)$/.test(words)) {
    return { ...tagged(subject, words), score: subject.pronoun ? CLUES.openAbovePronoun : CLUES.openAbove };
  }
  const isSpeaking = endsInSpeech(words) || ANNOUNCES.test(words.slice(-12)) || THINK_VERB.test(words.slice(-10));
  const isAnnounced = ANNOUNCES.test(words) || !isTold || isAnswer(asking, words) || !isBehindQuote(context, utterance.paragraph - 1, sentences.length);
  // `Xは正直に答えました。` may tell of the quote above as well as of the one below.
  if (isSpeaking && !isAnnounced) return { ...tagged(subject, words), attribution: 'action', score: CLUES.spokenAbove, side: 'before' };
  if (isSpeaking || /声が[^。]{0,8}。$/.test(words)) {
    const side = isBelowSpoken ? { side: 'before' as const, isSideSure: true } : {};
    return { ...tagged(subject, words), score: subject.pronoun ? CLUES.announcedPronoun : CLUES.announced, ...side };
  }
  if (!isTold || isTagFirst) return { attribution: 'action', score: CLUES.deedBesideQuoteAbove, mention: subject };
  if (!isBelowSpoken) return { attribution: 'action', score: CLUES.deedAboveFree, mention: subject };
  return { attribution: 'action', score: CLUES.deedAbove, mention: subject, side: 'before' };
}

/** `「何だ？」`, `入口に、先生が立っていた。`, `「はい」`: who came into sight has spoken above and is answered below. */
function comesIntoSight(context: ClueContext, sentence: Span | undefined): Mention | undefined {
  if (!sentence) return undefined;
  const { text } = context.scenes;
  const words = modern(text.slice(sentence.start, sentence.end));
  return context.mentionsIn(sentence).find((mention) => mention.isSubject && isAppearance(words, words.slice(mention.end - sentence.start)));
}

/** `主人はこう訊くのであった。`: what was said stands above. */
function refersBack(words: string): boolean {
  const said = THAT_SAID.exec(words.slice(0, 40))?.[0];
  return said !== undefined && (SPEECH_VERB.test(said) || THINK_VERB.test(said));
}

const ANNOUNCES = /(?:こんな|次の|このよう|言い出|いいだ|云い出|切り出|話し始|話しはじ|話をはじ|口を開|口をきり|口を切|[で声]はじめ)/;

/** 「…」と言いながら、そばへ寄ると、「…」: nobody new is told, so the speaker goes on; not where he asked and waits. */
const GOES_ON = /(?:て|で|ながら|と)、$/;
const ASKS_ON = /(?:[言云][うい]|いう|いい|聞[くき]|きく|きき|訊[くき]|尋ね|たずね|頼[むみ]|問[うい]|答え|こたえ|叫[ぶび]|呼[ぶび]|す)(?:る|ます)?と、$/;

function wordsAbove(context: ClueContext, index: number): string {
  const quote = context.scenes.paragraphs[index]?.spoken.at(-1);
  return quote ? context.scenes.text.slice(quote.innerStart, quote.innerEnd) : '';
}

/** What stands behind the last quote of a paragraph. */
function wordsBehindAbove(context: ClueContext, index: number): string {
  const paragraph = context.scenes.paragraphs[index];
  const quote = paragraph?.spoken.at(-1);
  return paragraph && quote ? context.scenes.text.slice(quote.end, paragraph.end) : '';
}

/** Whether a paragraph without quotes may tell of the quote right above it: one sentence, and a quote ends above. */
function isBehindQuote(context: ClueContext, index: number, sentenceCount: number): boolean {
  const above = context.scenes.paragraphs[index - 1];
  return sentenceCount < 2 && above !== undefined && above.spoken.at(-1)?.end === above.end && !context.scenes.paragraphs[index]?.hasBreakBefore;
}
