import type { z } from 'zod';
import type { ProviderCall, ProviderErrorFacts, ProviderFault, ProviderTools } from '../../../ports/provider.ts';
import type { ProviderError } from '../../../ports/provider-error.ts';
import type { WebSocketIn } from '../../../ports/safe-fetch.ts';
import type { StreamEvent } from './events.ts';

/** Milliseconds and bytes, as in `Outgoing`. */
export type WireLimits = { headTimeoutMs: number; idleTimeoutMs: number; bytesMax: number };

/** A request right before it leaves: what a signature is made over. `path` begins with a slash, `query` without its question mark. */
export type Leaving = { method: string; host: string; path: string; query: string; body: Uint8Array };

/** An answer that is no success. `json` is undefined where `text` is no JSON; `text` is what it says, cut to 64 kB. */
export type Refusal = { status: number; headers: Headers; text: string; json: unknown };

/** What an adapter reads out of a refusal; what it leaves out is told from the status. */
export type RefusalReading = { fault?: ProviderFault } & Omit<ProviderErrorFacts, 'status' | 'cause'>;

export type WireOptions = {
  /** Of the endpoint, without a slash at its end. */
  url: string;
  tools: Pick<ProviderTools, 'web' | 'now' | 'wait'>;
  /** As the kind says it: then a lost answer of a request that `mayBill` is `unknown`. */
  bills: boolean;
  /** Awaited for each request, never for the address of a result. */
  headers?(leaving: Leaving): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  readRefusal?(refusal: Refusal): RefusalReading | undefined;
  /** Keys and tokens, which never stand in an error. */
  secretsToMask: readonly string[];
  /** Of every request; those of one request go first. */
  limits?: Partial<WireLimits>;
};

/** `call` may be a whole `ProviderCall`. `onSending` is awaited only for a request that `mayBill`. */
export type Ask = {
  call: Pick<ProviderCall, 'signal'> & Partial<Pick<ProviderCall, 'onSending'>>;
  mayBill?: boolean;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Undefined ones are left out. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  headers?: Readonly<Record<string, string>>;
  limits?: Partial<WireLimits>;
};

/** `reads`: the shape of a success; another shape is an answer that cannot be read. */
export type AskJson<Answer> = Ask & { reads?: z.ZodType<Answer>; /** An answer without a body is undefined, and no fault. */ mayBeEmpty?: boolean };

export type Answered<Answer> = { status: number; headers: Headers; json: Answer };

/** Read once, by one of the three: to its end, or left by `break`, which closes the connection; or discarded. All throw ProviderError. */
export type Streamed = {
  status: number;
  headers: Headers;
  body: AsyncIterable<Uint8Array>;
  /** Of `text/event-stream`, up to `[DONE]` or the end. */
  events(): AsyncIterable<StreamEvent>;
  /** Of NDJSON, without empty ones. */
  lines(): AsyncIterable<string>;
  discard(): Promise<void>;
};

/** `path` begins with a slash and may hold a query of its own. Everything throws ProviderError; what `onSending` throws is passed on. */
export type Wire = {
  getJson<Answer = unknown>(path: string, ask: AskJson<Answer>): Promise<Answered<Answer>>;
  postJson<Answer = unknown>(path: string, body: unknown, ask: AskJson<Answer>): Promise<Answered<Answer>>;
  postForm<Answer = unknown>(path: string, form: FormData, ask: AskJson<Answer>): Promise<Answered<Answer>>;
  getBytes(path: string, ask: Ask): Promise<{ bytes: Uint8Array; headers: Headers }>;
  /** POST with a JSON body or a form, GET without: for `events` and `lines`. */
  stream(path: string, body: unknown, ask: Ask): Promise<Streamed>;
  /**
   * What lies at the address of a result, tried three times, up to 50 MB unless told. Without our headers: the address is the provider's
   * word. `empty` with `picture.gone` where it is over, `picture.too-large` above the limit; else a lost answer.
   */
  download(url: string, ask: Pick<Ask, 'call' | 'limits'>): Promise<Uint8Array>;
  openSocket(path: string, ask: Pick<Ask, 'call' | 'query'> & { messageBytesMax: number; openTimeoutMs?: number }): Promise<WebSocketIn>;
  /** A failure told under 200 or in a stream: masked and cut as all others. */
  fault(fault: ProviderFault, facts?: ProviderErrorFacts): ProviderError;
  /** An answer that was lost, or that cannot be read: `unknown` where it may have been billed, `down` where not. */
  lost(ask: Pick<Ask, 'mayBill'>, facts?: ProviderErrorFacts): ProviderError;
};
