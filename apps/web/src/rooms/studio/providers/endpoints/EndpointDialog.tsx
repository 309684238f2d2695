import type { Provider, ProviderEndpoint, ProviderKindInfo } from '@komawari/contract';
import { useId, useState, type FormEvent } from 'react';
import { addEndpoint, changeEndpoint, testEndpoint } from '../../../../api/studio-providers.ts';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { leadsElsewhere } from '../address.ts';
import { SetupFields } from '../SetupFields.tsx';
import { useNoteProvider } from '../use-providers.ts';
import { useSetUp } from '../use-set-up.ts';
import { asProvider, draftOfEndpoint, draftOfNew, endpointChange, kindAt, leadsAnew, newEndpoint } from './endpoint-form.ts';

type Props = { provider: Provider; kind: ProviderKindInfo; /** Absent for a new one. */ endpoint?: ProviderEndpoint; onClose: () => void };

/** The address, the keys and how much at once of one endpoint; when it is kept it is tried, and its row tells how that went. */
export function EndpointDialog({ provider, kind, endpoint, onClose }: Props) {
  const { say } = useWords('studio-providers');
  const id = useId();
  const note = useNoteProvider();
  const [draft, setDraft] = useState(() => (endpoint ? draftOfEndpoint(endpoint) : draftOfNew(provider)));
  const { faults, isBusy, submit, mend } = useSetUp();
  const at = { kind: kindAt(kind, provider, draft.url), settings: [], ...(endpoint ? { provider: asProvider(provider, endpoint) } : {}) };

  const usesProviders = provider.secretsSet.length > 0 && !leadsElsewhere(provider.url, draft.url);

  const save = async (): Promise<true> => {
    if (!endpoint) {
      note(await addEndpoint(provider.id, newEndpoint(draft, kind)));
      return true;
    }
    const params = { providerId: provider.id, endpointId: endpoint.id };
    const change = endpointChange(draft, provider, endpoint);
    if (Object.keys(change).length > 0) note(await changeEndpoint(params, change));
    if (leadsAnew(change)) note((await testEndpoint(params)).provider);
    return true;
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit(draft, at, save)) onClose();
  };
  return (
    <Dialog title={endpoint ? say('endpointChangeThing', { name: endpoint.name }) : say('endpointAdd')} isOpen onClose={onClose} foot={<><Button onClick={onClose}>{say('cancel')}</Button><Button type="submit" form={id} look="primary" isBusy={isBusy}>{say(isBusy ? 'trying' : endpoint ? 'save' : 'addAndTest')}</Button></>}>
      <form id={id} className="prov-form" noValidate onSubmit={(event) => void send(event)}>
        <SetupFields draft={draft} kind={at.kind} settings={[]} faults={faults} isEndpoint {...(at.provider ? { provider: at.provider } : {})} onChange={(next) => { mend(draft, next); setDraft(next); }} />
        {usesProviders && <p className="hint">{say('endpointKeyHint')}</p>}
        {faults['form'] !== undefined && <p className="fault" role="alert">{faults['form']}</p>}
      </form>
    </Dialog>
  );
}
