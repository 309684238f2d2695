/** Which outfit is worn from when: the list in a character, in story time, and the steps that change it. Pure. */
import type { Book, Character, OutfitSpec, Place, Scene } from '@komawari/comic';
import type { EditOp } from '@komawari/comic/edit';

export type SceneAt = { scene: Scene; place: Place | undefined; chapter: number; /** Through the whole book, from 1. */ number: number };
export type Worn = Character['outfits'][number];
/** From scene number `from` up to and with `to`; `count` of its panels show the person. */
export type Stretch = { worn: Worn; from: number; to: number; count: number };

export function listScenes(book: Book): SceneAt[] {
  const places = new Map(book.bible.places.map((place) => [place.id, place]));
  let number = 0;
  return book.chapters.flatMap((chapter, index) => chapter.scenes.map((scene) => ({ scene, place: places.get(scene.placeId), chapter: index + 1, number: (number += 1) })));
}

/** In story order. The first is the usual one; one whose scene has gone is worn from the start, as the artist sees it. */
export function stretchesOf(character: Character, scenes: readonly SceneAt[]): Stretch[] {
  const numbers = new Map(scenes.map(({ scene, number }) => [scene.id, number]));
  const starts = character.outfits.map((worn) => ({ worn, from: worn.fromSceneId === undefined ? 1 : (numbers.get(worn.fromSceneId) ?? 1) })).toSorted((a, b) => a.from - b.from);
  const shown = scenes.map(({ scene }) => scene.panels.filter((panel) => panel.characters.some((person) => person.id === character.id)).length);
  return starts.map(({ worn, from }, i) => {
    const to = (starts[i + 1]?.from ?? scenes.length + 1) - 1;
    return { worn, from, to, count: shown.slice(from - 1, to).reduce((sum, one) => sum + one, 0) };
  });
}

/** The next scene in which the person appears and no outfit begins yet; else any scene where none begins. */
export function nextChange(character: Character, scenes: readonly SceneAt[]): SceneAt | undefined {
  const taken = new Set(character.outfits.map((worn) => worn.fromSceneId));
  const latest = Math.max(1, ...scenes.filter(({ scene }) => taken.has(scene.id)).map(({ number }) => number));
  const free = scenes.filter(({ scene, number }) => number > 1 && !taken.has(scene.id));
  const appears = ({ scene }: SceneAt) => scene.panels.some((panel) => panel.characters.some((person) => person.id === character.id));
  return free.find((at) => at.number > latest && appears(at)) ?? free.find((at) => at.number > latest) ?? free[0];
}

function setOutfits(character: Character, outfits: Character['outfits']): EditOp[] {
  return [{ op: 'set', kind: 'character', id: character.id, field: 'outfits', value: outfits, was: character.outfits }];
}

/** The list is kept in story order: of two that have begun, the artist takes the later in the list. */
function sorted(outfits: readonly Worn[], scenes: readonly SceneAt[]): Worn[] {
  const numbers = new Map(scenes.map(({ scene, number }) => [scene.id, number]));
  const startOf = ({ fromSceneId }: Worn) => (fromSceneId === undefined ? 0 : (numbers.get(fromSceneId) ?? 0));
  return outfits.toSorted((a, b) => startOf(a) - startOf(b));
}

export function addOutfit(character: Character, scenes: readonly SceneAt[], at: { id: string; sceneId: string; outfit: OutfitSpec }): EditOp[] {
  return setOutfits(character, sorted([...character.outfits, { id: at.id, fromSceneId: at.sceneId, outfit: at.outfit }], scenes));
}

export function moveOutfit(character: Character, scenes: readonly SceneAt[], outfitId: string, sceneId: string): EditOp[] {
  return setOutfits(character, sorted(character.outfits.map((worn) => (worn.id === outfitId ? { ...worn, fromSceneId: sceneId } : worn)), scenes));
}

/** The usual outfit stays: when it is the first that goes, the next becomes the usual one. */
export function removeOutfit(character: Character, outfitId: string): EditOp[] {
  const [first, ...rest] = character.outfits.filter((worn) => worn.id !== outfitId);
  if (!first || rest.length + 1 === character.outfits.length) return [];
  const { fromSceneId: _, ...usual } = first;
  return setOutfits(character, [character.outfits[0]?.id === outfitId ? usual : first, ...rest]);
}

export function changeOutfit(character: Character, outfitId: string, change: Partial<OutfitSpec>): EditOp[] {
  return setOutfits(character, character.outfits.map((worn) => (worn.id === outfitId ? { ...worn, outfit: { ...worn.outfit, ...change } } : worn)));
}
