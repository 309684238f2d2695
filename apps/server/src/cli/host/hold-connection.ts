/** One connection after another to the server, until somebody ends it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PREFIX, HOME_HOST_SOCKET } from '@komawari/contract';
import { WebSocket } from 'ws';
import { HOST_TOKEN_HEADER, LET_GO } from '../../rooms/studio/home-hosts/tunnel/greeting.ts';
import { serveTarget } from '../../rooms/studio/home-hosts/tunnel/serve-target.ts';
import { openTunnel } from '../../rooms/studio/home-hosts/tunnel/tunnel.ts';

export type HostEnd = 'stopped' | 'denied' | 'another' | 'not-komawari';
type Lost = { end: Exclude<HostEnd, 'stopped'> | undefined; why: string };

export type HoldOptions = {
  server: URL;
  to: URL;
  token: string;
  signal: AbortSignal;
  onConnected(host: string): void;
  onLost(lost: { why: string; seconds: number }): void;
  onRequest(asked: { method: string; path: string }): void;
};

const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 30_000;
const HANDSHAKE_MS = 20_000;
/** The server is heard every 15 seconds; one that is silent for longer is gone, whatever the line says. */
const SILENT_MAX_MS = 50_000;
/** Larger than any frame; what is larger is not of our server. */
const MESSAGE_BYTES_MAX = 32_768;

/** Ends when it is stopped, or when coming back is of no use; `why` then tells what the server said. */
export async function holdConnection(options: HoldOptions): Promise<{ end: HostEnd; why: string }> {
  const { signal } = options;
  let wasThere = false;
  for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, LAST_WAIT_MS)) {
    const { end, why } = await connectOnce(options, () => {
      wasThere = true;
      waitMs = FIRST_WAIT_MS;
    });
    if (signal.aborted) break;
    // A server that was there and is updated may answer with anything for a while.
    if (end && !(end === 'not-komawari' && wasThere)) return { end, why };
    // All hosts of a server that starts again must not come back in the same moment.
    const restMs = waitMs * (0.75 + Math.random() / 2);
    options.onLost({ why, seconds: Math.max(1, Math.round(restMs / 1000)) });
    await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
  return { end: 'stopped', why: '' };
}

function connectOnce({ server, to, token, signal, onConnected, onRequest }: HoldOptions, onStands: () => void): Promise<Lost> {
  return new Promise((resolve) => {
    const served = serveTarget(to, { onRequest });
    const socket = new WebSocket(socketAddress(server), { headers: { [HOST_TOKEN_HEADER]: token }, handshakeTimeout: HANDSHAKE_MS, maxPayload: MESSAGE_BYTES_MAX, perMessageDeflate: false, followRedirects: false });
    const tunnel = openTunnel({ onStream: served.take, send: (message) => { if (socket.readyState === WebSocket.OPEN) socket.send(message); } });
    let lost: Lost = { end: undefined, why: 'cut' };
    const stop = (): void => { socket.close(1000); };
    signal.addEventListener('abort', stop, { once: true });
    let silence: NodeJS.Timeout | undefined;
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        lost = { end: undefined, why: 'silent' };
        socket.terminate();
      }, SILENT_MAX_MS);
    };
    socket.on('open', heard);
    socket.on('ping', heard);
    socket.on('message', (data, isBinary) => {
      const name = isBinary ? undefined : nameIn(String(data));
      if (name !== undefined) {
        onStands();
        onConnected(name);
      } else if (!isBinary || !tunnel.take(data as Buffer)) socket.close(LET_GO.rules);
    });
    socket.on('unexpected-response', (_request, answer) => {
      const status = answer.statusCode ?? 0;
      // Too many at once, and all that is the trouble of a server or of what stands before it, passes.
      const passes = status === 429 || status >= 500;
      lost = { end: status === 401 ? 'denied' : passes ? undefined : 'not-komawari', why: `HTTP ${status}` };
      socket.terminate();
    });
    socket.on('error', (error: Error & { code?: string }) => { if (lost.why === 'cut') lost = { end: undefined, why: error.code ?? error.message }; });
    socket.on('close', (code) => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      tunnel.end();
      served.close();
      resolve(code === LET_GO.token ? { end: 'denied', why: '' } : code === LET_GO.another ? { end: 'another', why: '' } : lost);
    });
  });
}

function socketAddress(server: URL): URL {
  const address = new URL(server.origin + server.pathname.replace(/\/+$/, '') + API_PREFIX + HOME_HOST_SOCKET);
  address.protocol = server.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}

function nameIn(text: string): string | undefined {
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' && /^[a-z0-9-]{1,40}$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
