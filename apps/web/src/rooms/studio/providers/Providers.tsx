import type { BrokenPlugInInfo, Provider, ProviderKindInfo } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { changeProvider } from '../../../api/studio-providers.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, AlertIcon, BackIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { StatePicture } from '../../../ui/StatePicture.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { BudgetsPanel } from '../budgets/BudgetsPanel.tsx';
import { HomeHosts } from '../home-hosts/HomeHosts.tsx';
import { Defaults } from './Defaults.tsx';
import { purposesOf, type Purpose } from './defaults.ts';
import { HealthLine } from './HealthLine.tsx';
import { Makes } from './Makes.tsx';
import { isBuiltIn, titleOf } from './makes.ts';
import { StandIns } from './StandIns.tsx';
import { PROVIDERS_KEY, useNoteProvider, useProviders } from './use-providers.ts';
import './providers.css';

/** Who draws and writes here: providers of models, as the operator sets them up. */
export function Providers() {
  return <RequireUser permission="system.operate"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-providers');
  const { error, retry, loaded } = useProviders();
  usePageTitle(say('providers'));
  const isEmpty = loaded?.providers.every(isBuiltIn) ?? false;
  const list = loaded && loaded.providers.length > 0 && <ul className="prov-list" aria-label={say('providers')}>{loaded.providers.map((provider) => <Row key={provider.id} provider={provider} make={loaded.kinds.find(({ kind }) => kind === provider.kind)} serves={purposesOf(loaded.defaults, provider.id)} />)}</ul>;
  return (
    <div className="prov">
      <header className="prov-head">
        <div><ButtonLink to="/you" look="quiet" icon={<BackIcon />}>{say('navYou')}</ButtonLink><h1>{say('providers')}</h1>{!isEmpty && <p className="lead">{say('providersLead')}</p>}</div>
        {loaded && !isEmpty && <ButtonLink to="/admin/providers/new" look="primary" icon={<AddIcon />}>{say('add')}</ButtonLink>}
      </header>
      {error ? <ErrorState error={error} onRetry={retry} />
        : !loaded ? <Skeleton><div className="prov-columns"><div className="prov-list"><Tone shape="block" heightPx={190} /><Tone shape="block" heightPx={190} /></div><Tone shape="block" heightPx={420} /></div></Skeleton>
          : <>
            {loaded.broken.length > 0 && <Broken plugIns={loaded.broken} />}
            {isEmpty ? <Empty kinds={loaded.kinds.filter((kind) => !isBuiltIn(kind) || loaded.providers.length === 0)}>{list}</Empty> : (
              <div className="prov-columns">
                {list}
                <Defaults providers={loaded.providers} defaults={loaded.defaults} />
              </div>
            )}
            {!isEmpty && <div className="prov-pair"><StandIns providers={loaded.providers} /><BudgetsPanel /></div>}
            <HomeHosts />
          </>}
    </div>
  );
}

function Row({ provider, make, serves }: { provider: Provider; make: ProviderKindInfo | undefined; serves: readonly Purpose[] }) {
  const { say } = useWords('studio-providers');
  const undoable = useUndoable();
  const note = useNoteProvider();
  const { id, name, isEnabled, models } = provider;
  const turn = (on: boolean) => changeProvider(id, { isEnabled: on }).then(note);
  const on = models.filter((model) => model.isEnabled).length;
  return (
    <li className="panel prov-row" data-off={!isEnabled}>
      <div className="prov-row-head">
        <div className="prov-name"><h2><Link to="/admin/providers/$providerId" params={{ providerId: id }}><bdi>{name}</bdi></Link></h2><p className="hint">{make ? titleOf(make, say) : provider.kind} · <span className="prov-address">{isBuiltIn(provider) ? say('inside') : provider.url.replace(/^https?:\/\//, '')}</span></p></div>
        <Switch label={say('use', { name })} isChecked={isEnabled} onChange={(wish) => void undoable({ text: say(wish ? 'turnedOn' : 'turnedOff', { name }), run: () => turn(wish), back: () => turn(!wish), touches: [PROVIDERS_KEY] })} />
      </div>
      <HealthLine provider={provider} hasMake={make !== undefined} />
      <p className="prov-facts">
        <span>{models.length === 0 ? say('modelsNone') : say('modelsOn', { on, count: models.length })}</span><span>{say('atOnce', { count: provider.inFlightMax })}</span>
        {serves.map((purpose) => <Tag key={purpose} tone="good">{say(`purpose-${purpose}`)}</Tag>)}
      </p>
    </li>
  );
}

/** Nothing is set up: what it would give, and every make with what it is good for. */
function Empty({ kinds, children }: { kinds: readonly ProviderKindInfo[]; children: ReactNode }) {
  const { say } = useWords('studio-providers');
  return (
    <>
      <section className="prov-none">
        <StatePicture name="first-visit" />
        <div><h2>{say('noneTitle')}</h2><p>{say('noneText')}</p><p><ButtonLink to="/admin/providers/new" look="primary" icon={<AddIcon />}>{say('add')}</ButtonLink></p></div>
      </section>
      {children}
      <Makes kinds={kinds} />
    </>
  );
}

function Broken({ plugIns }: { plugIns: readonly BrokenPlugInInfo[] }) {
  const { say } = useWords('studio-providers');
  return (
    <Panel aria-labelledby="prov-broken">
      <h2 id="prov-broken" className="prov-broken-title"><AlertIcon aria-hidden="true" />{say('broken', { count: plugIns.length })}</h2>
      <ul className="prov-broken">{plugIns.map(({ name, reason }) => <li key={name}><code>{name}</code><p>{reason}</p></li>)}</ul>
      <p className="hint">{say('brokenHint')}</p>
    </Panel>
  );
}
