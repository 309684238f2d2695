import type { TextModel } from '@komawari/contract';
import { z } from 'zod';
import { ProviderError } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';
import type { OllamaSettings } from './ollama-settings.ts';

const Capabilities = z.array(z.string());
const Details = z.object({ family: z.string().nullish(), parameter_size: z.string().nullish(), quantization_level: z.string().nullish() });
const Tags = z.object({ models: z.array(z.object({ name: z.string(), size: z.number().nullish(), digest: z.string().nullish(), details: Details.nullish(), capabilities: Capabilities.nullish() })).nullish() });
const Shown = z.object({ capabilities: Capabilities.nullish(), model_info: z.record(z.string(), z.unknown()).nullish() });

export type Tag = NonNullable<z.infer<typeof Tags>['models']>[number];
type Facts = { capabilities: readonly string[]; contextTokens?: number };
/** What a model can do, by its digest: the same bytes can do the same. */
export type KnownModels = Map<string, Facts>;

const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
/** How many are asked about at once. */
const AT_ONCE = 4;

export async function listTags(wire: Wire, signal: AbortSignal): Promise<readonly Tag[]> {
  const { json } = await wire.getJson('/api/tags', { call: { signal }, reads: Tags });
  return json.models ?? [];
}

/** Those that write; not those that only embed, or once painted. */
export async function listTextModels(wire: Wire, { settings, known, signal }: { settings: OllamaSettings; known: KnownModels; signal: AbortSignal }): Promise<TextModel[]> {
  const tags = await listTags(wire, signal);
  const models: TextModel[] = [];
  for (let at = 0; at < tags.length; at += AT_ONCE) {
    const some = await Promise.all(tags.slice(at, at + AT_ONCE).map(async (tag) => {
      const facts = await factsOf(wire, tag, { known, signal });
      return facts?.capabilities.includes('completion') ? [modelOf(tag, facts, settings)] : [];
    }));
    models.push(...some.flat());
  }
  return models;
}

/** Undefined for one that was removed meanwhile. */
async function factsOf(wire: Wire, { name, digest, capabilities }: Tag, { known, signal }: { known: KnownModels; signal: AbortSignal }): Promise<Facts | undefined> {
  const key = `${name} ${digest ?? ''}`;
  const found = known.get(key);
  if (found) return found;
  try {
    const { json } = await wire.postJson('/api/show', { model: name }, { call: { signal }, reads: Shown });
    const facts = { capabilities: capabilities ?? json.capabilities ?? ['completion'], ...contextIn(json.model_info ?? {}) };
    known.set(key, facts);
    return facts;
  } catch (error) {
    if (error instanceof ProviderError && error.fault === 'no-model') return undefined;
    throw error;
  }
}

/** It stands under the name of the architecture. */
function contextIn(info: Readonly<Record<string, unknown>>): { contextTokens?: number } {
  const own = info[`${String(info['general.architecture'])}.context_length`] ?? Object.entries(info).find(([name]) => name.endsWith('.context_length'))?.[1];
  return typeof own === 'number' && Number.isInteger(own) && own > 0 ? { contextTokens: own } : {};
}

function modelOf({ name, details }: Tag, { capabilities, contextTokens }: Facts, settings: OllamaSettings): TextModel {
  const { picturesMax: countMax, pictureBytesMax: bytesMax, picturePixelsMax: pixelsMax } = settings;
  const size = details?.parameter_size;
  return {
    id: name, name: size ? `${name} (${size})` : name, contextTokens: Math.min(settings.contextTokens, contextTokens ?? Infinity),
    ...(settings.answerTokensMax === undefined ? {} : { answerTokensMax: settings.answerTokensMax }), streams: true, seed: true,
    schema: !isCloud(name, settings), tools: capabilities.includes('tools'), thinks: capabilities.includes('thinking'),
    ...(capabilities.includes('vision') ? { pictures: { countMax, bytesMax, pixelsMax, mediaTypes: [...MEDIA_TYPES] } } : {}),
  };
}

function isCloud(name: string, { cloudEndings }: OllamaSettings): boolean {
  return cloudEndings.some((ending) => name.endsWith(ending));
}
