import type { BodyOf, Me, UserId, accountRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { describeMe, noticesOf } from '../me.ts';
import { changeUser, findSiteOwner, lockUser } from '../store.ts';

export async function changeProfile(ctx: Ctx, change: BodyOf<typeof accountRoutes.changeProfile>): Promise<Me> {
  const userId = await accountOf(ctx);
  const { client, ports } = ctx.app;
  await inTransaction(client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new AppError('access.sign-in');
    await changeUser(tx, userId, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.theme === undefined ? {} : { theme: change.theme }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(change.notices === undefined ? {} : { notices: JSON.stringify({ ...noticesOf(user), ...withoutUndefined(change.notices) }) }),
    }, ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.change-profile', subject: `user:${userId}`, data: { fields: Object.keys(change) } });
  });
  return describeMe(ctx);
}

/** The account that a change is about: one's own; the machine's command line acts for the owner's. */
export async function accountOf(ctx: Ctx): Promise<UserId> {
  if (ctx.actor.kind === 'user') return ctx.actor.userId;
  const owner = ctx.actor.kind === 'local' ? await findSiteOwner(ctx.app.client.db) : undefined;
  if (!owner) throw new AppError('access.sign-in');
  return owner.userId;
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>;
}
