import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hasBearer } from '../kernel/bearer.ts';
import { AppError } from '../kernel/errors.ts';

/**
 * Refuses writes and socket handshakes that another site makes in a visitor's browser. That the host is one of ours
 * is known before (see own-names). Callers with a bearer token bring no cookies and are not asked.
 */
export function refuseForeignOrigin(headers: IncomingHttpHeaders): void {
  if (hasBearer(headers)) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('request.foreign-origin');
  if (headers.origin === undefined) return;
  const origin = URL.parse(headers.origin);
  if (!origin || origin.host !== headers.host) throw new AppError('request.foreign-origin');
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * What a proxy on this machine adds to the requests of others. Caddy, Traefik, Apache and cloudflared set one of these
 * by themselves; nginx with a bare `proxy_pass` sets none and asks under the name of its target, so that its visitors
 * look as if they sat here: see local-callers.ts.
 */
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip', 'x-original-host'];

/** The caller sits at this machine and reached us directly: no proxy stands between, and the name is a local one. */
export function isLocalCaller(remoteAddress: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (!remoteAddress || !LOOPBACK.test(remoteAddress)) return false;
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false;
  const hostname = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return hostname === 'localhost' || LOOPBACK.test(hostname);
}

/**
 * Who calls: `ip` is what is left when proxies that are trusted have had their say. One that writes a port beside the
 * address, or nonsense, is understood or passed over.
 */
export function callerAddress(ip: string | undefined, remoteAddress: string | undefined): string {
  const bare = (ip ?? '').trim().replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIP(bare.replace(/%.*$/, '')) === 0 ? (remoteAddress ?? '') : bare;
}

/** Whose requests count together: an IPv4 address, or the 64 bits of an IPv6 address that a single customer has to himself. */
export function addressGroup(remoteAddress: string | undefined): string {
  const address = (remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(missing, 0)).fill('0'), ...right].slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(':');
}
