import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { acceptWelcome } from '../../api/accounts.ts';
import { changeSession } from '../../frame/use-session.ts';
import { useWords } from '../../language/use-words.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AccountForm } from './AccountForm.tsx';

/** The first visitor becomes the owner. The link is used by a POST, so that a preview of it uses nothing up. */
export function Welcome() {
  const { say } = useWords('accounts');
  const { token } = useSearch({ from: '/welcome' });
  const client = useQueryClient();
  const navigate = useNavigate();
  if (token === undefined) return <EmptyState picture="closed-door" title={say('errorTitle')} text={say('welcomeNoToken')} isPage><ButtonLink to="/">{say('toStart')}</ButtonLink></EmptyState>;
  return (
    <AccountForm kind="welcome" title="welcomeTitle" lead="welcomeLead" action="welcomeGo"
      onSend={async ({ name, email, password }) => {
        await changeSession(client, await acceptWelcome({ token, name: name.trim(), email: email.trim(), password }));
        await navigate({ to: '/', replace: true });
      }} />
  );
}
