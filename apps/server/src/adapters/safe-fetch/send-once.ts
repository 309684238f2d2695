import type { Readable } from 'node:stream';
import { Client, errors } from 'undici';
import { WebError } from '../../ports/safe-fetch.ts';
import { openConnection, type TlsOptions } from './connect.ts';
import type { Target } from './target.ts';

/** A request as it is written on the wire. */
export type Hop = { method: string; headers: Readonly<Record<string, string>>; body?: Uint8Array };

/** `raw` is the body as it came, perhaps compressed. `close` ends the connection, at any time, once or more. */
export type Head = { status: number; headers: Headers; raw: Readable; close(): void };

const CONNECT_MAX_MS = 15_000;
const HEAD_BYTES_MAX = 32_768;

/**
 * One request over one new connection, which is closed after. A kept connection may die as a request is written to it, and then nobody knows
 * whether it was acted on; a new one tells: what failed before it stood was never sent. Throws WebError, or the reason of the signal.
 */
export async function sendOnce(target: Target, hop: Hop, { signal, headTimeoutMs, tls }: { signal: AbortSignal; headTimeoutMs: number; tls: TlsOptions }): Promise<Head> {
  let isConnected = false;
  let close = (): void => undefined;
  const client = new Client(target.url.origin, {
    headersTimeout: 0, bodyTimeout: 0, connectTimeout: 0, pipelining: 1, maxHeaderSize: HEAD_BYTES_MAX, allowH2: false,
    connect(_options, callback) {
      const socket = openConnection(target, tls);
      const connecting = close;
      close = () => { connecting(); socket.destroy(); };
      let isSettled = false;
      const settle = (...result: [null, typeof socket] | [Error, null]): void => {
        clearTimeout(timer);
        if (isSettled) return;
        isSettled = true;
        callback(...result);
      };
      const timer = setTimeout(() => { socket.destroy(new Error('no connection in time')); }, CONNECT_MAX_MS);
      // These stay: between this and its next owner an error must find somebody.
      socket.on('error', (error) => { settle(error, null); });
      socket.on('close', () => { settle(new Error('closed before it stood'), null); });
      socket.once(target.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        isConnected = true;
        settle(null, socket);
      });
    },
  });
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  stopped.catch(() => undefined);
  close = () => { void client.destroy().catch(() => undefined); };
  const onAbort = (): void => { stop(signal.reason); };
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => { stop(new WebError(isConnected ? 'timeout' : 'unreachable', { wasSent: isConnected })); }, headTimeoutMs);
  try {
    signal.throwIfAborted();
    const asked = client.request({ method: hop.method, path: target.url.pathname + target.url.search, headers: hop.headers, body: hop.body ?? null, reset: true });
    asked.catch(() => undefined);
    const { statusCode: status, headers, body } = await Promise.race([asked, stopped]);
    body.on('error', () => undefined);
    return { status, headers: headersOf(headers), raw: body, close: () => { close(); } };
  } catch (error) {
    close();
    if (signal.aborted) throw signal.reason;
    throw ofThrown(error, isConnected);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function ofThrown(cause: unknown, isConnected: boolean): unknown {
  if (cause instanceof WebError) return cause;
  // A header or a method that cannot be written: a defect of ours, and nothing of the web.
  if (cause instanceof errors.InvalidArgumentError) return new TypeError('a request that cannot be written', { cause });
  if (cause instanceof errors.HeadersOverflowError) return new WebError('too-large', { wasSent: true, cause, detail: 'head of the answer' });
  return new WebError(isConnected ? 'cut' : 'unreachable', { wasSent: isConnected, cause });
}

function headersOf(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  return headers;
}
