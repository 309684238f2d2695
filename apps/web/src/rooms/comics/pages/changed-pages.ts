/** Which pages of the files and the reader no longer show the book. Pure. */
import type { EditOp } from '@komawari/comic/edit';
import type { Comic } from '@komawari/contract';
import type { Book } from '@komawari/comic';
import { leavesOf } from '@komawari/comic/by-hand';
import type { PageSummary } from '../../../engine/client.ts';

/** `edits` since the pages were made; a step without ops replaced the whole book. */
export function changedPages(book: Book, pages: readonly PageSummary[], made: Comic['pages'], edits: readonly (readonly EditOp[] | null)[]): Set<number> {
  const all = edits.some((ops) => ops === null) || edits.some((ops) => ops?.some(touchesAll));
  const touched = new Set(edits.flatMap((ops) => ops ?? []).flatMap(idsOf));
  const panelOfLine = new Map(book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.flatMap((panel) => panel.lines.map((line) => [line.id, panel.id] as const)))));
  const cells = new Map(book.layout.pages.map((page) => [page.id, leavesOf(page.cut)]));
  const panels = new Set([...touched].flatMap((id) => [id, ...(cells.get(id) ?? []), ...(panelOfLine.has(id) ? [panelOfLine.get(id)!] : [])]));
  return new Set(pages.filter((page) => all || isOther(page, made) || page.panelIds.some((id) => panels.has(id))).map(({ number }) => number));
}

function isOther(page: PageSummary, made: Comic['pages']): boolean {
  const before = made.find(({ number }) => number === page.number);
  if (!before) return true;
  return page.panelIds.length > 0 && page.panelIds.join() !== before.alternative.map(({ panelId }) => panelId).join();
}

function touchesAll(op: EditOp): boolean {
  if (op.op === 'rename' || op.op === 'merge') return true;
  return op.op === 'set' && (op.kind === 'book' ? op.field !== 'templates' && op.field !== 'editions' : op.kind === 'character' || op.kind === 'place');
}

/** A page by hand that was taken away left its panels in the cut it had. */
function idsOf(op: EditOp): string[] {
  if (op.op === 'insert' && op.kind === 'page') return [op.item.id, ...leavesOf((op.item as unknown as { cut: Parameters<typeof leavesOf>[0] }).cut)];
  if (op.op === 'insert') return [op.item.id, op.parentId];
  if (op.op === 'each') return op.groups.flatMap(({ ids }) => ids);
  return op.op === 'move' ? [op.id, op.parentId] : [op.id];
}
