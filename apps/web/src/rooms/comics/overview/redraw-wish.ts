/** What is to be drawn again when pages are brought up to date. Pure. */
export type Redraw = 'missing' | 'stale' | readonly string[];

/** Two wishes as one: `stale` holds every stale panel, ids add up, and `missing` is part of all. */
export function joinWishes(before: Redraw | undefined, next: Redraw): Redraw {
  if (before === undefined || before === 'missing') return next;
  if (next === 'missing') return before;
  if (before === 'stale' || next === 'stale') return 'stale';
  return [...new Set([...before, ...next])];
}
