import { useRef, useState, type FormEvent } from 'react';
import { ApiError } from '../../api/call.ts';
import { usePageTitle } from '../../frame/use-page-title.ts';
import type { WordKey } from '../../language/namespaces.ts';
import { useWords } from '../../language/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import './door.css';
import { findFault, type AccountField, type AccountFields } from './rules.ts';

type Word = WordKey<'accounts'>;
type Props = { kind: 'welcome' | 'sign-in'; title: Word; lead: Word; action: Word; onSend: (fields: AccountFields) => Promise<void> };

/** Name, e-mail and password, with each fault beside its field. */
export function AccountForm({ kind, title, lead, action, onSend }: Props) {
  const { say, sayError } = useWords('accounts');
  usePageTitle(say(title));
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<AccountFields>({ name: '', email: '', password: '' });
  const [fault, setFault] = useState<{ field: AccountField | 'all'; text: string }>();
  const [isSending, setIsSending] = useState(false);
  const isNew = kind === 'welcome';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
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

  const propsOf = (field: AccountField) => ({ name: field, label: say(field), value: fields[field], fault: fault?.field === field ? fault.text : undefined, onChange: (value: string) => setFields({ ...fields, [field]: value }) });

  return (
    <section className="door">
      <form ref={form} className="door-panel" noValidate onSubmit={(event) => void send(event)}>
        <h1>{say(title)}</h1>
        <p className="lead">{say(lead)}</p>
        {isNew && <TextField {...propsOf('name')} autoComplete="name" />}
        <TextField {...propsOf('email')} type="email" autoComplete={isNew ? 'email' : 'username'} />
        <TextField {...propsOf('password')} type="password" autoComplete={isNew ? 'new-password' : 'current-password'} hint={isNew ? say('passwordHint') : undefined} />
        {fault?.field === 'all' && <p className="fault" role="alert">{fault.text}</p>}
        <Button type="submit" look="primary" isBusy={isSending}>{say(action)}</Button>
      </form>
    </section>
  );
}
