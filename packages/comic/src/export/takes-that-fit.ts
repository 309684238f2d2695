/** Which takes of a book go into its bundle. */

/** A panel holds no more of them than `Panel.takes` allows; all together leave room in `book.json` for the rest of the book. */
export const PANEL_TAKES_MAX = 24;
export const TAKES_MAX_BYTES = 14 * 1024 * 1024;

export type FittingTake = { id: string; isRejected?: boolean | undefined };

/**
 * Of each panel as many as fit, in their order. `firstIds` (chosen or shown) are always among them; then those not put aside
 * come before those that are, newer before older. Where a whole book has too many, every panel is held to the same smaller number, at least one.
 */
export function takesThatFit<T extends FittingTake>(panels: readonly (readonly T[])[], firstIds: ReadonlySet<string>, limits = { panelTakesMax: PANEL_TAKES_MAX, takesMaxBytes: TAKES_MAX_BYTES }): T[][] {
  const ranked = panels.map((takes) => ranks(takes, firstIds));
  const bytesAt = Array.from({ length: limits.panelTakesMax }, () => 0);
  for (const takes of ranked) takes.slice(0, limits.panelTakesMax).forEach((take, rank) => { bytesAt[rank] = (bytesAt[rank] ?? 0) + bytesOf(take); });
  let [most, bytes] = [0, 0];
  while (most < limits.panelTakesMax && (most === 0 || bytes + (bytesAt[most] ?? 0) <= limits.takesMaxBytes)) bytes += bytesAt[most++] ?? 0;
  return ranked.map((takes, i) => {
    const kept = new Set(takes.slice(0, most));
    return (panels[i] ?? []).filter((take) => kept.has(take));
  });
}

function ranks<T extends FittingTake>(takes: readonly T[], firstIds: ReadonlySet<string>): T[] {
  const rankOf = (take: T): number => (firstIds.has(take.id) ? 0 : take.isRejected ? 2 : 1);
  return takes.toReversed().sort((a, b) => rankOf(a) - rankOf(b));
}

const UTF8 = new TextEncoder();

function bytesOf(take: object): number {
  return UTF8.encode(JSON.stringify(take)).length + 1;
}
