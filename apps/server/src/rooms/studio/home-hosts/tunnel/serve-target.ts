/** The end of a tunnel at home: requests that come through it reach one address and nothing else. */
import { createServer, request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import { joinRequest, joinUpgrade, type Joining } from './join.ts';

const HEAD_BYTES_MAX = 32_768;
const HEAD_TIMEOUT_MS = 30_000;

export type Served = { take(stream: Duplex): void; close(): void };

/** `onRequest` is told each request that went on, without what stands behind its question mark. */
export function serveTarget(target: URL, { onRequest = () => undefined }: { onRequest?(asked: { method: string; path: string }): void } = {}): Served {
  const ask: Joining['ask'] = ({ method, path, headers }) => {
    const address = addressBelow(target, path);
    if (!address) return 'refused';
    onRequest({ method, path: address.pathname });
    return (address.protocol === 'https:' ? askHttps : askHttp)(address, { method, headers, agent: false, maxHeaderSize: HEAD_BYTES_MAX });
  };
  const server = createServer({ maxHeaderSize: HEAD_BYTES_MAX, headersTimeout: HEAD_TIMEOUT_MS, requestTimeout: 0, insecureHTTPParser: false }, (request, response) => { joinRequest(request, response, { ask, hears: false }); });
  server.on('upgrade', (request, socket, head) => { joinUpgrade(request, socket, head, { ask }); });
  server.on('clientError', (_error, socket) => { socket.destroy(); });
  return {
    take: (stream) => { server.emit('connection', stream); },
    close: () => { server.closeAllConnections(); },
  };
}

/** The address that a path means, read as browsers read it; undefined for one that leads anywhere else, by whatever spelling. */
export function addressBelow(target: URL, path: string): URL | undefined {
  if (!path.startsWith('/') || path.includes('\\')) return undefined;
  const folder = target.pathname.replace(/\/+$/, '');
  const address = URL.parse(target.origin + folder + path);
  if (!address || address.origin !== target.origin || address.username !== '' || address.password !== '') return undefined;
  // Some servers unpack a packed slash before they look for dots.
  const unpacked = address.pathname.replace(/%2f|%5c/gi, '/');
  if (/(?:^|\/)(?:\.|%2e){2}(?:\/|$)/i.test(unpacked)) return undefined;
  return address.pathname === folder || address.pathname.startsWith(`${folder}/`) ? address : undefined;
}
