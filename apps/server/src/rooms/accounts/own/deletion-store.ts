/** The SQL of accounts that end. */
import type { OwnerRef } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { User } from '../store.ts';

/** One whose time has come, locked; another process looks at others meanwhile. */
export async function findDueDeletion(tx: Tx, now: Date): Promise<User | undefined> {
  return (await tx.selectFrom('user').selectAll().where('deletion_at', '<=', now).orderBy('deletion_at').limit(1).forUpdate().skipLocked().executeTakeFirst()) as User | undefined;
}

/** Tasks and events go with their streams. */
export async function removeStreamsOf(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('stream').where('owner', '=', owner).execute();
}
