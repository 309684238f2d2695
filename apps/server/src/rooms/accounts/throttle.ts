import type { UserId } from '@komawari/contract';
import type { Ctx } from '../../kernel/ctx.ts';
import { addressGroup } from '../../http/origin.ts';
import { AppError } from '../../kernel/errors.ts';
import { addressOf } from './cookies.ts';
import { countAttempt, findRestingUntil, forgetAttempts, uncountAttempt, type Limit } from './throttle-store.ts';
import { hashToken } from './tokens.ts';

const HOUR_S = 3600;
/** Five typing errors are free; then 15 s, 30 s, 1 min ... up to 15 min between two guesses. */
const ACCOUNT: Limit = { free: 5, firstSeconds: 15, maxSeconds: 900, forgetSeconds: 24 * HOUR_S };
/** One address may stand for a whole office: it rests later, and shorter. Of IPv6 the network of one customer counts as one. */
const ADDRESS: Limit = { free: 40, firstSeconds: 5, maxSeconds: 120, forgetSeconds: HOUR_S };
const MAIL: Limit = { free: 3, firstSeconds: 300, maxSeconds: HOUR_S, forgetSeconds: HOUR_S };

export const keyOfEmail = (email: string) => `account:${hashToken(email)}`;
export const keyOfUser = (userId: UserId, what: 'confirm' | 'code') => `${what}:${userId}`;

/**
 * Lets a guess at a secret through, or throws `accounts.locked` with the time left. The account's key rests whether
 * there is such an account or not. Call `succeed` when the guess was right.
 */
export async function guardGuess(ctx: Ctx, key: string): Promise<{ succeed(): Promise<void> }> {
  const { client, ports } = ctx.app;
  const now = ports.clock.now();
  const address = `address:${addressGroup(addressOf(ctx) ?? undefined) || 'none'}`;
  if (!(await countAttempt(client.db, address, ADDRESS, now))) throw await locked(ctx, address, now);
  if (!(await countAttempt(client.db, key, ACCOUNT, now))) throw await locked(ctx, key, now);
  return {
    // One right guess does not wash an address clean that tries many accounts.
    succeed: async () => { await forgetAttempts(client.db, [key]); await uncountAttempt(client.db, address); },
  };
}

async function locked(ctx: Ctx, key: string, now: Date): Promise<AppError> {
  const until = await findRestingUntil(ctx.app.client.db, key);
  const seconds = Math.max(1, Math.ceil(((until ?? now).getTime() - now.getTime()) / 1000));
  return new AppError('accounts.locked', { detail: waitOf(seconds, ctx.language) });
}

function waitOf(seconds: number, language: Ctx['language']): string {
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Whether another mail may go to this address: nobody's mailbox is flooded through us. */
export function mayMail(ctx: Ctx, email: string): Promise<boolean> {
  return countAttempt(ctx.app.client.db, `mail:${hashToken(email)}`, MAIL, ctx.app.ports.clock.now());
}
