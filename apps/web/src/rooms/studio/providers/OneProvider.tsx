import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { changeProvider, removeProvider, testProvider, type ModelDefaults } from '../../../api/studio-providers.ts';
import { useSend } from '../../../api/use-call.ts';
import { useCommands } from '../../../frame/commands/use-commands.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AgainIcon, BackIcon, CheckIcon, TrashIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { Connection } from './Connection.tsx';
import { purposesOf } from './defaults.ts';
import { Endpoints } from './endpoints/Endpoints.tsx';
import { HealthLine } from './HealthLine.tsx';
import { isBuiltIn, makeOf, titleOf } from './makes.ts';
import { ModelList } from './ModelList.tsx';
import { OnMachine } from './OnMachine.tsx';
import { DEFAULTS_KEY, PROVIDERS_KEY, useNoteProvider, useProviders } from './use-providers.ts';
import { useSayOutcome } from './use-set-up.ts';
import './providers.css';

/** One provider: how it is, its models, and how it is reached. */
export function OneProvider() {
  return <RequireUser permission="system.operate"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-providers');
  const { providerId } = useParams({ from: '/admin/providers/$providerId' });
  const { error, retry, loaded } = useProviders();
  const provider = loaded?.providers.find(({ id }) => id === providerId);
  usePageTitle(provider?.name ?? say('providers'));
  if (error) return <ErrorState error={error} onRetry={retry} isPage />;
  if (!loaded) return <div className="prov"><Skeleton><div className="prov-makes"><Tone widthPercent={24} /><Tone shape="block" heightPx={130} /><Tone shape="block" heightPx={360} /></div></Skeleton></div>;
  if (!provider) return <EmptyState picture="lost" title={say('goneProvider')} text={say('goneProviderText')} isPage><ButtonLink to="/admin/providers">{say('providers')}</ButtonLink></EmptyState>;
  return <Page key={provider.id} provider={provider} kind={loaded.kinds.find(({ kind }) => kind === provider.kind)} defaults={loaded.defaults} />;
}

function Page({ provider, kind, defaults }: { provider: Provider; kind: ProviderKindInfo | undefined; defaults: ModelDefaults['items'] }) {
  const { say } = useWords('studio-providers');
  const { id, name, isEnabled } = provider;
  const undoable = useUndoable();
  const note = useNoteProvider();
  const turn = (on: boolean) => changeProvider(id, { isEnabled: on }).then(note);
  const guidePath = kind && makeOf(kind).guidePath;
  return (
    <div className="prov prov-one">
      <header className="prov-head">
        <div>
          <ButtonLink to="/admin/providers" look="quiet" icon={<BackIcon />}>{say('providers')}</ButtonLink>
          <h1><bdi>{name}</bdi></h1>
          <p className="prov-facts"><span>{kind ? titleOf(kind, say) : provider.kind}</span><span className="prov-address">{isBuiltIn(provider) ? say('inside') : provider.url}</span>{purposesOf(defaults, id).map((purpose) => <Tag key={purpose} tone="good">{say(`purpose-${purpose}`)}</Tag>)}</p>
        </div>
        <Switch label={say('inUse')} isChecked={isEnabled} onChange={(wish) => void undoable({ text: say(wish ? 'turnedOn' : 'turnedOff', { name }), run: () => turn(wish), back: () => turn(!wish), touches: [PROVIDERS_KEY] })} />
      </header>
      <Test provider={provider} hasMake={kind !== undefined} />
      <section className="prov-part" aria-labelledby="prov-models"><h2 id="prov-models">{say('models')}</h2><ModelList provider={provider} defaults={defaults} bills={kind?.bills ?? false} /></section>
      <OnMachine provider={provider} />
      <section className="prov-part" aria-labelledby="prov-connection">
        <h2 id="prov-connection">{say('connection')}</h2>
        {kind ? <Connection provider={provider} kind={kind} /> : <p className="hint">{say('makeGone', { kind: provider.kind })}</p>}
        {guidePath !== undefined && <p className="hint">{say('guide')} <code>{guidePath}</code></p>}
      </section>
      {kind && !isBuiltIn(provider) && <Endpoints provider={provider} kind={kind} />}
      <Removal provider={provider} />
    </div>
  );
}

function Test({ provider, hasMake }: { provider: Provider; hasMake: boolean }) {
  const { say, sayError, language } = useWords('studio-providers');
  const note = useNoteProvider();
  const sayOutcome = useSayOutcome();
  const test = useSend(async (id: string) => {
    const began = performance.now();
    const result = await testProvider(id);
    note(result.provider);
    return { ...result, seconds: (performance.now() - began) / 1000 };
  });
  const run = () => { if (!test.isPending) test.mutate(provider.id); };
  useCommands([{ id: 'studio.test-provider', group: 'here', word: say('test'), also: 'test check 测试 テスト', run }]);
  const seconds = (test.data?.seconds ?? 0).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <section className="panel prov-test" aria-label={say('health')}>
      <HealthLine provider={provider} hasMake={hasMake} />
      <Button icon={<AgainIcon />} isBusy={test.isPending} onClick={run}>{say(test.isPending ? 'trying' : 'test')}</Button>
      <div role="status" className="prov-result">
        {test.data?.isGood === true && <p className="good"><CheckIcon aria-hidden="true" /><span>{say('testGood', { seconds, count: provider.models.length })}{test.data.says !== null && test.data.says !== '' && <> {say('testSays')} <q>{test.data.says.slice(0, 120)}</q></>}</span></p>}
        {test.data?.isGood === false && <p className="fault">{sayOutcome(test.data)}</p>}
        {test.error && <p className="fault">{sayError(test.error)}</p>}
      </div>
    </section>
  );
}

function Removal({ provider: { id, name, secretsSet } }: { provider: Provider }) {
  const { say } = useWords('studio-providers');
  const navigate = useNavigate();
  const remove = useSend(removeProvider, { touches: [PROVIDERS_KEY, DEFAULTS_KEY] });
  const [isAsking, setIsAsking] = useState(false);
  const hasKeys = secretsSet.length > 0;
  return (
    <section className="prov-part prov-removal">
      <div><h2>{say('remove')}</h2><p className="hint">{say(hasKeys ? 'removeLead' : 'removeTextPlain')}</p></div>
      <p><Button look="danger" icon={<TrashIcon />} onClick={() => setIsAsking(true)}>{say('removeGo')}</Button></p>
      <ConfirmDialog title={say(hasKeys ? 'removeTitle' : 'removeTitlePlain', { name })} text={say(hasKeys ? 'removeText' : 'removeTextPlain')} action={say('removeGo')} isOpen={isAsking} onClose={() => setIsAsking(false)} onConfirm={async () => { await remove.mutateAsync(id); await navigate({ to: '/admin/providers' }); }} />
    </section>
  );
}
