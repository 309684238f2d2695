/** Where people are when no place is named: told by what they do and handle. */
import { isIndoors } from '../model/indoors.ts';
import type { Language, PlaceKind } from '../model/kinds.ts';
import { PLACE_SIGNS } from './words/place-signs.ts';

/** A place that is only spoken of, or a fitting of one ("the bed", "a tree"), as the words of places found it. */
type Spoken = { concept: PlaceKind; isWeak: boolean };

/** Signs for a roof needed before anybody is taken under it. */
const ENOUGH = 1.4;
const FITTING = 0.9;
const NAMED = 2;
/** What is told later says less about where a story opens. */
const FADE = 0.9;
/** Passages read at most. */
const LONGEST = 12;

/** What is seen through a window does not surround anybody; the rest of the sentence tells it. */
const WINDOW_VIEW: Record<Language, RegExp> = {
  en: /\b(?:out of|through|outside|beyond|from)\s+(?:(?:the|a|his|her|their|my|our)\s+)?(?:\w+\s+)?windows?\b[^.!?]*/giu, zh: /窗(?:户|子)?外[^。！？]*/gu,
  ja: /窓(?:の外|の向こう|越し|から)[^。！？]*/gu,
};

/** A sentence up to here looks out of a window. */
export function isViewAfter(before: string, language: Language): boolean {
  return before.search(WINDOW_VIEW[language]) >= 0;
}

/**
 * The room that the signs of these passages tell, the earliest heaviest; `undefined` where they tell none,
 * or where as much speaks for the open air. A sign counts once, in the first passage that holds it. Places only
 * spoken of make no room of their own: they help one that signs tell, or hold people outside.
 */
export function inferRoom(passages: readonly string[], language: Language, spoken: readonly Spoken[]): PlaceKind | undefined {
  const rooms = new Map<PlaceKind, number>();
  let [roofed, open] = [0, 0];
  const read = passages.slice(0, LONGEST);
  const views = read.map((passage) => passage.replace(WINDOW_VIEW[language], ' '));
  for (const [of, weight, pattern] of PLACE_SIGNS[language]) {
    const at = (of === 'outdoors' ? views : read).findIndex((passage) => pattern.test(passage));
    const faded = at < 0 ? 0 : weight * FADE ** at;
    if (of === 'outdoors') open += faded;
    else roofed += faded;
    if (faded > 0 && of !== 'outdoors' && of !== 'indoors') rooms.set(of, (rooms.get(of) ?? 0) + faded);
  }
  for (const { concept, isWeak } of spoken) {
    if (!isIndoors(concept)) open += isWeak ? FITTING : NAMED;
    else if (isWeak) rooms.set(concept, (rooms.get(concept) ?? 0) + FITTING);
  }
  if (roofed < ENOUGH || roofed <= open) return undefined;
  return [...rooms].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'living-room';
}
