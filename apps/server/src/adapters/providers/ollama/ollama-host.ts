import { z } from 'zod';
import type { HostedModel, ModelHost } from '../../../ports/model-host.ts';
import type { ProviderTools } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';
import { listTags } from './ollama-models.ts';
import { pullModel } from './ollama-pull.ts';
import { loadBody, unloadBody } from './ollama-request.ts';
import type { OllamaSettings } from './ollama-settings.ts';

const Loaded = z.object({ models: z.array(z.object({ name: z.string(), size: z.number().nullish(), size_vram: z.number().nullish(), expires_at: z.string().nullish() })).nullish() });
type Loaded = NonNullable<z.infer<typeof Loaded>['models']>[number];

/** `for ever` is told as some hundred years. */
const FOREVER_MS = 50 * 365 * 24 * 3_600_000;

/** What the server keeps on its disk and in memory. */
export function ollamaHost(context: { wire: Wire; tools: ProviderTools; settings: OllamaSettings }): ModelHost {
  const { wire, tools, settings } = context;
  const chat = async (body: unknown, signal: AbortSignal) => { await wire.postJson('/api/chat', body, { call: { signal }, limits: { headTimeoutMs: settings.loadTimeoutMs } }); };
  return {
    async listHosted(signal) {
      const [tags, { json }] = await Promise.all([listTags(wire, signal), wire.getJson('/api/ps', { call: { signal }, reads: Loaded })]);
      return tags.map(({ name, size, details }): HostedModel => {
        const loaded = json.models?.find((one) => one.name === name);
        const { family, parameter_size: parameters, quantization_level: quantization } = details ?? {};
        return {
          id: name, sizeBytes: size ?? 0, ...(loaded ? { loaded: loadedOf(loaded, tools.now()) } : {}),
          ...(family ? { family } : {}), ...(parameters ? { parameters } : {}), ...(quantization ? { quantization } : {}),
        };
      });
    },
    load: (model, signal) => chat(loadBody(model, settings), signal),
    unload: (model, signal) => chat(unloadBody(model), signal),
    pull: (model, call) => pullModel(context, model, call),
    async remove(model, signal) {
      await wire.postJson('/api/delete', { model }, { call: { signal }, method: 'DELETE', mayBeEmpty: true });
    },
  };
}

/** `size` is all of its memory, of the card's and the machine's. */
function loadedOf({ size, size_vram: vram, expires_at: expiresAt }: Loaded, now: Date): NonNullable<HostedModel['loaded']> {
  const until = new Date(expiresAt ?? Number.NaN);
  const isTold = !Number.isNaN(until.getTime()) && until.getTime() - now.getTime() < FOREVER_MS;
  return { memoryBytes: size ?? vram ?? 0, ...(isTold ? { until } : {}) };
}
