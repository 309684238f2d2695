import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import { downloadPicture, pictureOfBase64 } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { answerOfSlots, slotWith } from '../wire/slots.ts';
import type { Wire } from '../wire/wire.ts';
import type { VisualSettings } from './visual-settings.ts';
import { actionPath, ENDED, Outer, readingOfCode, SUCCESS, withoutPrompt } from './visual-wire.ts';

export type Context = { wire: Wire; tools: ProviderTools; settings: VisualSettings };
type Drawing = { request: ImageRequest; call: ImageCall };

const Result = Outer.extend({ data: z.object({ status: z.string().nullish(), image_urls: z.array(z.string()).nullish(), binary_data_base64: z.array(z.string()).nullish() }).nullish() });
type Result = z.infer<typeof Result>;

/** Pictures as base64 at 4K. */
const BYTES_MAX = 128 * 2 ** 20;

/** Looks after the task that this very call has begun. Whatever hides its end from us, it may have been billed: then it is `unknown`. */
export async function ownTask(context: Context, taskId: string, drawing: Drawing): Promise<ImageAnswer> {
  const { wire } = context;
  const lost = (facts: ProviderError['facts']): ProviderError => wire.lost({ mayBill: true }, facts);
  const result = await ended(context, taskId, { ...drawing, isOwn: true }).catch((error: unknown) => {
    const isPassed = !(error instanceof ProviderError) || error.fault === 'cancelled' || error.fault === 'refused' || error.facts.code?.startsWith(ENDED);
    throw isPassed ? error : lost(error.facts);
  });
  if (typeof result === 'string') throw lost({ code: ENDED + result });
  return picturesOf(context, result, drawing);
}

/** Looks after a task of earlier. Undefined when the service knows nothing of it any more. */
export async function earlierTask(context: Context, taskId: string, drawing: Drawing): Promise<ImageAnswer | undefined> {
  const result = await ended(context, taskId, { ...drawing, isOwn: false });
  return typeof result === 'string' ? undefined : picturesOf(context, result, drawing);
}

/** Its good end; or what the service says of one that it does not have, with as many tries as a failure has when it has just taken it. */
async function ended(context: Context, taskId: string, { request, call, isOwn }: Drawing & { isOwn: boolean }): Promise<Result | 'not_found' | 'expired'> {
  const { tools, settings, wire } = context;
  const until = tools.now().getTime() + settings.taskTimeoutMs;
  let failed = 0;
  for (;;) {
    const result = await lookAt(context, taskId, { reqKey: request.model.id, signal: call.signal }).catch((error: unknown) => {
      // A look costs nothing: what breaks it off says nothing about the task.
      if (!(error instanceof ProviderError) || !['down', 'busy'].includes(error.fault) || error.facts.code?.startsWith(ENDED) || (failed += 1) >= settings.looksMax) throw withoutPrompt(error, request.prompt);
      return undefined;
    });
    const status = result?.data?.status;
    if (result && status === 'done') return result;
    if (status === 'expired') return status;
    if (status === 'not_found') {
      failed += 1;
      if (!isOwn || failed >= settings.looksMax) return status;
    } else if (result) failed = 0;
    if (tools.now().getTime() > until) throw wire.lost({ mayBill: true }, { code: 'task.too-long' });
    await tools.wait(settings.pollMs, call.signal).catch(() => undefined);
    if (call.signal.aborted) throw wire.fault('cancelled');
  }
}

/** One look. Throws ProviderError, with `ENDED` before its code for a task that is done and failed. */
export async function lookAt({ wire, settings }: Context, taskId: string, { reqKey, signal }: { reqKey: string; signal: AbortSignal }): Promise<Result> {
  const wish = { return_url: settings.answersAs === 'url', logo_info: { add_logo: settings.watermark } };
  const body = { req_key: reqKey, task_id: taskId, req_json: JSON.stringify(wish) };
  const { json } = await wire.postJson(actionPath(settings.resultAction, settings), body, { call: { signal }, limits: { headTimeoutMs: 60_000, idleTimeoutMs: 60_000, bytesMax: BYTES_MAX }, reads: Result });
  if (json.code === SUCCESS) return json;
  const { fault, ...facts } = readingOfCode(json);
  throw wire.fault(fault, { ...facts, code: (json.data?.status === 'done' ? ENDED : '') + (facts.code ?? '') });
}

async function picturesOf({ wire }: Context, { data }: Result, { request, call }: Drawing): Promise<ImageAnswer> {
  const asked = pixelsFor(request.size, request.model.sizes);
  const inPlace = (data?.binary_data_base64 ?? []).map((text) => () => pictureOfBase64(text, { asked }));
  const made = inPlace.length > 0 ? inPlace : (data?.image_urls ?? []).map((url) => () => downloadPicture(wire, url, { call, asked }));
  const slots: ImageSlot[] = [];
  for (const make of made.slice(0, request.count)) slots.push(await slotWith(make));
  return answerOfSlots(slots);
}
