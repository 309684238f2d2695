import { useId, type ReactNode } from 'react';
import './choice.css';

type Option<V extends string> = { value: V; word: string; icon?: ReactNode; isOff?: boolean; lang?: string };
type Props<V extends string> = { label: string; value: V; options: readonly Option<V>[]; onChange: (value: V) => void; isLabelHidden?: boolean };

/** One of two to five, side by side. Radio semantics: arrow keys move. */
export function SegmentedChoice<V extends string>({ label, value, options, onChange, isLabelHidden = false }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? 'unseen' : undefined}>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment" lang={option.lang}>
            <input type="radio" className="unseen" name={name} checked={option.value === value} disabled={option.isOff} onChange={() => onChange(option.value)} />
            {option.icon}{option.word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
