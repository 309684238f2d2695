import type { Me } from '@komawari/contract';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { describeMe } from '../me.ts';
import { isPasswordRight } from '../passwords.ts';
import { markConfirmed } from '../session/session-store.ts';
import { browserOf } from '../session/sessions.ts';
import { findUser } from '../store.ts';
import { guardGuess, keyOfUser } from '../throttle.ts';

/** The password again, before something dangerous. */
export async function confirmByPassword(ctx: Ctx, password: string): Promise<Me> {
  const { userId } = browserOf(ctx);
  const guess = await guardGuess(ctx, keyOfUser(userId, 'confirm'));
  const user = await findUser(ctx.app.client.db, userId);
  if (!(await isPasswordRight(user?.password_hash, password))) throw new AppError('accounts.wrong-password');
  await guess.succeed();
  return confirmBrowser(ctx);
}

/** This browser has shown again who uses it: dangerous changes are let through for a while. */
export async function confirmBrowser(ctx: Ctx): Promise<Me> {
  const { session } = browserOf(ctx);
  const now = ctx.app.ports.clock.now();
  await markConfirmed(ctx.app.client.db, session.id, now);
  const { actor } = ctx;
  return describeMe(actor.kind === 'user' ? { ...ctx, actor: { ...actor, session: { ...session, confirmedAt: now } } } : ctx);
}
