/** Ollama by its own API: words from models on a machine nearby, and those models themselves. */
import { z } from 'zod';
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { answerOf } from './ollama-answer.ts';
import { ollamaHost } from './ollama-host.ts';
import { listTextModels, type KnownModels } from './ollama-models.ts';
import { chatBody } from './ollama-request.ts';
import { OllamaSettings } from './ollama-settings.ts';
import { ollamaWire } from './ollama-wire.ts';

export const ollamaProvider: ProviderKind<OllamaSettings> = {
  kind: 'ollama', title: 'Ollama', bills: false, defaultUrl: 'http://127.0.0.1:11434', secrets: [{ name: 'key', isRequired: false }], settings: OllamaSettings, open,
};

const Version = z.object({ version: z.string() });

function open(endpoint: Endpoint<OllamaSettings>, tools: ProviderTools): OpenProvider {
  const { settings } = endpoint;
  const wire = ollamaWire(endpoint, tools);
  const known: KnownModels = new Map();
  return {
    host: ollamaHost({ wire, tools, settings }),
    text: {
      listModels: (signal) => listTextModels(wire, { settings, known, signal }),
      async write(request, call) {
        const body = chatBody(request, settings);
        return answerOf(await wire.stream('/api/chat', body, { call, mayBill: true, limits: { headTimeoutMs: settings.loadTimeoutMs } }), { wire, call, body });
      },
    },
    async check(signal) {
      const { json } = await wire.getJson('/api/version', { call: { signal }, reads: Version });
      return { says: `Ollama ${json.version}` };
    },
  };
}
