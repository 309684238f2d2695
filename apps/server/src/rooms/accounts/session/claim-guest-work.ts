import type { OwnerRef, UserId } from '@komawari/contract';
import { inTransaction } from '../../db/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { ownerOf, type Ctx } from '../../kernel/ctx.ts';
import { closeGuest } from './store.ts';

/** What was made as a guest goes over to the account of the one who signs in with that guest's cookie. */
export async function claimGuestWork(ctx: Ctx, userId: UserId): Promise<void> {
  const { actor } = ctx;
  const from = ownerOf(actor);
  if (actor.kind !== 'guest' || !from) return;
  const to = `user:${userId}` as OwnerRef;
  await inTransaction(ctx.app.client.db, async (tx) => {
    const count = await ctx.app.works.claimAll(tx, from, to);
    await closeGuest(tx, actor.guestId, to);
    await audit(tx, ctx, { action: 'accounts.claim-guest-work', subject: to, data: { count } });
  });
}
