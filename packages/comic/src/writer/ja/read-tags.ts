/** Reads speech tags and deeds beside a Japanese quote. */
import type { Clue, ClueContext, Manner, Mention } from '../speakers/scene-types.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { modern } from './modern-spelling.ts';
import { SHOUT_VERB, SPEECH_VERB, THINK_VERB, WHISPER_VERB } from './words.ts';

const NAMED = 40;
const PRONOUN = 24;

export function readJapaneseClues(context: ClueContext): Clue[] {
  return readClues(context, true);
}

/** `mayLeanBack`: whether the speaker may be taken from the quote above, which is done over one quote only. */
function readClues(context: ClueContext, mayLeanBack: boolean): Clue[] {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  if (!utterance) return [];
  const { text } = scenes;
  const paragraph = scenes.paragraphs[utterance.paragraph];
  const isFirst = paragraph?.spoken[0] === utterance.quote;
  const isAlone = trimSpan(text, utterance.after).end <= trimSpan(text, utterance.after).start;
  const after = isAlone && paragraph?.spoken.at(-1) === utterance.quote ? nextParagraph(context, utterance.paragraph) : utterance.after;
  const clues: Clue[] = [];
  const isThisBelow = isFirst && isAlone && /^[^。「]{1,60}こう[、]?[言云いい答申][^。「]{0,6}。$/.test(text.slice(after.start, after.end).trim());
  // `Xはこう言った。` between two quotes tells of the lower one where the upper one has its own announcement.
  const announced = isThisBelow ? readParagraphBefore(context) : undefined;
  const tag = announced?.isSideSure ? undefined : readAfter(context, after, isAlone);
  if (tag) clues.push(tag);
  const before = readBefore(context, utterance.before, tag !== undefined && tag.score >= PRONOUN);
  if (before) clues.push(before);
  const hasText = trimSpan(text, utterance.before).end > trimSpan(text, utterance.before).start;
  const isTold = clues.some((clue) => clue.score >= 11 && clue.side === undefined);
  if (isFirst && !hasText && !isTold) {
    const intro = readParagraphBefore(context, mayLeanBack);
    if (intro) clues.push(intro);
  }
  const self = clues.some(({ score }) => score >= 4) ? undefined : narratorNear(context, utterance.quote.start);
  if (self) clues.push({ attribution: 'turn', score: NARRATOR, mention: self });
  return clues;
}

/** How much it speaks for the narrator that he was told of shortly before and nothing tells of another. */
const NARRATOR = 3.5;
const NARRATOR_REACH = 500;

function narratorNear(context: ClueContext, at: number): Mention | undefined {
  const mention = context.mentionsIn({ start: Math.max(0, at - NARRATOR_REACH), end: at }).findLast(({ pronoun, isSubject, personId }) => pronoun === 'self' && isSubject && personId !== undefined);
  if (!mention) return undefined;
  const { pronoun: _pronoun, ...fields } = mention;
  return fields;
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
  const words = modern(text.slice(sentence.start, sentence.end));
  const isLinked = /^(?:と|って|とか|なんて|など|、と)/.test(words) && !/^(?:ところ|とき(?!き|い[たてい])|とても|とうとう|ともかく|となり|とにかく|とたん|途端)/.test(words);
  const mentions = context.mentionsIn(sentence);
  if (isLinked) {
    const verb = SPEECH_VERB.exec(words);
    const thought = THINK_VERB.exec(words);
    const verbAt = sentence.start + (verb?.index ?? thought?.index ?? words.length);
    const subjects = mentions.filter((mention) => mention.isSubject);
    // The doer before the verb; one right behind it only when the clause opens with the verb: `と言ってXは`.
    const subject = subjects.filter((mention) => mention.start <= verbAt).at(-1) ?? (subjects[0] && subjects[0].start - verbAt < (/^[^、。]{1,5}(?:ながら|つつ)/.test(text.slice(verbAt, subjects[0].start)) ? 48 : 16) && !/(?:[るたいすん]と|たら|ので|から|[るたす]が)、|の[をにへ]|ところ[へに]/.test(text.slice(verbAt, subjects[0].start)) ? subjects[0] : undefined);
    const possessor = mentions[0];
    // 「…」とXの残して言った言葉: の marks the doer of a clause before a noun.
    if (possessor && possessor.start - sentence.start < 12 && /^の[^、。がは]{0,8}(?:[言云尋答叫囁呟]|いっ|いう|いった|声)/.test(modern(text.slice(possessor.end, sentence.end))) && !(subject && subject.start < possessor.start)) return tagged(possessor, words);
    const passive = PASSIVE.exec(words);
    if (passive) {
      const agent = mentions.find((mention) => mention.end <= sentence.start + passive.index + passive[0].length && /^(?:に|から)/.test(text.slice(mention.end, mention.end + 2)));
      if (agent) return tagged(agent, words);
      return subject ? { attribution: 'action', score: 0, mention: subject, ...hearing(subject) } : undefined;
    }
    if (subject && (verb || thought || subject.start - sentence.start < 8)) return tagged(subject, words);
    // 「…」と聞きますと、Xは: X hears it.
    const hearer = subjects[0];
    if (hearer && ASKED.test(modern(text.slice(sentence.start, hearer.start)))) return { attribution: 'action', score: 0, mention: hearer, ...hearing(hearer) };
    return undefined;
  }
  // 斯う言って別れて行くお鶴に: who said so is described by it.
  const leaver = mentions[0];
  if (leaver && /^(?:斯う|こう|かう|そう|さう)、?(?:[言云]っ|いっ)て[^、。はが]{0,8}[うくすつぬむるぐぶた]$/.test(modern(text.slice(sentence.start, leaver.start)))) return tagged(leaver, words);
  // そう云ってお光に起されて: the one by whom it was done.
  if (leaver && /(?:斯う|こう|そう|さう)、?(?:[言云]っ|いっ)て$/.test(modern(text.slice(sentence.start, leaver.start))) && /^に[^、。]{0,6}れ[てたまる]/.test(text.slice(leaver.end, sentence.end))) return tagged(leaver, words);
  const subject = mentions.find((mention) => mention.isSubject);
  const back = /(?:そう|さう|こう|斯う|かう|左様|そんな|それだけ|こんな|斯様な)(?:こと[をに])?[、]?[^。、]{0,10}/.exec(words.slice(0, 30));
  const isThatSaid = back !== null && (SPEECH_VERB.test(back[0]) || THINK_VERB.test(back[0]));
  if (!subject && isThatSaid) {
    const doer = doerAbove(context);
    return doer ? { attribution: 'action', score: 12, mention: doer, manner: mannerOf(back[0]) } : undefined;
  }
  if (!subject) return undefined;
  const spoken = SPEECH_VERB.test(words.slice(Math.max(0, subject.end - sentence.start)));
  if (isThatSaid && ASKED.test(modern(text.slice(sentence.start, subject.start)))) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  if (isThatSaid) return { ...tagged(subject, words), score: subject.pronoun ? 20 : 30 };
  const isVoice = /^の声/.test(text.slice(subject.end, subject.end + 2)) || (text.slice(subject.start, subject.end + 4).includes('の声'));
  const utterance = context.utterances[context.index];
  if (isNextParagraph && utterance && isAnswer(text.slice(utterance.quote.innerStart, utterance.quote.innerEnd), words)) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  if (isNextParagraph && HEARS.test(words.slice(subject.end - sentence.start))) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  if (isNextParagraph && isAppearance(words, words.slice(subject.end - sentence.start))) return { attribution: 'action', score: 13, mention: subject };
  if (isNextParagraph) return { attribution: 'action', score: isVoice ? 12 : spoken && !/(?:こんな|次の|言い出|いいだ)/.test(words) ? 9 : 4, mention: subject, side: 'behind' };
  return { attribution: 'action', score: spoken ? 16 : 12, mention: subject };
}

/** 「…」とXに聞かれた: the agent speaks, the topic hears. (言われた may be mere politeness.) */
const PASSIVE = /^と[^。、]{0,16}?(?:聞か|訊か|きか|尋ねら|たずねら|問わ|叱ら|しから|頼ま|命じら|呼ば|よば|声をかけら)れ/;

/** The clause of the one who spoke, behind which another acts: 〜と聞きますと、 こういうと、 */
const ASKED = /(?:[うくぐすつぬぶむるふ]と|(?:まし)?たら|ますと)、[^、。]{0,8}$/;

/** No answer comes: 返事をしません, 何も言わない. */
const SILENT = /(?:返事|へんじ|答え?|こたえ|物|もの|口|何とも|なんとも|何も|なにも)[をもはさえ]*[^。、はが]{0,4}(?:ない|なか|ませ|ず)[^。]{0,8}。?$/;

/** What one does instead of an answer. */
const NODS = /(?:うなず|うなづ|頷|かぶりをふ|かぶりを振|首を[ふ振横縦かた傾]|くびを[ふか]|頭を[ふ振])/;

/** `Xは叱られて`, `Xはそれを聞くと`: behind a quote the one who heard it, not the one who spoke. */
const HEARS = /^[はがも、][^。]{0,14}?(?:叱られ|しかられ|怒られ|[言云]われ(?:て|る|た|まし)|いわれ(?:て|る|た|まし)|嚇され|おどされ|聞かれ|きかれ|問われ|尋ねられ|たずねられ|訊かれ|呼ばれ|よばれ|話しかけられ|(?:それ|これ|その(?:声|言葉|ことば|話)|この(?:声|言葉|ことば|話)|話)を(?:聞|き[いくけ])|[のを]言葉を聞|黙ってい|だまってい|返事をし(?:ず|な|ませ)|答えな|答えませ|何も(?:言|云|い)わ|無言)/;

/** Behind a quote, somebody new comes into sight: 入ってきたのはXだった, そこにXが立っていた. He has just spoken. */
function isAppearance(words: string, behind: string): boolean {
  if (/^(?:だった|でした|であっ|である|です|だ。|で、)/.test(behind)) return /(?:来|き|現れ|現われ|あらわれ|立って|立った|言っ|云っ|いっ|話し|呼[びん]|よん|叫ん|声を|いた|答え|こたえ)[^。、]{0,8}のは/.test(words);
  return /^が/.test(behind) && /(?:立って|佇んで|たたずんで|坐って|座って|すわって|顔を出し|顔を出す|覗いて|のぞいて|現れ|現われ|あらわれ|[入い]って[来き]|はいって[来き]|出て[来き]|やって[来き]|走って[来き]|かけて[来き]|駈けて[来き]|近づいて[来き]|飛び出)[^。、]{0,8}。/.test(behind);
}

/** `Xは「…」という声を聞いて`: X only hears it. */
const HEARD = /^(?:と|って)(?:いう|いふ|云う|云ふ|言う)[^、。「]{0,16}(?:声|聲|言葉|ことば|返事|叫び)[^、。「]{0,6}を[^、。「]{0,4}(?:聞|き[いくけ])/;

/** `Xは…「`: the open sentence before the quote names its speaker unless the tag behind does. */
function readBefore(context: ClueContext, span: Span, hasTag: boolean): Clue | undefined {
  if (hasTag) return undefined;
  const { text } = context.scenes;
  const sentences = splitSentences(text, span, 'ja');
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = modern(text.slice(last.start, last.end));
  const isOpen = !/[。！？!?」』]$/.test(words);
  const subjects = context.mentionsIn(last).filter((mention) => mention.isSubject);
  // さっきXの言った、「…」という言葉
  const quoted = context.mentionsIn(last).find((mention) => /^の(?:[言云]っ|いっ|申し)た、?$/.test(modern(text.slice(mention.end, last.end)).trim()));
  if (quoted) return tagged(quoted, words);
  const subject = chooseTopic(text, subjects, last);
  if (subject && isOpen && isSwitched(text, subject, last)) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  const quote = context.utterances[context.index]?.quote;
  if (isOpen && subject && quote && HEARD.test(modern(text.slice(quote.end, quote.end + 40)))) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  if (isOpen && subject) return { ...tagged(subject, words), score: subject.pronoun ? PRONOUN : NAMED - 4 };
  const earlier = subject ?? doerBefore(context, sentences.slice(0, -1));
  return earlier ? { attribution: 'action', score: isOpen ? 14 : SPEECH_VERB.test(words.slice(-8)) ? 16 : 9, mention: earlier } : undefined;
}

function readParagraphBefore(context: ClueContext, mayLeanBack = false): Clue | undefined {
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
  const words = modern(scenes.text.slice(last.start, last.end));
  // Behind a quote the rest of its sentence tells of that quote, not of the next.
  const isBackward = previous.spoken.length === 0 && isBehindQuote(context, utterance.paragraph - 1, sentences.length - 1) && /(?:そう|こう|そんなことを|こんなことを)[、]?(?:言|云|いい|いっ|答|叫|呟|つぶや|囁|ささや|思|おも|考)/.test(words.slice(0, 40));
  const isTagOfBefore = isBackward || (previous.spoken.length > 0 && sentences.length === 1 && /^(?:と|って|、)/.test(words) && !/[、，]$/.test(words));
  const subject = chooseTopic(scenes.text, context.mentionsIn(last).filter((mention) => mention.isSubject), last) ?? doerBefore(context, sentences.slice(0, -1));
  if (!subject && mayLeanBack && isTagFirst && all.length === 1 && GOES_ON.test(words) && !ASKS_ON.test(words)) return speakerAbove(context);
  if (!subject) return undefined;
  if (isTagOfBefore) return undefined;
  const isAskedAgain = NODS.test(words) && isQuestion(wordsAbove(context, utterance.paragraph)) && isQuestion(wordsAbove(context, utterance.paragraph - 2));
  if (SILENT.test(words) || isAskedAgain) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  // 足音が怒鳴り声に変った: the voice belongs to somebody who is yet to be named.
  if (/声[がにを][^。]{0,8}[。、]$/.test(words) && !/声を/.test(words) && !/の(?:怒鳴り)?声/.test(scenes.text.slice(subject.end, subject.end + 6))) return undefined;
  if (isSwitched(scenes.text, subject, last)) return { attribution: 'action', score: 0, mention: subject, ...hearing(subject) };
  if (/[、，：:]$/.test(words) || /(?:に|て|で|と|は|が|も)$/.test(words)) return { ...tagged(subject, words), score: subject.pronoun ? 20 : 32 };
  const isSpeaking = SPEECH_VERB.test(words.slice(-12)) || THINK_VERB.test(words.slice(-10));
  const isAnnounced = /(?:こんな|次の|このよう|言い出|いいだ|云い出|切り出|話し始|話しはじ)/.test(words) || previous.spoken.length > 0 || isAnswer(wordsAbove(context, utterance.paragraph - 2), words) || !isBehindQuote(context, utterance.paragraph - 1, sentences.length);
  // `Xは正直に答えました。` may tell of the quote above as well as of the one below.
  if (isSpeaking && !isAnnounced) return { ...tagged(subject, words), attribution: 'action', score: 9, side: 'before' };
  if (isSpeaking || /声が[^。]{0,8}。$/.test(words)) return { ...tagged(subject, words), score: subject.pronoun ? 14 : 20, ...(previous.spoken.length > 0 ? {} : { side: 'before' as const, isSideSure: true }) };
  const hasQuote = previous.spoken.length > 0 || isTagFirst;
  return { attribution: 'action', score: hasQuote ? 2 : 4, mention: subject, ...(hasQuote ? {} : { side: 'before' as const }) };
}

/** 「…」と言いながら、そばへ寄ると、「…」: nobody new is told, so the speaker goes on; not where he asked and waits. */
const GOES_ON = /(?:て|で|ながら|と)、$/;
const ASKS_ON = /(?:[言云][うい]|いう|いい|聞[くき]|きく|きき|訊[くき]|尋ね|たずね|頼[むみ]|問[うい]|答え|こたえ|叫[ぶび]|呼[ぶび]|す)(?:る|ます)?と、$/;

function speakerAbove(context: ClueContext): Clue | undefined {
  const sure = readClues({ ...context, index: context.index - 1 }, false).find(({ score, side }) => score >= PRONOUN && side === undefined);
  return sure && { ...sure, attribution: 'action', score: 20 };
}

/** `「…か？」Xは返事をした。`: the answer comes below. */
function isAnswer(asked: string, words: string): boolean {
  return isQuestion(asked) && (/(?:返事|答|こたえ|こたへ)[^。、]{0,7}。$/.test(words) || NODS.test(words));
}

function isQuestion(words: string): boolean {
  return /[？?]$|[かね]。?$/.test(words.trim());
}

function wordsAbove(context: ClueContext, index: number): string {
  const quote = context.scenes.paragraphs[index]?.spoken.at(-1);
  return quote ? context.scenes.text.slice(quote.innerStart, quote.innerEnd) : '';
}

/** Whether a paragraph without quotes may tell of the quote right above it: one sentence, and a quote ends above. */
function isBehindQuote(context: ClueContext, index: number, sentenceCount: number): boolean {
  const above = context.scenes.paragraphs[index - 1];
  return sentenceCount < 2 && above !== undefined && above.spoken.at(-1)?.end === above.end && !context.scenes.paragraphs[index]?.hasBreakBefore;
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

/** Behind と, たら, ので and the like the doer often changes: `Xが立っていますと、Yが来て「…」` is Y. */
const SWITCH = /(?:[うくぐすつぬぶむるたいん]と|たら|ので|から|ば|けれども?|[るたす]が|のに|とき|時|[るた]ところ)、/g;

/** `越前が辞退すると、「…」`: when the sentence breaks off so, somebody else than the one marked by が begins to speak. */
function isSwitched(text: string, subject: Mention, span: Span): boolean {
  const words = text.slice(subject.end, span.end);
  // 「…」と、Xは不思議がって聞きますと、「…」: the tag of the quote above.
  const isTag = /^、?(?:と|って)/.test(text.slice(span.start, span.end).trimStart());
  return (words.startsWith('が') || (isTag && /^[はも]/.test(words))) && /(?:[うくぐすつぬぶむるた]と|たら)、?$/.test(words.trimEnd());
}

function hearing(mention: Mention): Pick<Clue, 'hearer'> {
  return mention.personId === undefined ? {} : { hearer: mention.personId };
}

/** `お婆さんが云ったことを`: the doer of a clause that only describes a noun. */
const RELATIVE = /^が[^、。]{0,14}?[うくぐすつぬぶむるた](?:こと|もの|の|ところ|とき|[一-龯]{1,3})[をにはがでのへと]/;

/** The doer of the last clause; は outranks が when both stand there: `Xは、Yが来ると「…」`. */
function chooseTopic(text: string, subjects: readonly Mention[], span?: Span): Mention | undefined {
  const last = span && [...text.slice(span.start, span.end).matchAll(SWITCH)].map((match) => span.start + match.index + match[0].length).filter((at) => at < span.end).at(-1);
  const own = last === undefined ? undefined : chooseTopic(text, subjects.filter((mention) => mention.start >= last && !RELATIVE.test(text.slice(mention.end, span?.end))));
  if (own) return own;
  const topics = subjects.filter((mention) => text[mention.end] === 'は' || text[mention.end] === 'も');
  return topics.at(-1) ?? subjects.at(-1);
}

function doerBefore(context: ClueContext, sentences: readonly Span[]): Mention | undefined {
  for (const sentence of sentences.slice(-6).reverse()) {
    const doer = chooseTopic(context.scenes.text, context.mentionsIn(sentence).filter((mention) => mention.isSubject), sentence);
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
