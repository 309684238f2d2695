import type { Config } from '../../config/config.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { readCookie } from './tokens.ts';

/** On HTTPS a browser takes `__Host-` cookies only from this very host, over HTTPS, for all its paths. */
function nameOf(name: string, config: Pick<Config, 'publicUrl'>): string {
  return config.publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

const NAMES = { session: 'koma.session_token', guest: 'koma.guest', second: 'koma.second_step' } as const;
type Name = keyof typeof NAMES;

export function cookieName(name: Name, config: Pick<Config, 'publicUrl'>): string {
  return nameOf(NAMES[name], config);
}

/** Sends a cookie along with the answer; it is out of reach for scripts and for other sites' writes. */
export function setCookie(ctx: Ctx, name: Name, value: string, maxAgeSeconds: number): void {
  const isSecure = ctx.app.config.publicUrl.startsWith('https:');
  ctx.http?.setCookies.push(`${cookieName(name, ctx.app.config)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`);
}

export function dropCookie(ctx: Ctx, name: Name): void {
  if (cookieOf(ctx, name) !== undefined) setCookie(ctx, name, '', 0);
}

export function cookieOf(ctx: Ctx, name: Name): string | undefined {
  return readCookie(ctx.http?.headers.get('cookie') ?? undefined, cookieName(name, ctx.app.config));
}

/** The internet address that the server saw, without what a client claims about it. */
export function addressOf(ctx: Ctx): string | null {
  return ctx.http?.headers.get('x-forwarded-for') || null;
}
