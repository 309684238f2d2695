import type { ImageModel, PictureInput, TextModel } from '@komawari/contract';
import { z } from 'zod';
import { isLike, rowFor } from '../wire/model-rows.ts';
import type { Wire } from '../wire/wire.ts';
import type { GeminiSettings } from './gemini-settings.ts';

const PAGE = 1000;
const PAGES_MAX = 20;
const Count = z.int().min(1).nullish().catch(undefined);
const Listed = z.object({
  name: z.string().min(1).max(200).transform((name) => name.replace(/^models\//, '')), displayName: z.string().min(1).max(200).nullish().catch(undefined),
  inputTokenLimit: Count, outputTokenLimit: Count, supportedGenerationMethods: z.array(z.string()).nullish().catch(undefined),
});
export type Listed = z.infer<typeof Listed>;
const Page = z.object({ models: z.array(Listed.nullable().catch(null)).nullish(), nextPageToken: z.string().nullish() });

/** What there is and makes anything of words, each id once. Throws ProviderError. */
export async function listed(wire: Wire, signal: AbortSignal): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  let pageToken: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { json } = await wire.getJson('/models', { call: { signal }, query: { pageSize: PAGE, pageToken }, reads: Page });
    for (const one of json.models ?? []) if (one && one.supportedGenerationMethods?.includes('generateContent') !== false) found.set(one.name, one);
    pageToken = json.nextPageToken || undefined;
    if (pageToken === undefined) break;
  }
  return [...found.values()];
}

export function imageModelOf({ name: id, displayName }: Listed, settings: GeminiSettings): ImageModel | undefined {
  const row = rowFor(settings.imageModels, id);
  if (!row) return undefined;
  const { ratios, resolutions, referencesMax, countMax, promptMax, price } = row;
  return {
    id, name: row.name ?? displayName ?? id, abilities: ['generate', 'edit'], sizes: { kind: 'named', ratios, resolutions }, countMax, promptMax,
    references: pictureInput(settings, referencesMax), mask: false, progress: 'none', settings: [], ...(price ? { price } : {}),
  };
}

export function textModelOf({ name: id, displayName, inputTokenLimit, outputTokenLimit }: Listed, settings: GeminiSettings): TextModel | undefined {
  const row = rowFor(settings.textModels, id);
  if (!row || rowFor(settings.imageModels, id) || settings.notText.some((pattern) => isLike(id, pattern))) return undefined;
  return {
    id, name: row.name ?? displayName ?? id, ...(inputTokenLimit ? { contextTokens: inputTokenLimit } : {}), ...(outputTokenLimit ? { answerTokensMax: outputTokenLimit } : {}),
    // A call of a tool must go back with a signature of the service's own, for which there is no place.
    streams: true, schema: row.schema, tools: false, seed: row.seed, thinks: row.thinkingOn !== undefined || row.thinkingOff !== undefined,
    ...(row.pictures ? { pictures: pictureInput(settings, settings.seenMax) } : {}), ...(row.price ? { price: row.price } : {}),
  };
}

function pictureInput({ pictureBytesMax, picturePixelsMax }: GeminiSettings, countMax: number): PictureInput {
  return { countMax, bytesMax: pictureBytesMax, pixelsMax: picturePixelsMax, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] };
}
