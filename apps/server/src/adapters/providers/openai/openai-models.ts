import type { ImageModel, PictureInput, TextModel } from '@komawari/contract';
import { z } from 'zod';
import { isLike, rowFor } from '../wire/model-rows.ts';
import type { Wire } from '../wire/wire.ts';
import type { ImageRow, SchemaWay, TextRow } from './openai-settings.ts';

/** A day, or seconds since 1970: which of the two is unconfirmed. */
const Day = z.union([z.string(), z.number()]).nullish().catch(undefined).transform(dayOf);
const Count = z.int().min(1).nullish().catch(undefined).transform((count) => count ?? undefined);
const Words = z.array(z.string()).nullish().catch(undefined).transform((words) => words ?? undefined);
const Micros = z.union([z.string(), z.number()]).nullish().catch(undefined).transform((price) => priceOf(price));

/** OpenAI tells the day a model ends; vLLM `max_model_len`; OpenRouter the rest. */
const Listed = z.object({
  id: z.string().min(1).max(200), name: z.string().min(1).max(200).nullish().catch(undefined), shutdown_date: Day,
  max_model_len: Count, context_length: Count, supported_parameters: Words,
  architecture: z.object({ input_modalities: Words, output_modalities: Words }).nullish().catch(undefined),
  top_provider: z.object({ max_completion_tokens: Count }).nullish().catch(undefined),
  pricing: z.object({ prompt: Micros, completion: Micros }).nullish().catch(undefined),
});
export type Listed = z.infer<typeof Listed>;

/** What there is today, each id once. One that cannot be read is left out. Throws ProviderError. */
export async function listed(wire: Wire, { signal, today }: { signal: AbortSignal; today: Date }): Promise<Listed[]> {
  const { json } = await wire.getJson('/models', { call: { signal }, reads: z.object({ data: z.array(Listed.nullable().catch(null)) }) });
  const day = today.toISOString().slice(0, 10);
  const found = json.data.filter((one) => one !== null && (one.shutdown_date === undefined || one.shutdown_date > day)) as Listed[];
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

export function imageModelOf(one: Listed, rows: readonly ImageRow[]): ImageModel | undefined {
  const row = rowFor(rows, one.id);
  if (!row) return undefined;
  const { references } = row;
  return {
    id: one.id, name: row.name ?? one.name ?? one.id, abilities: row.abilities, sizes: row.sizes, countMax: row.countMax, promptMax: row.promptMax,
    ...(references ? { references } : {}), mask: row.abilities.some((ability) => ability === 'inpaint' || ability === 'outpaint'), progress: row.previews > 0 ? 'previews' : 'none',
    settings: row.choices.map(({ name, choices }) => ({ name, kind: 'choice', choices })),
    ...(row.price ? { price: row.price } : {}), ...(one.shutdown_date ? { endsAt: one.shutdown_date } : {}),
  };
}

type TextTable = { rows: readonly TextRow[]; notText: readonly string[]; vision: PictureInput; schema: SchemaWay; /** The currency of the prices that the server tells, where they are to be believed. */ pricesIn?: string | undefined };

export function textModelOf(one: Listed, { rows, notText, vision, schema, pricesIn }: TextTable): TextModel | undefined {
  const row = rowFor(rows, one.id);
  const { supported_parameters: takes, architecture, pricing } = one;
  if (!row || notText.some((pattern) => isLike(one.id, pattern)) || architecture?.output_modalities?.includes('text') === false) return undefined;
  const does = (parameter: string) => takes?.includes(parameter) ?? true;
  const way = row.schema ?? schema;
  const contextTokens = row.contextTokens ?? one.context_length ?? one.max_model_len;
  const answerTokensMax = row.answerTokensMax ?? one.top_provider?.max_completion_tokens;
  const price = row.price ?? (pricesIn && pricing ? { currency: pricesIn, perMillionInputTokensMicros: pricing.prompt, perMillionOutputTokensMicros: pricing.completion } : undefined);
  return {
    id: one.id, name: row.name ?? one.name ?? one.id, ...(contextTokens ? { contextTokens } : {}), ...(answerTokensMax ? { answerTokensMax } : {}),
    streams: true, schema: (way === 'strict' || way === 'plain') && (takes === undefined || does('structured_outputs') || does('response_format')), tools: row.tools && does('tools'), seed: row.seed && does('seed'),
    thinks: row.thinkingOn !== undefined || row.thinkingOff !== undefined, ...(architecture?.input_modalities?.includes('image') ?? row.pictures ? { pictures: vision } : {}),
    ...(price ? { price } : {}), ...(one.shutdown_date ? { endsAt: one.shutdown_date } : {}),
  };
}

function dayOf(told: string | number | null | undefined): string | undefined {
  if (told === null || told === undefined || told === '') return undefined;
  const at = typeof told === 'number' || /^\d{9,11}$/.test(told) ? new Date(Number(told) * 1000) : new Date(told);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10);
}

/** From a price of one token, in units of a currency, to millionths for a million of them. */
function priceOf(told: string | number | null | undefined): number | undefined {
  const price = told === null || told === undefined || told === '' ? Number.NaN : Number(told);
  return Number.isFinite(price) && price >= 0 ? Math.round(price * 1e12) : undefined;
}
