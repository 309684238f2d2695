import type { UserId } from '@komawari/contract';
import type { Db, Tx } from '../../db/client.ts';
import type { App } from '../../kernel/app.ts';
import { AppError } from '../../kernel/errors.ts';
import { addOneTimeToken, takeOneTimeToken, wasUsed, type OneTimeToken, type Purpose } from './one-time-store.ts';
import { hashToken } from './tokens.ts';

const MINUTE_MS = 60_000;
const LIFE_MS: Readonly<Record<Purpose, number>> = {
  link: 15 * MINUTE_MS, reset: 60 * MINUTE_MS, email: 24 * 60 * MINUTE_MS, 'sign-up': 24 * 60 * MINUTE_MS, 'second-step': 10 * MINUTE_MS,
  'passkey-add': 5 * MINUTE_MS, 'passkey-sign-in': 10 * MINUTE_MS, 'passkey-confirm': 5 * MINUTE_MS,
};

type NewToken = { purpose: Purpose; userId?: UserId | undefined; email?: string | undefined; data?: object; lifeMs?: number };

/** Makes a secret that is good once, and says until when. */
export async function makeToken(app: App, db: Db | Tx, { lifeMs, ...token }: NewToken): Promise<{ token: string; expiresAt: Date }> {
  const now = app.ports.clock.now();
  const secret = app.ports.ids.secret(32);
  const expiresAt = new Date(now.getTime() + (lifeMs ?? LIFE_MS[token.purpose]));
  await addOneTimeToken(db, { ...token, tokenHash: hashToken(secret), now, expiresAt });
  return { token: secret, expiresAt };
}

/**
 * Uses a link up. Throws `accounts.link-used` for one that was used, `accounts.link-expired` for one that is over or never was.
 * Within a transaction that fails the link stays good.
 */
export async function takeLink(app: App, db: Db | Tx, token: string, purpose: Purpose): Promise<OneTimeToken> {
  const tokenHash = hashToken(token);
  const taken = await takeOneTimeToken(db, tokenHash, purpose, app.ports.clock.now());
  if (taken) return taken;
  throw new AppError((await wasUsed(db, tokenHash, purpose)) ? 'accounts.link-used' : 'accounts.link-expired');
}
