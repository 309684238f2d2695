/** What words will cost, or have cost, as far as that is known. Pure. */
import type { TextModelOffers } from '../../../api/studio-craft.ts';

export type TextCost = { kind: 'free' } | { kind: 'about'; text: string } | { kind: 'unknown' };
type Offer = Pick<TextModelOffers[number], 'bills' | 'price'> & { model: Pick<TextModelOffers[number]['model'], 'price'> };

/** Both prices are for a million tokens, in millionths of the currency. */
const SCALE = 1e12;

export function textCost(offer: Offer, tokens: { inputTokens: number; outputTokens: number }, language: string): TextCost {
  if (!offer.bills) return { kind: 'free' };
  const price = offer.price ?? offer.model.price;
  if (price?.perMillionInputTokensMicros === undefined || price.perMillionOutputTokensMicros === undefined) return { kind: 'unknown' };
  const sum = (price.perMillionInputTokensMicros * tokens.inputTokens + price.perMillionOutputTokensMicros * tokens.outputTokens) / SCALE;
  if (sum === 0) return { kind: 'free' };
  const format = { style: 'currency', currency: price.currency, currencyDisplay: 'narrowSymbol' } as const;
  return { kind: 'about', text: new Intl.NumberFormat(language, sum < 0.01 ? { ...format, maximumSignificantDigits: 1 } : format).format(sum) };
}

/** Some three characters make a token; Chinese takes more, English less. */
const CHARACTERS_OF_TOKEN = 3;
/** Of a picture, and of an answer, where nothing better is known. */
const PICTURE_TOKENS = 1000;
const ANSWER_TOKENS = 250;

export function guessedTokens(characters: number, pictures: number) {
  const inputTokens = Math.ceil(characters / CHARACTERS_OF_TOKEN) + pictures * PICTURE_TOKENS;
  return { inputTokens, outputTokens: ANSWER_TOKENS };
}
