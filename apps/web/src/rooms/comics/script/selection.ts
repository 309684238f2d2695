/** Which panels are chosen: one, or a run of them from an anchor. */
export type Selection = { anchorId: string; headId: string; ids: ReadonlySet<string> };

export type SelectionStep =
  | { step: 'choose'; id: string }
  /** Shift: everything from the anchor to there. */
  | { step: 'extend'; id: string }
  /** Ctrl: one more or one less. */
  | { step: 'toggle'; id: string }
  /** Arrow keys; with Shift the run grows or shrinks. */
  | { step: 'move'; by: 1 | -1; isExtending: boolean }
  | { step: 'clear' };

/** `order`: the ids of all panels as they stand in the script. Ids that are gone drop out. */
export function select(before: Selection | undefined, step: SelectionStep, order: readonly string[]): Selection | undefined {
  if (step.step === 'clear') return undefined;
  const now = before && keepLiving(before, order);
  if (step.step === 'move') {
    const at = now ? order.indexOf(now.headId) : -1;
    const id = order[Math.min(order.length - 1, Math.max(0, at + step.by))];
    if (id === undefined) return undefined;
    return select(now, { step: step.isExtending ? 'extend' : 'choose', id }, order);
  }
  if (!order.includes(step.id)) return now;
  if (step.step === 'choose' || !now) return { anchorId: step.id, headId: step.id, ids: new Set([step.id]) };
  if (step.step === 'extend') return { anchorId: now.anchorId, headId: step.id, ids: new Set(between(order, now.anchorId, step.id)) };
  const ids = new Set(now.ids);
  if (!ids.delete(step.id)) ids.add(step.id);
  const [first] = ids;
  return first === undefined ? undefined : { anchorId: step.id, headId: ids.has(step.id) ? step.id : first, ids };
}

/** What is still there of a selection after panels went; undefined when nothing is. */
export function keepLiving(selection: Selection, order: readonly string[]): Selection | undefined {
  const living = new Set(order);
  const ids = [...selection.ids].filter((id) => living.has(id));
  const [first] = ids;
  if (first === undefined) return undefined;
  if (ids.length === selection.ids.size && living.has(selection.anchorId) && living.has(selection.headId)) return selection;
  return { anchorId: living.has(selection.anchorId) ? selection.anchorId : first, headId: living.has(selection.headId) ? selection.headId : first, ids: new Set(ids) };
}

function between(order: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [order.indexOf(a), order.indexOf(b)];
  return from < 0 || to < 0 ? [b] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
