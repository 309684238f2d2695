import { useEffect } from 'react';
import { useWords } from '../language/use-words.ts';
import { ApiError } from '../api/call.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../ui/Skeleton.tsx';
import { usePageTitle } from './use-page-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { say } = useWords();
  usePageTitle(say('notFoundTitle'));
  return <EmptyState picture="lost" title={say('notFoundTitle')} text={say('notFoundPage')} isPage><ButtonLink to="/">{say('toStart')}</ButtonLink></EmptyState>;
}

/** A view that broke. A script that is gone means a newer version was put up meanwhile: the page is loaded again, once. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { say } = useWords();
  usePageTitle(say('crashTitle'));
  useEffect(() => {
    if (isGoneScript(error) && sessionStorage.getItem('koma.reloaded') !== location.pathname) {
      sessionStorage.setItem('koma.reloaded', location.pathname);
      location.reload();
    }
  }, [error]);
  if (error instanceof ApiError) return <ErrorState error={error} onRetry={reset} isPage />;
  return <EmptyState picture="broken-bridge" title={say('crashTitle')} text={say('crashText')} isPage><Button onClick={() => location.reload()}>{say('retry')}</Button></EmptyState>;
}

function isGoneScript(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script|error loading dynamically/i.test(error.message);
}

/** While a page's script is on its way and takes long. A page that waits for data shows its own shape instead. */
export function WaitingPage() {
  return <Skeleton><div className="waiting-page"><Tone widthPercent={40} heightPx={38} /><Tone widthPercent={70} /><Tone shape="block" heightPx={320} /></div></Skeleton>;
}
