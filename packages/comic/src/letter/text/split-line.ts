import type { Language } from '../../model/kinds.ts';
import { splitGraphemes } from './clean-text.ts';
import { mayBreakBetween } from './kinsoku.ts';
import { wordBoundaries } from './phrase-breaks.ts';

/** Rough length of a text in em: a full-width character is one, a Latin letter half. */
export function roughLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) length += text.charCodeAt(i) >= 0x2e80 ? 1 : 0.5;
  return length;
}

/**
 * Cuts a long text into parts of at most about `limit` em: at ends of sentences, then at commas,
 * then between words. The parts joined are the text; each keeps the space that ends it.
 */
export function splitLine(text: string, limit: number, language: Language): string[] {
  if (roughLength(text) <= limit) return [text];
  const pieces = cutBy(text, SENTENCE).flatMap((sentence) => fitting(sentence, limit, language));
  const count = Math.ceil(roughLength(text) / limit);
  return withoutOrphan(pack(pieces, Math.max(limit * 0.55, roughLength(text) / count), limit), limit, language);
}

/** Below this, em, a last part that is no sentence of its own is one or two lost words. */
const ORPHAN = 7;

function withoutOrphan(parts: readonly string[], limit: number, language: Language): string[] {
  const [last, before] = [parts.at(-1) ?? '', parts.at(-2)];
  if (before === undefined || roughLength(last) >= ORPHAN || /[。！？!?.…][」』”’）)"]*\s*$/u.test(before)) return [...parts];
  const both = before + last;
  return [...parts.slice(0, -2), ...(roughLength(both) <= limit * 1.25 ? [both] : cutWords(both, roughLength(both) * 0.56, language))];
}

const SENTENCE = /[^。！？!?.…\n]*(?:[。！？!?…\n]+[」』”’）)]*\s*|\.+["”’)]*(?:\s+|$)|\.(?=\S)|$)/gu;
const CLAUSE = /[^、，；：,;:—]*(?:[、，；：—]+[」』”’）)]*\s*|[,;:]+["”’)]*(?:\s+|$)|[,;:](?=\S)|$)/gu;

function cutBy(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? [text]).filter((piece) => piece !== '');
}

function fitting(sentence: string, limit: number, language: Language): string[] {
  if (roughLength(sentence) <= limit) return [sentence];
  const clauses = cutBy(sentence, CLAUSE).flatMap((clause) => (roughLength(clause) <= limit ? [clause] : cutWords(clause, limit, language)));
  return clauses;
}

/** No punctuation helps: near equal parts between words, or between characters where there are no words. */
function cutWords(clause: string, limit: number, language: Language): string[] {
  const count = Math.ceil(roughLength(clause) / limit);
  const aim = roughLength(clause) / count;
  const ends = language === 'en' ? undefined : wordBoundaries(clause, language);
  const characters = splitGraphemes(clause);
  const parts: string[] = [];
  let [part, length, offset] = ['', 0, 0];
  characters.forEach((character, i) => {
    part += character;
    offset += character.length;
    length += roughLength(character);
    const next = characters[i + 1];
    if (next === undefined) return;
    const isGood = character === ' ' || character === '\n' || (character.charCodeAt(0) >= 0x2e80 && mayBreakBetween(character, next) && (ends?.has(offset) ?? true));
    const isForced = length >= limit * 1.15 && next !== ' ';
    if ((length >= aim && isGood) || isForced) {
      parts.push(part);
      [part, length] = ['', 0];
    }
  });
  return part === '' ? parts : [...parts, part];
}

/** Joins neighbouring pieces while the part stays near its aim. */
function pack(pieces: readonly string[], aim: number, limit: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces) {
    const joined = roughLength(part + piece);
    const isNearer = Math.abs(joined - aim) <= Math.abs(roughLength(part) - aim) || /^\s*$/.test(piece);
    if (part === '' || (joined <= limit * 1.1 && isNearer)) part += piece;
    else {
      parts.push(part);
      part = piece;
    }
  }
  return part === '' ? parts : [...parts, part];
}
