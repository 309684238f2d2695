/** Where the pictures of a wall hang. Pure; px. */

export type Hung = { left: number; top: number; width: number; height: number; column: number };

export type Wall = { places: readonly Hung[]; height: number; columns: number; columnWidth: number };

/** How many columns fit: as wide as wished for, and never fewer than `columnsMin`. */
export function columnsFor(width: number, { wishPx, gapPx, columnsMin }: { wishPx: number; gapPx: number; columnsMin: number }): number {
  return Math.max(columnsMin, Math.floor((width + gapPx) / (wishPx + gapPx)));
}

/**
 * Hangs pictures one after the other, each into the column that is shortest, the first of equals: none covers another, no one hangs
 * higher than one before it, and no column is longer than the next by more than a picture. `heightOf` gives the height at a width.
 */
export function hang(count: number, heightOf: (index: number, width: number) => number, { width, columns, gapPx }: { width: number; columns: number; gapPx: number }): Wall {
  const columnWidth = Math.max(1, (width - gapPx * (columns - 1)) / columns);
  const ends = new Float64Array(columns);
  const places: Hung[] = [];
  for (let index = 0; index < count; index += 1) {
    let column = 0;
    for (let other = 1; other < columns; other += 1) if ((ends[other] ?? 0) < (ends[column] ?? 0)) column = other;
    const top = ends[column] ?? 0;
    const height = heightOf(index, columnWidth);
    places.push({ left: column * (columnWidth + gapPx), top, width: columnWidth, height, column });
    ends[column] = top + height + gapPx;
  }
  return { places, height: Math.max(0, Math.max(...ends) - gapPx), columns, columnWidth };
}

/**
 * The first and the last place that may be seen between two heights; tops rise with the order, so that the end is found by halving, and
 * only the tallest picture is to be looked back for. `tallest` is at least the height of every picture.
 */
export function seenBetween(places: readonly Hung[], { from, to, tallest }: { from: number; to: number; tallest: number }): { first: number; end: number } {
  return { first: firstAtOrBelow(places, from - tallest), end: firstAtOrBelow(places, to) };
}

/** The next one in the direction of an arrow key: before and after in order, above and below in its column. */
export function nextPlace(places: readonly Hung[], index: number, key: string): number | undefined {
  const from = places[index];
  if (!from) return undefined;
  const inside = (wanted: number) => (wanted >= 0 && wanted < places.length ? wanted : undefined);
  switch (key) {
    case 'ArrowLeft':
      return inside(index - 1);
    case 'ArrowRight':
      return inside(index + 1);
    case 'Home':
      return inside(0);
    case 'End':
      return inside(places.length - 1);
    case 'ArrowDown':
      return inside(places.findIndex((place, at) => at > index && place.column === from.column));
    case 'ArrowUp':
      return inside(places.findLastIndex((place, at) => at < index && place.column === from.column));
    default:
      return undefined;
  }
}

function firstAtOrBelow(places: readonly Hung[], height: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.top ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
