/** Kinds of places by where they lie, and found by their names in every language of the app. */
import { PLACES, type PlaceKind } from '@komawari/comic';
import type { WordKey } from '../../../language/namespaces.ts';

type PlaceGroup = 'home' | 'town' | 'school' | 'travel' | 'nature' | 'old' | 'beyond';
export const PLACE_GROUP_WORDS: Readonly<Record<PlaceGroup, WordKey<'comics-cast'>>> = { home: 'places-home', town: 'places-town', school: 'places-school', travel: 'places-travel', nature: 'places-nature', old: 'places-old', beyond: 'places-beyond' };

/** The first kind of each group; the engine lists them in this order. */
const STARTS: readonly (readonly [PlaceGroup, PlaceKind])[] = [['home', 'living-room'], ['town', 'street'], ['school', 'classroom'], ['travel', 'train'], ['nature', 'forest'], ['old', 'village'], ['beyond', 'space']];

export const PLACE_GROUPS: readonly { group: PlaceGroup; kinds: readonly PlaceKind[] }[] = STARTS.map(([group, start], i) => {
  const end = STARTS[i + 1]?.[1];
  return { group, kinds: PLACES.slice(PLACES.indexOf(start), end === undefined ? undefined : PLACES.indexOf(end)) };
});

export type PlaceNames = Readonly<Record<string, string>>;

/** Words of all languages, loaded when somebody searches. */
export async function loadPlaceNames(): Promise<readonly PlaceNames[]> {
  const files = await Promise.all([import('../words/terms/en.ts'), import('../words/terms/zh-CN.ts'), import('../words/terms/ja.ts')]);
  return files.map(({ words }) => words);
}

export function findPlaces(wish: string, names: readonly PlaceNames[]): Set<PlaceKind> {
  const sought = wish.trim().toLocaleLowerCase();
  return new Set(PLACES.filter((kind) => kind.includes(sought) || names.some((words) => words[`place-${kind}`]?.toLocaleLowerCase().includes(sought))));
}
