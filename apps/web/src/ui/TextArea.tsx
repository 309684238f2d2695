import { useId, type Ref, type TextareaHTMLAttributes } from 'react';
import { useWords } from '../language/use-words.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';

type Native = Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'rows' | 'placeholder' | 'disabled' | 'autoFocus' | 'onBlur' | 'onKeyDown' | 'spellCheck' | 'lang' | 'dir'>;
type Props = Native & { label: string; value: string; onChange: (value: string) => void; hint?: string; fault?: string; isLabelHidden?: boolean; maxCharacters?: number; ref?: Ref<HTMLTextAreaElement> };

/** Several lines of text. With `maxCharacters` it counts and warns, and never cuts what was typed. */
export function TextArea({ label, value, onChange, hint, fault, isLabelHidden = false, maxCharacters, rows = 4, ...native }: Props) {
  const { language } = useWords();
  const id = useId();
  const count = maxCharacters === undefined ? 0 : [...value].length;
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>{label}</label>
      <div className="field-row"><textarea {...native} id={id} rows={rows} value={value} aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`} onChange={(event) => onChange(event.target.value)} /></div>
      <div className="field-foot">
        <FieldNote id={`${id}-note`} hint={hint} fault={fault} />
        {maxCharacters !== undefined && <span className="field-count" data-over={count > maxCharacters}>{count.toLocaleString(language)} / {maxCharacters.toLocaleString(language)}</span>}
      </div>
    </div>
  );
}
