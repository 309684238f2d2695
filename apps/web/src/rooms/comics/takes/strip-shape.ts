/** How the pictures of a row of takes stand: each fills its card, all are of one height. Pure. */
import type { Take } from '@komawari/contract';

type Sized = Pick<Take, 'width' | 'height'>;

/** A card holds the words of its mark, and no picture pushes the others out of sight. */
const [NARROW, WIDE] = [0.7, 2];
const [LOW_PX, TALL_PX] = [99, 160];
/** About as much paper for each picture, whatever its shape: tall rows for tall panels. */
const AREA_PX = 16_200;

/** Width by height of a card's picture; what is narrower or wider shows its middle. */
export function cardRatio({ width, height }: Sized): number {
  return width > 0 && height > 0 ? Math.min(WIDE, Math.max(NARROW, width / height)) : 4 / 3;
}

/** One height for the row, px: that of the shape most of its pictures have. */
export function rowHeight(takes: readonly Sized[]): number {
  const ratios = takes.map(cardRatio).toSorted((a, b) => a - b);
  const ratio = ratios[Math.floor(ratios.length / 2)] ?? 4 / 3;
  return Math.round(Math.min(TALL_PX, Math.max(LOW_PX, Math.sqrt(AREA_PX / ratio))));
}
