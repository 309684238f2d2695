import type { Role, UserId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { makeKey } from '../own/keys.ts';
import { hashPassword, refuseCommonPassword } from '../passwords.ts';
import { addUser } from '../store.ts';
import { mayGive } from './rules.ts';

export type NewUser = { email: string; name?: string | undefined; role: Role; password?: string | undefined; withApiKey: boolean };
export type MadeUser = { id: UserId; email: string; role: Role; password: string | null; apiKey: string | null };

/** Makes an account whose e-mail counts as verified. Without a password one is chosen and returned this once. */
export async function createUser(ctx: Ctx, input: NewUser): Promise<MadeUser> {
  if (!mayGive(ctx.actor, input.role)) throw new AppError('access.denied');
  const { clock, ids } = ctx.app.ports;
  if (input.password !== undefined) await refuseCommonPassword(input.password, [input.email]);
  const password = input.password ?? ids.secret(12);
  const id = ids.secret(15) as UserId;
  const name = input.name ?? input.email.split('@')[0] ?? input.email;
  const passwordHash = await hashPassword(password);
  const key = await inTransaction(ctx.app.client.db, async (tx) => {
    const isAdded = await addUser(tx, { id, name, email: input.email, role: input.role, state: 'active', isEmailVerified: true, passwordHash, language: null, now: clock.now() });
    if (!isAdded) throw new AppError('accounts.email-taken');
    await audit(tx, ctx, { action: 'accounts.create-user', subject: `user:${id}`, data: { role: input.role } });
    return input.withApiKey ? makeKey(ctx, tx, { userId: id, name: 'command line', scopes: ['read', 'make', 'manage'], expiresAt: null }) : undefined;
  });
  return { id, email: input.email, role: input.role, password: input.password === undefined ? password : null, apiKey: key?.secret ?? null };
}
