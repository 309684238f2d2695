/** What pictures will cost, as far as that is known. Pure. */
import type { ImageModelOffer } from '@komawari/contract';

export type Cost = { kind: 'free' } | { kind: 'about'; text: string } | { kind: 'unknown' };

const MICROS = 1_000_000;

/** `text` is money in the reader's language; sums below a hundredth keep their digits. */
export function costOf(offer: Pick<ImageModelOffer, 'bills' | 'price' | 'model'>, count: number, language: string): Cost {
  if (!offer.bills) return { kind: 'free' };
  const price = offer.price ?? offer.model.price;
  if (price?.perPictureMicros === undefined) return { kind: 'unknown' };
  const sum = (price.perPictureMicros * count) / MICROS;
  if (sum === 0) return { kind: 'free' };
  const format = { style: 'currency', currency: price.currency, currencyDisplay: 'narrowSymbol' } as const;
  return { kind: 'about', text: new Intl.NumberFormat(language, sum < 0.01 ? { ...format, maximumSignificantDigits: 2 } : format).format(sum) };
}
