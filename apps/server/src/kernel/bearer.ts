import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request names the bearer scheme, with whatever after it. Other schemes are those of a proxy before us. */
export function hasBearer(headers: IncomingHttpHeaders): boolean {
  return /^bearer(?![\w-])/i.test(headers.authorization ?? '');
}
