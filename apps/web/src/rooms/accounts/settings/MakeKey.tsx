import { useState, type FormEvent, type ReactNode } from 'react';
import { createKey, type KeyScope } from '../../../api/accounts-settings.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { CopyButton } from './CopyButton.tsx';
import { KEYS_KEY, SCOPE_WORDS } from './key-words.ts';

const DAYS = ['30', '90', '365', 'never'] as const;
const SCOPES: readonly KeyScope[] = ['read', 'make', 'manage'];

/** Asks what a key is for, and shows it once; closed, it is the button that opens it. */
export function MakeKey({ isOpen, button, onClose }: { isOpen: boolean; button: ReactNode; onClose: () => void }) {
  const { say } = useWords('accounts-settings');
  const make = useSend(createKey, { touches: [KEYS_KEY] });
  const act = useAct();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read', 'make']);
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const [secret, setSecret] = useState<{ name: string; secret: string }>();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return act.setFault({ code: 'name', text: say('nameEmpty') });
    if (scopes.length === 0) return act.setFault({ code: 'scopes', text: say('scopesNone') });
    await act.run(async () => {
      setSecret(await make.mutateAsync({ name: name.trim(), scopes: [...scopes], ...(days === 'never' ? {} : { expiresInDays: Number(days) }) }));
      setName('');
    });
  };

  if (secret) {
    return (
      <section className="sheet-of-codes" aria-labelledby="new-key">
        <h2 id="new-key">{say('keyReady', { name: secret.name })}</h2>
        <p className="hint">{say('keyOnce')}</p>
        <code className="secret" data-secret>{secret.secret}</code>
        <div className="settings-row"><CopyButton text={secret.secret} /><Button onClick={() => { setSecret(undefined); onClose(); }}>{say('done')}</Button></div>
      </section>
    );
  }
  if (!isOpen) return <div className="settings-row">{button}</div>;
  return (
    <form className="sheet-of-codes" noValidate onSubmit={(event) => void send(event)} aria-label={say('keyMake')}>
      <TextField name="key-name" label={say('thingName')} hint={say('keyNameHint')} value={name} autoFocus fault={act.fault?.code === 'name' ? act.fault.text : undefined} onChange={(value) => { act.setFault(undefined); setName(value); }} />
      <fieldset><legend><strong>{say('scopes')}</strong></legend>
        {SCOPES.map((scope) => <Checkbox key={scope} label={say(SCOPE_WORDS[scope].word)} hint={say(SCOPE_WORDS[scope].may)} isChecked={scopes.includes(scope)} onChange={(wanted) => setScopes(SCOPES.filter((one) => (one === scope ? wanted : scopes.includes(one))))} />)}
      </fieldset>
      <SelectField label={say('keyLife')} value={days} options={DAYS.map((value) => ({ value, word: value === 'never' ? say('keyForever') : say('keyDays', { count: Number(value) }) }))} onChange={setDays} />
      {act.fault && act.fault.code !== 'name' && <p className="fault" role="alert">{act.fault.text}</p>}
      <div className="settings-row"><Button type="submit" look="primary" isBusy={act.isBusy}>{say('keyMakeGo')}</Button><Button look="quiet" onClick={onClose}>{say('cancel')}</Button></div>
    </form>
  );
}
