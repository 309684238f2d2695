import type { BodyOf, Me, accountRoutes } from '@komawari/contract';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isPasswordRight } from '../passwords.ts';
import { findUserByEmail } from '../store.ts';
import { guardGuess, keyOfEmail } from '../throttle.ts';
import { finishSignIn } from './finish-sign-in.ts';

/** With e-mail and password. An unknown e-mail is answered as a wrong password is, after the same time. */
export async function signIn(ctx: Ctx, { email, password }: BodyOf<typeof accountRoutes.signIn>): Promise<Me> {
  const guess = await guardGuess(ctx, keyOfEmail(email));
  const user = await findUserByEmail(ctx.app.client.db, email);
  if (!(await isPasswordRight(user?.password_hash, password)) || !user) throw new AppError('accounts.wrong-credentials');
  await guess.succeed();
  return finishSignIn(ctx, user, 'password');
}
