import type { OwnerRef, UserId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { removeUser } from '../store.ts';
import { removeStreamsOf } from './deletion-store.ts';

/** Ends an account with everything that belongs to it: what every room keeps, streams with their tasks and events, and the account itself. */
export async function removeAccount(app: App, tx: Tx, userId: UserId): Promise<OwnerRef> {
  const owner = `user:${userId}` as OwnerRef;
  await app.works.removeAll(tx, owner);
  await removeStreamsOf(tx, owner);
  await removeUser(tx, userId);
  return owner;
}
