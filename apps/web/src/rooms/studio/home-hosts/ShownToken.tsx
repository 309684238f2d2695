import { useEffect, useRef } from 'react';
import type { NewToken } from '../../../api/studio-home-hosts.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { CheckIcon } from '../../../ui/icons.ts';
import { CopyButton } from '../../accounts/settings/CopyButton.tsx';
import { commandOf } from './host-facts.ts';

/** The token, this once, and what to do with it, until the machine has come. */
export function ShownToken({ made: { host, token }, isConnected, onDone }: { made: NewToken; isConnected: boolean; onDone: () => void }) {
  const { say } = useWords('studio-home-hosts');
  const head = useRef<HTMLHeadingElement>(null);
  const command = commandOf(location.origin);
  // Whoever pressed the button reads on here: the form that had the focus is gone.
  useEffect(() => { head.current?.focus(); }, [token]);
  return (
    <section className="host-token" aria-labelledby="host-token">
      <h3 id="host-token" ref={head} tabIndex={-1}>{say('tokenFor', { name: host.name })}</h3>
      <ol>
        <li><p>{say('stepCommand')}</p><code className="host-code">{command.split(' ').map((word) => <span key={word} className={word.startsWith('--') ? 'host-option' : undefined}>{word} </span>)}</code><p className="hint">{say('stepTo')}</p><CopyButton text={command} word={say('copyCommand')} /></li>
        <li><p>{say('stepToken')}</p><code className="host-code" data-secret>{token}</code><p className="hint">{say('tokenOnce')}</p><CopyButton text={token} word={say('copyToken')} /></li>
        <li><p>{say('stepProvider')}</p><code className="host-code">{host.address}</code><p><ButtonLink to="/admin/providers/new">{say('addProvider')}</ButtonLink></p></li>
      </ol>
      <p className="host-waits" role="status">{isConnected ? <><CheckIcon aria-hidden="true" />{say('hasCome')}</> : say('waits')}</p>
      <p><Button onClick={onDone}>{say('done')}</Button></p>
    </section>
  );
}
