/** What a grid will cost, as far as that is known. Pure. */
import type { ImageModelOffer } from '@komawari/contract';
import { costOf, type Cost } from '../desk/cost.ts';

/** `offers` has who draws each cell; sums of one currency are one sum. */
export function costOfCells(offers: readonly ImageModelOffer[], language: string): Cost {
  const counts = new Map<ImageModelOffer, number>();
  for (const offer of offers) counts.set(offer, (counts.get(offer) ?? 0) + 1);
  const sums = new Map<string, { offer: ImageModelOffer; micros: number }>();
  for (const [offer, count] of counts) {
    const { kind } = costOf(offer, count, language);
    const price = offer.price ?? offer.model.price;
    if (kind === 'unknown') return { kind };
    if (kind === 'free' || price?.perPictureMicros === undefined) continue;
    sums.set(price.currency, { offer, micros: (sums.get(price.currency)?.micros ?? 0) + price.perPictureMicros * count });
  }
  const texts = [...sums].flatMap(([currency, { offer, micros }]) => {
    const sum = costOf({ ...offer, price: { currency, perPictureMicros: micros } }, 1, language);
    return sum.kind === 'about' ? [sum.text] : [];
  });
  return texts.length === 0 ? { kind: 'free' } : { kind: 'about', text: texts.join(' + ') };
}
