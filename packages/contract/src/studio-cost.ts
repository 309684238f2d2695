/** What pictures cost, as far as that is known: one rule for the form, the quote and the budgets. Pure. */
import type { Price } from './studio-models.ts';

export type RecipeCost = { kind: 'free' } | { kind: 'unknown' } | { kind: 'about'; currency: string; perPictureMicros: number; totalMicros: number };

/** `price`: the operator's, else the adapter's. Unknown where the model is paid for by anything but the picture. */
export function costOfPictures({ bills, price }: { bills: boolean; price: Price | null | undefined }, count: number): RecipeCost {
  if (!bills) return { kind: 'free' };
  if (price?.perPictureMicros === undefined) return { kind: 'unknown' };
  if (price.perPictureMicros === 0) return { kind: 'free' };
  return { kind: 'about', currency: price.currency, perPictureMicros: price.perPictureMicros, totalMicros: price.perPictureMicros * count };
}
