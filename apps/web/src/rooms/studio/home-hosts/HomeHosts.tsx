import type { HomeHost } from '@komawari/contract';
import { useState } from 'react';
import { listHomeHosts, removeHomeHost, renewHomeHost, type NewToken } from '../../../api/studio-home-hosts.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useDates } from '../../accounts/settings/use-dates.ts';
import { AddHost } from './AddHost.tsx';
import { stateOf } from './host-facts.ts';
import { ShownToken } from './ShownToken.tsx';
import './home-hosts.css';

const HOSTS_KEY = ['studio', 'home-hosts'] as const;
const LOOK_MS = 5000;
const TOUCHES = [HOSTS_KEY];

type Wish = { act: 'renew' | 'remove'; host: HomeHost };

/** Machines at home that connect to this server by themselves, and offer their models so. */
export function HomeHosts() {
  const { say } = useWords('studio-home-hosts');
  const list = useCall(HOSTS_KEY, listHomeHosts, { pollMs: LOOK_MS });
  const remove = useSend(removeHomeHost, { touches: TOUCHES });
  const renew = useSend(renewHomeHost, { touches: TOUCHES });
  const [isAdding, setIsAdding] = useState(false);
  const [shown, setShown] = useState<NewToken>();
  const [wish, setWish] = useState<Wish>();
  const hosts = list.data?.items ?? [];
  const confirm = async () => {
    if (wish?.act === 'remove') await remove.mutateAsync(wish.host.id);
    if (wish?.act === 'renew') setShown(await renew.mutateAsync(wish.host.id));
    if (wish && wish.act === 'remove' && shown?.host.id === wish.host.id) setShown(undefined);
  };
  return (
    <Panel aria-labelledby="home-hosts">
      <div className="hosts-head">
        <div><h2 id="home-hosts">{say('hosts')}</h2><p className="hint">{say('hostsLead')}</p></div>
        {!isAdding && !shown && <Button icon={<AddIcon />} onClick={() => setIsAdding(true)}>{say('addHost')}</Button>}
      </div>
      {list.error && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {isAdding && <AddHost touches={TOUCHES} onClose={() => setIsAdding(false)} onAdded={(made) => { setShown(made); setIsAdding(false); }} />}
      {shown && <ShownToken made={shown} isConnected={hosts.some(({ id, isConnected }) => id === shown.host.id && isConnected)} onDone={() => setShown(undefined)} />}
      {hosts.length > 0 && <ul className="hosts">{hosts.map((host) => <Row key={host.id} host={host} onWish={setWish} />)}</ul>}
      <ConfirmDialog title={say(wish?.act === 'renew' ? 'renewTitle' : 'removeTitle', { name: wish?.host.name ?? '' })} text={say(wish?.act === 'renew' ? 'renewText' : 'removeText')} action={say(wish?.act === 'renew' ? 'renewGo' : 'removeGo')} isOpen={wish !== undefined} onClose={() => setWish(undefined)} onConfirm={confirm} />
    </Panel>
  );
}

function Row({ host, onWish }: { host: HomeHost; onWish: (wish: Wish) => void }) {
  const { say } = useWords('studio-home-hosts');
  const { ago } = useDates();
  const { word, at } = stateOf(host);
  return (
    <li className="host">
      <div className="host-words">
        <strong>{host.name}</strong> <Tag tone={host.isConnected ? 'good' : 'plain'}>{say(host.isConnected ? 'here' : 'away')}</Tag>
        <p className="hint">{say(word, { when: at === null ? '' : ago(at) })}</p>
        <p className="hint">{say('addressIs')} <code className="host-address">{host.address}</code></p>
      </div>
      <div className="host-acts">
        <Button look="quiet" aria-label={say('renewThing', { name: host.name })} onClick={() => onWish({ act: 'renew', host })}>{say('renew')}</Button>
        <Button look="quiet" aria-label={say('removeThing', { name: host.name })} onClick={() => onWish({ act: 'remove', host })}>{say('remove')}</Button>
      </div>
    </li>
  );
}
