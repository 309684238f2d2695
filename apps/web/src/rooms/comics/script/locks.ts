/** What is locked refuses every step but its own unlocking. */
import type { Book, Line, Panel } from '@komawari/comic';
import type { EditOp } from '@komawari/comic/edit';

/** A step on one part of the book. */
type PartOp = Exclude<EditOp, { op: 'each' | 'rename' | 'merge' }>;
export type Refusal = { kind: 'panel' | 'line'; id: string; panelId: string };

/** The first locked thing that a step would change, or undefined. */
export function lockedTarget(book: Book, ops: readonly EditOp[]): Refusal | undefined {
  const concerned = ops.filter((op) => !((op.op === 'set' || op.op === 'each') && op.field === 'isLocked'));
  if (concerned.length === 0) return undefined;
  const { panels, lines } = locksOf(book);
  if (panels.size === 0 && lines.size === 0) return undefined;
  for (const op of concerned) {
    // The cast belongs to no panel: whoever is renamed is renamed in locked ones as well.
    if (op.op === 'rename' || op.op === 'merge') continue;
    const refusal = op.op === 'each' ? ofEach(op) : op.op === 'text' || ('kind' in op && op.kind === 'line') ? ofLine(op) : ofRest(op);
    if (refusal) return refusal;
  }
  return undefined;

  function ofPanelId(id: string): Refusal | undefined {
    return panels.has(id) ? { kind: 'panel', id, panelId: id } : undefined;
  }
  function ofLine(op: PartOp): Refusal | undefined {
    const owner = 'parentId' in op ? ofPanelId(op.parentId) : undefined;
    const own = op.op === 'insert' ? undefined : lines.get(op.id);
    return owner ?? own;
  }
  function ofEach({ kind, groups }: Extract<EditOp, { op: 'each' }>): Refusal | undefined {
    return groups.flatMap(({ ids }) => ids).map((id) => (kind === 'line' ? lines.get(id) : kind === 'panel' ? ofPanelId(id) : undefined)).find((held) => held !== undefined);
  }
  function ofRest(op: PartOp): Refusal | undefined {
    if (op.op === 'text' || op.op === 'insert') return undefined;
    if (op.kind === 'panel') return op.op === 'remove' || op.op === 'move' ? (ofPanelId(op.id) ?? lineIn(op.id)) : ofPanelId(op.id);
    if (op.op !== 'remove') return undefined;
    const inside = book.chapters.flatMap((chapter) => (op.kind === 'chapter' && chapter.id === op.id ? chapter.scenes : chapter.scenes.filter((scene) => op.kind === 'scene' && scene.id === op.id))).flatMap((scene) => scene.panels);
    // Panels that the same step takes out first are not lost with their scene.
    const rescued = new Set(concerned.filter((one) => one.op === 'move').map((one) => one.id));
    const held = inside.find((panel) => panel.isLocked && !rescued.has(panel.id));
    return held && ofPanelId(held.id);
  }
  function lineIn(panelId: string): Refusal | undefined {
    return [...lines.values()].find((one) => one.panelId === panelId && one.kind === 'line' && isRemoved(panelId));
  }
  function isRemoved(panelId: string): boolean {
    return concerned.some((op) => op.op === 'remove' && op.id === panelId);
  }
}

function locksOf(book: Book): { panels: ReadonlySet<string>; lines: ReadonlyMap<string, Refusal> } {
  const panels = new Set<string>();
  const lines = new Map<string, Refusal>();
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) {
    if (panel.isLocked) panels.add(panel.id);
    for (const line of panel.lines) if (isLineLocked(panel, line)) lines.set(line.id, panel.isLocked ? { kind: 'panel', id: panel.id, panelId: panel.id } : { kind: 'line', id: line.id, panelId: panel.id });
  }
  return { panels, lines };
}

function isLineLocked(panel: Panel, line: Line): boolean {
  return panel.isLocked || line.isLocked === true;
}
