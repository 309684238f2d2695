import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hasBearer } from '../kernel/bearer.ts';
import { AppError } from '../kernel/errors.ts';

/**
 * Names by which a browser may call us when no certificate lists them. Any address will do: it takes a name to point
 * a stranger's page at this machine (DNS rebinding).
 */
export function ownNamesOf(publicUrl: string): (name: string) => boolean {
  const publicName = bare(URL.parse(publicUrl)?.hostname ?? '');
  return (name) => name === 'localhost' || name === publicName || isIP(name) !== 0;
}

/** Whether a Host header, as a browser sends it, names us. */
export function isHostOf(host: string | undefined, isOwnName: (name: string) => boolean): boolean {
  if (host === undefined || !/^[\w.:[\]-]{1,260}$/.test(host)) return false;
  const name = bare(URL.parse(`http://${host}`)?.hostname ?? '');
  return name !== '' && isOwnName(name);
}

/** Machines that only ask whether we live call us by whatever name they know. */
const PROBES = new Set(['/healthz', '/readyz']);

/**
 * Refuses every request to a name that is not ours: a page that was pointed at this machine under a name of its own
 * reads nothing. A caller with a bearer token is no such page. @throws AppError request.unknown-host
 */
export function refuseForeignHost({ headers, url }: { headers: IncomingHttpHeaders; url: string }, isOwnName: (name: string) => boolean): void {
  if (hasBearer(headers) || PROBES.has(url)) return;
  if (!isHostOf(headers.host, isOwnName)) throw new AppError('request.unknown-host');
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
