import { useId, type CSSProperties, type ReactNode } from 'react';
import './choice.css';

type Option<V extends string> = { value: V; word: string; picture: ReactNode; note?: string; isOff?: boolean };
type Props<V extends string> = { label: string; value: V; options: readonly Option<V>[]; onChange: (value: V) => void; isLabelHidden?: boolean; cardWidthPx?: number };

/** One of several, each a drawn picture with its word. Radio semantics; as many columns as fit cards of `cardWidthPx`. */
export function PictureChoice<V extends string>({ label, value, options, onChange, isLabelHidden = false, cardWidthPx = 112 }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? 'unseen' : undefined}>{label}</legend>
      <div className="cards" style={{ '--card-width': `${cardWidthPx}px` } as CSSProperties}>
        {options.map((option) => (
          <label key={option.value} className="card">
            <input type="radio" className="unseen" name={name} checked={option.value === value} disabled={option.isOff} onChange={() => onChange(option.value)} />
            <span className="card-picture">{option.picture}</span>
            <span className="card-word">{option.word}{option.note !== undefined && <span className="card-note">{option.note}</span>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
