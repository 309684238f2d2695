/** How much room words take, in the width of Chinese characters: a Latin letter counts 0.4. */
import type { Language } from '../model/kinds.ts';

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;

export function textWeight(text: string): number {
  // Counted in fifths: a sum of 0.4s would drift, and a part that just fits would be too heavy.
  let fifths = 0;
  for (const character of text) fifths += WIDE.test(character) ? 5 : 2;
  return fifths / 5;
}

/**
 * Cuts a text into parts of at most `limit` weight, at sentence ends where it can, else after commas or
 * spaces, else anywhere. The parts joined are the text, character by character.
 */
export function splitByWeight(text: string, limit: number, language: Language): string[] {
  if (textWeight(text) <= limit) return [text];
  const parts: string[] = [];
  let current = '';
  for (const piece of pieces(text, limit, language)) {
    if (current !== '' && textWeight(current) + textWeight(piece) > limit) {
      parts.push(current);
      current = '';
    }
    current += piece;
  }
  if (current !== '') parts.push(current);
  return withoutOrphan(parts, limit);
}

/** One or two words of a sentence alone in a caption: the last two parts are cut anew near their middle. */
function withoutOrphan(parts: string[], limit: number): string[] {
  const [before, last] = [parts.at(-2), parts.at(-1) ?? ''];
  if (before === undefined || textWeight(last) > Math.min(7, limit * 0.25) || /[.!?…。！？][”"’」』)）]*\s*$/u.test(before)) return parts;
  const both = before + last;
  const half = textWeight(both) / 2;
  let best = before.length;
  for (const { index } of both.matchAll(/(?<=[,;:，、；：—…]|\s)(?=\S)/gu)) {
    if (Math.abs(textWeight(both.slice(0, index)) - half) < Math.abs(textWeight(both.slice(0, best)) - half)) best = index;
  }
  return [...parts.slice(0, -2), both.slice(0, best), both.slice(best)];
}

function pieces(text: string, limit: number, language: Language): string[] {
  const sentences = Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), (s) => s.segment);
  return sentences.flatMap((sentence) => (textWeight(sentence) <= limit ? [sentence] : cutClauses(sentence, limit)));
}

function cutClauses(sentence: string, limit: number): string[] {
  const clauses = sentence.split(/(?<=[,;:，、；：—…]|\s)/u);
  return clauses.flatMap((clause) => (textWeight(clause) <= limit ? [clause] : cutAnywhere(clause, limit)));
}

function cutAnywhere(text: string, limit: number): string[] {
  const parts: string[] = [];
  let [current, weight] = ['', 0];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const own = textWeight(segment);
    if (current !== '' && weight + own > limit) {
      parts.push(current);
      [current, weight] = ['', 0];
    }
    current += segment;
    weight += own;
  }
  return current === '' ? parts : [...parts, current];
}
