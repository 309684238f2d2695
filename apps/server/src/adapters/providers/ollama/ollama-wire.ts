import { z } from 'zod';
import type { Endpoint, ProviderTools } from '../../../ports/provider.ts';
import { openWire, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';
import type { OllamaSettings } from './ollama-settings.ts';

/** The wire to one server. It knows no keys itself; what stands before it, and the vendor's own machines, take one as Bearer. */
export function ollamaWire({ url, secrets }: Endpoint<OllamaSettings>, tools: ProviderTools): Wire {
  const key = secrets['key'];
  return openWire({
    url, tools, bills: false, readRefusal, secretsToMask: key ? [key] : [],
    headers: (): Record<string, string> => (key ? { authorization: `Bearer ${key}` } : {}),
  });
}

export const Said = z.object({ error: z.string() });

function readRefusal({ json, status }: Refusal): RefusalReading | undefined {
  const body = Said.safeParse(json);
  if (!body.success) return undefined;
  const said = body.data.error;
  // A route that is not there answers in plain text.
  if (status === 404) return { fault: 'no-model', said };
  // Its queue is full: it is well, and has too much to do.
  return status === 503 && /\bbusy\b|pending/i.test(said) ? { fault: 'busy', said } : { said };
}
