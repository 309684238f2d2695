import { ApiError } from '../api/call.ts';
import { useWords } from '../language/use-words.ts';
import { Button, ButtonLink } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { useRetryWhenReachable } from './use-retry-when-reachable.ts';

type Props = { error: unknown; onRetry?: () => void; isPage?: boolean };

/** Why a read failed, drawn, and what to do: nothing there, sign in, no server, or anything else. */
export function ErrorState({ error, onRetry, isPage = false }: Props) {
  const { say, sayError } = useWords();
  const [status, code] = error instanceof ApiError ? [error.status, error.code] : [0, ''];
  useRetryWhenReachable(code === 'offline' ? error : undefined, onRetry);
  if (status === 404 || (status === 400 && code === 'request.invalid')) return <EmptyState picture="lost" title={say('notFoundTitle')} text={say('notFoundPage')} isPage={isPage}><ButtonLink to="/">{say('toStart')}</ButtonLink></EmptyState>;
  if (status === 401) {
    return <EmptyState picture="closed-door" title={say('signInFirst')} text={sayError(error)} isPage={isPage}><ButtonLink to="/sign-in" search={{ next: location.pathname + location.search }} look="primary">{say('signIn')}</ButtonLink></EmptyState>;
  }
  if (code === 'comics.no-script') return <div role="status"><EmptyState picture="waiting" title={sayError(error)} isPage={isPage}>{onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}</EmptyState></div>;
  return (
    <div role="alert">
      <EmptyState picture={code === 'offline' ? 'offline' : 'broken-bridge'} title={say('errorTitle')} text={sayError(error)} isPage={isPage}>
        {onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}
      </EmptyState>
    </div>
  );
}
