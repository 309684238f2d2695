/** The door that a request which costs leaves by: written down and set aside in one transaction, or refused. */
import type { Budgets } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findBudgets, findPayer, isReserved, lockSpending, reserve, sumSpent } from './budget-store.ts';
import type { Costing } from './costing.ts';
import { countsAs, dayOf, refusalOf, renewsAt, type Cap } from './spending.ts';

type Sending = Costing & {
  call: { id: string; taskId: string; doesBill: boolean };
  /** Of what is no task, such as words for somebody who waits. */
  owner?: string | undefined;
  /** Writes the call down; false when it shall not leave after all. */
  note(tx: Tx): Promise<boolean>;
};

/** False as `note` says. Throws `studio.budget-task`, `-user`, `-all` and `-unknown`, with what is left and when it begins anew. */
export async function sendWithin(app: App, { call, owner, note, ...costing }: Sending): Promise<boolean> {
  return inTransaction(app.client.db, async (tx) => {
    const budgets = call.doesBill ? await findBudgets(tx) : undefined;
    // Several requests of one attempt are one call, and were set aside with the first.
    if (!budgets || (await isReserved(tx, call.id))) return note(tx);
    await lockSpending(tx);
    const payer = (await findPayer(tx, call.taskId)) ?? { owner: owner ?? '', groupId: call.taskId };
    const now = app.ports.clock.now();
    const micros = mustFit(budgets, await sumSpent(tx, { currency: budgets.currency, day: dayOf(now), ...payer }), [costing], now);
    if (!(await note(tx))) return false;
    await reserve(tx, { callId: call.id, ...payer, currency: budgets.currency, micros, day: dayOf(now) });
    return true;
  });
}

/** What these count together. Throws as `sendWithin` does. */
export function mustFit(budgets: Budgets, spent: Parameters<typeof refusalOf>[1], costings: readonly Costing[], now: Date): number {
  const micros = costings.map(({ cost, requests }) => countsAs(budgets, cost, requests)).reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
  if (micros === undefined) throw new AppError('studio.budget-unknown', { detail: budgets.currency });
  const refusal = refusalOf(budgets, spent, micros);
  if (refusal) throw new AppError(CODES[refusal.cap], { detail: `${amountOf(refusal.leftMicros)} ${budgets.currency}${refusal.cap === 'task' ? '' : `, ${renewsAt(now).slice(0, 16).replace('T', ' ')} UTC`}` });
  return micros;
}

const CODES = { task: 'studio.budget-task', user: 'studio.budget-user', all: 'studio.budget-all' } as const satisfies Record<Cap, string>;

const MICROS = 1_000_000;

function amountOf(micros: number): string {
  return (micros / MICROS).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 6, useGrouping: false });
}
