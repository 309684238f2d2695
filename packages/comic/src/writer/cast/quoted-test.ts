/** Tells whether an offset lies inside a spoken quote. */
import type { Scenes } from '../speakers/scene-types.ts';

export function quotedTest(scenes: Scenes): (at: number) => boolean {
  const quotes = scenes.paragraphs.flatMap((paragraph) => paragraph.spoken);
  return (at) => {
    let low = 0;
    let high = quotes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotes[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const quote = quotes[low - 1];
    return quote !== undefined && at < quote.end;
  };
}
