import type { OwnerRef } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { dropCookie } from '../cookies.ts';
import { addresseeOf, putLetter } from '../letters/send-letter.ts';
import { keepAnOwner } from '../people/people.ts';
import { removeSessions } from '../session/session-store.ts';
import { browserOf } from '../session/sessions.ts';
import { changeUser, lockUser } from '../store.ts';
import { findDueDeletion } from './deletion-store.ts';
import { removeAccount } from './remove-account.ts';

const GRACE_MS = 14 * 86_400_000;

/** From now on the account is nowhere; signing in within 14 days brings all of it back. */
export async function askDeletion(ctx: Ctx): Promise<{ deletionAt: string }> {
  const { userId } = browserOf(ctx);
  const { app } = ctx;
  const now = app.ports.clock.now();
  const deletionAt = new Date(now.getTime() + GRACE_MS);
  const hand = await inTransaction(app.client.db, async (tx) => {
    const found = await lockUser(tx, userId);
    if (!found) throw new AppError('access.sign-in');
    if (found.role === 'owner') await keepAnOwner(tx, found);
    await changeUser(tx, userId, { deletion_at: deletionAt }, now);
    await removeSessions(tx, userId);
    await audit(tx, ctx, { action: 'accounts.ask-deletion', subject: `user:${userId}` });
    return putLetter(ctx, tx, { kind: 'deletion-asked', to: addresseeOf(found), path: '/sign-in', at: deletionAt });
  });
  dropCookie(ctx, 'session');
  void hand();
  return { deletionAt: deletionAt.toISOString() };
}

/** Ends the accounts whose time has come, each in a transaction of its own with everything that belonged to it. */
export async function removeDueAccounts(app: App, stop: AbortSignal): Promise<number> {
  let count = 0;
  while (!stop.aborted && (await removeOne(app))) count += 1;
  return count;
}

async function removeOne(app: App): Promise<boolean> {
  const hand = await inTransaction(app.client.db, async (tx) => {
    const user = await findDueDeletion(tx, app.ports.clock.now());
    if (!user) return undefined;
    const owner = await removeAccount(app, tx, user.id);
    // The list of deeds keeps its order: the account stays in it as a number that names nobody any more.
    const ctx = { app, actor: { kind: 'local', owner: 'local:instance' as OwnerRef }, requestId: 'deletion', language: 'en', isLocal: true, proof: { isAuthor: false } } as const;
    await audit(tx, ctx, { action: 'accounts.delete-account', subject: owner });
    return putLetter(ctx, tx, { kind: 'deleted', to: addresseeOf(user) });
  });
  if (!hand) return false;
  await hand();
  return true;
}
