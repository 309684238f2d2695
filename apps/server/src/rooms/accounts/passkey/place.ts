import { isIP } from 'node:net';
import type { Ctx } from '../../../kernel/ctx.ts';

export type PasskeyPlace = { rpId: string; origin: string };

/**
 * The name and origin under which a browser makes and shows passkeys here: localhost, the public address when it is
 * HTTPS with a name, and with `--lan` every name of this machine (the door has refused all others). Undefined elsewhere:
 * browsers have no passkeys on plain HTTP or for a bare number. Read from our settings and the Host header, never from
 * what the answer of a ceremony claims.
 */
export function passkeyPlace(ctx: Ctx): PasskeyPlace | undefined {
  const { publicUrl, lan } = ctx.app.config;
  const host = ctx.http?.headers.get('host');
  const here = host ? URL.parse(`http://${host}`) : undefined;
  const site = URL.parse(publicUrl);
  if (!here || !site) return undefined;
  const isPlain = lan !== undefined && here.port === String(lan.trustPort);
  if (here.hostname === 'localhost') return { rpId: 'localhost', origin: `${isPlain ? 'http:' : site.protocol}//${host}` };
  if (lan && !isPlain && isName(here.hostname)) return { rpId: here.hostname, origin: `https://${host}` };
  return site.protocol === 'https:' && isName(site.hostname) && here.hostname === site.hostname ? { rpId: site.hostname, origin: site.origin } : undefined;
}

function isName(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
}
