import { z } from 'zod';
import type { ProviderErrorFacts, ProviderFault } from '../../../ports/provider-error.ts';
import type { ProviderError, ProviderTools } from '../../../ports/provider.ts';
import { cleanSaid } from '../wire/said.ts';
import { openWire, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';

/** An error of Ark: under its status, in a slot of a group, in an event. */
export const ArkFault = z.object({ code: z.string().nullish(), message: z.string().nullish() });
export type ArkFault = z.infer<typeof ArkFault>;

export function arkWire(url: string, key: string, tools: ProviderTools): Wire {
  return openWire({ url, tools, bills: true, secretsToMask: key ? [key] : [], readRefusal, headers: () => ({ authorization: `Bearer ${key}` }) });
}

/** The error as a fault; `otherwise` where its code says nothing of its own. `prompt` may come back in the message. */
export function faultOf(wire: Wire, error: ArkFault, { prompt, otherwise }: { prompt: string; otherwise: ProviderFault }): ProviderError {
  const { fault = otherwise, ...facts } = readingOf(error);
  return wire.fault(fault, { ...facts, ...(facts.said === undefined ? {} : { said: cleanSaid(facts.said, { secrets: [], texts: [prompt] }) }) });
}

/** An error of the service itself: no more comes after it. */
export function isInternal({ code }: ArkFault): boolean {
  return code === 'InternalServiceError';
}

const Body = z.object({ error: ArkFault });

function readRefusal({ json }: Refusal): RefusalReading | undefined {
  const body = Body.safeParse(json);
  return body.success ? readingOf(body.data.error) : undefined;
}

/** What does not stand here is told from the status. */
const BY_CODE: readonly [RegExp, ProviderFault, side?: 'input' | 'output'][] = [
  [/^Output.*(?:Sensitive|Risk)/, 'refused', 'output'], [/(?:SensitiveContent|Risk)Detect/, 'refused', 'input'],
  [/^(?:AuthenticationError|AccessDenied|OperationDenied)\b/, 'denied'], [/^(?:AccountOverdueError|QuotaExceeded|SetLimitExceeded)\b/, 'exhausted'],
  [/^(?:ModelNotOpen|InvalidEndpoint\w*)\b/, 'no-model'], [/RateLimitExceeded|^RequestBurstTooFast|^ServerOverloaded/, 'busy'], [/^(?:Invalid|Missing)Parameter\b/, 'invalid'],
];

function readingOf({ code, message }: ArkFault): RefusalReading {
  const [, fault, side] = BY_CODE.find(([pattern]) => pattern.test(code ?? '')) ?? [];
  const facts: Omit<ProviderErrorFacts, 'status' | 'cause'> = { ...(code ? { code } : {}), ...(message ? { said: message } : {}), ...(side ? { side } : {}) };
  return { ...facts, ...(fault ? { fault } : {}) };
}
