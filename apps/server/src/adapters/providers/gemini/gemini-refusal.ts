import { z } from 'zod';
import type { ProviderError } from '../../../ports/provider-error.ts';
import { durationMs } from '../wire/retry-after.ts';
import { cleanSaid } from '../wire/said.ts';
import type { Ask, Refusal, RefusalReading, Wire } from '../wire/wire.ts';

const Detail = z.object({ reason: z.string().optional(), retryDelay: z.string().optional(), violations: z.array(z.object({ quotaId: z.string().optional(), quotaValue: z.union([z.string(), z.number()]).optional() })).optional() });
const Problem = z.object({ error: z.object({ message: z.string().optional(), status: z.string().optional(), details: z.array(Detail.catch({})).optional().catch(undefined) }) });
type Problem = z.infer<typeof Problem>['error'];

/** The failure that a body tells, if it tells one: alone, or in an array of one. */
export function failureIn(json: unknown): Problem | undefined {
  return Problem.safeParse(Array.isArray(json) ? json[0] : json).data?.error;
}

export function readGeminiRefusal({ json, status }: Refusal): RefusalReading | undefined {
  const failure = failureIn(json);
  return failure && readingOf(failure, status);
}

/** A failure in the middle of a stream: it leaves open what was done. */
export function toldFailure(wire: Wire, ask: Ask, { failure, texts }: { failure: Problem; texts: readonly string[] }): ProviderError {
  return wire.lost(ask, { code: failure.status, said: failure.message && cleanSaid(failure.message, { secrets: [], texts }) });
}

function readingOf({ message, status: word, details = [] }: Problem, status: number): RefusalReading {
  const reason = details.map((detail) => detail.reason).find((one) => one !== undefined);
  const wait = details.map(({ retryDelay }) => (retryDelay === undefined ? undefined : durationMs(retryDelay))).find((ms) => ms !== undefined);
  const fault = faultOf({ reason, word, status, violations: details.flatMap(({ violations = [] }) => violations) });
  return {
    ...(fault ? { fault } : {}), ...(message ? { said: message } : {}), ...(reason ?? word ? { code: reason ?? word } : {}),
    // What is used up for the day does not come back in the seconds that are told beside it.
    ...(wait === undefined || fault === 'exhausted' ? {} : { retryAfterMs: wait }),
  };
}

type Facts = { reason: string | undefined; word: string | undefined; status: number; violations: readonly { quotaId?: string | undefined; quotaValue?: string | number | undefined }[] };

function faultOf({ reason, word, status, violations }: Facts): RefusalReading['fault'] {
  // A wrong key is a bad argument here, as a region or an account without billing is.
  if (reason?.startsWith('API_KEY_') || word === 'FAILED_PRECONDITION') return 'denied';
  if (status === 429 && violations.some(({ quotaId, quotaValue }) => /PerDay/i.test(quotaId ?? '') || String(quotaValue) === '0')) return 'exhausted';
  return status === 404 && word === 'NOT_FOUND' ? 'no-model' : undefined;
}
