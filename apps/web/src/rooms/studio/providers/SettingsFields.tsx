import { useId } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { DownIcon } from '../../../ui/icons.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { wordOr } from './makes.ts';
import { write, type Setting, type Typed } from './settings-schema.ts';
import type { Place } from './setup-form.ts';

const OWN = ' own';

/** What a make lets one set, each with the value it takes by itself; folded, since most never need it. */
export function SettingsFields({ settings, typed, faults, onChange }: { settings: readonly Setting[]; typed: Typed; faults: Readonly<Record<Place, string>>; onChange: (typed: Typed) => void }) {
  const { say } = useWords('studio-providers');
  const id = useId();
  if (settings.length === 0) return null;
  const own = settings.filter(({ name }) => (typed[name] ?? '') !== '').length;
  const isWrong = settings.some(({ name }) => faults[`setting-${name}`] !== undefined);
  return (
    <details className="prov-more" open={isWrong || undefined}>
      <summary id={id}><DownIcon aria-hidden="true" /><span>{say('settings')}</span><span className="hint">{own === 0 ? say('settingsUsual') : say('settingsOwn', { count: own })}</span></summary>
      <p className="hint">{say('settingsLead')}</p>
      <div className="prov-settings">
        {settings.map((setting) => <Field key={setting.name} setting={setting} text={typed[setting.name] ?? ''} fault={faults[`setting-${setting.name}`]} onChange={(text) => onChange({ ...typed, [setting.name]: text })} />)}
      </div>
    </details>
  );
}

function Field({ setting, text, fault = '', onChange }: { setting: Setting; text: string; fault: string | undefined; onChange: (text: string) => void }) {
  const { say } = useWords('studio-providers');
  const label = setting.title ?? wordOr(`setting-${setting.name}`, setting.name, say);
  const usual = write(setting, setting.fallback);
  const hint = [setting.note ?? '', setting.name].filter((part) => part !== '').join(' · ');
  switch (setting.kind) {
    case 'switch':
      return <Switch label={label} hint={hint} isChecked={(text === '' ? usual : text) === 'true'} onChange={(on) => onChange(String(on) === (usual === '' ? 'false' : usual) ? '' : String(on))} />;
    case 'choice':
      return <SelectField label={label} hint={hint} fault={fault} value={text === '' ? OWN : text} options={[{ value: OWN, word: usual === '' ? say('settingUsual') : say('settingUsualIs', { value: usual }) }, ...setting.choices.filter((one) => one !== usual).map((value) => ({ value, word: value }))]} onChange={(value) => onChange(value === OWN ? '' : value)} />;
    case 'number':
      return <TextField inputMode="decimal" autoComplete="off" label={label} hint={hint} fault={fault} placeholder={usual} value={text} onChange={onChange} />;
    case 'text':
      return <TextField autoComplete="off" spellCheck={false} label={label} hint={hint} fault={fault} placeholder={usual} value={text} onChange={onChange} />;
    case 'lines':
      return <div className="prov-wide"><TextArea rows={3} spellCheck={false} label={label} hint={`${hint} · ${say('settingLines')}`} fault={fault} placeholder={usual} value={text} onChange={onChange} /></div>;
    case 'json':
      return (
        <div className="prov-wide prov-json">
          <TextArea rows={text === '' ? 2 : Math.min(18, Math.max(4, text.split('\n').length))} spellCheck={false} label={label} hint={`${hint} · JSON`} fault={fault} placeholder={say('settingUsual')} value={text} onChange={onChange} />
          {text === '' ? usual !== '' && <Button look="quiet" onClick={() => onChange(usual)}>{say('settingStart')}</Button> : <Button look="quiet" onClick={() => onChange('')}>{say('settingBack')}</Button>}
        </div>
      );
  }
}
