import type { Passkey } from '@komawari/contract';
import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { addPasskey, beginAddPasskey, listPasskeys, removePasskey, renamePasskey } from '../../../api/accounts-settings.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PasskeyIcon, RenameIcon, TrashIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { makePasskey } from '../passkey/credentials.ts';
import { PasskeyHelpNote } from '../passkey/PasskeyHelpNote.tsx';
import { findPasskeyObstacle } from '../passkey/where-passkeys-work.ts';
import { useConfirmed } from './ConfirmGate.tsx';
import { Matter, NoneYet } from './Part.tsx';
import { useDates } from './use-dates.ts';

const KEY = ['accounts', 'passkeys'] as const;

export function PasskeysMatter() {
  const { say } = useWords('accounts-settings');
  const { me, reload } = useSession();
  const client = useQueryClient();
  const { confirmed, ensure } = useConfirmed();
  const list = useCall(KEY, listPasskeys);
  const act = useAct();
  const [naming, setNaming] = useState<Passkey>();
  const [leaving, setLeaving] = useState<Passkey>();
  const [hasActed, setHasActed] = useState(false);
  const obstacle = findPasskeyObstacle(me);
  const readAgain = async () => { await client.invalidateQueries({ queryKey: KEY }); await reload(); };

  const add = () => act.run(async () => {
    setHasActed(true);
    const made = await makePasskey(await confirmed(beginAddPasskey));
    const passkey = await confirmed(() => addPasskey({ ...made, name: firstName(say('passkeyName'), list.data?.items ?? []) }));
    await readAgain();
    setNaming(passkey);
  });
  const leave = (passkey: Passkey) => act.run(async () => { await ensure(); setHasActed(true); setLeaving(passkey); });

  // The button stands elsewhere once the list is empty or no longer so: the focus goes along.
  const adding = <><Button icon={<PasskeyIcon />} autoFocus={hasActed} isBusy={act.isBusy} disabled={obstacle !== undefined} onClick={() => void add()}>{say('passkeyAdd')}</Button>{obstacle && <PasskeyHelpNote help={obstacle} />}</>;

  return (
    <Matter title={say('passkeys')} lead={say('passkeysLead')}>
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : !list.data ? <Skeleton><Tone shape="block" heightPx={64} /></Skeleton>
          : list.data.items.length === 0 ? <NoneYet picture="passkey" title={say('passkeysNone')} text={say('passkeysNoneWhy')}>{adding}</NoneYet>
            : <ul className="things">{list.data.items.map((passkey) => <PasskeyRow key={passkey.id} passkey={passkey} onRename={() => setNaming(passkey)} onRemove={() => void leave(passkey)} />)}</ul>}
      {list.data?.items.length !== 0 && adding}
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
      {naming && <NameDialog passkey={naming} onClose={() => setNaming(undefined)} onDone={async (name) => { await renamePasskey(naming.id, name); await readAgain(); setNaming(undefined); }} />}
      <ConfirmDialog title={say('passkeyRemoveTitle', { name: leaving?.name ?? '' })} text={say('passkeyRemoveText')} action={say('remove')} isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)}
        onConfirm={async () => { if (leaving) await removePasskey(leaving.id); await readAgain(); }} />
    </Matter>
  );
}

function PasskeyRow({ passkey, onRename, onRemove }: { passkey: Passkey; onRename: () => void; onRemove: () => void }) {
  const { say } = useWords('accounts-settings');
  const { day, ago } = useDates();
  return (
    <li className="thing">
      <PasskeyIcon aria-hidden="true" />
      <div className="thing-words">
        <strong>{passkey.name}{passkey.isSynced && <Tag>{say('passkeySynced')}</Tag>}</strong>
        <span className="hint">{say('addedOn', { date: day(passkey.createdAt) })} · {passkey.lastUsedAt === null ? say('neverUsed') : say('lastUsed', { when: ago(passkey.lastUsedAt) })}</span>
      </div>
      <div className="thing-acts"><IconButton label={say('renameThing', { name: passkey.name })} icon={<RenameIcon />} onClick={onRename} /><IconButton label={say('removeThing', { name: passkey.name })} icon={<TrashIcon />} onClick={onRemove} /></div>
    </li>
  );
}

function NameDialog({ passkey, onClose, onDone }: { passkey: Passkey; onClose: () => void; onDone: (name: string) => Promise<void> }) {
  const { say } = useWords('accounts-settings');
  const act = useAct();
  const [name, setName] = useState(passkey.name);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return act.setFault({ code: 'empty', text: say('nameEmpty') });
    await act.run(() => onDone(name.trim()));
  };
  return (
    <Dialog title={say('passkeyNameTitle')} isOpen onClose={onClose} widthPx={440}>
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField name="passkey-name" label={say('thingName')} hint={say('passkeyNameHint')} value={name} autoFocus fault={act.fault?.text} onChange={(value) => { act.setFault(undefined); setName(value); }} />
        <Button type="submit" look="primary" isBusy={act.isBusy}>{say('save')}</Button>
      </form>
    </Dialog>
  );
}

function firstName(base: string, there: readonly Passkey[]): string {
  const taken = new Set(there.map(({ name }) => name));
  const free = Array.from({ length: there.length + 1 }, (_, index) => (index === 0 ? base : `${base} ${index + 1}`)).find((name) => !taken.has(name));
  return free ?? base;
}
