import { z } from 'zod';
import type { ImageCall } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';
import { Entry } from './comfyui-answer.ts';
import type { Ear } from './comfyui-ear.ts';
import { placeInQueue } from './comfyui-queue.ts';
import type { ComfyuiSettings } from './comfyui-settings.ts';

const History = z.record(z.string(), Entry);
const BYTES_MAX = 64 * 2 ** 20;
/** After the end was told: the history may know it a moment later. */
const SOON_MS = 40;

export type JobContext = { wire: Wire; tools: ProviderTools; settings: ComfyuiSettings };
type Job = { promptId: string; clientId: string; call: ImageCall; ear: Ear };

/** What the history says of the job once it has ended; undefined when the server knows nothing of it any more. Throws ProviderError. */
export async function endOf(context: JobContext, job: Job): Promise<Entry | undefined> {
  const { wire, tools, settings } = context;
  const { call, ear } = job;
  const until = tools.now().getTime() + settings.jobTimeoutMs;
  let failed = 0;
  let looksAfterEnd = 0;
  for (;;) {
    const seen = await look(context, job).catch((error: unknown) => {
      // A look costs nothing: what breaks it off says nothing about the job.
      if (!(error instanceof ProviderError) || !['down', 'busy'].includes(error.fault) || (failed += 1) >= settings.looksMax) throw error;
      return 'missed' as const;
    });
    if (ear.failure() !== undefined) throw ear.failure();
    if (seen === 'gone') return undefined;
    if (typeof seen === 'object' && 'entry' in seen) return seen.entry;
    if (seen !== 'missed') failed = 0;
    if (typeof seen === 'object') call.onProgress?.({ queuePosition: seen.position });
    if (tools.now().getTime() > until) throw wire.fault('down', { code: 'job.too-long' });
    if (ear.woken.aborted) looksAfterEnd += 1;
    await pause(context, job, ear.woken.aborted ? Math.min(settings.pollMs, SOON_MS * 2 ** (looksAfterEnd - 1)) : settings.pollMs);
  }
}

/** It goes from the queue into the history in one moment: what is in neither is looked for once more, since it may have gone between two looks. */
async function look({ wire }: JobContext, job: Job): Promise<{ entry: Entry } | { position: number } | 'running' | 'gone'> {
  const { call: { signal } } = job;
  const entry = await inHistory(wire, job);
  if (entry) return { entry };
  const found = await placeInQueue(wire, job, signal);
  if (found) return found.place === 'running' ? 'running' : found.place;
  const late = await inHistory(wire, job);
  return late ? { entry: late } : 'gone';
}

async function inHistory(wire: Wire, { promptId, call: { signal } }: Job): Promise<Entry | undefined> {
  const { json } = await wire.getJson(`/history/${encodeURIComponent(promptId)}`, { call: { signal }, limits: { bytesMax: BYTES_MAX }, reads: History });
  return Object.hasOwn(json, promptId) ? json[promptId] : undefined;
}

/** Until the next look, or the end is told. */
async function pause({ tools, wire }: JobContext, { call, ear }: Job, ms: number): Promise<void> {
  const signal = ear.woken.aborted ? call.signal : AbortSignal.any([call.signal, ear.woken]);
  await tools.wait(ms, signal).catch(() => undefined);
  if (call.signal.aborted) throw wire.fault('cancelled');
}
