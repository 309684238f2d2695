import { WebError, type Incoming, type SafeFetch } from '../../../apps/server/src/ports/safe-fetch.ts';

export type WatchedWeb = {
  web: SafeFetch;
  /** Answers whose bodies were neither read to their end nor discarded, and sockets that nobody closed. */
  open(): string[];
  /** From now on there is no way out any more, as for a process that has died: nothing is told to the other side. */
  breakOff(): void;
};

type WatchOptions = {
  isWork(method: string, url: URL): boolean;
  /** Shortens the timeouts of requests for work to it. */
  hurryMs?: number | undefined;
  /** Bytes of answers to requests for work. */
  heard(bytes: number): void;
};

/** The way out, watched for what is left open and what is heard. */
export function watchedWeb(inner: SafeFetch, { isWork, hurryMs = Infinity, heard }: WatchOptions): WatchedWeb {
  const held = new Map<object, string>();
  const broken = new AbortController();

  const watch = (web: SafeFetch): SafeFetch => ({
    async fetch(url, outgoing) {
      if (broken.signal.aborted) throw new WebError('unreachable', { wasSent: false });
      const signal = AbortSignal.any([outgoing.signal, broken.signal]);
      const { method = 'GET', headTimeoutMs, idleTimeoutMs } = outgoing;
      const isOfWork = isWork(method, new URL(url));
      const mostMs = isOfWork ? hurryMs : Infinity;
      const timeouts = { headTimeoutMs: Math.min(headTimeoutMs, mostMs), idleTimeoutMs: Math.min(idleTimeoutMs, mostMs) };
      const incoming = await web.fetch(url, { ...outgoing, ...timeouts, signal }).catch(asBroken);
      held.set(incoming, `${method} ${new URL(url).pathname}`);
      return watched(incoming, (bytes) => { if (isOfWork) heard(bytes); });
    },
    async openSocket(url, options) {
      if (broken.signal.aborted) throw new WebError('unreachable', { wasSent: false });
      const socket = await web.openSocket(url, { ...options, signal: AbortSignal.any([options.signal, broken.signal]) }).catch(asBroken);
      held.set(socket, `socket ${new URL(url).pathname}`);
      const done = () => { held.delete(socket); };
      return {
        messages: until(socket.messages, done), send: (data) => { socket.send(data); },
        close: () => { done(); socket.close(); },
      };
    },
    allowing: (hosts) => watch(web.allowing(hosts)),
  });

  const watched = (incoming: Incoming, count: (bytes: number) => void): Incoming => {
    const done = () => { held.delete(incoming); };
    async function* counted() {
      for await (const piece of incoming.body) {
        count(piece.byteLength);
        yield piece;
      }
    }
    return {
      status: incoming.status, headers: incoming.headers, body: until(counted(), done),
      async bytes() {
        const bytes = await incoming.bytes().finally(done).catch(asBroken);
        count(bytes.byteLength);
        return bytes;
      },
      discard: () => incoming.discard().finally(done),
    };
  };

  async function* until<T>(pieces: AsyncIterable<T>, done: () => void): AsyncGenerator<T> {
    try {
      yield* pieces;
    } catch (error) {
      asBroken(error);
    } finally {
      done();
    }
  }

  const asBroken = (error: unknown): never => {
    throw broken.signal.aborted ? new WebError('cut', { wasSent: true, cause: error }) : error;
  };

  return { web: watch(inner), open: () => [...held.values()], breakOff: () => { broken.abort(); } };
}
