import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmEmail, confirmSignUp, enterByLink } from '../../../api/accounts.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';
import { TokenPage } from './TokenPage.tsx';
import { useEnter } from './use-enter.ts';

/** `/sign-in/link?token=` */
export function UseLink() {
  const { say } = useWords('accounts');
  const { token } = useSearch({ from: '/sign-in/link' });
  const enter = useEnter();
  return (
    <TokenPage token={token} picture="letter" title={say('linkTitle')} lead={say('linkLead')} action={say('signIn')}
      use={async (secret) => enter(await enterByLink(secret))}
      again={<><ButtonLink to="/sign-in/mail" look="primary">{say('askLinkAgain')}</ButtonLink><ButtonLink to="/sign-in">{say('toSignIn')}</ButtonLink></>} />
  );
}

/** `/sign-up/confirm?token=` */
export function ConfirmSignUp() {
  const { say } = useWords('accounts');
  const { token } = useSearch({ from: '/sign-up/confirm' });
  const enter = useEnter();
  return (
    <TokenPage token={token} picture="first-visit" title={say('confirmSignUpTitle')} lead={say('confirmSignUpLead')} action={say('confirmSignUpGo')}
      use={async (secret) => enter(await confirmSignUp(secret))}
      again={<><ButtonLink to="/sign-in" look="primary">{say('toSignIn')}</ButtonLink><ButtonLink to="/sign-up">{say('toSignUp')}</ButtonLink></>} />
  );
}

/** `/email/confirm?token=`: one's own address, or the new one. */
export function ConfirmEmail() {
  const { say } = useWords('accounts');
  const { token } = useSearch({ from: '/email/confirm' });
  const { user, reload } = useSession();
  const [proved, setProved] = useState<{ email: string; isChanged: boolean }>();
  const onward = user ? <ButtonLink to="/settings/security" look="primary">{say('toSecurity')}</ButtonLink> : <ButtonLink to="/sign-in" look="primary">{say('toSignIn')}</ButtonLink>;
  if (proved) return <Door picture="done" title={say('emailProvedTitle')} lead={<p role="status">{say(proved.isChanged ? 'emailChanged' : 'emailProved', { email: proved.email })}</p>}>{onward}</Door>;
  return (
    <TokenPage token={token} picture="letter" title={say('confirmEmailTitle')} lead={say('confirmEmailLead')} action={say('confirmEmailGo')}
      use={async (secret) => { setProved(await confirmEmail(secret)); await reload(); }} again={onward} />
  );
}
