import { useWords } from '../../../language/use-words.ts';
import type { PasskeyHelp } from './where-passkeys-work.ts';

/** Why passkeys do not work at this address, and the way to where they do. */
export function PasskeyHelpNote({ help }: { help: PasskeyHelp }) {
  const { say } = useWords('accounts');
  return (
    <div className="hint">
      <p>{say(help.word)}</p>
      {help.address !== undefined && <a className="quiet" href={help.address}>{say(help.word === 'passkeyTrust' ? 'passkeyTrustGo' : 'passkeyLocalhostGo')}</a>}
    </div>
  );
}
