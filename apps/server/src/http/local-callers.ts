import type { IncomingHttpHeaders } from 'node:http';
import { isLocalCaller } from './origin.ts';

type Asked = { remoteAddress: string | undefined; headers: IncomingHttpHeaders; httpVersion: string };

/**
 * Tells who sits at this machine (docs/decisions/0010). Beyond what a single request shows, a proxy that says nothing
 * of itself gives itself away: by HTTP/1.0, which no browser speaks; by a public address that is HTTPS while we speak
 * HTTP; and by a browser that is on our page, as it says, at another address than the one it is passed on under. From
 * that request on nobody counts as local, and `warn` is called, once.
 */
export function localCallers({ publicUrl, hasOwnTls, warn }: { publicUrl: string; hasOwnTls: boolean; warn(address: string): void }): (asked: Asked) => boolean {
  const isBehindProxy = publicUrl.startsWith('https:') && !hasOwnTls;
  let hasGivenAway = false;
  return ({ remoteAddress, headers, httpVersion }) => {
    if (!isLocalCaller(remoteAddress, headers)) return false;
    if (isBehindProxy || hasGivenAway || httpVersion === '1.0') return false;
    const elsewhere = pageElsewhere(headers);
    if (elsewhere === undefined) return true;
    hasGivenAway = true;
    warn(elsewhere);
    return false;
  };
}

/** Where our page is open, when that is not the host that is asked for. Pages can not set `Sec-Fetch-Site`: no foreign one says so. */
function pageElsewhere(headers: IncomingHttpHeaders): string | undefined {
  if (headers['sec-fetch-site'] !== 'same-origin') return undefined;
  const page = URL.parse(headers.origin ?? headers.referer ?? '');
  return page && page.host !== headers.host ? page.host : undefined;
}
