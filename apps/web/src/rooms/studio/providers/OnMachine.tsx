import type { HostedModel, Provider } from '@komawari/contract';
import { useState } from 'react';
import { removeModel, setMemory } from '../../../api/studio-hosts.ts';
import { useSend, type CallKey } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AgainIcon, TrashIcon } from '../../../ui/icons.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { FetchModel } from './FetchModel.tsx';
import { bytesText, pullsToShow } from './pull-facts.ts';
import { PullRow } from './PullRow.tsx';
import { useHost } from './use-host.ts';
import { PROVIDERS_KEY } from './use-providers.ts';
import { useTime } from './use-time.ts';

/** Models on a provider's own machine: on its disk, in its memory, on their way. Nothing for a make that keeps none. */
export function OnMachine({ provider: { id, isEnabled } }: { provider: Provider }) {
  const { say, language } = useWords('studio-providers');
  const { host, retry, pulls, touches } = useHost(id, !isEnabled);
  if (!isEnabled || !host?.isHost) return null;
  const { models, fault } = host;
  const size = models.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const shown = pullsToShow(pulls, models);
  return (
    <section className="prov-part prov-machine" aria-labelledby="prov-machine">
      <h2 id="prov-machine">{say('onMachine')}</h2>
      {fault !== null && <p className="prov-nomodels"><span role="alert">{fault}</span> <Button look="quiet" icon={<AgainIcon />} onClick={retry}>{say('hostAgain')}</Button></p>}
      {fault === null && models.length === 0 && <p className="prov-nomodels">{say(host.canFetch ? 'hostNone' : 'hostNonePlain')}</p>}
      {models.length > 0 && (
        <>
          <p className="hint">{say('hostCount', { count: models.length })}{size > 0 && ` · ${say('hostDisk', { size: bytesText(size, language) })}`}</p>
          <ul className="prov-model-list">{models.map((model) => <Row key={model.modelId} providerId={id} model={model} canRemove={host.canRemove} touches={touches} />)}</ul>
        </>
      )}
      {host.canFetch && <FetchModel providerId={id} touches={touches} />}
      {shown.length > 0 && <ul className="prov-pulls" aria-label={say('pulls')}>{shown.map((pull) => <PullRow key={pull.taskId} providerId={id} pull={pull} touches={touches} />)}</ul>}
    </section>
  );
}

type RowProps = { providerId: string; model: HostedModel; canRemove: boolean; touches: readonly CallKey[] };

function Row({ providerId, model: { modelId, sizeBytes, loaded, parameters, quantization }, canRemove, touches }: RowProps) {
  const { say, sayError, language } = useWords('studio-providers');
  const time = useTime();
  const [isAsking, setIsAsking] = useState(false);
  const memory = useSend((isLoaded: boolean) => setMemory(providerId, { modelId, isLoaded }), { touches });
  const remove = useSend(() => removeModel(providerId, modelId), { touches: [...touches, PROVIDERS_KEY] });
  const isSlow = memory.data?.isDone === false && !loaded;
  const facts = [parameters, quantization].filter((fact) => fact !== null && fact !== '');
  return (
    <li className="prov-hosted">
      <strong><bdi>{modelId}</bdi></strong>
      {(sizeBytes > 0 || loaded || facts.length > 0) && <ul className="prov-chips">
        {sizeBytes > 0 && <li>{bytesText(sizeBytes, language)}</li>}
        {facts.map((fact) => <li key={fact}>{fact}</li>)}
        {loaded && <li><Tag tone="good">{loaded.memoryBytes > 0 ? say('inMemorySize', { size: bytesText(loaded.memoryBytes, language) }) : say('inMemory')}</Tag></li>}
        {loaded?.until && <li className="prov-job">{say('inMemoryUntil', { time: time(loaded.until) })}</li>}
      </ul>}
      <div className="prov-hosted-acts">
        <Button isBusy={memory.isPending} aria-label={say(loaded ? 'unloadThing' : 'loadThing', { name: modelId })} onClick={() => memory.mutate(!loaded)}>{say(loaded ? 'unload' : memory.isPending ? 'loading' : 'load')}</Button>
        {canRemove && <IconButton label={say('removeModel', { name: modelId })} icon={<TrashIcon />} onClick={() => setIsAsking(true)} />}
      </div>
      {memory.error && <p className="fault" role="alert">{sayError(memory.error)}</p>}
      {isSlow && <p className="hint" role="status">{say('loadSlow')}</p>}
      <ConfirmDialog title={say('removeModelTitle', { name: modelId })} text={sizeBytes > 0 ? say('removeModelText', { size: bytesText(sizeBytes, language) }) : say('removeModelTextPlain')} action={say('removeModelGo')} isOpen={isAsking} onClose={() => setIsAsking(false)} onConfirm={async () => { await remove.mutateAsync(undefined); }} />
    </li>
  );
}
