/** Thoughts without marks in English narration: `He thought, I can't do this.` and `Where is everybody? thought Peter.` */
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';

/** The words thought and the piece that tells whose they are; the two touch or only white space lies between. */
export type ThoughtLine = { words: Span; tag: Span };

const WHO = String.raw`(?:[Hh]e|[Ss]he|I|(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y) \p{L}+|(?:(?:Mr|Mrs|Ms|Dr)\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)`;
/** `He thought, I ...`: a capital behind the comma and somebody who means himself, or a question or call. */
const TAG_FIRST = new RegExp(String.raw`^(${WHO} thought(?: to (?:him|her|my)self)?[,:]) (\p{Lu}.*)$`, 'u');
const TAG_LAST = new RegExp(String.raw`^thought ${WHO}(?: to (?:him|her|my)self)?[.!]$`, 'u');
const TAG_BEHIND = new RegExp(String.raw`^(\p{Lu}.*[,?!…]) (thought ${WHO}(?: to (?:him|her|my)self)?[.!])$`, 'u');
const OWN = /\b(?:I|I['’](?:m|ll|ve|d)|me|my|we|us|our)\b|[?!]$/u;
const HAS_MARKS = /[“”"«»*]/;

/** In order; `span` is narration of an English text without quotes beside it. */
export function findThoughtLines(text: string, span: Span): ThoughtLine[] {
  const sentences = splitSentences(text, span, 'en');
  const found: ThoughtLine[] = [];
  sentences.forEach(({ start, end }, i) => {
    const sentence = text.slice(start, end);
    if (HAS_MARKS.test(sentence)) return;
    const ahead = TAG_FIRST.exec(sentence);
    const words = ahead?.[2];
    if (words !== undefined && OWN.test(words)) {
      const from = end - words.length;
      found.push({ tag: { start, end: start + (ahead?.[1]?.length ?? 0) }, words: { start: from, end } });
      return;
    }
    const behind = TAG_BEHIND.exec(sentence);
    if (behind?.[1] !== undefined && behind[2] !== undefined) {
      found.push({ words: { start, end: start + behind[1].length }, tag: { start: end - behind[2].length, end } });
      return;
    }
    const previous = sentences[i - 1];
    if (!previous || !TAG_LAST.test(sentence)) return;
    const before = text.slice(previous.start, previous.end);
    const isFree = found.at(-1)?.tag.end !== previous.end && found.at(-1)?.words.end !== previous.end;
    if (isFree && /[?!…]$/.test(before) && !HAS_MARKS.test(before) && !text.slice(previous.end, start).includes('\n')) found.push({ words: { ...previous }, tag: { start, end } });
  });
  return found;
}
