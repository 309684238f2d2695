import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changePassword } from '../../../api/accounts-settings.ts';
import { noteMe } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { PasswordWeightBar } from '../door/PasswordWeightBar.tsx';
import { useAct } from '../door/use-act.ts';
import { useConfirmed } from './ConfirmGate.tsx';
import { Matter } from './Part.tsx';

export function PasswordMatter({ hasPassword, known }: { hasPassword: boolean; known: readonly string[] }) {
  const { say } = useWords('accounts-settings');
  const client = useQueryClient();
  const { confirmed } = useConfirmed();
  const act = useAct();
  const [password, setPassword] = useState('');
  const [isSaved, setIsSaved] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (password.length < 10 || password.length > 128) return act.setFault({ code: 'length', text: say('passwordLength') });
    const isDone = await act.run(async () => noteMe(client, await confirmed(() => changePassword(password))));
    if (!isDone) return;
    setPassword('');
    setIsSaved(true);
    void client.invalidateQueries({ queryKey: ['accounts', 'sessions'] });
  };
  return (
    <Matter title={say('passwordTitle')} lead={say(hasPassword ? 'passwordLead' : 'passwordNone')}>
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField type="password" name="new-password" label={say('passwordNew')} value={password} autoComplete="new-password" fault={act.fault?.text} onChange={(value) => { setIsSaved(false); act.setFault(undefined); setPassword(value); }} />
        {password !== '' && <PasswordWeightBar password={password} known={known} />}
        <div className="settings-row"><Button type="submit" isBusy={act.isBusy}>{say(hasPassword ? 'passwordChange' : 'passwordSet')}</Button>{isSaved && <span className="saved" role="status"><CheckIcon />{say('passwordSaved')}</span>}</div>
      </form>
    </Matter>
  );
}
