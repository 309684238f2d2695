/** What a model costs, as money of the reader's language; and as it is typed. */
import type { Price, ProviderModel } from '@komawari/contract';

const MICROS = 1_000_000;
/** Beyond this a figure is a slip. */
const AMOUNT_MAX = 1_000_000;

export type PriceField = 'perPictureMicros' | 'perMillionInputTokensMicros' | 'perMillionOutputTokensMicros';
export const PRICE_FIELDS: Readonly<Record<ProviderModel['job'], readonly PriceField[]>> = { image: ['perPictureMicros'], text: ['perMillionInputTokensMicros', 'perMillionOutputTokensMicros'] };

/** As the adapter tells it; the operator's own figure goes before it. */
export function toldPrice(model: ProviderModel): Price | null {
  return (model.image ?? model.text)?.price ?? null;
}

/** The operator's own figure: null where the adapter's holds. Sent along with every change, else it would be lost. */
export function ownPrice(model: ProviderModel): Price | null {
  const [price, told] = [model.price, toldPrice(model)];
  if (!price) return null;
  const isTold = told !== null && price.currency === told.currency && (['perPictureMicros', 'perMillionInputTokensMicros', 'perMillionOutputTokensMicros'] as const).every((field) => price[field] === told[field]);
  return isTold ? null : price;
}

export function money(micros: number, { currency, language }: { currency: string; language: string }): string {
  const amount = micros / MICROS;
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 6, minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

export type TypedPrice = { currency: string; amounts: Partial<Record<PriceField, string>> };

export function typePrice(price: Price | null, job: ProviderModel['job']): TypedPrice {
  return { currency: price?.currency ?? '', amounts: Object.fromEntries(PRICE_FIELDS[job].map((field) => [field, price?.[field] === undefined ? '' : String(price[field] / MICROS)])) };
}

type PriceFaults = Partial<Record<PriceField | 'currency', 'priceNumber' | 'priceCurrency' | 'priceMissing'>>;

/** The typed price; every field empty means none of one's own. */
export function readPrice({ currency, amounts }: TypedPrice, job: ProviderModel['job']): { price: Price | null; faults: PriceFaults } {
  const faults: PriceFaults = {};
  const read = PRICE_FIELDS[job].map((field) => {
    const text = (amounts[field] ?? '').trim().replace(/^(\d+),(\d+)$/, '$1.$2');
    if (text === '') return undefined;
    const amount = Number(text);
    if (!Number.isFinite(amount) || amount < 0 || amount > AMOUNT_MAX) faults[field] = 'priceNumber';
    return [field, Math.round(amount * MICROS)] as const;
  }).filter((pair) => pair !== undefined);
  const unit = currency.trim().toUpperCase();
  if (read.length === 0) {
    const [first] = PRICE_FIELDS[job];
    if (unit !== '' && first) faults[first] = 'priceMissing';
    return { price: null, faults };
  }
  if (!/^[A-Z]{3}$/.test(unit)) faults.currency = 'priceCurrency';
  return { price: { currency: unit, ...Object.fromEntries(read) }, faults };
}
