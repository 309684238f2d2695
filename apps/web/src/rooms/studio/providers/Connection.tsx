import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useMemo, useState, type FormEvent } from 'react';
import { changeProvider } from '../../../api/studio-providers.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon } from '../../../ui/icons.ts';
import { settingsOf } from './settings-schema.ts';
import { changeBody, draftOfProvider } from './setup-form.ts';
import { SetupFields } from './SetupFields.tsx';
import { useDraft } from './use-draft.ts';
import { useNoteProvider } from './use-providers.ts';
import { useSetUp } from './use-set-up.ts';

/** Name, address, keys, settings: kept together, and tried when kept. */
export function Connection({ provider, kind }: { provider: Provider; kind: ProviderKindInfo }) {
  const { say } = useWords('studio-providers');
  const note = useNoteProvider();
  const settings = useMemo(() => settingsOf(kind.settingsSchema), [kind]);
  const { draft, setDraft, reset } = useDraft(provider.id, () => draftOfProvider(provider, settings));
  const { faults, isBusy, submit, tryOut, mend, clear } = useSetUp();
  const [saved, setSaved] = useState<'saved' | 'works'>();
  const form = { kind, settings, provider };
  const change = changeBody(draft, provider, settings);
  const isChanged = Object.keys(change).length > 0 || draft.inFlightMax === null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(undefined);
    await submit(draft, form, async () => {
      const kept = note(await changeProvider(provider.id, change));
      const fresh = draftOfProvider(kept, settings);
      // A name or a number at once is nothing that it could refuse.
      if (change.url === undefined && change.secrets === undefined && change.settings === undefined && change.isPrivateAllowed === undefined) setSaved('saved');
      else setSaved((await tryOut(provider.id, fresh, { ...form, provider: kept })).isGood ? 'works' : 'saved');
      reset(fresh);
    });
  };
  return (
    <form className="prov-form" noValidate onSubmit={(event) => void send(event)}>
      <SetupFields draft={draft} kind={kind} settings={settings} faults={faults} provider={provider} onChange={(next) => { setSaved(undefined); mend(draft, next); setDraft(next); }} />
      {faults['form'] !== undefined && <p className="fault" role="alert">{faults['form']}</p>}
      <p className="prov-send">
        <Button type="submit" look="primary" isBusy={isBusy} disabled={!isChanged && !isBusy}>{say(isBusy ? 'trying' : 'save')}</Button>
        {isChanged && !isBusy && <Button look="quiet" onClick={() => { clear(); reset(draftOfProvider(provider, settings)); }}>{say('asBefore')}</Button>}
        <span role="status">{saved !== undefined && !isChanged && <span className="prov-saved"><CheckIcon aria-hidden="true" />{say(saved === 'works' ? 'savedWorks' : 'saved')}</span>}</span>
      </p>
    </form>
  );
}
