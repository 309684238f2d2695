import type { Invitation, Role } from '@komawari/contract';
import { useId, useState, type FormEvent } from 'react';
import { createInvitation, listInvitations, revokeInvitation } from '../../../api/accounts-people.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, MailIcon } from '../../../ui/icons.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { ROLE_WORDS } from '../role-words.ts';
import { CopyButton } from '../settings/CopyButton.tsx';
import { useDates } from '../settings/use-dates.ts';
import { RoleChoice } from './RoleChoice.tsx';

const KEY = ['accounts', 'invitations'] as const;
const DAYS = ['1', '7', '30', '90'] as const;

export function Invitations() {
  const { say } = useWords('accounts-people');
  const list = useCall(KEY, listInvitations);
  const revoke = useSend(revokeInvitation, { touches: [KEY] });
  const [isMaking, setIsMaking] = useState(false);
  const [leaving, setLeaving] = useState<Invitation>();
  const make = <Button icon={<AddIcon />} look="primary" onClick={() => setIsMaking(true)}>{say('invite')}</Button>;
  return (
    <div className="people">
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : !list.data ? <Skeleton><Tone shape="block" heightPx={72} /></Skeleton>
          : list.data.items.length === 0 ? <EmptyState picture="letter" title={say('invitationsNone')} text={say('invitationsNoneText')}>{make}</EmptyState>
            : <><div className="settings-row">{make}</div><ul className="things">{list.data.items.map((one) => <Row key={one.id} invitation={one} onRevoke={() => setLeaving(one)} />)}</ul></>}
      {isMaking && <MakeInvitation onClose={() => setIsMaking(false)} />}
      <ConfirmDialog title={say('revokeTitle', { name: leaving ? leaving.note || leaving.email || '' : '' })} text={say('revokeText')} action={say('revoke')} isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)}
        onConfirm={async () => { if (leaving) await revoke.mutateAsync(leaving.id); }} />
    </div>
  );
}

function Row({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const { say } = useWords('accounts-people');
  const { say: sayRole } = useWords('accounts');
  const { day } = useDates();
  const name = invitation.note || invitation.email || say('invitationPlain');
  return (
    <li className="thing">
      <MailIcon aria-hidden="true" />
      <div className="thing-words">
        <strong><bdi>{name}</bdi></strong>
        <span className="hint">{sayRole(ROLE_WORDS[invitation.role].name)} · {say('uses', { used: invitation.uses, max: invitation.maxUses })} · {say('until', { date: day(invitation.expiresAt) })}{invitation.invitedBy !== null && ` · ${say('by', { name: invitation.invitedBy })}`}</span>
        {invitation.email !== null && invitation.note !== '' && <span className="hint">{invitation.email}</span>}
      </div>
      <div className="thing-acts"><Button look="quiet" aria-label={say('revokeThing', { name })} onClick={onRevoke}>{say('revoke')}</Button></div>
    </li>
  );
}

function MakeInvitation({ onClose }: { onClose: () => void }) {
  const { say } = useWords('accounts-people');
  const make = useSend(createInvitation, { touches: [KEY] });
  const act = useAct();
  const [fields, setFields] = useState<{ role: Role; email: string; note: string; days: (typeof DAYS)[number]; uses: number | null }>({ role: 'user', email: '', note: '', days: '7', uses: 1 });
  const form = useId();
  const [made, setMade] = useState<{ url: string; isMailed: boolean; email: string | null }>();
  const hasAddress = fields.email.trim() !== '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const email = fields.email.trim();
    if (hasAddress && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return act.setFault({ code: 'email', text: say('emailWrong') });
    await act.run(async () => setMade(await make.mutateAsync({ role: fields.role, note: fields.note.trim(), maxUses: hasAddress ? 1 : (fields.uses ?? 1), expiresInDays: Number(fields.days), ...(hasAddress ? { email } : {}) })));
  };
  if (made) {
    return (
      <Dialog title={say('invitationReady')} isOpen onClose={onClose} foot={<><CopyButton text={made.url} word={say('linkCopy')} /><Button onClick={onClose}>{say('close')}</Button></>}>
        <p>{made.isMailed ? say('invitationMailed', { email: made.email ?? '' }) : say('invitationHand')}</p>
        <code className="secret" data-secret>{made.url}</code>
        <p className="hint">{say('invitationOnce')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={say('invite')} isOpen onClose={onClose} foot={<><Button onClick={onClose}>{say('cancel')}</Button><Button type="submit" form={form} look="primary" isBusy={act.isBusy}>{say('inviteGo')}</Button></>}>
      <form id={form} className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField name="note" label={say('inviteNote')} hint={say('inviteNoteHint')} value={fields.note} maxLength={200} autoComplete="off" autoFocus onChange={(note) => setFields({ ...fields, note })} />
        <TextField name="invite-email" type="email" label={say('inviteEmail')} hint={say('inviteEmailHint')} value={fields.email} autoComplete="off" fault={act.fault?.code === 'email' ? act.fault.text : undefined} onChange={(email) => { act.setFault(undefined); setFields({ ...fields, email }); }} />
        <RoleChoice label={say('roleLabel')} value={fields.role} onChange={(role) => setFields({ ...fields, role })} />
        {!hasAddress && <NumberField label={say('inviteUses')} value={fields.uses} min={1} max={1000} onChange={(uses) => setFields({ ...fields, uses })} />}
        <SelectField label={say('inviteLife')} value={fields.days} options={DAYS.map((value) => ({ value, word: say('days', { count: Number(value) }) }))} onChange={(days) => setFields({ ...fields, days })} />
        {act.fault && act.fault.code !== 'email' && <p className="fault" role="alert">{act.fault.text}</p>}
      </form>
    </Dialog>
  );
}
