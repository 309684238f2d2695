import { acceptWelcome } from '../../api/accounts.ts';
import { navigate } from '../../frame/navigation.tsx';
import { Notice } from '../../frame/Notice.tsx';
import { AccountForm } from './AccountForm.tsx';

/** The first visitor becomes the owner. The link is used by a POST, so that a preview of it uses nothing up. */
export function Welcome({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  if (token === '') return <Notice title="errorTitle" text="welcomeNoToken" />;
  return (
    <AccountForm kind="welcome" title="welcomeTitle" lead="welcomeLead" action="welcomeGo"
      onSend={async ({ name, email, password }) => {
        await acceptWelcome({ token, name: name.trim(), email: email.trim(), password });
        onSignedIn();
        navigate('/', { replace: true });
      }} />
  );
}
