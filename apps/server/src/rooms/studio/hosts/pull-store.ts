/** The SQL of models that are being fetched. All of one provider stand in one stream, and are found by it. */
import type { ProviderId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { TaskRow } from '../../../kernel/tasks/task.ts';

export const PULL_JOB = 'studio.pull';

export function streamOf(providerId: ProviderId): string {
  return `pulls:${providerId}`;
}

/** The last of each name, newest first: those under way, and those that ended after `since`. */
export async function listPulls(db: Db | Tx, providerId: ProviderId, since: Date): Promise<TaskRow[]> {
  const rows = await db.selectFrom('task').selectAll().distinctOn(sql`input->>'model'`).where('stream', '=', streamOf(providerId)).where('kind', '=', PULL_JOB)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', since)])).orderBy(sql`input->>'model'`).orderBy('id', 'desc').execute();
  return rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Locked; the provider's row is locked before, so that two cannot begin at once. */
export async function lockOpenPulls(tx: Tx, providerId: ProviderId): Promise<TaskRow[]> {
  return tx.selectFrom('task').selectAll().where('stream', '=', streamOf(providerId)).where('kind', '=', PULL_JOB).where('state', 'in', ['queued', 'running']).orderBy('id').forUpdate().execute();
}
