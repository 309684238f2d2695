import type { ReadingPlace, SharedComic } from '@komawari/contract';
import { useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { ApiError } from '../../../api/call.ts';
import { readShared } from '../../../api/comics-shelf.ts';
import { useCall } from '../../../api/use-call.ts';
import { keep, readKept } from '../../../frame/kept.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkOutIcon } from '../../../ui/icons.ts';
import { BookLanguageChoice } from './BookLanguageChoice.tsx';
import { NoPages } from './NoPages.tsx';
import { Notice } from './Notice.tsx';
import { Reader } from './Reader.tsx';
import { ReaderDialog } from './ReaderDialog.tsx';
import { readPlaceOf } from './shared-place.ts';

/** A comic for whoever has its link. */
export function SharedReaderPage() {
  const { token } = useParams({ from: '/read/$token' });
  return <SharedComicReader key={token} token={token} isBare={false} />;
}

/** The same without a way out: it stands in somebody's page. */
export function EmbeddedReaderPage() {
  const { token } = useParams({ from: '/embed/$token' });
  return <SharedComicReader key={token} token={token} isBare />;
}

function SharedComicReader({ token, isBare }: { token: string; isBare: boolean }) {
  const { say } = useWords('comics-reader');
  const [language, setLanguage] = useState<string>();
  const { data, error, refetch } = useCall(['comics', 'shared', token, language ?? ''], (signal) => readShared(token, language, signal));
  const [book, setBook] = useState(data);
  useEffect(() => { if (data) setBook(data); }, [data]);
  usePageTitle(book?.title ?? '');

  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return <EmptyState picture="closed-door" title={say('revokedTitle')} text={say('revokedText')} isPage>{!isBare && <ButtonLink to="/">{say('toStart')}</ButtonLink>}</EmptyState>;
  if (error && !book) return <ErrorState error={error} onRetry={() => void refetch()} isPage />;
  return (
    <ReaderDialog key={book ? 'book' : 'waiting'} label={book?.title ?? say('loading')} onClose={undefined}>
      {(root) => (book ? <SharedBook token={token} book={book} root={root} isBare={isBare} language={language ?? book.language} onLanguage={setLanguage} /> : <div className="r-message" aria-busy="true"><div className="r-wait" /></div>)}
    </ReaderDialog>
  );
}

type BookProps = { token: string; book: SharedComic; root: RefObject<HTMLElement | null>; isBare: boolean; language: string; onLanguage: (language: string) => void };

function SharedBook({ token, book, root, isBare, language, onLanguage }: BookProps) {
  const { say } = useWords('comics-reader');
  const name = `koma.read.${token}`;
  const [place] = useState(() => readPlaceOf(readKept(name)));
  const [start, setStart] = useState({ page: place?.page ?? 1, panelId: place?.panelId ?? null, mode: place?.mode ?? null });
  const [isBack, setBack] = useState((place?.page ?? 1) > 1);
  const onPlace = useCallback((next: ReadingPlace, isAtEnd: boolean) => {
    keep(name, JSON.stringify(isAtEnd ? { ...next, page: 1, panelId: null } : next));
    if (next.page !== start.page) setBack(false);
  }, [name, start.page]);
  const isEmpty = !book.pages.some(({ picture }) => picture !== null);
  const own = book.languages[0];
  if (isEmpty && own !== undefined && book.language !== own) return <NoPages language={book.language} own={own} onOwn={onLanguage} />;
  if (isEmpty) return <div className="r-message"><EmptyState picture="waiting" title={say('emptyTitle')} text={say('emptyText')} /></div>;
  const address = `/read/${token}`;
  const tools = (
    <>
      <BookLanguageChoice languages={book.languages} value={language} onChange={onLanguage} />
      {isBare && <a className="icon-button" href={address} target="_blank" rel="noopener" aria-label={say('openWhole')} data-tip={say('openWhole')}><LinkOutIcon /></a>}
    </>
  );
  return (
    <Reader key={JSON.stringify(start)} book={book} start={start} root={root} onClose={undefined} onPlace={onPlace} languages={tools} holdsBars={isBack}
      notices={isBack ? <Notice text={say('welcomeBack', { n: start.page })} onClose={() => setBack(false)}><Button look="quiet" onClick={() => { setBack(false); setStart({ ...start, page: 1, panelId: null }); }}>{say('fromStart')}</Button></Notice> : undefined}
      endActs={<a className="button quiet" href={isBare ? address : '/'} {...(isBare ? { target: '_blank', rel: 'noopener' } : {})}>{say(isBare ? 'openWhole' : 'madeWith')}</a>} />
  );
}
