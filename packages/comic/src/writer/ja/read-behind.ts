/** Reads what stands behind a Japanese quote: `「…」とXは言った`, `「…」Xは笑った。` */
import type { Clue, ClueContext, Mention } from '../speakers/scene-types.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { chooseTopic, doerAbove } from './choose-doer.ts';
import { CLUES } from './clue-scores.ts';
import { modern } from './modern-spelling.ts';
import { heardBy, mannerOf, tagged } from './tag-clues.ts';
import { ASKED, GOES_AWAY, HEARS, isAnswer, isAppearance, PASSIVE, THAT_SAID } from './tag-patterns.ts';
import { SPEECH_VERB, THINK_VERB } from './speech-words.ts';

/** と and って behind a quote, not とき, ところ and other words. */
const LINK = /^(?:と|って|とか|なんて|など|、と)(?!ころ|き(?!き|い[たてい])|ても|うとう|もかく|なり|にかく|たん)(?!途端)/;

/** `span`: the words behind; `isBelow`: they stand in the next paragraph. */
export function readBehind(context: ClueContext, span: Span, isBelow: boolean): Clue | undefined {
  const { text } = context.scenes;
  const sentence = splitSentences(text, span, 'ja')[0];
  if (!sentence) return undefined;
  const words = modern(text.slice(sentence.start, sentence.end));
  // とよ子は: a name that begins with と.
  const isNamed = isBelow && context.mentionsIn({ start: sentence.start, end: sentence.start + 1 }).length > 0;
  return LINK.test(words) && !isNamed ? readLinked(context, sentence, words) : readDeed(context, sentence, words, isBelow);
}

function readLinked(context: ClueContext, sentence: Span, words: string): Clue | undefined {
  const { text } = context.scenes;
  const mentions = context.mentionsIn(sentence);
  // 「…」とネズミ。
  const only = mentions[0];
  if (only && mentions.length === 1 && /^。?$/.test(text.slice(only.end, sentence.end)) && !/[はがもをに、]/.test(text.slice(sentence.start + 1, only.start))) {
    return tagged(only, words);
  }
  // 「…」と言いかけた西巡査の袖を、まひろがつかんだ: the clause describes who said it.
  if (only && !only.isSubject && SAID_BY.test(words.slice(0, only.start - sentence.start)) && /^[のをにへ]/.test(text.slice(only.end))) return tagged(only, words);
  const verb = SPEECH_VERB.exec(words);
  const thought = THINK_VERB.exec(words);
  const verbAt = sentence.start + (verb?.index ?? thought?.index ?? words.length);
  const subjects = mentions.filter((mention) => mention.isSubject);
  const later = subjects[0] && isRightBehind(text, verbAt, subjects[0]) ? subjects[0] : undefined;
  const subject = subjects.filter((mention) => mention.start <= verbAt).at(-1) ?? later;
  const possessor = mentions[0];
  // 「…」とXの残して言った言葉: の marks the doer of a clause before a noun.
  const isNearer = possessor && possessor.start - sentence.start < 12 && !(subject && subject.start < possessor.start);
  if (isNearer && /^の[^、。がは]{0,8}(?:[言云尋答叫囁呟]|いっ|いう|いった|声)/.test(modern(text.slice(possessor.end, sentence.end)))) {
    return tagged(possessor, words);
  }
  const passive = PASSIVE.exec(words);
  if (passive) {
    const end = sentence.start + passive.index + passive[0].length;
    const agent = mentions.find((mention) => mention.end <= end && /^(?:に|から)/.test(text.slice(mention.end, mention.end + 2)));
    return agent ? tagged(agent, words) : subject && heardBy(subject);
  }
  // 「…」と大五郎は念をおしましたが、: と with a doer right behind it needs no verb of speaking.
  const near = verb || thought ? subject : subjects.find((mention) => mention.start - sentence.start < 8);
  if (near) return tagged(near, words);
  // 「…」と声がした。ふり返ると、少女が立っていた。
  if (!subject && /^と、?[^、。]{0,8}声が/.test(words)) return comesNext(context, sentence);
  // 「…」と聞きますと、Xは: X hears it.
  const hearer = subjects[0];
  return hearer && ASKED.test(modern(text.slice(sentence.start, hearer.start))) ? heardBy(hearer) : undefined;
}

const SAID_BY = /^と、?(?:[言云](?:い|っ)|いい|いっ|叫|さけ|答|こた|尋|たず|訊|聞|呟|つぶや|囁|ささや|怒鳴|どな|笑)[^、。はがを]{0,6}[たる]$/;

/** `と言ってXは`: the doer right behind the verb that opens the clause. */
function isRightBehind(text: string, verbAt: number, subject: Mention): boolean {
  const between = text.slice(verbAt, subject.start);
  const reach = /^[^、。]{1,5}(?:ながら|つつ)/.test(between) ? 48 : 16;
  return between.length < reach && !/(?:[るたいすん]と|たら|ので|から|[るたす]が|時|とき|途端に?)、|の[をにへ]|ところ[へに]/.test(between);
}

function readDeed(context: ClueContext, sentence: Span, words: string, isBelow: boolean): Clue | undefined {
  const { text } = context.scenes;
  const mentions = context.mentionsIn(sentence);
  const first = mentions[0];
  // 「…」鈴木課長だった。
  if (first && mentions.length === 1 && /^(?:だった|でした|である|です|だ)。?$/.test(text.slice(first.end, sentence.end)) && first.start - sentence.start < 16) {
    return isBelow ? { ...tagged(first, words), score: CLUES.wasBelow } : tagged(first, words);
  }
  // 「…」男の子の声だった。
  if (first && first.start - sentence.start < 16 && /^の声(?:だった|でした|だ。|です|である|がし|が聞え|が聞こえ|がきこえ)/.test(text.slice(first.end, sentence.end))) {
    return tagged(first, words);
  }
  const head = first ? modern(text.slice(sentence.start, first.start)) : '';
  // 斯う言って別れて行くお鶴に: who said so is described by it.
  if (first && /^(?:斯う|こう|かう|そう|さう)、?(?:[言云]っ|いっ)て[^、。はが]{0,8}[うくすつぬむるぐぶた]$/.test(head)) return tagged(first, words);
  // そう云ってお光に起されて: the one by whom it was done.
  if (first && /(?:斯う|こう|そう|さう)、?(?:[言云]っ|いっ)て$/.test(head) && /^に[^、。]{0,6}れ[てたまる]/.test(text.slice(first.end, sentence.end))) return tagged(first, words);
  // 「…」父親にどなられても勝は: the one by whom it is done speaks.
  const agent = mentions.find((mention) => BY_WORDS.test(text.slice(mention.end, mention.end + 14)));
  if (agent) return { ...tagged(agent, words), score: agent.pronoun ? CLUES.thatSaidPronoun : CLUES.thatSaid };
  const subjects = mentions.filter((mention) => mention.isSubject);
  const back = THAT_SAID.exec(words.slice(0, 40));
  const isThatSaid = back !== null && (SPEECH_VERB.test(back[0]) || THINK_VERB.test(back[0]));
  if (isThatSaid) return readThatSaid(context, sentence, words, back, subjects);
  const subject = subjects[0];
  if (!subject) return undefined;
  const tail = words.slice(subject.end - sentence.start);
  const isSpoken = SPEECH_VERB.test(words.slice(Math.max(0, subject.end - sentence.start)));
  if (!isBelow) {
    return { attribution: 'action', score: HEARS.test(tail) ? CLUES.hearsBehind : isSpoken ? CLUES.spokenDeedBehind : CLUES.deedBehind, mention: subject };
  }
  const utterance = context.utterances[context.index];
  if (utterance && isAnswer(text.slice(utterance.quote.innerStart, utterance.quote.innerEnd), words)) return heardBy(subject);
  if (HEARS.test(tail) || SPOKEN_TO.test(words.slice(0, subject.start - sentence.start))) return comesNext(context, sentence) ?? heardBy(subject);
  if (isAppearance(words, tail)) return { attribution: 'action', score: CLUES.comesBelow, mention: subject };
  const isVoice = text.slice(subject.start, subject.end + 4).includes('の声');
  const isSaidBelow = isSpoken && !/(?:こんな|次の|言い出|いいだ)/.test(words);
  const next = utterance && context.scenes.paragraphs[utterance.paragraph + 2];
  const isFree = next === undefined || next.hasBreakBefore || next.spoken[0]?.start !== next.start;
  if (isFree && !isVoice && !isSaidBelow) return { attribution: 'action', score: CLUES.deedBelowFree, mention: subject };
  return { attribution: 'action', score: isVoice ? CLUES.voiceBelow : isSaidBelow ? CLUES.spokenBelow : CLUES.deedBelow, mention: subject, side: 'behind' };
}

/** `うしろから声をかけられて、健太が…` */
const SPOKEN_TO = /(?:声をかけられ|呼びかけられ|呼びとめられ|呼び止められ|話しかけられ|言われ|どなられ|怒鳴られ)/;

/** `…。若い巡査が、ふしぎそうに見おろしている。`: the sentence behind the one who was spoken to shows the speaker. */
function comesNext(context: ClueContext, sentence: Span): Clue | undefined {
  const { text } = context.scenes;
  const end = text.indexOf('\n', sentence.end + 2);
  const next = splitSentences(text, { start: sentence.end, end: end < 0 ? text.length : end }, 'ja')[0];
  if (!next) return undefined;
  const words = modern(text.slice(next.start, next.end));
  const comer = context.mentionsIn(next).find((mention) => mention.isSubject && isAppearance(words, words.slice(mention.end - next.start)));
  return comer && { attribution: 'action', score: CLUES.comesBelow, mention: comer };
}

const BY_WORDS = /^に[^、。はがを]{0,6}(?:どなら|怒鳴ら|叱ら|しから|[言云]わ|いわ|呼ば|よば|聞か|きか|訊か|問わ|尋ねら|たずねら|声をかけら|促さ|たしなめら|なだめら|せかさ|からかわ|ひやかさ|話しかけら)れ/;

/** `主人はこう言った。`, `そう言うと、Xは`: the sentence refers back to the quote. */
function readThatSaid(context: ClueContext, sentence: Span, words: string, back: RegExpExecArray, subjects: readonly Mention[]): Clue | undefined {
  const { text } = context.scenes;
  const at = sentence.start + back.index;
  const before = chooseTopic(text, subjects.filter((mention) => mention.start < at), { start: sentence.start, end: at });
  const subject = before ?? subjects[0];
  if (!subject) {
    const doer = doerAbove(context);
    return doer ? { attribution: 'action', score: CLUES.thatSaidByNobody, mention: doer, manner: mannerOf(back[0]) } : undefined;
  }
  const isAsked = !before && ASKED.test(modern(text.slice(sentence.start, subject.start)));
  if (isAsked && !GOES_AWAY.test(modern(text.slice(subject.end, sentence.end)))) return heardBy(subject);
  return { ...tagged(subject, words), score: subject.pronoun ? CLUES.thatSaidPronoun : CLUES.thatSaid };
}
