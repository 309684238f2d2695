/** The SQL of budgets: what is set, and what counts against them. */
import { Budgets } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { Spent } from './spending.ts';

const SETTING = 'studio.budgets';

/** Undefined where nothing is capped. */
export async function findBudgets(db: Db | Tx): Promise<Budgets | undefined> {
  const row = await db.selectFrom('site_setting').select('value').where('name', '=', SETTING).executeTakeFirst();
  return Budgets.safeParse(row?.value).data;
}

export async function saveBudgets(tx: Tx, budgets: Budgets | null, change: { by: string; now: Date }): Promise<void> {
  const value = JSON.stringify(budgets);
  await tx.insertInto('site_setting').values({ name: SETTING, value, changed_at: change.now, changed_by: change.by })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: change.now, changed_by: change.by })).execute();
}

/** Until the transaction ends nobody else reads what is spent in order to spend: two that look at once cannot pass a cap together. */
export async function lockSpending(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('studio.budgets', 0))`.execute(tx);
}

/** What was refused or never begun counts nothing; an answer with nothing in it was made, and is billed as one. What was told its price counts that, all else what was set aside for it: also what nobody knows the end of. */
const COUNTED = sql<number>`case when call.state = 'failed' and call.fault is distinct from 'empty' then 0 when call.state = 'answered' and call.cost_micros is not null and call.currency = spending.currency then call.cost_micros else spending.micros end`;

type Whose = { currency: string; day: string; owner?: string; groupId?: string };

/** Money of another kind, set aside before the operator changed it, is not counted. */
export async function sumSpent(db: Db | Tx, { currency, day, owner, groupId }: Whose): Promise<Spent> {
  const { rows } = await sql<{ task: number; user_day: number; day: number }>`
    select
      coalesce(sum(${COUNTED}) filter (where spending.group_id = ${groupId ?? null}), 0)::bigint as task,
      coalesce(sum(${COUNTED}) filter (where spending.counts_on = ${day}::date and spending.owner = ${owner ?? null}), 0)::bigint as user_day,
      coalesce(sum(${COUNTED}) filter (where spending.counts_on = ${day}::date), 0)::bigint as day
    from provider_spending spending join provider_call call on call.id = spending.call_id
    where spending.currency = ${currency} and (spending.counts_on = ${day}::date or spending.group_id = ${groupId ?? null})`.execute(db);
  const [row] = rows;
  return { task: Number(row?.task ?? 0), userDay: Number(row?.user_day ?? 0), day: Number(row?.day ?? 0) };
}

export async function isReserved(tx: Tx, callId: string): Promise<boolean> {
  return (await tx.selectFrom('provider_spending').select('call_id').where('call_id', '=', callId).executeTakeFirst()) !== undefined;
}

export async function reserve(tx: Tx, spending: { callId: string; owner: string; groupId: string; currency: string; micros: number; day: string }): Promise<void> {
  await tx.insertInto('provider_spending').values({ call_id: spending.callId, owner: spending.owner, group_id: spending.groupId, currency: spending.currency, micros: spending.micros, counts_on: spending.day }).execute();
}

/** Who pays for a task, and what it is a part of: the pictures asked for together, or the comic. */
export async function findPayer(db: Db | Tx, taskId: string): Promise<{ owner: string; groupId: string } | undefined> {
  const row = await db.selectFrom('task').select(['owner', 'parent_id']).where('id', '=', taskId).executeTakeFirst();
  return row && { owner: row.owner, groupId: row.parent_id ?? taskId };
}

/** A guest who signs up has spent what the guest has. */
export async function moveSpending(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('provider_spending').set({ owner: to }).where('owner', '=', from).execute();
}

/** Sums of the day stay as they are; whose they were is forgotten. */
export async function forgetSpender(tx: Tx, owner: string): Promise<void> {
  await tx.updateTable('provider_spending').set({ owner: '' }).where('owner', '=', owner).execute();
}
