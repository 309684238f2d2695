import type { ImageModel, PictureInput } from '@komawari/contract';
import { z } from 'zod';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { Wire } from '../wire/wire.ts';
import type { SdcppSettings } from './sdcpp-settings.ts';

const Names = z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name), z.object({ path: z.string() }).transform(({ path }) => path)]));
/** UNCONFIRMED in every part: what does not fit is as if it were not told. */
const Capabilities = z.object({
  model: z.union([z.string(), z.object({ name: z.string().optional(), path: z.string().optional() }).transform(({ name, path }) => name ?? path)]).optional().catch(undefined),
  samplers: Names.optional().catch(undefined), schedulers: Names.optional().catch(undefined), loras: Names.optional().catch(undefined),
  limits: z.object({ max_width: z.int().optional(), max_height: z.int().optional(), max_batch_count: z.int().optional() }).optional().catch(undefined),
}).catch({});
export type SdcppCapabilities = z.infer<typeof Capabilities>;

const TAKES: Omit<PictureInput, 'countMax'> = { bytesMax: 30 * 2 ** 20, pixelsMax: 20_000_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] };

export async function readCapabilities(wire: Wire, signal: AbortSignal): Promise<SdcppCapabilities> {
  const { json } = await wire.getJson('/sdcpp/v1/capabilities', { call: { signal }, reads: Capabilities });
  return json;
}

/** The one model that the server was started with. */
export async function listImageModels(wire: Wire, settings: SdcppSettings, signal: AbortSignal): Promise<ImageModel[]> {
  const told = await readCapabilities(wire, signal);
  const samplers = told.samplers ?? await a1111Names(wire, 'samplers', signal);
  const schedulers = told.schedulers ?? await a1111Names(wire, 'schedulers', signal);
  return [modelOf(settings, { ...told, samplers: some(settings.samplers, samplers), schedulers: some(settings.schedulers, schedulers), loras: some(settings.loras, told.loras ?? []) })];
}

function modelOf(settings: SdcppSettings, told: SdcppCapabilities & { samplers: string[]; schedulers: string[]; loras: string[] }): ImageModel {
  const { multipleOf, sideMin, areaMax, stepsDefault, guidanceDefault, referencesMax } = settings;
  const sideMax = Math.min(settings.sideMax, told.limits?.max_width ?? Infinity, told.limits?.max_height ?? Infinity);
  const name = (told.model ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:gguf|safetensors|ckpt)$/, '') || 'sd-cpp-local';
  return {
    // What the server calls it whatever it has loaded: a name that is true after it was started with another.
    id: 'sd-cpp-local', name, abilities: ['generate', 'vary', 'inpaint', ...(referencesMax > 0 ? ['edit' as const] : [])],
    sizes: { kind: 'free', multipleOf, sideMin, sideMax, areaMin: sideMin * sideMin, areaMax, aspectMax: 4, resolutions: ['512', '1K', '1.5K', '2K'] },
    countMax: Math.max(1, Math.min(settings.countMax, told.limits?.max_batch_count ?? Infinity)), promptMax: 10_000, negativePromptMax: 4000, seedMax: 2 ** 31 - 1,
    steps: { min: 1, max: 150, step: 1, default: stepsDefault }, guidance: { min: 0, max: 30, step: 0.5, default: guidanceDefault },
    strength: { min: 0, max: 1, step: 0.05, default: 0.75 }, references: { ...TAKES, countMax: Math.max(1, referencesMax) }, mask: true, progress: 'none',
    settings: [
      ...choice('sampler', told.samplers), ...choice('scheduler', told.schedulers), ...choice('lora', told.loras),
      ...(told.loras.length > 0 ? [{ name: 'loraWeight', kind: 'number' as const, range: { min: -2, max: 2, step: 0.05, default: 1 } }] : []),
      { name: 'distilledGuidance', kind: 'number', range: { min: 0, max: 30, step: 0.1, default: 3.5 } },
    ],
  };
}

async function a1111Names(wire: Wire, of: 'samplers' | 'schedulers', signal: AbortSignal): Promise<string[]> {
  const { json } = await wire.getJson(`/sdapi/v1/${of}`, { call: { signal }, reads: Names }).catch((error: unknown) => {
    if (error instanceof ProviderError && error.fault !== 'cancelled') return { json: [] };
    throw error;
  });
  return json;
}

const some = (first: string[], second: string[]): string[] => (first.length > 0 ? first : second);

function choice(name: string, choices: string[]): ImageModel['settings'] {
  return choices.length > 0 ? [{ name, kind: 'choice', choices }] : [];
}
