/** What hands do to a page, as ops of the book. Pure; each function is one step of undo. */
import { addPanelAfter, mergePanelWithNext, type EditOp } from '@komawari/comic/edit';
import { asHand, leavesOf, mergeCells, movePanelToPage, setBleed, splitPanelCell, swapCells, type LaidPage, type PageByHand } from '@komawari/comic/by-hand';
import { PAGE_FORMATS, liveArea, type PageFormat } from '@komawari/comic/by-hand';
import type { Book } from '@komawari/comic';

type Panel = Book['chapters'][number]['scenes'][number]['panels'][number];
type Line = Panel['lines'][number];
export type Ground = { format: PageFormat; direction: Book['direction']; live: ReturnType<typeof liveArea> };

/** What a page of the book is cut from. */
export function groundOf(book: Pick<Book, 'format' | 'direction'>, pageNumber: number): Ground {
  const ground = { format: PAGE_FORMATS[book.format], direction: book.direction };
  return { ...ground, live: liveArea({ ...ground, number: pageNumber }) };
}

/** The page takes the place of the one with its id. Two tabs that cut one automatic page give it the same id: the later cut stands. */
export function putPage(book: Book, page: PageByHand): EditOp[] {
  const known = book.layout.pages.find(({ id }) => id === page.id);
  const sets = (['cut', 'bleeds', 'template'] as const).flatMap((field): EditOp[] => (known && same(known[field], page[field]) ? [] : [{ op: 'set', kind: 'page', id: page.id, field, value: page[field] }]));
  return known ? sets : [{ op: 'insert', kind: 'page', parentId: book.id, afterId: book.layout.pages.at(-1)?.id ?? null, item: page }, ...sets];
}

/** The page is laid out by itself again. */
export function resetPage(book: Book, page: LaidPage): EditOp[] {
  return book.layout.pages.some(({ id }) => id === page.handId) && page.handId !== undefined ? [{ op: 'remove', kind: 'page', id: page.handId }] : [];
}

/** Halves a panel: a new empty one of the same place and people stands behind it. None when there is no room. */
export function splitOps(book: Book, page: LaidPage, panelId: string, way: 'rows' | 'columns', newId: string): EditOp[] {
  const cut = splitPanelCell(page, panelId, way, newId, groundOf(book, page.number));
  return cut && panelOf(book, panelId) ? [...addPanelAfter(book, panelId, newId), ...putPage(book, cut)] : [];
}

/** The next panel of the page gives its place and its words to this one. */
export function mergeOps(book: Book, page: LaidPage, panelId: string): EditOp[] {
  const ids = leavesOf(page.cut);
  const next = ids[ids.indexOf(panelId) + 1];
  if (next === undefined || !ids.includes(panelId)) return [];
  return [...mergePanelWithNext(book, panelId), ...putPage(book, mergeCells(page, panelId, next))];
}

/** Two panels of a page change places, in the script too. */
export function swapOps(book: Book, page: LaidPage, a: string, b: string): EditOp[] {
  const { page: cut, swap } = swapCells(page, a, b);
  return [...swapInScript(book, ...swap), ...putPage(book, cut)];
}

export function bleedOps(book: Book, page: LaidPage, panelId: string, sides: PageByHand['bleeds'][string]): EditOp[] {
  return putPage(book, setBleed(page, panelId, sides));
}

/** To the page before or behind, with the panels between: reading order stands. Undefined when there is no room. */
export function moveToPageOps(book: Book, first: LaidPage, second: LaidPage, panelId: string): EditOp[] | undefined {
  const moved = movePanelToPage(first, second, panelId, groundOf(book, second.number));
  if (!moved) return undefined;
  const gone = ([['prev', first], ['next', second]] as const).flatMap(([side, page]) => (moved[side] ? [] : resetPage(book, page)));
  return [...gone, ...(moved.prev ? putPage(book, moved.prev) : []), ...(moved.next ? putPage(book, moved.next) : [])];
}

/** Each panel takes the other's place among the panels of its scene. */
function swapInScript(book: Book, a: string, b: string): EditOp[] {
  const [one, two] = [standOf(book, a), standOf(book, b)];
  if (!one || !two || a === b) return [];
  const move = (id: string, parentId: string, afterId: string | null): EditOp => ({ op: 'move', kind: 'panel', id, parentId, afterId });
  if (two.afterId === a) return [move(b, one.sceneId, one.afterId)];
  if (one.afterId === b) return [move(a, two.sceneId, two.afterId)];
  return [move(a, two.sceneId, two.afterId), move(b, one.sceneId, one.afterId)];
}

function standOf(book: Book, panelId: string): { sceneId: string; afterId: string | null } | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) {
    const at = scene.panels.findIndex(({ id }) => id === panelId);
    if (at >= 0) return { sceneId: scene.id, afterId: scene.panels[at - 1]?.id ?? null };
  }
  return undefined;
}

export function panelOf(book: Book, panelId: string): Panel | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) if (panel.id === panelId) return panel;
  return undefined;
}

export function lineOf(book: Book, lineId: string): { panel: Panel; line: Line } | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) {
    const line = panel.lines.find(({ id }) => id === lineId);
    if (line) return { panel, line };
  }
  return undefined;
}

/** The page as one cut by hand, whether it is one already or not. */
export const handOfPage = asHand;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Who is heard, as far as anybody is. */
export function speakerOf(line: Line | undefined): string {
  return line === undefined || line.kind === 'narration' || line.kind === 'sfx' || line.speaker === 'narrator' ? '' : line.speaker;
}
