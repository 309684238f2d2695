import type { PERMISSIONS } from '@komawari/contract';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { useSession } from './use-session.ts';

/** Shows its page to those with an account (and the permission, when one is named), and the way in to all others. */
export function RequireUser({ permission, children }: { permission?: (typeof PERMISSIONS)[number]; children: ReactNode }) {
  const { say } = useWords();
  const { me, user, error, can, reload } = useSession();
  if (!me) return error ? <ErrorState error={error} onRetry={() => void reload()} isPage /> : null;
  if (permission !== undefined && user && !can(permission)) return <EmptyState picture="closed-door" title={say('notFoundTitle')} text={say('notFoundPage')} isPage><ButtonLink to="/">{say('toStart')}</ButtonLink></EmptyState>;
  if (user) return children;
  return <EmptyState picture="closed-door" title={say('signInFirst')} text={say('signInFirstText')} isPage><ButtonLink to="/sign-in" search={{ next: location.pathname + location.search }} look="primary">{say('signIn')}</ButtonLink></EmptyState>;
}
