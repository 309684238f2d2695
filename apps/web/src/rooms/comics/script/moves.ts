/** Moving things by one place, and dropping them at a place, as ops. Borders are crossed: the first line goes to the panel before. */
import type { Book, Chapter, Scene } from '@komawari/comic';
import { lineAt, moveLine, movePanel, type EditOp } from '@komawari/comic/edit';

export type Direction = 1 | -1;

/** None when it stands at the end already. */
export function nudgeLine(book: Book, lineId: string, by: Direction): EditOp[] {
  const { panel, index } = lineAt(book, lineId);
  const other = panel.lines[index + by];
  if (other) return moveLine(book, lineId, { panelId: panel.id, beforeId: by < 0 ? other.id : (panel.lines[index + 2]?.id ?? null) });
  const panels = panelsOf(book);
  const next = panels[panels.findIndex((one) => one.id === panel.id) + by];
  if (!next) return [];
  return moveLine(book, lineId, { panelId: next.id, beforeId: by < 0 ? null : (next.lines[0]?.id ?? null) });
}

/** The chosen panels one place on, together; those between them are jumped over. */
export function nudgePanels(book: Book, ids: ReadonlySet<string>, by: Direction): EditOp[] {
  const places = book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => [{ sceneId: scene.id, panelId: null }, ...scene.panels.map((panel) => ({ sceneId: scene.id, panelId: panel.id as string | null }))]));
  const [first, last] = [places.findIndex((one) => one.panelId !== null && ids.has(one.panelId)), places.findLastIndex((one) => one.panelId !== null && ids.has(one.panelId))];
  if (first < 0) return [];
  if (by > 0) {
    const next = places[last + 1];
    if (!next) return [];
    // Over the head of a scene into it, or behind the panel that follows.
    return dropPanels(book, ids, next.panelId === null ? { sceneId: next.sceneId, beforeId: firstOther(book, next.sceneId, ids) } : { sceneId: next.sceneId, beforeId: after(book, next.sceneId, next.panelId, ids) });
  }
  const before = places[first - 1];
  if (!before) return [];
  if (before.panelId !== null) return dropPanels(book, ids, { sceneId: before.sceneId, beforeId: before.panelId });
  const earlier = places[first - 2];
  return earlier ? dropPanels(book, ids, { sceneId: earlier.sceneId, beforeId: null }) : [];
}

/** All in their order in front of a panel that is none of them, or at the end of a scene. */
export function dropPanels(book: Book, ids: ReadonlySet<string>, to: { sceneId: string; beforeId: string | null }): EditOp[] {
  if (to.beforeId !== null && ids.has(to.beforeId)) return dropPanels(book, ids, { sceneId: to.sceneId, beforeId: after(book, to.sceneId, to.beforeId, ids) });
  const moved = panelsOf(book).filter((panel) => ids.has(panel.id));
  const [first] = moved;
  if (!first) return [];
  const others = { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.filter((panel) => !ids.has(panel.id)) })) })) };
  const [head] = movePanel(others, first.id, to);
  if (head?.op !== 'move') return [];
  return moved.map((panel, i): EditOp => (i === 0 ? head : { op: 'move', kind: 'panel', id: panel.id, parentId: to.sceneId, afterId: moved[i - 1]?.id ?? null }));
}

export function nudgeScene(book: Book, sceneId: string, by: Direction): EditOp[] {
  const at = book.chapters.findIndex((chapter) => chapter.scenes.some((scene) => scene.id === sceneId));
  const chapter = book.chapters[at];
  if (!chapter) return [];
  const index = chapter.scenes.findIndex((scene) => scene.id === sceneId);
  const other = chapter.scenes[index + by];
  if (other) return moveScene(chapter, sceneId, by < 0 ? (chapter.scenes[index - 2]?.id ?? null) : other.id);
  const neighbour = book.chapters[at + by];
  return neighbour ? moveScene(neighbour, sceneId, by < 0 ? (neighbour.scenes.at(-1)?.id ?? null) : null) : [];
}

/** In front of another scene or behind it, in its chapter. */
export function dropScene(book: Book, sceneId: string, to: { overId: string; isAfter: boolean }): EditOp[] {
  const chapter = book.chapters.find((one) => one.scenes.some((scene) => scene.id === to.overId));
  if (!chapter || sceneId === to.overId) return [];
  const others = chapter.scenes.filter((scene) => scene.id !== sceneId);
  return moveScene(chapter, sceneId, to.isAfter ? to.overId : (others[others.findIndex((scene) => scene.id === to.overId) - 1]?.id ?? null));
}

/** In front of another line or behind it; into a panel that has none. */
export function dropLine(book: Book, lineId: string, to: { overId: string; isAfter: boolean } | { panelId: string }): EditOp[] {
  if ('panelId' in to) return moveLine(book, lineId, { panelId: to.panelId, beforeId: null });
  if (to.overId === lineId) return [];
  const { panel } = lineAt(book, to.overId);
  const others = panel.lines.filter((line) => line.id !== lineId);
  const at = others.findIndex((line) => line.id === to.overId) + (to.isAfter ? 1 : 0);
  return moveLine(book, lineId, { panelId: panel.id, beforeId: others[at]?.id ?? null });
}

/** In front of another panel or behind it. */
export function dropPanelsAt(book: Book, ids: ReadonlySet<string>, to: { overId: string; isAfter: boolean }): EditOp[] {
  const scene = book.chapters.flatMap((chapter) => chapter.scenes).find((one) => one.panels.some((panel) => panel.id === to.overId));
  if (!scene) return [];
  if (!to.isAfter) return dropPanels(book, ids, { sceneId: scene.id, beforeId: to.overId });
  return dropPanels(book, ids, { sceneId: scene.id, beforeId: after(book, scene.id, to.overId, ids) });
}

/** In front of all panels of a scene. */
export function dropPanelsInto(book: Book, ids: ReadonlySet<string>, sceneId: string): EditOp[] {
  return dropPanels(book, ids, { sceneId, beforeId: firstOther(book, sceneId, ids) });
}

/** Scenes from this one on become a chapter of their own. None when it is the first. */
export function splitChapter(book: Book, fromSceneId: string, newId: string): EditOp[] {
  const chapter = book.chapters.find((one) => one.scenes.some((scene) => scene.id === fromSceneId));
  const index = chapter?.scenes.findIndex((scene) => scene.id === fromSceneId) ?? -1;
  if (!chapter || index < 1) return [];
  const moved = chapter.scenes.slice(index);
  return [{ op: 'insert', kind: 'chapter', parentId: book.id, afterId: chapter.id, item: { id: newId, title: '', scenes: [] } }, ...inOrder(moved, newId, null)];
}

/** The chapter's scenes go to the end of the one before. None for the first. */
export function joinChapterToLast(book: Book, chapterId: string): EditOp[] {
  const at = book.chapters.findIndex((one) => one.id === chapterId);
  const [before, chapter] = [book.chapters[at - 1], book.chapters[at]];
  if (!before || !chapter) return [];
  return [...inOrder(chapter.scenes, before.id, before.scenes.at(-1)?.id ?? null), { op: 'remove', kind: 'chapter', id: chapterId }];
}

function inOrder(scenes: readonly Scene[], parentId: string, afterId: string | null): EditOp[] {
  return scenes.map((scene, i): EditOp => ({ op: 'move', kind: 'scene', id: scene.id, parentId, afterId: scenes[i - 1]?.id ?? afterId }));
}

function moveScene(chapter: Chapter, sceneId: string, afterId: string | null): EditOp[] {
  return [{ op: 'move', kind: 'scene', id: sceneId, parentId: chapter.id, afterId }];
}

function panelsOf(book: Book): Scene['panels'] {
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
}

function sceneOf(book: Book, sceneId: string): Scene | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) if (scene.id === sceneId) return scene;
  return undefined;
}

function firstOther(book: Book, sceneId: string, ids: ReadonlySet<string>): string | null {
  return sceneOf(book, sceneId)?.panels.find((panel) => !ids.has(panel.id))?.id ?? null;
}

function after(book: Book, sceneId: string, panelId: string, ids: ReadonlySet<string>): string | null {
  const panels = sceneOf(book, sceneId)?.panels ?? [];
  return panels.slice(panels.findIndex((panel) => panel.id === panelId) + 1).find((panel) => !ids.has(panel.id))?.id ?? null;
}
