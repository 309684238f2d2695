/** What a panel's drawing was made from. Parts of a book that did not change are the same objects, so this is quick to compare. */
import type { Book, PagePlan } from '@komawari/comic/draw';
import { EngineError } from './engine-error.ts';

export type PictureInputs = readonly unknown[];

/** Throws EngineError `no-such-part` when the book or the plan has no such panel. */
export function pictureInputs(book: Book, plan: PagePlan, panelId: string): PictureInputs {
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const scene = scenes.find(({ panels }) => panels.some((panel) => panel.id === panelId));
  const panel = scene?.panels.find(({ id }) => id === panelId);
  const laid = plan.pages.flatMap(({ panels }) => panels).find(({ id }) => id === panelId);
  if (!scene || !panel || !laid) throw new EngineError('no-such-part', `the book has no panel ${panelId}`);
  const { panels: _panels, ...setting } = scene;
  return [
    panel, laid.polygon.map(({ x, y }) => `${x},${y}`).join(' '), ...Object.values(setting), book.bible.places.find(({ id }) => id === scene.placeId),
    book.bible.cast, book.style, book.seed, book.format, book.direction, book.language, scenes.map(({ id }) => id).join(' '),
  ];
}

export function sameInputs(a: PictureInputs, b: PictureInputs): boolean {
  return a.length === b.length && a.every((part, i) => Object.is(part, b[i]));
}
