import { sql } from 'kysely';
import type { Db } from '../../db/client.ts';

/** How many tasks stand where; no content. */
export async function countWork(db: Db): Promise<{ states: { state: string; count: number }[]; waitingJobs: number }> {
  const states = await sql<{ state: string; count: number }>`select state, count(*)::int as count from task group by state order by state`.execute(db);
  const jobs = await sql<{ count: number }>`select count(*)::int as count from graphile_worker._private_jobs where is_available`.execute(db);
  return { states: states.rows, waitingJobs: jobs.rows[0]?.count ?? 0 };
}
