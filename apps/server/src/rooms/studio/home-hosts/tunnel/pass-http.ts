/** What of a request and its answer goes through a tunnel, at both of its ends. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Told by the end of the tunnel, never by what lies behind it: why there is no answer. */
export const TROUBLE_HEADER = 'x-koma-tunnel';
/** `unreachable`: nothing was sent; `refused`: an address that is not below the one the host was started with. */
export type Trouble = 'unreachable' | 'refused';

export function troubleIn(headers: IncomingHttpHeaders): Trouble | undefined {
  const told = headers[TROUBLE_HEADER];
  return told === 'unreachable' || told === 'refused' ? told : undefined;
}

/** Of one connection and not of the request (RFC 9110, 7.6.1), and what proxies say of themselves. */
const OF_THE_LINE = new Set(['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'host', 'expect', 'forwarded', 'via', 'alt-svc']);

/** The headers that go on. Node has read them by then: no line break, no second length is left in them. */
export function passedHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_THE_LINE.has(name) && !named.has(name) && !name.startsWith('x-koma-') && !name.startsWith('x-forwarded-')));
}

/** The same for a request that becomes a WebSocket; undefined for one that would become anything else. */
export function upgradeHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders | undefined {
  if (headers.upgrade?.toLowerCase() !== 'websocket') return undefined;
  return { ...passedHeaders(headers), connection: 'Upgrade', upgrade: 'websocket' };
}

/** The head of the answer that opens a WebSocket, as it stands on the wire. */
export function upgradedHead(headers: IncomingHttpHeaders): string {
  const kept = ['sec-websocket-accept', 'sec-websocket-protocol', 'sec-websocket-extensions'].flatMap((name) => (typeof headers[name] === 'string' ? [`${name}: ${headers[name]}\r\n`] : []));
  return `HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n${kept.join('')}\r\n`;
}

/** An answer without a body to a request that wanted to become a socket. */
export function refusedHead(status: number, trouble?: Trouble): string {
  return `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n${trouble ? `${TROUBLE_HEADER}: ${trouble}\r\n` : ''}\r\n`;
}
