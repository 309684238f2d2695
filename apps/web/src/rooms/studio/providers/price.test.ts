import type { Price, ProviderModel } from '@komawari/contract';
import { expect, test } from 'vitest';
import { money, ownPrice, readPrice, toldPrice, typePrice } from './price.ts';

const told: Price = { currency: 'USD', perPictureMicros: 40_000 };
const model = (price: Price | null, inFacts?: Price) => ({ modelId: 'm', name: 'M', job: 'image', isEnabled: true, price, image: { id: 'm', ...(inFacts ? { price: inFacts } : {}) }, text: null }) as unknown as ProviderModel;

test('the figure of the operator is told from that of the adapter', () => {
  expect([ownPrice(model(told, told)), ownPrice(model(null)), toldPrice(model(null))]).toEqual([null, null, null]);
  expect(ownPrice(model({ ...told, perPictureMicros: 50_000 }, told))).toEqual({ currency: 'USD', perPictureMicros: 50_000 });
  expect(ownPrice(model(told))).toEqual(told);
});

test('small sums keep their digits', () => {
  const at = (micros: number, currency = 'CNY') => money(micros, { currency, language: 'zh-CN' });
  expect([at(200_000), at(1_250), at(2_000_000), money(150_000, { currency: 'USD', language: 'en' }), money(1, { currency: '??', language: 'en' })]).toEqual(['¥0.20', '¥0.00125', '¥2', '$0.15', '0.000001 ??']);
});

test('a price is typed, with a point or a comma, and comes back exactly', () => {
  expect(readPrice({ currency: 'cny', amounts: { perPictureMicros: '0,259' } }, 'image')).toEqual({ faults: {}, price: { currency: 'CNY', perPictureMicros: 259_000 } });
  expect(typePrice({ currency: 'CNY', perPictureMicros: 259_000 }, 'image')).toEqual({ currency: 'CNY', amounts: { perPictureMicros: '0.259' } });
  expect(readPrice({ currency: 'USD', amounts: { perMillionOutputTokensMicros: '10' } }, 'text').price).toEqual({ currency: 'USD', perMillionOutputTokensMicros: 10_000_000 });
  expect(readPrice(typePrice(null, 'text'), 'text')).toEqual({ price: null, faults: {} });
});

test('what is no price is said beside its field', () => {
  const faults = (currency: string, amount: string) => readPrice({ currency, amounts: { perPictureMicros: amount } }, 'image').faults;
  expect([faults('EURO', '1'), faults('EUR', 'much'), faults('EUR', '-1'), faults('EUR', '')]).toEqual([{ currency: 'priceCurrency' }, { perPictureMicros: 'priceNumber' }, { perPictureMicros: 'priceNumber' }, { perPictureMicros: 'priceMissing' }]);
});
