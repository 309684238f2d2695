import { createHash, createHmac } from 'node:crypto';
import type { Leaving } from '../wire/wire.ts';

type VisualKeys = { accessKey: string; secretKey: string; /** Of temporary keys. */ sessionToken?: string };

const ALGORITHM = 'HMAC-SHA256';
const MEDIA_TYPE = 'application/json';

/**
 * The headers that sign a request, by the signer of Volcengine's own SDK: as AWS Signature 4, with other names and without a prefix on the
 * secret. Every header here but the last is signed, and `host`.
 */
export function signedHeaders(leaving: Leaving, { keys, region, service, now }: { keys: VisualKeys; region: string; service: string; now: Date }): Record<string, string> {
  const date = now.toISOString().replace(/\.\d+|[-:]/g, '');
  const bodyHash = sha256(leaving.body);
  const headers = {
    'content-type': MEDIA_TYPE, 'x-content-sha256': bodyHash, 'x-date': date, ...(keys.sessionToken ? { 'x-security-token': keys.sessionToken } : {}),
  };
  const signed = Object.entries({ ...headers, host: leaving.host }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const canonical = [leaving.method, leaving.path, canonicalQuery(leaving.query), ...signed.map(([name, value]) => `${name}:${value.trim()}`), '', names, bodyHash].join('\n');
  const scope = [date.slice(0, 8), region, service, 'request'];
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), keys.secretKey);
  const signature = hmac(key, [ALGORITHM, date, scope.join('/'), sha256(canonical)].join('\n')).toString('hex');
  return { ...headers, authorization: `${ALGORITHM} Credential=${keys.accessKey}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}` };
}

/** Sorted by name, and written as RFC 3986 has it, however it is sent. */
function canonicalQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.toSorted((one, other) => (one < other ? -1 : 1)).join('&');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
