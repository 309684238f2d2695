import { NumberField as Base } from '@base-ui/react/number-field';
import { useId } from 'react';
import { useWords } from '../language/use-words.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import { AddIcon, LessIcon } from './icons.ts';

type Props = { label: string; value: number | null; min?: number; max?: number; step?: number; onChange: (value: number | null) => void; hint?: string; fault?: string; isOff?: boolean };

/** A number by keys, by hand or by its two buttons, written as the reader's language writes numbers. */
export function NumberField({ label, value, min, max, step = 1, onChange, hint, fault, isOff = false }: Props) {
  const { say, language } = useWords();
  const id = useId();
  return (
    <Base.Root className="field" id={id} value={value} min={min} max={max} step={step} disabled={isOff} locale={language} onValueChange={(next) => onChange(next)}>
      <label htmlFor={id}>{label}</label>
      <Base.Group className="field-row">
        <Base.Decrement className="icon-button" aria-label={say('decrease')}><LessIcon /></Base.Decrement>
        <Base.Input className="number" aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`} />
        <Base.Increment className="icon-button" aria-label={say('increase')}><AddIcon /></Base.Increment>
      </Base.Group>
      <FieldNote id={`${id}-note`} hint={hint} fault={fault} />
    </Base.Root>
  );
}
