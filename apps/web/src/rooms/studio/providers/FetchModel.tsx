import { useState, type FormEvent } from 'react';
import { startPull } from '../../../api/studio-hosts.ts';
import { useSend, type CallKey } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { DownloadIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';

/** A model by its name, onto the provider's machine. */
export function FetchModel({ providerId, touches }: { providerId: string; touches: readonly CallKey[] }) {
  const { say, sayError } = useWords('studio-providers');
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const start = useSend((model: string) => startPull(providerId, model), { touches });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const model = name.trim();
    if (model === '' || /[\s\\]/.test(model)) return setFault(say('fetchNameWrong'));
    setFault('');
    try {
      await start.mutateAsync(model);
      setName('');
    } catch (error) {
      setFault(sayError(error));
    }
  };
  return (
    <form className="prov-fetch" noValidate onSubmit={(event) => void send(event)}>
      <TextField name="model-name" autoComplete="off" spellCheck={false} maxLength={200} label={say('fetchModel')} hint={say('fetchHint')} fault={fault} placeholder="qwen3:8b" value={name} onChange={(text) => { setName(text); setFault(''); }} end={<Button type="submit" icon={<DownloadIcon />} isBusy={start.isPending}>{say('fetch')}</Button>} />
    </form>
  );
}
