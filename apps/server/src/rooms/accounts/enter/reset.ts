import type { BodyOf, Me, accountRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter } from '../letters/send-letter.ts';
import { endOneTimeTokens, findOneTimeToken } from '../one-time-store.ts';
import { makeToken, takeLink } from '../one-time.ts';
import { hashPassword, refuseCommonPassword } from '../passwords.ts';
import { removeSessions } from '../session/session-store.ts';
import { changeUser, findUser, findUserByEmail } from '../store.ts';
import { keyOfEmail, mayMail } from '../throttle.ts';
import { forgetAttempts } from '../throttle-store.ts';
import { hashToken } from '../tokens.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { inBackground } from './link.ts';

const VALID_MINUTES = 60;
/** Whoever sets a password by a link, or changes it, ends every other open way in by mail. */
export const MAIL_WAYS = ['link', 'reset', 'email'] as const;

/** Sends a link for a new password, if there is such an account; all of it after the answer. */
export function askReset(ctx: Ctx, email: string): { isSent: true } {
  void inBackground(ctx, async () => {
    const user = await findUserByEmail(ctx.app.client.db, email);
    if (!user || user.state === 'suspended' || !(await mayMail(ctx, email))) return;
    const hand = await inTransaction(ctx.app.client.db, async (tx) => {
      const { token } = await makeToken(ctx.app, tx, { purpose: 'reset', userId: user.id, email });
      return putLetter(ctx, tx, { kind: 'reset', to: addresseeOf(user), path: `/password/reset?token=${token}`, validMinutes: VALID_MINUTES });
    });
    await hand();
  });
  return { isSent: true };
}

/** Sets the new password; every session ends, and the one who has the link is signed in (a second factor is still asked for). */
export async function useReset(ctx: Ctx, { token, password }: BodyOf<typeof accountRoutes.useReset>): Promise<Me> {
  const { app } = ctx;
  const now = app.ports.clock.now();
  // A password that is refused does not use the link up.
  const seen = await findOneTimeToken(app.client.db, hashToken(token), 'reset', now);
  const known = seen?.userId ? await findUser(app.client.db, seen.userId) : undefined;
  if (known) await refuseCommonPassword(password, [known.email, known.name]);
  const passwordHash = known ? await hashPassword(password) : '';
  const { user, hand } = await inTransaction(app.client.db, async (tx) => {
    const { userId, email } = await takeLink(app, tx, token, 'reset');
    const found = userId && (await findUser(tx, userId));
    if (!found || found.email !== email || passwordHash === '') throw new AppError('accounts.link-expired');
    await changeUser(tx, found.id, { password_hash: passwordHash, is_email_verified: true }, now);
    await removeSessions(tx, found.id);
    await endOneTimeTokens(tx, found.id, MAIL_WAYS, now);
    await audit(tx, ctx, { action: 'accounts.reset-password', subject: `user:${found.id}` });
    return { user: found, hand: await putLetter(ctx, tx, { kind: 'password-changed', to: addresseeOf(found), at: now }) };
  });
  await forgetAttempts(app.client.db, [keyOfEmail(user.email)]);
  void hand();
  return finishSignIn(ctx, user, 'reset');
}
