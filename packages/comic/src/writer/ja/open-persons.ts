/**
 * Persons as an open class: whoever a tag marks as the doer of speaking beside a quote is a person, whether a list
 * knows the word or not (`炭焼きの源さんは言った。`, `「…」と、毛ぼうきが答えた`). What is no person is the closed class.
 */
import type { Scenes } from '../speakers/scene-types.ts';
import { clauseStart } from '../split/clauses.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { headBefore } from './head-noun.ts';
import { modern } from './modern-spelling.ts';
import { isNoPerson } from './no-persons.ts';
import { personSuffix } from './person-suffix.ts';
import { endsInSpeech, tellsOfOther } from './tag-patterns.ts';
import { PERSON_DEED, SPEECH_VERB } from './speech-words.ts';

/** How surely a word is a person: 1 and more is enough. */
export type OpenPersons = Map<string, number>;

/** A tag behind と, or a clause that runs into the quote. */
const TAG = 2;
/** A sentence with a verb of speaking before the quote. */
const ANNOUNCEMENT = 1;
/** A deed beside the quote: `健太は振り返った。「なに？」` */
const BEAT = 0.7;

/** 百姓たち, 娘達: one of them is a person too. */
const PLURAL = /(?:たち|達|等|ども|ら)$/;

export function findOpenPersons(scenes: Scenes): OpenPersons {
  const { text, paragraphs } = scenes;
  const found: OpenPersons = new Map();
  const give = (span: Span | undefined, weight: number): void => {
    if (!span) return;
    const word = text.slice(span.start, span.end).replace(PLURAL, '');
    // `半年も経つと`: も marks more than doers.
    if (!isNoPerson(word)) found.set(word, (found.get(word) ?? 0) + (text[span.end] === 'も' ? weight / 2 : weight));
  };
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    paragraph.spoken.forEach((quote, k) => {
      const end = paragraph.spoken[k + 1]?.start ?? paragraph.end;
      const isAlone = text.slice(quote.end, end).trim() === '';
      const below = next && k === paragraph.spoken.length - 1 ? { start: next.start, end: next.spoken[0]?.start ?? next.end } : undefined;
      const after = isAlone ? below : { start: quote.end, end };
      const behind = after && splitSentences(text, after, 'ja')[0];
      if (behind) readBehind(text, behind, isAlone, give);
      const from = paragraph.spoken[k - 1]?.end ?? paragraph.start;
      const before = splitSentences(text, { start: from, end: quote.start }, 'ja').at(-1);
      if (before) readBefore(text, before, text.slice(quote.end, quote.end + 30), give);
      else if (k === 0 && !paragraph.hasBreakBefore) {
        const above = paragraphs[i - 1];
        const last = above && splitSentences(text, { start: above.spoken.at(-1)?.end ?? above.start, end: above.end }, 'ja').at(-1);
        if (last) readAbove(text, last, give);
      }
    });
  });
  return found;
}

type Give = (span: Span | undefined, weight: number) => void;

/** `」と、Xは言った`, `」Xは笑った。` */
function readBehind(text: string, sentence: Span, isNextParagraph: boolean, give: Give): void {
  const words = modern(text.slice(sentence.start, sentence.end));
  // 「…」とネズミ。 「…」鈴木課長だった。
  const bare = /^(?:、?と、?([^、。はがもをに]{1,14}?)|([^、。はがもをに]{2,14}?)(?:だった|でした|である|です|だ))。?$/.exec(words);
  if (bare) {
    const at = sentence.start + words.indexOf(bare[1] ?? bare[2] ?? '', bare[1] === undefined ? 0 : 1);
    const head = headBefore(text, at + (bare[1] ?? bare[2] ?? '').length, at);
    if (head && !/^[ぁ-ゖー]+$/.test(text.slice(head.start, head.end))) give(head, isNextParagraph ? BEAT : TAG);
    return;
  }
  const isLinked = /^、?(?:と|って)(?!ころ|き[はに、]|ても|うとう|もかく|なり|にかく|たん)/.test(words);
  if (!isLinked) {
    const doer = doersIn(text, sentence)[0];
    if (endsInSpeech(words)) give(doer, ANNOUNCEMENT);
    else if (PERSON_DEED.test(words)) give(doer, BEAT);
    return;
  }
  const doers = doersIn(text, { start: sentence.start + 1, end: sentence.end });
  const verb = SPEECH_VERB.exec(words);
  // 「…」と大五郎は念を押した: behind と whoever comes first speaks.
  if (!verb) {
    give(doers[0] && doers[0].start - sentence.start < 10 && /^は/.test(text.slice(doers[0].end)) ? doers[0] : undefined, TAG);
    return;
  }
  const verbAt = sentence.start + verb.index;
  const before = topicOf(text, doers.filter((span) => span.end <= verbAt));
  const behind = doers.find((span) => span.start >= verbAt && span.start - verbAt < 16);
  if (before) give(before, isPlain(text.slice(before.end + 1, verbAt)) ? TAG : TAG / 2);
  else if (behind && !/(?:[うくすつぬむるぐぶた]と|たら|ので|から)、/.test(text.slice(verbAt, behind.start))) give(behind, TAG / 2);
}

/** は outranks が and も. */
function topicOf(text: string, doers: readonly Span[]): Span | undefined {
  return doers.findLast((span) => text[span.end] === 'は') ?? doers.findLast((span) => text[span.end] === 'が') ?? doers.at(-1);
}

/** Nobody and nothing else does anything between the doer and the verb. */
function isPlain(between: string): boolean {
  return between.length < 30 && !/[^でにとは]は|[^なたるいうくすつぬ]が/.test(between);
}

/** `Xは、…て、「…` */
function readBefore(text: string, sentence: Span, behind: string, give: Give): void {
  const words = modern(text.slice(sentence.start, sentence.end));
  give(otherOf(text, sentence, words), TAG);
  const doers = doersIn(text, sentence);
  const last = topicOf(text, doers);
  if (/[。！？!?」』]$/.test(words)) {
    if (PERSON_DEED.test(words)) give(doers[0], BEAT);
    return;
  }
  if (!last) return;
  const gap = text.slice(last.end + 1, sentence.end).replace(/[、\s]/g, '');
  // 見当がついていたから「…」: another begins to speak behind から.
  const isParted = /(?:から|ので|たら|[うくすつぬむるぐぶた]と|けれども?)$/.test(gap);
  const isSaid = !isParted && /^、?(?:と|って)/.test(behind) && SPEECH_VERB.test(modern(behind.split(/[。「]/)[0] ?? ''));
  // `要求は「…」等であった`: nobody speaks.
  const isBare = gap.length === 0 && !/^(?:等|など|、|の|は|が|を|に|という|といふ|と云う)/.test(behind);
  const isDeed = PERSON_DEED.test(words.slice(last.end - sentence.start));
  if (isBare || isSaid || SPEECH_VERB.test(words.slice(-10))) give(last, TAG);
  else give(last, isDeed ? (isParted ? BEAT : ANNOUNCEMENT) : BEAT / 2);
}

/** `Xは声をひそめて言った。` and the quote in the line below, or a sentence that runs into it. */
function readAbove(text: string, sentence: Span, give: Give): void {
  const words = modern(text.slice(sentence.start, sentence.end));
  if (/^(?:と(?!ころ|き|う)|って)/.test(words) && /[。]$/.test(words)) return;
  give(otherOf(text, sentence, words), TAG);
  const doers = doersIn(text, sentence);
  const topic = topicOf(text, doers);
  if (endsInSpeech(words)) give(topic, ANNOUNCEMENT);
  else if (/[、]$/.test(words) && topic) give(topic, text.slice(topic.end, sentence.end).length < 3 ? TAG : BEAT);
}

/** `支配頭に叱りつけられた。`: the head before に. */
function otherOf(text: string, { start, end }: Span, words: string): Span | undefined {
  if (!tellsOfOther(words.trimEnd())) return undefined;
  for (let at = text.lastIndexOf('に', end - 1); at > start; at = text.lastIndexOf('に', at - 1)) {
    const head = headBefore(text, at, clauseStart(text, at, Math.max(start, at - 30)));
    const word = head ? text.slice(head.start, head.end) : '';
    if (head && !isNoPerson(word) && (personSuffix(word) !== undefined || /^[ァ-ヴー・]{2,}$|(?:さん|さま|ちゃん|くん)$/.test(word))) return head;
  }
  return undefined;
}

/** Heads before は, が and も, and the owner of a voice, that may be doers. */
function doersIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = start + 1; at < end; at++) {
    if (!isParticle(text, at)) continue;
    const head = headBefore(text, at, clauseStart(text, at, Math.max(start, at - 30)));
    if (!head) continue;
    // Xの声が, Xの目は: their owner.
    const isPart = /^(?:声|聲|目|眼|顔|口|手|唇|方|頬)$/.test(text.slice(head.start, head.end)) && text[head.start - 1] === 'の';
    const owner = isPart ? headBefore(text, head.start - 1, start) : head;
    if (owner && !isNoPerson(text.slice(owner.start, owner.end))) found.push({ start: owner.start, end: owner.end });
  }
  return found;
}

function isParticle(text: string, at: number): boolean {
  const char = text[at];
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  // 云はれる, 笑ひはせぬ, 泳がず: no particles.
  if (char === 'は') return !/[でにとてをへばはッっ、。\s　」]/.test(before) && !/[れせんずなぬし]/.test(after);
  if (char === 'が') {
    return !/[たいうくつぬむぐぶんだで、。\s　」]/.test(before) && !(/[るす]/.test(before) && after === '、') && !(before === 'な' && after === 'ら') && !/[っりまるせずしされ]/.test(after);
  }
  return char === 'も' && !/[でにとてをへばりく、。\s　」]/.test(before) && !/[のしとうっ]/.test(after);
}
