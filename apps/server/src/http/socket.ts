import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PREFIX, sentenceOf, SocketIn, type ErrorCode, type SocketOut } from '@komawari/contract';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { admit } from '../kernel/access.ts';
import type { App } from '../kernel/app.ts';
import { ownerOf, type Actor, type Ctx } from '../kernel/ctx.ts';
import { findStreamOwner, listEvents } from '../kernel/events.ts';
import { standingGuard, type Guarded } from './standing.ts';

const BATCH = 200;
/** A reader who stays this far behind is let go; it comes back and replays from what it saw. */
const BUFFERED_MAX_BYTES = 1_000_000;
const STREAMS_MAX = 50;
/** Messages of one socket are read one after the other; who sends this many before they are answered is let go. */
const WAITING_MAX = 200;
const PING_MS = 30_000;
const GOODBYE_MS = 1000;
const DRAIN_MS = 10_000;

type Subscription = { lastSeq: number; isPumping: boolean; isDirty: boolean; isLive: boolean };
type Listener = Guarded & { ctx: Ctx; streams: Map<string, Subscription>; isAlive: boolean; waiting: string[] };
type Guard = ReturnType<typeof standingGuard>;

/**
 * `/api/v1/socket`: events of one's own streams, replayed from the last number seen, then live. `resolveActor` has to
 * hear of changed actors before this does: it is made first.
 */
export function mountSocket(server: FastifyInstance, app: App, resolveActor: (headers: IncomingHttpHeaders) => Promise<Actor>): void {
  const guard = standingGuard(app.log, resolveActor);
  const byStream = new Map<string, Set<Listener>>();
  const all = new Set<Listener>();

  const offEvent = app.ports.signal.on('koma_event', (stream) => { for (const listener of byStream.get(stream) ?? []) void pump(app, listener, stream); });
  const offActor = app.ports.signal.on('koma_actor', () => all.forEach(guard.lookSoon));
  const offGap = app.ports.signal.onGap(() => { all.forEach(guard.lookSoon); for (const [stream, listeners] of byStream) for (const listener of listeners) void pump(app, listener, stream); });
  // Sessions and keys whose time is over end without a word: they are found here.
  const pings = setInterval(() => all.forEach((listener) => { checkAlive(listener); guard.lookSoon(listener); }), PING_MS);
  pings.unref();
  server.addHook('preClose', async () => {
    clearInterval(pings);
    offEvent();
    offActor();
    offGap();
    for (const { socket } of all) socket.close(1001, 'the server stops');
    setTimeout(() => all.forEach(({ socket }) => socket.terminate()), GOODBYE_MS).unref();
  });
  // A refused handshake is answered over a socket that the HTTP server has let go: nobody else would close it.
  server.addHook('onResponse', async (request, reply) => {
    if (request.headers.upgrade !== undefined && reply.statusCode >= 400) request.raw.socket.destroySoon();
  });

  const access = { who: 'guest' } as const;
  server.get(`${API_PREFIX}/socket`, { websocket: true, config: { access }, preValidation: async (request) => admit(access, request.ctx.actor, 'GET') }, (socket, request) => {
    const { ctx } = request;
    const listener: Listener = { ctx, actor: ctx.actor, headers: request.headers, socket, standing: Promise.resolve(), isInLine: false, streams: new Map(), isAlive: true, waiting: [] };
    all.add(listener);
    socket.on('pong', () => { listener.isAlive = true; });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      all.delete(listener);
      for (const stream of listener.streams.keys()) leave(byStream, stream, listener);
    });
    socket.on('message', (data) => void queueUp(app, guard, byStream, listener, String(data)));
  });
}

/** Each message may cost a look into the database: in turn, so that one socket never holds more than one connection. */
async function queueUp(app: App, guard: Guard, byStream: Map<string, Set<Listener>>, listener: Listener, text: string): Promise<void> {
  const { waiting, socket } = listener;
  if (waiting.length >= WAITING_MAX) return socket.close(1008, 'too many messages at once');
  if (waiting.push(text) > 1) return;
  for (; waiting.length > 0 && socket.readyState === socket.OPEN; waiting.shift()) {
    await receive(app, guard, byStream, listener, waiting[0] ?? '').catch((error: unknown) => app.log.warn({ err: error }, 'a socket message failed'));
  }
}

async function receive(app: App, guard: Guard, byStream: Map<string, Set<Listener>>, listener: Listener, text: string): Promise<void> {
  const message = readMessage(text);
  if (!message) return refuse(listener, 'request.invalid', null);
  if (message.type === 'ping') return send(listener, { type: 'pong' });
  if (message.type === 'unsubscribe') {
    listener.streams.delete(message.stream);
    return leave(byStream, message.stream, listener);
  }
  if (listener.streams.size >= STREAMS_MAX) return refuse(listener, 'request.too-many', message.stream);
  await guard.look(listener);
  const stream = await findStreamOwner(app.client.db, message.stream);
  // Who has gone meanwhile would never be taken off the list again.
  if (listener.socket.readyState !== listener.socket.OPEN) return;
  if (!stream || stream.owner !== ownerOf(listener.actor)) return refuse(listener, 'not-found', message.stream);
  listener.streams.set(message.stream, { lastSeq: message.after, isPumping: false, isDirty: false, isLive: false });
  byStream.set(message.stream, (byStream.get(message.stream) ?? new Set()).add(listener));
  void pump(app, listener, message.stream);
}

function readMessage(text: string): SocketIn | undefined {
  try {
    return SocketIn.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Sends everything after the last number seen, in order. One pump at a time for each subscription; a wake-up meanwhile makes it look again. */
async function pump(app: App, listener: Listener, stream: string): Promise<void> {
  const subscription = listener.streams.get(stream);
  if (!subscription) return;
  if (subscription.isPumping) { subscription.isDirty = true; return; }
  subscription.isPumping = true;
  try {
    do {
      subscription.isDirty = false;
      const events = await listEvents(app.client.db, stream, subscription.lastSeq, BATCH);
      await listener.standing;
      if (listener.streams.get(stream) !== subscription) return;
      for (const { seq, at, event } of events) {
        send(listener, { type: 'event', stream, seq, at: at.toISOString(), event });
        subscription.lastSeq = seq;
      }
      if (events.length === BATCH) subscription.isDirty = true;
      await drained(listener.socket);
    } while (subscription.isDirty && listener.socket.readyState === listener.socket.OPEN);
    if (!subscription.isLive) send(listener, { type: 'live', stream, seq: subscription.lastSeq });
    subscription.isLive = true;
  } catch (error) {
    app.log.warn({ err: error, stream }, 'events could not be read; the socket is closed so that the client asks again');
    listener.socket.close(1013, 'try again');
  } finally {
    subscription.isPumping = false;
  }
}

/** Waits while a slow reader catches up; one who does not is let go. */
async function drained(socket: WebSocket): Promise<void> {
  for (let waitedMs = 0; socket.bufferedAmount > BUFFERED_MAX_BYTES && socket.readyState === socket.OPEN; waitedMs += 50) {
    if (waitedMs >= DRAIN_MS) return socket.terminate();
    await sleep(50);
  }
}

function send(listener: Listener, message: SocketOut): void {
  const { socket } = listener;
  if (socket.readyState !== socket.OPEN) return;
  socket.send(JSON.stringify(message));
}

function refuse(listener: Listener, code: ErrorCode, stream: string | null): void {
  send(listener, { type: 'error', code, message: sentenceOf(code, listener.ctx.language), stream });
}

function leave(byStream: Map<string, Set<Listener>>, stream: string, listener: Listener): void {
  const listeners = byStream.get(stream);
  listeners?.delete(listener);
  if (listeners?.size === 0) byStream.delete(stream);
}

function checkAlive(listener: Listener): void {
  if (!listener.isAlive) return listener.socket.terminate();
  listener.isAlive = false;
  listener.socket.ping();
}
