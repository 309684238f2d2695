import type { Role } from '@komawari/contract';
import { useId, useState, type FormEvent } from 'react';
import { createUser, type Made } from '../../../api/accounts-people.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { CopyButton } from '../settings/CopyButton.tsx';
import { RoleChoice } from './RoleChoice.tsx';

/** Makes an account for somebody; its first password is shown once, to hand over. */
export function MakeUser({ onClose }: { onClose: () => void }) {
  const { say } = useWords('accounts-people');
  const make = useSend(createUser, { touches: [['accounts', 'people']] });
  const act = useAct();
  const [fields, setFields] = useState<{ name: string; email: string; role: Role }>({ name: '', email: '', role: 'user' });
  const form = useId();
  const [made, setMade] = useState<Made>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const email = fields.email.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return act.setFault({ code: 'email', text: say('emailWrong') });
    await act.run(async () => setMade(await make.mutateAsync({ email, role: fields.role, ...(fields.name.trim() === '' ? {} : { name: fields.name.trim() }) })));
  };
  if (made) {
    const text = `${made.email}\n${made.password ?? ''}`;
    return (
      <Dialog title={say('madeTitle', { email: made.email })} isOpen onClose={onClose} foot={<><CopyButton text={text} /><Button onClick={onClose}>{say('close')}</Button></>}>
        <p className="hint">{say('madeLead')}</p>
        <code className="secret" data-secret>{made.password}</code>
      </Dialog>
    );
  }
  return (
    <Dialog title={say('makeUser')} isOpen onClose={onClose} foot={<><Button onClick={onClose}>{say('cancel')}</Button><Button type="submit" form={form} look="primary" isBusy={act.isBusy}>{say('makeUserGo')}</Button></>}>
      <form id={form} className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField name="user-name" label={say('personName')} value={fields.name} autoComplete="off" autoFocus onChange={(name) => setFields({ ...fields, name })} />
        <TextField name="user-email" type="email" label={say('personEmail')} value={fields.email} autoComplete="off" fault={act.fault?.text} onChange={(email) => { act.setFault(undefined); setFields({ ...fields, email }); }} />
        <RoleChoice label={say('roleLabel')} value={fields.role} onChange={(role) => setFields({ ...fields, role })} />
      </form>
    </Dialog>
  );
}
