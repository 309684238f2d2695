import { useEffect, useState } from 'react';
import { useWords } from '../language/use-words.ts';
import { ApiError } from '../api/call.ts';
import { noteReachable } from '../api/reachable.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../ui/Skeleton.tsx';
import { usePageTitle } from './use-page-title.ts';

const RELOAD_AGAIN_MS = 60_000;

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { say } = useWords();
  usePageTitle(say('notFoundTitle'));
  return <EmptyState picture="lost" title={say('notFoundTitle')} text={say('notFoundPage')} isPage><ButtonLink to="/">{say('toStart')}</ButtonLink></EmptyState>;
}

/**
 * A view that broke. A script that does not come means no server, or that a newer version was put up meanwhile: then the page
 * is loaded again, once; when that does not help, the reader is told.
 */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { say } = useWords();
  const isGone = isGoneScript(error);
  const [isCutOff, setIsCutOff] = useState(false);
  const [isStuck, setIsStuck] = useState(false);
  usePageTitle(say(isStuck ? 'goneTitle' : isGone ? 'errorTitle' : 'crashTitle'));
  useEffect(() => {
    if (!isGone) return;
    fetch('/readyz', { cache: 'no-store' }).then(() => setIsStuck(!reloadOnce()), () => { setIsCutOff(true); noteReachable(false); });
  }, [isGone]);
  if (isStuck) return <EmptyState picture="waiting" title={say('goneTitle')} text={say('goneText')} isPage><Button look="primary" onClick={() => location.reload()}>{say('goneLoad')}</Button></EmptyState>;
  if (isGone && !isCutOff) return <WaitingPage />;
  if (isCutOff) return <ErrorState error={new ApiError('offline', '', 0)} onRetry={() => location.reload()} isPage />;
  if (error instanceof ApiError) return <ErrorState error={error} onRetry={reset} isPage />;
  return <EmptyState picture="broken-bridge" title={say('crashTitle')} text={say('crashText')} isPage><Button onClick={() => location.reload()}>{say('retry')}</Button></EmptyState>;
}

/** False when this address was loaded anew for this reason a moment ago, which did not help. */
function reloadOnce(): boolean {
  const [address, at] = sessionStorage.getItem('koma.reloaded')?.split(' ') ?? [];
  if (address === location.href && Date.now() - Number(at) < RELOAD_AGAIN_MS) return false;
  sessionStorage.setItem('koma.reloaded', `${location.href} ${Date.now()}`);
  location.reload();
  return true;
}

function isGoneScript(error: unknown): boolean {
  return error instanceof Error && /unable to preload css|dynamically imported module|importing a module script|error loading dynamically/i.test(error.message);
}

/** While a page's script is on its way and takes long. A page that waits for data shows its own shape instead. */
export function WaitingPage() {
  return <Skeleton><div className="waiting-page"><Tone widthPercent={40} heightPx={38} /><Tone widthPercent={70} /><Tone shape="block" heightPx={320} /></div></Skeleton>;
}
