import { signIn } from '../../api/accounts.ts';
import { navigate } from '../../frame/navigation.tsx';
import { AccountForm } from './AccountForm.tsx';
import { safeNext } from './rules.ts';

export function SignIn({ next, onSignedIn }: { next: string; onSignedIn: () => void }) {
  return (
    <AccountForm kind="sign-in" title="signInTitle" lead="signInLead" action="signIn"
      onSend={async ({ email, password }) => {
        await signIn({ email: email.trim(), password });
        onSignedIn();
        navigate(safeNext(next), { replace: true });
      }} />
  );
}
