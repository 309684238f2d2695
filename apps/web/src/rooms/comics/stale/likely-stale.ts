/** Which drawings no longer tell what the book says, compared with the book they are known to tell: at once, without the server. */
import { listPanels, type Book } from '@komawari/comic';
import { panelFacts } from '@komawari/comic/edit';

/**
 * Panels of both books whose facts differ. Only those are looked at that show a changed person, or whose own part of the
 * book changed: a step in a book of 1 500 panels costs some milliseconds.
 */
export function changedPanels(before: Book, now: Book): Set<string> {
  if (before === now) return new Set();
  const changed = new Set<string>();
  const isAll = before.style !== now.style || before.seed !== now.seed;
  const people = changedIds(before.bible.cast, now.bible.cast);
  const places = changedIds(before.bible.places, now.bible.places);
  const scenesBefore = new Map(before.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.map((panel) => [panel.id, { scene, panel }] as const))));
  for (const { scenes } of now.chapters) for (const scene of scenes) for (const panel of scene.panels) {
    const old = scenesBefore.get(panel.id);
    if (!old) continue;
    const isTouched = isAll || old.panel !== panel || places.has(scene.placeId) || !sameSetting(old.scene, scene) || panel.characters.some((person) => people.has(person.id));
    if (isTouched && panelFacts(before, panel.id) !== panelFacts(now, panel.id)) changed.add(panel.id);
  }
  return changed;
}

type Setting = Book['chapters'][number]['scenes'][number];
function sameSetting(a: Setting, b: Setting): boolean {
  return a.placeId === b.placeId && a.time === b.time && a.weather === b.weather && a.season === b.season && a.mood === b.mood;
}

/** What is the same object has not changed: the book shares all that a step leaves alone. */
function changedIds(before: readonly { id: string }[], now: readonly { id: string }[]): Set<string> {
  const old = new Map(before.map((one) => [one.id, one]));
  return new Set(now.filter((one) => old.get(one.id) !== one).map((one) => one.id));
}

/** The server's word about its revision, and what was changed here since; locked panels are told apart, for they are not drawn again. */
export function staleNow(known: { items: readonly { panelId: string; reason: string }[]; book: Book }, now: Book): string[] {
  const stale = new Set([...known.items.filter((item) => item.reason === 'facts').map((item) => item.panelId), ...changedPanels(known.book, now)]);
  const missing = new Set(known.items.filter((item) => item.reason === 'missing').map((item) => item.panelId));
  return listPanels(now).flatMap((panel) => (stale.has(panel.id) && !missing.has(panel.id) ? panel.id : []));
}
