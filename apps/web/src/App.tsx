import { useEffect, useRef } from 'react';
import { Header } from './frame/Header.tsx';
import { useAddress } from './frame/navigation.tsx';
import { Notice } from './frame/Notice.tsx';
import { useWords } from './language/use-words.tsx';
import { SignIn } from './rooms/accounts/SignIn.tsx';
import { useMe } from './rooms/accounts/use-me.ts';
import { Welcome } from './rooms/accounts/Welcome.tsx';
import { ComicPage } from './rooms/comics/ComicPage.tsx';
import { NewComic } from './rooms/comics/NewComic.tsx';
import { Shelf } from './rooms/comics/Shelf.tsx';

export function App() {
  const { say } = useWords();
  const { path, query } = useAddress();
  const { me, reload } = useMe();
  const main = useRef<HTMLElement>(null);
  const seenPath = useRef(path);

  // A reader of screens lands in the new page, not on the link that is gone.
  useEffect(() => {
    if (seenPath.current !== path) main.current?.focus({ preventScroll: true });
    seenPath.current = path;
  }, [path]);

  return (
    <>
      <a className="skip" href="#main">{say('skip')}</a>
      <Header path={path} me={me} onSignedOut={reload} />
      <main id="main" ref={main} tabIndex={-1}>{pageFor(path, query, reload)}</main>
    </>
  );
}

function pageFor(path: string, query: URLSearchParams, onSignedIn: () => void) {
  if (path === '/') return <NewComic />;
  if (path === '/comics') return <Shelf />;
  if (path === '/welcome') return <Welcome token={query.get('token') ?? ''} onSignedIn={onSignedIn} />;
  if (path === '/sign-in') return <SignIn next={query.get('next') ?? '/comics'} onSignedIn={onSignedIn} />;
  const comicId = /^\/comics\/([^/]+)$/.exec(path)?.[1];
  if (comicId !== undefined) return <ComicPage key={comicId} comicId={comicId} pageWish={query.get('page')} />;
  return <Notice title="notFoundTitle" text="notFoundPage" />;
}
