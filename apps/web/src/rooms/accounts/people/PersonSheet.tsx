import type { Role, UserEntry } from '@komawari/contract';
import { useState, type FormEvent } from 'react';
import { changeRole, makeResetLink, suspendUser, unsuspendUser } from '../../../api/accounts-people.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { LinkIcon, LockIcon, UnlockIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { ROLE_WORDS } from '../role-words.ts';
import { CopyButton } from '../settings/CopyButton.tsx';
import { Face } from '../settings/Face.tsx';
import { useDates } from '../settings/use-dates.ts';
import { RoleChoice } from './RoleChoice.tsx';

const KEY = ['accounts', 'people'] as const;

/** One person: what is known, and what those who look after people may do. */
export function PersonSheet({ person, onClose }: { person: UserEntry; onClose: () => void }) {
  const { say } = useWords('accounts-people');
  const { day, ago } = useDates();
  const { can, user } = useSession();
  const isHigh = person.role === 'owner' || person.role === 'admin';
  const mayChange = can('users.manage') && (!isHigh || can('owner.appoint'));
  return (
    <Sheet title={person.name} isOpen onClose={onClose}>
      <div className="person-sheet">
        <div className="person-head"><Face name={person.name} avatar={person.avatar} sizePx={64} /><span className="person-words"><strong><bdi>{person.name}</bdi></strong><span className="hint">{person.email}</span></span></div>
        <dl className="person-facts">
          <dt>{say('factSince')}</dt><dd>{day(person.createdAt)}</dd>
          <dt>{say('factSeen')}</dt><dd>{person.lastSeenAt === null ? say('neverSeen') : ago(person.lastSeenAt)}</dd>
          <dt>{say('factEmail')}</dt><dd>{say(person.isEmailVerified ? 'factProved' : 'factUnproved')}</dd>
          <dt>{say('factTwoFactor')}</dt><dd>{say(person.twoFactor ? 'factOn' : 'factOff')}</dd>
          {person.deletionAt !== null && <><dt>{say('factDeletion')}</dt><dd>{day(person.deletionAt)}</dd></>}
          {person.suspendedReason !== null && <><dt>{say('factReason')}</dt><dd>{person.suspendedReason}</dd></>}
        </dl>
        {can('users.manage') && !mayChange && <p className="hint">{say('ownersOnly')}</p>}
        {mayChange && <><RoleAct person={person} /><ResetAct person={person} />{person.id === user?.id ? <p className="hint">{say('notYourself')}</p> : <SuspendAct person={person} />}</>}
      </div>
    </Sheet>
  );
}

function useChange() {
  const client = useQueryClient();
  const act = useAct();
  return { ...act, change: (work: () => Promise<unknown>) => act.run(async () => { await work(); await client.invalidateQueries({ queryKey: KEY }); }) };
}

function RoleAct({ person }: { person: UserEntry }) {
  const { say } = useWords('accounts-people');
  const { say: sayRole } = useWords('accounts');
  const { can, user, reload } = useSession();
  const { change, isBusy, fault } = useChange();
  const [role, setRole] = useState<Role>(person.role);
  return (
    <div className="person-acts">
      <RoleChoice label={say('roleLabel')} value={role} isOff={isBusy} onChange={setRole} />
      <p className="hint">{say(can('owner.appoint') ? 'ownerRule' : 'ownersAppoint')}</p>
      {fault && <p className="fault" role="alert">{fault.text}</p>}
      {role !== person.role && <Button look="primary" isBusy={isBusy} onClick={() => void change(async () => { await changeRole(person.id, role); if (person.id === user?.id) await reload(); })}>{say('roleGive', { role: sayRole(ROLE_WORDS[role].name) })}</Button>}
    </div>
  );
}

function ResetAct({ person }: { person: UserEntry }) {
  const { say } = useWords('accounts-people');
  const { moment } = useDates();
  const act = useAct();
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  return (
    <div className="person-acts">
      <h3>{say('resetLink')}</h3>
      <p className="hint">{say('resetLinkLead')}</p>
      {link ? <><code className="secret" data-secret>{link.url}</code><p className="hint">{say('resetLinkUntil', { date: moment(link.expiresAt) })}</p><CopyButton text={link.url} word={say('linkCopy')} /></> : <Button icon={<LinkIcon />} isBusy={act.isBusy} onClick={() => void act.run(async () => setLink(await makeResetLink(person.id)))}>{say('resetLinkMake')}</Button>}
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
    </div>
  );
}

function SuspendAct({ person }: { person: UserEntry }) {
  const { say } = useWords('accounts-people');
  const { change, isBusy, fault } = useChange();
  const [reason, setReason] = useState('');
  if (person.state === 'suspended') {
    return <div className="person-acts"><h3>{say('suspended')}</h3><p className="hint">{say('unsuspendLead')}</p>{fault && <p className="fault" role="alert">{fault.text}</p>}<Button icon={<UnlockIcon />} isBusy={isBusy} onClick={() => void change(() => unsuspendUser(person.id))}>{say('unsuspend')}</Button></div>;
  }
  if (person.state !== 'active') return null;
  const send = (event: FormEvent) => { event.preventDefault(); void change(() => suspendUser(person.id, reason.trim())); };
  return (
    <form className="person-acts" noValidate onSubmit={send}>
      <h3>{say('suspend')}</h3>
      <p className="hint">{say('suspendLead')}</p>
      <TextField name="reason" label={say('suspendReason')} value={reason} maxLength={200} fault={fault?.text} onChange={setReason} />
      <Button type="submit" look="danger" icon={<LockIcon />} isBusy={isBusy}>{say('suspendGo')}</Button>
    </form>
  );
}
