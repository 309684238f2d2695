import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import { pictureOfBase64 } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { Wire } from '../wire/wire.ts';
import type { SdcppSettings } from './sdcpp-settings.ts';

const Job = z.object({
  status: z.enum(['queued', 'generating', 'completed', 'failed', 'cancelled']), queue_position: z.number().nullish(),
  result: z.object({ images: z.array(z.object({ b64_json: z.string().nullish() })).nullish() }).nullish(),
  error: z.object({ code: z.union([z.string(), z.number()]).nullish(), message: z.string().nullish() }).nullish(),
});
type Job = z.infer<typeof Job>;
type Context = { wire: Wire; tools: ProviderTools; settings: SdcppSettings };

/** How long telling of a cancel may take. */
const TELL_MS = 1500;
const BYTES_MAX = 256 * 2 ** 20;

/** Looks after a job until it ends. Undefined when the server knows nothing of it any more. Throws ProviderError. */
export async function jobAnswer(context: Context, id: string, { request, call }: { request: ImageRequest; call: ImageCall }): Promise<ImageAnswer | undefined> {
  const { tools, settings, wire } = context;
  const until = tools.now().getTime() + settings.jobTimeoutMs;
  let failed = 0;
  for (;;) {
    const job = await look(context, id, call.signal).catch((error: unknown) => {
      // A look costs nothing: what breaks it off says nothing about the job.
      if (!(error instanceof ProviderError) || !['down', 'busy'].includes(error.fault) || (failed += 1) >= settings.looksMax) throw error;
      return 'missed' as const;
    });
    if (job === undefined) return undefined;
    if (job !== 'missed') {
      failed = 0;
      if (job.status === 'completed') return answerOf(job, request);
      if (job.status === 'failed') throw wire.fault('down', { code: String(job.error?.code ?? 'job.failed'), said: job.error?.message ?? undefined });
      if (job.status === 'cancelled') throw wire.fault('down', { code: 'job.cancelled' });
      call.onProgress?.(job.status === 'queued' ? { queuePosition: (job.queue_position ?? 0) + 1 } : {});
    }
    if (tools.now().getTime() > until) {
      await cancelJob(context, id);
      throw wire.fault('down', { code: 'job.too-long' });
    }
    await pause(context, settings.pollMs, call.signal);
  }
}

/** What waits is taken back; what runs already goes on to its end, there is no way to stop it. Throws nothing. */
export async function cancelJob({ wire }: Pick<Context, 'wire'>, id: string): Promise<void> {
  try {
    await wire.postJson(`/sdcpp/v1/jobs/${encodeURIComponent(id)}/cancel`, {}, { call: { signal: AbortSignal.timeout(TELL_MS) } });
  } catch {
    // 409 for what runs or has ended; and where nobody answers, nobody can be told.
  }
}

/** Undefined for a job that the server has dropped (410) or never had (404). */
async function look({ wire }: Context, id: string, signal: AbortSignal): Promise<Job | undefined> {
  try {
    const { json } = await wire.getJson(`/sdcpp/v1/jobs/${encodeURIComponent(id)}`, { call: { signal }, limits: { headTimeoutMs: 60_000, idleTimeoutMs: 60_000, bytesMax: BYTES_MAX }, reads: Job });
    return json;
  } catch (error) {
    if (error instanceof ProviderError && (error.facts.status === 404 || error.facts.status === 410)) return undefined;
    throw error;
  }
}

function answerOf({ result }: Job, request: ImageRequest): ImageAnswer {
  const asked = pixelsFor(request.size, request.model.sizes);
  const slots = (result?.images ?? []).map(({ b64_json: image }): ImageSlot => {
    try {
      return { kind: 'picture', picture: pictureOfBase64(image, { asked }) };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'fault', fault: error.fault, facts: error.facts };
    }
  });
  const fault = slots.find((slot) => slot.kind === 'fault');
  if (slots.some(({ kind }) => kind === 'picture')) return { slots };
  throw fault ? new ProviderError(fault.fault, fault.facts) : new ProviderError('empty', { code: 'picture.missing' });
}

async function pause({ tools, wire }: Context, ms: number, signal: AbortSignal): Promise<void> {
  await tools.wait(ms, signal).catch(() => undefined);
  if (signal.aborted) throw wire.fault('cancelled');
}
