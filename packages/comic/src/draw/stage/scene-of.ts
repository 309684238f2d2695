/** Everything the artist must know about one panel, gathered from the book. */
import { type Book, type Character, type OutfitSpec, type Panel, type Place, type Scene, type Style } from '../../model/book.ts';
import type { View } from '../../model/hand-made.ts';

/** A panel as one take directs it. */
export type DirectedPanel = Panel & { view?: View | undefined };

export type PanelScene = { panel: Panel; scene: Scene; place: Place; cast: Map<string, Character>; seed: number; order: number; sceneIds: string[]; /** Absent is the artist's own. */ style?: Style; /** Of a take; absent is the artist's own framing. */ view?: View };

/** All panels of a book with their scenes, by panel id. */
export function scenesByPanel(book: Book): Map<string, PanelScene> {
  const cast = new Map(book.bible.cast.map((character) => [character.id, character]));
  const places = new Map(book.bible.places.map((place) => [place.id, place]));
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const sceneIds = scenes.map((scene) => scene.id);
  const found = new Map<string, PanelScene>();
  for (const scene of scenes) {
    const place = places.get(scene.placeId);
    if (!place) throw new RangeError(`scene ${scene.id} names the unknown place ${scene.placeId}`);
    for (const panel of scene.panels as readonly DirectedPanel[]) {
      found.set(panel.id, { panel, scene, place, cast, seed: book.seed, order: found.size, sceneIds, style: book.style, ...(panel.view ? { view: panel.view } : {}) });
    }
  }
  return found;
}

/** What a person wears in a scene: the latest outfit that began at or before it. */
export function outfitAt(character: Character, sceneId: string, sceneIds: readonly string[], outfitId?: string): OutfitSpec {
  const chosen = outfitId === undefined ? undefined : character.outfits.find((outfit) => outfit.id === outfitId);
  if (chosen) return chosen.outfit;
  const now = sceneIds.indexOf(sceneId);
  const worn = character.outfits.filter((outfit) => outfit.fromSceneId === undefined || sceneIds.indexOf(outfit.fromSceneId) <= now);
  return (worn.at(-1) ?? character.outfits[0]!).outfit;
}
