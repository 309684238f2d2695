import type { UserId } from '@komawari/contract';
import { z } from 'zod';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { sqlStateOf } from '../../../db/transaction.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter, sendLetter } from '../letters/send-letter.ts';
import { endOneTimeTokens } from '../one-time-store.ts';
import { makeToken, takeLink } from '../one-time.ts';
import { browserOf } from '../session/sessions.ts';
import { changeUser, findUser, findUserByEmail, lockUser, type User } from '../store.ts';
import { mayMail } from '../throttle.ts';
import { inBackground } from './link.ts';
import { MAIL_WAYS } from './reset.ts';

const VALID_MINUTES = 24 * 60;
/** `from` is the address the link was asked under: after another change the link is void. */
const Change = z.object({ from: z.string() });

export async function askEmailProof(ctx: Ctx): Promise<{ isSent: true }> {
  const user = (await findUser(ctx.app.client.db, browserOf(ctx).userId)) as User;
  if (!user.is_email_verified && (await mayMail(ctx, user.email))) await sendEmailLink(ctx, user, user.email, 'prove-email');
  return { isSent: true };
}

/** With mail the new address is proved first, and the answer does not tell whether it is taken; without, it changes at once. */
export async function changeEmail(ctx: Ctx, email: string): Promise<{ isSent: boolean; email: string }> {
  const { app } = ctx;
  const user = (await findUser(app.client.db, browserOf(ctx).userId)) as User;
  if (email === user.email) return { isSent: false, email };
  if (!app.ports.mailer.delivers) {
    await setEmail(ctx, user.id, user.email, email, false);
    return { isSent: false, email };
  }
  void inBackground(ctx, async () => {
    if (!(await mayMail(ctx, email))) return;
    const known = await findUserByEmail(app.client.db, email);
    if (known) await sendLetter(ctx, { kind: 'already-known', to: addresseeOf(known), path: '/sign-in' });
    else await sendEmailLink(ctx, user, email, 'new-email');
  });
  return { isSent: true, email };
}

async function sendEmailLink(ctx: Ctx, user: User, email: string, kind: 'prove-email' | 'new-email'): Promise<void> {
  const hand = await inTransaction(ctx.app.client.db, async (tx) => {
    const { token } = await makeToken(ctx.app, tx, { purpose: 'email', userId: user.id, email, data: { from: user.email } });
    return putLetter(ctx, tx, { kind, to: { ...addresseeOf(user), email }, path: `/email/confirm?token=${token}`, validMinutes: VALID_MINUTES });
  });
  void hand();
}

/** The link was opened, in whatever browser: the address is proved, and set when it is a new one. */
export async function confirmEmail(ctx: Ctx, token: string): Promise<{ email: string; isChanged: boolean }> {
  const { app } = ctx;
  const { userId, email, data } = await takeLink(app, app.client.db, token, 'email');
  const { from } = Change.parse(data);
  if (!userId || !email) throw new AppError('accounts.link-expired');
  await setEmail(ctx, userId, from, email, true);
  return { email, isChanged: from !== email };
}

async function setEmail(ctx: Ctx, userId: UserId, from: string, to: string, isVerified: boolean): Promise<void> {
  const { app } = ctx;
  const now = app.ports.clock.now();
  const hand = await inTransaction(app.client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user || user.email !== from) throw new AppError('accounts.link-expired');
    await changeUser(tx, userId, { email: to, is_email_verified: isVerified }, now);
    if (from !== to) await endOneTimeTokens(tx, userId, MAIL_WAYS, now);
    await audit(tx, ctx, { action: from === to ? 'accounts.prove-email' : 'accounts.change-email', subject: `user:${userId}` });
    return from === to ? undefined : putLetter(ctx, tx, { kind: 'email-changed', to: addresseeOf(user), facts: { email: to }, at: now });
  }).catch((error: unknown) => {
    throw sqlStateOf(error) === '23505' ? new AppError('accounts.email-taken', { cause: error }) : error;
  });
  void hand?.();
}
