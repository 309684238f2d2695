import type { Role, UserId } from '@komawari/contract';
import { audit } from '../../kernel/audit.ts';
import { permissionsOf, type Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Auth } from './auth.ts';
import { makeKey } from './keys.ts';

export type NewUser = { email: string; name?: string | undefined; role: Role; password?: string | undefined; withApiKey: boolean };
export type MadeUser = { id: UserId; email: string; role: Role; password: string | null; apiKey: string | null };

/** Makes an account whose e-mail counts as verified. Without a password one is chosen and returned this once. */
export async function createUser(ctx: Ctx, auth: Auth, input: NewUser): Promise<MadeUser> {
  const isHigh = input.role === 'owner' || input.role === 'admin';
  if (isHigh && !permissionsOf(ctx.actor).includes('owner.appoint')) throw new AppError('access.denied');
  const { ids } = ctx.app.ports;
  const password = input.password ?? ids.secret(12);
  const user = await auth.createUser({ email: input.email, name: input.name ?? input.email.split('@')[0] ?? input.email, role: input.role, password });
  if (!user) throw new AppError('accounts.email-taken');
  const id = user.id as UserId;
  const key = input.withApiKey ? await makeKey(ctx, { userId: id, name: 'command line', scopes: ['read', 'make', 'manage'], expiresAt: null }) : undefined;
  await audit(ctx.app.client.db, ctx, { action: 'accounts.create-user', subject: `user:${id}`, data: { role: input.role } });
  return { id, email: input.email, role: input.role, password: input.password === undefined ? password : null, apiKey: key?.secret ?? null };
}
