/** How many pages the last changes of the book touch, as far as can be told without laying it out. Pure. */
import { listPanels, type Book } from '@komawari/comic';
import type { EditOp } from '@komawari/comic/edit';

type Edit = { ops: readonly unknown[] | null };

/** Fields of a panel that neither move nor cut anything. */
const QUIET_FIELDS = new Set(['shot', 'tilt', 'characters', 'crowd', 'props', 'effects', 'action', 'isLocked', 'adoptedTakeId', 'crop']);

/** Undefined when a change may move panels from page to page: then it is the pages from there on, and nobody knows how many. */
export function touchedPages(edits: readonly Edit[], book: Book, pageOf: ReadonlyMap<string, number>): number | undefined {
  const panelOf = new Map(listPanels(book).flatMap((panel) => panel.lines.map((line) => [line.id, panel.id] as const)));
  const pages = new Set<number>();
  for (const edit of edits) {
    if (edit.ops === null) return undefined;
    for (const op of edit.ops as readonly EditOp[]) {
      const panelId = panelTouched(op, panelOf);
      const page = panelId === undefined ? undefined : pageOf.get(panelId);
      if (page === undefined) return undefined;
      pages.add(page);
    }
  }
  return pages.size;
}

function panelTouched(op: EditOp, panelOf: ReadonlyMap<string, string>): string | undefined {
  if (op.op === 'text') return panelOf.get(op.id);
  if (op.op !== 'set') return undefined;
  if (op.kind === 'line') return panelOf.get(op.id);
  return op.kind === 'panel' && QUIET_FIELDS.has(op.field) ? op.id : undefined;
}
