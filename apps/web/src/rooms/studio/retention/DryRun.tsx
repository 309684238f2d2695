import type { KeepingPlan, KeepingRules } from '@komawari/contract';
import { useState } from 'react';
import { planKeeping, runKeeping } from '../../../api/studio-retention.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { isSameRules } from './keeping-form.ts';
import { sayBytes } from './room.ts';
import { KEEPING_KEY } from './use-keeping.ts';

const REASONS = ['days', 'quota', 'total'] as const;

type Answer = { plan: KeepingPlan; /** Of which rules; undefined for what went. */ rules: KeepingRules | undefined };

/** What the limits would take, looked at before, and done. What was looked at by other limits is no longer shown. */
export function DryRun({ rules, isSaved, trashDays }: { rules: KeepingRules | undefined; isSaved: boolean; trashDays: number }) {
  const { say, sayError, language } = useWords('studio-retention');
  const [answer, setAnswer] = useState<Answer>();
  const [isAsking, setIsAsking] = useState(false);
  const look = useSend(planKeeping, { onDone: (plan, asked) => setAnswer({ plan, rules: asked }) });
  const run = useSend(() => runKeeping(), { touches: [KEEPING_KEY, ['studio']], onDone: (plan) => setAnswer({ plan, rules: undefined }) });
  const isOfThese = answer !== undefined && (answer.rules === undefined || (rules !== undefined && isSameRules(answer.rules, rules)));
  const plan = isOfThese ? answer.plan : undefined;
  const went = answer?.rules === undefined;
  return (
    <Panel aria-labelledby="keeping-dry-run">
      <div className="keeping-plan">
        <h2 id="keeping-dry-run">{say('dryRun')}</h2>
        <p className="hint">{say('dryRunLead')}</p>
        <p><Button isBusy={look.isPending} disabled={!rules} onClick={() => rules && look.mutate(rules)}>{say('look')}</Button></p>
        {look.error && <p className="fault" role="alert">{sayError(look.error)}</p>}
        <div role="status">{plan && <p className="keeping-sum">{plan.count === 0 ? say('nothingGoes') : say(went ? 'wentNow' : 'wouldGo', { count: plan.count, size: sayBytes(plan.sizeBytes, language) })}</p>}</div>
        {plan && <PlanFacts plan={plan} />}
        {plan && plan.count > 0 && !went && <div className="keeping-save"><Button look="danger" disabled={!isSaved} onClick={() => setIsAsking(true)}>{say('runNow')}</Button>{!isSaved && <p className="hint">{say('saveFirst')}</p>}</div>}
      </div>
      <ConfirmDialog isOpen={isAsking} title={say('runTitle', { count: plan?.count ?? 0 })} text={say('runText', { count: trashDays })} action={say('runNow')} onClose={() => setIsAsking(false)} onConfirm={async () => { await run.mutateAsync(undefined); }} />
    </Panel>
  );
}

function PlanFacts({ plan }: { plan: KeepingPlan }) {
  const { say, language } = useWords('studio-retention');
  const bytes = (amount: number) => sayBytes(amount, language);
  return (
    <>
      {plan.count > 0 && <ul className="keeping-reasons">{REASONS.filter((reason) => plan.byReason[reason].count > 0).map((reason) => <li key={reason}><span>{say(`by-${reason}`)}</span><span className="number">{say('amount', { pictures: say('pictures', { count: plan.byReason[reason].count }), size: bytes(plan.byReason[reason].sizeBytes) })}</span></li>)}</ul>}
      {plan.fullPeople > 0 && <p>{say('fullPeople', { count: plan.fullPeople })}</p>}
      {plan.isStillOver && <p>{say('stillOver')}</p>}
      {!plan.isWhole && <p>{say('notWhole')}</p>}
      {plan.people.length > 0 && (
        <>
          <div className="keeping-people" tabIndex={0} role="region" aria-label={say('person')}>
            <table>
              <thead><tr><th scope="col">{say('person')}</th><th scope="col">{say('goes')}</th><th scope="col">{say('before')}</th><th scope="col">{say('after')}</th></tr></thead>
              <tbody>{plan.people.map((one, index) => <tr key={index}><th scope="row"><bdi>{one.name ?? say('nobodyKnown')}</bdi>{one.isYou && ` (${say('you')})`}</th><td className="number">{say('amount', { pictures: say('pictures', { count: one.count }), size: bytes(one.sizeBytes) })}</td><td className="number">{bytes(one.usedBytes)}</td><td className="number">{bytes(one.leftBytes)}</td></tr>)}</tbody>
            </table>
          </div>
          <p className="hint">{say('privateHint')}</p>
        </>
      )}
    </>
  );
}
