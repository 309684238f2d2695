import { useId, useState, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { useWords } from '../language/use-words.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import { IconButton } from './IconButton.tsx';
import { EyeIcon } from './icons.ts';

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type' | 'autoComplete' | 'placeholder' | 'maxLength' | 'inputMode' | 'disabled' | 'autoFocus' | 'onBlur' | 'onKeyDown' | 'spellCheck'>;
type Props = Native & { label: string; value: string; onChange: (value: string) => void; hint?: string; fault?: string; isLabelHidden?: boolean; end?: ReactNode; ref?: Ref<HTMLInputElement> };

/** One line of text with its label above and the hint, or the fault, below. A password can be looked at. */
export function TextField({ label, value, onChange, hint, fault, isLabelHidden = false, end, type = 'text', ...native }: Props) {
  const { say } = useWords();
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>{label}</label>
      <div className="field-row">
        <input {...native} id={id} type={type === 'password' && isShown ? 'text' : type} value={value} aria-invalid={fault !== undefined && fault !== ''} aria-describedby={`${id}-note`} onChange={(event) => onChange(event.target.value)} />
        {type === 'password' && <IconButton label={say('showPassword')} aria-pressed={isShown} icon={<EyeIcon />} onClick={() => setIsShown(!isShown)} />}
        {end}
      </div>
      <FieldNote id={`${id}-note`} hint={hint} fault={fault} />
    </div>
  );
}
