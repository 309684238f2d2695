import type { BodyOf, Me, OwnerRef, UserId, accountRoutes } from '@komawari/contract';
import { inTransaction } from '../../db/transaction.ts';
import type { App } from '../../kernel/app.ts';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Auth } from './auth.ts';
import { signIn } from './sign-in.ts';
import { addWelcome, findSiteOwner, reopenWelcome, useWelcome } from './store.ts';
import { hashToken } from './tokens.ts';

const DAY_MS = 86_400_000;

/** A link that makes the site's owner, good once and for 24 hours; undefined when there is an owner. Earlier unused links end. */
export async function openWelcomeLink(app: App): Promise<string | undefined> {
  const token = app.ports.ids.secret(32);
  const now = app.ports.clock.now();
  const isOpened = await inTransaction(app.client.db, async (tx) => {
    if (await findSiteOwner(tx)) return false;
    await addWelcome(tx, { tokenHash: hashToken(token), now, expiresAt: new Date(now.getTime() + DAY_MS) });
    return true;
  });
  return isOpened ? `${app.config.publicUrl}/welcome?token=${token}` : undefined;
}

/** Uses the link: makes the owner, hands over what was made on this machine before, and signs in. */
export async function acceptWelcome(ctx: Ctx, auth: Auth, body: BodyOf<typeof accountRoutes.welcome>): Promise<Me> {
  const { client, ports, works } = ctx.app;
  const tokenHash = hashToken(body.token);
  const isFirst = !(await findSiteOwner(client.db)) && (await useWelcome(client.db, tokenHash, ports.clock.now()));
  if (!isFirst) throw new AppError('accounts.welcome-invalid');
  const userId = await makeOwner(ctx, auth, body, tokenHash);
  await inTransaction(client.db, async (tx) => {
    const to = `user:${userId}` as OwnerRef;
    await works.claimAll(tx, 'local:instance' as OwnerRef, to);
    await audit(tx, ctx, { action: 'accounts.welcome', subject: to });
  });
  return signIn(ctx, auth, body);
}

async function makeOwner(ctx: Ctx, auth: Auth, body: BodyOf<typeof accountRoutes.welcome>, tokenHash: string): Promise<UserId> {
  try {
    const user = await auth.createUser({ email: body.email, name: body.name, role: 'owner', password: body.password });
    if (!user) throw new AppError('accounts.email-taken');
    return user.id as UserId;
  } catch (error) {
    await reopenWelcome(ctx.app.client.db, tokenHash);
    throw error;
  }
}
