/** What pictures will cost, as far as that is known, in the reader's language. Pure. */
import { costOfPictures } from '@komawari/contract/studio-cost';
import type { ImageModelOffer } from '@komawari/contract';

export type Cost = { kind: 'free' } | { kind: 'about'; text: string } | { kind: 'unknown' };

const MICROS = 1_000_000;

/** Sums below a hundredth keep their digits. */
export function costOf({ bills, price, model }: Pick<ImageModelOffer, 'bills' | 'price' | 'model'>, count: number, language: string): Cost {
  const cost = costOfPictures({ bills, price: price ?? model.price }, count);
  if (cost.kind !== 'about') return cost;
  const sum = cost.totalMicros / MICROS;
  const format = { style: 'currency', currency: cost.currency, currencyDisplay: 'narrowSymbol' } as const;
  return { kind: 'about', text: new Intl.NumberFormat(language, sum < 0.01 ? { ...format, maximumSignificantDigits: 2 } : format).format(sum) };
}
