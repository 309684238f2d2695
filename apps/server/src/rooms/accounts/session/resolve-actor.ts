import type { IncomingHttpHeaders } from 'node:http';
import type { OwnerRef } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';
import type { Actor } from '../../kernel/ctx.ts';
import { hasBearer } from '../../kernel/bearer.ts';
import { COOKIE_PREFIX } from './auth.ts';
import { GUEST_COOKIE } from './guests.ts';
import { findGuest, findSiteOwner, findUserByKey, findUserBySession, markKeyUsed } from './store.ts';
import { hashToken, isSameSecret, readCookie, readSignedCookie } from './tokens.ts';

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
  signal.on('koma_actor', () => cache.clear());
  signal.onGap(() => cache.clear());
  const isSecure = app.config.publicUrl.startsWith('https:');
  const sessionCookie = `${isSecure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;

  async function remembered(key: string, find: () => Promise<{ actor: Actor; expiresAt?: Date | null } | undefined>): Promise<Actor | undefined> {
    const known = cache.get(key);
    if (known && known.untilMs > clock.now().getTime()) return known.actor;
    const found = await find();
    if (found) cache.set(key, { actor: found.actor, untilMs: found.expiresAt?.getTime() ?? Infinity });
    return found?.actor;
  }

  const byKey = (secret: string) => remembered(`key:${hashToken(secret)}`, async () => {
    const row = await findUserByKey(app.client.db, hashToken(secret), clock.now());
    if (!row) return undefined;
    await markKeyUsed(app.client.db, row.keyId, clock.now());
    return { actor: { kind: 'user', userId: row.userId, name: row.name, email: row.email, role: row.role, scopes: row.scopes }, expiresAt: row.expiresAt };
  });

  // Remembered by the whole cookie: its signature is checked once, not with each request. A wrong one is never remembered.
  const bySession = (signed: string) => remembered(`session:${signed}`, async () => {
    const token = readSignedCookie(signed, app.config.secrets.authSecret);
    if (token === undefined) return undefined;
    const row = await findUserBySession(app.client.db, token, clock.now());
    return row && { actor: { kind: 'user', userId: row.userId, name: row.name, email: row.email, role: row.role, sessionToken: token }, expiresAt: row.expiresAt };
  });

  const byGuest = (secret: string) => remembered(`guest:${hashToken(secret)}`, async () => {
    const guestId = await findGuest(app.client.db, hashToken(secret));
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
      return (isSameSecret(bearer, app.config.controlToken) ? await local() : await byKey(bearer)) ?? BAD_KEY;
    }
    const signed = readCookie(headers.cookie, sessionCookie);
    const user = signed === undefined ? undefined : await bySession(signed);
    if (user) return user;
    const guest = readCookie(headers.cookie, GUEST_COOKIE);
    return (guest === undefined ? undefined : await byGuest(guest)) ?? ANONYMOUS;
  };
}
