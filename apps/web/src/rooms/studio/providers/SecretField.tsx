import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { KeyIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { wordOr } from './makes.ts';

type Props = {
  name: string;
  isRequired: boolean;
  isFirst: boolean;
  isSet: boolean;
  isRemoved: boolean;
  /** What was typed to take its place; undefined while the set one stays. */
  value: string | undefined;
  fault: string | undefined;
  onChange: (text: string | undefined) => void;
  onRemove: (isGone: boolean) => void;
};

/** A key: typed once, never shown again. One that is set can be replaced, and taken away where the make can do without. */
export function SecretField({ name, isRequired, isFirst, isSet, isRemoved, value, fault, onChange, onRemove }: Props) {
  const { say } = useWords('studio-providers');
  const word = wordOr(`secret-${name}`, name, say);
  if (isSet && isRemoved) return <Kept word={word} state={say('secretGoes')} fault={fault}><Button look="quiet" onClick={() => onRemove(false)}>{say('secretKeep')}</Button></Kept>;
  if (isSet && value === undefined) {
    return (
      <Kept word={word} state={say('secretSet')} fault={fault}>
        <Button look="quiet" aria-label={say('secretReplaceThing', { name: word })} onClick={() => onChange('')}>{say('secretReplace')}</Button>
        {!isRequired && <Button look="quiet" aria-label={say('secretRemoveThing', { name: word })} onClick={() => onRemove(true)}>{say('secretRemove')}</Button>}
      </Kept>
    );
  }
  return (
    <TextField
      type="password" name={`secret-${name}`} autoComplete="new-password" spellCheck={false} autoFocus={isFirst || isSet} maxLength={8000} label={isRequired ? word : say('secretOptional', { name: word })} value={value ?? ''} fault={fault ?? ''} hint={say('secretHint')} onChange={onChange}
      end={isSet ? <Button look="quiet" onClick={() => onChange(undefined)}>{say('secretKeep')}</Button> : undefined}
    />
  );
}

function Kept({ word, state, fault, children }: { word: string; state: string; fault: string | undefined; children: React.ReactNode }) {
  return (
    <div className="field">
      <span className="field-label">{word}</span>
      <div className="prov-kept"><span><KeyIcon aria-hidden="true" />{state}</span>{children}</div>
      {fault !== undefined && fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
}
