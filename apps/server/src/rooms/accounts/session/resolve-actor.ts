import type { IncomingHttpHeaders } from 'node:http';
import type { OwnerRef, SessionId } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { Actor } from '../../../kernel/ctx.ts';
import { hasBearer } from '../../../kernel/bearer.ts';
import { cookieName } from '../cookies.ts';
import { findGuest, findSiteOwner, findUserByKey, findUserBySession, markKeyUsed, type UserRow } from '../store.ts';
import { hashToken, isSameSecret, readCookie } from '../tokens.ts';
import { dropPrevious } from './session-store.ts';

const ANONYMOUS: Actor = { kind: 'anonymous' };
const BAD_KEY: Actor = { kind: 'anonymous', hasBadKey: true };
const TTL_MS = 10_000;

/**
 * Tells who sends a request: a bearer token, else a session, else a guest. A bearer token that is
 * malformed or nobody's never gives way to the cookies beside it. Answers are kept for ten
 * seconds and dropped at once in every process when a session, user, key or guest changes.
 */
export function actorResolver(app: App): (headers: IncomingHttpHeaders) => Promise<Actor> {
  const { clock, openCache, signal } = app.ports;
  const cache = openCache<{ actor: Actor; untilMs: number }>({ ttlMs: TTL_MS, entriesMax: 20_000 });
  let changes = 0;
  const forget = () => { changes += 1; cache.clear(); };
  signal.on('koma_actor', forget);
  signal.onGap(forget);
  const sessionCookie = cookieName('session', app.config);
  const guestCookie = cookieName('guest', app.config);

  async function remembered(key: string, find: () => Promise<{ actor: Actor; expiresAt?: Date | null } | undefined>): Promise<Actor | undefined> {
    const known = cache.get(key);
    if (known && known.untilMs > clock.now().getTime()) return known.actor;
    const before = changes;
    const found = await find();
    // What was read while somebody changed may be of before: it is good for this one answer.
    if (found && changes === before) cache.set(key, { actor: found.actor, untilMs: found.expiresAt?.getTime() ?? Infinity });
    return found?.actor;
  }

  const byKey = (hash: string) => remembered(`key:${hash}`, async () => {
    const row = await findUserByKey(app.client.db, hash, clock.now());
    if (!row) return undefined;
    await markKeyUsed(app.client.db, row.keyId, clock.now());
    return { actor: { ...userOf(row), scopes: row.scopes }, expiresAt: row.expiresAt };
  });

  const bySession = (hash: string) => remembered(`session:${hash}`, async () => {
    const row = await findUserBySession(app.client.db, hash, clock.now());
    if (!row) return undefined;
    if (row.isNewToken && row.hasPrevious) await dropPrevious(app.client.db, hash);
    return { actor: { ...userOf(row), session: { id: row.sessionId as SessionId, confirmedAt: row.confirmedAt } }, expiresAt: row.expiresAt };
  });

  const byGuest = (hash: string) => remembered(`guest:${hash}`, async () => {
    const guestId = await findGuest(app.client.db, hash);
    return guestId && { actor: { kind: 'guest', guestId } };
  });

  const local = () => remembered('local', async () => {
    const owner = await findSiteOwner(app.client.db);
    return { actor: { kind: 'local', owner: (owner ? `user:${owner.userId}` : 'local:instance') as OwnerRef } };
  });

  return async (headers) => {
    if (hasBearer(headers)) {
      const bearer = /^Bearer\s+(\S{10,300})$/i.exec(headers.authorization ?? '')?.[1];
      if (bearer === undefined) return BAD_KEY;
      return (isSameSecret(bearer, app.config.controlToken) ? await local() : await byKey(hashToken(bearer))) ?? BAD_KEY;
    }
    const token = readCookie(headers.cookie, sessionCookie)?.split('.')[0];
    const user = token ? await bySession(hashToken(token)) : undefined;
    if (user) return user;
    const guest = readCookie(headers.cookie, guestCookie);
    return (guest ? await byGuest(hashToken(guest)) : undefined) ?? ANONYMOUS;
  };
}

function userOf(row: UserRow): Extract<Actor, { kind: 'user' }> {
  return { kind: 'user', userId: row.userId, name: row.name, email: row.email, role: row.role, ...(row.isPending ? { isPending: true } : {}) };
}
