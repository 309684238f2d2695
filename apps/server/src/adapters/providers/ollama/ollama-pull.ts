import { z } from 'zod';
import type { PullProgress } from '../../../ports/model-host.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';
import { jsonOf } from './ollama-answer.ts';
import type { OllamaSettings } from './ollama-settings.ts';
import { Said } from './ollama-wire.ts';

const Line = z.object({ status: z.string(), digest: z.string().nullish(), total: z.number().nullish(), completed: z.number().nullish() });
/** One between a layer's lines is long in coming where the network is. */
const LIMITS = { idleTimeoutMs: 120_000 };

type Context = { wire: Wire; tools: ProviderTools; settings: OllamaSettings };
type PullCall = { signal: AbortSignal; onProgress(progress: PullProgress): void };

/** Fetches a model onto the server's disk. What breaks off is gone on with: the server keeps what it has. Throws ProviderError. */
export async function pullModel(context: Context, model: string, call: PullCall): Promise<void> {
  const { tools, settings, wire } = context;
  const layers: Layers = new Map();
  for (let tries = 1; ; tries += 1) {
    try {
      return await pullOnce(wire, model, { layers, call });
    } catch (error) {
      if (!(error instanceof ProviderError) || (error.fault !== 'down' && error.fault !== 'busy') || tries >= settings.pullTriesMax) throw error;
    }
    await tools.wait(settings.pullRetryMs, call.signal).catch(() => undefined);
    if (call.signal.aborted) throw wire.fault('cancelled');
  }
}

/** Bytes by digest. */
type Layers = Map<string, { total: number; done: number }>;

async function pullOnce(wire: Wire, model: string, { layers, call }: { layers: Layers; call: PullCall }): Promise<void> {
  const { lines } = await wire.stream('/api/pull', { model, stream: true }, { call, limits: LIMITS });
  for await (const text of lines()) {
    const json = jsonOf(text);
    const failed = Said.safeParse(json);
    if (failed.success) throw wire.fault(isUnknown(failed.data.error) ? 'no-model' : 'down', { code: 'pull.failed', said: failed.data.error });
    const line = Line.safeParse(json);
    if (!line.success) throw wire.lost({}, { code: 'answer.unreadable' });
    const { status, digest, total, completed } = line.data;
    if (digest && total) layers.set(digest, { total, done: Math.max(layers.get(digest)?.done ?? 0, Math.min(total, completed ?? 0)) });
    call.onProgress({ status, doneBytes: sumOf(layers, 'done'), totalBytes: sumOf(layers, 'total') });
    if (status === 'success') return;
  }
  throw wire.lost({}, { code: 'answer.unfinished' });
}

/** UNCONFIRMED: how it words that there is no such model. */
function isUnknown(said: string): boolean {
  return /manifest.{0,60}(?:does not exist|not found)|\b404\b/i.test(said);
}

function sumOf(layers: Layers, of: 'total' | 'done'): number {
  return [...layers.values()].reduce((sum, layer) => sum + layer[of], 0);
}
