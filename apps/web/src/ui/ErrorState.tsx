import { useEffect, useRef } from 'react';
import { ApiError } from '../api/call.ts';
import { isReachable, onReachable } from '../api/reachable.ts';
import { useWords } from '../language/use-words.ts';
import { Button, ButtonLink } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

type Props = { error: unknown; onRetry?: () => void; isPage?: boolean };
const AGAIN_MS = 3000;

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

/** What failed for want of a server is asked again by itself once it answers. */
function useRetryWhenReachable(error: unknown, onRetry: (() => void) | undefined): void {
  const latest = useRef(onRetry);
  useEffect(() => { latest.current = onRetry; });
  useEffect(() => {
    if (error === undefined) return undefined;
    const retry = () => latest.current?.();
    // It may answer others already.
    const timer = isReachable() ? setTimeout(retry, AGAIN_MS) : undefined;
    const stop = onReachable(() => { if (isReachable()) retry(); });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [error]);
}
