import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { addProvider, changeProvider, removeProvider } from '../../../api/studio-providers.ts';
import { useSend } from '../../../api/use-call.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AlertIcon, BackIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Makes } from './Makes.tsx';
import { isBuiltIn, makeOf, titleOf } from './makes.ts';
import { settingsOf } from './settings-schema.ts';
import { changeBody, draftOfKind, newBody } from './setup-form.ts';
import { SetupFields } from './SetupFields.tsx';
import { useDraft } from './use-draft.ts';
import { PROVIDERS_KEY, useNoteProvider, useProviders } from './use-providers.ts';
import { useSetUp } from './use-set-up.ts';
import './providers.css';

/** Adds a provider: first which make, then what that make needs. */
export function NewProvider() {
  return <RequireUser permission="system.operate"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-providers');
  const { kind: wish } = useSearch({ from: '/admin/providers/new' });
  const { error, retry, loaded } = useProviders();
  const kind = loaded?.kinds.find((one) => one.kind === wish);
  const title = kind ? say('addTitle', { name: titleOf(kind, say) }) : say('add');
  usePageTitle(title);
  return (
    <div className="prov">
      <header className="prov-head"><div>
        {kind ? <ButtonLink to="/admin/providers/new" look="quiet" icon={<BackIcon />}>{say('otherMake')}</ButtonLink> : <ButtonLink to="/admin/providers" look="quiet" icon={<BackIcon />}>{say('providers')}</ButtonLink>}
        <h1>{title}</h1>{!kind && <p className="lead">{say('addLead')}</p>}
      </div></header>
      {error ? <ErrorState error={error} onRetry={retry} />
        : !loaded ? <Skeleton><div className="prov-makes"><Tone widthPercent={30} /><Tone shape="block" heightPx={320} /></div></Skeleton>
          : kind ? <Form key={kind.kind} kind={kind} taken={loaded.providers.map(({ name }) => name)} /> : <Makes kinds={loaded.kinds.filter((one) => !isBuiltIn(one) || !loaded.providers.some(isBuiltIn))} />}
    </div>
  );
}

function Form({ kind, taken }: { kind: ProviderKindInfo; taken: readonly string[] }) {
  const { say, sayError } = useWords('studio-providers');
  const navigate = useNavigate();
  const client = useQueryClient();
  const note = useNoteProvider();
  const settings = useMemo(() => settingsOf(kind.settingsSchema), [kind]);
  const named = { ...kind, title: titleOf(kind, say) };
  const { draft, setDraft, reset } = useDraft(`new ${kind.kind}`, () => draftOfKind(named, taken));
  const { faults, isBusy, submit, tryOut, mend } = useSetUp();
  /** Added already, but it does not work yet. */
  const [made, setMade] = useState<Provider>();
  const [isTrying, setIsTrying] = useState(false);
  const discard = useSend(removeProvider, { touches: [PROVIDERS_KEY] });
  const { guidePath, group } = makeOf(kind);

  const open = (id: Provider['id']) => {
    reset(draftOfKind(named, taken));
    void navigate({ to: '/admin/providers/$providerId', params: { providerId: id } });
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const form = { kind, settings, provider: made };
    await submit(draft, form, async () => {
      setIsTrying(true);
      try {
        const change = made && changeBody(draft, made, settings);
        const provider = note(!made || !change ? await addProvider(newBody(draft, kind, settings)) : Object.keys(change).length === 0 ? made : await changeProvider(made.id, change));
        setMade(provider);
        // It lies in the list now: whoever comes back to this form begins another one.
        reset(draft);
        // Adding asks at once; only when that went wrong it is asked why.
        const isGood = (made === undefined && provider.models.length > 0 && provider.health.failures === 0) || (await tryOut(provider.id, draft, { ...form, provider })).isGood;
        if (isGood) open(provider.id);
      } finally {
        setIsTrying(false);
      }
    });
  };
  const leave = async () => {
    if (!made) return;
    await discard.mutateAsync(made.id);
    void client.invalidateQueries({ queryKey: PROVIDERS_KEY });
    setMade(undefined);
  };
  return (
    <div className="prov-new">
      <form className="prov-form" noValidate onSubmit={(event) => void send(event)}>
        {made && !isTrying && (
          <div className="prov-notyet" role="status">
            <AlertIcon aria-hidden="true" />
            <div><p>{say('notYet', { name: made.name })}</p><p><Button look="quiet" onClick={() => open(made.id)}>{say('leaveSo')}</Button><Button look="quiet" isBusy={discard.isPending} onClick={() => void leave().catch(() => undefined)}>{say('takeBack')}</Button></p>{discard.error && <p className="fault" role="alert">{sayError(discard.error)}</p>}</div>
          </div>
        )}
        <SetupFields draft={draft} kind={kind} settings={settings} faults={faults} onChange={(next) => { mend(draft, next); (made ? reset : setDraft)(next); }} />
        {faults['form'] !== undefined && <p className="fault" role="alert">{faults['form']}</p>}
        <p className="prov-send"><Button type="submit" look="primary" isBusy={isBusy}>{say(isTrying ? 'trying' : made ? 'tryAgain' : 'addAndTest')}</Button><span className="hint">{say('testFree')}</span></p>
      </form>
      <aside className="prov-aside" aria-label={say('whatYouNeed')}>
        <h2>{say('whatYouNeed')}</h2>
        <p>{group === 'plug-in' ? say('needPlugIn') : say(`need-${kind.kind as 'ark'}`)}</p>
        <p className="hint">{say(kind.bills ? 'costNote' : 'freeNote')}</p>
        {guidePath !== undefined && <p className="hint">{say('guide')} <code>{guidePath}</code></p>}
      </aside>
    </div>
  );
}
