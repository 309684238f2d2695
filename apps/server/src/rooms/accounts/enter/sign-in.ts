import type { BodyOf, Me, UserId, accountRoutes } from '@komawari/contract';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Auth } from './auth.ts';
import { claimGuestWork } from './claim-guest-work.ts';
import { describeMe } from './me.ts';
import { findUserBySession } from './store.ts';
import { readSignedCookie } from './tokens.ts';

export async function signIn(ctx: Ctx, auth: Auth, body: BodyOf<typeof accountRoutes.signIn>): Promise<Me> {
  const session = await auth.signIn({ email: body.email, password: body.password, headers: withoutCookies(ctx) });
  if (!session) throw new AppError('accounts.wrong-credentials');
  ctx.http?.setCookies.push(...session.cookies);
  const user = await userOfCookies(ctx, session.cookies);
  await claimGuestWork(ctx, user.userId);
  return describeMe({ ...ctx, actor: { kind: 'user', ...user } });
}

export async function signOut(ctx: Ctx, auth: Auth): Promise<{ isSignedOut: true }> {
  if (ctx.actor.kind === 'user' && ctx.actor.sessionToken) ctx.http?.setCookies.push(...(await auth.signOut(ctx.http.headers)).cookies);
  return { isSignedOut: true };
}

async function userOfCookies(ctx: Ctx, cookies: readonly string[]) {
  const value = cookies.map((cookie) => /session_token=([^;]+)/.exec(cookie)?.[1]).find((found) => found !== undefined) ?? '';
  const token = readSignedCookie(decodeURIComponent(value), ctx.app.config.secrets.authSecret) ?? '';
  const user = await findUserBySession(ctx.app.client.db, token, ctx.app.ports.clock.now());
  if (!user) throw new Error('accounts: the session just made was not found');
  return { userId: user.userId as UserId, name: user.name, email: user.email, role: user.role };
}

/** An old session must not colour a new one. */
function withoutCookies(ctx: Ctx): Headers {
  const headers = new Headers(ctx.http?.headers);
  headers.delete('cookie');
  return headers;
}
