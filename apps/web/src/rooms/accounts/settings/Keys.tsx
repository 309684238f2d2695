import type { ApiKey } from '@komawari/contract';
import { useState } from 'react';
import { listKeys, revokeKey } from '../../../api/accounts-settings.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, KeyIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { KEYS_KEY, SCOPE_WORDS } from './key-words.ts';
import { MakeKey } from './MakeKey.tsx';
import { NoneYet, PartPage } from './Part.tsx';
import { useDates } from './use-dates.ts';

/** Keys for programs that act in one's name. */
export function Keys() {
  const { say } = useWords('accounts-settings');
  const list = useCall(KEYS_KEY, listKeys);
  const revoke = useSend(revokeKey, { touches: [KEYS_KEY] });
  const [isMaking, setIsMaking] = useState(false);
  const [hasMade, setHasMade] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey>();
  // Who comes back from the form finds the focus where it began.
  const make = <Button icon={<AddIcon />} autoFocus={hasMade} onClick={() => { setHasMade(true); setIsMaking(true); }}>{say('keyMake')}</Button>;
  return (
    <PartPage title={say('keys')} lead={say('keysLead')}>
      {(isMaking || list.error !== null || (list.data?.items.length ?? 0) > 0) && <MakeKey isOpen={isMaking} button={make} onClose={() => setIsMaking(false)} />}
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : !list.data ? <Skeleton><Tone shape="block" heightPx={72} /></Skeleton>
          : list.data.items.length === 0 ? !isMaking && <NoneYet picture="robot-key" title={say('keysNone')} text={say('keysNoneWhy')}>{make}</NoneYet>
            : <ul className="things">{list.data.items.map((key) => <Row key={key.id} entry={key} onRevoke={() => setLeaving(key)} />)}</ul>}
      <ConfirmDialog title={say('keyRevokeTitle', { name: leaving?.name ?? '' })} text={say('keyRevokeText')} action={say('keyRevoke')} isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)}
        onConfirm={async () => { if (leaving) await revoke.mutateAsync(leaving.id); }} />
    </PartPage>
  );
}

function Row({ entry, onRevoke }: { entry: ApiKey; onRevoke: () => void }) {
  const { say } = useWords('accounts-settings');
  const { day, ago } = useDates();
  const isOver = entry.expiresAt !== null && Date.parse(entry.expiresAt) < Date.now();
  return (
    <li className="thing">
      <KeyIcon aria-hidden="true" />
      <div className="thing-words">
        <strong>{entry.name}{isOver && <Tag tone="bad">{say('keyOver')}</Tag>}</strong>
        <span className="hint"><code>{entry.prefix}…</code> · {entry.scopes.map((scope) => say(SCOPE_WORDS[scope].word)).join(', ')}</span>
        <span className="hint">{entry.lastUsedAt === null ? say('neverUsed') : say('lastUsed', { when: ago(entry.lastUsedAt) })} · {entry.expiresAt === null ? say('keyForever') : say('keyUntil', { date: day(entry.expiresAt) })}</span>
      </div>
      <div className="thing-acts"><Button look="quiet" aria-label={say('revokeThing', { name: entry.name })} onClick={onRevoke}>{say('keyRevoke')}</Button></div>
    </li>
  );
}
