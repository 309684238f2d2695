import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { downloadPicture, pictureOfBase64 } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { answerOfSlots, faultSlot, hasPicture, slotWith } from '../wire/slots.ts';
import type { Streamed, Wire } from '../wire/wire.ts';
import { ArkFault, faultOf, isInternal } from './ark-wire.ts';

const Slot = z.object({ url: z.string().nullish(), b64_json: z.string().nullish(), error: ArkFault.nullish() });
type Slot = z.infer<typeof Slot>;
/** Some slots may hold errors, and one may stand at the top, all under 200. */
export const Made = z.object({ data: z.array(Slot).nullish(), error: ArkFault.nullish() });
export type Made = z.infer<typeof Made>;
const Event = Slot.extend({ type: z.string().nullish(), image_index: z.int().min(0).max(99).nullish() });

export type Drawing = { wire: Wire; request: ImageRequest; call: ImageCall; /** Pictures that were asked for. */ count: number };

/** The pictures of a whole answer. Throws ProviderError when there is none. */
export async function answerOf(made: Made, drawing: Drawing): Promise<ImageAnswer> {
  const told = teller(drawing);
  const slots: ImageSlot[] = [];
  for (const [at, part] of (made.data ?? []).entries()) {
    const slot = await slotOf(part, drawing);
    slots.push(slot);
    await told(at, slot);
  }
  const top = made.error && faultOf(drawing.wire, made.error, { prompt: drawing.request.prompt, otherwise: 'down' });
  return answerOfSlots(slots, top ?? undefined);
}

/** The pictures as they come. What was finished before the stream broke is kept; the others may have been made too, so they are `unknown`. */
export async function answerOfEvents(streamed: Streamed, drawing: Drawing): Promise<ImageAnswer> {
  const found = new Map<number, ImageSlot>();
  const lost = await readEvents(streamed, drawing, found).catch((error: unknown) => {
    if (error instanceof ProviderError && error.fault !== 'cancelled' && hasPicture([...found.values()])) return error;
    throw error;
  });
  const last = Math.max(-1, ...found.keys());
  const length = lost ? Math.max(drawing.count, last + 1) : last + 1;
  const missing: ImageSlot = lost ? faultSlot(lost) : { kind: 'fault', fault: 'empty', facts: { code: 'picture.missing' } };
  return answerOfSlots(Array.from({ length }, (_, at) => found.get(at) ?? missing));
}

/** Fills `found`. Undefined when the stream came to its own end; else how it was lost, thrown or given. */
async function readEvents({ events }: Streamed, drawing: Drawing, found: Map<number, ImageSlot>): Promise<ProviderError | undefined> {
  const { wire, count, request: { prompt } } = drawing;
  const told = teller(drawing);
  for await (const { event, data } of events()) {
    if (data.trim() === '') continue;
    const part = Event.safeParse(jsonOf(data));
    if (!part.success) throw wire.lost({ mayBill: true }, { code: 'answer.unreadable' });
    const { image_index: index, error, type } = part.data;
    if ((type ?? event).endsWith('.completed')) return undefined;
    if (typeof index !== 'number') {
      // A failure of the whole, not of one picture. What the service has done by then, it does not say.
      if (error) throw faultOf(wire, error, { prompt, otherwise: 'unknown' });
      continue;
    }
    const slot = await slotOf(part.data, drawing);
    found.set(index, slot);
    await told(index, slot);
    if (error && isInternal(error)) return undefined;
  }
  return found.size >= count ? undefined : wire.lost({ mayBill: true }, { code: 'answer.cut' });
}

function slotOf({ url, b64_json: base64, error }: Slot, { wire, request, call }: Drawing): Promise<ImageSlot> {
  const asked = pixelsFor(request.size, request.model.sizes);
  return slotWith(() => {
    if (error) throw faultOf(wire, error, { prompt: request.prompt, otherwise: 'down' });
    return url ? downloadPicture(wire, url, { call, asked }) : pictureOfBase64(base64, { asked });
  });
}

/** Tells of the pictures of a group, each once it is there. */
function teller({ call, count }: Drawing): (at: number, slot: ImageSlot) => Promise<void> {
  let done = 0;
  return async (at, slot) => {
    if (count === 1) return;
    done += 1;
    call.onProgress?.({ share: Math.min(1, done / count) });
    await call.onSlot?.(at, slot);
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
