import type { Me } from '@komawari/contract';
import { z } from 'zod';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { cookieOf } from '../cookies.ts';
import { findOneTimeToken, takeOneTimeToken } from '../one-time-store.ts';
import { checkCode } from '../second/two-factor.ts';
import { findUser } from '../store.ts';
import { guardGuess, keyOfUser } from '../throttle.ts';
import { hashToken } from '../tokens.ts';
import { SIGN_IN_METHODS } from '@komawari/contract';
import { enter } from './finish-sign-in.ts';

const Step = z.object({ method: z.enum(SIGN_IN_METHODS) });

/** The second step of signing in. The first one is remembered by a cookie that is good for ten minutes and one success. */
export async function signInBySecondFactor(ctx: Ctx, code: string): Promise<Me> {
  const { app } = ctx;
  const now = app.ports.clock.now();
  const stepHash = hashToken(cookieOf(ctx, 'second') ?? '');
  const step = await findOneTimeToken(app.client.db, stepHash, 'second-step', now);
  const user = step?.userId ? await findUser(app.client.db, step.userId) : undefined;
  if (!step || !user) throw new AppError('accounts.second-factor-over');
  if (user.state === 'suspended') throw new AppError('accounts.suspended');
  const guess = await guardGuess(ctx, keyOfUser(user.id, 'code'));
  const { me } = await inTransaction(app.client.db, async (tx) => {
    const isRecovery = await checkCode(app, tx, user.id, code);
    if (!(await takeOneTimeToken(tx, stepHash, 'second-step', now))) throw new AppError('accounts.second-factor-over');
    if (isRecovery) await audit(tx, ctx, { action: 'accounts.use-recovery-code', subject: `user:${user.id}` });
    return enter(ctx, tx, user, Step.parse(step.data).method);
  });
  await guess.succeed();
  return me();
}
