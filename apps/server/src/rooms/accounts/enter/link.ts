import type { Me } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter } from '../letters/send-letter.ts';
import { makeToken, takeLink } from '../one-time.ts';
import { changeUser, findUser, findUserByEmail } from '../store.ts';
import { mayMail } from '../throttle.ts';
import { finishSignIn } from './finish-sign-in.ts';

const VALID_MINUTES = 15;

/** Sends a link for signing in, if there is such an account; all of it after the answer. */
export function askLink(ctx: Ctx, email: string): { isSent: true } {
  void inBackground(ctx, async () => {
    const user = await findUserByEmail(ctx.app.client.db, email);
    if (!user || user.state === 'suspended' || !(await mayMail(ctx, email))) return;
    const hand = await inTransaction(ctx.app.client.db, async (tx) => {
      const { token } = await makeToken(ctx.app, tx, { purpose: 'link', userId: user.id, email });
      return putLetter(ctx, tx, { kind: 'sign-in-link', to: addresseeOf(user), path: `/sign-in/link?token=${token}`, validMinutes: VALID_MINUTES });
    });
    await hand();
  });
  return { isSent: true };
}

/** Work whose length must not show in the answer. */
export async function inBackground(ctx: Ctx, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.app.log.error({ err: error, requestId: ctx.requestId }, 'a letter could not be prepared');
  }
}

/** Signs in by the link; who opened it has the mailbox, so the address is proved as well. */
export async function useLink(ctx: Ctx, token: string): Promise<Me> {
  const { app } = ctx;
  const { userId, email } = await takeLink(app, app.client.db, token, 'link');
  const user = userId && (await findUser(app.client.db, userId));
  if (!user || user.email !== email) throw new AppError('accounts.link-expired');
  if (!user.is_email_verified) await changeUser(app.client.db, user.id, { is_email_verified: true }, app.ports.clock.now());
  return finishSignIn(ctx, user, 'link');
}
