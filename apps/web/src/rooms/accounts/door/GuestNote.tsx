import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';

/** Who has worked as a guest keeps it: said before they wonder. */
export function GuestNote() {
  const { say } = useWords('accounts');
  const { me } = useSession();
  if (me?.kind !== 'guest') return null;
  return <div className="door-note"><p><strong>{say('guestTitle')}</strong></p><p className="hint">{say('guestComes')}</p></div>;
}
