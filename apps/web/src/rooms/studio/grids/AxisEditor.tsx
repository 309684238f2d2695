import type { ImageModelOffer } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Draft } from '../desk/draft.ts';
import { readNumbers } from './axis-values.ts';
import { choicesOf, freshAxis, isNumbers, kindsOf, NO_STYLE, type AxisDraft, type Palette } from './grid-draft.ts';

type Props = { label: string; axis: AxisDraft; draft: Draft; offer: ImageModelOffer; palette: Palette; mayBeNone: boolean; onChange: (axis: AxisDraft) => void };

/** One side of a grid: what changes along it, and the values it takes. */
export function AxisEditor({ label, axis, draft, offer, palette, mayBeNone, onChange }: Props) {
  const { say } = useWords('studio-grids');
  const kinds = [...(mayBeNone || axis.kind === 'none' ? ['none' as const] : []), ...kindsOf(draft, offer, palette.offers)];
  const { kind } = axis;
  return (
    <div className="grid-axis">
      <SelectField label={label} value={kind} options={kinds.map((value) => ({ value, word: say(value === 'none' ? 'nothing' : value) }))} onChange={(next) => onChange(freshAxis(next, draft, offer, palette.offers))} />
      {isNumbers(kind) && <Numbers axis={axis} example={kind === 'seed' ? '1..4' : '10..30 by 5'} onChange={onChange} />}
      {kind === 'word' && (
        <>
          <TextField label={say('searched')} hint={say('searchHint')} value={axis.search} maxLength={200} autoComplete="off" spellCheck={false} onChange={(search) => onChange({ ...axis, search })} />
          <TextArea label={say('alternatives')} hint={say('alternativesHint')} rows={4} dir="auto" value={axis.text} onChange={(text) => onChange({ ...axis, text })} />
        </>
      )}
      {(kind === 'shape' || kind === 'resolution' || kind === 'style' || kind === 'model') && (
        <fieldset className="grid-picks">
          <legend>{say('values')}</legend>
          {choicesOf(kind, offer.model, palette).map(({ value, name }) => (
            <label key={value} className="grid-pick">
              <input type="checkbox" className="unseen" checked={axis.picked.includes(value)} onChange={({ target }) => onChange({ ...axis, picked: target.checked ? [...axis.picked, value] : axis.picked.filter((one) => one !== value) })} />
              <bdi>{kind === 'style' && value === NO_STYLE ? say('noStyle') : name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Numbers({ axis, example, onChange }: { axis: AxisDraft; example: string; onChange: (axis: AxisDraft) => void }) {
  const { say } = useWords('studio-grids');
  const { faults } = readNumbers(axis.text);
  return <TextField label={say('values')} hint={say('valuesHint', { example })} fault={faults.length > 0 ? say('cannotRead', { words: faults.join(', ') }) : ''} value={axis.text} autoComplete="off" spellCheck={false} onChange={(text) => onChange({ ...axis, text })} />;
}
