import type { Keeping as KeepingState } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeKeeping, getKeeping } from '../../../api/studio-retention.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { BackIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { DryRun } from './DryRun.tsx';
import { draftOf, isSameRules, rulesOf } from './keeping-form.ts';
import './keeping.css';
import { Limits } from './Limits.tsx';
import { sayBytes } from './room.ts';
import { KEEPING_KEY } from './use-keeping.ts';

/** How long pictures stay here, and how much room they may take, as the operator sets it. */
export function Keeping() {
  return <RequireUser permission="system.operate"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-retention');
  const { data, error, refetch } = useCall(KEEPING_KEY, getKeeping);
  usePageTitle(say('keeping'));
  return (
    <div className="keeping">
      <header className="keeping-head"><ButtonLink to="/you" look="quiet" icon={<BackIcon />}>{say('navYou')}</ButtonLink><h1>{say('keeping')}</h1><p className="lead">{say('keepingLead')}</p></header>
      {data ? <Loaded state={data} /> : error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton><div className="keeping-columns"><Tone shape="block" heightPx={420} /><Tone shape="block" heightPx={260} /></div></Skeleton>}
    </div>
  );
}

function Loaded({ state }: { state: KeepingState }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(state.rules));
  const rules = rulesOf(draft);
  const isSaved = rules !== undefined && isSameRules(rules, state.rules);
  const save = useSend(changeKeeping, { onDone: (next) => { client.setQueryData(KEEPING_KEY, next); } });
  return (
    <>
      <div className="keeping-columns">
        <Limits draft={draft} isRule={rules !== undefined} isSaved={isSaved} wasSaved={save.isSuccess && isSaved} isBusy={save.isPending} error={save.error} onChange={setDraft} onSave={() => rules && save.mutate(rules)} />
        <InUse state={state} />
      </div>
      <DryRun rules={rules} isSaved={isSaved} trashDays={state.rules.trashDays} />
    </>
  );
}

function InUse({ state: { used, thumbnails, lastRun } }: { state: KeepingState }) {
  const { say, language } = useWords('studio-retention');
  const amount = ({ count, sizeBytes }: { count: number; sizeBytes: number }) => say('amount', { pictures: say('pictures', { count }), size: sayBytes(sizeBytes, language) });
  const facts: [string, string][] = [
    [say('usedNow'), `${amount(used.pictures)} · ${say('peopleWith', { count: used.people })}`], [say('given'), `${amount(used.given)} · ${say('givenNote')}`], [say('inTrash'), amount(used.trash)],
    [say('smallOnes'), [say('smallFacts', { made: thumbnails.made, waiting: thumbnails.waiting }), ...(thumbnails.failed > 0 ? [say('smallFailed', { count: thumbnails.failed })] : [])].join(' · ')],
    [say('lastRun'), lastRun ? say('ranAt', { at: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(lastRun.at)), pictures: say('pictures', { count: lastRun.count }) }) : say('neverRan')],
  ];
  return <Panel aria-label={say('usedNow')}><dl className="keeping-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="number">{value}</dd></div>)}</dl></Panel>;
}
