import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { WebError } from '../../ports/safe-fetch.ts';
import { addressFault } from './vet-address.ts';

/** All addresses of a name, asked for once. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Where a request may go: the addresses were vetted, and no other is connected to. `name` is without brackets or a dot at its end. */
export type Target = { url: URL; name: string; port: number; addresses: readonly string[] };

/** The names of the machine itself, files of hosts included, as every other program sees them. */
export const resolveBySystem: Resolve = async (name) => (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'ws:': 80, 'https:': 443, 'wss:': 443 };
const URL_MAX = 16_384;

/** Reads an address as browsers do, so that every odd spelling of a host is the plain one after. Throws WebError `blocked`. */
export function readUrl(text: string, { protocols, base }: { protocols: readonly string[]; base?: URL }): URL {
  const url = text.length <= URL_MAX ? URL.parse(text, base?.href) : null;
  if (!url) throw blocked('not an address');
  if (!protocols.includes(url.protocol)) throw blocked('protocol');
  if (url.username !== '' || url.password !== '') throw blocked('credentials in the address');
  url.hash = '';
  return url;
}

/** `host:port` of an address, and of what an operator allows, in one spelling; undefined for what is neither. */
export function hostAndPort(text: string): string | undefined {
  const url = /^[a-z]+:\/\//i.test(text) ? URL.parse(text) : URL.parse(`http://${text}`);
  if (!url || url.hostname === '') return undefined;
  // An address drops the port of its protocol, so that `host:80` has to be looked at as it was written.
  return `${nameOf(url)}:${portOf(url)}`;
}

/**
 * Resolves once and vets every address: one that is not public spoils the name, unless the operator allowed this host and port.
 * Throws WebError `blocked` or `unreachable`, or the reason of the signal.
 */
export async function findTarget(url: URL, { allowed, resolve, signal }: { allowed: ReadonlySet<string>; resolve: Resolve; signal: AbortSignal }): Promise<Target> {
  const name = nameOf(url);
  const port = portOf(url);
  const isAllowed = allowed.has(`${name}:${port}`);
  const addresses = isIP(name) === 0 ? await resolved(name, resolve, signal) : [name];
  if (!isAllowed && addresses.some((address) => addressFault(address) !== undefined)) throw blocked('not a public address');
  return { url, name, port, addresses };
}

async function resolved(name: string, resolve: Resolve, signal: AbortSignal): Promise<readonly string[]> {
  const addresses = await untilAborted(resolve(name), signal).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new WebError('unreachable', { wasSent: false, cause, detail: 'no address for the name' });
  });
  const known = addresses.filter((address) => isIP(address) !== 0);
  if (known.length === 0 || known.length < addresses.length) throw new WebError('unreachable', { wasSent: false, detail: 'no address for the name' });
  return known;
}

/** The same promise, or the reason of the signal as soon as it is aborted. */
export async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => { reject(signal.reason); };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  // Whichever loses must not be reported as nobody's error.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function nameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function portOf(url: URL): number {
  return url.port === '' ? PORTS[url.protocol] ?? 0 : Number(url.port);
}

function blocked(detail: string): WebError {
  return new WebError('blocked', { wasSent: false, detail });
}
