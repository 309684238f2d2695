import { useState, type FormEvent } from 'react';
import { addHomeHost, type NewToken } from '../../../api/studio-home-hosts.ts';
import { useSend, type CallKey } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { nameOf } from './host-facts.ts';

/** Asks how a machine is called here. */
export function AddHost({ touches, onAdded, onClose }: { touches: readonly CallKey[]; onAdded: (made: NewToken) => void; onClose: () => void }) {
  const { say, sayError } = useWords('studio-home-hosts');
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const add = useSend(addHomeHost, { touches });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const name = nameOf(typed);
    if (name === undefined) return setFault(say('nameWrong'));
    setFault('');
    try {
      onAdded(await add.mutateAsync(name));
    } catch (error) {
      setFault(sayError(error));
    }
  };
  return (
    <form className="hosts-form" noValidate onSubmit={(event) => void send(event)}>
      <TextField name="host-name" autoComplete="off" autoFocus spellCheck={false} maxLength={40} label={say('hostName')} hint={say('hostNameHint')} fault={fault} value={typed} onChange={(text) => { setTyped(text); setFault(''); }} />
      <p className="hosts-row"><Button type="submit" look="primary" isBusy={add.isPending}>{say('makeToken')}</Button><Button look="quiet" onClick={onClose}>{say('cancel')}</Button></p>
    </form>
  );
}
