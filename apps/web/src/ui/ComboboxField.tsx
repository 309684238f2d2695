import { Combobox as Base } from '@base-ui/react/combobox';
import { useId } from 'react';
import { useWords } from '../language/use-words.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import { CheckIcon, CloseIcon, DownIcon } from './icons.ts';
import './popup.css';
import type { Option } from './SelectField.tsx';

type Props<V extends string> = { label: string; value: V | null; options: readonly Option<V>[]; onChange: (value: V | null) => void; none: string; hint?: string; fault?: string; isLabelHidden?: boolean; placeholder?: string };

/** One of many, found by typing. `none` is said when nothing fits what was typed. */
export function ComboboxField<V extends string>({ label, value, options, onChange, none, hint, fault, isLabelHidden = false, placeholder }: Props<V>) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>{label}</label>
      <Base.Root items={options} value={options.find((option) => option.value === value) ?? null} itemToStringLabel={(option: Option<V>) => option.word} isItemEqualToValue={(a: Option<V>, b: Option<V>) => a.value === b.value} onValueChange={(option: Option<V> | null) => onChange(option?.value ?? null)}>
        <div className="field-row">
          <Base.Input id={id} placeholder={placeholder} aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`} />
          <Base.Clear className="icon-button" aria-label={say('clear')}><CloseIcon /></Base.Clear>
          <Base.Trigger className="icon-button" aria-label={say('more')}><DownIcon /></Base.Trigger>
        </div>
        <Base.Portal>
          <Base.Positioner className="popup-place" sideOffset={6} collisionPadding={8}>
            <Base.Popup className="popup menu">
              <Base.Empty><div className="menu-empty">{none}</div></Base.Empty>
              <Base.List>
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
