/** Things of a panel in the reader's words: the book keeps the engine's name of what the artist can draw, and whatever else was typed as it is. Pure. */
import type { WordKey } from '../../../language/namespaces.ts';
import type { Say } from '../../../language/use-words.ts';

export type Thing = { noun: string; word: string };

const ENGINE_NAME = /^[a-z]+(-[a-z]+)*$/;
const FITS_MAX = 12;

/** What a thing is called; a noun that the artist does not know is its own name. */
export function thingName(noun: string, say: Say<'comics-things'>): string {
  if (!ENGINE_NAME.test(noun)) return noun;
  const key = `thing-${noun}`;
  const word = say(`thing-${noun}` as WordKey<'comics-things'>);
  return word === key ? noun.replaceAll('-', ' ') : word;
}

/** All that the artist can draw, from the words of one language. */
export function listThings(words: Readonly<Record<string, string>>): Thing[] {
  return Object.entries(words).map(([key, word]) => ({ noun: key.replace(/^thing-/, ''), word }));
}

/** What was typed as the book keeps it: the engine's name when it is one of the known words, so that it is drawn. */
export function nounOf(typed: string, things: readonly Thing[]): string {
  const wanted = fold(typed);
  return things.find((thing) => fold(thing.word) === wanted)?.noun ?? things.find((thing) => fold(thing.noun) === wanted)?.noun ?? typed.trim();
}

/** Those that begin with what was typed, then those that hold it. */
export function fittingThings(typed: string, things: readonly Thing[]): Thing[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const fits = things.filter(({ word }) => fold(word).includes(wanted));
  return fits.toSorted((a, b) => placeOf(a.word, wanted) - placeOf(b.word, wanted) || a.word.length - b.word.length).slice(0, FITS_MAX);
}

/** 0 at the beginning, 1 where a word of several begins, 2 inside. */
function placeOf(word: string, wanted: string): number {
  const at = fold(word).indexOf(wanted);
  return at === 0 ? 0 : fold(word)[at - 1] === ' ' ? 1 : 2;
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('-', ' ');
}
