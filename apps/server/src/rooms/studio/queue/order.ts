/** The order of one's own waiting pictures, on plain data. */

export type Move<Item> = { to: 'front' | 'up' | 'down' | 'end' } | { to: 'before'; before: Item };

/** The same list with one of it elsewhere; unchanged when it, or what it shall stand before, is not in it. */
export function moved<Item>(list: readonly Item[], item: Item, move: Move<Item>): Item[] {
  const from = list.indexOf(item);
  const rest = list.filter((one) => one !== item);
  const at = from < 0 ? -1 : placeOf(rest, from, move);
  return at < 0 ? [...list] : rest.toSpliced(at, 0, item);
}

function placeOf<Item>(rest: readonly Item[], from: number, move: Move<Item>): number {
  switch (move.to) {
    case 'front': return 0;
    case 'up': return Math.max(from - 1, 0);
    case 'down': return Math.min(from + 1, rest.length);
    case 'end': return rest.length;
    case 'before': return rest.indexOf(move.before);
  }
}

/**
 * The turns that a person's waiting pictures have among everybody's, made different from one another so that they can be dealt
 * out anew. No turn becomes earlier: whatever is moved, nobody else is overtaken.
 */
export function turnsOf(priorities: readonly number[]): number[] {
  let last = -Infinity;
  return priorities.toSorted((one, other) => one - other).map((priority) => { last = Math.max(priority, last + 1); return last; });
}
