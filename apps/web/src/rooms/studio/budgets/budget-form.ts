/** Budgets as they are typed. Pure. */
import type { Budgets } from '@komawari/contract';

const MICROS = 1_000_000;
/** Beyond this a figure is a slip. */
const AMOUNT_MAX = 1_000_000;

export const CAPS = ['perTaskMicros', 'perUserDayMicros', 'perDayMicros'] as const;
export type BudgetField = (typeof CAPS)[number] | 'unknownMicros';
export type TypedBudgets = { currency: string; amounts: Record<BudgetField, string> };
export type BudgetFaults = Partial<Record<BudgetField | 'currency', 'budgetNumber' | 'priceCurrency' | 'budgetMissing'>>;

const FIELDS: readonly BudgetField[] = [...CAPS, 'unknownMicros'];

export function typeBudgets(budgets: Budgets | null): TypedBudgets {
  const shown = (field: BudgetField) => (budgets?.[field] == null ? '' : String(budgets[field] / MICROS));
  return { currency: budgets?.currency ?? '', amounts: { perTaskMicros: shown('perTaskMicros'), perUserDayMicros: shown('perUserDayMicros'), perDayMicros: shown('perDayMicros'), unknownMicros: shown('unknownMicros') } };
}

/** An empty field sets no cap, but one of them is needed: without any there is nothing to hold to. */
export function readBudgets({ currency, amounts }: TypedBudgets): { budgets: Budgets; faults: BudgetFaults } {
  const faults: BudgetFaults = {};
  const budgets: Budgets = { currency: currency.trim().toUpperCase(), perTaskMicros: null, perUserDayMicros: null, perDayMicros: null, unknownMicros: null };
  for (const field of FIELDS) {
    const text = amounts[field].trim().replace(/^(\d+),(\d+)$/, '$1.$2');
    if (text === '') continue;
    const amount = Number(text);
    if (!Number.isFinite(amount) || amount < 0 || amount > AMOUNT_MAX) faults[field] = 'budgetNumber';
    else budgets[field] = Math.round(amount * MICROS);
  }
  if (CAPS.every((field) => budgets[field] === null && faults[field] === undefined)) faults.perDayMicros = 'budgetMissing';
  if (!/^[A-Z]{3}$/.test(budgets.currency)) faults.currency = 'priceCurrency';
  return { budgets, faults };
}
