import { setTimeout as sleep } from 'node:timers/promises';
import { drawOnce, spoiltBytes, type Album } from './ark-album.ts';
import { ArkRefusal } from './ark-errors.ts';
import type { ImageOrder } from './ark-image-request.ts';
import type { Fault, OwnFault } from './fault.ts';
import type { Reply } from './reply.ts';

/** A picture that was made and billed. */
export type MadePicture = { model: string; prompt: string; index: number; size: string; hasWatermark: boolean; references: number; /** Absent when it went as base64. */ url?: string };

export type ImageDesk = { album: Album; made: MadePicture[]; nowS: () => number; stepMs: number; endsWithDone: boolean; completesAfterInternalError: boolean };

type SlotError = { code: string; message: string };
type Slot = { image: { url: string } | { b64_json: string } } | { error: SlotError };

export const IMAGE_FAULTS: readonly OwnFault['kind'][] = ['input-refused', 'output-refused', 'slot', 'empty', 'wrong-type', 'bomb', 'expired-address', 'stream-error'];

const WITHHELD = { code: 'OutputImageSensitiveContentDetected', message: 'The request failed because the output image may contain sensitive information.' };
const BROKEN = { code: 'InternalServiceError', message: 'The service encountered an unexpected internal error.' };

/** Makes what was ordered and answers, whole or event by event. */
export async function answerImages(order: ImageOrder, { reply, fault, desk }: { reply: Reply; fault: Fault | undefined; desk: ImageDesk }): Promise<void> {
  if (fault?.kind === 'input-refused') throw new ArkRefusal({ code: order.references > 0 ? 'InputImageSensitiveContentDetected' : 'InputTextSensitiveContentDetected' });
  if (fault?.kind === 'output-refused' && !order.isGroup) throw new ArkRefusal(WITHHELD);
  const slots: Slot[] = [];
  for (const [index, error] of planSlots(order, fault).entries()) slots.push(error ? { error } : { image: await makePicture({ order, index, fault, desk }) });
  const count = slots.filter((slot) => 'image' in slot).length;
  if (count > 0) reply.bill(count);
  const tokens = Math.floor((count * order.width * order.height) / 256);
  const usage = { generated_images: count, output_tokens: tokens, total_tokens: tokens };
  if (order.isStream) return reply.stream('text/event-stream', eventsOf({ order, slots, usage, reply, desk }));
  await pause(reply, desk.stepMs * slots.length);
  const data = slots.map((slot) => ('image' in slot ? { ...slot.image, size: sizeOf(order) } : slot));
  const isWithheld = slots.length > 0 && count === 0;
  return reply.answer({ body: { model: order.modelId, created: desk.nowS(), data, usage, ...(isWithheld ? { error: WITHHELD } : {}) } });
}

/** For each picture of the answer, what befalls it. */
function planSlots({ count, isGroup, isStream, isBase64 }: ImageOrder, fault: Fault | undefined): (SlotError | undefined)[] {
  const slots = Array.from({ length: count }, (): SlotError | undefined => undefined);
  if (fault?.kind === 'expired-address' && isBase64) throw new Error('base64 has no address that could expire');
  if (fault?.kind === 'output-refused') return slots.map(() => WITHHELD);
  if (fault?.kind === 'empty') return [];
  if (fault?.kind === 'slot') {
    if (!isGroup || fault.slot >= count) throw new Error(`there is no slot ${fault.slot}: ${isGroup ? `the group has ${count} pictures` : 'a single picture was asked for'}`);
    return slots.map((_, index) => (index === fault.slot ? WITHHELD : undefined));
  }
  if (fault?.kind === 'stream-error') {
    if (!isStream) throw new Error('the request does not stream');
    return count > 1 ? [undefined, BROKEN] : [BROKEN];
  }
  return slots;
}

async function makePicture({ order, index, fault, desk }: { order: ImageOrder; index: number; fault: Fault | undefined; desk: ImageDesk }): Promise<{ url: string } | { b64_json: string }> {
  const bytes = fault?.kind === 'wrong-type' || fault?.kind === 'bomb' ? await spoiltBytes(fault.kind) : await drawOnce(order, index, order.type);
  const image = order.isBase64 ? { b64_json: bytes.toString('base64') } : { url: desk.album.keep(bytes, order.type, fault?.kind === 'expired-address') };
  desk.made.push({ model: order.modelId, prompt: order.prompt, index, size: sizeOf(order), hasWatermark: order.hasWatermark, references: order.references, ...('url' in image ? image : {}) });
  return image;
}

async function* eventsOf({ order, slots, usage, reply, desk }: { order: ImageOrder; slots: Slot[]; usage: object; reply: Reply; desk: ImageDesk }): AsyncGenerator<string> {
  for (const [image_index, slot] of slots.entries()) {
    await pause(reply, desk.stepMs);
    yield 'image' in slot ? event('partial_succeeded', { image_index, ...slot.image, size: sizeOf(order) }) : event('partial_failed', { image_index, error: slot.error });
  }
  const last = slots.at(-1);
  const isBroken = last !== undefined && 'error' in last && last.error === BROKEN;
  if (!isBroken || desk.completesAfterInternalError) yield event('completed', { usage });
  if (desk.endsWithDone) yield 'data: [DONE]\n\n';
}

function event(name: string, data: object): string {
  return `event: image_generation.${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Waits, but no longer than the caller does. */
export async function pause(reply: Reply, ms: number): Promise<void> {
  if (ms > 0) await Promise.race([sleep(ms), reply.left()]);
}

function sizeOf({ width, height }: ImageOrder): string {
  return `${width}x${height}`;
}
