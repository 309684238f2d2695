import { z } from 'zod';
import type { ImageCall } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import { pictureOfBase64 } from '../wire/pictures.ts';
import type { Wire } from '../wire/wire.ts';
import type { A1111Settings } from './a1111-settings.ts';
import { tell } from './a1111-wire.ts';

const Task = z.object({ active: z.boolean(), queued: z.boolean().default(false), completed: z.boolean().default(false), progress: z.number().nullish(), live_preview: z.string().nullish(), id_live_preview: z.number().nullish(), textinfo: z.string().nullish() });
const Global = z.object({ progress: z.number(), current_image: z.string().nullish(), state: z.object({ sampling_step: z.number().nullish(), sampling_steps: z.number().nullish() }).nullish() });

type Seen = { isActive: boolean; isKnown: boolean; share?: number; preview?: string; queuePosition?: number; step?: number; steps?: number };
type Context = { wire: Wire; tools: ProviderTools; settings: A1111Settings };

/** How long telling of a cancel may take. */
const TELL_MS = 1500;
/** A request that has just left may not be known yet. */
const TELL_TRIES = 3;

/** How far the work is. Throws ProviderError. */
async function look({ wire, settings }: Context, taskId: string, { signal, preview = true, last = -1 }: { signal: AbortSignal; preview?: boolean; last?: number }): Promise<Seen> {
  const ask = { call: { signal }, limits: { headTimeoutMs: 20_000, idleTimeoutMs: 20_000, bytesMax: 32 * 2 ** 20 } };
  if (settings.progress === 'global') {
    const { json } = await wire.getJson('/sdapi/v1/progress', { ...ask, query: { skip_current_image: !preview }, reads: Global });
    return { isActive: json.progress > 0, isKnown: true, share: json.progress, preview: json.current_image ?? undefined, step: json.state?.sampling_step ?? undefined, steps: json.state?.sampling_steps ?? undefined };
  }
  const { json } = await wire.postJson('/internal/progress', { id_task: taskId, live_preview: preview, id_live_preview: last }, { ...ask, reads: Task });
  const place = /(\d+)\s*\/\s*\d+/.exec(json.queued ? json.textinfo ?? '' : '')?.[1];
  return {
    isActive: json.active, isKnown: json.active || json.queued || json.completed, share: json.progress ?? undefined,
    preview: json.live_preview ?? undefined, ...(place ? { queuePosition: Number(place) } : {}),
  };
}

/** Tells of the work until `signal` aborts. What fails here fails nothing, but for what the caller's own functions throw. */
export async function follow(context: Context, { taskId, call, count, signal }: { taskId: string; call: ImageCall; count: number; signal: AbortSignal }): Promise<void> {
  const { tools, settings } = context;
  let furthest = 0;
  let isAccepted = false;
  for (let hasWay = true; hasWay && !signal.aborted;) {
    await tools.wait(settings.pollMs, signal).catch(() => undefined);
    if (signal.aborted) return;
    const seen = await look(context, taskId, { signal }).catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
      // A server without this route will not have it the next time.
      hasWay = error.facts.status !== 404;
      return undefined;
    });
    if (!seen || signal.aborted) continue;
    if (seen.isKnown && !isAccepted && settings.progress === 'task') {
      isAccepted = true;
      await call.onAccepted(taskId);
    }
    if (signal.aborted || !(seen.isActive || seen.queuePosition !== undefined)) continue;
    furthest = Math.min(1, Math.max(furthest, seen.share ?? 0));
    call.onProgress?.({ share: furthest, step: seen.step, steps: seen.steps, queuePosition: seen.queuePosition });
    if (seen.preview) show(seen.preview, Math.min(count - 1, Math.floor(furthest * count)), call);
  }
}

/** Ends the work where it runs; what still waits for the card cannot be taken back. Throws nothing. */
export async function interrupt(context: Context, taskId: string): Promise<void> {
  if (context.settings.progress === 'none') return;
  const signal = AbortSignal.timeout(TELL_MS);
  try {
    for (let tries = 0; tries < TELL_TRIES; tries += 1) {
      const seen = await look(context, taskId, { signal, preview: false });
      if (seen.isActive) {
        await tell(context.wire, '/sdapi/v1/interrupt', {}, { call: { signal } });
        return;
      }
      if (seen.isKnown && context.settings.progress === 'task') return;
      await context.tools.wait(100, signal);
    }
  } catch {
    // Nobody is there to be told, and the caller has left already.
  }
}

function show(preview: string, slot: number, call: ImageCall): void {
  if (!call.onPreview) return;
  try {
    call.onPreview(slot, pictureOfBase64(preview));
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}
