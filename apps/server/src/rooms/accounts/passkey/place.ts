import { isIP } from 'node:net';
import type { Ctx } from '../../../kernel/ctx.ts';

export type PasskeyPlace = { rpId: string; origin: string };

/**
 * The name and origin under which a browser makes and shows passkeys here: the public address when it is HTTPS with
 * a name, or localhost. Undefined elsewhere: browsers have no passkeys on plain HTTP or for a bare number. Read from
 * our settings and the Host header, never from what the answer of a ceremony claims.
 */
export function passkeyPlace(ctx: Ctx): PasskeyPlace | undefined {
  const host = ctx.http?.headers.get('host');
  const here = host ? URL.parse(`http://${host}`) : undefined;
  const site = URL.parse(ctx.app.config.publicUrl);
  if (!here || !site) return undefined;
  if (here.hostname === 'localhost') return { rpId: 'localhost', origin: `${site.protocol}//${host}` };
  const isNamed = isIP(site.hostname.replace(/^\[|\]$/g, '')) === 0;
  return site.protocol === 'https:' && isNamed && here.hostname === site.hostname ? { rpId: site.hostname, origin: site.origin } : undefined;
}
