import type { Budgets, BudgetState } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { getBudgets, setBudgets } from '../../../api/studio-budgets.ts';
import { useCall } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDates } from '../../accounts/settings/use-dates.ts';
import { money } from '../providers/price.ts';
import { CAPS, readBudgets, typeBudgets, type BudgetFaults, type BudgetField } from './budget-form.ts';
import './budgets.css';

const KEY = ['studio', 'budgets'] as const;
/** What is spent grows while one looks. */
const LOOK_MS = 30_000;
const HINTS = { perTaskMicros: 'budgetTaskHint', perUserDayMicros: 'budgetUserHint', perDayMicros: 'budgetAllHint', unknownMicros: 'budgetUnknownHint' } as const satisfies Record<BudgetField, string>;
const WORDS = { perTaskMicros: 'budgetTask', perUserDayMicros: 'budgetUser', perDayMicros: 'budgetAll', unknownMicros: 'budgetUnknown' } as const satisfies Record<BudgetField, string>;

/** What models may cost here, and what they have cost today. */
export function BudgetsPanel() {
  const { say } = useWords('studio-providers');
  const client = useQueryClient();
  const undoable = useUndoable();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useCall(KEY, getBudgets, { pollMs: LOOK_MS });
  const put = (budgets: Budgets | null) => setBudgets(budgets).then((state) => { client.setQueryData(KEY, state); });
  const save = (budgets: Budgets | null) => {
    setIsOpen(false);
    const before = data?.budgets ?? null;
    if (JSON.stringify(budgets) !== JSON.stringify(before)) void undoable({ text: say(budgets ? 'budgetSaved' : 'budgetGone'), run: () => put(budgets), back: () => put(before), touches: [KEY] });
  };
  return (
    <Panel aria-labelledby="prov-budgets">
      <div><h2 id="prov-budgets">{say('budgets')}</h2><p className="hint">{say('budgetsLead')}</p></div>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone shape="block" heightPx={96} /></Skeleton> : (
        <>
          {data.budgets ? <Caps state={data} budgets={data.budgets} /> : <p>{say('budgetNone')}</p>}
          <p><Button onClick={() => setIsOpen(true)}>{say(data.budgets ? 'budgetChange' : 'budgetSet')}</Button></p>
          {isOpen && <BudgetDialog budgets={data.budgets} onSave={save} onClose={() => setIsOpen(false)} />}
        </>
      )}
    </Panel>
  );
}

function Caps({ state, budgets }: { state: BudgetState; budgets: Budgets }) {
  const { say, language } = useWords('studio-providers');
  const { moment } = useDates();
  const sum = (micros: number) => money(micros, { currency: budgets.currency, language });
  return (
    <>
      <dl className="budget-caps">
        <div><dt>{say('budgetToday')}</dt><dd className="number">{budgets.perDayMicros === null ? sum(state.spentMicros) : say('budgetOf', { spent: sum(state.spentMicros), cap: sum(budgets.perDayMicros) })}</dd></div>
        {(['perUserDayMicros', 'perTaskMicros'] as const).map((field) => budgets[field] !== null && <div key={field}><dt>{say(WORDS[field])}</dt><dd className="number">{sum(budgets[field])}</dd></div>)}
        <div><dt>{say('budgetUnknown')}</dt><dd className="number">{budgets.unknownMicros === null ? say('budgetRefused') : sum(budgets.unknownMicros)}</dd></div>
      </dl>
      <p className="hint">{say('budgetRenews', { time: moment(state.renewsAt) })}</p>
    </>
  );
}

function BudgetDialog({ budgets, onSave, onClose }: { budgets: Budgets | null; onSave: (budgets: Budgets | null) => void; onClose: () => void }) {
  const { say } = useWords('studio-providers');
  const form = useId();
  const [typed, setTyped] = useState(() => typeBudgets(budgets));
  const [faults, setFaults] = useState<BudgetFaults>({});
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readBudgets(typed);
    setFaults(read.faults);
    if (Object.keys(read.faults).length === 0) onSave(read.budgets);
  };
  const faultOf = (field: keyof BudgetFaults) => (faults[field] === undefined ? '' : say(faults[field]));
  return (
    <Dialog title={say('budgets')} isOpen onClose={onClose} foot={<>{budgets && <Button look="quiet" onClick={() => onSave(null)}>{say('budgetDrop')}</Button>}<Button onClick={onClose}>{say('cancel')}</Button><Button type="submit" form={form} look="primary">{say('save')}</Button></>}>
      <form id={form} className="budget-form" noValidate onSubmit={send}>
        <TextField autoFocus label={say('currency')} hint={say('currencyHint')} autoComplete="off" maxLength={3} fault={faultOf('currency')} value={typed.currency} onChange={(currency) => { setFaults({}); setTyped({ ...typed, currency }); }} />
        {([...CAPS, 'unknownMicros'] as const).map((field) => (
          <TextField key={field} inputMode="decimal" autoComplete="off" label={say(WORDS[field])} hint={say(HINTS[field])} fault={faultOf(field)} value={typed.amounts[field]} onChange={(text) => { setFaults({}); setTyped({ ...typed, amounts: { ...typed.amounts, [field]: text } }); }} />
        ))}
      </form>
    </Dialog>
  );
}
