import { z } from 'zod';
import type { ImageAnswer, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { downloadPicture, pictureOfBase64, type PictureBounds } from '../wire/pictures.ts';
import { answerOfSlots, slotWith } from '../wire/slots.ts';
import type { Ask, Streamed, Wire } from '../wire/wire.ts';
import { failureIn, toldFailure } from './openai-refusal.ts';
import { isJson, jsonOf, wholeText } from '../wire/whole.ts';

const Slot = z.object({ b64_json: z.string().nullish(), url: z.string().nullish() });
const Drawn = z.object({ data: z.array(Slot).nullish() });
const Event = z.object({ type: z.string().nullish(), b64_json: z.string().nullish(), partial_image_index: z.int().nullish() });

export type Drawing = { wire: Wire; ask: Ask; bounds: PictureBounds; texts: readonly string[] };

/** The pictures of an answer that came whole. Throws ProviderError when there is none. */
export async function answerOf(json: unknown, drawing: Drawing): Promise<ImageAnswer> {
  const { wire, ask } = drawing;
  const failure = failureIn(json);
  if (failure) throw toldFailure(wire, ask, { failure, isBegun: false, texts: drawing.texts });
  const drawn = Drawn.safeParse(json);
  if (!drawn.success) throw wire.lost(ask, { code: 'answer.unreadable' });
  const slots: ImageSlot[] = [];
  for (const one of drawn.data.data ?? []) slots.push(await slotOf(one, drawing));
  return answerOfSlots(slots);
}

function slotOf({ b64_json: base64, url }: z.infer<typeof Slot>, { wire, ask, bounds }: Drawing): Promise<ImageSlot> {
  return slotWith(() => (url && !base64 ? downloadPicture(wire, url, { call: ask.call, ...bounds }) : pictureOfBase64(base64, bounds)));
}

type Watching = { onPreview(picture: Picture, index: number): void };

/** The picture of a stream, with its previews on the way. Throws ProviderError when there is none. */
export async function streamedAnswer(answer: Streamed, drawing: Drawing, { onPreview }: Watching): Promise<ImageAnswer> {
  const { wire, ask, bounds, texts } = drawing;
  // A server that does not stream draws all the same.
  if (isJson(answer)) return answerOf(jsonOf(await wholeText(answer)), drawing);
  const done: z.infer<typeof Slot>[] = [];
  let previews = 0;
  for await (const { event, data } of answer.events()) {
    if (data.trim() === '') continue;
    const json = jsonOf(data);
    const failure = failureIn(json);
    if (failure) throw toldFailure(wire, ask, { failure, isBegun: true, texts });
    const told = Event.safeParse(json);
    if (!told.success) throw wire.lost(ask, { code: 'answer.unreadable' });
    const type = told.data.type ?? event;
    if (type.endsWith('.completed')) done.push({ b64_json: told.data.b64_json ?? null });
    const preview = type.endsWith('.partial_image') ? previewOf(told.data.b64_json, bounds) : undefined;
    if (preview) onPreview(preview, previews);
    if (preview) previews += 1;
  }
  const slots: ImageSlot[] = [];
  for (const one of done) slots.push(await slotOf(one, drawing));
  return answerOfSlots(slots);
}

/** One that cannot be shown is left out: the picture itself is still to come. */
function previewOf(base64: string | null | undefined, bounds: PictureBounds): Picture | undefined {
  try {
    return pictureOfBase64(base64, bounds);
  } catch {
    return undefined;
  }
}
