/** Which comics of a list are picked. Pure. */
export type Selection = { ids: ReadonlySet<string>; /** Where a range begins. */ anchor: string | undefined };

export const NOTHING: Selection = { ids: new Set(), anchor: undefined };

/** Picks one, or puts it back. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Picks all from the anchor to `id`, in the order of the list, beside what is picked. */
export function reachTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(selection.anchor ?? id), order.indexOf(id)];
  if (from < 0 || to < 0) return toggle(selection, id);
  return { ids: new Set([...selection.ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor: selection.anchor ?? id };
}

export function pickAll(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order[0] };
}

/** What is no longer in the list is no longer picked. */
export function among(selection: Selection, order: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection;
  const kept = order.filter((id) => selection.ids.has(id));
  return kept.length === selection.ids.size ? selection : { ids: new Set(kept), anchor: selection.anchor };
}

/** The place a key leads to in a grid of `columns`; undefined where the grid ends. */
export function neighbour(index: number, key: string, columns: number, count: number): number | undefined {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
  const next = key === 'Home' ? 0 : key === 'End' ? count - 1 : step === undefined ? undefined : index + step;
  return next === undefined || next < 0 || next >= count ? undefined : next;
}
