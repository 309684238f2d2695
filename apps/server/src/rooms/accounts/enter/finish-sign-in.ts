import type { Me } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Actor, Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { dropCookie, setCookie } from '../cookies.ts';
import { addresseeOf, putLetter } from '../letters/send-letter.ts';
import { describeMe } from '../me.ts';
import { makeToken } from '../one-time.ts';
import { claimGuestWork } from '../session/claim-guest-work.ts';
import { openSession, type SignInMethod } from '../session/sessions.ts';
import { changeUser, countGuards, type User } from '../store.ts';

const SECOND_STEP_S = 600;

/**
 * The end of every way in, once it is proved who comes. Asks for the second factor where one is set up, unless the
 * way had one of its own. Throws `accounts.suspended`.
 */
export async function finishSignIn(ctx: Ctx, user: User, method: SignInMethod, options: { hasSecondFactor?: boolean } = {}): Promise<Me> {
  if (user.state === 'suspended') throw new AppError('accounts.suspended');
  if (!options.hasSecondFactor && (await countGuards(ctx.app.client.db, user.id)).twoFactor) return askSecondFactor(ctx, user, method);
  return inTransaction(ctx.app.client.db, (tx) => enter(ctx, tx, user, method)).then(({ me }) => me());
}

async function askSecondFactor(ctx: Ctx, user: User, method: SignInMethod): Promise<Me> {
  const { token } = await makeToken(ctx.app, ctx.app.client.db, { purpose: 'second-step', userId: user.id, data: { method } });
  setCookie(ctx, 'second', token, SECOND_STEP_S);
  return describeMe({ ...ctx, actor: { kind: 'anonymous' } }, { nextStep: 'second-factor' });
}

/** Opens the session in the caller's transaction; `me` describes the one who is in, after it. */
export async function enter(ctx: Ctx, tx: Tx, user: User, method: SignInMethod): Promise<{ me(): Promise<Me> }> {
  const now = ctx.app.ports.clock.now();
  const cookiesBefore = ctx.http?.setCookies.length ?? 0;
  try {
    const session = await openSession(ctx, tx, user.id, method);
    await claimGuestWork(ctx, tx, user.id);
    await changeUser(tx, user.id, { last_seen_at: now, ...(user.deletion_at ? { deletion_at: null } : {}) }, now);
    if (user.deletion_at) await audit(tx, ctx, { action: 'accounts.cancel-deletion', subject: `user:${user.id}` });
    dropCookie(ctx, 'second');
    const isPending: { isPending?: true } = user.state === 'pending' ? { isPending: true } : {};
    const actor: Actor = { kind: 'user', userId: user.id, name: user.name, email: user.email, role: user.role, session, ...isPending };
    const hand = user.deletion_at ? await putLetter(ctx, tx, { kind: 'deletion-cancelled', to: addresseeOf(user) }) : undefined;
    return {
      me: async () => {
        void hand?.();
        return describeMe({ ...ctx, actor }, { nextStep: null, notice: user.deletion_at ? 'deletion-cancelled' : null });
      },
    };
  } catch (error) {
    // A transaction that is tried again sends its cookies again.
    ctx.http?.setCookies.splice(cookiesBefore);
    throw error;
  }
}
