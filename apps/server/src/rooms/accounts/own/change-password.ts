import type { Me } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { MAIL_WAYS } from '../enter/reset.ts';
import { addresseeOf, putLetter } from '../letters/send-letter.ts';
import { describeMe } from '../me.ts';
import { endOneTimeTokens } from '../one-time-store.ts';
import { hashPassword, refuseCommonPassword } from '../passwords.ts';
import { removeSessions } from '../session/session-store.ts';
import { browserOf, openSession } from '../session/sessions.ts';
import { changeUser, findUser } from '../store.ts';

/** Sets the password. Every session ends, open links too; this browser gets a new one. */
export async function changePassword(ctx: Ctx, password: string): Promise<Me> {
  const { userId, name, email } = browserOf(ctx);
  const { app } = ctx;
  await refuseCommonPassword(password, [email, name]);
  const passwordHash = await hashPassword(password);
  const now = app.ports.clock.now();
  const { session, hand } = await inTransaction(app.client.db, async (tx) => {
    await changeUser(tx, userId, { password_hash: passwordHash }, now);
    await removeSessions(tx, userId);
    await endOneTimeTokens(tx, userId, [...MAIL_WAYS, 'second-step'], now);
    await audit(tx, ctx, { action: 'accounts.change-password', subject: `user:${userId}` });
    const user = await findUser(tx, userId);
    return { session: await openSession(ctx, tx, userId, 'password'), hand: user && (await putLetter(ctx, tx, { kind: 'password-changed', to: addresseeOf(user), at: now })) };
  });
  void hand?.();
  return describeMe(ctx.actor.kind === 'user' ? { ...ctx, actor: { ...ctx.actor, session } } : ctx);
}
