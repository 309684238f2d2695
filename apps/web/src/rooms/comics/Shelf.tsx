import type { ComicSummary } from '@komawari/contract';
import { useCallback, useEffect, useState } from 'react';
import { getMe } from '../../api/accounts.ts';
import { ApiError } from '../../api/call.ts';
import { listComics, removeComic, restoreComic } from '../../api/comics.ts';
import { Icon } from '../../frame/Icon.tsx';
import { Link, navigate } from '../../frame/navigation.tsx';
import { Notice } from '../../frame/Notice.tsx';
import { usePageTitle } from '../../frame/use-page-title.ts';
import { useWords } from '../../language/use-words.tsx';
import { ShelfBook } from './ShelfBook.tsx';

type Removed = { comic: ComicSummary; index: number };

/** One's own comics, newest first, page by page; a deleted one comes back with one click. */
export function Shelf() {
  const { say, sayError } = useWords();
  usePageTitle(say('navShelf'));
  const [books, setBooks] = useState<ComicSummary[]>();
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<unknown>();
  const [fault, setFault] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();

  const load = useCallback(async (after: string | undefined, signal: AbortSignal) => {
    try {
      const page = await listComics(after, signal);
      setError(undefined);
      setBooks((before = []) => (after === undefined ? page.items : [...before, ...page.items.filter((item) => before.every((book) => book.id !== item.id))]));
      setNext(page.next);
    } catch (reason) {
      if (signal.aborted) return;
      if (!isShutOut(reason)) return setError(reason);
      // Nobody yet: on this machine a guest begins with an empty shelf, elsewhere one signs in first.
      if (await mayBeGuest()) setBooks([]);
      else navigate('/sign-in', { replace: true });
    }
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    void load(undefined, abort.signal);
    return () => abort.abort();
  }, [load]);

  if (error && !books) return <Notice title="errorTitle" text={{ sentence: sayError(error) }} onRetry={() => void load(undefined, new AbortController().signal)} />;

  const remove = async (comic: ComicSummary, index: number) => {
    setBooks((before) => before?.filter((book) => book.id !== comic.id));
    setFault(undefined);
    try {
      await removeComic(comic.id);
      setRemoved({ comic, index });
    } catch (reason) {
      setBooks((before) => before?.toSpliced(index, 0, comic));
      setFault(sayError(reason));
    }
  };

  const undo = async ({ comic, index }: Removed) => {
    try {
      const back = await restoreComic(comic.id);
      setBooks((before = []) => before.toSpliced(index, 0, back));
      setRemoved(undefined);
    } catch (reason) {
      setFault(sayError(reason));
    }
  };

  return (
    <section className="shelf">
      <h1>{say('shelfTitle')}</h1>
      {fault !== undefined && <p className="fault" role="alert"><Icon name="alert" />{fault}</p>}
      {!books && <ShelfSkeleton />}
      {books?.length === 0 && <EmptyShelf />}
      {books && books.length > 0 && <ul className="shelf-books"><li><Link to="/" className="shelf-new"><Icon name="plus" />{say('navNew')}</Link></li>{books.map((comic, index) => <ShelfBook key={comic.id} comic={comic} onRemove={() => void remove(comic, index)} />)}</ul>}
      {next !== null && <button type="button" className="button shelf-more" onClick={() => void load(next, new AbortController().signal)}>{say('more')}</button>}
      <div className="snack" role="status" data-open={removed !== undefined}>
        {removed && <><span>{say('removed', { title: removed.comic.title })}</span><button type="button" className="quiet" onClick={() => void undo(removed)}>{say('undo')}</button><button type="button" className="icon-button" aria-label={say('dismiss')} onClick={() => setRemoved(undefined)}><Icon name="close" /></button></>}
      </div>
    </section>
  );
}

function isShutOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

async function mayBeGuest(): Promise<boolean> {
  return getMe().then((me) => me.guestsMayMake, () => false);
}

function EmptyShelf() {
  const { say } = useWords();
  return (
    <div className="shelf-empty">
      <div className="shelf-empty-page" aria-hidden="true"><i /><i /><i /><i /></div>
      <p><strong>{say('shelfEmpty')}</strong></p>
      <p>{say('shelfEmptyNext')}</p>
      <Link to="/" className="button primary">{say('navNew')}</Link>
    </div>
  );
}

function ShelfSkeleton() {
  const { say } = useWords();
  return (
    <>
      <p className="unseen" role="status">{say('loading')}</p>
      <ul className="shelf-books" aria-hidden="true">{[1, 2, 3, 4, 5, 6].map((number) => <li key={number} className="shelf-book"><div className="shelf-cover tone" /><div className="tone-line" /></li>)}</ul>
    </>
  );
}
