import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { signIn } from '../../api/accounts.ts';
import { changeSession } from '../../frame/use-session.ts';
import { AccountForm } from './AccountForm.tsx';
import { safeNext } from './rules.ts';

export function SignIn() {
  const { next } = useSearch({ from: '/sign-in' });
  const client = useQueryClient();
  const router = useRouter();
  return (
    <AccountForm kind="sign-in" title="signInTitle" lead="signInLead" action="signIn"
      onSend={async ({ email, password }) => {
        await changeSession(client, await signIn({ email: email.trim(), password }));
        router.history.replace(safeNext(next ?? '/comics'));
      }} />
  );
}
