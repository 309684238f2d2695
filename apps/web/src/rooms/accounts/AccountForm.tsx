import { useRef, useState, type FormEvent } from 'react';
import { ApiError } from '../../api/call.ts';
import { Icon } from '../../frame/Icon.tsx';
import { usePageTitle } from '../../frame/use-page-title.ts';
import type { WordKey } from '../../language/dictionaries.ts';
import { useWords } from '../../language/use-words.tsx';
import { findFault, type AccountField, type AccountFields } from './rules.ts';

type Props = { kind: 'welcome' | 'sign-in'; title: WordKey; lead: WordKey; action: WordKey; onSend: (fields: AccountFields) => Promise<void> };

/** Name, e-mail and password, with each fault beside its field. */
export function AccountForm({ kind, title, lead, action, onSend }: Props) {
  const { say, sayError } = useWords();
  usePageTitle(say(title));
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<AccountFields>({ name: '', email: '', password: '' });
  const [fault, setFault] = useState<{ field: AccountField | 'all'; text: string }>();
  const [isSending, setIsSending] = useState(false);
  const [isShown, setIsShown] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = findFault(kind, fields);
    if (found) {
      setFault({ field: found.field, text: say(found.word) });
      form.current?.querySelector<HTMLInputElement>(`[name=${found.field}]`)?.focus();
      return;
    }
    setFault(undefined);
    setIsSending(true);
    try {
      await onSend(fields);
    } catch (error) {
      setFault({ field: error instanceof ApiError && error.code === 'accounts.password-weak' ? 'password' : 'all', text: sayError(error) });
      setIsSending(false);
    }
  };

  const input = (field: AccountField, type: string, autoComplete: string, hint?: WordKey) => (
    <div className="field">
      <label htmlFor={field}>{say(field)}</label>
      <div className="field-row">
        <input id={field} name={field} type={field === 'password' && isShown ? 'text' : type} autoComplete={autoComplete} value={fields[field]} aria-invalid={fault?.field === field} aria-describedby={`${field}-note`}
          onChange={(event) => setFields({ ...fields, [field]: event.target.value })} />
        {field === 'password' && <button type="button" className="icon-button" aria-pressed={isShown} aria-label={say('showPassword')} onClick={() => setIsShown(!isShown)}><Icon name="eye" /></button>}
      </div>
      <p id={`${field}-note`} className={fault?.field === field ? 'fault' : 'hint'}>{fault?.field === field ? fault.text : hint ? say(hint) : ''}</p>
    </div>
  );

  return (
    <section className="door">
      <form ref={form} className="door-panel" noValidate onSubmit={(event) => void send(event)}>
        <h1>{say(title)}</h1>
        <p className="lead">{say(lead)}</p>
        {kind === 'welcome' && input('name', 'text', 'name')}
        {input('email', 'email', kind === 'welcome' ? 'email' : 'username')}
        {input('password', 'password', kind === 'welcome' ? 'new-password' : 'current-password', kind === 'welcome' ? 'passwordHint' : undefined)}
        {fault?.field === 'all' && <p className="fault" role="alert">{fault.text}</p>}
        <button type="submit" className="button primary" disabled={isSending}>{say(action)}</button>
      </form>
    </section>
  );
}
