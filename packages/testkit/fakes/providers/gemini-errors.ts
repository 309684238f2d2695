/** The refusals of Gemini that come with an HTTP status: one envelope, its words, and the details that tell how long to wait. */
import type { Fault } from './fault.ts';
import type { Answer } from './reply.ts';

export type GeminiErrorBody = { error: { code: number; message: string; status: string; details?: Record<string, unknown>[] } };

/** Thrown by what checks a request; the route answers it. */
export class GeminiRefusal extends Error {
  readonly body: GeminiErrorBody;

  constructor(code: number, message: string, details?: Record<string, unknown>[]) {
    super(message);
    this.body = errorBody(code, message, details);
  }
}

const RPC = 'type.googleapis.com/google.rpc.';
const PER_MINUTE = 'GenerateRequestsPerMinutePerProjectPerModel';
const DEFAULT_RETRY_S = 22;

const WORDS: Record<number, [status: string, message: string]> = {
  400: ['INVALID_ARGUMENT', 'Request contains an invalid argument.'],
  401: ['UNAUTHENTICATED', 'Request had invalid authentication credentials.'],
  403: ['PERMISSION_DENIED', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'Requested entity was not found.'],
  429: ['RESOURCE_EXHAUSTED', 'You exceeded your current quota, please check your plan and billing details.'],
  500: ['INTERNAL', 'An internal error has occurred.'],
  503: ['UNAVAILABLE', 'The model is overloaded. Please try again later.'],
  504: ['DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.'],
};

/**
 * The refusal of a `status` fault. Its code may be the vendor's status word, a reason (`API_KEY_INVALID`, `CONSUMER_SUSPENDED`), or
 * the `quotaId` of a 429 (anything with `PerMinute` or `PerDay`); `RESOURCE_EXHAUSTED` alone is a 429 without details.
 */
export function statusRefusal(status: number, packed: string | undefined, key: string): GeminiErrorBody {
  const { code, retryAfterS } = unpack(packed);
  const body = bodyOf({ status, code, retryAfterS, key });
  if (body.error.code !== status) throw new Error(`Gemini tells ${code} under ${body.error.code}, not ${status}`);
  return body;
}

function bodyOf({ status, code, retryAfterS, key }: { status: number; code: string | undefined; retryAfterS: number | undefined; key: string }): GeminiErrorBody {
  const retry = retryAfterS === undefined ? [] : [retryInfo(retryAfterS)];
  if (status === 429 && code === 'RESOURCE_EXHAUSTED') return errorBody(429, 'Resource has been exhausted (e.g. check quota).', retry);
  if (status === 429 && (code === undefined || /Per(Minute|Day)/.test(code))) return quotaRefusal(code ?? PER_MINUTE, retryAfterS ?? DEFAULT_RETRY_S);
  if (code === 'API_KEY_INVALID') return keyRefusal();
  if (code === 'CONSUMER_SUSPENDED') return errorBody(403, `Permission denied: Consumer 'api_key:${key}' has been suspended.`, [errorInfo(code)]);
  if (status === 400 && code === 'FAILED_PRECONDITION') return { error: { code: 400, message: 'User location is not supported for the API use without a billing account linked.', status: code } };
  if (code !== undefined && code !== WORDS[status]?.[0]) throw new Error(`Gemini has no code ${code} under ${status}`);
  return errorBody(status, WORDS[status]?.[1] ?? 'Unknown error.', retry);
}

function quotaRefusal(quotaId: string, retryAfterS: number): GeminiErrorBody {
  const violation = { quotaMetric: 'generativelanguage.googleapis.com/generate_content_requests', quotaId, quotaValue: '10' };
  return errorBody(429, `${WORDS[429]?.[1]} Please retry in ${retryAfterS}s.`, [{ '@type': `${RPC}QuotaFailure`, violations: [violation] }, retryInfo(retryAfterS)]);
}

/** A wrong key is a bad argument here, not 401. */
export function keyRefusal(): GeminiErrorBody {
  return errorBody(400, 'API key not valid. Please pass a valid API key.', [errorInfo('API_KEY_INVALID')]);
}

/** UNCONFIRMED: a missing key. */
export function noKeyRefusal(): GeminiErrorBody {
  return errorBody(403, "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.");
}

export function noModelRefusal(id: string, method: string): GeminiRefusal {
  return new GeminiRefusal(404, `models/${id} is not found for API version v1beta, or is not supported for ${method}. Call ListModels to see the list of available models and their supported methods.`);
}

export function errorAnswer(body: GeminiErrorBody, isWrapped: boolean): Answer {
  return { status: body.error.code, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: isWrapped ? [body] : body };
}

/** The wait of a `status` fault is told in the body, never in a header: it travels within the code. */
export function packWait(fault: Fault): Fault {
  if (fault.kind !== 'status' || fault.retryAfterS === undefined) return fault;
  return { kind: 'status', status: fault.status, code: `${fault.code ?? ''}@${fault.retryAfterS}` };
}

function unpack(packed: string | undefined): { code: string | undefined; retryAfterS: number | undefined } {
  const [code, wait] = packed?.split('@') ?? [];
  return { code: code || undefined, retryAfterS: wait === undefined ? undefined : Number(wait) };
}

function errorBody(code: number, message: string, details: Record<string, unknown>[] = []): GeminiErrorBody {
  return { error: { code, message, status: WORDS[code]?.[0] ?? 'UNKNOWN', ...(details.length > 0 ? { details } : {}) } };
}

function retryInfo(seconds: number): Record<string, unknown> {
  return { '@type': `${RPC}RetryInfo`, retryDelay: `${seconds}s` };
}

function errorInfo(reason: string): Record<string, unknown> {
  return { '@type': `${RPC}ErrorInfo`, reason, domain: 'googleapis.com', metadata: { service: 'generativelanguage.googleapis.com' } };
}
