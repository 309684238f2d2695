import type { GuestId, OwnerRef, UserId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { cookieOf, dropCookie } from '../cookies.ts';
import { closeGuest, findGuest } from '../store.ts';
import { hashToken } from '../tokens.ts';

/** What was made as a guest goes over to the account of the one who comes in with that guest's cookie, or names the guest. */
export async function claimGuestWork(ctx: Ctx, tx: Tx, userId: UserId, named?: GuestId): Promise<void> {
  const cookie = cookieOf(ctx, 'guest');
  const guestId = named ?? (ctx.actor.kind === 'guest' ? ctx.actor.guestId : cookie === undefined ? undefined : await findGuest(ctx.app.client.db, hashToken(cookie)));
  if (guestId === undefined) return;
  const to = `user:${userId}` as OwnerRef;
  if (!(await closeGuest(tx, guestId, to))) return;
  const count = await ctx.app.works.claimAll(tx, `guest:${guestId}` as OwnerRef, to);
  await audit(tx, ctx, { action: 'accounts.claim-guest-work', subject: to, data: { count } });
  dropCookie(ctx, 'guest');
}
