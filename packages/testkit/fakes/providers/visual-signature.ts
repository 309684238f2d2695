import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as its signature covers it. */
export type SignedRequest = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: Buffer };

export type VisualAccount = {
  accessKey: string;
  secretKey: string;
  /** Of temporary keys; goes as `X-Security-Token`. */
  sessionToken?: string;
  region: string;
  service: string;
};

export type SignatureFault = 'MissingAuthenticationToken' | 'InvalidAuthorization' | 'InvalidAccessKey' | 'InvalidSecurityToken' | 'InvalidTimestamp' | 'InvalidCredential' | 'SignatureDoesNotMatch';

const MUST_SIGN = ['content-type', 'host', 'x-content-sha256', 'x-date'];

/** The hex signature: HMAC over the canonical request, with a key derived from the secret by date, region and service. */
export function visualSignature(request: SignedRequest, { secretKey, region, service }: VisualAccount, signedHeaders: readonly string[]): string {
  const xDate = headerOf(request, 'x-date');
  const date = xDate.slice(0, 8);
  const canonical = [
    request.method, request.path, canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${headerOf(request, name)}`), '', signedHeaders.join(';'), sha256(request.body),
  ].join('\n');
  const toSign = ['HMAC-SHA256', xDate, `${date}/${region}/${service}/request`, sha256(canonical)].join('\n');
  const key = [date, region, service, 'request'].reduce<Buffer | string>((last, part) => hmac(last, part), secretKey);
  return hmac(key, toSign).toString('hex');
}

/** What is wrong with the signature of a request, if anything. `now` is compared only with a `maxSkewMs`. */
export function signatureFault(request: SignedRequest, account: VisualAccount, clock: { now: number; maxSkewMs?: number }): SignatureFault | undefined {
  const authorization = headerOf(request, 'authorization');
  if (!authorization) return 'MissingAuthenticationToken';
  const [, accessKey, scope, signed = '', signature] = /^HMAC-SHA256 Credential=([^/,\s]+)\/([^,\s]+), SignedHeaders=([^,\s]+), Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
  if (accessKey === undefined) return 'InvalidAuthorization';
  if (accessKey !== account.accessKey) return 'InvalidAccessKey';
  const xDate = headerOf(request, 'x-date');
  const at = timeOf(xDate);
  if (at === undefined || (clock.maxSkewMs !== undefined && Math.abs(clock.now - at) > clock.maxSkewMs)) return 'InvalidTimestamp';
  if (scope !== `${xDate.slice(0, 8)}/${account.region}/${account.service}/request`) return 'InvalidCredential';
  const names = signed.split(';');
  const needed = account.sessionToken === undefined ? MUST_SIGN : [...MUST_SIGN, 'x-security-token'];
  if (names.join() !== names.toSorted().join() || !needed.every((name) => names.includes(name))) return 'InvalidAuthorization';
  if (account.sessionToken !== undefined && headerOf(request, 'x-security-token') !== account.sessionToken) return 'InvalidSecurityToken';
  if (headerOf(request, 'x-content-sha256') !== sha256(request.body)) return 'SignatureDoesNotMatch';
  return signature === visualSignature(request, account, names) ? undefined : 'SignatureDoesNotMatch';
}

function canonicalQuery(query: URLSearchParams): string {
  const pairs = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.toSorted((one, other) => (one < other ? -1 : 1)).join('&');
}

/** RFC 3986: all but letters, digits and `-_.~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function timeOf(xDate: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(xDate);
  const time = parts ? Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function headerOf({ headers }: SignedRequest, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim();
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
