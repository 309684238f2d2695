/** Whoever is told to speak beside a quote, in whatever words: persons of an open class. */
import type { Paragraph, Scenes } from '../speakers/scene-types.ts';
import { splitClauses } from '../split/clauses.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { readSubject } from './read-subject.ts';
import { STRONG_SPEECH_VERB } from './words.ts';
import type { WordBounds } from './word-bounds.ts';

/**
 * `isTag`: the clause itself says that he speaks; else he opens the sentence that leads to the quote.
 * `isAfter`: he stands behind the quote. `quoteStart`: where the quote he speaks begins. `isOpening`: he opens the
 * sentence; `isBare`: hardly a word stands between him and the verb (`X又说`).
 */
export type TagSubject = Span & { words: string; isTag: boolean; isOpening: boolean; isBare: boolean; isAfter: boolean; quoteStart: number };

export function listTagSubjects({ text, paragraphs }: Scenes, bounds: WordBounds): TagSubject[] {
  return paragraphs.flatMap((paragraph, i) => paragraph.spoken.flatMap((quote, k) => {
    const previous = paragraph.spoken[k - 1];
    const next = paragraph.spoken[k + 1];
    const before = quote.start > paragraph.start ? { start: previous?.end ?? paragraph.start, end: quote.start } : tailOf(paragraphs[i - 1], paragraph);
    const after = { start: quote.end, end: next?.start ?? paragraph.end };
    const found = [before && readBefore(text, before, bounds), readAfter(text, after, bounds)];
    return found.flatMap((subject): TagSubject[] => {
      if (!subject || subject.end <= subject.start) return [];
      const { start, end } = subject;
      return [{ ...subject, words: text.slice(start, end), quoteStart: quote.start, isAfter: start >= quote.end, isBare: BARE.test(text.slice(end, end + 6)) }];
    });
  }));
}

const BARE = /^[又也便就才笑忙怒]?(?:回答|[说說问問答喊叫嚷骂罵笑叹嘆喝道曰])/;

type Found = Span & { isTag: boolean; isOpening: boolean };

/** A paragraph that ends in a colon introduces the quote below. */
function tailOf(previous: Paragraph | undefined, { hasBreakBefore }: Paragraph): Span | undefined {
  return previous && !hasBreakBefore ? { start: previous.spoken.at(-1)?.end ?? previous.start, end: previous.end } : undefined;
}

/** `X道：“`, `X站起来，低声说，“`, `X愣了一下：“`. */
function readBefore(text: string, span: Span, bounds: WordBounds): Found | undefined {
  const sentence = splitSentences(text, span, 'zh').at(-1);
  if (!sentence) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  const clauses = splitClauses(text, sentence);
  const last = clauses.at(-1);
  if (!last || !/[：:，,]$/.test(words)) return undefined;
  const speaks = STRONG_SPEECH_VERB.test(text.slice(last.start, last.end).slice(-5));
  if (!speaks && !/[：:]$/.test(words)) return undefined;
  // `李红听到周明在门外说`: who is heard is the one who speaks.
  const heard = /(?:听见|聽見|听到|聽到|听得|聽得)/.exec(text.slice(last.start, last.end));
  const from = heard ? last.start + heard.index + heard[0].length : last.start;
  const own = readSubject(text, { start: from, end: last.end }, bounds, clauses.length === 1 || heard !== null);
  if (own) return { ...own, isTag: speaks, isOpening: clauses.length === 1 || heard !== null };
  const opening = clauses.length > 1 && clauses[0] ? readSubject(text, clauses[0], bounds, true) : undefined;
  return opening && { ...opening, isTag: false, isOpening: true };
}

/** `”X说。`, `”X拉开车门，说。` */
function readAfter(text: string, span: Span, bounds: WordBounds): Found | undefined {
  const sentence = splitSentences(text, span, 'zh')[0];
  if (!sentence || /[：:]$/.test(text.slice(sentence.start, sentence.end))) return undefined;
  const clauses = splitClauses(text, sentence);
  const first = clauses[0];
  if (!first || sentence.start > first.start) return undefined;
  const own = readSubject(text, first, bounds, true);
  if (!own) return undefined;
  return { ...own, isTag: SPEAKS_AT_END.test(text.slice(own.end, first.end)), isOpening: true };
}

/** The verb of speech closes the clause: `笑着说`, `问了一句`. */
const SPEAKS_AT_END = new RegExp(`${STRONG_SPEECH_VERB.source}(?:[着著了过過]|起来|起來|一[句声聲]|了一[句声聲])?$`);
