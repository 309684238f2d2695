import { WebSocket } from 'ws';
import { WebError, type SafeFetch, type WebSocketIn } from '../../ports/safe-fetch.ts';
import { openConnection, type TlsOptions } from './connect.ts';
import { findTarget, readUrl, untilAborted, type Resolve } from './target.ts';

type Options = Parameters<SafeFetch['openSocket']>[1];

/** So many messages or twice the largest one may wait for their reader; then the other side waits. */
const WAITING_MAX = 64;
/** What may wait to be sent. A side that takes nothing any more is gone. */
const UNSENT_BYTES_MAX = 32 * 2 ** 20;

/** A WebSocket to a vetted address; redirects are not followed, messages not compressed. Throws WebError, or the reason of the signal. */
export async function openSocket(address: string, { headers, signal, openTimeoutMs, messageBytesMax }: Options, { allowed, resolve, tls }: { allowed: ReadonlySet<string>; resolve: Resolve; tls: TlsOptions }): Promise<WebSocketIn> {
  const late = AbortSignal.timeout(openTimeoutMs);
  const either = AbortSignal.any([signal, late]);
  let socket: WebSocket | undefined;
  try {
    signal.throwIfAborted();
    const target = await findTarget(readUrl(address, { protocols: ['ws:', 'wss:'] }), { allowed, resolve, signal: either });
    const opening = new WebSocket(target.url, {
      headers: { ...headers }, maxPayload: messageBytesMax, perMessageDeflate: false, followRedirects: false,
      createConnection: () => openConnection(target, tls),
    });
    socket = opening;
    const incoming = messagesOf(opening, { signal, bytesMax: messageBytesMax });
    await untilAborted(opened(opening), either);
    return {
      messages: incoming,
      send(data) {
        if (opening.readyState !== WebSocket.OPEN) throw new WebError('cut', { wasSent: false });
        if (opening.bufferedAmount > UNSENT_BYTES_MAX) {
          opening.terminate();
          throw new WebError('cut', { wasSent: true, detail: 'nothing is taken any more' });
        }
        opening.send(data);
      },
      close() { opening.close(1000); },
    };
  } catch (cause) {
    socket?.terminate();
    if (signal.aborted) throw signal.reason;
    if (cause instanceof WebError) throw cause;
    throw new WebError('unreachable', { wasSent: false, cause });
  }
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => { resolve(); });
    socket.once('error', reject);
    socket.once('close', () => { reject(new Error('closed before it was open')); });
  });
}

/** Listens from the first moment, so that no message is lost between the opening and its reader. */
function messagesOf(socket: WebSocket, { signal, bytesMax }: { signal: AbortSignal; bytesMax: number }): AsyncIterable<string | Uint8Array> {
  const waiting: (string | Uint8Array)[] = [];
  let bytes = 0;
  let end: { error?: unknown } | undefined;
  let wake = (): void => undefined;
  const finish = (how: { error?: unknown }): void => {
    end ??= how;
    signal.removeEventListener('abort', abort);
    wake();
  };
  const abort = (): void => {
    finish({ error: signal.reason });
    socket.terminate();
  };
  signal.addEventListener('abort', abort, { once: true });
  socket.on('message', (data: Buffer, isBinary) => {
    waiting.push(isBinary ? new Uint8Array(data) : data.toString('utf8'));
    bytes += data.byteLength;
    if (waiting.length >= WAITING_MAX || bytes > 2 * bytesMax) socket.pause();
    wake();
  });
  socket.on('error', (cause: Error & { code?: string }) => { finish({ error: new WebError(cause.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'too-large' : 'cut', { wasSent: true, cause }) }); });
  socket.on('close', (code) => { finish(code === 1006 ? { error: new WebError('cut', { wasSent: true }) } : {}); });
  async function* read(): AsyncGenerator<string | Uint8Array> {
    try {
      for (;;) {
        const message = waiting.shift();
        if (message !== undefined) {
          bytes -= typeof message === 'string' ? Buffer.byteLength(message) : message.byteLength;
          if (waiting.length === 0 && socket.isPaused) socket.resume();
          if (signal.aborted) throw signal.reason;
          yield message;
        } else if (end) {
          if ('error' in end) throw end.error;
          return;
        } else await new Promise<void>((resolve) => { wake = resolve; });
      }
    } finally {
      // A reader that leaves leaves the socket.
      if (!end) socket.close(1000);
    }
  }
  return { [Symbol.asyncIterator]: read };
}
