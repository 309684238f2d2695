import type { Session } from '@komawari/contract';
import { useState } from 'react';
import { endOtherSessions, endSession, listSessions } from '../../../api/accounts-settings.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ComputerIcon, DevicesIcon, PhoneIcon, TabletIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { PartPage } from './Part.tsx';
import { useDates } from './use-dates.ts';

const KEY = ['accounts', 'sessions'] as const;
const ICONS = { computer: ComputerIcon, phone: PhoneIcon, tablet: TabletIcon, other: DevicesIcon } as const;
const METHODS = { password: 'byPassword', link: 'byMailLink', passkey: 'byPasskeyUsed', welcome: 'byWelcome', 'sign-up': 'bySignUp', reset: 'byReset' } as const;

/** Where one is signed in. A session that was ended is not brought back: it must sign in again. */
export function Sessions() {
  const { say } = useWords('accounts-settings');
  const list = useCall(KEY, listSessions);
  const end = useSend(endSession, { touches: [KEY] });
  const endOthers = useSend(endOtherSessions, { touches: [KEY] });
  const [leaving, setLeaving] = useState<Session | 'others'>();
  const items = (list.data?.items ?? []).toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastSeenAt.localeCompare(a.lastSeenAt));
  const others = items.filter((session) => !session.isCurrent).length;
  const nameOf = (session: Session) => [session.device.browser, session.device.system].filter(Boolean).join(', ') || say('deviceUnknown');
  return (
    <PartPage title={say('sessions')} lead={say('sessionsLead')}>
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : !list.data ? <Skeleton><div className="things"><Tone shape="block" heightPx={72} /><Tone shape="block" heightPx={72} /></div></Skeleton>
          : <ul className="things">{items.map((session) => <Row key={session.id} session={session} name={nameOf(session)} onEnd={() => setLeaving(session)} />)}</ul>}
      {list.data && (others > 0 ? <div className="settings-row"><Button look="danger" onClick={() => setLeaving('others')}>{say('endOthers', { count: others })}</Button></div> : <p className="hint">{say('onlyHere')}</p>)}
      <ConfirmDialog title={leaving === 'others' ? say('endOthersTitle') : say('endTitle', { name: leaving ? nameOf(leaving) : '' })} text={say('endText')} action={say('end')} isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)}
        onConfirm={async () => { await (leaving === 'others' ? endOthers.mutateAsync(undefined) : leaving && end.mutateAsync(leaving.id)); }} />
    </PartPage>
  );
}

function Row({ session, name, onEnd }: { session: Session; name: string; onEnd: () => void }) {
  const { say } = useWords('accounts-settings');
  const { ago, moment } = useDates();
  const Icon = ICONS[session.device.kind];
  return (
    <li className="thing" data-is-this={session.isCurrent}>
      <Icon aria-hidden="true" />
      <div className="thing-words">
        <strong>{name}{session.isCurrent && <Tag tone="live">{say('thisDevice')}</Tag>}</strong>
        <span className="hint">{session.isCurrent ? say('now') : say('lastSeen', { when: ago(session.lastSeenAt) })}{session.address !== null && ` · ${session.address}`}</span>
        <span className="hint">{say('since', { date: moment(session.createdAt) })} · {say(METHODS[session.method])}</span>
      </div>
      <div className="thing-acts">{!session.isCurrent && <Button look="quiet" aria-label={say('endThing', { name })} onClick={onEnd}>{say('end')}</Button>}</div>
    </li>
  );
}
