import type { Budgets } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBudgets, typeBudgets } from './budget-form.ts';

const micros = fc.option(fc.nat(1_000_000_000_000), { nil: null });

test('what is set is typed and read as it was', () => {
  fc.assert(fc.property(fc.record({ currency: fc.constantFrom('CNY', 'USD'), perTaskMicros: micros, perUserDayMicros: micros, perDayMicros: fc.nat(1_000_000_000_000), unknownMicros: micros }), (budgets: Budgets) => {
    expect(readBudgets(typeBudgets(budgets))).toEqual({ budgets, faults: {} });
  }));
});

test('what is no amount, no money or no cap at all is told', () => {
  const typed = (amounts: object, currency = 'cny') => readBudgets({ currency, amounts: { perTaskMicros: '', perUserDayMicros: '', perDayMicros: '', unknownMicros: '', ...amounts } });
  expect(typed({ perTaskMicros: ' 1,5 ' })).toEqual({ budgets: { currency: 'CNY', perTaskMicros: 1_500_000, perUserDayMicros: null, perDayMicros: null, unknownMicros: null }, faults: {} });
  expect(typed({ perDayMicros: '-1', unknownMicros: 'x' }, 'yuan').faults).toEqual({ perDayMicros: 'budgetNumber', unknownMicros: 'budgetNumber', currency: 'priceCurrency' });
  expect(typed({ unknownMicros: '1' }).faults).toEqual({ perDayMicros: 'budgetMissing' });
});
