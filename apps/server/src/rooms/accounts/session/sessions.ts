import type { Session, SessionId, UserId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { BrowserSession, Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addressOf, cookieOf, dropCookie, setCookie } from '../cookies.ts';
import { hashToken } from '../tokens.ts';
import { deviceOf } from './device.ts';
import { addSession, findSessionOwner, isPreviousShown, listSessions, markSeen, removeSession, removeSessionOfToken, removeSessions, rotateSession } from './session-store.ts';

const DAY_MS = 86_400_000;
const LIFE_MS = 30 * DAY_MS;
const ROTATE_MS = DAY_MS;
/** How long a new token may be on its way before it counts as lost. */
const LOST_MS = 60_000;
const SEEN_MS = 60_000;
const USER_AGENT_MAX = 400;

export type SignInMethod = Session['method'];

/** Opens a session and sends its cookie. A session that the browser had before ends: nobody can plant one. */
export async function openSession(ctx: Ctx, tx: Tx, userId: UserId, method: SignInMethod): Promise<BrowserSession> {
  const { clock, ids } = ctx.app.ports;
  const now = clock.now();
  const token = ids.secret(32);
  const id = ids.next('session') as SessionId;
  const before = tokenOf(ctx);
  if (before !== undefined) await removeSessionOfToken(tx, hashToken(before));
  await addSession(tx, { id, userId, tokenHash: hashToken(token), method, address: addressOf(ctx), userAgent: userAgentOf(ctx), now, expiresAt: new Date(now.getTime() + LIFE_MS) });
  setCookie(ctx, 'session', token, LIFE_MS / 1000);
  return { id, confirmedAt: now };
}

/** Notes where the session is in use, and once a day changes its token. Done when the page asks who it is, which it does at every start. */
export async function tendSession(ctx: Ctx, session: BrowserSession): Promise<void> {
  const { client, ports } = ctx.app;
  const now = ports.clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  await markSeen(client.db, session.id, { address: addressOf(ctx), userAgent: userAgentOf(ctx), now, before: ago(SEEN_MS) });
  const shown = tokenOf(ctx);
  if (shown === undefined) return;
  const shownHash = hashToken(shown);
  const wait = (await isPreviousShown(client.db, session.id, shownHash)) ? LOST_MS : ROTATE_MS;
  const token = ports.ids.secret(32);
  const isChanged = await rotateSession(client.db, session.id, { shownHash, newHash: hashToken(token), now, before: ago(wait), expiresAt: new Date(now.getTime() + LIFE_MS) });
  if (isChanged) setCookie(ctx, 'session', token, LIFE_MS / 1000);
}

/** The browser's token; those of earlier versions carry a signature after a dot. */
export function tokenOf(ctx: Ctx): string | undefined {
  return cookieOf(ctx, 'session')?.split('.')[0];
}

function userAgentOf(ctx: Ctx): string | null {
  return ctx.http?.headers.get('user-agent')?.slice(0, USER_AGENT_MAX) ?? null;
}

export async function signOut(ctx: Ctx): Promise<{ isSignedOut: true }> {
  const { actor } = ctx;
  if (actor.kind === 'user' && actor.session) await removeSession(ctx.app.client.db, actor.session.id);
  dropCookie(ctx, 'session');
  dropCookie(ctx, 'second');
  return { isSignedOut: true };
}

export async function listOwnSessions(ctx: Ctx): Promise<{ items: Session[] }> {
  const { userId, session } = browserOf(ctx);
  const rows = await listSessions(ctx.app.client.db, userId, ctx.app.ports.clock.now());
  const items = await Promise.all(rows.map(async (row) => ({
    id: row.id as SessionId, isCurrent: row.id === session.id, device: await deviceOf(row.user_agent), address: row.address, method: row.method as SignInMethod,
    createdAt: row.created_at.toISOString(), lastSeenAt: row.last_seen_at.toISOString(), expiresAt: row.expires_at.toISOString(),
  })));
  return { items: [...items.filter((item) => item.isCurrent), ...items.filter((item) => !item.isCurrent)] };
}

export async function endSession(ctx: Ctx, id: SessionId): Promise<{ isDone: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    mustBeAuthor(ctx, await findSessionOwner(tx, id));
    await removeSession(tx, id);
    await audit(tx, ctx, { action: 'accounts.end-session', subject: id });
  });
  return { isDone: true };
}

export async function endOtherSessions(ctx: Ctx): Promise<{ count: number }> {
  const { userId, session } = browserOf(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    const count = await removeSessions(tx, userId, session.id);
    await audit(tx, ctx, { action: 'accounts.end-other-sessions', subject: `user:${userId}`, data: { count } });
    return { count };
  });
}

/** The user and session of a route that declares `session`: the mount has let nobody else in. */
export function browserOf(ctx: Ctx): { userId: UserId; name: string; email: string; session: BrowserSession } {
  const { actor } = ctx;
  if (actor.kind !== 'user' || !actor.session) throw new AppError('accounts.session-needed');
  return { userId: actor.userId, name: actor.name, email: actor.email, session: actor.session };
}
