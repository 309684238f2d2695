/**
 * The comic engine as a provider of pictures: a prompt is drawn as one panel, with the pen that draws comics. It asks nobody, needs no
 * key and bills nothing; the same prompt, size and seed give the same bytes. It knows the people, places, things and styles of its word
 * lists and leaves out the rest: it is no model, and says so in its title. Drawings are made where the task runs, in the worker process
 * and there on the thread pool of the rasteriser, as those of comics are.
 */
import { createHash } from 'node:crypto';
import { STYLE_PRESETS } from '@komawari/comic';
import type { ImageModel } from '@komawari/contract';
import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError, type OpenProvider, type ProviderKind } from '../../../ports/provider.ts';
import type { PromptPen } from '../../../ports/prompt-pen.ts';
import type { RasterTools } from '../../../ports/raster-tools.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { xmpOfDrawing } from './xmp-of-drawing.ts';

export type BuiltInTools = { pen: PromptPen; raster: Pick<RasterTools, 'rasterise' | 'encodePng'> };

const SHOTS = ['close-up', 'bust', 'medium', 'cowboy', 'full', 'wide', 'establishing', 'low-angle', 'birds-eye'] as const;
const SEED_MAX = 2 ** 31 - 1;

const MODEL: ImageModel = {
  id: 'storyboard', name: 'Built-in storyboard artist (no AI model)', abilities: ['generate'],
  sizes: { kind: 'free', multipleOf: 1, sideMin: 64, sideMax: 2048, areaMin: 64 * 64, areaMax: 2048 * 2048, aspectMax: 4, resolutions: ['512', '1K', '1.5K', '2K'] },
  countMax: 8, promptMax: 2000, seedMax: SEED_MAX, mask: false, progress: 'none',
  settings: [{ name: 'style', kind: 'choice', choices: Object.keys(STYLE_PRESETS) }, { name: 'shot', kind: 'choice', choices: [...SHOTS] }],
};

export function builtInProvider(tools: BuiltInTools): ProviderKind {
  return {
    kind: 'built-in', title: 'Built-in storyboard artist: draws people and places it knows with a pen of its own; not an AI model', bills: false,
    // A name that leads nowhere (RFC 2606): every provider has an address, and nobody asks this one.
    defaultUrl: 'http://built-in.invalid', secrets: [], settings: z.object({}), open: () => openArtist(tools),
  };
}

function openArtist(tools: BuiltInTools): OpenProvider {
  return {
    image: { listModels: async (signal) => { mustGoOn(signal); return [MODEL]; }, draw: (request, call) => draw(tools, request, call) },
    async check(signal) {
      mustGoOn(signal);
      return { says: 'Built-in storyboard artist' };
    },
  };
}

async function draw(tools: BuiltInTools, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  mustGoOn(call.signal);
  await call.onSending();
  const first = request.seed ?? seedOf(call.id);
  const slots: ImageSlot[] = [];
  for (let slot = 0; slot < request.count; slot += 1) {
    mustGoOn(call.signal);
    const made = await drawOne(tools, request, (first + slot) % (SEED_MAX + 1));
    mustGoOn(call.signal);
    slots.push(made);
    await call.onSlot?.(slot, made);
  }
  return { slots };
}

/** What cannot be drawn cannot be drawn the next time either. */
async function drawOne({ pen, raster }: BuiltInTools, { prompt, size, model, settings }: ImageRequest, seed: number): Promise<ImageSlot> {
  const pixels = pixelsFor(size, model.sizes);
  const { style, shot } = settings;
  try {
    const { svg, isColour, credits } = await pen(prompt, { ...pixels, seed, ...(typeof style === 'string' ? { preset: style } : {}), ...(typeof shot === 'string' ? { shot } : {}) });
    const bytes = await raster.encodePng(await raster.rasterise(svg, { width: pixels.width, isColour }), { xmp: xmpOfDrawing(credits) });
    return { kind: 'picture', picture: { bytes, mediaType: 'image/png' }, seed };
  } catch (cause) {
    throw new ProviderError('invalid', { code: 'drawing.failed', cause });
  }
}

/** Without a seed each call has one of its own, and the same for all its pictures told apart by their place. */
function seedOf(callId: string): number {
  return createHash('sha256').update(callId).digest().readUInt32BE(0) % (SEED_MAX + 1);
}

function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new ProviderError('cancelled', { cause: signal.reason });
}
