import { Combobox as Base } from '@base-ui/react/combobox';
import { useId } from 'react';
import { useWords } from '../language/use-words.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import { CheckIcon, DownIcon } from './icons.ts';
import './popup.css';
import { usePortalHome } from './portal-home.ts';
import type { Option } from './SelectField.tsx';

type Props<V extends string> = { label: string; value: V | null; options: readonly Option<V>[]; onChange: (value: V | null) => void; none: string; hint?: string; fault?: string; isLabelHidden?: boolean; placeholder?: string };

/** One of many: a press opens the list, typing narrows it. `none` is said when nothing fits what was typed. */
export function ComboboxField<V extends string>({ label, value, options, onChange, none, hint, fault, isLabelHidden = false, placeholder = '' }: Props<V>) {
  const { say } = useWords();
  const id = useId();
  const home = usePortalHome();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <div className="field">
      <Base.Root items={options} value={chosen} itemToStringLabel={(option: Option<V>) => option.word} isItemEqualToValue={(a: Option<V>, b: Option<V>) => a.value === b.value} onValueChange={(option: Option<V> | null) => onChange(option?.value ?? null)}>
        <Base.Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Base.Label>
        <div className="field-row">
          <Base.Trigger className="field-press" aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`}>
            <span className="field-value" lang={chosen?.lang} data-empty={chosen === null}>{chosen?.word ?? placeholder}</span>
            <DownIcon aria-hidden="true" />
          </Base.Trigger>
        </div>
        <Base.Portal container={home}>
          <Base.Positioner className="popup-place" sideOffset={5} collisionPadding={8} align="start">
            <Base.Popup className="popup menu combo" aria-label={label}>
              <Base.Input className="combo-input" placeholder={say('search')} aria-label={say('search')} />
              <Base.Empty><div className="menu-empty">{none}</div></Base.Empty>
              <Base.List className="combo-list">
                {(option: Option<V>) => (
                  <Base.Item key={option.value} value={option} className="menu-item" disabled={option.isOff ?? false}>
                    <span lang={option.lang}>{option.word}</span>
                    <Base.ItemIndicator className="menu-check"><CheckIcon /></Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      <FieldNote id={`${id}-note`} hint={hint} fault={fault} />
    </div>
  );
}
