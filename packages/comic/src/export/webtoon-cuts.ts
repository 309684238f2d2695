/** Where a long strip may be cut into slices: between panels if it can, never through lettering. */
export type Span = { from: number; to: number };

export type Cut = { from: number; to: number };

/**
 * Cuts a strip of `length` into slices of at most `max`. A cut prefers the space between panels, then a
 * place free of lettering; only lettering taller than a whole slice is ever cut. All in the same unit.
 */
export function cutStrip(length: number, max: number, blocked: { lettering: readonly Span[]; panels: readonly Span[] }): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  while (length - from > max) {
    const to = bestCut(from, from + max, blocked);
    cuts.push({ from, to });
    from = to;
  }
  cuts.push({ from, to: length });
  return cuts;
}

function bestCut(from: number, limit: number, blocked: { lettering: readonly Span[]; panels: readonly Span[] }): number {
  const earliest = from + (limit - from) * 0.4;
  const gap = lastFree(earliest, limit, [...blocked.lettering, ...blocked.panels]);
  if (gap !== undefined) return gap;
  return lastFree(from + 1, limit, blocked.lettering) ?? limit;
}

/** The greatest whole number in (from, limit] inside none of the spans. */
function lastFree(from: number, limit: number, spans: readonly Span[]): number | undefined {
  let at = Math.floor(limit);
  while (at > from) {
    const inside = spans.filter((span) => span.from < at && at < span.to);
    if (inside.length === 0) return at;
    at = Math.floor(Math.min(...inside.map((span) => span.from)));
  }
  return undefined;
}
