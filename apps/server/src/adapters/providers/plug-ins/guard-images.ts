import { ImageModel } from '@komawari/contract';
import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageProvider, ImageRequest, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { ProviderCall } from '../../../ports/provider.ts';
import { pictureOf } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { answerOfSlots, faultSlot } from '../wire/slots.ts';
import type { Guard, House } from './guard.ts';
import { readModels } from './read-models.ts';

const WORDS_MAX = 4000;
const Bytes = z.object({ bytes: z.instanceof(Uint8Array) });
const Slot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), picture: z.unknown(), seed: z.int().min(0).optional().catch(undefined) }),
  z.object({ kind: z.literal('fault'), fault: z.unknown().optional(), facts: z.unknown().optional() }),
]);
const Answer = z.object({ slots: z.array(z.unknown()).min(1), words: z.string().transform((words) => words.slice(0, WORDS_MAX)).optional().catch(undefined), costMicros: z.int().min(0).optional().catch(undefined) });
const Progress = z.object({ share: z.number().min(0).max(1).optional().catch(undefined), step: z.int().min(0).optional().catch(undefined), steps: z.int().min(1).optional().catch(undefined), queuePosition: z.int().min(0).optional().catch(undefined) });

/** The pictures of a plug-in: looked at, counted and measured before the house takes them. */
export function guardImages(guard: Guard, provider: ImageProvider): ImageProvider {
  const draw = <Made>(request: ImageRequest, call: ImageCall, { act, read }: { act(request: ImageRequest, call: ImageCall): unknown; read(given: unknown): Made }): Promise<Made> => {
    // A copy: another provider may be asked with the same afterwards.
    return guard.work({ call, texts: textsOf(request) }, (own, house) => act(structuredClone(request), callOf(guard, { request, call, own, house })), read);
  };
  const { resume } = provider;
  return {
    listModels: (signal) => guard.look(signal, (own) => provider.listModels(own), (given) => readModels(ImageModel, given)),
    draw: (request, call) => draw(request, call, { act: (theirs, own) => provider.draw(theirs, own), read: (given) => answerOf(guard, given, request) }),
    ...(typeof resume === 'function' ? {
      resume: (handle, request, call) => draw(request, call, {
        act: (theirs, own) => resume.call(provider, handle, theirs, own), read: (given) => (given === undefined || given === null ? undefined : answerOf(guard, given, request)),
      }),
    } : {}),
  };
}

function callOf(guard: Guard, { request, call, own, house }: { request: ImageRequest; call: ImageCall; own: ProviderCall; house: House }): ImageCall {
  const { onProgress, onPreview, onSlot } = call;
  const isSlot = (slot: unknown) => typeof slot === 'number' && Number.isInteger(slot) && slot >= 0 && slot < request.count;
  /** Told without waiting: what breaks ends the call at its end. */
  const tell = (act: () => void) => { void house(act).catch(() => undefined); };
  return {
    ...own,
    ...(onProgress ? { onProgress: (progress) => { const read = Progress.safeParse(progress); if (read.success) tell(() => onProgress(read.data)); } } : {}),
    ...(onPreview ? { onPreview: (slot, preview) => { const picture = pictureOrNone(preview, request); if (picture && isSlot(slot)) tell(() => onPreview(slot, picture)); } } : {}),
    ...(onSlot ? { onSlot: async (slot, made) => { if (isSlot(slot)) await house(() => onSlot(slot, slotOf(guard, made, request))); } } : {}),
  };
}

/** As many slots as were asked for, and no more. Throws ProviderError. */
function answerOf(guard: Guard, given: unknown, request: ImageRequest): ImageAnswer {
  const read = Answer.safeParse(given);
  if (!read.success) throw new ProviderError('empty', { code: 'picture.missing', said: 'draw() gave no answer of the agreed shape' });
  const { slots, words, costMicros } = read.data;
  const answer = answerOfSlots(slots.slice(0, request.count).map((slot) => slotOf(guard, slot, request)));
  return { ...answer, ...(words === undefined ? {} : { words }), ...(costMicros === undefined ? {} : { costMicros }) };
}

function slotOf(guard: Guard, given: unknown, request: ImageRequest): ImageSlot {
  const read = Slot.safeParse(given);
  if (!read.success) return faultSlot(new ProviderError('empty', { code: 'plug-in.answer' }));
  if (read.data.kind === 'fault') return faultSlot(guard.clean(read.data.fault, read.data.facts, textsOf(request)));
  try {
    const { seed } = read.data;
    return { kind: 'picture', picture: pictureIn(read.data.picture, request), ...(seed === undefined ? {} : { seed }) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return faultSlot(error);
  }
}

/** What it is called by the plug-in is not asked. Throws ProviderError. */
function pictureIn(given: unknown, { size, model }: ImageRequest): Picture {
  const read = Bytes.safeParse(given);
  if (!read.success) throw new ProviderError('empty', { code: 'picture.missing' });
  return pictureOf(read.data.bytes, { asked: pixelsFor(size, model.sizes) });
}

function pictureOrNone(given: unknown, request: ImageRequest): Picture | undefined {
  try {
    return pictureIn(given, request);
  } catch {
    return undefined;
  }
}

function textsOf({ prompt, negativePrompt = '' }: ImageRequest): string[] {
  return [prompt, negativePrompt];
}
