import type { BodyOf, Me, OwnerRef, UserId, accountRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashPassword, refuseCommonPassword } from '../passwords.ts';
import { addUser, addWelcome, findSiteOwner, findUser, useWelcome, type User } from '../store.ts';
import { hashToken } from '../tokens.ts';
import { enter } from './finish-sign-in.ts';

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

/** Uses the link: makes the owner, hands over what was made on this machine before, and signs in; all of it or nothing. */
export async function acceptWelcome(ctx: Ctx, body: BodyOf<typeof accountRoutes.welcome>): Promise<Me> {
  const { client, ports, works } = ctx.app;
  await refuseCommonPassword(body.password, [body.email, body.name]);
  const passwordHash = await hashPassword(body.password);
  const { me } = await inTransaction(client.db, async (tx) => {
    const now = ports.clock.now();
    if (!(await useWelcome(tx, hashToken(body.token), now)) || (await findSiteOwner(tx))) throw new AppError('accounts.welcome-invalid');
    const id = ports.ids.secret(15) as UserId;
    // Who can read the console of the machine is believed about the address.
    const isAdded = await addUser(tx, { id, name: body.name, email: body.email, role: 'owner', state: 'active', isEmailVerified: true, passwordHash, language: null, now });
    if (!isAdded) throw new AppError('accounts.email-taken');
    const to = `user:${id}` as OwnerRef;
    await works.claimAll(tx, 'local:instance' as OwnerRef, to);
    await audit(tx, ctx, { action: 'accounts.welcome', subject: to });
    return enter(ctx, tx, (await findUser(tx, id)) as User, 'welcome');
  });
  return me();
}
