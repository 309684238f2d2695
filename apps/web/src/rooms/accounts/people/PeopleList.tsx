import type { Role, UserEntry, UserState } from '@komawari/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { approveUser, denyUser, listUsers } from '../../../api/accounts-people.ts';
import { usePages, useSend } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddPersonIcon } from '../../../ui/icons.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { ROLE_WORDS } from '../role-words.ts';
import { Face } from '../settings/Face.tsx';
import { useDates } from '../settings/use-dates.ts';
import { MakeUser } from './MakeUser.tsx';
import { PersonSheet } from './PersonSheet.tsx';

const PEOPLE_KEY = ['accounts', 'people'] as const;
const TYPING_MS = 250;
const STATE_WORDS: Readonly<Record<UserState, WordKey<'accounts-people'>>> = { active: 'stateActive', pending: 'statePending', suspended: 'stateSuspended', leaving: 'stateLeaving' };
const ROLES = Object.keys(ROLE_WORDS) as Role[];

export function PeopleList() {
  const { say } = useWords('accounts-people');
  const { say: sayRole } = useWords('accounts');
  const { can } = useSession();
  const { search, role, state } = useSearch({ from: '/admin/users' });
  const navigate = useNavigate({ from: '/admin/users' });
  const [typed, setTyped] = useState(search ?? '');
  const [chosen, setChosen] = useState<UserEntry>();
  const [isMaking, setIsMaking] = useState(false);
  const people = usePages<UserEntry>([...PEOPLE_KEY, { search, role, state }], (after, signal) => listUsers({ after, search, role, state }, signal));

  useEffect(() => {
    const wish = typed.trim() === '' ? undefined : typed.trim().slice(0, 100);
    if (wish === search) return;
    const timer = setTimeout(() => void navigate({ search: (before) => ({ ...before, search: wish }), replace: true }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, search, navigate]);

  const isNarrowed = search !== undefined || role !== undefined || state !== undefined;
  return (
    <div>
      {can('users.manage') && state !== 'pending' && <WaitingBox />}
      <div className="people-tools">
        <TextField name="search" type="search" label={say('searchPeople')} value={typed} autoComplete="off" onChange={setTyped} />
        <SelectField label={say('roleLabel')} value={role ?? 'all'} options={[{ value: 'all' as const, word: say('allRoles') }, ...ROLES.map((value) => ({ value, word: sayRole(ROLE_WORDS[value].name) }))]} onChange={(value) => void navigate({ search: (before) => ({ ...before, role: value === 'all' ? undefined : value }), replace: true })} />
        <SelectField label={say('stateLabel')} value={state ?? 'all'} options={[{ value: 'all' as const, word: say('allStates') }, ...(Object.keys(STATE_WORDS) as UserState[]).map((value) => ({ value, word: say(STATE_WORDS[value]) }))]} onChange={(value) => void navigate({ search: (before) => ({ ...before, state: value === 'all' ? undefined : value }), replace: true })} />
        {can('users.manage') && <Button icon={<AddPersonIcon />} onClick={() => setIsMaking(true)}>{say('makeUser')}</Button>}
      </div>
      {people.error ? <ErrorState error={people.error} onRetry={() => void people.refetch()} />
        : !people.items ? <Skeleton><Tone shape="block" heightPx={64} /><Tone shape="block" heightPx={64} /><Tone shape="block" heightPx={64} /></Skeleton>
          : people.items.length === 0 ? <EmptyState picture="nothing-found" title={say('nobody')} text={say('nobodyText')}>{isNarrowed && <Button onClick={() => { setTyped(''); void navigate({ search: {}, replace: true }); }}>{say('showAll')}</Button>}</EmptyState>
            : state === 'pending' && can('users.manage') ? <ul className="things">{people.items.map((person) => <WaitingRow key={person.id} person={person} />)}</ul>
              : <ul className="things">{people.items.map((person) => <li key={person.id}><PersonRow person={person} onChoose={() => setChosen(person)} /></li>)}</ul>}
      {people.hasNextPage && <p className="settings-row"><Button isBusy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>{say('more')}</Button></p>}
      {chosen && <PersonSheet person={people.items?.find(({ id }) => id === chosen.id) ?? chosen} onClose={() => setChosen(undefined)} />}
      {isMaking && <MakeUser onClose={() => setIsMaking(false)} />}
    </div>
  );
}

function PersonRow({ person, onChoose }: { person: UserEntry; onChoose: () => void }) {
  const { say } = useWords('accounts-people');
  const { say: sayRole } = useWords('accounts');
  const { user } = useSession();
  const { ago } = useDates();
  return (
    <button type="button" className="person" aria-haspopup="dialog" onClick={onChoose}>
      <Face name={person.name} avatar={person.avatar} />
      <span className="person-words">
        <strong><bdi>{person.name}</bdi><Tag>{sayRole(ROLE_WORDS[person.role].name)}</Tag>{person.state !== 'active' && <Tag tone={person.state === 'pending' ? 'live' : 'bad'}>{say(STATE_WORDS[person.state])}</Tag>}{person.id === user?.id && <Tag tone="good">{say('thatIsYou')}</Tag>}</strong>
        <span className="hint">{person.email}</span>
      </span>
      <span className="person-seen">{person.lastSeenAt === null ? say('neverSeen') : say('seen', { when: ago(person.lastSeenAt) })}</span>
    </button>
  );
}

/** Those who wait, above everybody else: they can do nothing until somebody looks. */
function WaitingBox() {
  const { say } = useWords('accounts-people');
  const waiting = usePages<UserEntry>([...PEOPLE_KEY, { state: 'pending' }], (after, signal) => listUsers({ after, state: 'pending' }, signal));
  if (!waiting.items || waiting.items.length === 0) return null;
  return <section className="waiting-box" aria-labelledby="waiting-people"><h2 id="waiting-people">{say('waitingCount', { count: waiting.items.length })}</h2><ul>{waiting.items.slice(0, 5).map((person) => <WaitingRow key={person.id} person={person} />)}</ul></section>;
}

function WaitingRow({ person }: { person: UserEntry }) {
  const { say, sayError } = useWords('accounts-people');
  const { ago } = useDates();
  const approve = useSend(approveUser, { touches: [PEOPLE_KEY] });
  const deny = useSend(denyUser, { touches: [PEOPLE_KEY] });
  const [isAsking, setIsAsking] = useState(false);
  return (
    <li className="waiting-row">
      <Face name={person.name} avatar={person.avatar} />
      <span className="person-words"><strong><bdi>{person.name}</bdi></strong><span className="hint">{person.email} · {say('asked', { when: ago(person.createdAt) })}</span></span>
      <span className="settings-row"><Button isBusy={approve.isPending} onClick={() => approve.mutate(person.id)}>{say('approve')}</Button><Button look="quiet" onClick={() => setIsAsking(true)}>{say('deny')}</Button></span>
      {approve.error && <p className="fault" role="alert">{sayError(approve.error)}</p>}
      <ConfirmDialog title={say('denyTitle', { name: person.name })} text={say('denyText')} action={say('deny')} isOpen={isAsking} onClose={() => setIsAsking(false)} onConfirm={async () => { await deny.mutateAsync(person.id); }} />
    </li>
  );
}
