import type { ErrorBody, Route } from '@komawari/contract';
import { noteReachable } from './reachable.ts';

/** What the server, or the way to it, says no with. `code` is one of the contract's, or `offline`. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

type Query = Record<string, string | number | undefined>;
export type CallInput = {
  params?: Record<string, string>;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Arrives although the page is left meanwhile; for small bodies (browsers allow 64 KB). */
  isParting?: boolean;
};

/** What a route answers, as parsed JSON. */
export type AnswerOf<R extends Route> = R['response'] extends { _zod: { output: infer Answer } } ? Answer : never;

/**
 * Calls a route of the contract. The route is named by its type alone: method and path are checked against it,
 * and no schema travels to the browser. Throws ApiError with a sentence in the language of the page.
 */
export async function call<R extends Route>(method: R['method'], path: R['path'], input: CallInput = {}): Promise<AnswerOf<R>> {
  const response = await send(method, addressOf(path, input), input);
  if (response.status === 204) return asAnswer<R>(undefined);
  const body: unknown = await response.json().catch((error: unknown) => {
    // Cut off half-way is no answer at all.
    if (input.signal?.aborted || response.ok) throw input.signal?.aborted ? error : new ApiError('offline', '', 0);
    return undefined;
  });
  if (response.ok) return asAnswer<R>(body);
  const { error } = (body ?? {}) as Partial<ErrorBody>;
  throw new ApiError(error?.code ?? 'server.error', error?.message ?? response.statusText, response.status);
}

async function send(method: string, address: string, { body, signal, isParting = false }: CallInput): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(address, { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null, keepalive: isParting });
    noteReachable(true);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    noteReachable(false);
    throw new ApiError('offline', '', 0);
  }
}

/** The address of a route with its holes filled. */
export function addressOf(path: string, { params = {}, query = {} }: CallInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${filled}${search === '' ? '' : `?${search}`}`;
}

/** The server writes its answers through the same schema that gives this type, and its tests parse them with it. */
export function asAnswer<R extends Route>(body: unknown): AnswerOf<R> {
  return body as AnswerOf<R>;
}
