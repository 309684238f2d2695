import { scenesByPanel, type PanelScene } from '../draw/stage/scene-of.ts';
import type { Book } from '../model/book.ts';

const SCENES = new WeakMap<Book, Map<string, PanelScene>>();

/** A panel with its scene, place and cast. Throws RangeError when the book has no such panel. */
export function sceneOf(book: Book, panelId: string): PanelScene {
  let scenes = SCENES.get(book);
  if (!scenes) SCENES.set(book, (scenes = scenesByPanel(book)));
  const at = scenes.get(panelId);
  if (!at) throw new RangeError(`the book has no panel ${panelId}`);
  return at;
}
