import type { ImageModel, PictureInput } from '@komawari/contract';
import { z } from 'zod';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { Wire } from '../wire/wire.ts';
import type { A1111Settings } from './a1111-settings.ts';

export type Flavour = 'a1111' | 'forge';

const Checkpoints = z.array(z.object({ title: z.string(), model_name: z.string() }));
const Named = z.array(z.object({ name: z.string() }));
const Schedulers = z.array(z.object({ name: z.string(), label: z.string().nullish() }));
const Options = z.object({ sd_model_checkpoint: z.string().nullish() });

const TAKES: PictureInput = { countMax: 1, bytesMax: 30 * 2 ** 20, pixelsMax: 20_000_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] };

/** By their bare names; by their titles where two in different folders have the same. */
export async function listCheckpoints(wire: Wire, signal: AbortSignal): Promise<{ id: string; title: string }[]> {
  const { json } = await wire.getJson('/sdapi/v1/sd-models', { call: { signal }, reads: Checkpoints });
  const count = (name: string) => json.filter(({ model_name: other }) => other === name).length;
  return json.map(({ title, model_name: name }) => ({ id: count(name) === 1 ? name : title, title }));
}

/** The title of the model that the server is set to. */
export async function chosenTitle(wire: Wire, signal: AbortSignal): Promise<string | undefined> {
  const { json } = await wire.getJson('/sdapi/v1/options', { call: { signal }, reads: Options });
  return json.sd_model_checkpoint ?? undefined;
}

/** Told by how a refusal is worded: Forge says `detail` alone. What is asked changes nothing. */
export async function findFlavour(wire: Wire, signal: AbortSignal): Promise<Flavour> {
  const refused = await wire.getJson('/sdapi/v1/progress', { call: { signal }, query: { skip_current_image: 'neither' } }).then(() => undefined, (error: unknown) => error);
  if (refused === undefined || (refused instanceof ProviderError && refused.facts.status === 404)) return 'a1111';
  if (!(refused instanceof ProviderError) || refused.facts.status !== 422) throw refused;
  return refused.facts.code === undefined ? 'forge' : 'a1111';
}

export async function listImageModels(wire: Wire, { settings, flavour, signal }: { settings: A1111Settings; flavour: Flavour; signal: AbortSignal }): Promise<ImageModel[]> {
  const read = { call: { signal } };
  const [checkpoints, samplers, schedulers, upscalers, loras] = await Promise.all([
    listCheckpoints(wire, signal),
    wire.getJson('/sdapi/v1/samplers', { ...read, reads: Named }).then(({ json }) => json.map(({ name }) => name)),
    // Younger than the rest of the API: a server without them still draws.
    wire.getJson('/sdapi/v1/schedulers', { ...read, reads: Schedulers }).then(({ json }) => json.map(({ name, label }) => label ?? name)).catch(unlessMissing),
    wire.getJson('/sdapi/v1/upscalers', { ...read, reads: Named }).then(({ json }) => json.map(({ name }) => name).filter((name) => name !== 'None')).catch(unlessMissing),
    settings.asksForLoras ? wire.getJson('/sdapi/v1/loras', { ...read, reads: Named }).then(({ json }) => json.map(({ name }) => name)).catch(unlessMissing) : [],
  ]);
  return checkpoints.map(({ id }) => modelOf(id, settings, { samplers, schedulers, upscalers, loras, flavour }));
}

type Found = { samplers: string[]; schedulers: string[]; upscalers: string[]; loras: string[]; flavour: Flavour };

function modelOf(id: string, settings: A1111Settings, { samplers, schedulers, upscalers, loras, flavour }: Found): ImageModel {
  const { multipleOf, sideMin, sideMax, areaMax, countMax } = settings;
  return {
    id, name: id, abilities: ['generate', 'vary', 'inpaint', ...(upscalers.length > 0 ? ['upscale' as const] : [])],
    sizes: { kind: 'free', multipleOf, sideMin, sideMax, areaMin: sideMin * sideMin, areaMax, aspectMax: 4, resolutions: ['512', '1K', '1.5K', '2K'] },
    countMax, promptMax: 10_000, negativePromptMax: 4000, seedMax: 2 ** 32 - 1,
    steps: { min: 1, max: 150, step: 1, default: settings.stepsDefault }, guidance: { min: 1, max: 30, step: 0.5, default: settings.guidanceDefault },
    strength: { min: 0, max: 1, step: 0.05, default: 0.75 }, references: TAKES, mask: true,
    progress: settings.progress === 'none' ? 'none' : 'previews',
    settings: [
      ...choice('sampler', samplers), ...choice('scheduler', schedulers), ...choice('upscaler', upscalers), ...choice('lora', loras),
      ...(loras.length > 0 ? [{ name: 'loraWeight', kind: 'number' as const, range: { min: -2, max: 2, step: 0.05, default: 1 } }] : []),
      { name: 'maskBlur', kind: 'number', range: { min: 0, max: 64, step: 1, default: 4 } },
      ...(flavour === 'forge' ? [{ name: 'distilledGuidance', kind: 'number' as const, range: { min: 0, max: 30, step: 0.1, default: 3.5 } }] : []),
    ],
  };
}

function choice(name: string, choices: string[]): ImageModel['settings'] {
  return choices.length > 0 ? [{ name, kind: 'choice', choices }] : [];
}

function unlessMissing(error: unknown): never[] {
  if (error instanceof ProviderError && error.facts.status === 404) return [];
  throw error;
}
