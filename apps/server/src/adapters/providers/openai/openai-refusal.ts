import { z } from 'zod';
import type { ProviderError, ProviderFault } from '../../../ports/provider-error.ts';
import { durationMs, retryAfterMs } from '../wire/retry-after.ts';
import { cleanSaid } from '../wire/said.ts';
import type { Ask, Refusal, RefusalReading, Wire } from '../wire/wire.ts';

const Problem = z.object({
  message: z.string().nullish().catch(undefined), type: z.string().nullish().catch(undefined), code: z.union([z.string(), z.number()]).nullish().catch(undefined),
  /** OpenRouter tells so that a model of others moderates its input. */
  metadata: z.object({ reasons: z.array(z.unknown()).nullish() }).nullish().catch(undefined),
});
/** An error as the service tells it, in words alone, or as FastAPI tells it. */
const Failure = z.union([
  z.object({ error: z.union([z.string().min(1).transform((message) => ({ message })), Problem]) }).transform(({ error }) => error),
  z.object({ object: z.literal('error') }).and(Problem),
  z.object({ detail: z.unknown() }).transform(({ detail }) => ({ message: typeof detail === 'string' ? detail : JSON.stringify(detail) })),
]);
type Failure = z.infer<typeof Problem>;

/** By code or type: where the status alone says too little. */
const FAULTS: Readonly<Record<string, ProviderFault>> = {
  moderation_blocked: 'refused', content_policy_violation: 'refused', content_filter: 'refused',
  insufficient_quota: 'exhausted', billing_hard_limit_reached: 'exhausted', billing_not_active: 'exhausted',
  model_not_found: 'no-model', invalid_api_key: 'denied', rate_limit_exceeded: 'busy',
};
/** Some tell the status as a number under 200: only those that say that nothing was done. */
const UNDONE: Readonly<Record<number, ProviderFault>> = { 400: 'invalid', 401: 'denied', 402: 'exhausted', 403: 'denied', 404: 'no-model', 429: 'busy' };

/** The failure that a body tells, if it tells one. */
export function failureIn(json: unknown): Failure | undefined {
  if (typeof json !== 'object' || json === null || !('error' in json ? json.error : 'detail' in json || ('object' in json && json.object === 'error'))) return undefined;
  return Failure.safeParse(json).data;
}

export function readOpenaiRefusal({ json, status, headers }: Refusal): RefusalReading | undefined {
  const failure = failureIn(json);
  if (!failure) return undefined;
  const wait = retryAfterMs(headers, new Date(0)) === undefined ? /\btry again in ((?:\d+(?:\.\d+)?(?:ms|h|m|s))+)/i.exec(failure.message ?? '')?.[1] : undefined;
  return { ...readingOf(failure, status), ...(wait === undefined ? {} : { retryAfterMs: durationMs(wait) }) };
}

/**
 * A failure that is told under 200 or in the middle of a stream. What was declined for safety is refused; before anything was told, what
 * says that nothing was done is believed; all else leaves open what was done.
 */
export function toldFailure(wire: Wire, ask: Ask, { failure, isBegun, texts }: { failure: Failure; isBegun: boolean; texts: readonly string[] }): ProviderError {
  const { fault: known, side, ...facts } = readingOf(failure, undefined);
  const fault = known ?? (typeof failure.code === 'number' ? UNDONE[failure.code] : undefined);
  const said = facts.said === undefined ? undefined : cleanSaid(facts.said, { secrets: [], texts });
  if (fault === 'refused') return wire.fault('refused', { ...facts, said, side: isBegun ? 'output' : side });
  return fault && !isBegun ? wire.fault(fault, { ...facts, said }) : wire.lost(ask, { ...facts, said });
}

function readingOf({ message, type, code, metadata }: Failure, status: number | undefined): RefusalReading {
  const known = [code, type].map((name) => FAULTS[String(name)]).find((fault) => fault !== undefined);
  const isModerated = (metadata?.reasons?.length ?? 0) > 0;
  const fault = isModerated ? 'refused' : known ?? (status === 404 && /\bmodel\b/i.test(message ?? '') ? 'no-model' : undefined);
  return {
    ...(fault ? { fault } : {}), ...(fault === 'refused' ? { side: 'input' as const } : {}),
    ...(message ? { said: message } : {}), ...(code ?? type ? { code: String(code ?? type) } : {}),
  };
}
