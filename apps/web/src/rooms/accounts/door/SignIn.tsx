import { useSearch } from '@tanstack/react-router';
import { beginPasskeySignIn, enterByPasskey, signIn } from '../../../api/accounts.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { MailIcon, PasskeyIcon } from '../../../ui/icons.ts';
import { askPasskey } from '../passkey/credentials.ts';
import { PasskeyHelpNote } from '../passkey/PasskeyHelpNote.tsx';
import { usePasskeySuggestion } from '../passkey/use-passkey-suggestion.ts';
import { findPasskeyObstacle } from '../passkey/where-passkeys-work.ts';
import { Door } from './Door.tsx';
import { Fields } from './Fields.tsx';
import { GuestNote } from './GuestNote.tsx';
import { useAct } from './use-act.ts';
import { useEnter } from './use-enter.ts';

export function SignIn() {
  const { say } = useWords('accounts');
  const { next } = useSearch({ from: '/sign-in' });
  const { me } = useSession();
  const enter = useEnter();
  const passkey = useAct();
  const obstacle = findPasskeyObstacle(me);
  const suggestion = usePasskeySuggestion({ isOff: me === undefined || obstacle !== undefined, onAnswer: async (answer) => enter(await enterByPasskey(answer), next) });
  const byPasskey = () => passkey.run(async () => {
    if (!suggestion.stop()) return;
    try {
      await enter(await enterByPasskey(await askPasskey(await beginPasskeySignIn())), next);
    } catch (error) {
      suggestion.restart();
      throw error;
    }
  });
  return (
    <Door picture="closed-door" title={say('signInTitle')} lead={<p>{say('signInLead')}</p>} foot={<><ButtonLink to="/password/reset" look="quiet">{say('forgot')}</ButtonLink><ButtonLink to="/sign-up" search={{ next }} look="quiet">{say('noAccount')}</ButtonLink></>}>
      <GuestNote />
      {me?.features.needsOwner && <div className="door-note"><p><strong>{say('needsOwnerTitle')}</strong></p><p className="hint">{say('needsOwner')}</p></div>}
      <Fields asks={['email', 'password']} isNew={false} suggestsPasskeys action={say('signIn')} onSend={async ({ email, password }) => enter(await signIn({ email, password }), next)} />
      <p className="door-or">{say('or')}</p>
      <div className="door-acts">
        <Button icon={<PasskeyIcon />} isBusy={passkey.isBusy} disabled={obstacle !== undefined} onClick={() => void byPasskey()}>{say('byPasskey')}</Button>
        {(passkey.fault ?? suggestion.fault) && <p className="fault" role="alert">{(passkey.fault ?? suggestion.fault)?.text}</p>}
        {obstacle && <PasskeyHelpNote help={obstacle} />}
        <ButtonLink to="/sign-in/mail" icon={<MailIcon />}>{say('byLink')}</ButtonLink>
      </div>
    </Door>
  );
}
