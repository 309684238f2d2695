import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { PasswordWeightBar } from './PasswordWeightBar.tsx';
import { fieldOfRefusal, findFault, type AccountField, type AccountFields } from './rules.ts';
import { useAct } from './use-act.ts';

type Props = {
  asks: readonly AccountField[];
  action: string;
  /** A password that is chosen, not remembered. */
  isNew: boolean;
  onSend: (fields: AccountFields) => Promise<void>;
  start?: Partial<AccountFields>;
  /** An address that an invitation names can not be changed. */
  fixedEmail?: string;
  /** Lets the browser list passkeys under the field of the address. */
  suggestsPasskeys?: boolean;
  more?: (fault: string | undefined) => ReactNode;
};

/** Name, e-mail and password as they are asked, each fault beside its field and the focus with it. */
export function Fields({ asks, action, isNew, onSend, start, fixedEmail, suggestsPasskeys = false, more }: Props) {
  const { say } = useWords('accounts');
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const [fields, setFields] = useState<AccountFields>({ name: '', email: fixedEmail ?? '', password: '', ...start });
  const [found, setFound] = useState<{ field: AccountField; text: string }>();
  const refused = act.fault && fieldOfRefusal(act.fault.code);
  const fault = found ?? (act.fault && refused && asks.includes(refused) ? { field: refused, text: act.fault.text } : undefined);

  const focus = (field: AccountField) => form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = findFault(asks, fields, { isNew });
    setFound(wrong && { field: wrong.field, text: say(wrong.word) });
    if (wrong) return focus(wrong.field);
    await act.run(() => onSend({ name: fields.name.trim(), email: fields.email.trim(), password: fields.password }));
  };
  const propsOf = (field: AccountField) => ({
    name: field, label: say(field), value: fields[field], fault: fault?.field === field ? fault.text : undefined,
    onChange: (value: string) => { setFound(undefined); act.setFault(undefined); setFields({ ...fields, [field]: value }); },
  });

  return (
    <form ref={form} className="door-form" noValidate onSubmit={(event) => void send(event)}>
      {asks.includes('name') && <TextField {...propsOf('name')} autoComplete="name" />}
      {asks.includes('email') && <TextField {...propsOf('email')} type="email" disabled={fixedEmail !== undefined} hint={fixedEmail === undefined ? undefined : say('emailFixed')} autoComplete={isNew ? 'email' : suggestsPasskeys ? 'username webauthn' : 'username'} />}
      {asks.includes('password') && <TextField {...propsOf('password')} type="password" label={say(isNew && !asks.includes('email') ? 'newPassword' : 'password')} autoComplete={isNew ? 'new-password' : suggestsPasskeys ? 'current-password webauthn' : 'current-password'} hint={isNew ? say('passwordHint') : undefined} />}
      {isNew && asks.includes('password') && <PasswordWeightBar password={fields.password} known={[fields.name, fields.email]} />}
      {act.fault && fault === undefined && <p className="fault" role="alert">{act.fault.text}</p>}
      <Button type="submit" look="primary" isBusy={act.isBusy}>{action}</Button>
      {more?.(act.fault?.code)}
    </form>
  );
}
