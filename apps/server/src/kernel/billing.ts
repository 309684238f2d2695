import { sql } from 'kysely';
import type { Tx } from '../db/client.ts';
import { AppError } from './errors.ts';

export const HOLD_HOURS = 72;
const HOUR_MS = 3_600_000;

export type HoldRequest = { taskId: string; owner: string; amount: number };

/** What work costs. Every call joins the caller's transaction, so money and task never disagree. */
export type Billing = {
  /** Sets amounts aside. Throws `billing.quota-used-up` when they do not fit. */
  hold(tx: Tx, requests: readonly HoldRequest[], now: Date): Promise<void>;
  /** The results are stored: their holds are paid. A second call for one task changes nothing. */
  capture(tx: Tx, taskIds: readonly string[], now: Date): Promise<void>;
  /** Any other end: the hold is released. */
  release(tx: Tx, taskIds: readonly string[], now: Date): Promise<void>;
};

/**
 * Stands in while credits are off: counts units per owner and day against a quota, 0 for none.
 * An advisory lock per owner keeps two holds from passing the quota together.
 */
export function quotaBilling(options: { unitsPerDay: number }): Billing {
  return {
    async hold(tx, requests, now) {
      if (requests.length === 0) return;
      if (options.unitsPerDay > 0) await checkQuota(tx, requests, now, options.unitsPerDay);
      await tx.insertInto('hold').values(requests.map((request) => ({
        task_id: request.taskId, owner: request.owner, amount: request.amount, created_at: now, expires_at: new Date(now.getTime() + HOLD_HOURS * HOUR_MS),
      }))).onConflict((conflict) => conflict.column('task_id').doUpdateSet({ state: 'held', ended_at: null, created_at: now, expires_at: new Date(now.getTime() + HOLD_HOURS * HOUR_MS) }).where('hold.state', '=', 'void')).execute();
    },
    async capture(tx, taskIds, now) {
      if (taskIds.length === 0) return;
      await tx.updateTable('hold').set({ state: 'captured', ended_at: now }).where('task_id', 'in', taskIds).where('state', '=', 'held').execute();
    },
    async release(tx, taskIds, now) {
      if (taskIds.length === 0) return;
      await tx.updateTable('hold').set({ state: 'void', ended_at: now }).where('task_id', 'in', taskIds).where('state', '=', 'held').execute();
    },
  };
}

async function checkQuota(tx: Tx, requests: readonly HoldRequest[], now: Date, unitsPerDay: number): Promise<void> {
  const since = new Date(now.getTime() - 24 * HOUR_MS);
  for (const [owner, list] of [...Map.groupBy(requests, (request) => request.owner)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`quota:${owner}`}, 0))`.execute(tx);
    const { used } = await tx.selectFrom('hold').select((e) => e.fn.coalesce(e.fn.sum<number>('amount'), sql<number>`0`).as('used'))
      .where('owner', '=', owner).where('created_at', '>', since).where('state', '<>', 'void').executeTakeFirstOrThrow();
    const wanted = list.reduce((sum, request) => sum + request.amount, 0);
    if (Number(used) + wanted > unitsPerDay) throw new AppError('billing.quota-used-up');
  }
}
