import type { ImageModel } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Checkbox, Switch } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { Draft } from './draft.ts';
import type { FormParts } from './form-parts.ts';

type Props = { draft: Draft; model: ImageModel; parts: FormParts; faults: Partial<Record<string, string>>; onChange: (part: Partial<Draft>) => void };

/** What most never touch: what shall not be seen, the seed, and the knobs of this model. */
export function MoreSettings({ draft, model, parts, faults, onChange }: Props) {
  const { say } = useWords('studio');
  if (!parts.negativePrompt && !parts.seed && !parts.steps && !parts.guidance && !parts.settings) return null;
  const changed = [parts.negativePrompt && draft.negativePrompt !== '', parts.seed && draft.seed !== null, parts.steps && draft.steps !== null, parts.guidance && draft.guidance !== null].filter(Boolean).length + model.settings.filter(({ name }) => draft.settings[name] !== undefined).length;
  const set = (name: string, value: string | number | boolean | undefined) => onChange({ settings: Object.fromEntries(Object.entries({ ...draft.settings, [name]: value }).filter(([, one]) => one !== undefined)) as Draft['settings'] });
  return (
    <details className="fold">
      <summary><span className="fold-word">{say('moreSettings')}</span>{changed > 0 && <span className="fold-value number">{say('changedCount', { count: changed })}</span>}</summary>
      <div className="fold-body">
        {parts.negativePrompt && <TextArea label={say('negativePrompt')} hint={say('negativeHint')} rows={2} value={draft.negativePrompt} maxCharacters={model.negativePromptMax ?? 0} fault={faults['negativePrompt'] ?? ''} onChange={(negativePrompt) => onChange({ negativePrompt })} />}
        {parts.seed && (
          <div className="desk-field">
            <SegmentedChoice label={say('seed')} value={draft.seed === null ? 'random' : 'fixed'} onChange={(way) => onChange({ seed: way === 'random' ? null : 1 })} options={[{ value: 'random', word: say('seedRandom') }, { value: 'fixed', word: say('seedFixed') }]} />
            {draft.seed !== null && <NumberField label={say('seedNumber')} value={draft.seed} min={0} fault={faults['seed'] ?? ''} hint={say('seedHint')} onChange={(seed) => onChange({ seed: seed === null ? 0 : Math.round(seed) })} />}
            {draft.seed !== null && <Checkbox label={say('fresh')} hint={say('freshHint')} isChecked={draft.isFresh} onChange={(isFresh) => onChange({ isFresh })} />}
          </div>
        )}
        {parts.steps && model.steps && <Slider label={say('steps')} value={draft.steps ?? model.steps.default} min={model.steps.min} max={model.steps.max} step={model.steps.step} onChange={(steps) => onChange({ steps })} />}
        {parts.guidance && model.guidance && <Slider label={say('guidance')} value={draft.guidance ?? model.guidance.default} min={model.guidance.min} max={model.guidance.max} step={model.guidance.step} onChange={(guidance) => onChange({ guidance })} />}
        {model.settings.map((setting) => {
          const value = draft.settings[setting.name];
          if (setting.kind === 'switch') return <Switch key={setting.name} label={setting.name} isChecked={typeof value === 'boolean' ? value : setting.default} onChange={(isOn) => set(setting.name, isOn)} />;
          if (setting.kind === 'number') return <Slider key={setting.name} label={setting.name} value={typeof value === 'number' ? value : setting.range.default} min={setting.range.min} max={setting.range.max} step={setting.range.step} onChange={(number) => set(setting.name, number)} />;
          return (
            <SelectField key={setting.name} label={setting.name} value={typeof value === 'string' ? value : ''} onChange={(choice) => set(setting.name, choice === '' ? undefined : choice)}
              options={[{ value: '', word: setting.default === undefined ? say('asModel') : say('asModelIs', { value: setting.default }) }, ...setting.choices.map((choice) => ({ value: choice, word: choice }))]} />
          );
        })}
        {faults['settings'] !== undefined && <p className="fault" role="alert">{faults['settings']}</p>}
        {changed > 0 && <button type="button" className="quiet" onClick={() => onChange({ negativePrompt: '', seed: null, steps: null, guidance: null, settings: {}, isFresh: false })}>{say('asBefore')}</button>}
      </div>
    </details>
  );
}
