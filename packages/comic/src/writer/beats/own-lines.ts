/** Thoughts and sounds that stand in the narration without quotes and become lines of their own. */
import type { Language } from '../../model/kinds.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { findBracketed, findStarred } from './marked-thoughts.ts';
import { isSound } from './sound-words.ts';
import { findThoughtLines } from './thought-lines.ts';

/**
 * `words` is what is shown, `outer` includes its marks. `before` and `after` are what is left of its sentence: tags
 * (`she thought`). `told` narration only loses its marks: it is no thought.
 */
export type OwnLine = { kind: 'thought' | 'sfx' | 'told'; words: Span; outer: Span; before?: Span; after?: Span };

/** In order, without overlap; `span` is narration: no quote lies in it. */
export function findOwnLines(text: string, span: Span, language: Language): OwnLine[] {
  const marked = [...findStarred(text, span, language), ...findBracketed(text, span, language)].sort((a, b) => a.outer.start - b.outer.start);
  const found: OwnLine[] = [];
  let at = span.start;
  for (const line of [...marked, { outer: { start: span.end, end: span.end } }]) {
    if (line.outer.start < at) continue;
    found.push(...plainLines(text, { start: at, end: line.outer.start }, language));
    if ('words' in line) found.push(line);
    at = Math.max(at, 'words' in line ? (line.after?.end ?? line.outer.end) : line.outer.end);
  }
  return found;
}

function plainLines(text: string, span: Span, language: Language): OwnLine[] {
  const thoughts = findThoughtLines(text, span, language);
  const sounds = splitSentences(text, span, language).filter(({ start, end }) => end - start < 60 && isSound(text.slice(start, end), language));
  const free = sounds.filter((sound) => !thoughts.some(({ outer, before, after }) => sound.start < (after ?? outer).end && sound.end > (before ?? outer).start));
  return [...thoughts, ...joinSounds(text, free)].sort((a, b) => a.outer.start - b.outer.start);
}

/** `Bang! Bang!` is one sound. */
function joinSounds(text: string, sounds: readonly Span[]): OwnLine[] {
  const joined: OwnLine[] = [];
  for (const sound of sounds) {
    const last = joined.at(-1);
    const trimmed = trimSpan(text, sound);
    // Drawn letters need no full stop.
    const span = { start: trimmed.start, end: /[^.。][.。]$/.test(text.slice(trimmed.start, trimmed.end)) ? trimmed.end - 1 : trimmed.end };
    if (last && /^[.。\s]*$/.test(text.slice(last.words.end, span.start)) && span.end - last.words.start < 40 && !text.slice(last.words.end, span.start).includes('\n')) [last.words, last.outer] = [{ start: last.words.start, end: span.end }, { start: last.outer.start, end: trimmed.end }];
    else joined.push({ kind: 'sfx', words: span, outer: trimmed });
  }
  return joined;
}
