import { VARIABLE_VALUE_MAX, type PromptVariable } from '@komawari/contract/studio-craft';
import { useWords } from '../../../language/use-words.ts';
import { TextField } from '../../../ui/TextField.tsx';
import './templates.css';

type Props = { variables: readonly PromptVariable[]; values: Readonly<Record<string, string>>; /** Somebody has pressed the button. */ isTold: boolean; onChange: (name: string, value: string) => void };

/** The name of the field of a variable, to find it by. */
export function fieldName({ name }: PromptVariable): string {
  return `variable:${name}`;
}

/** The newest stand last, so that the oldest are forgotten first. */
export function withValue(values: Readonly<Record<string, string>>, name: string, value: string): Record<string, string> {
  const others = Object.entries(values).filter(([one]) => one !== name);
  return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}

/** A field for each `{{variable}}` of the prompt. */
export function VariableFields({ variables, values, isTold, onChange }: Props) {
  const { say } = useWords('studio-craft');
  if (variables.length === 0) return null;
  return (
    <div role="group" className="variables" aria-label={say('variables')}>
      {variables.map((variable) => {
        const { name, label, fallback } = variable;
        const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
        return (
          <TextField key={name} name={fieldName(variable)} label={label} value={value} maxLength={VARIABLE_VALUE_MAX} autoComplete="off" hint={value !== '' || fallback === undefined ? '' : fallback === '' ? say('variableMayBeEmpty') : say('variableFallback', { words: fallback })}
            fault={isTold && fallback === undefined && value.trim() === '' ? say('variableNeeded') : ''} onChange={(text) => onChange(name, text)} onKeyDown={keepInField} />
        );
      })}
    </div>
  );
}

/** Enter alone draws nothing: what is meant is mostly the next field. */
function keepInField(event: { key: string; ctrlKey: boolean; metaKey: boolean; preventDefault: () => void }): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
}
