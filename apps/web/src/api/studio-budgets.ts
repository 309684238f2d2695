/** What models may cost here, as functions. */
import type { Budgets, BudgetState, budgetRoutes } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof budgetRoutes;

export function getBudgets(signal: AbortSignal): Promise<BudgetState> {
  return call<Routes['budgets']>('GET', '/budgets', { signal });
}

export function setBudgets(budgets: Budgets | null): Promise<BudgetState> {
  return call<Routes['setBudgets']>('PUT', '/budgets', { body: { budgets } });
}
