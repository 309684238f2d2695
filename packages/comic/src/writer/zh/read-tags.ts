/** Reads speech tags and deeds beside a Chinese quote. */
import type { Clue, ClueContext, Manner, Mention } from '../speakers/scene-types.ts';
import { splitClauses } from '../split/clauses.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { NOBODY } from '../speakers/solve-turns.ts';
import { SHOUT_VERB, SPEECH_VERB, STRONG_SPEECH_VERB, THINK_VERB, WHISPER_VERB } from './words.ts';

const NAMED = 40;
const PRONOUN = 24;
/** Nobody says what is written on a stone or handed down. */
const INSCRIPTION = /(?:镌着|鐫著|写着|寫著|写道是|刻着|刻著|题着|題著|大书|大書|古云|古人云|俗云|常言道|俗话说|俗語說|诗曰|詩曰|诗云|词曰|賦曰|赋曰|道是|题曰|有诗为证|歌曰)[：:，]?$/;

export function readChineseClues(context: ClueContext): Clue[] {
  const { scenes, cast, utterances, index } = context;
  const utterance = utterances[index];
  if (!utterance) return [];
  const clues: Clue[] = [];
  const isFirst = trimSpan(scenes.text, utterance.before).end <= utterance.before.start && scenes.paragraphs[utterance.paragraph]?.spoken[0] === utterance.quote;
  const intro = isFirst ? readParagraphBefore(context) : undefined;
  const before = isFirst ? (intro && intro.score >= PRONOUN ? intro : undefined) : readBefore(context, utterance.before);
  if (before) clues.push(before);
  const after = readAfter(context, utterance.after, before !== undefined && before.score >= PRONOUN);
  if (after) clues.push(after);
  if (intro && !before && (clues[0]?.score ?? 0) < PRONOUN) clues.push(intro);
  const below = readParagraphBehind(context);
  if (below && (below.score >= CLOSING || !clues.some((clue) => clue.score >= 11))) clues.push(below);
  const self = cast.persons.find(({ kind }) => kind === 'self');
  // `爸，我在这儿！` in a story told by 我 is said by the teller.
  if (self && PARENT_CALLED.test(scenes.text.slice(utterance.quote.innerStart, utterance.quote.innerEnd))) {
    const { start } = utterance.quote;
    clues.push({ attribution: 'turn', score: OWN_PARENT, mention: { start, end: start, personId: self.id, isSubject: false } });
  }
  return clues;
}

const PARENT_CALLED = /(?:^|[，。！？!?,…])(?:[妈媽爸爹娘]|妈妈|媽媽|爸爸|爹爹|奶奶|爷爷|爺爺|外婆|外公|姥姥)[，,！!…？?。]/;
const OWN_PARENT = 3;

/** The narration right before the quote: an open sentence (`：`, `，` or no mark) introduces it. */
function readBefore(context: ClueContext, span: Span): Clue | undefined {
  const { text } = context.scenes;
  const sentences = splitSentences(text, span, 'zh');
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = text.slice(last.start, last.end);
  if (!/[\p{L}]/u.test(words)) return undefined;
  const isColon = /[：:]$/.test(words);
  const isOpen = isColon || (/[，,、—…]$|[^。！？!?」”]$/.test(words) && SPEECH_VERB.test(words.slice(-10)));
  const subject = findDoer(context, last);
  if (isOpen && INSCRIPTION.test(words)) return { attribution: 'unknown', score: NAMED, mention: { start: last.start, end: last.start, personId: NOBODY, isSubject: false }, manner: 'write' };
  if (isOpen) {
    if (subject) return tagged(subject, words);
    const earlier = doerBefore(context, sentences.slice(0, -1));
    if (earlier) return { attribution: 'action', score: 22, mention: earlier, manner: mannerOf(words) };
    return undefined;
  }
  const doer = subject ?? doerBefore(context, sentences.slice(0, -1));
  return doer ? { attribution: 'action', score: 12, mention: doer } : undefined;
}

/** The narration right after: `X说。`, `X说，“...”`, or a deed. */
function readAfter(context: ClueContext, span: Span, hasTag: boolean): Clue | undefined {
  const { text } = context.scenes;
  const sentence = splitSentences(text, span, 'zh').find((part) => /\p{L}/u.test(text.slice(part.start, part.end)));
  if (!sentence) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  const clauses = splitClauses(text, sentence);
  const first = clauses[0];
  // `“…”这是驼背五少爷到了。` `“…”是一个老女人的声音。`
  const shown = first && /^(?:[这那這]|原来|原來|似乎|好像|仿佛|彷彿|正|却|卻)?[就便又]?是/.test(words) ? context.mentionsIn(first)[0] : undefined;
  if (shown) return { ...tagged(shown, words), score: 45 };
  if (hasTag) return undefined;
  const bare = first && bareSpeaker(context, sentence, first);
  if (bare) return tagged(bare, words);
  const heard = first && !/[：:]$/.test(words) ? heardSpeaker(context, first) : undefined;
  if (heard) return tagged(heard, words);
  // `“A。”X道：“B。”` introduces B; it also tells of A when nothing else does.
  const isForNext = /[：:]$/.test(words);
  // `好一会，四婶这才惊叫起来。`
  const acting = clauses.slice(0, first && first.end - first.start <= 6 ? 2 : 1).find((clause) => context.mentionsIn(clause).some((mention) => mention.isSubject));
  const subject = acting && context.mentionsIn(acting).find((mention) => mention.isSubject);
  if (!subject || !acting) return undefined;
  const spoken = STRONG_SPEECH_VERB.test(words.slice(subject.end - sentence.start));
  const isNear = subject.start - acting.start <= 4;
  const isCutOff = /^的?(?:话|話)(?:还|還|未|没|沒|音|刚|剛|犹|猶)/.test(text.slice(subject.end, subject.end + 4));
  if (isCutOff) return tagged(subject, words);
  if (spoken && isNear) return { ...tagged(subject, words), score: subject.pronoun ? PRONOUN - (isForNext ? 16 : 0) : NAMED - (isForNext ? 24 : 0) };
  return { attribution: 'action', score: isForNext ? 3 : isNear ? 12 : 7, mention: subject, manner: mannerOf(words) };
}

/** `“你去过没有？”西洋人。`: nothing but the speaker stands behind the quote. */
function bareSpeaker({ scenes, mentionsIn }: ClueContext, sentence: Span, clause: Span): Mention | undefined {
  if (!/^[。]?$/.test(scenes.text.slice(clause.end, sentence.end)) || clause.start !== sentence.start) return undefined;
  return mentionsIn(clause).find(({ start, end, pronoun }) => start === clause.start && end === clause.end && pronoun === undefined);
}

function readParagraphBefore(context: ClueContext): Clue | undefined {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  const previous = utterance && scenes.paragraphs[utterance.paragraph - 1];
  if (!previous || scenes.paragraphs[utterance.paragraph]?.hasBreakBefore) return undefined;
  // It may be the tag of the quote above.
  if (previous.spoken.length === 0 && fills(scenes, utterance.paragraph - 2) && closingTag(context, previous)) return undefined;
  const sentences = splitSentences(scenes.text, { start: previous.spoken.at(-1)?.end ?? previous.start, end: previous.end }, 'zh');
  const last = sentences.at(-1);
  if (!last) return undefined;
  const words = scenes.text.slice(last.start, last.end);
  const isOpen = /[：:，,—]$/.test(words) || /[^。！？!?…]$/.test(words);
  const subject = findDoer(context, last) ?? doerBefore(context, sentences.slice(0, -1));
  if (!subject) return undefined;
  if (isOpen && (SPEECH_VERB.test(words.slice(-10)) || /[：:]$/.test(words))) return { ...tagged(subject, words), score: subject.pronoun ? PRONOUN : NAMED - 4 };
  if (STRONG_SPEECH_VERB.test(words.slice(-6)) && previous.spoken.length === 0) return { attribution: 'action', score: 12, mention: subject };
  return { attribution: 'action', score: previous.spoken.length > 0 ? 1 : 4, mention: subject, ...(previous.spoken.length > 0 ? {} : { side: 'before' as const }) };
}

function fills({ paragraphs }: ClueContext['scenes'], at: number): boolean {
  const paragraph = paragraphs[at];
  return paragraph !== undefined && paragraph.spoken.at(-1)?.end === paragraph.end;
}

/** A quote that fills its paragraph: the deed in the next may be its speaker's. */
function readParagraphBehind({ scenes, utterances, index, mentionsIn }: ClueContext): Clue | undefined {
  const utterance = utterances[index];
  const next = utterance && scenes.paragraphs[utterance.paragraph + 1];
  if (!next || next.hasBreakBefore || next.spoken.length > 0 || scenes.paragraphs[utterance.paragraph]?.end !== utterance.quote.end) return undefined;
  const closing = closingTag({ scenes, mentionsIn }, next);
  if (closing) return { attribution: closing.pronoun && closing.pronoun !== 'self' ? 'pronoun' : 'explicit', score: CLOSING, mention: closing };
  const clause = splitClauses(scenes.text, { start: next.start, end: Math.min(next.end, next.start + 60) })[0];
  const subject = clause && mentionsIn(clause).find((mention) => mention.isSubject);
  if (!subject || !clause) return undefined;
  if (SILENT.test(scenes.text.slice(subject.end, subject.end + 30).split(/[。！？!?]/)[0] ?? '')) return undefined;
  const isSpeaking = /^[^，。]{0,4}(?:说了|說了|说着|說著|答应|答應|应着|應著|应道|回答|说完|說完|说到|说罢|道了|问了|嚷|喊|叫)/.test(scenes.text.slice(subject.end, clause.end));
  return { attribution: 'action', score: isSpeaking ? 14 : 4, mention: subject, ...(isSpeaking ? {} : { side: 'behind' as const }) };
}

const CLOSING = 20;
const SHORT_TAG = 36;

/** `/我喘了一口气，开口问他。/`: a paragraph that is but a tag, closed with 。, tells who spoke above. */
function closingTag({ scenes, mentionsIn }: Pick<ClueContext, 'scenes' | 'mentionsIn'>, { start, end }: Span): Mention | undefined {
  const words = scenes.text.slice(start, end).trimEnd();
  if (words.length > SHORT_TAG || !/^[^。！？：:…]*(?:[说說问問答喊嚷]|(?<![知味难])道|回答)(?:[他她我它]|了|着|著)?。$/.test(words)) return undefined;
  const clauses = splitClauses(scenes.text, { start, end }).reverse();
  const clause = clauses.find((part) => mentionsIn(part).some(({ isSubject }) => isSubject));
  return clause && mentionsIn(clause).find(({ isSubject }) => isSubject);
}

/** From the last clause backwards: the nearest one that opens with a doer. */
function findDoer(context: ClueContext, sentence: Span): Mention | undefined {
  const clauses = splitClauses(context.scenes.text, sentence).reverse();
  for (const clause of clauses) {
    // `只见宝玉进来`: whom somebody sees is not the one who acts on.
    const isSeen = clause !== clauses[0] && PERCEIVED.test(context.scenes.text.slice(clause.start, clause.end));
    if (clause !== clauses[0] && SUBORDINATE.test(context.scenes.text.slice(clause.start, clause.end))) continue;
    if (isSeen && (clause.start > sentence.start || NOTICED.test(context.scenes.text.slice(clause.start, clause.end)))) continue;
    const heard = heardSpeaker(context, clause);
    if (heard) return heard;
    const doers = context.mentionsIn(clause).filter((mention) => mention.isSubject);
    const doer = doers.at(-1);
    const topic = doer?.pronoun !== undefined && doer.pronoun !== 'self' ? topicOf(context, clauses) : undefined;
    if (topic) return topic;
    if (doer) return doers.length > 1 && !SPEECH_VERB.test(context.scenes.text.slice(doer.end, doer.end + 6)) ? doers[0] : doer;
  }
  return undefined;
}

/** `他听到少朗在书桌前面说`: who is heard to speak speaks. */
function heardSpeaker(context: ClueContext, clause: Span): Mention | undefined {
  const words = context.scenes.text.slice(clause.start, clause.end);
  const heard = /(?:听见|聽見|听到|聽到|听得|聽得)(?:那|这|這)?(?:个|個|位)?/.exec(words);
  if (!heard) return undefined;
  const from = clause.start + heard.index + 2;
  const mention = context.mentionsIn(clause).find(({ start }) => start >= from && start <= from + 14);
  return mention && STRONG_SPEECH_VERB.test(context.scenes.text.slice(mention.end, clause.end).slice(-4)) ? mention : undefined;
}

/** Who says nothing is not the one who just spoke. */
const SILENT = /不说话|不說話|没说话|沒說話|没有说话|不作声|不作聲|没作声|不吭声|没吭声|一声不吭|沉默|不答|没有回答|没回答|不回答|不语|不語|没有答应|没有理|不理|说不出话|說不出話|低着头|愣住|怔住|愣了|点点头|點點頭|摇摇头|搖搖頭|点了点头|摇了摇头/;

/** `一见加陵进来，忙问道`: who notices is left out and goes on. */
const NOTICED = /^(?:一见|一見|一看见|一看見|一听|一聽|瞧见|瞧見|见了|見了|看见|看見|听见|聽見|听说|聽說|听了|聽了)/;

/** `等老周坐下了，才说`: the main clause has another subject, left out. */
const SUBORDINATE = /^(?:等|等到|待|趁着?|当|當|自从|自從|直到|未等|不等|没等)(?!我们)/;

const PERCEIVED = /^(?:一见|一見|一听|一聽|瞧见|瞧見|听说|聽說|听了|聽了|见了|見了|只见|只見|却见|卻見|忽见|忽見|看见|看見|但见|但見|听见|聽見|只听|只聽|见|見|听得|只听得|瞥见|望见)/;

/** The one who opens the sentence: a pronoun further on in it is most often the same. */
function topicOf(context: ClueContext, clauses: readonly Span[]): Mention | undefined {
  const first = clauses.at(-1);
  const doer = first && !PERCEIVED.test(context.scenes.text.slice(first.start, first.end)) ? context.mentionsIn(first).find((mention) => mention.isSubject) : undefined;
  return doer && doer.pronoun === undefined ? doer : undefined;
}

function doerBefore(context: ClueContext, sentences: readonly Span[]): Mention | undefined {
  for (const sentence of sentences.slice(-3).reverse()) {
    // What follows a colon is a thought or a list, told of others.
    const colon = context.scenes.text.slice(sentence.start, sentence.end).search(/[：:]/);
    const clauses = splitClauses(context.scenes.text, colon < 0 ? sentence : { start: sentence.start, end: sentence.start + colon });
    for (const clause of clauses.reverse()) {
      const doer = context.mentionsIn(clause).filter((mention) => mention.isSubject).at(-1);
      if (doer) return doer;
    }
  }
  return undefined;
}

function tagged(mention: Mention, words: string): Clue {
  const isPronoun = mention.pronoun !== undefined && mention.pronoun !== 'self';
  return { attribution: isPronoun ? 'pronoun' : 'explicit', score: isPronoun ? PRONOUN : NAMED, mention, manner: mannerOf(words) };
}

function mannerOf(words: string): Manner {
  const tail = words.slice(-24);
  if (THINK_VERB.test(tail)) return 'think';
  if (WHISPER_VERB.test(tail)) return 'whisper';
  return SHOUT_VERB.test(tail) ? 'shout' : 'say';
}
