/** Sentences by `Intl.Segmenter` and what it gets wrong: abbreviations, initials, trailing marks. */
import type { Language } from '../../model/kinds.ts';

export type Span = { start: number; end: number };

const ABBREVIATION = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Messrs|Dr|St|Prof|Sr|Jr|Capt|Col|Gen|Lt|Sgt|Rev|Hon|Mme|Mlle|Esq|vs|No|Co|[A-Z])\.\s*$/;
const SEGMENTERS = new Map<Language, Intl.Segmenter>();

/** Spans of `text` between `start` and `end`, trimmed, in order; only white space lies between them. */
export function splitSentences(text: string, span: Span, language: Language): Span[] {
  const piece = text.slice(span.start, span.end);
  const ends = language === 'en' ? englishEnds(piece) : easternEnds(piece);
  const sentences: Span[] = [];
  let from = 0;
  for (const end of ends) {
    const trimmed = trimSpan(piece, { start: from, end });
    if (trimmed.end > trimmed.start) sentences.push({ start: span.start + trimmed.start, end: span.start + trimmed.end });
    from = end;
  }
  return sentences;
}

export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

function englishEnds(piece: string): number[] {
  let segmenter = SEGMENTERS.get('en');
  if (!segmenter) SEGMENTERS.set('en', (segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })));
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(piece)) {
    const end = index + segment.length;
    const isCutOff = ABBREVIATION.test(segment.slice(-14)) && end < piece.length;
    if (!isCutOff) ends.push(end);
  }
  if (ends.at(-1) !== piece.length) ends.push(piece.length);
  return ends;
}

/** Chinese and Japanese end a sentence with its mark and whatever closing marks follow; the segmenter splits `！？」`. */
function easternEnds(piece: string): number[] {
  const ends: number[] = [];
  for (const match of piece.matchAll(/[。！？!?｡]+[。！？!?…」』”’）)]*/g)) ends.push(match.index + match[0].length);
  if (ends.at(-1) !== piece.length) ends.push(piece.length);
  return ends;
}
