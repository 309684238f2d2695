import type { SocketIn, SocketOut, StreamEvent } from '@komawari/contract';

export type SeenEvent = { seq: number; at: number; event: StreamEvent };

const RETRY_MS = [500, 1000, 2000, 4000, 8000];
const QUIET_PING_MS = 25_000;

/**
 * Listens to a stream from the last number seen and comes back by itself after a cut. Events arrive in batches: a
 * replay as one, live ones together within a frame. `onLost` is told whether the socket is down, so that the caller
 * can poll meanwhile. `after` is the last event that is known already (`Comic.seq`); 0 asks for everything. Returns the
 * function that stops it.
 */
export function followStream(stream: string, handlers: { onEvents(events: SeenEvent[]): void; onLost(isLost: boolean): void }, after = 0): () => void {
  let lastSeq = after;
  let tries = 0;
  let isStopped = false;
  let isLive = false;
  let waiting: SeenEvent[] = [];
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushTimer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    flushTimer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0 && !isStopped) handlers.onEvents(batch);
  };

  const receive = (message: SocketOut) => {
    if (message.type === 'event' && message.seq > lastSeq) {
      lastSeq = message.seq;
      waiting.push({ seq: message.seq, at: Date.parse(message.at), event: message.event });
      if (isLive) flushTimer ??= setTimeout(flush, 60);
    }
    if (message.type === 'live') {
      isLive = true;
      tries = 0;
      handlers.onLost(false);
      flush();
    }
  };

  const open = () => {
    isLive = false;
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/socket`);
    socket.onopen = () => send(socket, { type: 'subscribe', stream, after: lastSeq });
    socket.onmessage = ({ data }) => receive(JSON.parse(String(data)) as SocketOut);
    socket.onclose = () => {
      if (isStopped) return;
      handlers.onLost(true);
      timer = setTimeout(open, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
      tries += 1;
    };
  };

  const pings = setInterval(() => send(socket, { type: 'ping' }), QUIET_PING_MS);
  open();
  return () => {
    isStopped = true;
    clearInterval(pings);
    clearTimeout(timer);
    clearTimeout(flushTimer);
    socket?.close();
  };
}

function send(socket: WebSocket | undefined, message: SocketIn): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}
