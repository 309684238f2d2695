import type { Head, Hop } from './send-once.ts';
import { readUrl } from './target.ts';

const STATUSES = new Set([301, 302, 303, 307, 308]);
/** All that goes to another origin: who knows in which header a provider takes its key. */
const HARMLESS = new Set(['accept', 'accept-encoding', 'accept-language', 'content-type', 'range', 'user-agent']);
const OF_BODY = /^content-/;

/** The request that a redirect asks for, by the rules of fetch; undefined for an answer that is no redirect. Throws WebError `blocked`. */
export function redirected(from: URL, hop: Hop, { status, headers }: Pick<Head, 'status' | 'headers'>): { url: URL; hop: Hop } | undefined {
  const location = headers.get('location');
  if (!STATUSES.has(status) || location === null) return undefined;
  const url = readUrl(location, { protocols: ['http:', 'https:'], base: from });
  const becomesGet = (status === 303 && hop.method !== 'GET') || (status < 303 && hop.method === 'POST');
  const kept = Object.entries(hop.headers).filter(([name]) => (url.origin === from.origin || HARMLESS.has(name)) && !(becomesGet && OF_BODY.test(name)));
  return { url, hop: { method: becomesGet ? 'GET' : hop.method, headers: Object.fromEntries(kept), body: becomesGet ? undefined : hop.body } };
}
