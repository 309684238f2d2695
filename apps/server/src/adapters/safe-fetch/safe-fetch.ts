import { WebError, type Incoming, type Outgoing, type SafeFetch } from '../../ports/safe-fetch.ts';
import type { TlsOptions } from './connect.ts';
import { incomingOf } from './incoming.ts';
import { openSocket } from './open-socket.ts';
import { redirected } from './redirect.ts';
import { sendOnce, type Hop } from './send-once.ts';
import { findTarget, hostAndPort, readUrl, resolveBySystem, type Resolve } from './target.ts';

export type SafeFetchOptions = {
  /** Instead of the names of the system. */
  resolve?: Resolve;
  /** Instead of the authorities of the system. */
  tls?: TlsOptions;
};

/** SafeFetch over undici and ws: see decision 0008. Nothing of the environment (proxies, global dispatchers) has a say. */
export function safeFetch({ resolve = resolveBySystem, tls = {} }: SafeFetchOptions = {}): SafeFetch {
  return openTo(new Set());

  function openTo(allowed: ReadonlySet<string>): SafeFetch {
    return {
      fetch: (url, outgoing) => fetchFrom(url, outgoing, { allowed, resolve, tls }),
      openSocket: (url, options) => openSocket(url, options, { allowed, resolve, tls }),
      allowing(hosts) {
        const more = hosts.map((host) => {
          const known = hostAndPort(host);
          if (known === undefined) throw new TypeError('allowing takes host:port');
          return known;
        });
        return openTo(new Set([...allowed, ...more]));
      },
    };
  }
}

type World = { allowed: ReadonlySet<string>; resolve: Resolve; tls: TlsOptions };

async function fetchFrom(address: string, outgoing: Outgoing, world: World): Promise<Incoming> {
  const { signal, headTimeoutMs, redirectsMax = 0 } = outgoing;
  const endsAt = performance.now() + headTimeoutMs;
  let url = readUrl(address, { protocols: ['http:', 'https:'] });
  let hop = await hopOf(outgoing);
  let wasSent = false;
  for (let followed = 0; ; followed += 1) {
    signal.throwIfAborted();
    try {
      const target = await within(endsAt, signal, (until) => findTarget(url, { ...world, signal: until }));
      const head = await sendOnce(target, hop, { signal, headTimeoutMs: Math.max(1, endsAt - performance.now()), tls: world.tls });
      wasSent = true;
      const next = redirectsMax > 0 ? follow(url, hop, head) : undefined;
      if (!next) return incomingOf(head, outgoing);
      head.close();
      if (followed >= redirectsMax) throw new WebError('too-many-redirects', { wasSent });
      ({ url, hop } = next);
    } catch (error) {
      // What was sent before a redirect was sent.
      if (wasSent && error instanceof WebError && !error.wasSent) throw new WebError(error.kind, { wasSent, cause: error });
      throw error;
    }
  }
}

function follow(url: URL, hop: Hop, head: Awaited<ReturnType<typeof sendOnce>>): ReturnType<typeof redirected> {
  try {
    return redirected(url, hop, head);
  } catch (error) {
    head.close();
    throw error;
  }
}

/** Asking for a name takes of the time for the head; a name server that does not answer is one that has no address. */
async function within<Value>(endsAt: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const late = AbortSignal.timeout(Math.max(1, Math.ceil(endsAt - performance.now())));
  try {
    return await work(AbortSignal.any([signal, late]));
  } catch (cause) {
    if (signal.aborted || !late.aborted || cause instanceof WebError) throw signal.aborted ? signal.reason : cause;
    throw new WebError('unreachable', { wasSent: false, cause, detail: 'no address for the name in time' });
  }
}

async function hopOf({ method = 'GET', headers = {}, body }: Outgoing): Promise<Hop> {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  // The host and the length are told by the address and the body, and by nothing else.
  for (const own of ['host', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect']) delete named[own];
  named['accept-encoding'] ??= 'gzip, br';
  named['user-agent'] ??= 'Komawari';
  if (body === undefined) return { method, headers: named };
  if (typeof body === 'string') return { method, headers: { 'content-type': 'text/plain;charset=UTF-8', ...named }, body: new TextEncoder().encode(body) };
  if (body instanceof Uint8Array) return { method, headers: named, body };
  // Written once, so that a redirect can send it again; its boundary stands in the header.
  const written = new Response(body);
  return { method, headers: { ...named, 'content-type': written.headers.get('content-type') ?? '' }, body: new Uint8Array(await written.arrayBuffer()) };
}
