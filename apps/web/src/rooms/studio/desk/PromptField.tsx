import type { Ref } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';

type Props = { value: string; charactersMax: number; fault: string; onChange: (prompt: string) => void; ref: Ref<HTMLTextAreaElement> };

/** The words, on a sheet of their own that grows with them. */
export function PromptField({ value, charactersMax, fault, onChange, ref }: Props) {
  const { say, language } = useWords('studio');
  const count = [...value].length;
  return (
    <div className="prompt" data-fault={fault !== ''}>
      <label htmlFor="prompt" className="prompt-label">{say('prompt')}</label>
      <textarea
        id="prompt" ref={ref} className="prompt-text" rows={4} dir="auto" placeholder={say('promptHint')} value={value} aria-invalid={fault !== ''} aria-describedby="prompt-fault prompt-count"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="prompt-fault" className="fault" role="alert">{fault !== '' && <><AlertIcon aria-hidden="true" /><span>{fault}</span></>}</p>
      <p className="prompt-foot">
        <span className="hint prompt-keys">{say('promptKeys')}</span>
        <span id="prompt-count" className="number field-count" data-over={count > charactersMax}>{say('countOf', { n: count.toLocaleString(language), max: charactersMax.toLocaleString(language) })}</span>
      </p>
    </div>
  );
}
