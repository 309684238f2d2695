import { useId } from 'react';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import { DownIcon } from './icons.ts';

export type Option<V extends string> = { value: V; word: string; isOff?: boolean; lang?: string };
type Props<V extends string> = { label: string; value: V; options: readonly Option<V>[]; onChange: (value: V) => void; hint?: string; fault?: string; isLabelHidden?: boolean; isOff?: boolean; name?: string };

/** One of a few, by name. The browser's own list, so phones show theirs; dressed where the browser lets us. */
export function SelectField<V extends string>({ label, value, options, onChange, hint, fault, isLabelHidden = false, isOff = false, name }: Props<V>) {
  const id = useId();
  const choose = (wish: string) => {
    const option = options.find((one) => one.value === wish);
    if (option) onChange(option.value);
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>{label}</label>
      <div className="field-row">
        <select id={id} name={name} value={value} disabled={isOff} aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => <option key={option.value} value={option.value} disabled={option.isOff} lang={option.lang}>{option.word}</option>)}
        </select>
        <DownIcon className="field-arrow" aria-hidden="true" />
      </div>
      <FieldNote id={`${id}-note`} hint={hint} fault={fault} />
    </div>
  );
}
