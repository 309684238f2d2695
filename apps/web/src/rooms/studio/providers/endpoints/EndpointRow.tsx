import type { Provider, ProviderEndpoint, ProviderKindInfo } from '@komawari/contract';
import { useState } from 'react';
import { changeEndpoint, removeEndpoint, testEndpoint } from '../../../../api/studio-providers.ts';
import { useSend } from '../../../../api/use-call.ts';
import { useUndoable } from '../../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Switch } from '../../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { CheckIcon, RenameIcon, TrashIcon } from '../../../../ui/icons.ts';
import { HealthLine } from '../HealthLine.tsx';
import { PROVIDERS_KEY, useNoteProvider } from '../use-providers.ts';
import { useSayOutcome } from '../use-set-up.ts';
import { asProvider } from './endpoint-form.ts';
import { EndpointDialog } from './EndpointDialog.tsx';

type Props = { provider: Provider; endpoint: ProviderEndpoint; kind: ProviderKindInfo };

/** One further address or key: how it is, how much is on its way, and what one can do about it. */
export function EndpointRow({ provider, endpoint, kind }: Props) {
  const { say, sayError } = useWords('studio-providers');
  const { name, url, isEnabled, inFlightMax, onTheWay, secretsSet } = endpoint;
  const params = { providerId: provider.id, endpointId: endpoint.id };
  const [open, setOpen] = useState<'change' | 'remove'>();
  const undoable = useUndoable();
  const note = useNoteProvider();
  const sayOutcome = useSayOutcome();
  const test = useSend(async () => {
    const result = await testEndpoint(params);
    note(result.provider);
    return result;
  });
  const remove = useSend(async () => note(await removeEndpoint(params)));
  const turn = (on: boolean) => changeEndpoint(params, { isEnabled: on }).then(note);
  const outcome = test.data;
  const tested = outcome?.provider.endpoints?.find(({ id }) => id === endpoint.id);
  return (
    <li className="prov-way" data-off={!isEnabled}>
      <div>
        <strong><bdi>{name}</bdi></strong>
        <p className="prov-facts"><span className="prov-address">{url}</span>{kind.secrets.length > 0 && (secretsSet.length > 0 || provider.secretsSet.length > 0) && <span>{say(secretsSet.length > 0 ? 'endpointKeyOwn' : 'endpointKeyShared')}</span>}<span>{say('onTheWay', { count: onTheWay, max: inFlightMax })}</span></p>
        <HealthLine provider={asProvider(provider, endpoint)} hasMake />
      </div>
      <div className="prov-way-acts">
        <Switch label={say('use', { name })} isChecked={isEnabled} onChange={(wish) => void undoable({ text: say(wish ? 'turnedOn' : 'turnedOff', { name }), run: () => turn(wish), back: () => turn(!wish), touches: [PROVIDERS_KEY] })} />
        <Button isBusy={test.isPending} aria-label={say('endpointTestThing', { name })} onClick={() => { if (!test.isPending) test.mutate(undefined); }}>{say(test.isPending ? 'trying' : 'test')}</Button>
        <IconButton label={say('endpointChangeThing', { name })} icon={<RenameIcon />} onClick={() => setOpen('change')} />
        <IconButton label={say('endpointRemoveThing', { name })} icon={<TrashIcon />} onClick={() => setOpen('remove')} />
      </div>
      <div role="status">
        {outcome?.isGood === true && <p className="prov-saved"><CheckIcon aria-hidden="true" />{say('endpointGood', { name })}</p>}
        {outcome?.isGood === false && <p className="fault">{sayOutcome({ ...outcome, provider: tested ? asProvider(outcome.provider, tested) : outcome.provider })}</p>}
        {test.error && <p className="fault">{sayError(test.error)}</p>}
      </div>
      {open === 'change' && <EndpointDialog provider={provider} kind={kind} endpoint={endpoint} onClose={() => setOpen(undefined)} />}
      <ConfirmDialog title={say('endpointRemoveTitle', { name })} text={say('endpointRemoveText')} action={say('removeGo')} isOpen={open === 'remove'} onClose={() => setOpen(undefined)} onConfirm={async () => { await remove.mutateAsync(undefined); }} />
    </li>
  );
}
