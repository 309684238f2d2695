import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { LIMITS, type KeepingDraft } from './keeping-form.ts';

type Props = { draft: KeepingDraft; isRule: boolean; isSaved: boolean; wasSaved: boolean; isBusy: boolean; error: unknown; onChange: (draft: KeepingDraft) => void; onSave: () => void };

/** The four numbers. */
export function Limits({ draft, isRule, isSaved, wasSaved, isBusy, error, onChange, onSave }: Props) {
  const { say, sayError } = useWords('studio-retention');
  return (
    <Panel aria-labelledby="keeping-limits">
      <form className="keeping-form" noValidate onSubmit={(event) => { event.preventDefault(); onSave(); }}>
        <h2 id="keeping-limits">{say('limits')}</h2>
        <NumberField label={say('keepDays')} hint={say('keepDaysHint')} min={0} max={LIMITS.keepDays} value={draft.keepDays} onChange={(keepDays) => onChange({ ...draft, keepDays })} />
        <NumberField label={say('quota')} hint={say('quotaHint')} min={0} max={LIMITS.gigabytes} value={draft.quotaGb} onChange={(quotaGb) => onChange({ ...draft, quotaGb })} />
        <NumberField label={say('total')} hint={say('totalHint')} min={0} max={LIMITS.gigabytes} value={draft.totalGb} onChange={(totalGb) => onChange({ ...draft, totalGb })} />
        <NumberField label={say('trashDays')} hint={say('trashDaysHint')} {...(draft.trashDays === null ? { fault: say('notRule') } : {})} min={1} max={LIMITS.trashDays} value={draft.trashDays} onChange={(trashDays) => onChange({ ...draft, trashDays })} />
        {error !== null && error !== undefined && <p className="fault" role="alert">{sayError(error)}</p>}
        <div className="keeping-save"><Button type="submit" look="primary" isBusy={isBusy} disabled={!isRule || isSaved}>{say('save')}</Button><p role="status" className="hint">{wasSaved ? say('saved') : ''}</p></div>
      </form>
    </Panel>
  );
}
