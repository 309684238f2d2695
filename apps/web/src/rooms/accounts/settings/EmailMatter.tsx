import { useState, type FormEvent } from 'react';
import { askEmailProof, changeEmail } from '../../../api/accounts-settings.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon } from '../../../ui/icons.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { useConfirmed } from './ConfirmGate.tsx';
import { Matter } from './Part.tsx';

export function EmailMatter({ email, isVerified }: { email: string; isVerified: boolean }) {
  const { say } = useWords('accounts-settings');
  const { me, reload } = useSession();
  const { confirmed } = useConfirmed();
  const act = useAct();
  const proof = useAct();
  const [address, setAddress] = useState('');
  const [told, setTold] = useState<string>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wish = address.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wish)) return act.setFault({ code: 'form', text: say('emailForm') });
    await act.run(async () => {
      const { isSent, email: now } = await confirmed(() => changeEmail(wish));
      setTold(say(isSent ? 'emailSent' : 'emailChangedNow', { email: isSent ? wish : now }));
      setAddress('');
      await reload();
    });
  };
  return (
    <Matter title={say('emailTitle')} lead={say(me?.features.hasMailer ? 'emailLead' : 'emailLeadNoMail')}>
      <p className="settings-row"><strong>{email}</strong>{isVerified ? <Tag tone="good">{say('emailVerified')}</Tag> : <Tag tone="warn">{say('emailUnverified')}</Tag>}</p>
      {!isVerified && me?.features.hasMailer && <Button look="quiet" isBusy={proof.isBusy} onClick={() => void proof.run(async () => { await askEmailProof(); setTold(say('emailProofSent', { email })); })}>{say('emailProve')}</Button>}
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField type="email" name="new-email" label={say('emailNew')} value={address} autoComplete="email" fault={act.fault?.text ?? proof.fault?.text} onChange={(value) => { setTold(undefined); act.setFault(undefined); setAddress(value); }} />
        <div className="settings-row"><Button type="submit" isBusy={act.isBusy}>{say('emailChange')}</Button>{told !== undefined && <span className="saved" role="status"><CheckIcon />{told}</span>}</div>
      </form>
    </Matter>
  );
}
