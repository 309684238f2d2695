/** What words ask of another take: the built-in artist knows shots, angles, faces, poses, light, weather and effects. */
import { listPanels, type Book, type Panel } from '../../model/book.ts';
import type { Directions } from '../../model/hand-made.ts';
import type { Shot } from '../../model/kinds.ts';
import { anotherView, NEARNESS } from './another-view.ts';
import { REQUEST_WORDS, type Cue } from './request-words.ts';

export type Request = {
  request: string;
  /** Of the take it goes on from. */
  before?: Directions | undefined;
  /** How many takes there are: without words each is another view of the same. */
  attempt: number;
  seed?: number;
};


/** True when a request says something that the artist understands. */
export function hasCue(request: string): boolean {
  return cuesIn(request).length > 0;
}

/** Words it does not know change nothing by themselves: then, as without words, the take is another view of the panel. */
export function readRequest(book: Book, panelId: string, wish: Request): Directions {
  const panel = listPanels(book).find((one) => one.id === panelId);
  if (!panel) throw new RangeError(`the book has no panel ${panelId}`);
  const cues = cuesIn(wish.request);
  return cues.length === 0 ? { ...wish.before, ...anotherView(panel, wish) } : cues.reduce((directions, { cue, at }) => withCue(directions, cue, panel, peopleMeant(book, panel, wish.request, at)), { ...wish.before });
}

type Found = { cue: Cue; at: number; end: number };

/** Each stretch of the request is read once, by the longest word that fits it. */
function cuesIn(request: string): Found[] {
  const text = request.toLowerCase();
  const all = REQUEST_WORDS.flatMap(([cue, words]) => words.split('|').flatMap((word) => placesOf(text, word).map((at): Found => ({ cue, at, end: at + word.length }))));
  const kept: Found[] = [];
  for (const found of all.sort((a, b) => b.end - b.at - (a.end - a.at))) if (kept.every((one) => found.end <= one.at || found.at >= one.end)) kept.push(found);
  return kept.sort((a, b) => a.at - b.at);
}

function placesOf(text: string, word: string): number[] {
  const isLatin = /^[a-z]/.test(word);
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = !isLatin || (!/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + word.length] ?? ' '));
    if (isWhole) places.push(at);
  }
  return places;
}

/** Whoever is named last before the word, or right behind it; everybody when nobody is named. */
function peopleMeant(book: Book, panel: Panel, request: string, at: number): string[] {
  const text = request.toLowerCase();
  const named = panel.characters.flatMap(({ id }) => {
    const character = book.bible.cast.find((one) => one.id === id);
    const places = character ? [character.name, ...character.aliases].flatMap((name) => (name.length < 1 ? [] : placesOf(text, name.toLowerCase()))) : [];
    return places.map((place) => ({ id, distance: place <= at ? at - place : (place - at) * 2 }));
  });
  const nearest = named.sort((a, b) => a.distance - b.distance)[0];
  return nearest ? [nearest.id] : panel.characters.map((person) => person.id);
}

function withCue(d: Directions, cue: Cue, panel: Panel, people: readonly string[]): Directions {
  const shown = d.shot ?? panel.shot;
  const each = (change: NonNullable<Directions['people']>[string]): Directions => ({ ...d, people: { ...d.people, ...Object.fromEntries(people.map((id) => [id, { ...d.people?.[id], ...change }])) } });
  switch (cue.sets) {
    case 'shot': return { ...d, shot: cue.value };
    case 'nearer': return { ...d, shot: moved(shown, -1) };
    case 'farther': return { ...d, shot: moved(shown, 1) };
    case 'mirror': return { ...d, isMirrored: !d.isMirrored };
    case 'tilted': return { ...d, tilt: (d.tilt ?? panel.tilt) < 0 ? -9 : 9 };
    case 'straight': return { ...d, tilt: 0 };
    case 'expression': return each({ expression: cue.value });
    case 'pose': return each({ pose: cue.value });
    case 'facing': return each({ facing: cue.value });
    case 'time': return { ...d, time: cue.value };
    case 'weather': return { ...d, weather: cue.value };
    case 'mood': return { ...d, mood: cue.value };
    case 'effect': return { ...d, effects: [...new Set([...(d.effects ?? panel.effects), cue.value])].slice(-6) };
    case 'no-effects': return { ...d, effects: [] };
    case 'crowd': return { ...d, crowd: cue.value };
  }
}

function moved(shot: Shot, steps: number): Shot {
  const at = NEARNESS.indexOf(shot);
  return NEARNESS[Math.min(NEARNESS.length - 1, Math.max(0, (at < 0 ? 3 : at) + steps))]!;
}
